"""What address books call the columns of a table of people, and which field each of them is.

The names are in `column_names.tsv`. Programs put more into a name than the field: where ("Business City", "Ort
privat", "Phone (work)"), which of several ("E-mail 2 Address"), both ("Address 1 - City") or whose ("Person - Email").
A field is looked up by the whole name first, then by what is left of it without such words. Case, accents and
punctuation never matter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from netbook.core.names import clean, fold, squash
from netbook.formats.linkedin_columns import AS_ELSEWHERE
from netbook.formats.linkedin_columns import NAMES as LINKEDIN_NAMES

_NAMES = "column_names.tsv"
TIE = "tie"  # somebody who is to them what the place of the name says: "spouse"
KEPT = "kept"  # known, and kept as a note; some would be taken for another field by their words

# Where a thing is, in the languages that say so in a word of its own.
_PLACES = {
    "home": (
        "home", "private", "personal", "privat", "domicile", "residencial", "particular", "casa", "domicilio",
        "pessoal", "abitazione", "thuis", "prive", "hem", "hjem", "dom", "personnel", "personnelle", "hjemme",
        "domow", "domowy", "domov", "domu", "doma", "koti", "kodin", "otthoni", "acasa", "οικιας", "σπιτι", "домашний",
        "дом", "дома", "домашен", "домашній", "rumah", "kucni", "domaci", "namu", "majas", "kodu", "ev", "בית", "בבית",
        "المنزل", "บ้าน", "自宅", "家庭", "住宅", "住家", "집", "자택", "घर", "गृह",
    ),
    "work": (
        "work", "business", "company", "office", "arbeit", "geschaftlich", "dienstlich", "bureau", "comercial",
        "trabajo", "trabalho", "profissional", "lavoro", "kantoor", "zakelijk", "werk", "arbete", "arbejde",
        "arbeid", "praca", "professionnel", "professionnelle", "ufficio", "sluzbowy", "zamestnani", "zam",
        "zamestnanie", "prace", "tyo", "munkahelyi", "serviciu", "εργασιας", "εργασια", "рабочий", "раб", "работа",
        "служебен", "робочий", "kantor", "poslovni", "sluzbeni", "darbo", "darba", "empresa", "emprego", "feina",
        "עבודה", "בעבודה", "العمل", "ที่ทำงาน",
        "会社", "勤務先", "工作", "商务", "商務", "근무지", "직장", "व्यवसाय", "कार्यालय",
    ),
    "other": (
        "other", "weitere", "weiterer", "weiteres", "weiteren", "autre", "altro", "altra", "otro", "otra", "outro",
        "outra", "andere", "ander", "overig", "annan", "annat", "annet", "anden", "andet", "muu", "egyeb", "alt",
        "inny", "inna", "inne", "jiny", "jina", "jine", "iny", "ina", "ine", "αλλο", "другой", "друг", "інший", "lain",
        "drugi", "drug", "kitas", "cits", "diger", "אחר", "آخر", "อื่น", "その他", "其他", "기타",
    ),
}  # fmt: skip
# Words for which of several a thing is; each of them has its own address.
_WHICH = (
    "main", "primary", "secondary", "principal", "alternate", "alternative", "additional", "preferred", "default",
    "current",
)  # fmt: skip
_WHERE = {fold(word): place for place, words in _PLACES.items() for word in words} | {
    word: word for word in _WHICH
}
# The little words around it.
_LITTLE = frozenset((
    "de", "del", "do", "da", "di", "des", "du", "la", "le", "l", "el", "of", "the", "der", "die",
    "das", "den", "van", "na", "no",
))  # fmt: skip
_ADDRESS = frozenset((
    "address", "adresse", "anschrift", "direccion", "endereco", "morada", "indirizzo", "adres",
    "adress",
))  # fmt: skip
_LABELS = frozenset((
    "label", "type", "service", "tipo", "rotulo", "etiqueta", "etikett", "typ", "libelle",
    "etichetta", "etykieta",
))  # fmt: skip
_VALUES = frozenset((
    "value", "valor", "wert", "valeur", "valore", "waarde", "varde", "vaerdi", "wartosc",
    "значение", "値",
))  # fmt: skip
_ENTITIES = frozenset((
    "person", "people", "contact", "kontakt", "persoon", "persona", "personne", "pessoa", "customer", "client", "lead",
    "member",
))  # fmt: skip
_SORTS_OF_PHONE = frozenset(("mobile", "cell", "landline", "iphone", "main"))
_ADDRESS_FIELDS = frozenset(("street", "pobox", "city", "region", "zip", "country", "formatted"))
_NUMBERED = re.compile(r"(.+) (\d{1,2}) (.+)")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_BRACKETED = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]\s*")
_DASH = re.compile(r"\s+[-\u2013\u2014|>]+\s+|:\s+|\s*/\s*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what the file calls it, the field it is ("" for none known), and which of several it is of."""

    name: str
    field: str = ""
    group: str = ""


class _Known(NamedTuple):
    """A name of a column: its field, and where the thing is that it names."""

    field: str
    where: str


@cache
def _known() -> tuple[dict[str, _Known], dict[str, str], dict[str, _Known]]:
    """The columns by the key of their name, their fields by it without little words, the columns by it unspaced."""
    whole: dict[str, _Known] = {}
    text = files("netbook.formats").joinpath(_NAMES).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            field, where, name = line.split("\t")
            whole.setdefault(fold(name), _Known(field, where))
    for field, names in LINKEDIN_NAMES.items():
        for name in names:
            whole.setdefault(fold(name), _Known(AS_ELSEWHERE.get(field, field), ""))
    bare: dict[str, str] = {}
    squashed: dict[str, _Known] = {}
    for key, known in whole.items():
        if known.field != TIE:  # "Partner Company" is no partner
            bare.setdefault(_bare(key), known.field)
        squashed.setdefault(squash(key), known)
    return whole, bare, squashed


