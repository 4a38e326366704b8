"""The brief before a meeting on a screen."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.ladder import IN_PERSON
from netbook.core.names import fold
from netbook.render.days import late, short_day, terse_day, within
from netbook.render.favors import both_ways
from netbook.render.text import Screen, Style, clip, counted, joined, pad, visible, width_of
from netbook.reports.brief import Brief, BriefFollowup, BriefMeeting, BriefRequest
from netbook.reports.prep import PrepReport

LABEL = 14
NAMED = 2  # people named before the rest is counted
TOPICS, SUBJECTS, PROMISES, OTHERS = 5, 5, 3, 2  # rows of a kind that fit on one screen with the rest
NARROW = 60  # cells; below that days are short, and a subject stands before its note, not in a column
EARLIER = 60  # characters of what an earlier meeting was about
LONG = 2  # lines of a screen that one text may take


class BriefItem(NamedTuple):
    """One line of the brief: its label, its text and its style."""

    text: str
    style: Style = "plain"
    lead: str = ""


def text(report: PrepReport, screen: Screen) -> str:
    """The brief on one person, or what several share with each other and then the brief on each."""
    pages = [_Page(brief, report.today, screen).text() for brief in report.briefs]
    if len(report.briefs) > 1 and report.between:
        shared = [f"{visible(row.name)} ({_people(row.people)})" for row in report.between]
        more = [f"… and {len(shared) - TOPICS:,} more"] if len(shared) > TOPICS else []
        pages.insert(0, screen.wrap(pad("Between them", LABEL), "; ".join([*shared[:TOPICS], *more])))
    return "\n\n".join(pages)


class _Page(NamedTuple):
    brief: Brief
    today: date
    screen: Screen

    def text(self) -> str:
        parts = (
            ("Strained", self._strain()),
            ("Repaired", self._repaired()),
            ("Met", self._met()),
            ("Last time", self._last_time()),
            ("In common", self._in_common()),
            ("Perhaps", self._perhaps()),
            ("Likes", self._likes()),
            ("Ties", self._ties()),
            ("Told you", self._learned()),
            ("Open", self._open()),
            ("Give, take", self._balance()),
            ("Birthday", self._birthday()),
            ("Open with", self._stories()),
            ("Ask", self._ask()),
            ("Introduce", self._introduce()),
        )
        lines = [self._title(), ""]
        for label, value in parts:
            for place, one in enumerate(value):
                lead = pad("" if place else label, LABEL) + one.lead
                lines.append(self.screen.wrap(lead, one.text, one.style))
        return "\n".join(lines)

    def _title(self) -> str:
        brief, name = self.brief, visible(self.brief.name)
        work = " at ".join(part for part in (brief.title, brief.org) if part)
        work = ", ".join(part for part in (work, brief.department) if part)
        state = brief.status if brief.status != "active" else None
        parts = [brief.circle, work, brief.place, state]
        line = self.screen.wrap("", " · ".join([name, *(visible(part) for part in parts if part)]), indent=2)
        return line.replace(name, self.screen.style(name, "name"), 1)

    def _strain(self) -> list[BriefItem]:
        strain = self.brief.strain
        if strain is None:
            return []
        since = f"since {self._day(strain.since)} ({counted(strain.days, 'day')})" if strain.days else "today"
        topics = f" ({_list(strain.topics, TOPICS, len(strain.topics))})" if strain.topics else ""
        points = f"{strain.points} of {strain.of} points of connection since{topics}"
        return [
            BriefItem(f"{since}: {self._short(strain.text)}", "late"),
            BriefItem(f"{points}; {strain.suggestion}", "good"),
        ]

    def _repaired(self) -> list[BriefItem]:
        repaired = self.brief.repaired
        if repaired is None:
            return []
        how = f": {self._short(repaired.repair)}" if repaired.repair else ""
        strained = f"strained since {self._day(repaired.since)}: {self._short(repaired.text)}"
        return [BriefItem(f"{self._day(repaired.repaired_on)}{how} ({strained})", "dim")]

    def _met(self) -> list[BriefItem]:
        brief, first = self.brief, self.brief.first_contact
        parts = [] if first else ["not yet"]
        if brief.before:
            parts.append(f"before: {self._short('; '.join(brief.before))}")
        if brief.how_met:
            parts.append(self._short(brief.how_met))
        if brief.introduced_by:
            parts.append(f"introduced by {visible(brief.introduced_by)}")
        if brief.known_since:
            parts.append(f"known since {self._day(brief.known_since)}")
        elif first and len(brief.meetings) > 1:
            at = f" at {visible(first.event)}" if first.event else ""
            parts.append(f"first met on {self._day(first.date)}{at}")
        return [BriefItem("; ".join(parts))] if parts else []

    def _last_time(self) -> list[BriefItem]:
        parts = [BriefItem(self._meeting(latest)) for latest in self.brief.meetings[:1]]
        if earlier := [self._earlier(row) for row in self.brief.meetings[1:]]:
            parts.append(BriefItem(" · ".join(earlier), "dim"))
        if written := self.brief.written:
            about = f": {self._short(written.summary)}" if written.summary else ""
            since = "since then only written" if self.brief.meetings else "only written"
            parts.append(BriefItem(f"{since}: {written.kind}, {self._day(written.date)}{about}", "dim"))
        if self.brief.from_afar:
            parts.append(BriefItem(f"{self.brief.from_afar}; {IN_PERSON.way}", "good"))
        return parts

    def _meeting(self, row: BriefMeeting) -> str:
        where = [
            row.kind,
            self._day(row.date),
            f"at {visible(row.event)}" if row.event else "",
            visible(row.place or ""),
            f"{row.minutes} min" if row.minutes else "",
            f"with {_people(row.others)}" if row.others else "",
        ]
        head = ", ".join(filter(None, where))
        return f"{head}: {self._short(row.summary)}" if row.summary else head

    def _earlier(self, row: BriefMeeting) -> str:
        about = row.summary or row.event
        return f"{row.kind}, {self._day(row.date)}{f': {clip(visible(about), EARLIER)}' if about else ''}"

    def _in_common(self) -> list[BriefItem]:
        rows = self.brief.in_common
        topics = []
        for row in rows[:TOPICS]:
            also = f" (also {_list(row.also, NAMED, row.others)})" if row.others else ""
            detail = f", {self._short(row.detail)}" if row.detail else ""
            topics.append(f"{visible(row.topic)}{detail}{also}")
        if len(rows) > TOPICS:
            topics.append(f"… and {len(rows) - TOPICS:,} more")
        return [BriefItem("; ".join(topics))] if topics else []

    def _perhaps(self) -> list[BriefItem]:
        return [BriefItem(f"{visible(row.topic)}: {self._short(row.because)}") for row in self.brief.perhaps]

    def _likes(self) -> list[BriefItem]:
        """Their interests, without those already listed as common ground."""
        brief = self.brief
        line = {*(fold(row.topic) for row in brief.in_common), *(fold(row.topic) for row in brief.perhaps)}
        rest = [visible(topic) for topic in self.brief.interests if fold(topic) not in line]
        return [BriefItem(_list(rest, TOPICS, len(rest)))] if rest else []

    def _ties(self) -> list[BriefItem]:
        ties = [f"{visible(row.word)}: {visible(row.name)}" for row in self.brief.ties]
        return [BriefItem("; ".join(ties))] if ties else []

    def _learned(self) -> list[BriefItem]:
        rows = self.brief.learned
        widest = max((width_of(row.about) for row in rows), default=0)
        parts = []
        for row in rows[:SUBJECTS]:
            lead = f"{row.about}: " if self._is_narrow() else pad(row.about, widest + 2)
            earlier = f"; {len(row.earlier):,} earlier" if row.earlier else ""
            parts.append(
                BriefItem(
                    f"{self._short(row.text, len(lead) + 20)} ({self._day(row.date)}{earlier})", lead=lead
                )
            )
        return parts + self._more(len(rows) - SUBJECTS, "subject")

    def _open(self) -> list[BriefItem]:
        brief, line = self.brief, []
        for whose in ("mine", "theirs"):
            promises = [row for row in brief.followups if row.whose == whose]
            line += [self._promise(row) for row in promises[:PROMISES]]
            line += self._more(len(promises) - PROMISES, "promise", "netbook todo")
        for place, owed in enumerate(brief.thanks_owed[:OTHERS]):
            thanks = f"thanks owed for {self._short(owed.text)}, since {self._day(owed.date)}"
            line.append(BriefItem(thanks if place else f"{thanks} (netbook thank {brief.handle})"))
        line += self._more(len(brief.thanks_owed) - OTHERS, "thank-you")
        line += [self._request(row) for row in brief.requests[:OTHERS]]
        line += self._more(len(brief.requests) - OTHERS, "request")
        offered = [row for row in brief.introductions if row.outcome == "offered"]
        for row in offered[:OTHERS]:
            line.append(BriefItem(f"you offered to introduce {visible(row.to)}, {self._day(row.date)}"))
        return line + self._more(len(offered) - OTHERS, "introduction")

    def _promise(self, row: BriefFollowup) -> BriefItem:
        who = "you promised" if row.whose == "mine" else "they promised"
        when, is_late = f"since {self._day(row.promised_on)}", False
        if row.due_on is not None and row.days_overdue is not None:
            when = f"by {self._day(row.due_on)}, {late(row.days_overdue)}"
            is_late = row.whose == "mine" and row.days_overdue > 0
        text = f"{who}: {self._short(row.text)}, {when} (netbook done {row.number})"
        return BriefItem(text, "late" if is_late else "plain")

    def _request(self, row: BriefRequest) -> BriefItem:
        asked = self._short(row.text)
        if row.answered_on is None:
            return BriefItem(f"you asked: {asked}, {self._day(row.asked_on)}; no answer yet")
        reply = f": {self._short(row.reply)}" if row.reply else ""
        rest = "; it stays at that" if row.answer == "no" else ""
        return BriefItem(f"you asked: {asked}; {row.answer}, {self._day(row.answered_on)}{reply}{rest}")

    def _balance(self) -> list[BriefItem]:
        line = both_ways(self.brief.gave, self.brief.got, len(self.brief.thanks_owed))
        return [BriefItem(line)] if line else []

    def _birthday(self) -> list[BriefItem]:
        birthday = self.brief.birthday
        if birthday is None:
            return []
        line = within(birthday.date, self.today)
        if birthday.days > 1:
            line += f", in {birthday.days} days"
        return [BriefItem(line if birthday.turns is None else f"{line}, turns {birthday.turns}", "good")]

    def _stories(self) -> list[BriefItem]:
        return [
            BriefItem(f"{self._short(row.text)} ({row.about}, {self._day(row.date)})")
            for row in self.brief.stories
        ]

    def _ask(self) -> list[BriefItem]:
        parts = []
        for row in self.brief.questions:
            about = "last time" if row.about == "meeting" else row.about
            why = f", {self._day(row.said_on)}" if row.said_on else ": nothing known yet"
            parts.append(BriefItem(f"{visible(row.question)} ({about}{why})"))
        return parts

    def _introduce(self) -> list[BriefItem]:
        parts = [
            BriefItem(f"{visible(row.to)}, {self._short(row.because)}")
            for row in self.brief.introduce[:OTHERS]
        ]
        made = [row for row in self.brief.introductions if row.outcome == "made"]
        for row in made[:OTHERS]:
            parts.append(BriefItem(f"introduced to {visible(row.to)}, {self._day(row.date)}", "dim"))
        return parts + self._more(len(made) - OTHERS, "introduction")

    def _is_narrow(self) -> bool:
        return self.screen.width is not None and self.screen.width < NARROW

    def _day(self, day: date) -> str:
        return (terse_day if self._is_narrow() else short_day)(day, self.today)

    def _short(self, text: str, besides: int = 0) -> str:
        """The text in full in a pipe; on a terminal what leaves room for the rest and for what is besides."""
        shown = visible(text)
        if self.screen.width is None:
            return shown
        return clip(shown, max(LONG * (self.screen.width - LABEL) - besides, 16))

    def _more(self, count: int, one: str, where: str | None = None) -> list[BriefItem]:
        if count <= 0:
            return []
        where = where or f"netbook show {self.brief.handle}"
        return [BriefItem(f"… and {counted(count, f'more {one}')}: {where}", "dim")]


def _people(names: Sequence[str]) -> str:
    """Names as a sentence has them, the first few."""
    shown = [visible(name) for name in names]
    if len(shown) > NAMED + 1:
        shown = [*shown[:NAMED], f"{len(shown) - NAMED:,} more"]
    return joined(shown)


def _list(names: Sequence[str], most: int, total: int) -> str:
    """The first few of so many names, and how many more there are: "Mia, Omar, +3"."""
    shown = [visible(name) for name in names[:most]]
    more = total - len(shown)
    return ", ".join([*shown, f"+{more:,}"] if more > 0 else shown)
