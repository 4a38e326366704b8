"""Whether a note suggests a question about something open, a story to open with, or nothing.

A note is read by its words, not understood: how it begins, whether something in it is still to come, and whether it is
about them or about you. Something that is over, or was yours, is a story. A plain fact ("plays the cello", "two sons")
is neither.
"""

import re
from typing import Literal, NamedTuple

from netbook.core.starter import to_you
from netbook.core.text import clip

Use = Literal["question", "story", "nothing"]
_Opening = tuple[str, tuple[str, ...]]  # how a note begins, and the ways to ask about it


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIST = 70  # characters of a note that a question repeats

# Subjects of which a note speaks of something open, unless it says that it is over.
_OPEN_BY_NATURE = ("goals", "obstacles", "aspirations", "concerns")
_YOURS = _words("i me my mine myself we us our ours i'm i've i'd i'll we're we've")
_SOMEBODY = _words(
    "daughter daughters son sons child children kid kids baby twins wife husband partner mother father mum mom dad "
    "parents sister brother sisters brothers boss team dog cat family grandmother grandfather company startup "
    "manager colleague flatmate girlfriend boyfriend fiancé fiancée niece nephew"
)
_POSSESSIVES = {"his": "your", "her": "your", "their": "your", "himself": "yourself", "herself": "yourself"}
_POSSESSIVES["themselves"] = "yourself"
_NUMBERS = _words("two three four five six seven eight nine ten several many")
# Something that has a day and an outcome.
_OCCASIONS = _words(
    "exam exams interview wedding trip talk operation surgery move launch reorg reorganisation marathon thesis "
    "application audit presentation keynote trial hearing election performance concert expedition defence demo "
    "pitch review migration release race recital graduation"
)
_COMING = re.compile(
    r"\b(will|soon|upcoming|expecting|about to|going to|next (?:week|month|year|spring|summer|autumn|winter)|"
    r"waiting for|applied (?:to|for)|not yet|still|on the way|this (?:spring|summer|autumn|winter|year)|"
    r"(?:starts?|begins?|moves?|leaves?|retires?|graduates?|marries|returns?|opens?) "
    r"(?:\w+ )*(?:in|on|at|to|next|with)|"
    r"(?:is|are|was|were) (?:\w+ )?\w{2,}ing)\b"
)
_NO_ACTION = _words(
    "being living boring interesting during evening morning king thing things something anything nothing everything "
    "string ring spring having sibling offspring climbing skiing rowing painting cooking gardening hiking cycling "
    "running swimming sailing reading dancing singing fishing camping knitting baking gaming"
)
_DONE = _words(
    "was were had did went took gave got made met told said saw knew grew won lost left found bought sold built wrote "
    "spoke taught brought came became began ran sang swam drove flew ate drank kept led spent stood thought felt "
    "broke chose fell showed sent read-aloud learnt dreamt hurt quit used caught "
    "heard sat lay paid read"
)
_NOT_DONE = _words(
    "need feed speed red bed seed indeed interested worried married concerned excited tired scared retired "
    "hundred shed breed allergic biased gifted divorced widowed engaged self-employed stressed based"
)
_BARE_VERBS = _words(
    "run write learn open build become speak move get find start buy finish lead publish travel climb win retire "
    "see visit teach spend sail give go make have own work live bring sell take match complete walk swim"
)
_SUBJECT = r"^(?:(?:he|she|they) )?(?:(?:still|also|really|currently|now|always) )?"
_BE = r"(?:(?:is|was|are|were|has been|been|'s) )?(?:(?:still|currently|now|a bit|very|quite) )?"

