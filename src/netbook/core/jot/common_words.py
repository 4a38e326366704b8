"""Words that are not names, and names that are also words."""

from __future__ import annotations

from netbook.core.jot.lexicon import (
    ABOUT,
    CANCELLED,
    CONNECTIVES,
    FINITE,
    FUTURE,
    NEGATIONS,
    OTHERS,
    REPORTED,
    THEN,
    UNREAL,
    WITH,
    I,
    words,
)

# Common words that are not read as names in lower case, even if somebody is called so.
_COMMON = """
foot site campus purpose board stage train trains wheels skis ice behalf paper record average sale strike sabbatical
whatsapp slack signal telegram discord teams instagram facebook linkedin twitter mastodon
a an the this that these those my our your her his their its some any many much more most few several both all
each every other another such same own i we you he she it they me us him them who whom whose which what where
when why how and or but so if as than then because since while although though until till before after during
about above across against along around at behind below beneath beside besides between beyond by down for from
in inside into like near of off on onto out outside over past per round through throughout to toward towards
under up upon via with within is are was were be been being am do does did done have has had having can could
may might must shall should will would get got gets getting go goes went gone going come came coming take took
taken make made making let put say said see saw seen know knew think thought want wanted need give gave given
tell told talk talked ask asked feel felt leave left keep kept seem seemed show showed try tried call called
work worked play played move moved live lived not no never yes ok okay well very really quite rather just only
even still also too again once twice always often sometimes ever already soon now here there today yesterday
tomorrow tonight maybe perhaps finally briefly quickly slowly together alone later earlier afterwards ago away
back home long short good great nice lovely fun funny big small little old new young early late fast slow hard
easy best better worst worse bad happy sad tired busy free full empty hot cold warm first last next second third
quick brief whole half lots lot bit bunch couple pair plenty amazing awesome brilliant fantastic wonderful
pleasant interesting productive useful helpful friendly excellent super cool delicious tasty yummy beautiful
gorgeous terrible awful boring spontaneous impromptu unexpected surprise virtual weekly monthly daily regular
usual annual informal casual formal private overdue much-needed relaxed relaxing intense time times day days
week weeks month months year years hour hours minute minutes min mins morning afternoon evening night noon
midday lunchtime weekend way thing things people person man woman men women guy guys girl boy kid kids child
children friend friends colleague colleagues team folks family everyone everybody someone somebody anyone others
mum mom dad mother father brother sister son daughter wife husband partner boss neighbour neighbor client
customer manager office house school town city street park garden beach bar pub restaurant place table food meal
cake pizza pasta soup salad sushi curry steak burger tapas breakfast lunch dinner coffee tea beer wine water
drinks rain sun snow wind weather sea lake river mountain hill forest project plan plans idea ideas budget
report slides deck contract job news question questions answer problem problems issue issues deal offer chat
story stories book books film movie music photo photos trip travel holiday holidays vacation moving baby wedding
birthday party event conference meeting meetings calls email message letter visit walk train bus car bike plane
airport station one two three four five six seven eight nine ten eleven twelve dozen hundred discussing talking
catching planning eating drinking laughing looking working playing walking watching running pretty honestly
luckily sadly unfortunately intro introduction advice tips tip feedback recommendation recommendations contact
contacts updates review demo pitch proposal invoice salary raise promotion retirement divorce illness cancer
surgery hospital funeral jokes memories politics university exam exams thesis phd startup funding investors
hiring recruiting candidate candidates role position relocation visa apartment flat renovation dog dogs cat cats
marathon training race skiing hiking climbing sailing art cinema cooking baking knitting gardening chess golf
tennis yoga parents grandchildren twins pregnancy pregnant engaged married divorced leaving staying joining
quitting resigned retired retiring hired fired sick ill ai software code data science physics maths english
french german spanish italian japanese chinese latin europe berlin london paris rome vienna oslo lisbon madrid
zurich munich hamburg amsterdam brussels dublin york monday's yesterday's today's tomorrow's laughs gossip
strategy roadmap launch product products sales marketing finance engineering design research legal customers
clients partners suppliers vendors founders board ceo cto cfo managers managing hire hires interviews
conferences talks paper papers article articles podcast podcasts newsletter blog website app apps server servers
database cloud security privacy audit compliance governance q1 q2 q3 q4 okrs kpis goals values vision mission
culture teamwork leadership mentoring coaching career careers cheese bread chocolate fruit vegetables meat fish
cookies dessert ice cream pastries croissants bagels sandwiches nothing something anything everything somewhere
anywhere everywhere turns turned found find ended started began spent bought paid ordered enjoyed loved liked
laughed cried helped learned learnt discovered agreed decided explained shared brought built wrote sent read
heard met walked ran instead without except minus anyway especially hopefully fyi btw lol haha thanks thank
please note update approx he's she's it's i'm i've we've they're i'll we'll she'll he'll they'll i'd we'd she'd
he'd that's there's what's
"""
COMMON = (
    words(_COMMON)
    | NEGATIONS
    | CANCELLED
    | UNREAL
    | REPORTED
    | FUTURE
    | ABOUT
    | FINITE
    | CONNECTIVES
    | THEN
    | WITH
    | I
    | OTHERS
) - words("y et und en hi")
# Names that are words as well; in lower case they are names only where company is named.
ALSO_WORDS = words("""
    will may can mark grace art rose frank bill joy hope june april august summer dawn jack rob sue pat drew
    chase grant guy max miles ray rich sky violet ivy olive penny pearl ruby amber jade holly dean earl duke
    christian faith mercy melody gene norm wade an young long so do van my le in ha sunday hunter brook forest
    jay pierce star stone major martin mason lane lance clay cliff crystal daisy dale basil autumn ginger hazel
    iris lily page reed robin sage sandy sunny victor ward no wing song you he she it her me sam bo
    """) - words("sam bo")

NAMES_THAT_ARE_WORDS = ALSO_WORDS - words("""
    you he she it her me so do van my le in ha an no can long young wing song
    """)