def _bare(key: str) -> str:
    words = [word for word in key.split() if word not in _WHERE and word not in _LITTLE]
    return " ".join(word for word in words if not word.isdecimal())


def is_googles(key: str) -> bool:
    """Whether a column's key has the shape of Google's: "e mail 1 value"."""
    match = _NUMBERED.fullmatch(key)
    return match is not None and (match[3] in _VALUES or (match[1] in _ADDRESS and match[3] in _known()[0]))


def columns(cells: Iterable[str]) -> list[Column]:
    """What each cell of a header is; words that mean one thing or another are settled by their neighbours."""
    rows = [
        _column(cell) if cell.strip() else Column(f"column {place}") for place, cell in enumerate(cells, 1)
    ]
    fields = [column.field for column in rows]
    settled = [replace(column, field=field) for column, field in zip(rows, _settled(fields), strict=True)]
    return list(_told_apart(settled))


def _told_apart(table_columns: list[Column]) -> Iterator[Column]:
    """The columns, with the second of two addresses whose parts have the same names as one of its own."""
    times: dict[tuple[str, str], int] = {}
    for column in table_columns:
        key = (fold(column.name), column.group)
        times[key] = times.get(key, 0) + 1
        again = column.field in _ADDRESS_FIELDS and times[key] > 1
        yield replace(column, group=f"{column.group} {times[key]}".strip()) if again else column


@lru_cache(2_000)
def _column(cell: str) -> Column:
    name, key = clean(cell), fold(cell)
    numbered = _NUMBERED.fullmatch(key)
    if numbered and key not in _known()[0]:
        thing, number, what = numbered.groups()
        if what in _LABELS:
            return Column(name, "label", f"{thing} {number}")
        if what in _VALUES:
            field = _field_of(thing)
            return Column(name, "other" if field in ("", KEPT) else field, f"{thing} {number}")
        if thing in _ADDRESS:
            return Column(name, _field_of(what), f"address {number}")
    for reading, where in _readings(name):
        if known := _found(reading):
            own = reading == key or known.field == TIE
            return Column(name, known.field, known.where or where if own else where or known.where)
    return Column(name, "", _where(key))


def _readings(name: str) -> Iterator[tuple[str, str]]:
    """The keys by which a name may be known, the surest first, each with where the thing is."""
    apart = fold(_JOINED.sub(" ", name))
    yield fold(name), _where(apart)
    yield apart, _where(apart)
    if bracketed := _BRACKETED.fullmatch(name):
        yield fold(bracketed[1]), _where(fold(bracketed[2])) or fold(bracketed[2])
    parts = [fold(part) for part in _DASH.split(name)]
    if len(parts) > 1:
        own = parts[1:] if parts[0] in _ENTITIES else parts
        yield " ".join(own), _where(" ".join(own))
    without = " ".join(word for word in apart.split() if word not in _SORTS_OF_PHONE | _ENTITIES)
    if _field_of(without) in ("phone", "email"):
        yield without, _where(apart)


def says_where(label: str) -> bool:
    """Whether a label says no more than where a thing is: "Work", "Arbeit", "Other"."""
    words = fold(label).split()
    return bool(words) and all(word in _WHERE for word in words)


def _where(key: str) -> str:
    return " ".join(dict.fromkeys(_WHERE[word] for word in key.split() if word in _WHERE))


def _field_of(key: str) -> str:
    known = _found(key)
    return known.field if known else ""


def _found(key: str) -> _Known | None:
    whole, bare, squashed = _known()
    if key in whole:
        return whole[key]
    left = _bare(key)
    if not left:
        return None
    exact = whole.get(left)
    field = exact.field if exact and exact.field != TIE else bare.get(left, "")
    return _Known(field, "") if field else squashed.get(squash(key))


def _settled(fields: list[str]) -> list[str]:
    titles = fields.count("prefix_or_job")
    for place, field in enumerate(fields):
        others = frozenset(fields[:place] + fields[place + 1 :])
        match field:
            case "first_or_full":
                fields[place] = _first_or_full(others)
            case "last_or_full":
                fields[place] = "last" if "first" in others and "last" not in others else "full"
            case "last_or_nickname":
                fields[place] = "nickname" if "last" in others else "last"
            case "prefix_or_job":
                # French Outlook has two of one name: the form of address, then the job.
                fields[place] = "prefix" if titles > 1 or (titles and "job" in others) else "job"
                titles = 0
            case "department_or_phone":  # in Italian
                fields[place] = "phone" if "department" in others else "department"
            case "birthday_or_child":  # "Børn" and "Born"
                fields[place] = TIE if others & {"birthday", "birth_day"} else "birthday"
            case "phone_or_other":  # Yahoo calls its numbers "Home", "Work" and "Other"
                fields[place] = "phone" if "phone" in others else ""
            case "birthday" if "birth_year" in others:
                fields[place] = "birth_day"
            case "birth_day" if not others & {"birth_year", "birth_month"}:
                fields[place] = "birthday"
    return fields


def _first_or_full(others: frozenset[str]) -> str:
    if "first" in others or not others & {"last", "last_or_full", "last_or_nickname"}:
        return "full"
    return "first"
