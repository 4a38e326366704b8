"""vCards: 2.1 and 3.0 (RFC 2426) and 4.0 (RFC 6350) are read, 3.0 and 4.0 are written.

A card is somebody if it names them: by FN, else N, else NICKNAME, else the first EMAIL. A card of an organisation,
a group of cards, a place or a device is skipped; an organisation's says so (KIND, X-ABShowAs), or its name is that of
the organisation and it has no name of a person in parts. What netbook has no place for is
carried: kept line by line in one form, and written again. So is a line that says more than netbook keeps of
it, such as an address with its street; when somebody's place is changed, that line is not written any more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from netbook.core.links import is_one_persons, profile_key
from netbook.core.names import LONGEST_LINK, LONGEST_NAME, fold, unquoted
from netbook.core.text import LONGEST_TEXT, counted, quoted
from netbook.core.vocabulary import DEFAULT_ABOUT
from netbook.errors.imports import NotThisFormat
from netbook.formats import vcard_fields as fields
from netbook.formats.own_groups import is_own_group
from netbook.formats.records import Parsed, PersonEntry, Problem, Relation, Remark, excerpt, uid_from
from netbook.formats.textfile import TextFile
from netbook.formats.vcard_dump import by_name, dump, place_in_card, without_lost_labels
from netbook.formats.vcard_lines import Card, CardLine, Outside, Reader
from netbook.formats.vcard_relations import relations_in, says_no_more
from netbook.formats.vcard_values import INTERESTS, LINKS, telephone, unescaped

__all__ = ["NAME", "detect", "dump", "parse"]

NAME = "vcard"

# What is said by writing a card, or rebuilt when one is written.
_NOT_KEPT = frozenset(("BEGIN", "END", "VERSION", "PRODID", "REV", "PROFILE"))
# Kinds of cards that are nobody (RFC 6350, section 6.1.4; RFC 6473; Apple's address book).
_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_ORGANISATION = "it names an organisation, not a person"
_NOBODY = {
    "group": "a group of cards, not a person",
    "org": _ORGANISATION,
    "organization": _ORGANISATION,
    "location": "a place, not a person",
    "application": "a program, not a person",
    "device": "a device, not a person",
}
# Of these somebody has one: if any line of them is carried, all are, in their order.
_TOGETHER = ("FN", "ORG", "TITLE", "ADR", "BDAY")
_SINGLE = {"N": fields.whole_name, "BDAY": fields.birthday, "UID": fields.uid}

Value = TypeVar("Value")

_BEGIN = re.compile(r"(?im)^\ufeff?BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$")


def detect(head: str) -> bool:
    """Whether a card begins in the text."""
    return _BEGIN.search(head) is not None


def parse(source: TextFile) -> Parsed:
    """The cards, one entry or problem each. Raises NotThisFormat for a text without any."""
    reader = Reader(source.data, source.encoding)
    result = False
    for each in reader.cards():
        if isinstance(each, Outside):
            why = f"{counted(each.many, 'line')} outside of any card; left out"
            yield Problem(each.number, excerpt(each.text), why, "warned")
            continue
        result = True
        yield from _Person(each).read()
    if not result:
        raise NotThisFormat("a vCard", "no line says BEGIN:VCARD")
    if reader.guesses:
        yield reader.problem()


class _Person:
    """One card while it becomes an entry: values that do not fit their column become a note and are reported."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self.lines = [line for line in card.lines if line.value.strip() and line.name not in _NOT_KEPT]
        self.by_name = {
            name: sorted(lines, key=fields.preference) for name, lines in by_name(self.lines).items()
        }
        for name, reading in _SINGLE.items():
            self._leave_one(name, reading)
        self.notes: list[Remark] = []
        self.warnings: list[str] = []

    def read(self) -> Parsed:
        name = self._name()
        what = name or self._anything()
        if not self.card.complete:
            why = "it has no END:VCARD; the file may be cut off there"
            yield Problem(self.card.number, what, why, "failed")
        elif nobody := self._nobody(name):
            yield Problem(self.card.number, what, nobody, "skipped")
        else:
            yield self._entry(name)
            for why in self.warnings:
                yield Problem(self.card.number, what, why, "warned")

    def _all(self, *names: str) -> list[CardLine]:
        return [line for name in names for line in self.by_name.get(name, ())]

    def _anything(self) -> str:
        """What a card without a name is called in a problem."""
        org = next((result[0] for line in self._all("ORG") if (result := fields.organisation(line))), None)
        return excerpt(org or next((str(line) for line in self.lines), "an empty card"))

    def _nobody(self, name: str) -> str | None:
        """Why the card is not a person, or None."""
        for line in self._all(*_KINDS):
            if why := _NOBODY.get(line.value.strip().lower()):
                return why
        if not name:
            return _ORGANISATION if self._all("ORG") else "it has no name"
        if any(line.value.strip().lower() == "individual" for line in self._all(*_KINDS)):
            return None
        company = any(line.value.strip().upper() == "COMPANY" for line in self._all("X-ABSHOWAS"))
        if not self._parts_of_a_name() and (company or fold(name) == fold(self._organisation_name())):
            return _ORGANISATION
        return None

    def _parts_of_a_name(self) -> bool:
        """Whether N says who somebody is, and not the name of their organisation once more."""
        name = next((fields.whole_name(line) for line in self._all("N")), None) or ""
        parts = next((list(filter(None, fields.components(line)[:2])) for line in self._all("N")), [])
        return bool(name) and (len(parts) > 1 or fold(name) != fold(self._organisation_name()))

    def _organisation_name(self) -> str:
        return next(
            (result[0] or "" for line in self._all("ORG") if (result := fields.organisation(line))), ""
        )

    def _name(self) -> str:
        """A name of any length; one that is too long breaks a rule of the journal and is told there."""
        full = [unquoted(fields.seen(unescaped(line.value))) for line in self._all("FN")]
        parts = [unquoted(fields.whole_name(line) or "") for line in self._all("N")]
        if self._parts_of_a_name() and fold(full[0] if full else "") == fold(self._organisation_name()):
            full = []  # Apple shows the organisation of somebody as the name of the card
        nicknames = (name for line in self._all("NICKNAME") for name in fields.items(line.value, ","))
        emails = map(fields.email, self._all("EMAIL"))
        return next((name for names in (full, parts, nicknames, emails) for name in names if name), "")

    def _entry(self, name: str) -> PersonEntry:
        org, department = self._organisation()
        emails = self._several(fields.email, "is not an e-mail address", self._all("EMAIL"))
        phones = self._phones()
        urls = self._several(fields.url, None, self._all(*LINKS))
        uid = self._uid()
        self._notes()
        entry = PersonEntry(
            line=self.card.number,
            uid=uid or _uid_of(name, emails, phones, urls, (org, self._first(fields.birthday, "BDAY"))),
            lasting=uid is not None,
            name=name,
            org=org,
            department=department,
            title=self._title(),
            place=self._first(fields.place, "ADR"),
            emails=emails,
            phones=phones,
            urls=urls,
            aliases=tuple(a for a in self._list("NICKNAME", "nickname", ",") if fold(a) != fold(name)),
            tags=tuple(tag for tag in self._list("CATEGORIES", "category", ",;") if not is_own_group(tag)),
            birthday=self._birthday(),
            notes=tuple(dict.fromkeys(self.notes)),
            addresses=tuple(dict.fromkeys(filter(None, map(fields.whole_address, self._all("ADR"))))),
            interests=self._interests(),
            relations=tuple(dict.fromkeys(relation for _, relation in self._ties)),
        )
        return self._with_carried(entry)

    def _with_carried(self, entry: PersonEntry) -> PersonEntry:
        """The entry with the lines that say more than it, each once, in their order."""
        facts = _EntryFacts(entry)
        ties = {line for line, relation in self._ties if says_no_more(line, relation)}
        cleaned = {
            name: more for name, lines in self.by_name.items()
            if (more := [line for line in lines if line not in ties and not facts.has_all(line)])
        }  # fmt: skip
        # A name that says its own parts is kept beside them, so that they go when it is changed.
        anchored = any(fields.whole_name(line) != entry.name for line in cleaned.get("N", ()))
        for name in _TOGETHER:
            if name in cleaned or (name == "FN" and anchored and name in self.by_name):
                cleaned[name] = self.by_name[name]
        lines = sorted((line for each in cleaned.values() for line in each), key=lambda line: line.number)
        carried = []
        for line in without_lost_labels(sorted(lines, key=place_in_card)):
            text = str(line)
            if len(text) <= LONGEST_TEXT:
                carried.append(text)
            else:
                self._warn(f"{line.name} is over {LONGEST_TEXT:,} characters long; left out")
        return replace(entry, carried=tuple(dict.fromkeys(carried)))

    def _leave_one(self, name: str, reading: Callable[[CardLine], str | None]) -> None:
        """Leave the line that counts of a property that a card may have once (RFC 6350, section 6)."""
        lines = self.by_name.get(name, [])
        if len(lines) > 1:
            self.by_name[name] = [next((line for line in lines if reading(line) is not None), lines[0])]

    def _first(self, reading: Callable[[CardLine], Value | None], *names: str) -> Value | None:
        return next((value for line in self._all(*names) if (value := reading(line)) is not None), None)

    def _several(
        self, reading: Callable[[CardLine], str | None], broken: str | None, lines: Iterable[CardLine]
    ) -> tuple[str, ...]:
        rows = []
        for line in lines:
            value = reading(line)
            if value is not None:
                rows.append(value)
            elif broken and fields.seen(unescaped(line.value)):
                self._warn(f"{quoted(unescaped(line.value))} {broken}; kept as a note")
                self._note(line.name.lower(), unescaped(line.value))
        return tuple(dict.fromkeys(rows))

    def _phones(self) -> tuple[str, ...]:
        """The numbers to call; those of a fax and the like are kept as notes, and their lines as they are."""
        telephones = []
        for line in self._all("TEL"):
            if machine := fields.nobody_answers(line):
                self._note(machine.capitalize(), telephone(unescaped(line.value)))
            else:
                telephones.append(line)
        return self._several(fields.phone, "is not a telephone number", telephones)

    def _list(self, name: str, what: str, separators: str) -> tuple[str, ...]:
        rows = []
        for item in (item for line in self._all(name) for item in fields.items(line.value, separators)):
            if len(item) <= LONGEST_NAME:
                rows.append(item)
            else:
                self._too_long(what, item)
        first: dict[str, str] = {}
        for item in rows:
            first.setdefault(item.casefold(), item)
        return tuple(first.values())

    @cached_property
    def _ties(self) -> list[tuple[CardLine, Relation]]:
        return [*relations_in(self.by_name)]

    def _interests(self) -> tuple[str, ...]:
        """Interests, hobbies and what somebody is good at (RFC 6715)."""
        lines = self._all(*INTERESTS)
        return tuple(dict.fromkeys(text for line in lines if (text := fields.one(line))))

    def _organisation(self) -> tuple[str | None, str | None]:
        for line in self._all("ORG"):
            if result := fields.organisation(line):
                return result
            if any(fields.components(line)):
                self._too_long("organisation", "; ".join(fields.components(line)))
        return None, None

    def _title(self) -> str | None:
        titles = [line for line in self._all("TITLE") if fields.seen(unescaped(line.value))]
        for line in titles or self._all("ROLE"):
            if result := fields.one(line):
                return result
            self._too_long("title", fields.seen(unescaped(line.value)))
        return None

    def _birthday(self) -> str | None:
        day = self._first(fields.birthday, "BDAY")
        if day is None:
            for line in self._all("BDAY"):
                text = unescaped(line.value)
                if "text" not in (value.lower() for value in line.all_of("VALUE")):
                    self._warn(f"the birthday {quoted(text)} is not a date; kept as a note")
                self._note("birthday", text)
        return day

    def _uid(self) -> str | None:
        parts = self._first(fields.uid, "UID")
        return uid_from(NAME, "uid", parts) if parts and len(parts) > LONGEST_LINK else parts

    def _notes(self) -> None:
        for line in self._all("NOTE"):
            text = unescaped(line.value).strip()
            if text and len(text) <= LONGEST_TEXT:
                self.notes.append(Remark(DEFAULT_ABOUT, text))
        if self.card.stray:
            number, _ = self.card.stray[0]
            many = counted(len(self.card.stray), "line")
            self._warn(f"{many} from line {number:,} on have no name or no colon; kept as a note")
            text = "\n".join(text.strip() for _, text in self.card.stray)
            self.notes.append(Remark(DEFAULT_ABOUT, text[:LONGEST_TEXT]))

    def _too_long(self, what: str, text: str) -> None:
        if text:
            self._warn(f"its {what} is over {LONGEST_NAME} characters long; kept as a note")
            self._note(what, text)

    def _note(self, what: str, text: str) -> None:
        self.notes.append(Remark(DEFAULT_ABOUT, f"{what}: {text.strip()}"[:LONGEST_TEXT]))

    def _warn(self, why: str) -> None:
        self.warnings.append(why)


