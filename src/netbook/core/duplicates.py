"""Which pairs of people may be one person, and how sure that is.

The same e-mail address under names that can be one, or the same personal profile, is certain. Anything else is
weighed: how alike the names are (0 to 60), then what agrees and what contradicts. From 66 on a pair is likely,
from 45 on possible, and below it is not worth a look. A name alone is never certain. Two who were at one meeting,
who were introduced to each other, who are father and son by their names, or who have a profile each are two
people, unless an address says otherwise: then that is worth a look after all.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Literal, NamedTuple

from netbook.core.links import is_one_persons
from netbook.core.name_similarity import AGREEING, Likeness, Name, alike
from netbook.core.text import joined

Sure = Literal["certain", "likely", "possible"]
SURE: tuple[Sure, ...] = ("certain", "likely", "possible")
CERTAIN, LIKELY, POSSIBLE = 100, 66, 45
# The most that two signs against each other leave.
_MOST_LIKELY, _MOST_POSSIBLE = 94, 60

MOST_NAMES = 6
_MOST_COLLEAGUES = 200  # at one domain, if it is to say anything
_WEAK = 10  # what a given name alone says

# Mailboxes that belong to nobody, and domains that belong to everybody.
_ROLES = frozenset(
    [
        "admin", "billing", "contact", "hello", "help", "hi", "home", "info", "kontakt", "mail", "me", "news",
        "noreply", "office", "post", "sales", "service", "shop", "support", "team", "webmaster", "work",
    ]
)  # fmt: skip
_OPEN_TO_ALL = frozenset(
    [
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.co.uk", "hotmail.com",
        "outlook.com", "live.com", "msn.com", "aol.com", "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net",
        "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "mail.ru", "yandex.ru", "proton.me",
        "protonmail.com", "fastmail.com", "qq.com", "163.com", "orange.fr", "free.fr", "libero.it",
        "example.com",
    ]
)  # fmt: skip
_COMPANY = frozenset(
    [
        "ab", "ag", "as", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "kg", "limited", "llc",
        "ltd", "oy", "plc", "sa", "srl", "the",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person by what tells people apart; texts are keys, names the one name first and then the aliases."""

    id: int
    names: tuple[Name, ...]
    emails: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    org: str | None = None
    department: str | None = None
    title: str | None = None
    place: str | None = None
    birthday: str | None = None
    circle_id: int | None = None


class Verdict(NamedTuple):
    """How sure it is that two people are one, in a word and of 100, and why."""

    sure: Sure
    score: int
    because: str


class DuplicatePair(NamedTuple):
    """A pair by the numbers of the people, the lower first, and the verdict."""

    a: int
    b: int
    verdict: Verdict


@dataclass(slots=True)
class _Weighed:
    """The signs for and against, as they are gathered."""

    score: int
    identity: bool = False
    most: int = _MOST_LIKELY
    pro: list[str] = field(default_factory=list)
    con: list[str] = field(default_factory=list)

    def add(self, points: int, why: str | None = None) -> None:
        """A sign that the two are one or, with points below zero, that they are not."""
        self.score += points
        if why:
            (self.pro if points >= 0 else self.con).append(why)

    def doubt(self, most: int, why: str) -> None:
        """A sign that they are two people, which leaves no more than so many points."""
        self.most = min(self.most, most)
        self.con.append(why)


def company(name: str) -> str:
    """A key of an organisation without the words that only say what kind of company it is."""
    words = name.split()
    return " ".join(word for word in words if word not in _COMPANY) or name


def judge(
    one: Somebody, other: Somebody, bearers: Mapping[str, int], *, together: bool = False, introduced: bool = False
) -> Verdict | None:  # fmt: skip
    """The verdict on whether two people are one, or None if it is too unlikely.

    `bearers` says how many people have a word in their name, or an address at "@domain"; `together`, that both were at
    one meeting; `introduced`, that you introduced one to the other, or one introduced you to the other.
    """
    names, by_alias = _likest(one, other)
    weighed = _Weighed(_worth(names, bearers))
    shares_address = _addresses(weighed, one, other, names)
    if weighed.score <= _WEAK and not (shares_address or _meet(one, other)):
        return None
    _name_in_words(weighed, names, by_alias)
    _what_agrees(weighed, one, other, bearers)
    _what_contradicts(weighed, one, other)
    if together:
        weighed.doubt(0, "both were at one meeting")
    if introduced:
        weighed.doubt(0, "you know of an introduction between them")
    return _verdict(weighed, shares_address)


