"""The picture of the roots: people, circles, and what joins two people."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from netbook.core import roots as core
from netbook.core.due import next_contact
from netbook.core.introductions import THOUSANDTHS
from netbook.core.roots import Bond, Grounds, PersonTie
from netbook.store.read.groups import alike, circle, circles
from netbook.store.read.topics import find_topic
from netbook.store.standing import ACTIVE, IN_TOUCH, LAST_CONTACT

# Nobody you have parted from is in the picture, and not you.
_HERE = f"""{IN_TOUCH}
  AND (:circle IS NULL OR p.circle_id = :circle)
  AND (:orgs IS NULL OR p.org IN (SELECT value FROM json_each(:orgs)))
  AND (:topic IS NULL OR p.id IN (
    SELECT person_id FROM commonality WHERE topic_id = :topic
    UNION SELECT person_id FROM interest WHERE topic_id = :topic))"""
PEOPLE = f"""
SELECT p.id, p.name, p.handle, p.circle_id, c.name, p.org, coalesce(p.cadence, c.cadence), {LAST_CONTACT},
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today), {ACTIVE}
FROM person p LEFT JOIN circle c ON c.id = p.circle_id
WHERE {_HERE}
ORDER BY p.name_key, p.id
"""
# Your own topics join nobody, nor does what only one person has. A group comes as one text: half a million rows
# take longer to fetch.
TOPICS = """
SELECT topic_id, group_concat(person_id)
FROM (SELECT topic_id, person_id FROM commonality UNION SELECT topic_id, person_id FROM interest)
WHERE person_id NOT IN (SELECT id FROM person WHERE me = 1)
GROUP BY topic_id HAVING count(*) > 1
"""
TIES = "SELECT a_id, b_id, word, back FROM tie WHERE b_id IS NOT NULL ORDER BY id"
MEETINGS = """
SELECT meeting_id, group_concat(person_id) FROM attendance
WHERE human = 1 AND date <= :today GROUP BY meeting_id HAVING count(*) > 1
"""
NAMES = "SELECT id, name FROM topic WHERE id IN (SELECT value FROM json_each(?))"


class RootsScope(NamedTuple):
    """Whose trees are wanted; None where it does not matter."""

    circle_id: int | None = None
    orgs: tuple[str, ...] | None = None
    topic_id: int | None = None


class Rooted(NamedTuple):
    """Somebody with what their tree shows; days are ISO text, `contacts` counts human contact up to today."""

    id: int
    name: str
    handle: str
    circle_id: int | None
    circle: str | None
    org: str | None
    cadence: str | None
    last_contact: str | None
    contacts: int
    active: int


def _people(db: sqlite3.Connection, today: date, scope: RootsScope) -> list[Rooted]:
    """Everybody in the scope whom you have not parted from, by name."""
    import json

    values = {
        "today": today.isoformat(), "circle": scope.circle_id, "topic": scope.topic_id,
        "orgs": None if scope.orgs is None else json.dumps(scope.orgs),
    }  # fmt: skip
    return [Rooted(*row) for row in db.execute(PEOPLE, values)]


def _grounds(db: sqlite3.Connection, today: date) -> Grounds:
    """What people share: topics, yours with them and theirs alone alike, human contact in one meeting, ties."""
    meetings = _groups(db.execute(MEETINGS, {"today": today.isoformat()}))
    ties = [PersonTie(*row) for row in db.execute(TIES)]
    return Grounds(_groups(db.execute(TOPICS)), meetings, ties)


def _topic_names(db: sqlite3.Connection, topics: Iterable[int]) -> dict[int, str]:
    """The names of these topics, by number."""
    return dict(db.execute(NAMES, (str(sorted(topics)),)))


def _groups(rows: Iterable[tuple[int, str]]) -> dict[int, list[int]]:
    return {group: [int(person) for person in members.split(",")] for group, members in rows}


Standing = Literal["in time", "late", "not met"]
NO_CIRCLE = "no circle"
SPARE = 4  # more bonds looked at than kept, for each person, so that everybody finds their strongest


class Foremost(NamedTuple):
    """How many people, and roots among them, the first look at a larger picture shows."""

    people: int
    roots: int


class RootsQuery(NamedTuple):
    """Which people and how many of them, as the user said it; None has no limit.

    With `foremost` the first so many trees are those that a picture of so many would show.
    """

    circle: str | None = None
    org: str | None = None
    topic: str | None = None
    limit: int | None = None
    roots: int = 100_000
    foremost: Foremost | None = None


class Tree(NamedTuple):
    """A person: `circle` is the place in the report's circles, `days_late` 0 unless the standing is late."""

    name: str
    handle: str
    circle: int
    org: str | None
    contacts: int
    last_contact: date | None
    standing: Standing
    days_late: int
    topics: tuple[int, ...]

    @property
    def size(self) -> int:
        """What the height shows: the contacts, one at least for whoever was met before the journal knew."""
        return self.contacts or int(self.last_contact is not None)


