"""Given names and their short forms: "Bob" and "Robert" may be one person, "John" and "Joan" are two.

Each line is one name and what people called so are called; a short form may stand in several lines. Words are
keys as `names.fold` makes them. A name without short forms stands here to say that it is a name of its own,
where it differs from another one by a letter.
"""

from __future__ import annotations

from functools import cache

_LINES = """
abigail abby abbie gail
abraham abe bram avraham
adam
adele adela
agnes agnieszka aga
albert al bert bertie alberto
alexander alex alec sandy sasha sascha xander lex alejandro alessandro aleksandr alexandre sandro oleksandr
alexandra alex sandra sasha alexa lexi sandy alejandra alessandra aleksandra ola
alfred al alf alfie fred freddy alfredo
alice ali allie alicia
alison ali allison
amanda mandy
amelia amy millie
anastasia nastya stacy ana
andrew andy drew andreas andrei andres andrea andrzej andre
andrea andie
angela angie angelika
ann anna anne annie ana nan nancy hannah anita anya anja ania
anthony tony antonio anton toni ant
antonia toni tonia
arthur art artie arturo
augustus gus august augustin
barbara barb barbie babs basia
bartholomew bart
beatrice bea trixie beatriz
benjamin ben benny benji benedict
bernard bernie bernhard
bridget bridie biddy brigitte
bruno
bryan brian
caroline carol carrie karoline carolin carolina
carl karl carlos charles
carla
carlo
catherine katherine kathryn kate katie kathy cathy kat kit kitty katarina katharina katerina kasia katya ekaterina
cecilia cecily cissy
charles charlie chuck chas carl carlos karl
charlotte lottie charlie lotte
christian chris kristian
christina chris tina kristina christine kristin kirsten chrissy krystyna
christopher chris kit topher christoph cristobal krzysztof
clara klara
clement clem
constance connie
cornelius neil cor kees
cynthia cindy
dan daniel danny daniil
daniela dani danielle
david dave davey davy dawid
deborah debbie deb
dennis denis
diana di
diego
dimitri dmitri dmitry dima mitya
dominic dom nick dominik
donald don donnie
dorothy dot dottie dorothea
douglas doug
duncan
edith edie
edmund ed eddie ned
edward ed eddie ted teddy ned eduardo eduard
edwin ed eddie
eleanor ellie nell nora lena elinor
elena lena ellie helena
elias eli
elizabeth liz lizzie beth betty betsy eliza lisa elsa libby elisabeth elise ela bess lise
emil
emily em emmy emilia
emma em
eric erik rick
erica erika
ernest ernie ernst
eugene gene eugen evgeny zhenya
eva eve ewa
evgenia zhenya
ferdinand ferdi
florence flo florrie
frances fran frankie francesca franziska
francis frank franz francisco francesco paco fran francois
franklin frank
frederick fred freddie freddy fritz federico friedrich frederic
fiona
gabriel gabe
gabriela gabi gabby gabrielle
gerald gerry jerry gerard
gerhard gerd
geoffrey jeff geoff jeffrey
george georg jorge georgie yuri jurgen jorg
georgina georgie georgia gina
gertrude gert trudy
gilbert gil bert
giovanna gianna
giuseppe beppe pino
gregory greg gregor
gustav gus
hans johannes
harold harry hal
harriet hattie
heather
helen nell nellie helena ellen lena helene
henrietta hetty etta
henry harry hank hal heinrich henri enrique heinz henrik
herbert herb bert
hubert bert hugh
hugo
ignatius nacho iggy ignacio
ines
irene irina ira
isaac ike
isabel bella izzy isabella isabelle belle isa
ivan vanya ivo
jacob jake jakob jack jacobo kuba jakub
jacqueline jackie
james jim jimmy jamie jay jaime
jan
jana
jane janie janey jenny
janet jan
jason jay
jasmine jas
jean
jennifer jen jenny jenn
jeremy jerry jem
jerome jerry
jessica jess jessie
joachim jochen achim joaquin
joan joanie joanne joanna jo johanna
john jack johnny jon johann jonny juan ivan jean giovanni johan jan joao hans ian sean
jonathan jon jonny nathan
jonas
jordan
jorge
jose pepe
joseph joe joey jo josef josip
josephine jo josie josefina
joshua josh
juan
judith judy jude
julia julie jules
julian jules
juliana
june
karen
karin
kai
kenneth ken kenny
kevin kev
kimberly kim
konstantin kostya
lara
laura laurie laureen
laurence larry laurie lars lawrence lorenzo laurent
lea
lee
lena
leo leon
leonard leo len lenny leonardo
leonora nora
leopold leo
leslie les
lev
liam
lillian lily lil
linda
linus
louis lou louie luis lewis ludwig luigi
louise lou lulu luise luisa louisa
lucas luke luca lukas
lucia lucy
lucius
luca
luna
magdalena lena magda maddie magdalene
malcolm mal
manuel manny manolo
manuela
marcus mark marc marco markus marek
margaret maggie meg peggy marge margie greta rita gretchen daisy molly margarita margarete gosia malgorzata
maria mary marie mia mariya masha miriam molly polly may
mario
marion
marina
mark
marta martha
martin marty
martina
matilda tilly mathilda
matthew matt matty mateo matteo matthias mateusz matthieu
maurice mo
maximilian max
maxine max
maya
megan meg
melanie mel
melissa mel missy
michael mike mick mickey mikey miguel michal michel mikhail misha micha mikael
michaela
michelle shelly michele
mildred millie
mina
minna
mirjam mia miri
mohammed mo mohamed muhammad mohammad mehmet
mona
monica mona monika
nadia nadja nadine nadezhda
natalie nat natalia natasha natalya
nathaniel nat nate nathan
nicholas nick nicky nico nikolaus klaus nicolas nikolai kolya nikola mikolaj
nicole nicky nikki nicola
nina
nora
norman norm
olga
oliver ollie
olivia liv livvy
oscar oskar
pamela pam
patricia pat patty trish tricia patsy
patrick pat paddy rick patrik
paul pablo paolo pavel pawel
paula
paulina
penelope penny
percival percy
peter pete petey pedro pierre piotr petr pyotr
petra
philip phil pip philipp felipe filip
philippa pippa
phoebe
priscilla cilla
rachel rae
rafael rafa raphael rafal
raymond ray
rebecca becky becca bex
reginald reg reggie
renate
rene
richard rick dick richie rich ricky ricardo
robert bob bobby rob robbie bert roberto robin
roberta bobbie
robin
roderick rod
rodney rod
roger rodge
roland
roman
ronald ron ronnie
rosa
rose rosie
rosemary rosie
rudolf rudi rudy
russell russ
ruth
samantha sam sammy
samuel sam sammy
sara sarah sally
sebastian seb bas basti
sergei sergey seryozha
sidney sid
simon
simone
sofia sophie sophia zofia sonja sonya
stanley stan stanislav
stefan steffen
stella
stephanie steph stefanie stefania
stephen steve stevie steven stefan stephan esteban etienne
susan sue susie suzy susanna suzanne susanne zuzana
sylvia sylvie silvia
tamara tammy
tatiana tanya tania
teresa terry tess tessa theresa therese resi
terence terry
theodore ted teddy theo fyodor
theodora dora thea
thomas tom tommy tomas tomasz tommaso
tim
timothy tim timmy
tina
tobias toby tobi
valentina valya
valerie val
vera
veronica ronnie vera
victor vic viktor
victoria vicky vicki tori viktoria
vincent vince vinny vincenzo vicente
virginia ginny
vladimir vlad volodya wladimir vova
walter walt wally
wendy
wilhelmina mina willa
william bill billy will willy liam guillermo wilhelm willem guillaume wim
winifred winnie freddie
wolfgang wolf
yolanda yoli
yusuf yosef
zachary zach zack
zoe
"""


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Every word with the numbers of the lines it stands in."""
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(_LINES.strip().splitlines()):
        for word in line.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found


def is_given(word: str) -> bool:
    """Whether the word is a given name, or a short form of one, that stands here."""
    return word in _groups()


def one_name(word: str, other: str) -> bool:
    """Whether both are forms of one given name."""
    groups = _groups()
    return not groups.get(word, frozenset()).isdisjoint(groups.get(other, frozenset()))


@cache
def first_letters(word: str) -> frozenset[str]:
    """The letters with which the word and its other forms begin: "b" and "r" for Bob."""
    groups = _groups()
    mine = groups.get(word)
    if mine is None:
        return frozenset(word[:1])
    return _letters(mine)


@cache
def _letters(lines: frozenset[int]) -> frozenset[str]:
    every = _LINES.strip().splitlines()
    return frozenset(word[0] for number in lines for word in every[number].split())