def _addresses(weighed: _Weighed, one: Somebody, other: Somebody, names: Likeness) -> bool:
    """Weigh profiles and mailboxes; whether one is shared that says something.

    A profile is one person's, so that other names are no sign against it; only relatives may have mixed theirs
    up. A family shares a mailbox, and an office does.
    """
    profiles = [{link for link in side.links if is_one_persons(link)} for side in (one, other)]
    mailboxes = one.emails & other.emails
    relatives, apart = names.kind == "relatives", names.kind in ("different", "given")
    same_profile = bool(profiles[0] & profiles[1])
    same_mailbox = bool(mailboxes) and not relatives and (not apart or any(map(_is_own, mailboxes)))
    if same_profile:
        weighed.add(60, "the same profile")
        weighed.identity = not relatives
    if same_mailbox:
        weighed.add(45, "the same e-mail address")
        weighed.identity |= names.kind in AGREEING
        if names.kind == "kin" and not weighed.identity:
            weighed.most = _MOST_POSSIBLE
    if all(profiles) and not same_profile:
        weighed.doubt(_MOST_LIKELY if weighed.identity else 0, "different profiles")
    if (relatives or apart) and not weighed.identity:
        weighed.doubt(_MOST_POSSIBLE, "the names differ")
    return same_profile or same_mailbox


def _verdict(weighed: _Weighed, shares_address: bool) -> Verdict | None:
    if weighed.most == 0 and shares_address:
        weighed.most = _MOST_POSSIBLE
    certain = weighed.identity and not weighed.con
    score = CERTAIN if certain else min(weighed.score, weighed.most)
    if score < POSSIBLE:
        return None
    because = "; ".join(weighed.pro)
    if weighed.con:
        because += f"; but {joined(weighed.con)}"
    return Verdict("certain" if certain else "likely" if score >= LIKELY else "possible", score, because)


def _likest(one: Somebody, other: Somebody) -> tuple[Likeness, bool]:
    """The two names that are most alike, and whether an alias is among them."""
    best, by_alias = alike(one.names[0], other.names[0]), False
    if best.score < 60 and (len(one.names) > 1 or len(other.names) > 1):
        pairs = product(one.names[:MOST_NAMES], other.names[:MOST_NAMES])
        # Of several that are as much alike always the same one, whoever is named first.
        result = min(
            (alike(*pair) for pair in pairs), key=lambda names: (-names.score, names.kind, names.words)
        )
        if result.score > best.score:
            best, by_alias = result, True
    return best, by_alias


def _worth(names: Likeness, bearers: Mapping[str, int]) -> int:
    """How much the names say; a spelling that others have too is hardly a slip."""
    if names.kind == "slip" and all(bearers.get(word, 0) > 1 for word in names.words):
        return names.score - 12
    return names.score


def _name_in_words(weighed: _Weighed, names: Likeness, by_alias: bool) -> None:
    differing = joined([word.capitalize() for word in names.words])
    line = {
        "same": "the same name",
        "order": "the same name in another order",
        "part": "the same name, one with more words",
        "form": f"{differing} can be one name",
        "kin": f"{differing} come from one name",
        "spelling": f"the same name spelt otherwise: {differing}",
        "initial": "the same name, one with an initial",
        "slip": f"nearly the same name: {differing}",
        "first": "one name is part of the other",
        "given": "the same given name",
    }.get(names.kind)
    if line:
        weighed.add(0, f"{line}, by an alias" if by_alias else line)


def _meet(one: Somebody, other: Somebody) -> bool:
    """Whether two people of other names have enough in common to be looked at all the same."""
    if one.phones & other.phones or one.links & other.links:
        return True
    return one.birthday is not None and _same_day(one.birthday, other.birthday)