def _uid_of(
    name: str, emails: tuple[str, ...], phones: tuple[str, ...], urls: tuple[str, ...],
    more: tuple[str | None, ...],
) -> str:  # fmt: skip
    """A uid made from the most lasting value of the card, so that a new job does not make a new person."""
    profile = next((key for url in urls if is_one_persons(key := profile_key(url))), None)
    if profile:
        return uid_from(NAME, "url", profile)
    for what, values in (("email", emails), ("phone", phones)):
        if values:
            return uid_from(NAME, what, values[0].casefold(), fold(name))
    return uid_from(NAME, "name", fold(name), *(part or "" for part in more))


class _EntryFacts:
    """What an entry says, for telling which lines say more."""

    def __init__(self, entry: PersonEntry) -> None:
        self._entry = entry
        self._emails = frozenset(entry.emails)
        self._phones = frozenset(entry.phones)
        self._urls = frozenset(entry.urls)

    def has_all(self, line: CardLine) -> bool:
        """Whether the entry, written as a card, gives the line again or an equivalent one."""
        entry = self._entry
        match line.name:
            case "FN":
                return line.bare and fields.one(line) == entry.name
            case "N":
                uid = fields.components(line)
                ours = [*fields.name_parts(entry.name)]
                return fields.whole_name(line) is None or (
                    line.bare and [*uid, ""][:2] == ours and not any(uid[2:])
                )
            case "NICKNAME" | "CATEGORIES":
                return True
            case "INTEREST":
                return line.bare and fields.one(line) in entry.interests
            case "KIND":  # written again where it is needed
                return bool(entry.org) and fold(entry.name) == fold(entry.org or "")
            case "ORG":
                uid = fields.components(line)[2:]
                return (
                    line.bare and fields.organisation(line) == (entry.org, entry.department) and not any(uid)
                )
            case "TITLE":
                return line.bare and fields.one(line) == entry.title is not None
            case "EMAIL":
                return line.bare and fields.email(line) in self._emails
            case "TEL":
                return line.bare and fields.phone(line) in self._phones
            case "URL":
                return line.bare and fields.url(line) in self._urls
            case "ADR":
                parts = (*fields.components(line), *[""] * 7)
                unsaid = any((*parts[:3], *parts[4:6])) or fields.place(line) != entry.place
                return line.bare and not unsaid and (entry.place is not None or not any(parts))
            case "BDAY":
                return fields.only_a_day(line) and fields.birthday(line) == entry.birthday is not None
            case "UID":
                return line.bare and fields.one(line) == entry.uid
        return not line.value.strip()
