"""One sentence about a meeting, taken apart: its kind, place, topics, event, and the words that may be names.

- `+topic` and `@event` are one word each (`+le_guin` has a space in it), or the name of an event that is
  already in the journal.
- The first word that names a kind is the kind; "called" and "emailed" name one too.
- A place follows "at" and ends with a mark, a `+` or `@`, or a word such as "with" or "about".
- A name is the longest run of words that all stand in one person's name or alias, or a handle. A single word
  is a name where it is written with a capital; in lower case, where it stands in a list after "with" or begins
  somebody's name. But "will", "an" and the like are never names in lower case, "grace" and "mark" only in a list.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from netbook.core.matching import Known, SeveralPeople, as_handle
from netbook.core.names import fold
from netbook.core.vocabulary import KINDS

_ENDS = ".,;:!?"
_AROUND = _ENDS + "()[]\"'“”„‘’…"
_LISTS = ("with", "and", "&")
_FORMS = {
    "called": "call", "phoned": "call", "phone": "call", "zoom": "video", "visited": "visit",
    "walked": "walk", "emailed": "email", "mail": "email", "mailed": "email", "messaged": "message",
    "texted": "message",
}  # fmt: skip


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AFTER_PLACE = _set(
    "with about and on for to after before where when because in at during over from we he she they i"
)
# In lower case these are words of the sentence, whoever may be called so.
_NEVER = _set(
    "a an and any are as at but by can did do for from good had has he her him his how i in is it long may me"
    " met my new no not of off on or our out see she so than that the their them then they this to too up us"
    " via was we well will work yes you young"
)
# Names that are words too: in lower case they are names only in a list.
_SELDOM = _set(
    "amber art autumn basil bill brook chase chat christian clay cliff crystal daisy dale dawn dean drew duke earl"
    " faith forest frank gene ginger grace grant guy hazel holly hope hung hunter iris ivy jack jade jay joy june"
    " lance lane lily major mark martin mason melody mercy miles min olive page pat pearl penny pierce ray reed"
    " rich rob robin rose ruby sage sandy sky star stone sue summer sun sunny van victor violet wade ward"
)
LONGEST = 5  # words of a name


_People = Sequence[tuple[Known, Sequence[list[str]]]]  # with the words of each of their names


class JotToken(NamedTuple):
    """A word of the sentence: bare, as names and as handles are compared, and whether a mark follows it."""

    text: str
    key: str
    handle: str
    ends: bool


class Sentence(NamedTuple):
    """What a sentence says, but for who."""

    kind: str | None
    place: str | None
    event: str | None
    topics: tuple[str, ...]
    summary: str
    words: tuple[JotToken, ...]


def take_apart(text: str, event_keys: Collection[str] = ()) -> Sentence:
    """The sentence's parts; `event_keys` are the folded names of the events in the journal."""
    raw = text.split()
    topics: list[str] = []
    event: str | None = None
    chosen: list[str] = []
    words: list[JotToken] = []
    at = 0
    while at < len(raw):
        token, at = raw[at], at + 1
        topic = _bare(token[1:]).replace("_", " ") if token[0] == "+" and not token[1:2].isdigit() else ""
        if topic:
            topics.append(topic)
        elif token[0] == "@" and event is None and _bare(token[1:]):
            more = _event_words(raw[at - 1 :], event_keys) - 1
            event = _bare(" ".join((token[1:], *raw[at : at + more]))).replace("_", " ")
            at += more
        else:
            chosen.append(token)
            words.append(_word(token))
            continue
        if words:
            words[-1] = words[-1]._replace(ends=True)
    start, end = _place(words)
    where = " ".join(word.text for word in words[start:end]) or None
    others = tuple(words[:start] + words[end:])
    return Sentence(_kind(others), where, event, tuple(topics), " ".join(chosen), others)


def _bare(token: str) -> str:
    """A word without the marks and quotes around it."""
    return token.strip(_AROUND)


def _word(token: str) -> JotToken:
    text = _bare(token)
    name = text.removesuffix("'s").removesuffix("’s")
    return JotToken(text, fold(name), as_handle(name), token[-1] in _ENDS)


def _event_words(tokens: Sequence[str], keys: Collection[str]) -> int:
    """How many words from the "@" on are the name of a known event; one where none is known."""
    for count in range(min(len(tokens), 8), 1, -1):
        if fold(_bare(" ".join(tokens[:count])[1:])) in keys:
            return count
    return 1


def _kind(words: Sequence[JotToken]) -> str | None:
    for word in words:
        kind = word.text.casefold().replace("-", "")
        kind = _FORMS.get(kind, kind)
        if kind in KINDS:
            return kind
    return None


def _place(words: Sequence[JotToken]) -> tuple[int, int]:
    """Where the place stands, as a slice without the "at"; an hour of the day is no place."""
    for at, word in enumerate(words[:-1]):
        if word.text.casefold() != "at" or word.ends or _is_hour(words[at + 1].text):
            continue
        end = at + 1
        while end < len(words) and words[end].text.casefold() not in _AFTER_PLACE:
            end += 1
            if words[end - 1].ends:
                break
        if end > at + 1:
            return at + 1, end
    return 0, 0


def _is_hour(text: str) -> bool:
    return text[:1].isdigit() and text.casefold().strip("0123456789:.") in ("", "am", "pm", "h")


def people_in(words: Sequence[JotToken], candidates: Sequence[Known]) -> list[Known]:
    """Everybody the words name, in their order; raises SeveralPeople where a name fits several people."""
    people = [(person, [key.split() for key in person.keys]) for person in candidates]
    given = {name[0] for _, names in people for name in names if name} - _SELDOM
    named: dict[int, Known] = {}
    at, listed = 0, False
    while at < len(words):
        person, length = _longest(words[at : at + LONGEST], people, given, listed)
        if person:
            named[person.id] = person
        last = words[at + length - 1]
        # "with Ana, Bo and Cy": after each of them another may follow.
        listed = last.text.casefold() in _LISTS or (person is not None and listed)
        at += length
    return list(named.values())


def _longest(
    words: Sequence[JotToken], people: _People, given: Collection[str], listed: bool
) -> tuple[Known | None, int]:
    """Who is named by the longest run at the beginning of the words, and its length; nobody, and one word."""
    for length in range(len(words), 0, -1):
        run = words[:length]
        if any(word.ends for word in run[:-1]):
            continue
        if length == 1 and not _may_be_name(run[0], given, listed):
            continue
        result = _called(run, people)
        if len(result) > 1:
            raise SeveralPeople(" ".join(word.text for word in run), result)
        if result:
            return result[0], length
    return None, 1


def _may_be_name(word: JotToken, given: Collection[str], listed: bool) -> bool:
    """Whether a single word may be a name: no kind, and with a capital (or no case), in a list, or given."""
    first = word.text[:1]
    if word.key in KINDS:
        return False
    if first != first.lower() or not first.isascii() or "-" in word.text:
        return True
    return (listed or word.key in given) and word.key not in _NEVER


def _called(run: Sequence[JotToken], people: _People) -> list[Known]:
    """Whose handle, or whole name or alias, this is; else whose name has these words in their order."""
    if len(run) == 1:
        holder = [person for person, _ in people if person.handle == run[0].handle]
        if holder:
            return holder
    spelled = [key for word in run for key in word.key.split()]
    whole = [person for person, names in people if spelled in names]
    if whole or len("".join(spelled)) < 2:
        return whole
    return [person for person, names in people if any(_in_order(spelled, name) for name in names)]


def _in_order(run: list[str], name: list[str]) -> bool:
    rest = iter(name)
    return all(word in rest for word in run)
