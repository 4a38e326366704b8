"""Sort people who are not decided about: one key for each."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import at_terminal, respond, say, screen
from netbook.errors import Usage

if TYPE_CHECKING:
    import typer

    from netbook.actions.sort import SortDecision, SortOutcome
    from netbook.cli import person_filters
    from netbook.cli.context import Context

ROUND = 50  # people
UNHEARD = "\a"


class NoTerminal(Usage):
    """A round without a terminal to read keys from."""

    def __init__(self) -> None:
        super().__init__(
            "sort asks at a terminal; in a script: "
            "netbook people --undecided --handles | xargs netbook circle NAME --add"
        )


@command("sort", example="netbook sort --org Acme", changes=True)
def sort(
    ctx: Context,
    circle: person_filters.Circles = None,
    tag: person_filters.Tags = None,
    org: person_filters.Orgs = None,
    department: person_filters.Departments = None,
    place: person_filters.Places = None,
    topic: person_filters.Topics = None,
    event: person_filters.Events = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many people in a round.")] = ROUND,
) -> None:
    """Decide about people without a cadence, one key each.

    The most likely come first: met, written to, shared topics, connected last. Each decision is saved at once; a
    round is one step to undo. At its end, first contacts are spread over time.
    """
    if not at_terminal():
        raise NoTerminal
    from netbook.render import sort as render
    from netbook.reports import heap
    from netbook.reports.people import PeopleQuery

    query = PeopleQuery(
        circle=tuple(circle or ()), tag=tuple(tag or ()), org=tuple(org or ()), place=tuple(place or ()),
        topic=tuple(topic or ()), department=tuple(department or ()), event=tuple(event or ()),
        undecided=True,
    )  # fmt: skip
    with ctx.reading() as db:
        result = heap.build(db, ctx.today, query)
    if not result.people:
        say("Nobody is left to decide about; netbook people --undecided lists those you paused as well")
        return
    done = _Round(ctx, result.people[:limit], len(result.people), result.circles).run()
    respond(ctx, done, lambda: render.outcome(done, ctx.today, screen()))


class _Round:
    """The people of a round, the decisions so far, and the step of the history they are in."""

    def __init__(self, ctx: Context, people: list[int], total: int, groups: dict[str, int]) -> None:
        from netbook.core.sort_keys import keys_of

        self.ctx, self.people, self.total, self.groups = ctx, people, total, groups
        self.keys = keys_of(list(groups))
        self.decisions: list[SortDecision] = []
        self.step: int | None = None

    def run(self) -> SortOutcome:
        """Ask about one person after the other until the round is over or the user quits."""
        from netbook.cli.keys import one_key_at_a_time
        from netbook.render import sort as render

        say(render.legend(self.keys, screen()))
        try:
            with one_key_at_a_time():
                self._ask()
        except KeyboardInterrupt:
            say("")
        return self._outcome()

    def _ask(self) -> None:
        from netbook.actions.sort import SortDecision
        from netbook.cli.keys import read_key
        from netbook.core.sort_keys import BACK, END
        from netbook.render import sort as render
        from netbook.reports import heap

        shown = -1
        while (place := len(self.decisions)) < len(self.people):
            if place != shown:
                with self.ctx.reading() as db:
                    person = heap.card(db, self.ctx.today, self.people[place])
                if person is None:  # removed elsewhere meanwhile
                    self.decisions.append(SortDecision(self.people[place], None, None))
                    continue
                say("\n" + render.card(person, place + 1, len(self.people), self.ctx.today, screen()))
                shown = place
            key = read_key()
            if key in (END, "", "\x04"):
                return
            if key == BACK:
                self._back()
                shown = -1
            elif not self._take(key):
                say(UNHEARD + render.legend(self.keys, screen()))

    def _take(self, key: str) -> bool:
        """Decide about the next person by a key; returns whether the key is one of those offered."""
        from netbook.actions.sort import NONE as REST
        from netbook.actions.sort import SortDecision, decide
        from netbook.core.sort_keys import LATER, NONE

        person = self.people[len(self.decisions)]
        if key == LATER:
            self.decisions.append(SortDecision(person, None, None))
            say("  later")
            return True
        where = REST if key == NONE else self.keys.get(key)
        if where is None:
            return False
        with self._changing() as db:
            before = decide(db, person, None if where == REST else self.groups[where], self.ctx.today)
        self.decisions.append(SortDecision(person, where, before))
        say(f"  {where}")
        return True

    def _back(self) -> None:
        from netbook.actions.sort import take_back

        if not self.decisions:
            say("  this is the first one")
            return
        last = self.decisions.pop()
        if last.before is not None:
            with self._changing() as db:
                take_back(db, last.person, last.before)
        say("  back")

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction for one decision, within the one step of the round."""
        from netbook.actions.sort import begin_decision, in_one_step

        with self.ctx.turning() as db:
            before = begin_decision(db)
            yield db
            step = in_one_step(db, before, self.ctx.command_line, self.step)
        self.step = None if self.ctx.dry_run else step

    def _outcome(self) -> SortOutcome:
        from netbook.actions.sort import SortOutcome, spread

        made = [decision for decision in self.decisions if decision.where is not None]
        contacts = None
        if made:
            with self._changing() as db:
                contacts = spread(db, self.ctx.today, [decision.person for decision in made])
        where = Counter(decision.where for decision in made if decision.where)
        later = sum(decision.where is None for decision in self.decisions)
        return SortOutcome(len(made), tuple(where.most_common()), later, self.total - len(made), contacts)
