"""What the picture of the roots says in words, wherever it is drawn."""

from netbook.core.text import counted, visible
from netbook.render.days import late, short_day
from netbook.reports.roots import Root, RootsReport, Tree

NOBODY = "nobody to show yet: netbook add NAME --circle peers"


def summary(report: RootsReport) -> str:
    """What the picture shows and what it leaves out, in a sentence."""
    if not report.people:
        return NOBODY
    shown, drawn = len(report.trees), len(report.roots)
    people = counted(report.people, "person", "people")
    if shown < report.people:
        people = f"{shown:,} of {people}, {report.people - shown:,} left out"
    roots = counted(report.joined, "root")
    if drawn < report.joined:
        strongest = "the strongest" if drawn == 1 else f"the {drawn:,} strongest"
        roots = f"{strongest} of {roots}, {report.joined - drawn:,} left out"
    return f"{people}; {roots}"


def shared(report: RootsReport, root: Root) -> list[str]:
    """What two people are to each other and share, the foremost first."""
    return [*root.ties, *(report.topics[topic] for topic in root.topics)]


def label(report: RootsReport, root: Root) -> str:
    """The foremost thing that two people share, and how many more; nothing for meetings alone."""
    joins_ = shared(report, root)
    more = f" +{len(joins_) - 1}" if len(joins_) > 1 else ""
    return f"{visible(joins_[0])}{more}" if joins_ else ""


def joins(report: RootsReport, root: Root) -> str:
    """All that two people share: "climbing, rowing; 2 meetings together"."""
    met = f"{counted(root.meetings, 'meeting')} together" if root.meetings else ""
    return "; ".join(part for part in (visible(", ".join(shared(report, root))), met) if part)


def described(report: RootsReport, tree: Tree) -> str:
    """A tree: "Lena Lantern: peers, 12 contacts, last on 3 October, 19 days late"."""
    parts = [visible(report.circles[tree.circle])]
    if tree.last_contact:
        parts += [counted(tree.contacts, "contact")] if tree.contacts else []
        parts.append(f"last on {short_day(tree.last_contact, report.today)}")
    else:
        parts.append("not met yet")
    if tree.standing == "late":
        parts.append(late(tree.days_late))
    return f"{visible(tree.name)}: {', '.join(parts)}"
