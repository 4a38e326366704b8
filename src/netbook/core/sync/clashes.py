"""What only one row can have: a handle, the journal, an open strain; and meetings that nobody is at any more."""

from collections.abc import Iterator

from netbook.core.names import numbered
from netbook.core.sync.published import Key, State, Value
from netbook.core.sync.rules import both_texts
from netbook.core.sync.sides import Sides
from netbook.core.sync.told import Told
from netbook.core.sync.wording import Wording


def drop_empty_meetings(sides: Sides, rows: State) -> None:
    """A meeting whose last people were removed one here, one there, goes as it would with the last of them."""
    before, *both = (side["attendance"] for side in sides)
    for meeting in sorted({key[0] for key in before if any(key not in side for side in both)}):
        row = rows["meeting"].get((meeting,))
        if row is None or row["fleeting"] is not None:
            continue
        left = [key for key in rows["attendance"] if key[0] == meeting]
        had = [any(key[0] == meeting for key in side) for side in both]
        if not left and all(had) and not _has_others(sides, meeting):
            del rows["meeting"][meeting,]
            rows["introducer_done"].pop((meeting,), None)


def _has_others(sides: Sides, meeting: str) -> bool:
    """Whether somebody was at a meeting of whom nothing differs."""
    return any(
        name == "attendance" and not sides.knows(name, key)
        for name, key, _ in sides.around.family("meeting", meeting)
    )


def number_handles(sides: Sides, rows: State) -> Iterator[Told]:
    """Give somebody whose handle was published as somebody else's a number behind theirs."""
    theirs = sides.theirs["person"]
    people = rows["person"]
    holders = {
        str(row["handle"]): key
        for key, row in people.items()
        if key in theirs and theirs[key]["handle"] == row["handle"]
    }
    for key, row in sorted(people.items()):
        handle = str(row["handle"])
        if holders.setdefault(handle, key) == key:
            continue
        taken = {
            *holders,
            *sides.around.handles(handle),
            *(str(p["handle"]) for p in people.values()),
        }
        new = numbered(handle, taken)
        holders[new] = key
        people[key] = {**row, "handle": new}
        yield Told(
            what="handle",
            table="person",
            key=key[0],
            name=str(row["name"]),
            about="",
            stays=new,
            other=handle,
        )


def _is_published(sides: Sides, name: str, key: Key) -> bool:
    row = sides.theirs[name].get(key)
    return row is not None and row["id"] != 0


def keep_one_owner(sides: Sides, rows: State) -> None:
    """Only one card is the journal owner's: the published one."""
    owners = [key for key, row in rows["person"].items() if row.get("me")]
    for key in sorted(owners, key=lambda key: not _is_published(sides, "person", key))[1:]:
        rows["person"][key] = {**rows["person"][key], "me": 0}


def join_open_strains(sides: Sides, rows: State, words: Wording) -> Iterator[Told]:
    """Somebody has one open strain: two become one with both texts and the earlier day."""
    strains = rows["strain"]
    is_open = [key for key, row in strains.items() if row["repaired_on"] is None]
    by_person: dict[Value, Key] = {}
    for key in sorted(is_open, key=lambda key: (not _is_published(sides, "strain", key), key)):
        stays = by_person.setdefault(strains[key]["person_id"], key)
        if stays == key:
            continue
        row, other = strains[stays], strains.pop(key)
        text = both_texts((row["text"],), (other["text"],)) or (row["text"],)
        since = min(str(row["since"]), str(other["since"]))
        strains[stays] = {**row, "text": text[0], "since": since}
        yield Told("one", "strain", stays[0], words.label("strain", stays), "open strains")
