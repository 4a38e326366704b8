"""How one row is made of three: the state both sides had, ours, and the one that was published first.

Columns that stand together are merged as one value. What only one side changed is taken. Where both changed it,
what was published first stays, unless the table below says otherwise; what does not stay is reported as a loss.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from netbook.core.sync.published import Row, Value, same
from netbook.core.tables import TABLES
from netbook.core.text import LONGEST_TEXT

Values = tuple[Value, ...]
# Of what was published and what is ours, what stays; None: the first, and the other is lost.
Choice = Callable[[Values, Values], Values | None]

# Columns that are merged as one besides those that stand together everywhere: a rule of the journal binds them, and
# halves of two rows could break it.
_TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "interest": (("noted_on", "meeting_id"),),
    "favor": (("direction", "thanked_on", "thanked_how", "thanks"),),
    "job": (("org", "department", "title"), ("since", "until")),
    "farewell": (("org", "circle", "tag"),),
    "tie": (("b_id", "name"), ("word", "back")),
}
# The day on which something was closed is no news where both closed it.
_BESIDES = frozenset({"uid", "closed_on", "answered_on"})
# A text that goes with a decision, and is told where the other decision stays.
_SAID = frozenset({"reply"})


class Loss(NamedTuple):
    """A value that both sides changed: the columns, what stays and what does not."""

    columns: tuple[str, ...]
    stays: Values
    lost: Values


def both_texts(published: Values, ours: Values) -> Values | None:
    """Both texts, the published one first; one that contains the other stands for both."""
    (first,), (second,) = published, ours
    if first is None or second is None:
        return ours if first is None else published
    first, second = str(first), str(second)
    if first in second or second in first:
        return (max(first, second, key=len),)
    both = f"{first}; {second}"
    return (both,) if len(both) <= LONGEST_TEXT else None


def earlier(published: Values, ours: Values) -> Values:
    """The one whose first value, a day, is the earlier; a day rather than none."""
    return min(published, ours, key=lambda values: str(values[0] or "9999"))


def later(published: Values, ours: Values) -> Values:
    """The one whose first value is the greater."""
    return max(published, ours, key=lambda values: (values[0] is not None, values[0] or 0))


def ranked(*words: str) -> Choice:
    """The one whose first value comes first among these words; of two alike the published one."""

    def choice(published: Values, ours: Values) -> Values | None:
        ranks = [words.index(str(v[0])) if v[0] in words else len(words) for v in (published, ours)]
        return None if ranks[0] == ranks[1] else (published, ours)[ranks[1] < ranks[0]]

    return choice


# By table and first column.
_CHOICES: Mapping[tuple[str, str], Choice] = {
    ("person", "known_since"): earlier,
    ("person", "added_on"): earlier,
    ("person", "last_contact_on"): later,
    ("commonality", "found_on"): earlier,
    ("interest", "noted_on"): earlier,
    ("news", "found_on"): earlier,
    ("strain", "since"): earlier,
    ("farewell_person", "seen_on"): earlier,
    ("plan", "sequence"): later,
    ("numbering", "highest"): later,
    ("followup", "status"): ranked("done", "dropped", "open"),
    ("plan", "status"): ranked("met", "dropped", "open"),
    ("request", "answer"): ranked("yes", "no", "dropped", "pending"),
    ("proposal", "answer"): ranked("yes", "no", "open"),
    ("introduction", "outcome"): ranked("declined"),
    **{
        (name, column): both_texts
        for name, columns in {
            "circle": ("description",), "meeting": ("summary", "fleeting"), "commonality": ("detail",),
            "note": ("text",), "favor": ("text",), "followup": ("text",), "request": ("text",), "strain": ("text",),
            "introduction": ("because",), "farewell": ("why",), "plan": ("text",), "thanks": ("text",),
        }.items()
        for column in columns
    },
}  # fmt: skip


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """The columns of a table that are merged, those that stand together as one; the deciding column first."""
    together = [*(_TOGETHER.get(name) or TABLES[name].together)]
    # Of an introduction its outcome decides, and its day follows.
    together = [tuple(sorted(group, key=lambda column: (name, column) not in _CHOICES)) for group in together]
    bound = {column for group in together for column in group}
    single = [(column,) for column in TABLES[name].columns if column != "id" and column not in bound]
    return (*single, *together)


def merge_row(
    name: str, base: Row | None, ours: Row | None, theirs: Row | None
) -> tuple[dict[str, Value] | None, tuple[Loss, ...]]:
    """The row that stays, without its number being decided, and what is lost.

    A row that one side removed and the other did not change is gone; one that was changed stays.
    """
    if ours is None or theirs is None:
        left = theirs if ours is None else ours
        stays = left is not None and not same(left, base)
        return (dict(left) if stays and left is not None else None), ()
    merged, losses = dict(theirs), []
    for columns in groups(name):
        values, loss = _merge(name, columns, base, ours, theirs)
        merged.update(zip(columns, values, strict=True))
        if loss is not None:
            losses.append(loss)
    return merged, tuple(losses)


def _merge(
    name: str, columns: tuple[str, ...], base: Row | None, ours: Row, theirs: Row
) -> tuple[Values, Loss | None]:
    before = _values(base, columns) if base is not None else (None,) * len(columns)
    mine, published = _values(ours, columns), _values(theirs, columns)
    if mine in (published, before):
        return published, None
    if published == before:
        return mine, None
    choice = _CHOICES.get((name, columns[0]))
    stays = choice(published, mine) if choice is not None else None
    if stays is not None:
        loses = mine if stays == published else published
        lost_places = [
            place for place, column in enumerate(columns)
            if column in _SAID and loses[place] not in (None, stays[place], before[place])
        ]  # fmt: skip
        return stays, _loss(columns, stays, loses, lost_places)
    differ = [
        place for place, values in enumerate(zip(published, mine, strict=True)) if len(set(values)) == 2
    ]
    if _BESIDES.issuperset(columns[place] for place in differ):
        return published, None
    return published, _loss(columns, published, mine, differ)


def _loss(columns: tuple[str, ...], stays: Values, lost: Values, places: list[int]) -> Loss | None:
    if not places:
        return None
    return Loss(tuple(columns[place] for place in places), _at(stays, places), _at(lost, places))


def _at(values: Values, places: list[int]) -> Values:
    return tuple(values[place] for place in places)


def _values(row: Row, columns: tuple[str, ...]) -> Values:
    return tuple(row[column] for column in columns)


@cache
def required_links(name: str) -> tuple[str, ...]:
    """The links of a table without whose target a row cannot be."""
    table = TABLES[name]
    return tuple(column for column in table.links if column not in table.optional)
