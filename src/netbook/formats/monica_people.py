"""Monica's contacts: names, work, ways to reach them, birthdays, how you met."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date

from netbook.core.names import LONGEST_LINK, BadName, checked, clean
from netbook.core.postal import PostalAddress, address_of
from netbook.core.text import quoted
from netbook.core.vocabulary import DEFAULT_ABOUT
from netbook.formats.monica_json import (
    Data,
    MonicaExport,
    Record,
    day,
    joined_words,
    line,
    link,
    special_date,
    words,
)
from netbook.formats.records import PersonEntry, Problem, Relation, Remark

# Lists that are part of a contact, as the fields of a card are, and no records of their own.
FIELDS = ("contact_field", "address")

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


def name_of(data: Data) -> str:
    """First, middle and last name, else the nickname; raises BadName without any of them."""
    parts = [line(data, key) for key in ("first_name", "middle_name", "last_name")]
    return checked(joined_words(*parts, by=" ") or line(data, "nickname") or "", "the name")


def birthday(data: Data) -> str | None:
    """A day with its year or, where Monica does not know that, without; None for a guess from an age."""
    date_, result = special_date(data, "birthdate"), day(special_date(data, "birthdate"), "date")
    if result is None or date_.get("is_age_based") is True:
        return None
    return f"--{result:%m-%d}" if date_.get("is_year_unknown") is True else result.isoformat()


class Contact:
    """One contact on its way to an entry: what has no column of its own becomes a note."""

    def __init__(self, record: Record, export: MonicaExport, field_types: dict[str, Data]) -> None:
        self._record = record
        self._data = record.data
        self._export = export
        self._types = field_types
        self._notes: list[Remark] = []
        self._emails: list[str] = []
        self._phones: list[str] = []
        self._addresses: list[PostalAddress] = []
        self._urls: list[str] = []
        self._place: str | None = None

    def entry(self, related: Sequence[tuple[Relation, str | None]]) -> PersonEntry:
        """The person, with those related to them and their birthdays; BadName where something cannot be kept."""
        data = self._data
        name = name_of(data)
        for kind, values in self._record.lists:
            for record in self._export.records(kind, values if kind in FIELDS else []):
                (self._reached_by if kind == "contact_field" else self._lives_at)(record.data)
        self._remarks()
        for relation, born in related:
            self._keep(f"{relation.name}, born {born}" if born else None, relation.kind, "family")
        nickname = line(data, "nickname")
        return PersonEntry(
            line=self._record.line,
            uid=self._record.uuid,
            lasting=True,
            name=name,
            org=line(data, "company"),
            title=line(data, "job"),
            place=self._place,
            emails=tuple(dict.fromkeys(self._emails)),
            phones=tuple(dict.fromkeys(self._phones)),
            addresses=tuple(self._addresses),
            urls=tuple(dict.fromkeys(self._urls)),
            aliases=(nickname,) if nickname and nickname != name else (),
            tags=tuple(self._tags()),
            birthday=birthday(data),
            known_since=self._known_since(),
            how_met=joined_words(
                words(data, "first_met_where"), words(data, "first_met_additional_info"), by=": "
            )
            or None,
            notes=tuple(self._notes),
            introduced_by=link(data, "first_met_through"),
            relations=tuple(relation for relation, _ in related),
        )

    def remarks(self, name: str, known: Container[str]) -> Iterator[Problem]:
        """What the owner may want to do by hand; `known` are the contacts of the file."""
        through = link(self._data, "first_met_through")
        if through and through not in known:
            why = f"introduced by {quoted(through)}, who is not in the file; left empty"
            yield Problem(self._record.line, name, why, "warned")
        frequency = self._data.get("stay_in_touch_frequency")
        if isinstance(frequency, int) and not isinstance(frequency, bool) and frequency > 0:
            why = f"Monica keeps in touch every {frequency} days; here: netbook edit WHO --every {frequency}d"
            yield Problem(self._record.line, name, why, "warned")

    def _tags(self) -> Iterator[str]:
        tags = self._data.get("tags")
        for tag in tags if isinstance(tags, list) else []:
            # As a plain name or, where the tag is an object, under its name.
            if text := line({"tag": tag.get("name") if isinstance(tag, dict) else tag}, "tag"):
                yield text
        if self._data.get("is_starred") is True:
            yield "starred"
        if self._data.get("is_active") is False:
            yield "archived"

    def _known_since(self) -> date | None:
        met = special_date(self._data, "first_met_date")
        if met.get("is_year_unknown") is True or met.get("is_age_based") is True:
            return None
        return day(met, "date")

    def _remarks(self) -> None:
        data = self._data
        self._keep(words(data, "description"))
        self._keep(words(data, "food_preferences"), "food", "interests")
        born, met, died = (
            special_date(data, key) for key in ("birthdate", "first_met_date", "deceased_date")
        )
        if born.get("is_age_based") is True and (guess := day(born, "date")):
            self._keep(f"about {guess.year}, estimated from an age", "born")
        if met and self._known_since() is None and (guess := day(met, "date")):
            self._keep(f"{guess:%m-%d} (month and day; the year is not known)", "first met on")
        if data.get("is_dead") is True:
            self._keep(f"died on {ended.isoformat()}" if (ended := day(died, "date")) else "has died")

    def _keep(self, text: str | None, what: str = "", about: str = DEFAULT_ABOUT) -> None:
        if text:
            self._notes.append(Remark(about, f"{what}: {text}" if what else text))

    def _reached_by(self, fields: Data) -> None:
        data = clean(words(fields, "data") or words(fields, "content") or "")
        if not data:
            return
        type_ = self._types.get(link(fields, "type") or "", {})
        kind, protocol, label = (words(type_, key) or "" for key in ("type", "protocol", "name"))
        icon = words(type_, "fontawesome_icon") or ""
        if len(data) > LONGEST_LINK:
            raise BadName(f"its {label or 'contact field'}", f"is over {LONGEST_LINK:,} characters long")
        if _ADDRESS.fullmatch(data) and kind in ("email", ""):
            self._emails.append(data)
        elif kind == "phone" or protocol == "tel:":
            self._phones.append(data)
        elif address := _address(data, protocol, f"{label} {icon}".casefold()):
            self._urls.append(address)
        else:
            self._keep(data, label or kind or "reached by")

    def _lives_at(self, data: Data) -> None:
        city = line(data, "city") or line(data, "province")
        self._place = self._place or city or line(data, "country")
        parts = (line(data, part) or "" for part in ("street", "city", "province", "postal_code", "country"))
        address, label = address_of(*parts), line(data, "name")
        if address.text == (self._place or ""):
            return
        if (address.street or address.code) and address.fits():
            self._addresses.append(address)
            if label and label.casefold() not in ("home", "work"):
                self._keep(address.text, label)
        else:
            self._keep(address.text, f"address ({label})" if label else "address")


def _address(data: str, protocol: str, label: str) -> str | None:
    """The link a contact field stands for; None for a bare name at a place that has no links."""
    if " " in data:
        data = data.replace(" ", "") if "wa.me" in protocol else data
    if " " in data:
        return None
    if "://" in data or data.casefold().startswith("www."):
        return data
    if "linkedin" in label:
        return data if "/" in data else f"https://www.linkedin.com/in/{data}"
    if "twitter" in label:
        return f"https://twitter.com/{data.removeprefix('@')}" if "/" not in data else data
    if protocol.startswith("http"):
        return data if "/" in data else protocol + (data.lstrip("+") if "wa.me" in protocol else data)
    if protocol and protocol != "mailto:":
        return protocol + data
    host, _, _ = data.partition("/")
    return data if re.fullmatch(r"(?:[\w-]+\.)+[^\W\d]{2,}", host) else None
