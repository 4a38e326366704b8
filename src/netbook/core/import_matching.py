"""Match an imported record with the people in the journal, and find what it adds.

The same person is somebody with the same uid, the same personal profile, or a shared e-mail address or link
under a name that can be the same: families share a mailbox, whoever marries keeps theirs. Never by the name alone.
What the journal says stays; what it does not say is filled in; what contradicts it is remarked on.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

from netbook.core.drafts import PersonDraft
from netbook.core.links import is_one_persons, profile_key
from netbook.core.name_similarity import AGREEING, alike, parsed
from netbook.core.names import fold, handle_for, squash
from netbook.core.phones import Dialling, ending
from netbook.core.postal import PostalAddress, words_of
from netbook.core.tables import TABLES
from netbook.core.text import joined, quoted

# What is known of somebody once, and what they may have several of.
FACTS = ("org", "department", "title", "place", "birthday", "known_since", "how_met")
# What somebody is at an organisation, and not at another.
OF_A_JOB = ("department", "title")
KEY_OF = {one.several: one.key.made if one.key else str for one in TABLES.values() if one.several}
SEVERAL = tuple(KEY_OF)
# Of these another one is news where somebody had one, under these names.
NEWS_OF = {"emails": "email", "phones": "phone", "addresses": "address"}

IN_WORDS = {"org": "organisation", "known_since": "known since", "how_met": "how you met"}

# An address that so many people have is nobody's: programs fill in one for all.
MOST_SHARING = 20
# Of somebody with hundreds of nicknames, or of hundreds of namesakes, so many are looked at.
MOST_NAMES, MOST_NAMESAKES = 20, 50
_UUID = re.compile(r"(?:urn:uuid:|uuid:)?\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?", re.IGNORECASE)

Fact = str | date
Fate = Literal["added", "changed", "same", "skipped"]


def email_key(address: str) -> str:
    """What two ways of writing one e-mail address have in common."""
    return address.casefold()


def uid_key(uid: str) -> str:
    """What the ways of writing one uid have in common: a UUID is one in capitals, in braces and as a URN, too."""
    match = _UUID.fullmatch(uid)
    return match[1].lower() if match else uid


def names_agree(one: str, other: str) -> bool:
    """Whether two name keys can be one person's: the longer has each word of the shorter, or its initial."""
    if squash(one) == squash(other):
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    left, whole_words = list(long), 0
    for word in short:
        same = next((candidate for candidate in left if candidate == word), None)
        like = same or next((candidate for candidate in left if _initial(word, candidate)), None)
        if like is None:
            return False
        left.remove(like)
        whole_words += same is not None
    return whole_words > 0


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


@dataclass(slots=True)
class KnownPerson:
    """A person as matching sees them, and what to write: all of it for a new one, else what is new."""

    id: int
    uid: str
    handle: str
    name: str
    facts: dict[str, Fact]
    keys: dict[str, set[str]] = field(default_factory=dict)
    new: bool = False
    filled: dict[str, Fact] = field(default_factory=dict)
    more: list[tuple[str, str | PostalAddress]] = field(default_factory=list)

    def names(self) -> Iterator[str]:
        """The keys of the name and of every alias."""
        yield fold(self.name)
        yield from self.keys.get("aliases", ())

    def shown(self) -> str:
        """The card as a message names it: handle, name, organisation."""
        org = self.facts.get("org")
        return f"{self.handle} ({self.name}, {org})" if org else f"{self.handle} ({self.name})"

    def written(self) -> None:
        """Mark everything as written."""
        self.new = False
        self.filled.clear()
        self.more.clear()

    def profiles(self) -> set[str]:
        """The personal profiles among the links."""
        return {key for key in self.keys.get("urls", ()) if is_one_persons(key)}


class MatchedPerson(NamedTuple):
    """The match of one record: whose it is (None if that is not clear), remarks, and what is new."""

    card: KnownPerson | None
    fate: Fate
    remarks: tuple[str, ...] = ()
    news: tuple[str, ...] = ()
    differs: tuple[tuple[str, str], ...] = ()  # what the record has otherwise than the journal, or besides


