"""The result of a sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.render.text import Screen, clip, counted, pad, visible

if TYPE_CHECKING:
    from netbook.actions.sync import SyncDone
    from netbook.core.sync.told import Told

NUMBERS = 10  # that are named; the rest is counted


def synced(done: SyncDone, screen: Screen, *, quiet: bool) -> str:
    """One line of counts, then the conflicts; only these with --quiet."""
    told: list[tuple[str, str]] = [(each.what, sentence(each)) for each in done.told if each.what != "number"]
    numbers = [sentence(each) for each in done.told if each.what == "number"]
    told += [("numbers", line) for line in numbers[:NUMBERS]]
    if len(numbers) > NUMBERS:
        told.append(
            (
                "numbers",
                f"{len(numbers) - NUMBERS:,} more; netbook find WORDS shows the reference that a thing has now",
            )
        )
    if done.union and not quiet:
        told.insert(0, ("joined", "there was no earlier sync to compare with, so nothing counts as removed"))
    lines = [screen.wrap(f"  {pad(what, 14)} ", visible(line)) for what, line in told]
    if quiet:
        return "\n".join(lines)
    return "\n".join([_head(done, screen), *lines])


def _head(done: SyncDone, screen: Screen) -> str:
    if done.dry_run:
        text = f"Would take {done.taken:,} and send {counted(done.sent, 'change')}"
    elif not done.taken and not done.sent:
        text = "Synced: nothing new"
    else:
        taken = f"{counted(done.taken, 'change')} taken" if done.taken else ""
        sent = f"{done.sent:,}{'' if taken else ' change' if done.sent == 1 else ' changes'} sent"
        text = f"Synced: {', '.join(filter(None, (taken, sent if done.sent else '')))}"
    if done.first:
        text += f", with {visible(done.remote)}"
    if done.forgotten:
        text += f"; {visible(done.remote)} keeps only what the journal has today"
    return screen.wrap("", text, indent=2)


def sentence(news: Told) -> str:
    """One thing in a sentence."""
    match news.what:
        case "both changed":
            return _both_changed(news)
        case "kept":
            where, existing = ("here", "elsewhere") if news.here else ("elsewhere", "here")
            command = f"; netbook remove {news.handle}" if news.handle else ""
            return f"{news.name}: removed {where}, but {news.other} {existing}{command}"
        case "handle":
            return f"your {news.other} is {news.stays} now; if they are one: netbook merge {news.other} {news.stays}"
        case "one":
            return f"{news.name}: two of the {news.about} are one now"
        case "number":
            return f"{news.other} ({news.name}) is {news.stays} now"


def _both_changed(news: Told) -> str:
    stays = "is empty elsewhere" if news.stays is None else f"is {clip(news.stays, 60)}"
    if news.other is None:
        return f"{news.name}: {news.about} {stays}; it is empty here"
    remaining = "is a note now" if news.note else "did not stay"
    return f"{news.name}: {news.about} {stays}; {clip(news.other, 60)}, entered here, {remaining}"


def left(remote: str, screen: Screen) -> str:
    """That this machine is no longer synced."""
    return screen.wrap(
        "", f"No longer synced with {visible(remote)}; the journal and the copy there both stay", indent=2
    )


def as_object(done: SyncDone) -> dict[str, object]:
    """The result of a sync, for scripts."""
    return {
        "remote": done.remote,
        "taken": done.taken,
        "sent": done.sent,
        "told": [
            {"what": news.what, "name": news.name, "text": sentence(news)}
            | ({"note": True} if news.note else {})
            for news in done.told
        ],
        "commit": done.commit,
        "dry_run": done.dry_run,
    }