def _what_agrees(weighed: _Weighed, one: Somebody, other: Somebody, bearers: Mapping[str, int]) -> None:
    """Everything besides names and addresses that both have."""
    if one.phones & other.phones:
        weighed.add(30, "the same phone number")
    if any(not is_one_persons(link) for link in one.links & other.links):
        weighed.add(20, "the same link")
    if _same_day(one.birthday, other.birthday):
        whole = one.birthday == other.birthday and not str(one.birthday).startswith("-")
        weighed.add(30 if whole else 20, "the same birthday")
    if not one.emails & other.emails:
        if mailbox_names(one.emails) & mailbox_names(other.emails):
            weighed.add(20, "the same e-mail name at another address")
        elif not (one.org and other.org) and _own_domains(one, bearers) & _own_domains(other, bearers):
            weighed.add(10, "addresses of one domain")
    for mine, theirs, points, where in (
        (one.org, other.org, 15, "organisation"),
        (one.place, other.place, 5, "place"),
    ):
        if mine and theirs:
            same = mine == theirs
            weighed.add(points if same else -5, f"the same {where}" if same else None)
    if one.org and one.org == other.org:
        for mine, theirs, where in (
            (one.department, other.department, "department"), (one.title, other.title, "title"),
        ):  # fmt: skip
            if mine and mine == theirs:
                weighed.add(3, f"the same {where}")
    if one.circle_id is not None and one.circle_id == other.circle_id:
        weighed.add(2)


def _what_contradicts(weighed: _Weighed, one: Somebody, other: Somebody) -> None:
    """What the records say that two people have, each their own."""
    mine, theirs = one.names[0], other.names[0]
    if mine.generation and theirs.generation and mine.generation != theirs.generation:
        weighed.doubt(0, f"one is {joined(sorted((mine.generation, theirs.generation)))}")
    elif mine.generation != theirs.generation:
        weighed.add(-15, f"only one is {mine.generation or theirs.generation}")
    if {mine.address, theirs.address} == {"his", "hers"}:
        weighed.doubt(0, "one is Mr, one Ms")
    if one.birthday and other.birthday and not _same_day(one.birthday, other.birthday):
        weighed.add(-45, "different birthdays")


def _same_day(one: str | None, other: str | None) -> bool:
    """Whether two birthdays can be one, as far as their years are known."""
    if one is None or other is None or one[-5:] != other[-5:]:
        return False
    return one.startswith("-") or other.startswith("-") or one == other


def mailbox_names(emails: Collection[str]) -> set[str]:
    """What stands before the @ where that says who it is: not "info", nor a mere "ana"."""
    names = {address.partition("@")[0].partition("+")[0] for address in emails}
    return {name for name in names if len(name) >= 5 and name not in _ROLES}


def _is_own(address: str) -> bool:
    """Whether a mailbox can be somebody's own: not "info@…"."""
    return address.partition("@")[0] not in _ROLES


def _own_domains(person: Somebody, bearers: Mapping[str, int]) -> set[str]:
    """Domains of addresses that say where somebody works: not those that everybody may have or very many do."""
    domains = {address.rpartition("@")[2] for address in person.emails} - _OPEN_TO_ALL
    return {domain for domain in domains if bearers.get(f"@{domain}", 0) <= _MOST_COLLEAGUES}


def settled(pairs: Iterable[DuplicatePair], may_be_one: Callable[[int, int], bool]) -> list[DuplicatePair]:
    """The pairs, the surest first; where one would certainly be two people who differ, neither is certain."""
    result = {(pair.a, pair.b): pair for pair in pairs}
    certain: dict[int, list[int]] = {}
    for a, b in [pair for pair, judged in result.items() if judged.verdict.sure == "certain"]:
        certain.setdefault(a, []).append(b)
        certain.setdefault(b, []).append(a)
    for person, others in certain.items():
        for one, other in combinations(sorted(others[:MOST_NAMES]), 2):
            if not may_be_one(one, other):
                for third in (one, other):
                    key = (min(person, third), max(person, third))
                    result[key] = _less_sure(result[key])
    return sorted(result.values(), key=lambda pair: (-pair.verdict.score, pair.a, pair.b))


def _less_sure(pair: DuplicatePair) -> DuplicatePair:
    if pair.verdict.sure != "certain":
        return pair
    because = f"{pair.verdict.because}; but it fits somebody else as well"
    return pair._replace(verdict=Verdict("likely", _MOST_LIKELY, because))