class PeopleIndex:
    """Everybody in the journal, by the values that identify people; records are matched one after the other."""

    def __init__(
        self, cards: Iterable[KnownPerson], next_id: int, dialling: Dialling, own: Iterable[str] = ()
    ) -> None:
        self._next_id = next_id
        self._dialling = dialling
        self._own = frozenset(own)
        self._handles: set[str] = set()
        self._last_number: dict[str, int] = {}
        self._by_uid: dict[str, KnownPerson] = {}
        self._by_id: dict[int, KnownPerson] = {}
        self._by_key: dict[tuple[str, str], list[KnownPerson]] = {}
        # The telephone numbers of somebody, by their endings.
        self._numbers: dict[tuple[int, str], set[str]] = {}
        for card in cards:
            self._index(card)

    def take(self, uid: str, draft: PersonDraft, others: Container[str] = ()) -> MatchedPerson:
        """Find or add the person a record is about, and add its new values to their card.

        `others` are the uids of people whom it is not about, whatever they have in common with it.
        """
        if any(email_key(address) in self._own for address in draft.emails):
            return MatchedPerson(None, "skipped", ("it has your own address (netbook me)",))
        candidates = self._candidates(uid, draft, others)
        if len(candidates) > 1:
            whom = joined([card.shown() for card in candidates])
            return MatchedPerson(
                None, "skipped", (f"it has an address or link in common with {whom}; left out",)
            )
        if candidates:
            return self._merge(candidates[0], draft)
        remarks = tuple(self._doubts(draft))
        return MatchedPerson(self._add(uid, draft), "added", remarks)

    def with_email(self, address: str) -> list[KnownPerson]:
        """Everybody with that e-mail address."""
        return _each(self._by_key.get(("emails", email_key(address)), ()))

    def with_phone(self, number: str) -> list[KnownPerson]:
        """Everybody with that telephone number."""
        return [
            card
            for card in _each(self._by_key.get(("phones", ending(number)), ()))
            if self._has(card, number)
        ]

    def lacks_region(self, number: str) -> bool:
        """Whether an unknown telephone number could be somebody's if the region for dialling it were known."""
        return ("phones", ending(number)) in self._by_key and self._dialling.region is None

    def _has(self, card: KnownPerson, number: str) -> bool:
        """Whether somebody has a telephone number, however it is written."""
        alike = self._numbers.get((card.id, ending(number)), ())
        return any(self._dialling.same(known, number) for known in alike)

    def known_as(self, uid: str, name: str) -> KnownPerson | None:
        """The person with the uid, else the only one with that full name."""
        if uid and (card := self._by_uid.get(uid_key(uid))):
            return card
        namesakes = _each(self._by_key.get(("names", squash(fold(name))), ())) if " " in name.strip() else []
        return namesakes[0] if len(namesakes) == 1 else None

    def everybody(self) -> Iterator[KnownPerson]:
        """Everybody, in no order that matters."""
        return iter(self._by_id.values())

    @property
    def own_addresses(self) -> frozenset[str]:
        """The keys of the e-mail addresses on your own card."""
        return self._own

    def reserve(self, handle: str) -> None:
        """Keep a handle from being given out: somebody outside the index has it."""
        self._handles.add(handle)

    def recognise(self, card: KnownPerson, uid: str) -> bool:
        """Remember another uid of somebody; returns whether it is new."""
        if uid_key(uid) in self._by_uid:
            return False
        self._by_uid[uid_key(uid)] = card
        return True

    def claim(self, card: KnownPerson, handle: str) -> None:
        """Give somebody new the handle they had elsewhere, if it is free."""
        if handle not in self._handles:
            self._handles.add(handle)
            card.handle = handle

    def _candidates(self, uid: str, draft: PersonDraft, others: Container[str]) -> list[KnownPerson]:
        """The people a record can be about, by the strongest identifier that finds anybody."""
        if uid_key(uid) in self._by_uid:
            return [self._by_uid[uid_key(uid)]]
        profiles = [key for key in map(profile_key, draft.urls) if is_one_persons(key)]
        sure = _each(card for key in profiles for card in self._by_key.get(("urls", key), ()))
        if sure:
            return [card for card in sure if card.uid not in others]
        sharing = [card for card in self._sharing(draft) if card.uid not in others]
        return [card for card in sharing if _can_be(card, draft)] or [
            card for card in sharing if _other_surname(card, draft)
        ]

    def _sharing(self, draft: PersonDraft) -> list[KnownPerson]:
        """Everybody with an e-mail address or link of the draft; if many have it, only namesakes."""
        signs = [("emails", email_key(address)) for address in draft.emails]
        signs += [("urls", profile_key(url)) for url in draft.urls]
        return _each(card for sign in signs for card in self._with(*sign, draft.name))

    def _with(self, what: str, key: str, name: str) -> Iterable[KnownPerson]:
        cards = self._by_key.get((what, key), ())
        if len(cards) <= MOST_SHARING:
            return cards
        namesakes = self._by_key.get(("names", squash(fold(name))), ())
        return [card for card in namesakes if key in card.keys.get(what, ())]

    def _doubts(self, draft: PersonDraft) -> Iterator[str]:
        """The people whom somebody new may duplicate."""
        for card in self._sharing(draft):
            if _can_be(card, draft) or _other_surname(card, draft):
                continue
            yield f"added, although {card.shown()} has the same address or link; the names differ"
        profiles = {key for key in map(profile_key, draft.urls) if is_one_persons(key)}
        names = [squash(fold(name)) for name in (draft.name, *draft.aliases)]
        namesakes = _each(
            card for name in names for card in self._by_key.get(("names", name), ())[:MOST_NAMESAKES]
        )
        # Two profiles are two people.
        doubtful = [card.shown() for card in namesakes if not (profiles and card.profiles())]
        if doubtful:
            number = "many" if len(doubtful) >= MOST_NAMESAKES else str(len(doubtful) - 3)
            more = f" and {number} more" if len(doubtful) > 3 else ""
            yield f"added, but may be a duplicate of {joined(doubtful[:3])}{more}"

    def _add(self, uid: str, draft: PersonDraft) -> KnownPerson:
        handle = self._free_handle(handle_for(draft.name))
        facts = {name: value for name in FACTS if (value := getattr(draft, name)) is not None}
        card = KnownPerson(self._next_id, uid, handle, draft.name, facts, new=True)
        self._next_id += 1
        self._add_several(card, draft)
        self._index(card)
        return card

    def _free_handle(self, wanted: str) -> str:
        """The handle, or the first with a number behind it that is not taken."""
        if wanted not in self._handles:
            return wanted
        number = self._last_number.get(wanted, 1) + 1
        while f"{wanted}-{number}" in self._handles:
            number += 1
        self._last_number[wanted] = number
        return f"{wanted}-{number}"

    def _merge(self, card: KnownPerson, draft: PersonDraft) -> MatchedPerson:
        remarks: list[str] = []
        differs: list[tuple[str, str]] = []
        if not any(squash(fold(draft.name)) == squash(key) for key in card.names()):
            remarks.append(_contradiction("name", card.name, draft.name))
        news, several = [], len(card.more)
        for name in FACTS:
            value = getattr(draft, name)
            existing = card.facts.get(name)
            if value is None or existing == value:
                continue
            if existing is None and name in OF_A_JOB and any(what == "org" for what, _ in differs):
                differs.append((name, str(value)))
            elif existing is None:
                card.facts[name] = card.filled[name] = value
                news.append(name)
            elif not _agree(name, str(existing), str(value)):
                remarks.append(_contradiction(IN_WORDS.get(name, name), existing, value))
                differs.append((name, str(value)))
        had = {what for what in NEWS_OF if card.keys.get(what) and not card.new}
        self._add_several(card, draft)
        differs += [(NEWS_OF[what], str(value)) for what, value in card.more[several:] if what in had]
        news += dict.fromkeys(what for what, _ in card.more[several:])
        return MatchedPerson(card, "changed" if news else "same", tuple(remarks), tuple(news), tuple(differs))

    def _add_several(self, card: KnownPerson, draft: PersonDraft) -> None:
        """Add the aliases, addresses, links and tags that are new to the card."""
        own = fold(card.name)
        for what in SEVERAL:
            keys = card.keys.setdefault(what, set())
            addresses = {words_of(key) for key in keys} if what == "addresses" else set()
            for value in getattr(draft, what):
                key = KEY_OF[what](str(value))
                if key in keys or (what == "aliases" and key == own):
                    continue
                if what == "phones":
                    if self._has(card, str(value)):
                        continue
                    self._know_number(card, key)
                elif what == "addresses":
                    if (words := words_of(key)) in addresses:
                        continue
                    addresses.add(words)
                keys.add(key)
                card.more.append((what, value))
                if not card.new:
                    self._point(what, key, card)

    def _index(self, card: KnownPerson) -> None:
        self._handles.add(card.handle)
        self._by_uid[uid_key(card.uid)] = card
        self._by_id[card.id] = card
        self._point("names", squash(fold(card.name)), card)
        for what, keys in card.keys.items():
            for key in keys:
                self._point(what, key, card)
                if what == "phones":
                    self._know_number(card, key)

    def _know_number(self, card: KnownPerson, key: str) -> None:
        self._numbers.setdefault((card.id, ending(key)), set()).add(key)

    def _point(self, what: str, key: str, card: KnownPerson) -> None:
        if what == "aliases":
            what, key = "names", squash(key)
        elif what == "phones":
            key = ending(key)
        if what in ("names", "emails", "phones", "urls"):
            self._by_key.setdefault((what, key), []).append(card)


