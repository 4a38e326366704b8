"""Journals of three sizes for the benchmarks, the same rows every time: `python -m benchmarks.journals FOLDER`.

S has 200 people and 2,000 meetings in ten years, M ten times and L a hundred times that. As in life, some are
met often and many hardly ever. A quarter of all share one topic.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import sqlite3
import sys
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.words import FIRST, Dice, Weighted, vocabulary
from netbook.core.names import fold, topic_key
from netbook.core.vocabulary import is_human
from netbook.store import journal

SIZES = {"S": (200, 2_000), "M": (2_000, 20_000), "L": (20_000, 200_000)}
TODAY = dt.date(2026, 11, 21)
DAYS = 3652
SEED = 20261121
RARE = "zugzwang"  # a word that one note in a thousand has
SHARED = "Python"  # the topic that a quarter of all share

KINDS = {
    "coffee": 18, "lunch": 12, "dinner": 5, "walk": 2, "meeting": 6, "call": 15, "video": 14, "email": 18,
    "message": 10,
}  # fmt: skip
# The more one meets somebody, the closer the circle: up to that share of all, its number, own cadences.
CLOSENESS = (
    (0.05, 1, ("1m", "2m", "2m", "3m")),
    (0.20, 2, ("2m", "3m", "6m", "none")),
    (0.50, 5, ("6m", "1y", "1y", "none")),
    (1.00, None, (None, None, "1y")),
)
NEVER_MET = 0.1
AT_EVENT = 12  # conversations at one event, at most
PLACES = "Amsterdam Athens Bergen Berlin Cork Delft Geneva Ghent Graz Kyoto Leeds Lima Lyon Oslo Porto Riga".split()
ABOUTS = ("family", "values", "goals", "obstacles", "aspirations", "concerns", "stories", "interests", "work")


class Made(NamedTuple):
    """What is drawn from while a journal is written."""

    dice: Dice
    words: list[str]
    rank: Weighted
    ids: list[int]
    people: int

    def text(self, least: int = 6, more: int = 20) -> str:
        """Some words."""
        chosen = (self.words[self.rank.draw(self.dice)] for _ in range(least + self.dice.below(more)))
        return " ".join(chosen).capitalize() + "."

    def day(self) -> str:
        """A day of the last ten years."""
        return (TODAY - dt.timedelta(self.dice.below(DAYS))).isoformat()

    def uid(self) -> str:
        """An identifier."""
        return str(uuid.UUID(int=int(self.dice.roll() * 2**128), version=4))

    def some(self, share: float) -> Iterable[int]:
        """That share of all people, by number."""
        return (number for number in range(1, self.people + 1) if self.dice.often(share))


def journals(folder: Path, sizes: Iterable[str] = SIZES) -> dict[str, Path]:
    """The journals of these sizes, made where they are not there yet for the attendances schema."""
    schema = Path(journal.__file__).with_name("schema.sql").read_bytes()
    mark = hashlib.sha256(schema + Path(__file__).read_bytes()).hexdigest()[:12]
    results = {}
    for size in sizes:
        results[size] = folder / f"{size}-{mark}" / "netbook.db"
        if not results[size].exists():
            for stale in folder.glob(f"{size}-*"):
                shutil.rmtree(stale)
            make(results[size], *SIZES[size])
    return results


def make(path: Path, people: int, meetings: int) -> None:
    """Write one journal, and beside it what friends would have of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    db = sqlite3.connect(draft, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    journal.build(db)
    # Ten years of changes to undo are no part of what is measured.
    stored = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_history'"
    )
    history = stored.fetchall()
    db.execute("BEGIN")
    for name, _ in history:
        db.execute(f"DROP TRIGGER {name}")
    fill(db, people, meetings)
    for _, sql in history:
        db.execute(sql)
    db.execute("COMMIT")
    (path.parent / "friends.md").write_text("".join(friends(db)), encoding="utf-8")
    db.close()
    draft.chmod(0o600)
    draft.rename(path)


