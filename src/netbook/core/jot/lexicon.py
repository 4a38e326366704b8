"""The words of a sentence that say what it is about: verbs of contact, and words that say it did not happen."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["past", "base", "ing"]
# How a verb takes its company: as its object, after "with", or through a kind ("had lunch with Ana").
Takes = Literal["object", "with", "kind"]


class Verb(NamedTuple):
    """A form of a verb of contact: the kind it names, if it does, and how it takes its company."""

    kind: str | None
    takes: Takes
    form: Form


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Past, base, -ing: phrases have "_" for a space.
_OBJECT = """
met meet meeting
met_up_with meet_up_with meeting_up_with
met_with meet_with meeting_with
saw see seeing
ran_into run_into running_into
bumped_into bump_into bumping_into
came_across come_across coming_across
talked_to talk_to talking_to
spoke_to speak_to speaking_to
chatted_to chat_to chatting_to
joined join joining
hosted host hosting
interviewed interview interviewing
called call calling =call
called_up call_up calling_up =call
phoned phone phoning =call
phoned_up phone_up phoning_up =call
rang ring ringing =call
rang_up ring_up ringing_up =call
telephoned telephone telephoning =call
skyped skype skyping =video
facetimed facetime facetiming =video
visited visit visiting =visit
emailed email emailing =email
mailed mail mailing =email
texted text texting =message
messaged message messaging =message
whatsapped whatsapp whatsapping =message
pinged ping pinging =message
wrote write writing =message
wrote_to write_to writing_to =message
"""
_WITH = """
talked talk talking
spoke speak speaking
chatted chat chatting
caught_up catch_up catching_up
met_up meet_up meeting_up
met meet meeting
hung_out hang_out hanging_out
sat sit sitting
sat_down sit_down sitting_down
got_together get_together getting_together
got_lunch get_lunch getting_lunch =lunch
ate eat eating
discussed discuss discussing
reviewed review reviewing
brainstormed brainstorm brainstorming
celebrated celebrate celebrating
reconnected reconnect reconnecting
synced sync syncing
dined dine dining =dinner
lunched lunch lunching =lunch
brunched brunch brunching =lunch
drank drink drinking =drinks
walked walk walking =walk
strolled stroll strolling =walk
hiked hike hiking =walk
zoomed zoom zooming =video
skyped skype skyping =video
facetimed facetime facetiming =video
played play playing =activity
cooked cook cooking =activity
baked bake baking =activity
climbed climb climbing =activity
bouldered boulder bouldering =activity
jogged jog jogging =activity
ran run running =activity
swam swim swimming =activity
cycled cycle cycling =activity
biked bike biking =activity
skied ski skiing =activity
sailed sail sailing =activity
surfed surf surfing =activity
rowed row rowing =activity
kayaked kayak kayaking =activity
paddled paddle paddling =activity
danced dance dancing =activity
sang sing singing =activity
fished fish fishing =activity
camped camp camping =activity
worked_out work_out working_out =activity
trained train training =activity
gardened garden gardening =activity
painted paint painting =activity
watched watch watching =activity
shot_hoops shoot_hoops shooting_hoops =activity
"""
_KIND = """
had have having
've_had have_had having
grabbed grab grabbing
got get getting
did do doing
took take taking
went go going
enjoyed enjoy enjoying
shared share sharing
finished finish finishing
attended attend attending
shot shoot shooting
spent spend spending
squeezed_in squeeze_in squeezing_in
snuck_in sneak_in sneaking_in
was_at be_at being_at
was_on be_on being_on
was_out be_out being_out
made make making
gave give giving
sent send sending
swapped swap swapping
exchanged exchange exchanging
wrote write writing
"""


def _table() -> dict[tuple[str, ...], tuple[Verb, ...]]:
    found: dict[tuple[str, ...], tuple[Verb, ...]] = {}
    takes: Takes
    for takes, lines in (("object", _OBJECT), ("with", _WITH), ("kind", _KIND)):
        for line in lines.split("\n"):
            forms, _, kind = line.partition(" =")
            for form, phrase in zip(("past", "base", "ing"), forms.split(), strict=False):
                key = tuple(phrase.split("_"))
                verb = Verb(kind or None, takes, form)  # type: ignore[arg-type]  # zip widens the literals
                found[key] = (*found.get(key, ()), verb)
    return found


VERBS = _table()
LONGEST_VERB = 3

# What somebody else does that is contact with me: "Ana called", "Bo dropped by", "Mia joined us for lunch".
THEY = {
    ("called",): "call", ("called", "back"): "call", ("phoned",): "call", ("rang",): "call", ("rang", "up"): "call",
    ("texted",): "message", ("messaged",): "message", ("emailed",): "email", ("mailed",): "email",
    ("wrote",): "message", ("skyped",): "video", ("facetimed",): "video", ("visited",): "visit",
    ("came", "over"): "visit", ("came", "by"): "visit", ("came", "round"): "visit", ("came", "around"): "visit",
    ("came", "to", "visit"): "visit", ("dropped", "by"): "visit", ("dropped", "in"): "visit", ("stopped", "by"): "visit",
    ("popped", "by"): "visit", ("popped", "in"): "visit", ("popped", "over"): "visit", ("swung", "by"): "visit",
    ("joined",): None, ("met",): None, ("saw",): None,
}  # fmt: skip

ME = words("me us")
I = words("i we ive weve im were ill well id wed i've we've i'm we're i'll we'll i'd we'd")  # noqa: E741
SUBJECTS = words("i we he she they it you ive weve im")
OTHERS = words(
    "he she they it you this that there he's she's they're they've it's you're that's there's he'll she'll they'll"
    " it'll you'll he'd she'd they'd who's hes shes theyre theyve"
)
PRONOUN_COMPANY = words("him her them you")
SELF = words("me myself us i")

NEGATIONS = words(
    "not never no none nobody neither nor without hardly barely scarcely cannot nothing nowhere except minus"
    " didnt dont wasnt couldnt wont cant wouldnt hasnt havent hadnt isnt arent doesnt shouldnt werent mustnt aint"
    " kein keine keinen nicht nie ohne pas jamais sans nunca sin niet geen nie non"
)
CANCELLED = words(
    "cancelled canceled cancel cancels cancelling canceling scrapped postponed postpone rescheduled reschedule moved"
    " pushed bumped skipped skip skipping missed miss missing forgot forgotten forget bailed flaked ghosted noshow"
    " ditched declined refused dropped shifted delayed kidding joking joke blew aborted abandoned"
)
CANCELLED_PHRASES = (
    ("called", "off"), ("put", "off"), ("fell", "through"), ("fell", "apart"), ("stood", "up"), ("turned", "down"), ("backed", "out"),
    ("pulled", "out"), ("no", "show"), ("is", "off"), ("was", "off"), ("stood", "me", "up"), ("stood", "us", "up"),
    ("got", "sick"), ("stayed", "home"), ("stayed", "away"), ("ran", "out"), ("called", "in"), ("called", "it", "off"),
    ("pulled", "the", "plug"), ("looking", "forward"), ("look", "forward"), ("cried", "off"), ("has", "to"), ("have", "to"), ("got", "rained"), ("rained", "off"), ("on", "hold"), ("in", "doubt"),
    ("got", "bumped"), ("at", "risk"), ("not", "on"),
)  # fmt: skip
# Somebody who was expected and was not there.
ABSENT = words(
    "come came show showed shown make made attend attended join joined appear appeared turn turned cancel cancelled"
    " canceled bailed flaked sick ill absent missing ghosted missed forgot happen happened happening happens meet met"
    " arrive arrived able get there go going coming reach answer answered pick picked reply replied"
    " cancels declined refused off see seen call called talk stayed work"
)
UNREAL = words(
    "would could should might must ought want wants wanted wanting wish wished wishes hope hoped hoping hopes plan plans"
    " planned planning intend intended try tried trying tries attempted almost nearly maybe perhaps possibly"
    " probably supposed if unless imagine imagined dreamt dreamed dream pretend remember remind reminder need needs"
    " needed wanna lets let's let avoid avoided invite invited invites asked ask offer offered propose proposed"
    " suggest suggested consider considering considered rather thinking thought dreading dreaded wonder wondering"
    " wondered ever todo usually always often sometimes regularly owed due pending unlikely used forthcoming upcoming"
    " i'd we'd id wed she'd he'd they'd you'd going_to_be vorhatte apparently allegedly requested request"
    " keen eager ready whether once hopefully expecting expect expected aim aiming prefer preferred decided decide"
    " anticipating arranging organising organizing booking scheduling wanting missing proposing suggesting postponing"
    " regret regretted recalled recall remembered remembering describe described recap recapped"
    " agreed prepare prepared preparing draft drafted wishlist idea invitation invites longing demanded begged tbd tbc tba wait waiting awaiting late-notice unconfirmed tentative tentatively"
)
SCHEDULED = words("scheduled booked arranged fixed agreed confirmed planned")
REPORTED = words(
    "said says say told tells tell heard hears hear read mentioned mentions claims claimed reported announced"
)
FUTURE = words("will shall gonna ill well i'll we'll he'll she'll they'll won't")
QUESTIONS = words("did do does have has had should shall would could can will is are was were am")
WONDERING = words("when what who where why how which whom whose did do does")

# What is after these says more about the meeting, and who is named there was not company.
ABOUT = words(
    "about re regarding concerning on of from by for to into onto over via like than as toward towards per"
)
FINITE = words(
    "because since who whom whose which that where when while if as after before until till unless although though"
    " whereas during"
)
CONNECTIVES = words("and & + plus und et y")
THEN = words("then but so yet afterwards later also")
WITH = words("with w alongside")

# Words of a sentence that are no names, whoever may be called so in lower case.
_COMMON = """
a an the this that these those my our your her his their its some any many much more most few several both all each
every other another such same own i we you he she it they me us him them who whom whose which what where when why how
and or but so if as than then because since while although though until till before after during about above across
against along around at behind below beneath beside besides between beyond by down for from in inside into like near
of off on onto out outside over past per round through throughout to toward towards under up upon via with within
is are was were be been being am do does did done have has had having can could may might must shall should will
would get got gets getting go goes went gone going come came coming take took taken make made making let put say said
see saw seen know knew think thought want wanted need give gave given tell told talk talked ask asked feel felt leave
left keep kept seem seemed show showed try tried call called work worked play played move moved live lived
not no never yes ok okay well very really quite rather just only even still also too again once twice always often
sometimes ever already soon now here there today yesterday tomorrow tonight maybe perhaps finally briefly quickly
slowly together alone later earlier afterwards ago away back home long short good great nice lovely fun funny big
small little old new young early late fast slow hard easy best better worst worse bad happy sad tired busy free full
empty hot cold warm first last next second third quick brief whole half lots lot bit bunch couple pair plenty
amazing awesome brilliant fantastic wonderful pleasant interesting productive useful helpful friendly excellent super
cool delicious tasty yummy beautiful gorgeous terrible awful boring spontaneous impromptu unexpected surprise virtual
weekly monthly daily regular usual annual informal casual formal private overdue much-needed relaxed relaxing intense
time times day days week weeks month months year years hour hours minute minutes min mins morning afternoon evening
night noon midday lunchtime weekend way thing things people person man woman men women guy guys girl boy kid kids child
children friend friends colleague colleagues team folks family everyone everybody someone somebody anyone others mum mom
dad mother father brother sister son daughter wife husband partner boss neighbour neighbor client customer manager
work office house home school town city street park garden beach bar pub restaurant place table food meal cake pizza
pasta soup salad sushi curry steak burger tapas breakfast lunch dinner coffee tea beer wine water drinks
rain sun snow wind weather sea lake river mountain hill forest project plan plans idea ideas budget report slides deck
contract job news question questions answer problem problems issue issues deal offer talk chat story stories book books
film movie music photo photos trip travel holiday holidays vacation move moving baby wedding birthday party event
conference meeting meetings call calls email message letter visit walk train bus car bike plane airport station
one two three four five six seven eight nine ten eleven twelve dozen hundred
discussing talking catching planning eating drinking laughing looking working playing walking watching running
really pretty honestly luckily sadly unfortunately
intro introduction advice tips tip feedback recommendation recommendations contact contacts updates review demo pitch
proposal invoice salary raise promotion retirement divorce illness cancer surgery hospital funeral jokes memories politics
university exam exams thesis phd startup funding investors hiring recruiting candidate candidates role position relocation
visa apartment flat renovation garden dog dogs cat cats marathon training race running skiing hiking climbing sailing music
art cinema cooking baking knitting gardening chess golf tennis yoga family parents grandchildren twins pregnancy pregnant
engaged married divorced moving leaving staying joining quitting resigned retired retiring hired fired sick ill tired well
ai software code data science physics maths english french german spanish italian japanese chinese latin europe
berlin london paris rome vienna oslo lisbon madrid zurich munich hamburg amsterdam brussels dublin york
monday's yesterday's today's tomorrow's laughs gossip fun strategy roadmap launch product products sales marketing finance
engineering design research legal customers clients partners suppliers vendors founders board ceo cto cfo manager managers
managing hire hires candidates interviews conferences talks talk slides paper papers article articles podcast podcasts
newsletter blog website app apps server servers database cloud security privacy audit compliance governance strategy
q1 q2 q3 q4 okrs kpis goals values vision mission culture teamwork leadership mentoring coaching career careers
wine cheese bread chocolate fruit vegetables meat fish cookies dessert ice cream pastries croissants bagels sandwiches
nothing something anything everything somewhere anywhere everywhere
turns turned found find ended started began spent bought paid ordered enjoyed loved liked laughed cried helped
showed learned learnt discovered agreed decided explained shared brought built wrote sent read heard met walked ran
instead without except minus rather than afterwards anyway besides especially hopefully fyi btw lol haha thanks thank please note update via approx about
he's she's it's i'm i've we've they're i'll we'll she'll he'll they'll i'd we'd she'd he'd that's there's what's
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
ALSO_WORDS = words(
    "will may can mark grace art rose frank bill joy hope june april august summer dawn jack rob sue pat drew chase"
    " grant guy max miles ray rich sky violet ivy olive penny pearl ruby amber jade holly dean earl duke christian faith"
    " mercy melody gene norm wade an young long so do van my le in ha sunday hunter brook forest jay pierce star stone"
    " major martin mason major lane lance clay cliff crystal daisy dale basil autumn ginger hazel iris lily page reed"
    " robin sage sandy sunny victor ward no wing song you he she it her me sam bo"
) - words("sam bo")

NAMES_THAT_ARE_WORDS = ALSO_WORDS - words(
    "you he she it her me so do van my le in ha an no can long young wing song"
)

LATE = words("late early later earlier ago before after away behind until old")
VERBISH = words(
    "was is are were had has have did does do said says told could can can't couldn't cannot would will won't might may"
    " must should didn't doesn't don't isn't wasn't hasn't came comes went goes got gets called texted phoned wrote wants"
    " wanted works worked looks looked seems seemed thinks thought knows knew likes liked loves loved asked asks joined"
    " left leaves starts started moved moves told made makes took takes brought gave gives paid promised owes never always"
    " also just really finally already bailed cancelled canceled missed forgot stayed arrived showed couldnt didnt"
    " wasnt isnt cant wont turned turns mentioned met sent needs needed still lives lived met ordered talked laughed who"
)
# With these, what was not done is no reason to doubt the meeting: "she doesn't drink", "didn't talk about work".
HARMLESS = words(
    "like likes eat eats drink drinks know knows knew smoke drive drives want wants need needs remember believe feel care"
    " mind talk discuss mention agree understand say tell think have own read sleep speak look seem love enjoy expect"
    " hear sure happy bad easy much wait finish manage get decide buy order pay ask doesn't don't isn't aren't"
)
