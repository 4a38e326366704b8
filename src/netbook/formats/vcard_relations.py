"""Who somebody is tied to, in a vCard: RELATED (RFC 6350, section 6.6.6), and as Apple, Evolution and KDE write it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from netbook.core.names import fold
from netbook.core.ties import related_type, word_of_related
from netbook.formats import vcard_fields as fields
from netbook.formats.records import Relation
from netbook.formats.vcard_lines import CardLine, line_of
from netbook.formats.vcard_values import escaped, unescaped

# What stands among the types of RELATED and says nothing of a person.
_WAYS = frozenset(("pref", "other", "text", "uri"))
# Types of RELATED that are no tie between two people.
_NO_TIES = _WAYS | {
    "contact", "acquaintance", "met", "me", "agent", "emergency", "co-resident", "crush", "date", "muse",
}  # fmt: skip
_LINES = {
    "X-SPOUSE": "spouse", "X-EVOLUTION-SPOUSE": "spouse", "X-MS-SPOUSE": "spouse", "X-MANAGER": "boss",
    "X-EVOLUTION-MANAGER": "boss", "X-MS-MANAGER": "boss", "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "boss",
}  # fmt: skip
# Labels that Apple's address book shows in the language of its user; others it shows as they are.
_APPLES = {word: word.capitalize() for word in ("spouse", "partner", "parent", "child", "friend")} | {
    "boss": "Manager"
}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class TieLines(NamedTuple):
    """The lines that a card needs for its ties, and those carried ones that no longer belong in it."""

    new: list[CardLine]
    outdated: frozenset[CardLine]


def relations_in(by_name: Mapping[str, list[CardLine]]) -> Iterator[tuple[CardLine, Relation]]:
    """The lines of a card that name somebody and a tie, each with what it says; with each tie where it says more."""
    labels = {line.group: unescaped(line.value) for line in by_name.get("X-ABLABEL", ())}
    for name in ("RELATED", "X-ABRELATEDNAMES", *_LINES):
        for line in by_name.get(name, ()):
            for kind in (_LINES[name],) if name in _LINES else _kinds(line, labels):
                if relation := fields.relation(kind, line):
                    yield line, relation


def says_no_more(line: CardLine, relation: Relation) -> bool:
    """Whether a tie to a name keeps all that the line says; whoever has a uid may not be in the journal."""
    if line.name == "RELATED" and line.all_of("TYPE") != (related_type(word_of_related(relation.kind)),):
        return False
    return not relation.uid and len(line.all_of("TYPE")) < 2


def tie_lines(relations: Iterable[Relation], carried: Mapping[str, list[CardLine]], *, v3: bool) -> TieLines:
    """The ties of a card beside the carried lines that say them already.

    What a type of RELATED names goes out as that in 4.0; the rest, and all of it in 3.0, as Apple's related names.
    """
    missing, outdated = dict.fromkeys(relations), list[CardLine]()
    new: list[CardLine] = []
    for line, stated in groupby(relations_in(carried), key=lambda each: each[0]):
        same = [[each for each in missing if _keys(each) & _keys(relation)] for _, relation in stated]
        if all(same):
            missing = {each: None for each in missing if not any(each in every for every in same)}
        elif not fields.is_uuid(line):
            outdated.append(line)
            new += filter(None, [_rest(line)] if line.name == "RELATED" else [])
    new += [line for number, each in enumerate(missing, 1) for line in _written(each, number, v3=v3)]
    return TieLines(new, frozenset(outdated))


def without_ties(text: str) -> str | None:
    """A carried line without the ties it says to somebody by uid, for whoever is here; None where no more is left."""
    line = line_of(text)
    if line is None or line.name != "RELATED" or not fields.is_uuid(line):
        return text
    rest = _rest(line)
    return None if rest is None else str(rest)


def _rest(line: CardLine) -> CardLine | None:
    """What a line of RELATED says besides ties: whoever is to be called in an emergency may be a spouse too."""
    types = line.all_of("TYPE")
    others = tuple(each for each in types if each in _NO_TIES)
    if len(others) == len(types):
        return line
    params = tuple((name, others if name == "TYPE" else values) for name, values in line.params)
    return replace(line, params=params) if set(others) - _WAYS else None


def _kinds(line: CardLine, labels: Mapping[str, str]) -> Iterator[str]:
    """The words of a line for its ties; none where it has none, or only such of another kind."""
    kinds: Iterable[str] = line.all_of("TYPE")
    if line.name != "RELATED":
        label = labels.get(line.group, "") or next(iter(kinds), "")
        kinds = (label.removeprefix("_$!<").removesuffix(">!$_").strip().casefold(),)
    return (kind for kind in kinds if kind not in _NO_TIES)


def _keys(relation: Relation) -> set[tuple[str, str]]:
    """What tells the tie from others: its word with the name, and with the uid, as far as there are such."""
    word = fold(word_of_related(relation.kind))
    return {(word, each) for each in (fold(relation.name), relation.uid.casefold()) if each}


def _written(relation: Relation, number: int, *, v3: bool) -> Iterator[CardLine]:
    kind = related_type(relation.kind)
    if kind and not v3:
        named = not _UUID.fullmatch(relation.uid)
        params = (("TYPE", (kind,)), *([("VALUE", ("text",))] if named else ()))
        value = escaped(relation.name) if named else f"urn:uuid:{relation.uid}"
        yield CardLine(0, "", "RELATED", "RELATED", params, value)
        return
    apples = _APPLES.get(relation.kind)
    label = f"_$!<{apples}>!$_" if apples else escaped(relation.kind)
    group = f"tie{number}"
    yield CardLine(0, group, "X-ABRELATEDNAMES", "X-ABRELATEDNAMES", (), escaped(relation.name))
    yield CardLine(0, group, "X-ABLABEL", "X-ABLabel", (), label)
