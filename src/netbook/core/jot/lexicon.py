"""The words of a sentence that say what it is about: verbs of contact, and words that say it did not happen."""

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


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a text, between semicolons, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in text.split(";"))


# Past, base, -ing: phrases have "_" for a space.
_OBJECT = """
met meet meeting
met_up_with meet_up_with meeting_up_with
met_with meet_with meeting_with
saw see seeing
ran_into run_into running_into
bumped_into bump_into bumping_into
came_across come_across coming_across
went_to_see go_to_see going_to_see
came_to_see come_to_see coming_to_see
popped_round_to_see pop_round_to_see popping_round_to_see =visit
dropped_in_on drop_in_on dropping_in_on =visit
looked_in_on look_in_on looking_in_on =visit
sat_next_to sit_next_to sitting_next_to
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
paired pair pairing
texted text texting =message
messaged message messaging =message
emailed email emailing =email
phoned phone phoning =call
travelled travel travelling =activity
traveled travel traveling =activity
drove drive driving =activity
flew fly flying =activity
rode ride riding =activity
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
    result: dict[tuple[str, ...], tuple[Verb, ...]] = {}
    takes: Takes
    for takes, lines in (("object", _OBJECT), ("with", _WITH), ("kind", _KIND)):
        for line in lines.split("\n"):
            forms, _, kind = line.partition(" =")
            for form, phrase in zip(("past", "base", "ing"), forms.split(), strict=False):
                key = tuple(phrase.split("_"))
                verb = Verb(kind or None, takes, form)  # type: ignore[arg-type]  # zip widens the literals
                result[key] = (*result.get(key, ()), verb)
    return result


VERBS = _table()
LONGEST_VERB = 4

# What somebody else does that is contact with me: "Ana called", "Bo dropped by", "Mia joined us for lunch".
THEY: dict[tuple[str, ...], str | None] = {
    phrase: kind
    for kind, line in (
        ("call", "called; called back; phoned; rang; rang up"),
        ("message", "texted; messaged; wrote"),
        ("email", "emailed; mailed"),
        ("video", "skyped; facetimed"),
        (
            "visit",
            "visited; came over; came by; came round; came around; came to visit; dropped by; dropped in",
        ),
        ("visit", "stopped by; popped by; had me over; had us over; popped in; popped over; swung by"),
        (None, "joined; met; saw"),
    )
    for phrase in phrases(line)
}

ME = words("me us")
I = words("i we ive weve im were ill well id wed i've we've i'm we're i'll we'll i'd we'd")  # noqa: E741
SUBJECTS = words("i we he she they it you ive weve im")
OTHERS = words("""
    he she they it you this that there he's she's they're they've it's you're that's there's he'll she'll
    they'll it'll you'll he'd she'd they'd who's hes shes theyre theyve
    """)

NEGATIONS = words("""
    not never no none nobody neither nor without hardly barely scarcely cannot nothing nowhere except minus
    didnt dont wasnt couldnt wont cant wouldnt hasnt havent hadnt isnt arent doesnt shouldnt werent mustnt aint
    kein keine keinen nicht nie ohne pas jamais sans nunca sin niet geen non
    """)
CANCELLED = words("""
    cancelled canceled cancel cancels cancelling canceling scrapped postponed postpone rescheduled reschedule
    moved pushed bumped skipped skip skipping missed miss missing forgot forgotten forget bailed flaked ghosted
    noshow ditched declined refused dropped shifted delayed kidding joking joke blew aborted abandoned
    """)
CANCELLED_PHRASES = phrases(
    """
    called off; put off; fell through; fell apart; stood up; turned down; backed out; pulled out; no show;
    is off; was off; stood me up; stood us up; got sick; stayed home; stayed away; ran out; called in;
    called it off; pulled the plug; looking forward; look forward; cried off; has to; have to; got rained;
    rained off; on hold; in doubt; got bumped; at risk; not on
    """
)
# Somebody who was expected and was not there.
ABSENT = words("""
    come came show showed shown make made attend attended join joined appear appeared turn turned cancel
    cancelled canceled bailed flaked sick ill absent missing ghosted missed forgot happen happened happening
    happens meet met arrive arrived able get there go going coming reach answer answered pick picked reply
    replied cancels declined refused off see seen call called talk stayed work
    """)
UNREAL = words("""
    would could should might must ought want wants wanted wanting wish wished wishes hope hoped hoping hopes
    plan plans planned planning intend intended try tried trying tries attempted almost nearly maybe perhaps
    possibly probably supposed if unless imagine imagined dreamt dreamed dream pretend remember remind reminder
    need needs needed wanna lets let's let avoid avoided invite invited invites asked ask offer offered propose
    proposed suggest suggested consider considering considered rather thinking thought dreading dreaded wonder
    wondering wondered ever todo usually always often sometimes regularly owed due pending unlikely used
    forthcoming upcoming i'd we'd id wed she'd he'd they'd you'd going_to_be vorhatte apparently allegedly
    requested request keen eager ready whether once hopefully expecting expect expected aim aiming prefer
    preferred decided decide anticipating arranging organising organizing booking scheduling missing proposing
    suggesting postponing regret regretted recalled recall remembered remembering describe described recap
    recapped agreed prepare prepared preparing draft drafted wishlist idea invitation longing demanded begged
    tbd tbc tba wait waiting awaiting late-notice unconfirmed tentative tentatively
    """)
SCHEDULED = words("scheduled booked arranged fixed agreed confirmed planned")
REPORTED = words("""
    said says say told tells tell heard hears hear read mentioned mentions claims claimed reported announced
    """)
FUTURE = words("will shall gonna ill well i'll we'll he'll she'll they'll won't")
QUESTIONS = words("did do does have has had should shall would could can will is are was were am")
WONDERING = words("when what who where why how which whom whose did do does")

# What is after these says more about the meeting, and who is named there was not company.
ABOUT = words("""
    about re regarding concerning on of from by for to into onto over via like than as toward towards per
    """)
FINITE = words("""
    because since who whom whose which that where when while if as after before until till unless although
    though whereas during
    """)
CONNECTIVES = words("and & + plus und et y")
THEN = words("then but so yet afterwards later also")
WITH = words("with w alongside")

LATE = words("late early later earlier ago before after away behind until old")
VERBISH = words("""
    was is are were had has have did does do said says told could can can't couldn't cannot would will won't
    might may must should didn't doesn't don't isn't wasn't hasn't came comes went goes got gets called texted
    phoned wrote wants wanted works worked looks looked seems seemed thinks thought knows knew likes liked loves
    loved asked asks joined left leaves starts started moved moves made makes took takes brought gave gives paid
    promised owes never always also just really finally already bailed cancelled canceled missed forgot stayed
    arrived showed couldnt didnt wasnt isnt cant wont turned turns mentioned met sent needs needed still lives
    lived ordered talked laughed who
    """)
# With these, what was not done is no reason to doubt the meeting: "she doesn't drink", "didn't talk about work".
HARMLESS = words("""
    news new again long rush hurry stay like likes eat eats drink drinks know knows knew smoke drive drives want
    wants need needs remember believe feel care mind talk discuss mention agree understand say tell think have
    own read sleep speak look seem love enjoy expect hear sure happy bad easy much wait finish manage get decide
    buy order pay ask doesn't don't isn't aren't
    """)

# A written message is written whether it is answered or not; a call that was not taken is none.
ANSWERS = words("answer answered reply replied response responded heard back")
NOT_REACHED = words("voicemail mailbox busy engaged unavailable unreachable")
# With company these are a meeting by themselves: "evening with Mia".
SPENT = words("evening afternoon night")