# How a note begins, and how a person would ask about it: {} is the rest of the note.
_OPENING_WORDS: list[_Opening] = [
    (rf"{_SUBJECT}{_BE}(?:wants?|wanted|wanting|would like|would love|hopes?|hoped|hoping|plans?|planned|planning|"
     r"intends?|aims?|aiming|wishes|dreams?|dreaming) (?:to|of being able to) (?P<rest>.+)",
     ("Do you still want to {}?", "Did you get to {}?")),
    (rf"{_SUBJECT}{_BE}(?:wants?|wanted|would like|would love) (?P<rest>.+)", ("Do you still want {}?",)),
    (rf"{_SUBJECT}{_BE}(?:hopes?|hoped|hoping) that (?P<rest>.+)", ("Are you still hoping that {}?",)),
    (rf"{_SUBJECT}{_BE}(?:worried|worries|worrying|afraid|fears|concerned) that (?P<rest>.+)",
     ("Are you still worried that {}?",)),
    (rf"{_SUBJECT}(?:can't|can’t|cannot|can not) (?P<rest>.+)", ("Can you {} by now?",)),
    (rf"{_SUBJECT}(?:doesn't|doesn’t|does not|don't|don’t|do not) (?P<rest>.+)", ("Do you {} by now?",)),
    (rf"^(?:(?:his|her|their) )?(?P<rest>{'|'.join(sorted(_SOMEBODY))})(?: is)?(?: still)? "
     r"(?:in hospital|ill|sick|unwell)\b", ("How is your {} now?",)),
    (rf"{_SUBJECT}{_BE}(?:hopes?|hoped|hoping|wishes|longs) for (?P<rest>.+)", ("What came of {the}?",)),
    (rf"{_SUBJECT}{_BE}(?:dreams?|dreaming) of (?P<rest>.+)", ("Are you still dreaming of {}?",)),
    (rf"{_SUBJECT}{_BE}(?:looks?|looking|searching|searches) for (?P<rest>.+)",
     ("Did you find {}?", "Are you still looking for {}?")),
    (rf"{_SUBJECT}{_BE}(?:hiring|recruiting) (?P<rest>.+)", ("Did you find {}?",)),
    (rf"{_SUBJECT}{_BE}waiting for (?P<rest>.+)", ("Did {} come?", "Are you still waiting for {}?")),
    (rf"{_SUBJECT}needs? (?P<rest>(?!to\b).+)", ("Do you still need {}?",)),
    (rf"{_SUBJECT}(?:needs?|has|have) to (?P<rest>.+)", ("Do you still have to {}?",)),
    (rf"{_SUBJECT}{_BE}(?:thinks?|thinking) (?:about|of) (?P<rest>.+)",
     ("Are you still thinking about {}?", "What did you decide about {}?")),
    (rf"{_SUBJECT}{_BE}(?:considers?|considering|weighing) (?P<rest>.+)", ("What did you decide about {}?",)),
    (rf"{_SUBJECT}{_BE}(?:wonders?|wondering) (?P<rest>(?:whether|if|how|where|when|what|who|which) .+)",
     ("Are you still wondering {}?",)),
    (rf"{_SUBJECT}{_BE}(?:worried|worries|worrying|anxious|nervous|concerned|afraid|stressed|unsure) "
     r"(?:about|of|by|over) (?P<rest>.+)", ("How are things with {} now?",)),
    (rf"{_SUBJECT}{_BE}(?:struggles?|struggling|fights|fighting|trouble|having trouble|overwhelmed) with (?P<rest>.+)",
     ("How is it going with {} now?",)),
    (rf"{_SUBJECT}{_BE}(?:tries|trying) to (?P<rest>.+)", ("Did you manage to {}?",)),
    (rf"{_SUBJECT}(?:(?:is|was|are|were) )?(?:about|going|due|supposed) to (?P<rest>.+)", ("Did you {} in the end?",)),
    (rf"{_SUBJECT}will (?P<rest>.+)", ("Did you {} in the end?",)),
    (rf"{_SUBJECT}(?:has )?applied (?P<rest>(?:to|for) .+)", ("What came of applying {}?",)),
    (rf"{_SUBJECT}(?:expecting|expects) (?P<rest>.+)", ("How are things with {the}?",)),
    (r"^(?P<rest>(?:whether|if|how|where|when|what|who|which) .+)", ("Do you know by now {}?",)),
    (r"^(?P<rest>(?:no|not enough|too little|too few|too many|too much) .+)", ("Is there still {}?",)),
]  # fmt: skip
# How a note on one subject begins, where it is that subject that says what is meant.
_SUBJECT_WORDS: dict[str, list[_Opening]] = {
    "goals": [(r"^to (?P<rest>.+)", ("Do you still want to {}?", "Did you get to {}?"))],
    "obstacles": [(r"^(?P<rest>\w+ed)$", ("Are you still {}?",))],
    "concerns": [(r"^that (?P<rest>.+)", ("Are you still worried that {}?",))],
}
_SUBJECT_WORDS["aspirations"] = _SUBJECT_WORDS["goals"]


def _compiled(openings: list[_Opening]) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    return [(re.compile(pattern, re.IGNORECASE), questions) for pattern, questions in openings]


_OPENINGS = _compiled(_OPENING_WORDS)
_OF_A_SUBJECT = {about: _compiled(openings) for about, openings in _SUBJECT_WORDS.items()}
_DOING = re.compile(
    rf"{_SUBJECT}(?P<be>(?:is|was|are|were) )?(?:(?:still|currently|now) )?(?P<rest>\w{{2,}}ing .+)", re.I
)
_WHEN = re.compile(
    r",? (?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|"
    r"summer|autumn|winter)|next \w+|this (?:spring|summer|autumn|winter|year|week|month)|soon|on \w+day)$",
    re.IGNORECASE,
)
_ENDS = " .,;:!?"


class Recall(NamedTuple):
    """What a note suggests, and the ways to ask about it."""

    use: Use
    questions: tuple[str, ...] = ()


def recall(about: str, text: str) -> Recall:
    """What a note on this subject suggests."""
    phrase = gist(text)
    words = [word.strip(_ENDS) for word in phrase.casefold().split()]
    if not words:
        return Recall("nothing")
    yours = not _YOURS.isdisjoint(words)
    for opening, questions in (*_OF_A_SUBJECT.get(about, ()), *_OPENINGS):
        if (match := opening.match(phrase)) and not _is_about_you_alone(words):
            rest = to_them(match["rest"])
            the = _with_article(re.sub(r"^an? ", "the ", _WHEN.sub("", rest)))
            return Recall("question", tuple(question.format(rest, the=the) for question in questions))
    if yours:
        return Recall("story" if _is_over(words) else "nothing")
    if asked := _doing(about, phrase) or _somebody_else(phrase, words) or _occasion(phrase, words):
        return Recall("question", asked)
    if _is_over(words):
        return Recall("story")
    if about in _OPEN_BY_NATURE:
        return Recall("question", _by_nature(about, phrase, words))
    return Recall("nothing")


