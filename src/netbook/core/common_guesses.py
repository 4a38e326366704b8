"""What you may have in common with somebody: guesses from what the journal knows of both, each with its reason.

A guess is never a fact until you say so. It comes from an interest of theirs that is a topic of yours, a note
about them that names one, an organisation, school or place of both, somebody you both have a tie to, or an event
both attended before you knew each other. What few share weighs more than what everybody shares.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from math import log2, sqrt
from typing import NamedTuple

from netbook.core.names import fold, topic_key
from netbook.core.similar_topics import stem
from netbook.core.text import clip

# The same few topics and words come up with everybody.
guess_key, _stem = lru_cache(10_000)(topic_key), lru_cache(50_000)(stem)

# How much each kind of evidence says, before rarity: what they said themselves comes first.
INTEREST, NOTE, TIE, WORK, SCHOOL, EVENT, PLACE = 100, 70, 60, 50, 50, 40, 20
RELATIVE = 0.5  # "her son climbs" says less about her
EXCERPT = 60  # characters of a note that a reason repeats
SHORTEST = 3  # letters of a word that can name a topic by itself

# Words that name nothing by themselves, by their stems.
_STOP_WORDS = frozenset(
    stem(word)
    for word in (
        "a about after again all also always am an and any are around as at back be because been before being "
        "best big both but by came can come could day days did do does doing done down during each early even "
        "ever every few first for from get gets getting give go goes going good got great had has have having "
        "he her here hers him his home how i if in into is it its just keep kind know last late later life like "
        "likes little long lot love loves made make makes many may maybe me meet meeting might month more most "
        "much must my near need never new next nice no not now of off office often old on once one only or other "
        "our out over own part people person place plan plans put quite really said same say says see seen she "
        "should since so some something soon started still such take takes talk talked talking team than thank "
        "that the their them then there these they thing things think this those thought three time to today "
        "together told too took two under until up us use used very want wants was way we week weeks well went "
        "were what when where which while who why will wish with without work worked working works would year "
        "years yes yet you your job company friend project"
    ).split()
)
_NEGATIONS = frozenset(
    "not no never nor without hate hates hated dislike dislikes disliked avoid avoids avoided quit quits stopped "
    "stop stops cannot neither allergic instead".split()
)
_NEGATED = re.compile(
    r"n['’]t\b|\b(?:gave|given|gives) up\b|\bused to\b|\btired of\b|\bbored (?:of|with|by)\b", re.I
)
_RELATIVES = frozenset(
    "son sons daughter daughters wife husband partner brother sister mother father mum mom dad parents kids "
    "children child boss colleague colleagues friend friends neighbour neighbor cousin uncle aunt".split()
)
_CLAUSES = re.compile(
    r"[.;:!?\n]+|,\s+(?:but|though|although|while|whereas)\s+|\s+(?:but|although|whereas)\s+"
)
_SCHOOL = re.compile(
    r"\b(?i:studied|study|studies|graduated|degree|went to (?:school|university|college)|student|alumnus|alumna|phd)"
    r"\b[^.;:!?\n]{0,40}?\b(?:at|from|in)\s+(?:the\s+)?(?![a-zß-ÿ])((?:[^\W\d_]\S*\s?){1,5})"
)


class OwnTopic(NamedTuple):
    """A topic of yours: its name, how many share it with you, and whether it is on your own card."""

    name: str
    sharers: int
    own: bool = False


def most_of_notes(topic: OwnTopic) -> float:
    """The most that a note can say for a topic: the weight of a guess by it is no higher."""
    return NOTE * (1 + rarity(topic.sharers + 1)) * sqrt(len(_telling(topic.name)))


class TopicIndex:
    """Topics of yours, made ready once for however many people are asked about."""

    def __init__(self, topics: Iterable[OwnTopic]) -> None:
        self._by_key: dict[str, OwnTopic] = {}
        self._by_stems: dict[str, OwnTopic] = {}
        self._by_word: dict[str, list[tuple[frozenset[str], OwnTopic]]] = {}
        for topic in topics:
            key = topic_key(topic.name)
            self._by_key[key] = topic
            self._by_stems[_stems(key)] = topic
            if stems := _telling(topic.name):
                self._by_word.setdefault(min(stems), []).append((frozenset(stems), topic))

    def terms(self) -> list[str]:
        """Beginnings of words of which one is in every note that can name one of the topics, sorted."""
        # An ending may have changed the last letter: "hobbi" is the stem of "hobby".
        return sorted({word.removesuffix("i") for word in self._by_word})

    def like(self, interest: str) -> OwnTopic | None:
        """The topic that an interest is."""
        key = topic_key(interest)
        return self._by_key.get(key) or self._by_stems.get(_stems(key))

    def named(self, stems: Set[str]) -> Iterator[tuple[frozenset[str], OwnTopic]]:
        """The topics all of whose words are among these, with those words."""
        for word in stems & self._by_word.keys():
            yield from ((needed, topic) for needed, topic in self._by_word[word] if needed <= stems)


class GuessRemark(NamedTuple):
    """A note about somebody, and its reference."""

    text: str
    ref: str | None = None


class Evidence(NamedTuple):
    """What is known of one side: you, or the other person."""

    interests: Sequence[str] = ()
    remarks: Sequence[GuessRemark] = ()
    organisations: Sequence[str] = ()  # now and before
    places: Sequence[str] = ()
    ties: Sequence[tuple[str, str]] = ()  # whom, and what they are to this side
    events: Sequence[str] = ()  # for them: attended before you first met


class CommonGuess(NamedTuple):
    """Something you may share, why, and how much speaks for it (only compared with other guesses)."""

    topic: str
    because: str
    weight: float


def guesses(
    theirs: Evidence,
    yours: Evidence,
    topics: TopicIndex,
    ruled_out: Collection[str],
    people_with: Callable[[str, str], int] = lambda _what, _value: 2,
) -> list[CommonGuess]:
    """The guesses about one person, the likeliest first, one per topic.

    `ruled_out` are keys of topics already shared or refused. `people_with` tells
    how many people have an organisation or place ("org" or "place" and the folded name): what many have says less.
    """
    best: dict[str, CommonGuess] = {}
    for guess in _all(theirs, yours, topics, people_with):
        key = guess_key(guess.topic)
        if key not in ruled_out and (key not in best or guess.weight > best[key].weight):
            best[key] = guess
    return sorted(best.values(), key=lambda guess: (-guess.weight, guess_key(guess.topic)))


def _all(
    theirs: Evidence,
    yours: Evidence,
    topics: TopicIndex,
    people_with: Callable[[str, str], int],
) -> Iterator[CommonGuess]:
    yield from _by_interest(theirs, topics)
    yield from _by_note(theirs, topics)
    for organisation in _both(theirs.organisations, yours.organisations):
        worth = WORK * rarity(people_with("org", fold(organisation)))
        yield CommonGuess(organisation, f"you both have worked at {organisation}", worth)
    for school in _both(schools(theirs), schools(yours)):
        yield CommonGuess(school, f"you both studied at {school}", SCHOOL)
    for place in _both(theirs.places, yours.places):
        yield CommonGuess(
            place, f"you are both in {place}", PLACE * rarity(people_with("place", fold(place)))
        )
    own = {fold(name): word for name, word in yours.ties}
    for name, word in theirs.ties:
        if fold(name) in own:
            yield CommonGuess(name, f"{name} is your {own[fold(name)]} and their {word}", TIE)
    for event in _both(theirs.events, yours.events):
        yield CommonGuess(event, f"you were both at {event} before you met", EVENT)


def rarity(people: int) -> float:
    """How much something says that so many people have: 1 for two of them, a tenth for a thousand."""
    return 1 / log2(max(people, 2))


def _by_interest(theirs: Evidence, topics: TopicIndex) -> Iterator[CommonGuess]:
    for interest in theirs.interests:
        if topic := topics.like(interest):
            whose = "so do you" if topic.own else _shared_with(topic)
            yield CommonGuess(
                topic.name, f"they like {interest}; {whose}", INTEREST * (1 + rarity(topic.sharers + 1))
            )


def _shared_with(topic: OwnTopic) -> str:
    return f"you share it with {topic.sharers:,} {'person' if topic.sharers == 1 else 'people'}"


def _by_note(theirs: Evidence, topics: TopicIndex) -> Iterator[CommonGuess]:
    """Topics of yours that a note names, in a clause that does not deny it."""
    for remark in theirs.remarks:
        because = f'you noted: "{clip(" ".join(remark.text.split()), EXCERPT)}"'
        for clause in _CLAUSES.split(remark.text):
            words = fold(clause).split()
            if _NEGATED.search(clause) or _NEGATIONS.intersection(words):
                continue
            stems = set(map(_stem, words))
            certainty = RELATIVE if _RELATIVES.intersection(words) else 1
            for needed, topic in topics.named(stems):
                worth = NOTE * certainty * (1 + rarity(topic.sharers + 1)) * sqrt(len(needed))
                yield CommonGuess(topic.name, because, worth)


def _telling(name: str) -> set[str]:
    """The stems that name a topic: those that are no stop words; none where nothing telling is left."""
    stems = {stem(word) for word in fold(name).split()} - _STOP_WORDS
    return stems if any(len(word) >= SHORTEST for word in stems) else set()


def _stems(key: str) -> str:
    return " ".join(map(stem, key.split()))


def schools(side: Evidence) -> list[str]:
    """The schools that notes name: "studied physics at Delft" is Delft."""
    rows = []
    for remark in side.remarks:
        for match in _SCHOOL.finditer(remark.text):
            words = []
            for word in match[1].split():
                bare = word.strip(",.()\"'")
                if not (bare[:1].isupper() or bare in ("of", "de", "der", "für")):
                    break
                words.append(bare)
                if bare != word.rstrip():
                    break
            while words and not words[-1][:1].isupper():
                words.pop()
            if words:
                rows.append(" ".join(words))
    return rows


def _both(theirs: Iterable[str], yours: Iterable[str]) -> list[str]:
    """What both have, as it is written for them, each once."""
    own = {fold(value) for value in yours}
    return list({fold(value): value for value in theirs if fold(value) in own}.values())