def fill(db: sqlite3.Connection, people: int, meetings: int) -> None:
    """Everything that a journal of that size has."""
    dice = Dice(SEED)
    words = vocabulary(dice, 6_000)
    ids = list(range(1, people + 1))
    for last in range(people - 1, 0, -1):
        other = dice.below(last + 1)
        ids[last], ids[other] = ids[other], ids[last]
    made = Made(dice, words, Weighted([1 / (rank + 8) for rank in range(len(words))]), ids, people)
    write_people(db, made)
    write_meetings(db, made, meetings)
    write_topics(db, made)
    write_give_and_take(db, made)


def insert(
    db: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Add rows."""
    marks = ", ".join("?" * len(columns))
    db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def write_people(db: sqlite3.Connection, made: Made) -> None:
    """People, each with an address; no name is there twice."""
    dice, count = made.dice, made.people
    families = [word.capitalize() for word in vocabulary(dice, 4_000)]
    orgs = [
        f"{word.capitalize()} {dice.one(('Labs', 'Works', 'Group'))}"
        for word in vocabulary(dice, max(20, count // 8))
    ]
    names: dict[str, None] = {}
    while len(names) < count:
        names[f"{dice.one(FIRST)} {dice.one(families)}"] = None
    rank = {number: place for place, number in enumerate(made.ids)}
    rows, addresses = [], []
    for number, name in enumerate(names, 1):
        handle = fold(name).replace(" ", "-")
        _, circle, cadences = next(one for one in CLOSENESS if rank[number] < one[0] * count)
        birthday = f"--{1 + dice.below(12):02}-{1 + dice.below(28):02}" if dice.often(0.3) else None
        met = f"At {dice.one(PLACES)}" if dice.often(0.2) else None
        rows.append(
            (number, made.uid(), handle, name, fold(name), circle, dice.one(cadences), dice.one(orgs),
             dice.one(("engineer", "manager", None)), dice.one(PLACES), birthday, met, made.day())
        )  # fmt: skip
        addresses.append((number, f"{handle}@example.com", f"{handle}@example.com"))
    insert(
        db, "person",
        ("id", "uid", "handle", "name", "name_key", "circle_id", "cadence", "org", "title", "place", "birthday",
         "how_met", "added_on"),
        rows,
    )  # fmt: skip
    insert(db, "email", ("person_id", "address", "key"), addresses)
    insert(db, "tag", ("person_id", "name", "key"), [(one, "climbers", "climbers") for one in made.some(0.1)])


def write_meetings(db: sqlite3.Connection, made: Made, count: int) -> None:
    """Meetings with one to four people; those on the days of an event, were at it."""
    dice, people = made.dice, made.people
    popular = Weighted([1 / (rank + people / 20) for rank in range(int(people * (1 - NEVER_MET)))])
    kinds, kind = list(KINDS), Weighted(list(KINDS.values()))
    events: dict[int, int] = {}
    while len(events) < 8 * people**0.4:
        events.setdefault(dice.below(DAYS), len(events) + 1)
    insert(
        db, "event", ("id", "uid", "name", "key", "starts_on", "ends_on", "goal", "place"),
        [
            (number, made.uid(), f"Meetup {number}", f"meetup {number}", day(offset), day(offset), 2, dice.one(PLACES))
            for offset, number in events.items()
        ],
    )  # fmt: skip
    rows, attendances = [], []
    left: defaultdict[int | None, int] = defaultdict(lambda: AT_EVENT)
    for number, offset in enumerate(sorted(dice.below(DAYS) for _ in range(count)), 1):
        event = events.get(offset)
        left[event] -= 1
        if left[event] < 0:
            event = None
        how = "event" if event else kinds[kind.draw(dice)]
        summary = made.text() + (f" {RARE.capitalize()}." if number % 997 == 0 else "")
        place = dice.one(PLACES) if dice.often(0.3) else None
        minutes = 15 * (1 + dice.below(8)) if dice.often(0.3) else None
        rows.append((number, made.uid(), day(offset), how, minutes, place, event, summary))
        who = {made.ids[popular.draw(dice)] for _ in range(1 + dice.below(4))}
        attendances += [(number, person, day(offset), is_human(how)) for person in sorted(who)]
    insert(db, "meeting", ("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary"), rows)
    insert(db, "attendance", ("meeting_id", "person_id", "date", "human"), attendances)


def day(offset: int) -> str:
    """The day that many days after the first."""
    return (TODAY - dt.timedelta(DAYS - 1 - offset)).isoformat()


def write_topics(db: sqlite3.Connection, made: Made) -> None:
    """Topics, and who shares them; some are rare, and one is not."""
    dice = made.dice
    names = [SHARED, *dict.fromkeys(word for word in made.words[: max(40, made.people // 20)])]
    insert(
        db, "topic", ("id", "name", "key"),
        [(number, name, topic_key(name)) for number, name in enumerate(names, 1)],
    )  # fmt: skip
    which = Weighted([1 / (rank + 5) for rank in range(len(names) - 1)])
    pairs = {(person, 1) for person in made.some(0.25)}
    pairs |= {(person, 2 + which.draw(dice)) for _ in range(3) for person in made.some(0.3)}
    rows = [(person, topic, made.day()) for person, topic in sorted(pairs)]
    insert(db, "commonality", ("person_id", "topic_id", "found_on"), rows)


def write_give_and_take(db: sqlite3.Connection, made: Made) -> None:
    """Notes, favours, promises, strains, requests and introductions."""
    dice = made.dice
    insert(
        db, "note", ("uid", "person_id", "about", "text", "date"),
        [(made.uid(), one, dice.one(ABOUTS), made.text(), made.day()) for one in made.some(0.6)],
    )  # fmt: skip
    favors = []
    for one in made.some(0.3):
        direction, on = dice.one(("gave", "got")), made.day()
        thanked = on if direction == "got" and dice.often(0.98) else None
        favors.append((one, direction, made.text(3, 5), on, thanked))
    insert(db, "favor", ("person_id", "direction", "text", "date", "thanked_on"), favors)
    promises = []
    for one in made.some(0.3):
        on, status = made.day(), "done" if dice.often(0.9) else "open"
        due = (TODAY + dt.timedelta(dice.below(200) - 20)).isoformat() if dice.often(0.7) else None
        promises.append(
            (
                one,
                dice.one(("mine", "theirs")),
                made.text(3, 5),
                on,
                due,
                status,
                on if status == "done" else None,
            )
        )
    insert(
        db,
        "followup",
        ("person_id", "whose", "text", "promised_on", "due_on", "status", "closed_on"),
        promises,
    )
    insert(
        db, "strain", ("person_id", "text", "since", "repaired_on"),
        [(one, made.text(3, 5), "2026-06-01", dice.one((None, "2026-08-01"))) for one in made.some(0.002)],
    )  # fmt: skip
    insert(
        db, "request", ("person_id", "text", "asked_on", "answer", "answered_on"),
        [(one, made.text(5, 5), "2026-03-01", "yes", "2026-03-09") for one in made.some(0.02)],
    )  # fmt: skip
    insert(
        db, "introduction", ("a_id", "b_id", "date", "outcome"),
        [(one, one + 1, made.day(), "made") for one in made.some(0.02) if one < made.people],
    )  # fmt: skip


def friends(db: sqlite3.Connection) -> Iterable[str]:
    """The same people and meetings as a friends.md."""
    yield "### Activities:\n"
    for on, kind, summary, names in db.execute(
        """SELECT m.date, m.kind, m.summary, group_concat('**' || p.name || '**', ' and ')
        FROM meeting m JOIN attendance a ON a.meeting_id = m.id JOIN person p ON p.id = a.person_id
        GROUP BY m.id ORDER BY m.date DESC, m.id DESC"""
    ):
        yield f"- {on}: {kind.capitalize()} with {names}. {summary}\n"
    yield "\n### Notes:\n\n### Friends:\n"
    for name, place in db.execute("SELECT name, place FROM person ORDER BY name"):
        yield f"- {name} [{place}]\n"
    yield "\n### Locations:\n"
    yield from (f"- {place}\n" for place in PLACES)


if __name__ == "__main__":
    for found in journals(Path(sys.argv[1]), sys.argv[2:] or SIZES).values():
        print(found)
