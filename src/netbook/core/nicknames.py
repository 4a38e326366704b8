"""Given names and their short forms: "Bob" and "Robert" may be one person, "John" and "Joan" are two.

Each line is a name, other spellings and what people called so are called; after "|" come names that have the
same root but are seldom the same person's. A short form may be in several lines. Words are keys as `names.fold`
makes them. A name that stands alone is here because it is a letter away from another one, and not that one.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

Relation = Literal["form", "kin"]

_LINES = """
abigail abby abbie gail
abraham abe bram | avraham
adam
adele | adela
agnes aga | agnieszka
albert al bert bertie | alberto
alexander alexandre aleksandr oleksandr alex alec sandy sasha sascha xander lex | alejandro alessandro sandro
alexandra aleksandra alex sandra sasha alexa lexi sandy | alejandra alessandra ola
alfred al alf alfie fred freddy | alfredo
alice ali allie | alicia
alison ali allison
amanda mandy
amelia amy millie
anastasia nastya stacy
andrea andie
andrew andy drew | andreas andrei andres andrea andrzej andre
angela angie | angelika
anja anya ania | anna
ann anne annie | nancy nan hannah anita anya anja ania
anna ana annie anya | ann anne hannah anita anja ania nancy
anthony tony toni ant | antonio anton
antonia toni tonia
arthur art artie | arturo
augustus gus | august augustin
barbara barb barbie babs basia
bartholomew bart
beatrice bea trixie | beatriz
benjamin ben benny benji | benedict
bernard bernie bernhard
bridget bridie biddy | brigitte
bruno
bryan brian
carl karl | carlos charles
carla
carlo
caroline carolin carolina karoline carrie | carol
cecilia cissy | cecily
charles charlie chuck chas | carl carlos karl
charlotte lottie charlie lotte
christian chris kristian
christina kristina chris tina chrissy | christine kristin kirsten krystyna
christine chris tina chrissy kristin
christopher christoph chris kit topher | cristobal krzysztof
clara klara
clement clem
constance connie
cornelius neil cor kees
cynthia cindy
dan daniel danny daniil
daniela | dani danielle
david dave davey davy | dawid
deborah debbie deb
dennis denis
diana di
diego
dmitri dimitri dmitry dima mitya
dominic dominik dom nick
donald don donnie
dorothy dot dottie | dorothea
douglas doug
duncan
edith edie
edmund ed eddie ned
edward ed eddie ted teddy ned | eduardo eduard
edwin ed eddie
eleanor elinor ellie nell nora | lena
elena lena | ellie helena
elias eli
elizabeth elisabeth liz lizzie beth betty betsy eliza libby bess | lisa elsa elise ela lise
emil
emily em emmy | emilia
emma em
eric erik rick
erica erika
ernest ernie | ernst
eugene gene | eugen evgeny
eva ewa eve
evgenia zhenya
evgeny eugen zhenya
ferdinand ferdi
fiona
florence flo florrie
frances fran frankie | francesca franziska
francesca fran frankie
francis frank fran | franz francisco francesco paco francois
franklin | frank
franziska franzi
frederick fred freddie freddy | fritz federico friedrich frederic
friedrich fritz
gabriel gabe
gabriela gabrielle gabi gabby
geoffrey jeff geoff jeffrey
george georgie | georg jorge yuri jurgen jorg
georgina georgie georgia | gina
gerald gerry jerry | gerard
gerhard gerd
gertrude gert trudy
gilbert gil bert
giovanna gianna
giuseppe beppe pino
gregory greg | gregor
gustav gus
hans hannes | johannes
harold harry hal
harriet hattie
heather
helen nell nellie | helena ellen lena helene
helena lena
henrietta hetty etta
henry harry hank hal | heinrich henri enrique heinz henrik
herbert herb bert
hubert bert | hugh
hugo
ignatius nacho iggy ignacio
ines
irene irina ira
isaac ike
isabel isabelle isabella bella izzy belle | isa
ivan vanya | ivo
jacob jake jakob | jack jacobo kuba jakub
jacqueline jackie
james jim jimmy jamie jay | jaime
jan
jana
jane janie janey jenny
janet | jan
jasmine jas
jason jay
jean
jennifer jen jenny jenn
jeremy jem jerry
jerome jerry
jessica jess jessie
joachim jochen achim joaquin
joan joanie jo | joanne joanna johanna
joanna joanne jo
johanna jo hanna
johannes hans hannes
john jack johnny jon jonny | johann juan ivan jean giovanni johan jan joao hans ian sean johannes
jonas
jonathan jon jonny nathan
jordan
jorge
jose pepe
joseph joe joey josef jo | josip
josephine josie jo | josefina
joshua josh
juan
judith judy | jude
julia julie jules
julian jules
juliana
june
kai
karen
karin
katherine catherine kathryn kate katie kathy cathy kat kit kitty | katarina katharina katerina kasia katya ekaterina
kenneth ken kenny
kevin kev
kimberly kim
konstantin kostya
lara
laura laurie laureen
laurence larry laurie lawrence | lars lorenzo laurent
lea
lee
lena
leo leon
leonard leo len lenny | leonardo
leonora | nora
leopold leo
leslie les
lev
liam
lillian lily lil
linda
linus
louis lou louie | luis lewis ludwig luigi
louise lou lulu | luise luisa louisa
luca
lucas lukas luke | luca
lucia | lucy
lucius
luna
madeleine maddie
magdalena magdalene magda lena | maddie
malcolm mal
manuel manny manolo
manuela
marcus markus mark marc | marco marek
margaret maggie meg peggy marge margie daisy | greta rita gretchen molly margarita margarete gosia malgorzata
margarete greta gretchen gretel rita
maria mariya masha | mary marie mia miriam molly polly may
marina
mario
marion
mark
marta martha
martin marty
martina
mary molly polly may | maria marie
matilda tilly mathilda
matthew matt matty | mateo matteo matthias mateusz matthieu
maurice mo
maximilian max
maxine max
maya
megan meg
melanie mel
melissa mel missy
michael mikael mike mick mickey mikey mikhail misha micha | miguel michal michel
michaela
michelle shelly michele
mildred millie
mina
minna
mirjam miri | mia
mohammed mo mohamed muhammad mohammad mehmet
mona
monica monika mona
nadia nadja nadezhda | nadine
natalia natasha natalya nat
natalie nat | natalia natasha natalya
nathaniel nat nate nathan
nicholas nick nicky nico nicolas | nikolaus klaus nikolai kolya nikola mikolaj
nicole nicky nikki | nicola
nina
nora
norman norm
olga
oliver ollie
olivia liv livvy
oscar oskar
pamela pam
patricia pat patty trish tricia patsy
patrick patrik pat paddy rick
paul | pablo paolo pavel pawel
paula
paulina
penelope penny
percival percy
peter pete petey | pedro pierre piotr petr pyotr
petra
philip phil pip philipp | felipe filip
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
richard rick dick richie rich ricky | ricardo
robert bob bobby rob robbie bert | roberto robin
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
sofia sophia sophie | zofia sonja sonya
sonja sonya sonia
stanley stan stanislav
stefan steffen
stella
stephanie stefanie steph | stefania
stephen steven steve stevie | stefan stephan esteban etienne
susan susanna suzanne sue susie suzy | susanne zuzana
sylvia silvia | sylvie
tamara tammy
tatiana tanya tania
terence terry
teresa theresa terry tess tessa therese resi
theodora | dora thea
theodore ted teddy theo | fyodor
thomas tomas tom tommy | tomasz tommaso
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
vincent vince vinny | vincenzo vicente
virginia ginny
vladimir wladimir vlad volodya vova
walter walt wally
wendy
wilhelmina mina willa
william bill billy will willy liam | guillermo wilhelm willem guillaume wim
winifred winnie freddie
wolfgang wolf
yolanda yoli
yusuf yosef
zachary zach zack
zara
zoe
"""


@cache
def _lines() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Every line: the name, its short forms, and all of its words."""
    rows = []
    for line in _LINES.strip().splitlines():
        own, _, kin = line.partition("|")
        name, *short = own.split()
        rows.append((name, frozenset(short), frozenset([name, *short, *kin.split()])))
    return tuple(rows)


@cache
def _places() -> dict[str, frozenset[int]]:
    """Every word with the numbers of the lines it is in."""
    result: dict[str, frozenset[int]] = {}
    for number, (_, _, words) in enumerate(_lines()):
        for word in words:
            result[word] = result.get(word, frozenset()) | {number}
    return result


def is_given(word: str) -> bool:
    """Whether the word is a given name, or a short form of one, that stands here."""
    return word in _places()


def related(word: str, other: str) -> Relation | None:
    """Whether one word is a short form of the other, or both come from one name."""
    places = _places()
    both = places.get(word, frozenset()) & places.get(other, frozenset())
    if not both:
        return None
    lines = [_lines()[number] for number in both]
    is_form = any(
        (word == name and other in short) or (other == name and word in short) for name, short, _ in lines
    )
    return "form" if is_form else "kin"


@cache
def first_letters(word: str) -> frozenset[str]:
    """The letters with which the word and its other forms begin: "b" and "r" for Bob."""
    lines = [_lines()[number] for number in _places().get(word, ())]
    return frozenset(form[0] for _, _, words in lines for form in words) or frozenset(word[:1])