def _agree(what: str, one: str, other: str) -> bool:
    """Whether two values say the same; of a place one may say it more precisely: "Zurich", "Zurich, Switzerland"."""
    if what != "place":
        return fold(one) == fold(other)
    parts, others = ({fold(part) for part in place.split(",")} for place in (one, other))
    return parts <= others or others <= parts


def _contradiction(what: str, existing: Fact, theirs: Fact) -> str:
    journal, file = (
        quoted(fact) if isinstance(fact, str) else fact.isoformat() for fact in (existing, theirs)
    )
    return f"the journal has {journal} as {what}, the file {file}; the journal's is kept"


def _each(cards: Iterable[KnownPerson]) -> list[KnownPerson]:
    """The cards, each once, in the order they came."""
    return list({card.id: card for card in cards}.values())


def _can_be(card: KnownPerson, draft: PersonDraft) -> bool:
    """Whether two names can be one person's who shares an address."""
    ours = list(islice(card.names(), MOST_NAMES))
    theirs = [fold(name) for name in (draft.name, *draft.aliases)[:MOST_NAMES]]
    return any(names_agree(one, other) for one in ours for other in theirs) or (
        alike(parsed(ours[0]), parsed(theirs[0])).kind in AGREEING
    )


def _other_surname(card: KnownPerson, draft: PersonDraft) -> bool:
    """Whether somebody has the same given name under another surname, as after a wedding."""
    return alike(parsed(fold(card.name)), parsed(fold(draft.name))).kind == "given"
