"""Ask for each calendar entry whether it took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netbook.actions.calendar_proposals import CalendarProposal
from netbook.cli.output import asked, say
from netbook.render.imports import proposal
from netbook.render.text import Screen, counted

YES, NO, ALL, SERIES, QUIT = ("y", "yes"), ("n", "no"), ("a", "all"), ("s", "series"), ("q", "quit")


def ask_for_each(proposals: Sequence[CalendarProposal], screen: Screen) -> frozenset[str]:
    """Ask about each occasion on the terminal; returns the uids of those that took place. Ctrl-C takes none."""
    say(f"{counted(len(proposals), 'occasion')} with somebody you know, the latest first. Ctrl-C takes none.")
    size = Counter((one.file, one.line) for one in proposals)
    taken: set[str] = set()
    whole: dict[tuple[str | None, int], bool] = {}
    for place, one in enumerate(proposals):
        if (one.file, one.line) in whole:
            taken |= {one.uid} if whole[one.file, one.line] else set()
            continue
        say(proposal(one, screen))
        answer = _answer(
            "Plan it?" if one.coming else "Did it take place?", series=size[one.file, one.line] > 1
        )
        if answer in QUIT:
            break
        if answer in ALL:
            taken |= {each.uid for each in proposals[place:] if whole.get((each.file, each.line), True)}
            break
        if answer in SERIES:
            whole[one.file, one.line] = True
        if answer in YES + SERIES:
            taken.add(one.uid)
    return frozenset(taken)


def _answer(question: str, *, series: bool) -> str:
    """One of these words, asked for until it is typed."""
    some = f"y, n{', s: all of this series' if series else ''}, a: all that are left, q: none of them"
    fits = YES + NO + ALL + QUIT + (SERIES if series else ())
    while (answer := asked(f"{question} ({some}) ").casefold()) not in fits:
        say("Answer with one of the letters.")
    return answer
