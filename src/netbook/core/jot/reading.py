"""A text read as a whole: which clauses are meetings, plans, promises and birthdays, and what is not certain.

A day at the beginning of a sentence holds for those after it until another is named. A sentence that names neither
a day nor company belongs to the meeting before it. What takes a meeting back ("she didn't show up") does so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import BirthdayPhrase, Clause, PromisePhrase
from netbook.core.jot.days import DayRead
from netbook.core.jot.names import Mention, Names
from netbook.core.jot.parser import read_clauses
from netbook.core.jot.resolve import Spoken, resolve_birthday, resolve_promise
from netbook.core.jot.results import BirthdayRead, Doubt, Guess, MeetingRead, PlanRead, PromiseRead, Reading
from netbook.core.jot.scan import Scan
from netbook.core.jot.settling import Item, guess_of, settle
from netbook.core.jot.tags import take_tags
from netbook.core.jot.texts import texts_of
from netbook.core.jot.words import Word, sentences
from netbook.core.matching import Known, SeveralPeople
from netbook.core.text import quoted
from netbook.core.vocabulary import LIVE, WRITTEN


def read(
    text: str,
    today: date,
    people: Sequence[Known],
    events: Collection[str] = (),
    chosen: Mapping[str, str] | None = None,
) -> Reading:
    """Read a text; `people` are those whose names may be in it, `events` the keys of the journal's events.

    `chosen` maps a name that fits several people to the handle of the right one.
    """
    spoken = sentences(text)
    return _Reader(text, spoken, today, Names(people, spoken, chosen), events).read()


class _Reader:
    def __init__(
        self, text: str, spoken: list[list[Word]], today: date, names: Names, events: Collection[str]
    ) -> None:
        self.text, self.today, self.events = text, today, events
        self.sentences, self.names = spoken, names
        self.items: list[Item] = []
        self.waiting: Item | None = None  # a kind without company yet: "Lunch at Joe's. With Raj."
        self.carried: DayRead | None = None
        self.promises: list[PromiseRead] = []
        self.birthdays: list[BirthdayRead] = []
        self.doubts: list[Doubt] = []
        self.mentions: list[Mention] = []
        self.left_out: list[str] = []
        self.cut: list[tuple[int, int]] = []
        self.loose: list[str] = []
        self.guesses: list[Guess] = []

    def read(self) -> Reading:
        for number, sentence in enumerate(self.sentences):
            self._sentence(number, sentence)
        if not self.items and self.carried is not None and self.carried.error is not None:
            self.doubts.append(Doubt("", Guess(), self.carried.error))
        settle(self.items, self.today)
        for tag in self.loose if self.items else ():
            self.items[0].topics.append(tag)
        if self.loose and not self.items:
            self.doubts.append(Doubt(f"at which meeting: {', '.join(self.loose)}", Guess()))
        for item in self.items:
            self.doubts += item.doubts if not item.denied else []
            if item.denied:
                self.left_out.append(item.shown)
                self.guesses.append(item.guess())
        certain = [item for item in self.items if not (item.denied or item.doubts)]
        met = {person.id for item in self.items for person in item.people if not item.denied}
        met |= {promise.person.id for promise in self.promises} | {
            birthday.person.id for birthday in self.birthdays
        }
        mentioned = {
            person.id: person
            for mention in self.mentions
            if len(mention.people) == 1 and (person := mention.people[0]).id not in met
        }
        written = zip(self.items, texts_of(self.text, self.sentences, self.items, self.cut), strict=True)
        texts = [text for item, text in written if item in certain]
        return Reading(
            meetings=tuple(
                self._meeting(item, texts[at]) for at, item in enumerate(certain) if not item.coming
            ),
            plans=tuple(self._plan(item, texts[at]) for at, item in enumerate(certain) if item.coming),
            promises=tuple(self.promises),
            birthdays=tuple(self.birthdays),
            doubts=tuple(self.doubts),
            mentioned=tuple(mentioned.values()),
            left_out=tuple(self.left_out),
            guess=self.guesses[0] if self.guesses else Guess(tuple(mentioned.values())),
        )

    # Sentences and clauses

    def _sentence(self, number: int, sentence: list[Word]) -> None:
        tagged = take_tags(sentence, self.events, self.names)
        self.cut += tagged.cut
        self.doubts += [Doubt(doubt, Guess()) for doubt in tagged.doubts]
        before = len(self.items)
        clauses = read_clauses(Scan(tagged.words, self.names, self.today, self.text))
        denied = False
        for clause in clauses:
            self.mentions += clause.mentions + clause.subjects
            self._leading_day(clause, first=clause is clauses[0], alone=len(clauses) == 1)
            denied = self._clause(number, clause, denied=denied)
        self._tag(tagged.topics, tagged.event, before)

    def _tag(self, topics: Sequence[str], event: str | None, before: int) -> None:
        """Topics and an event belong to the meetings of their sentence, else to the one before."""
        here = self.items[before:] or self.items[-1:]
        for item in here:
            item.event = item.event or event
        if here:
            here[-1].topics += topics
        else:
            self.loose += topics
            if event:
                self.doubts.append(Doubt(f"who was at {event}", Guess()))

    def _leading_day(self, clause: Clause, *, first: bool, alone: bool) -> None:
        """Let a day at the beginning hold; alone after a meeting that has none ("Lunch. Yesterday."), it is its day."""
        if not (clause.days and clause.day_leads) or (clause.subject == "other" and clause.kind is None):
            return
        last = clause.words[clause.end - 1]
        bare = _is_bare(clause) and not (clause.kind or clause.company)
        if bare and not first and self.items:
            return
        if bare and alone and self.items and ":" not in last.after and not self.items[-1].carried:
            if not self.items[-1].clause.days:
                self.items[-1].clause.days += clause.days
            return
        if first or bare or clause.company:
            self.carried = clause.days[0]
        colon = next((word for word in clause.words[clause.start : clause.end] if ":" in word.after), None)
        if colon is not None and colon.start < clause.words[clause.days[0].end - 1].end <= colon.end:
            self.cut.append((clause.words[clause.start].start, colon.end))

    def _clause(self, number: int, clause: Clause, *, denied: bool) -> bool:
        """Read a clause; whether it denies the next one of its sentence ("Cancelled: lunch with Ana")."""
        if clause.birthday is not None and not clause.marks:
            self._birthday(clause, clause.birthday)
            return False
        if clause.promise is not None:
            if not clause.marks:
                self._promise(clause, clause.promise)
            return False
        if denied and not clause.subject:
            clause.marks.add("cancelled")
        self._take_back(clause)
        if _sounds_like_meeting(clause):
            if clause.marks:
                self._say_no(clause)
            else:
                self._item(number, clause)
            return False
        self._remark(number, clause)
        nobody = not (clause.mentions or clause.subjects or clause.subject)
        return bool(clause.marks & {"negated", "cancelled", "unreal"}) and nobody

    def _remark(self, number: int, clause: Clause) -> None:
        """What is no meeting by itself: more about the one before, its company or day, or nobody's business."""
        bare = _is_bare(clause)
        if clause.verb is not None and clause.company and not clause.marks and clause.subject in ("", "me"):
            self.doubts.append(Doubt(f"how you met: {quoted(self._shown(clause))}", self._guess(clause)))
        elif bare and clause.company and clause.kind is None:
            self._complete(clause)
        elif clause.kind and bare and not clause.company:
            if self.items and clause.days and clause.days[0].certain != self.today:
                self.doubts.append(Doubt(f"with whom: {quoted(self._shown(clause))}", self._guess(clause)))
            elif not self.items:
                self.waiting = Item(clause, self.carried, self._shown(clause), number)
                self.guesses.append(self._guess(clause))
        elif clause.marks and (clause.mentions or clause.company or clause.kind or clause.doubts):
            self._say_no(clause)
            if clause.doubts and not self.items and clause.birthday is None:
                self.doubts += [
                    Doubt(doubt, self._guess(clause)) for doubt in clause.doubts if "birthday" in doubt
                ]
        elif clause.doubts and clause.subject in ("", "me"):
            self.doubts.append(Doubt(clause.doubts[0], self._guess(clause)))
        elif bare and self.items and not clause.mentions:
            last = self.items[-1].clause
            if clause.days and self.items[-1].sentence == number:
                last.days += clause.days  # "lunch with Ana (so nice) yesterday"
            last.minutes = last.minutes or clause.minutes
            last.place = last.place or clause.place
        elif clause.mentions or clause.subjects:
            self.guesses.append(self._guess(clause))

    def _complete(self, clause: Clause) -> None:
        """Company without a kind completes the kind before it that has none."""
        if self.waiting is None:
            self.doubts.append(Doubt(f"how you met: {quoted(self._shown(clause))}", self._guess(clause)))
            return
        whole, waiting = self.waiting.clause, self.waiting
        self.waiting = None
        whole.company += clause.company
        whole.unknown += clause.unknown
        whole.doubts += clause.doubts
        whole.days += clause.days
        whole.place, whole.minutes = whole.place or clause.place, whole.minutes or clause.minutes
        self._item(waiting.sentence, whole)

    def _say_no(self, clause: Clause) -> None:
        if clause.subject in ("", "me"):
            self.left_out.append(self._shown(clause))
        self.mentions += clause.company
        self.guesses.append(self._guess(clause))

    def _take_back(self, clause: Clause) -> None:
        """Whether a clause says that the meeting before it did not take place, or that somebody was not there."""
        if not self.items or "question" in clause.marks:
            return
        meeting, words = self.items[-1], set(clause.plain_words)
        if clause.plain_words[:1] == ["or"]:
            meeting.doubt("who it was")  # "brunch with Mia (or was it Raj)"
        if meeting.clause.kind in LIVE and _not_reached(words):
            meeting.denied = True  # "called Lena, voicemail"
        if not clause.marks & {"negated", "cancelled", "unreal"}:
            return
        if meeting.clause.kind in WRITTEN and words & lex.ANSWERS:
            return
        if meeting.may_come(self.today) and not clause.mentions and clause.subject != "they":
            meeting.denied = True  # "lunch with Ana tomorrow, not sure yet"
        about_it = clause.subject == "" or clause.pronoun in ("it", "this", "that", "it's", "that's")
        if clause.subject == "" and (clause.mentions or _sounds_like_meeting(clause)):
            about_it = False
        participants = {person.id for person in meeting.people}
        theirs = clause.pronoun[:2] in ("he", "sh", "th") or any(
            person.id in participants for mention in clause.subjects for person in mention.people
        )
        absent = bool(words & lex.ABSENT)
        noun = (
            clause.subject == "other"
            and not clause.pronoun
            and bool(words & lex.words("lunch dinner meeting call coffee"))
        )
        if (about_it or noun) and (
            "cancelled" in clause.marks or ("negated" in clause.marks and not words & lex.HARMLESS)
        ):
            meeting.denied = True
        if theirs and clause.marks & {"negated", "cancelled"} and absent:
            meeting.denied = True

    # Meetings and plans

    def _joins(self, clause: Clause) -> bool:
        """Whether "Bo joined us" adds somebody to the meeting before."""
        if not (self.items and clause.they_contact and "joined" in clause.plain_words and not clause.days):
            return False
        people = [person for mention in clause.company for person in mention.people]
        if any(len(mention.people) > 1 for mention in clause.company) or clause.unknown:
            return False
        self.items[-1].people += [person for person in people if person not in self.items[-1].people]
        return True

    def _item(self, number: int, clause: Clause) -> None:
        if self._joins(clause):
            return
        item = Item(clause, self.carried, self._shown(clause), number)
        self.waiting = None
        for mention in clause.company:
            if len(mention.people) > 1:
                item.doubt("", SeveralPeople(mention.text, mention.people))
            elif mention.people[0] not in item.people:
                item.people.append(mention.people[0])
        if not clause.company and not clause.unknown:
            self.guesses.append(self._guess(clause))  # "lunch with the team": nobody who has a name
            return
        self.items.append(item)
        item.denied = clause.kind in LIVE and _not_reached(set(clause.plain_words))
        if clause.unknown:
            item.doubt("", unknown=tuple(dict.fromkeys(clause.unknown)))
        for doubt in clause.doubts:
            item.doubt(doubt)
        if clause.unplaced:
            item.doubt(f'what "{clause.unplaced[0]}" is: a person, a place, an event')

    def _guess(self, clause: Clause) -> Guess:
        return guess_of(clause, self.carried, (), None, coming=False)

    def _meeting(self, item: Item, summary: str) -> MeetingRead:
        clause = item.clause
        assert item.day is not None
        kind = clause.kind if not (item.event and clause.kind == "meeting") else None
        return MeetingRead(
            day=item.day,
            kind=kind,
            people=tuple(item.people),
            minutes=clause.minutes,
            place=clause.place,
            event=item.event,
            topics=tuple(item.topics),
            summary=summary,
        )

    def _plan(self, item: Item, text: str) -> PlanRead:
        clause = item.clause
        assert item.day is not None
        return PlanRead(
            day=item.day,
            kind=clause.kind,
            people=tuple(item.people),
            hour=clause.hour,
            place=clause.place,
            event=item.event,
            text=text,
        )

    # Promises and birthdays

    def _companion(self) -> Known | None:
        """Who "she" is: the only one at the meeting before."""
        people = self.items[-1].people if self.items and not self.items[-1].denied else []
        return people[0] if len(people) == 1 and not self.items[-1].clause.unnamed else None

    def _promise(self, clause: Clause, promise: PromisePhrase) -> None:
        spoken = Spoken(clause, self._companion(), self._shown(clause), self._guess(clause))
        resolved = resolve_promise(spoken, promise, self.names, self.text, self.today)
        if isinstance(resolved, Doubt):
            self.doubts.append(resolved)
        else:
            self.promises.append(resolved)

    def _birthday(self, clause: Clause, birthday: BirthdayPhrase) -> None:
        spoken = Spoken(clause, self._companion(), self._shown(clause), self._guess(clause))
        resolved = resolve_birthday(spoken, birthday)
        if isinstance(resolved, Doubt):
            self.doubts.append(resolved)
        else:
            self.birthdays.append(resolved)

    # Texts

    def _shown(self, clause: Clause) -> str:
        words = clause.words[clause.start : clause.end]
        return self.text[words[0].start : words[-1].end].strip(" ,;:.") if words else ""


def _not_reached(words: set[str]) -> bool:
    """Whether a call was not taken."""
    return bool(words & lex.NOT_REACHED) or {"left", "message"} <= words


def _is_bare(clause: Clause) -> bool:
    return not (
        clause.subject or clause.verb or clause.marks or clause.doubts or clause.promise or clause.birthday
    )


def _sounds_like_meeting(clause: Clause) -> bool:
    """Whether a clause names somebody as company, and how."""
    if clause.subject == "other":
        return False
    if clause.subject == "they" and not clause.they_contact:
        return clause.with_me and clause.kind is not None
    somebody = clause.company or clause.unknown or clause.unnamed
    spent = clause.minutes or lex.SPENT & set(clause.plain_words)
    if clause.verb is not None and clause.verb.takes == "kind" and clause.kind is None and not spent:
        return False  # "had a problem with Ana"
    with_length = clause.company and spent and lex.WITH & set(clause.plain_words)
    return bool(somebody and (clause.kind or clause.verb or clause.they_contact or with_length))
