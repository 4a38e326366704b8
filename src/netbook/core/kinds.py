"""What people call a meeting, and the kind that it is: one vocabulary for `jot`, `log --kind` and what is imported.

What people do together (golf, a run, cooking) is an `activity`; a conversation that does not say how it was held
is a `meeting`.
"""

from __future__ import annotations

from netbook.core.names import fold
from netbook.core.vocabulary import KINDS, UnknownWord

_NOUNS = {
    "coffee": "coffees tea teas cuppa espresso cappuccino latte chai matcha cafe kaffee caffe koffie fika",
    "lunch": "lunches luncheon brunch mittagessen almuerzo dejeuner pranzo",
    "dinner": "dinners supper abendessen cena",
    "drinks": "drink beer beers wine wines cocktail cocktails pint pints pub bier apero aperitif aperitivo whisky"
    " whiskey nightcap prosecco champagne",
    "walk": "walks stroll strolls hike hikes ramble wander spaziergang",
    "activity": "golf tennis squash badminton padel pickleball football soccer basketball baskets hoops volleyball"
    " cricket rugby baseball hockey frisbee bowling darts pool snooker billiards chess backgammon bridge poker cards"
    " scrabble climbing bouldering run jog parkrun marathon swim swimming swims cycling biking ride rides ski skiing"
    " snowboarding sailing surfing kayaking canoeing rowing paddling diving fishing camping skating dancing"
    " yoga pilates gym workout spinning crossfit boxing fencing karate judo archery riding karaoke concert"
    " concerts gig opera ballet theatre theater"
    " play cinema movie movies film museum exhibition gallery zoo cooking baking"
    " gardening pottery painting knitting choir shopping sauna spa picnic barbecue bbq barbeque jogging running games"
    " game class lesson lessons puzzle quiz trivia minigolf paintball match bingo wrestling foosball",
    "visit": "visits",
    "meeting": "meetings chat chats talk talks catchup sync standup retro interview session brainstorm breakfast"
    " conversation conversations discussion appointment huddle debrief checkin kickoff meal word 121 1on1 oneonone"
    " reunion handover bite review reviews",
    "event": "events conference meetup party wedding festival funeral graduation workshop seminar hackathon reception",
    "call": "calls phonecall phone telephone phonecalls",
    "video": "videos videocall videochat zoom zooms skype facetime webex jitsi teams",
    "email": "emails mail mails",
    "message": "messages text texts sms dm dms whatsapp imessage",
    "letter": "letters postcard postcards",
}  # fmt: skip
_PHRASES = {
    "phone call": "call", "telephone call": "call", "conference call": "call", "voice call": "call",
    "video call": "video", "video chat": "video", "video meeting": "video", "zoom call": "video",
    "zoom meeting": "video", "skype call": "video", "facetime call": "video", "teams call": "video",
    "teams meeting": "video", "google meet": "video", "catch up": "meeting", "check in": "meeting",
    "one on one": "meeting", "one to one": "meeting", "1 1": "meeting", "1 on 1": "meeting", "stand up": "meeting",
    "heart to heart": "meeting", "kick off": "meeting", "hot chocolate": "coffee", "flat white": "coffee",
    "happy hour": "drinks", "board games": "activity", "board game": "activity", "video games": "activity",
    "card games": "activity", "table tennis": "activity", "ping pong": "activity", "rock climbing": "activity",
    "bike ride": "activity", "boat trip": "activity", "road trip": "activity", "day trip": "activity",
    "art class": "activity", "cooking class": "activity", "yoga class": "activity", "dance class": "activity",
    "pub quiz": "activity", "escape room": "activity", "text message": "message", "text messages": "message",
    "voice message": "message", "voice note": "message", "thank you note": "letter", "thank you card": "letter",
    "birthday card": "letter", "christmas card": "letter",
    "lunch meeting": "lunch", "dinner party": "dinner", "coffee chat": "coffee", "business lunch": "lunch",
    "working lunch": "lunch", "all hands": "meeting", "book club": "activity", "pair programming": "meeting",
    "working session": "meeting", "work lunch": "lunch", "tea party": "coffee",
}  # fmt: skip
# Verbs, in the forms that name a kind by themselves: "phoned", "texting".
_VERBS = {
    "lunch": "lunched brunched", "dinner": "dined", "walk": "walked walking strolled hiked hiking",
    "activity": "climbed jogged cycled biked skied sailed swam surfed rowed kayaked danced cooked baked fished camped",
    "visit": "visited visiting", "call": "called phoned rang telephoned phoning calling",
    "video": "zoomed skyped facetimed zooming skyping", "email": "emailed mailed emailing",
    "message": "messaged texted texting messaging whatsapped pinged", "meeting": "met chatted talked",
    "drinks": "drank", "letter": "wrote",
}  # fmt: skip

NOUNS: dict[str, str] = {word: kind for kind in KINDS for word in (kind, *_NOUNS[kind].split())}
PHRASES: dict[tuple[str, ...], str] = {tuple(phrase.split()): kind for phrase, kind in _PHRASES.items()}
_NAMED = {word: kind for kind, words in _VERBS.items() for word in words.split()} | NOUNS
LONGEST_PHRASE = 3


def kind_of(text: str) -> str:
    """The kind that a word or a few ("zoom", "phoned", "grabbed a beer") name; raises UnknownWord for none.

    The first word that names one decides, two words together before one.
    """
    keys = [key for word in text.replace("e-mail", "email").split() for key in fold(word).split()]
    for at in range(len(keys)):
        if named := kind_at(keys, at):
            return named[0]
        if keys[at] in _NAMED:
            return _NAMED[keys[at]]
    raise UnknownWord("kind", text.strip(), KINDS)


def kind_at(keys: list[str], at: int) -> tuple[str, int] | None:
    """The kind that the noun at a place names, and of how many words it is; None for no such noun."""
    for length in range(LONGEST_PHRASE, 1, -1):
        kind = PHRASES.get(tuple(keys[at : at + length]))
        if kind:
            return kind, length
    kind = NOUNS.get(keys[at]) if at < len(keys) else None
    return (kind, 1) if kind else None