class Root(NamedTuple):
    """What joins two trees (`a`, `b` are their places in the report): topics, ties, meetings together.

    `strength` is 1 for a topic that nobody else shares; `topics` are places in the report's topics.
    """

    a: int
    b: int
    strength: float
    topics: tuple[int, ...]
    ties: tuple[str, ...]
    meetings: int


class RootRow(NamedTuple):
    """A root as scripts have it; `a` and `b` are people."""

    a: str
    b: str
    strength: float
    topics: tuple[str, ...]
    ties: tuple[str, ...]
    meetings: int
    a_handle: str
    b_handle: str


class Distant(NamedTuple):
    """Somebody who has no tree of their own in the picture."""

    circle: int
    contacts: int


class RootsReport(NamedTuple):
    """The trees, foremost first, the roots among them, strongest first, and what there is besides.

    `behind` are the people without a tree of their own, `joined` counts every root among all of them.
    `circles` are in their order, those without a circle last; `scope` says in words who was asked for.
    """

    today: date
    circles: tuple[str, ...]
    topics: tuple[str, ...]
    trees: list[Tree]
    roots: list[Root]
    behind: list[Distant]
    joined: int
    scope: str

    @property
    def people(self) -> int:
        """How many people the scope has."""
        return len(self.trees) + len(self.behind)

    @property
    def empty(self) -> frozenset[int]:
        """The circles nobody is in."""
        taken = {tree.circle for tree in self.trees} | {tree.circle for tree in self.behind}
        return frozenset(range(len(self.circles))) - taken

    def rows(self) -> list[RootRow]:
        """The roots for scripts."""
        return [self._row(root) for root in self.roots]

    def _row(self, root: Root) -> RootRow:
        a, b = self.trees[root.a], self.trees[root.b]
        topics = tuple(self.topics[topic] for topic in root.topics)
        return RootRow(
            a=a.name,
            b=b.name,
            strength=root.strength,
            topics=topics,
            ties=root.ties,
            meetings=root.meetings,
            a_handle=a.handle,
            b_handle=b.handle,
        )


def _quiet(done: int, every: int) -> None:
    """Ignores progress reports."""


def build(
    db: sqlite3.Connection, today: date, query: RootsQuery, tell: Callable[[int, int], None] = _quiet
) -> RootsReport:
    """The report; raises NoSuchCircle or NoSuchTopic."""
    scope, line = _scope(db, query)
    people = {person.id: person for person in _people(db, today, scope)}
    grounds = _grounds(db, today)
    contacts = {number: person.contacts for number, person in people.items()}
    groups = {number: person.circle_id for number, person in people.items()}
    chosen = core.standing_out(grounds, contacts, groups, query.limit or len(people))
    bonds = _bonds(grounds, chosen, query.roots)
    if query.foremost and query.foremost.people < len(chosen):
        first = core.every_circle(chosen, groups, query.foremost.people)
        chosen = list(dict.fromkeys([*first, *chosen]))
        bonds = sorted({*bonds, *_bonds(grounds, first, query.foremost.roots)}, key=core.by_strength)
    joined = core.count_bonds(grounds, people, tell)
    circles_ = _circles(db, scope, people.values())
    topics = _topics(db, grounds, set(chosen))
    order = {number: place for place, number in enumerate(topics)}
    theirs: dict[int, list[int]] = {number: [] for number in chosen}
    for topic in topics:
        for number in grounds.topics[topic]:
            if number in theirs:
                theirs[number].append(order[topic])
    order_of = {number: place for place, number in enumerate(circles_)}
    trees = [
        _tree(people[number], order_of[people[number].circle_id], tuple(theirs[number]), today)
        for number in chosen
    ]
    places = {number: place for place, number in enumerate(chosen)}
    roots = [_root(bond, places, order) for bond in bonds]
    behind = [
        Distant(order_of[person.circle_id], person.contacts)
        for number, person in people.items()
        if number not in places
    ]
    return RootsReport(
        today=today,
        circles=tuple(circles_.values()),
        topics=tuple(topics.values()),
        trees=trees,
        roots=roots,
        behind=behind,
        joined=joined,
        scope=line,
    )


