"""Confirm meetings that imports have proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import asked, at_terminal, form, respond, say, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.actions.confirm import Confirmation
    from netbook.cli import options
    from netbook.cli.context import Context
    from netbook.reports.confirm import OpenProposal


@command("confirm", example="netbook confirm", changes=True)
def confirm(
    ctx: Context,
    yes: Annotated[bool, typer.Option("--yes", help="Accept everything: it took place, or will.")] = False,
    no: Annotated[bool, typer.Option("--no", help="Reject everything; netbook does not ask again.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Confirm meetings that imports have found.

    It asks about those that may have taken place, and about those to come.

    On a terminal, press a key for each: y it took place (or is planned), n it did not, e to say more, s the whole
    series took place, x none of it did, Enter for later, q to end. Elsewhere it lists them.
    """
    from netbook.actions import confirm as actions
    from netbook.errors import ConflictingOptions
    from netbook.render import confirm as render
    from netbook.reports import confirm as report

    if yes and no:
        raise ConflictingOptions("--yes and --no")
    with ctx.reading() as db:
        rows = report.build(db)
    if not (yes or no) and (csv or json or not rows or not at_terminal()):
        wanted, shown = form(csv, json), map(report.row, rows)
        show(wanted, report.ConfirmRow._fields, list(shown), lambda: render.listing(rows, screen()))
        return
    parts = [actions.Confirmation(row, yes) for row in rows] if yes or no else _asked(ctx, rows)
    with ctx.changing() as db:
        result = actions.confirm(db, ctx.today, parts)
    respond(ctx, result, lambda: render.done(result))


def _asked(ctx: Context, rows: list[OpenProposal]) -> list[Confirmation]:
    """The user's answers; Ctrl-C discards all of them."""
    from netbook.actions.confirm import Confirmation
    from netbook.render.confirm import proposal

    parts: list[Confirmation] = []
    series: dict[str, bool] = {}
    for row in rows:
        if row.series in series:
            parts.append(Confirmation(row, series[row.series]))
            continue
        say(proposal(row, screen()))
        answer = _answer(row)
        if answer == "q":
            break
        if answer in ("s", "x") and row.series:
            series[row.series] = answer == "s"
        if answer in ("y", "e"):
            parts.append(_told(ctx, row, everything=answer == "e"))
        elif answer in ("s", "n", "x"):
            parts.append(Confirmation(row, answer == "s"))
    return parts


def _answer(proposal: OpenProposal) -> str:
    from netbook.cli.keys import asked_key

    what = "Plan it?" if proposal.coming else "Did it take place?"
    series = ", s: all days, x: none" if proposal.series else ""
    keys = f"y, n, e: more{series}, Enter: later, q: end"
    letters = ("y", "n", "e", "q", "") + (("s", "x") if proposal.series else ())
    while (answer := asked_key(f"{what} ({keys}) ")) not in letters:
        say("Press one of these keys.")
    return answer


def _told(ctx: Context, one: OpenProposal, *, everything: bool) -> Confirmation:
    """The details of one proposal, asked again while they cannot be written."""
    from netbook.actions.confirm import confirm
    from netbook.errors import Refused, Usage

    while True:
        try:
            part = _more(one, everything=everything)
            with ctx.trying() as db:
                confirm(db, ctx.today, [part])
            return part
        except (Refused, Usage) as error:
            say(f"  {error}")


def _more(one: OpenProposal, *, everything: bool) -> Confirmation:
    """Ask for the summary, topics and promises of a meeting; Enter skips each."""
    from netbook.actions.confirm import Confirmation
    from netbook.core.kinds import kind_of
    from netbook.core.minutes import parse_minutes

    kind = minutes = place = None
    if everything:
        kind = kind_of(text) if (text := asked(f"  kind ({one.kind}): ")) else None
        minutes = (
            parse_minutes(text) if (text := asked(f"  minutes ({one.minutes or 'not known'}): ")) else None
        )
        place = asked(f"  place ({one.place or 'not known'}): ") or None
    about = asked("  what it was about: " if not one.coming else "  what for: ") or None
    common = () if one.coming else _texts("  in common: ")
    promised = () if one.coming else _texts("  promised: ")
    return Confirmation(
        proposal=one,
        yes=True,
        kind=kind,
        minutes=minutes,
        place=place,
        about=about,
        common=common,
        promised=promised,
    )


def _texts(question: str) -> tuple[str, ...]:
    text = asked(question)
    return (text,) if text else ()