def _is_about_you_alone(words: list[str]) -> bool:
    return words[0] in _YOURS


def _doing(about: str, phrase: str) -> tuple[str, ...]:
    """Questions about what they are at: "is writing a book", "training for a marathon"."""
    match = _DOING.match(phrase)
    if not match or match["rest"].split()[0].casefold() in _NO_ACTION:
        return ()
    if about in ("obstacles", "concerns") and not match["be"]:
        return ()  # "rising costs", "ageing parents"
    rest = to_them(match["rest"])
    return f"Are you still {rest}?", f"How is it going with {rest}?"


def _somebody_else(sentence: str, words: list[str]) -> tuple[str, ...]:
    """Questions about somebody of theirs with whom something is open: "daughter was choosing a college"."""
    start = 1 if words[0] in ("his", "her", "their", "the") else 0
    if not set(words[start : start + 2]) & _SOMEBODY or not _COMING.search(sentence.casefold()):
        return ()
    whose = sentence if start else f"your {_lower(sentence)}"
    sentence = to_them(_lower(whose))
    ask = "How did that turn out?" if {"was", "were"} & set(words) else "How is that going?"
    return (f"{sentence[0].upper()}{sentence[1:]}. {ask}",)


def _occasion(sentence: str, words: list[str]) -> tuple[str, ...]:
    """Questions about something with a day and an outcome: "interview at Acme next week", "her talk"."""
    phrase = _WHEN.sub("", sentence)
    if len(words) > 8 or _OCCASIONS.isdisjoint(words[:4]) or _has_verb(words) or _is_over(words):
        return ()
    if words[0] in _BARE_VERBS:
        return ()
    return (f"How did {_with_article(to_them(_lower(phrase)))} go?",)


def _by_nature(about: str, sentence: str, words: list[str]) -> tuple[str, ...]:
    phrase = to_them(_lower(sentence))
    if words[0] in _BARE_VERBS:
        return f"Do you still want to {phrase}?", f"Did you get to {phrase}?"
    if _has_verb(words):
        sentence = f"{to_them(sentence)[0].upper()}{to_them(sentence)[1:]}"
        return (f"{sentence}: how are things with that now?",)
    if words[0] in _NUMBERS or words[0].isdigit():
        phrase = f"those {phrase}"
    if about in ("goals", "aspirations"):
        return (f"How is it going with {phrase}?",)
    return f"How are things with {phrase} now?", f"Is it still the same with {phrase}?"


def _has_verb(words: list[str]) -> bool:
    """Whether there is a word that is most likely a verb with a subject."""
    return any(
        word in ("is", "are", "has", "have", "does", "can", "cannot", "will", "wants", "keeps")
        or word in _DONE
        for word in words
    )


def _is_over(words: list[str]) -> bool:
    return any(word in _DONE or (word.endswith("ed") and word not in _NOT_DONE) for word in words[:5])


def story(text: str) -> str:
    """A note as something to open with, short and as it is told to you."""
    return to_you(gist(text))


def to_them(text: str) -> str:
    """A text about somebody as it is said to them: "her talk" is "your talk"."""
    return " ".join(_POSSESSIVES.get(word.casefold(), word) for word in text.split())


def _with_article(phrase: str) -> str:
    first = phrase.split()[0]
    has_one = first in ("the", "your", "a", "an") or first.endswith(("'s", "’s"))
    return phrase if has_one else f"the {phrase}"


def is_phrase(text: str, most: int) -> bool:
    """Whether a text names a thing in at most so many words: nothing done, nothing of yours."""
    words = [word.strip(_ENDS) for word in text.casefold().split()]
    finite = bool(words) and (words[0] in _BARE_VERBS or words[0].endswith(("ing", "ies")))
    return (
        0 < len(words) <= most
        and _YOURS.isdisjoint(words)
        and not (finite or _is_over(words) or _has_verb(words))
    )


def _lower(text: str) -> str:
    """A text as it is within a sentence; an abbreviation and a name keep their capital."""
    first, _, rest = text.partition(" ")
    common = first.casefold() in _SOMEBODY | set(_POSSESSIVES) | _NUMBERS | _BARE_VERBS | {"the", "a", "an"}
    return f"{first.lower()} {rest}".rstrip() if common else text


def gist(text: str) -> str:
    """What was said, short enough to be repeated: its first part, without a full stop."""
    first = re.split(r"; |\. (?=[A-Z])", " ".join(text.split()), maxsplit=1)[0]
    if len(first) > GIST:
        return clip(first, GIST)
    return first.rstrip(_ENDS) or first