def _bonds(grounds: Grounds, people: Collection[int], limit: int) -> list[Bond]:
    return core.drawn(core.bonds(grounds, set(people), limit + SPARE * len(people)), limit)


def _scope(db: sqlite3.Connection, query: RootsQuery) -> tuple[RootsScope, str]:
    """Who is wanted, for SQL and in words."""
    group = circle(db, query.circle) if query.circle is not None else None
    topic = find_topic(db, query.topic) if query.topic is not None else None
    orgs = alike(db, "org", query.org) if query.org is not None else None
    words = [group and group.name, query.org, topic and topic.name]
    return RootsScope(group and group.id, orgs, topic and topic.id), ", ".join(word for word in words if word)


def _circles(db: sqlite3.Connection, scope: RootsScope, people: Iterable[Rooted]) -> dict[int | None, str]:
    """The circles of the picture in their order; without a scope the empty ones too."""
    taken = {person.circle_id for person in people}
    result: dict[int | None, str] = {
        row.id: row.name for row in circles(db) if row.id in taken or scope == RootsScope()
    }
    return result | {None: NO_CIRCLE} if None in taken else result


def _topics(db: sqlite3.Connection, grounds: Grounds, people: Collection[int]) -> dict[int, str]:
    """The topics that two or more of these people share, by number; the most shared first."""
    sizes = {
        topic: size
        for topic, members in grounds.topics.items()
        if (size := sum(person in people for person in members)) > 1
    }
    names = _topic_names(db, sizes)
    return {topic: names[topic] for topic in sorted(sizes, key=lambda topic: (-sizes[topic], topic))}


def _tree(person: Rooted, group: int, topics: tuple[int, ...], today: date) -> Tree:
    last = date.fromisoformat(person.last_contact) if person.last_contact else None
    standing, late = _standing(person, today)
    return Tree(
        name=person.name,
        handle=person.handle,
        circle=group,
        org=person.org,
        contacts=person.contacts,
        last_contact=last,
        standing=standing,
        days_late=late,
        topics=topics,
    )


def _standing(person: Rooted, today: date) -> tuple[Standing, int]:
    """How somebody's tree is coloured, and the days they are late."""
    if person.last_contact is None:
        return "not met", 0
    last = date.fromisoformat(person.last_contact)
    due = next_contact(person.cadence, last, last) if person.active else None
    late = (today - due).days if due else 0
    return ("late", late) if late > 0 else ("in time", 0)


def _root(bond: Bond, places: Mapping[int, int], topics: Mapping[int, int]) -> Root:
    ties = tuple(_words(tie, bond.a) for tie in bond.ties)
    shared = tuple(topics[topic] for topic in bond.topics)
    return Root(places[bond.a], places[bond.b], bond.strength / THOUSANDTHS, shared, ties, bond.meetings)


def _words(tie: PersonTie, first: int) -> str:
    """What two people are to each other: "sibling", or "boss/report" where the first is the boss."""
    one, other = (tie.word, tie.back) if tie.a == first else (tie.back, tie.word)
    return one if one == other else f"{one}/{other}"
