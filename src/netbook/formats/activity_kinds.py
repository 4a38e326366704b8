"""What kind of meeting an activity was, from the words somebody used for it.

The word it begins with says it best ("Coffee with …"), then its tags ("@coffee"), then the first word or
phrase that tells. A written kind is never guessed from a passing word: "saw Ana, who had the letter" is a
meeting, as is all that does not say how.
"""

from __future__ import annotations

import re
from functools import cache

from netbook.core.vocabulary import KINDS

UNSAID = "meeting"

# Words that name a kind when they begin the text or are a tag.
_WORDS = {
    "coffee": "coffees tea cafe espresso",
    "lunch": "lunched brunch",
    "dinner": "dinners dined supper",
    "drinks": "drink beer beers wine cocktail cocktails pub",
    "walk": "walked walking stroll strolled hike hiked hiking",
    "activity": "climbing climbed cycling biking skiing sailing swimming tennis golf yoga concert museum",
    "visit": "visited visiting",
    "meeting": "meet",
    "event": "conference meetup party wedding festival workshop",
    "call": "called calls phone phoned telephoned phonecall",
    "video": "zoom zoomed skype skyped facetime facetimed videocall webex jitsi",
    "email": "e-mail emailed e-mailed emails mail mailed",
    "message": "messaged messages text texted texts sms chat chatted dm whatsapp signal slack linkedin",
    "letter": "letters postcard",
}  # fmt: skip
_KIND_OF = {word: kind for kind in KINDS for word in (kind, *_WORDS[kind].split())}

# What tells the kind anywhere in the text. `**` marks a person.
_PHRASES = {
    "coffee": r"coffees?|tea with|cup of tea|espressos?",
    "lunch": r"lunch(?:ed)?|brunch",
    "dinner": r"dinner|dined|supper",
    "drinks": r"drinks|beers?|wine|cocktails?|(?:the|a) pub",
    "walk": r"walk(?:ed|ing)?|stroll(?:ed)?|hik(?:e|ed|ing)",
    "activity": r"climb(?:ed|ing)|biking|skiing|sailing|swimming|tennis|golf|yoga|played",
    "visit": r"visit(?:ed|ing)?",
    "event": r"conference|meetup|party|wedding|festival|concert",
    "call": r"(?:on|by|over) the phone|by phone|phone ?call|(?:tele)?phoned"
    r"|call(?:ed)?(?= (?:with )?\*\*)|(?<=\*\* )called",
    "video": r"zoom(?:ed)?|skyped?|facetimed?|video ?(?:call|chat)|by video|over video",
    "email": r"e-?mailed|(?:by|via|over|an|exchanged) e-?mails?",
    "message": r"texted|messaged|(?:by|via|over) (?:text|message|sms|chat|whatsapp|signal|telegram|slack)"
    r"|(?:sent|got|exchanged) (?:a |an )?(?:messages?|texts?|sms)",
    "letter": r"(?:wrote|sent|got|received|exchanged) (?:a )?(?:letters?|postcards?)|wrote(?= (?:to )?\*\*)",
}  # fmt: skip


def kind_of_activity(text: str, tags: list[str]) -> str:
    """The kind of an activity, from its text with the marks still in and its tags."""
    first = _KIND_OF.get(text.partition(" ")[0].rstrip(":,.").casefold())
    if first:
        return first
    for tag in tags:
        for part in tag.split(":"):
            if part.casefold() in _KIND_OF:
                return _KIND_OF[part.casefold()]
    match = _telling().search(text)
    return match.lastgroup if match and match.lastgroup else UNSAID


@cache
def _telling() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{phrase})" for kind, phrase in _PHRASES.items())
    return re.compile(rf"(?<!\w)(?:{kinds})(?![^\W_])", re.IGNORECASE)
