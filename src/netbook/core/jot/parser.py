"""A sentence taken apart into clauses, from left to right.

Company is who stands in its place: after "with", as the object of a verb of contact ("met", "called"), beside a kind
("lunch Ana, Bo"), or as the subject that I am joined with or that turned to me ("Ana and I", "Ana called me").
Everybody else who is named is only mentioned.
"""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause
from netbook.core.jot.company import read_company
from netbook.core.jot.given import read_birthday, read_promise
from netbook.core.jot.lexicon import Verb
from netbook.core.jot.opening import open_clause
from netbook.core.jot.places import place_at
from netbook.core.jot.scan import Scan
from netbook.core.vocabulary import is_human

_BY = lex.words("on over by via at through for in during")
_SLIGHT = lex.words("a an the some our my another one two first quick second little long short good great nice lovely"
                    " few bit of round spot cup glass couple big late early very proper game plate quiet")  # fmt: skip
_TWO_OBJECTS = lex.words("gave give sent send took take wrote write had got treated giving sending taking")
_FAR = lex.words("to from")
_SPOKEN_OF = lex.words("discussed discuss reviewed review brainstormed celebrated celebrate")
_IN_PLACES = lex.words("in on over near around via through across outside inside from to by")
_NATIONS = lex.words(
    "thai italian french german spanish indian chinese japanese korean vietnamese mexican greek turkish english irish"
    " american lebanese ethiopian portuguese polish danish swedish sunday monday tuesday wednesday thursday friday"
    " saturday christmas easter xmas halloween thanksgiving eve year"
)
_ADVERBS = lex.words(
    "just finally really also then again today so now on the way back home first last later earlier quickly did have"
    " has been we've i've great nice good lovely happy glad lucky to"
)
_MEASURES = lex.words("round game cup glass bit lots couple plate bowl evening day hour hours afternoon morning set spot"
                      " pot bottle session few kind sort lot match bout cups glasses rounds out")  # fmt: skip
_HABITS = lex.words("every each mondays tuesdays wednesdays thursdays fridays saturdays sundays")


def read_clauses(scan: Scan) -> list[Clause]:
    """The clauses of a sentence; what one says of the next ("I wish I had met Ana") is a mark of that one."""
    found: list[Clause] = []
    at = 0
    while at < len(scan.words):
        clause = Clause(scan.words, at)
        _inherit(scan, clause, found[-1] if found else None)
        at = _Reader(scan, clause).read()
        clause.end = at
        found.append(clause)
    if found and any("?" in word.after for word in scan.words):
        for clause in found:
            clause.marks.add("question")
    return found


def _inherit(scan: Scan, clause: Clause, before: Clause | None) -> None:
    if before is None:
        return
    last = before.end - 1
    clause.joined = scan.after(last) == "" and scan.plain(clause.start) not in lex.CONNECTIVES | lex.THEN
    if clause.joined and scan.plain(last) in lex.FINITE:
        clause.marks.add("subordinate")
    if clause.joined:
        clause.marks |= before.marks & {"unreal", "negated", "reported", "question", "subordinate"}
    if before.reports and (clause.joined or ":" in scan.after(last) or before.end - before.start <= 2):
        clause.marks.add("reported")


class _Reader:
    """One clause being read; `side` is set from where it says more about the meeting ("about", "because")."""

    def __init__(self, scan: Scan, clause: Clause) -> None:
        self.scan, self.clause = scan, clause
        self.side: str = ""
        self.stray = False  # a word before the verb that may be whose doing it is

    def read(self) -> int:
        scan, clause = self.scan, self.clause
        if (end := read_birthday(scan, clause, clause.start)) is not None:
            return end
        at = open_clause(scan, clause, clause.start)
        if at < len(scan.words) and at > clause.start and self._only_circumstances(at):
            if ";" in scan.after(at - 1) or ("," in scan.after(at - 1) and self.clause.subject):
                return at
        self._auxiliaries(at)
        while at < len(scan.words):
            if at > clause.start and self._is_over(at):
                break
            at = max(self._step(at), at + 1)
        return at

    def _only_circumstances(self, at: int) -> bool:
        return not self.clause.company and self.clause.subject == ""

    def _auxiliaries(self, at: int) -> None:
        """Whether the first word asks: "did I call Ana"."""
        clause, scan = self.clause, self.scan
        first = scan.plain(at)
        if (
            clause.subject == ""
            and first in lex.WONDERING
            and not clause.marks
            and first not in ("did", "do", "does")
        ):
            clause.marks.add("question")
        if clause.subject == "" and first in lex.QUESTIONS and scan.plain(at + 1) in lex.SUBJECTS:
            clause.marks.add("question")

    def _is_over(self, at: int) -> bool:
        """Whether the clause ends before a word."""
        scan, clause = self.scan, self.clause
        before, word = scan.after(at - 1), scan.plain(at)
        opened = scan.words[at].opened
        if any(mark in ";!?" for mark in before) or scan.words[at - 1].ends:
            return not (before == ";" and self._is_list_after_dash(at))
        aside = "(" in opened or (")" in before and "(" in scan.words[clause.start].opened)
        if aside:
            return word not in lex.CONNECTIVES | lex.WITH
        if ":" in before:
            begun = clause.verb is None and clause.subject == "" and not clause.marks
            return not (begun and (clause.days or clause.company or clause.kind)) and not _only_days(clause)
        if scan.words[at].quoted and not scan.words[at - 1].quoted:
            return True
        if word == "but":
            return True
        if word in lex.CONNECTIVES | lex.THEN:
            shares = (clause.kind and not clause.company and clause.verb is None) or self._waits_for_company()
            return scan.starts_clause(at + 1) and not (shares and scan.kind_with_company(at + 1))
        if "," in before:
            return scan.starts_clause(at)
        return self._begins_without_mark(at)

    def _waits_for_company(self) -> bool:
        """Whether a verb and a kind have no company yet: "had dinner and drinks with Ana"."""
        verb = self.clause.verb
        return bool(verb and verb.takes == "kind" and self.clause.kind and not self.clause.company)

    def _is_list_after_dash(self, at: int) -> bool:
        """Whether company stands beside a kind after a dash: "Dinner – Raj, Mia"."""
        scan, clause = self.scan, self.clause
        beside = clause.kind and not (clause.company or clause.verb or clause.subject or clause.marks)
        mention = scan.written_as_name(at) if beside and scan.kind(at - 1) else None
        return mention is not None and not mention.possessive and not scan.names_subject(at)

    def _begins_without_mark(self, at: int) -> bool:
        """Whether, as in what was dictated, a clause begins without a mark before it."""
        scan, clause = self.scan, self.clause
        word, before = scan.plain(at), scan.plain(at - 1)
        content = clause.company or clause.kind or clause.verb or clause.mentions or clause.marks or self.side
        if word in ("i", "we", "he", "she", "they") or (word in lex.OTHERS | lex.I and "'" in word):
            if word == "i" and scan.plain(at + 1) in ("think", "guess", "believe"):
                return False
            return bool(content) and before not in ("and",)
        if word in ("promised", "owe", "owes") and clause.company and clause.subject != "they":
            return True
        done = clause.company and (clause.verb or clause.kind)
        if done and not self.side and scan.verb(at) and scan.verb(at)[0][0].form == "past":  # type: ignore[index]
            return scan.kind(at) is None
        return bool(done) and scan.names_subject(at) and before not in lex.CONNECTIVES | lex.WITH

    def _step(self, at: int) -> int:
        scan, clause = self.scan, self.clause
        word = scan.words[at]
        if word.quoted:
            return self._mention_or_word(at)
        if self.side and not self._comes_back(at):
            return self._aside(at)
        self.side = ""
        if (end := read_promise(scan, clause, at)) is not None:
            return end
        for read in (
            self._marked, self._when, self._with, self._verb, self._kind, self._by_kind, self._says_more, self._somebody,
        ):  # fmt: skip
            if (end := read(at)) is not None:
                return end
        return self._word(at)

    def _comes_back(self, at: int) -> bool:
        """Whether, after a comma, the main phrase goes on: a day, a place, a duration, company."""
        scan = self.scan
        if "," not in scan.after(at - 1):
            return False
        return (
            bool(
                scan.day(at)
                or scan.duration(at)
                or place_at(scan, at)
                or scan.plain(at) in lex.WITH | {"on", "both"}
            )
            and self.side != "finite"
        )

    def _aside(self, at: int) -> int:
        """A word of what is said about the meeting: who and what day are named there only."""
        clause = self.clause
        day = self.scan.day(at)
        if (
            day is not None
            and self.side == "other"
            and self.scan.plain(at - 1) not in ("about", "re", "regarding")
        ):
            clause.side_days.append(day)
            return day.end
        if self.side == "other" and self.scan.plain(at) == "over" and (end := self._by_kind(at)) is not None:
            return end
        if self.scan.plain(at) in lex.CANCELLED and self.side == "other":
            clause.marks.add("cancelled")
        return self._mention_or_word(at)

    def _mention_or_word(self, at: int) -> int:
        mention = self.scan.written_as_name(at)
        if mention is None:
            return at + 1
        self.clause.mentions.append(mention)
        return mention.end

    # What a word may be, in the order in which it is asked.

    def _marked(self, at: int) -> int | None:
        """Words that say that it did not happen, or not yet, or only in somebody's mouth."""
        scan, clause = self.scan, self.clause
        word = scan.words[at]
        plain, run = word.plain, (word.plain, scan.plain(at + 1))
        if word.capital and scan.mention(at) and plain in ("will", "may", "can", "hope"):
            verb = scan.verb(at + 1)
            if not (at == clause.start and verb and any(one.form == "base" for one in verb[0])):
                return None
        verb = scan.verb(at)
        if (verb and len(verb[1]) > 1) or (clause.subject == "they" and scan.they_verb(at)):
            return None
        if plain == "instead":
            return self._leave_out(at + 2) if scan.plain(at + 1) == "of" else at + 1
        if (
            run == ("rather", "than")
            or plain in ("without", "except", "minus")
            or (plain == "not" and clause.company)
        ):
            started = bool(clause.company) or plain == "rather"
            if started and not (
                plain == "not" and scan.plain(at + 1) not in lex.WITH and not scan.mention(at + 1)
            ):
                return self._leave_out(at + (2 if plain == "rather" else 1))
        if any(
            tuple(scan.plain(at + place) for place in range(len(phrase))) == phrase
            for phrase in lex.CANCELLED_PHRASES
        ):
            clause.marks.add("cancelled")
            return at + 2
        if plain in lex.FUTURE and not clause.they_contact and plain not in ("well", "ill"):
            return self._future(at)
        if plain in ("going", "about") and scan.plain(at + 1) == "to" and scan.verb(at + 2):
            clause.future = clause.subject in ("", "me") and clause.pronoun not in ("was", "were")
            if scan.plain(at - 1) in ("was", "were") or plain == "about":
                clause.marks.add("unreal")
            return at + 2
        if plain in lex.SCHEDULED and clause.subject in ("", "me") and clause.verb is None:
            clause.scheduled = True
            return at + 1
        if run == ("set", "up") and clause.verb is None:
            clause.scheduled = True
            return at + 2
        if plain == "off" and scan.ends_phrase(at) and clause.company and clause.verb is None:
            clause.marks.add("cancelled")
            return at + 1
        if plain in lex.CANCELLED and not (plain == "missed" and clause.company):
            clause.marks.add("cancelled")
            return at + 1
        if plain.endswith("n't") or plain in lex.NEGATIONS:
            clause.marks.add("negated")
            return at + 1
        if plain == "may" or plain in lex.UNREAL or plain in _HABITS:
            clause.marks.add("unreal")
            return at + 1
        if plain in lex.REPORTED:
            return self._reported(at)
        if (
            plain in ("have", "has")
            and scan.verb(at + 1)
            and any(v.form == "past" for v in scan.verb(at + 1)[0])
        ):  # type: ignore[index]
            clause.perfect = True
            return at + 1
        if plain in ("am", "are", "is", "'re") and clause.verb is None:
            clause.continuing = True
            return at + 1
        return None

    def _future(self, at: int) -> int:
        clause = self.clause
        clause.future = True
        if self.scan.plain(at) == "won't":
            clause.marks.add("negated")
        return at + 1

    def _reported(self, at: int) -> int:
        clause, scan = self.clause, self.scan
        if clause.company and clause.subject in ("", "me") and (clause.verb or clause.kind):
            self.side = "finite"
            return at + 1
        clause.marks.add("reported")
        clause.reports = True
        if clause.subject != "me":
            self.side = "finite"
        return at + 1

    def _leave_out(self, at: int) -> int:
        """Somebody who was not there: "without Ana", "not Bo", "instead of lunch with Mia"."""
        scan = self.scan
        while at < len(scan.words) and not scan.ends_phrase(at - 1):
            if scan.plain(at) in lex.CONNECTIVES and scan.starts_clause(at + 1):
                return at
            if scan.plain(at) in lex.FINITE | lex.ABOUT | {"at", "in", "today", "but"}:
                return at
            if self.clause.company and scan.day(at):
                return at
            at = self._mention_or_word(at)
        return at

    def _when(self, at: int) -> int | None:
        """Days, hours, durations and places."""
        scan, clause = self.scan, self.clause
        if (day := scan.day(at)) is not None and not (scan.mention(at) and scan.plain(at - 1) in lex.WITH):
            clause.days.append(day)
            clause.hour = clause.hour or day.hour
            one_of_several = scan.plain(day.end) in ("to", "till", "until", "and") and scan.day(day.end + 1)
            if one_of_several or scan.plain(at - 1) in ("until", "till", "to", "through", "from"):
                clause.doubts.append(f'the day ("{day.text}" is one of several)')
            return day.end
        if (duration := scan.duration(at)) is not None:
            clause.minutes = clause.minutes or duration[1]
            return at + duration[0]
        if (hour := scan.hour(at)) is not None:
            clause.hour = clause.hour or hour[1]
            return at + hour[0]
        if (place := place_at(scan, at)) is not None:
            clause.place = clause.place or place.text
            if place.doubtful:
                clause.doubts.append(f'whether "{place.text}" is all of the place')
            return place.end
        return None

    def _with(self, at: int) -> int | None:
        scan, clause = self.scan, self.clause
        word = scan.plain(at)
        if word not in lex.WITH and not (word in ("along", "together") and scan.plain(at + 1) in lex.WITH):
            if not (word in lex.CONNECTIVES and clause.company and "(" in scan.words[at].opened):
                return None
        start = at + (2 if word in ("along", "together") else 1)
        if start >= len(scan.words):
            return start
        end = read_company(scan, clause, start)
        if clause.subject == "they" and scan.plain(start) in lex.ME:
            clause.with_me = True
        return end

    def _verb(self, at: int) -> int | None:
        scan, clause = self.scan, self.clause
        if (
            clause.subject == "they"
            and not clause.they_contact
            and (found := scan.they_verb(at))
            and clause.verb is None
        ):
            return self._their_verb(at, *found)
        found_verb = scan.verb(at)
        if found_verb is None or (clause.verb is not None and clause.verb.takes != "kind"):
            return None
        verbs, run = found_verb
        end = at + len(run)
        if clause.verb is not None:
            # "went climbing", "had caught up"
            if clause.verb_words[:1] in (("went",), ("go",), ("going",), ("been",)) and run[-1].endswith(
                "ing"
            ):
                kind = scan.kind(at)
                clause.kind = clause.kind or (kind[0] if kind else "activity")
                return end
            return None
        verb = self._fitting(verbs, run, end)
        if verb is None:
            return None
        if clause.subject == "" and self.stray:
            clause.subject = "other"  # "a man called Raj", "traffic met us"
            return end
        if verb.form == "past" and scan.plain(at - 1) in ("last", "first"):
            clause.marks.add("unreal")
        clause.verb, clause.verb_words = verb, run
        if verb.form == "base" and not clause.future:
            # "call Lena", and "did call", "have lunch"
            clause.imperative = clause.subject == "" and not clause.scheduled
            if clause.subject == "me":
                clause.marks.add("unreal")
        clause.kind = clause.kind or verb.kind
        return self._object(verb, run, end)

    def _fitting(self, verbs: tuple[Verb, ...], run: tuple[str, ...], end: int) -> Verb | None:
        """Of what a verb may be, what fits the words after it; a noun of a kind is none ("call with Raj")."""
        scan, clause = self.scan, self.clause
        following, names_object = scan.plain(end), self._object_begins(end)
        noun = scan.kind(end - len(run)) is not None and not clause.continuing
        beside_with = following in lex.WITH or run[-1] == "with"
        gives = (
            any(verb.takes == "kind" for verb in verbs) and following in _SLIGHT and self._kind_follows(end)
        )
        for verb in verbs:
            if gives and verb.takes != "kind":
                continue
            if verb.form == "ing" and noun and beside_with and clause.subject == "":
                continue
            if (
                verb.form == "base"
                and noun
                and not clause.future
                and not (names_object and not scan.ends_phrase(end - 1))
            ):
                continue
            if verb.takes == "object" and (names_object or following in ("back", "up", "me", "us")):
                return verb
            if verb.takes == "with" and self._with_follows(end):
                return verb
            if verb.takes == "kind" and (
                self._kind_follows(end) or (run[0] in _TWO_OBJECTS and names_object)
            ):
                return verb
            if verb.takes == "kind" and run[0] in ("went", "go", "going", "spent", "spend"):
                return verb
        return next((verb for verb in verbs if verb.takes == "object" and clause.with_me), None)

    def _object_begins(self, at: int) -> bool:
        scan = self.scan
        return (
            scan.mention(at) is not None
            or scan.unknown(at) > 0
            or scan.plain(at)
            in lex.words(
                "the a an my our his her their some two three him them everyone everybody both dr mr mrs ms prof you"
            )
        )

    def _gift_begins(self, at: int) -> bool:
        """Whether what is given, sent or had stands here: "an email", "a quick coffee"."""
        while self.scan.plain(at) in _SLIGHT:
            at += 1
        return self.scan.kind(at) is not None

    def _with_follows(self, at: int) -> bool:
        scan = self.scan
        for place in range(at, min(at + 9, len(scan.words))):
            if scan.plain(place) in lex.WITH:
                return True
            if scan.ends_phrase(place) and place > at:
                break
        return self.clause.with_me

    def _kind_follows(self, at: int) -> bool:
        scan = self.scan
        for place in range(at, min(at + 7, len(scan.words))):
            if scan.kind(place):
                return True
            if scan.ends_phrase(place):
                return False
        return False

    def _object(self, verb: Verb, run: tuple[str, ...], at: int) -> int:
        """The company that a verb has as its object, or that it gives, sends or takes something."""
        scan, clause = self.scan, self.clause
        if verb.takes == "object":
            at += scan.plain(at) in ("back", "up")
            return read_company(scan, clause, at) if self._object_begins(at) else at
        if run[0] in _TWO_OBJECTS and self._object_begins(at) and not self._gift_begins(at):
            probe = Clause(clause.words, at)
            end = read_company(scan, probe, at)
            if not (probe.company or probe.unknown):
                return at
            place = end
            while scan.plain(place) in _SLIGHT | lex.words("out over to for back"):
                place += 1
            kind = scan.kind(place)
            if kind or scan.plain(end) == "over":
                clause.company += probe.company
                clause.unknown += probe.unknown
                clause.doubts += probe.doubts
                clause.kind = clause.kind or (kind[0] if kind else "visit")
                return place + (kind[1] if kind else 0)
            clause.mentions += probe.company
            return end
        return at

    def _their_verb(self, at: int, kind: str | None, length: int) -> int | None:
        """What somebody named does that is contact with me, if it is me that it is done to."""
        scan, clause = self.scan, self.clause
        end = at + length
        following = scan.plain(end)
        if following == "in" and scan.plain(end + 1) in ("sick", "ill", "late", "absent"):
            return None
        if following in lex.ME:
            end += 1
        elif not scan.ends_phrase(end - 1) and not (
            following in lex.ABOUT | lex.FINITE | lex.THEN | lex.words("to at today again earlier later back in over")
            or scan.day(end) or scan.hour(end) or scan.duration(end)
        ):  # fmt: skip
            return None
        elif scan.plain(at) in ("met", "saw", "joined"):
            if scan.plain(at) != "joined" or following == "":
                return None
        clause.they_contact = True
        clause.company += clause.subjects
        clause.kind = clause.kind or kind
        return end

    def _kind(self, at: int) -> int | None:
        """A noun that names a kind, and whoever stands beside it."""
        scan, clause = self.scan, self.clause
        found = scan.kind(at)
        if found is None:
            return None
        kind, length = found
        general = clause.kind in (None, "meeting")
        spoken_of = clause.verb_words[:1] and clause.verb_words[0] in _SPOKEN_OF and not clause.company
        written = (
            clause.kind == "message"
            and clause.verb_words[:1] in (("wrote",), ("write",))
            and not is_human(kind)
        )
        if written or (general and not (clause.verb and clause.verb.kind) and not spoken_of):
            clause.kind = kind
        end = at + length
        if (
            scan.plain(end) in _FAR
            and kind in ("call", "email", "message", "letter", "video")
            and clause.verb
        ):
            if scan.mention(end + 1) or scan.unknown(end + 1):
                return read_company(scan, clause, end + 1)
        beside = scan.written_as_name(end)
        if beside is None and scan.after(end - 1) in (":", ""):
            beside = scan.mention(end) if ":" in scan.after(end - 1) else None
        if (
            not clause.company and clause.verb is None and clause.subject == "" and not clause.marks
            and scan.after(end - 1) in ("", ":", ",", ";")
            and (beside or (scan.unknown(end) and scan.words[end].capital))
            and not scan.names_subject(end)
        ):  # fmt: skip
            if beside and beside.possessive:
                return None if end == at else end
            return read_company(scan, clause, end)
        return end

    def _by_kind(self, at: int) -> int | None:
        """ "over lunch", "for a beer", "on the phone"; "to the cinema" after "went"."""
        scan, clause = self.scan, self.clause
        word = scan.plain(at)
        go = clause.verb_words[:1] and clause.verb_words[0] in (
            "went",
            "go",
            "going",
            "took",
            "take",
            "came",
            "going",
        )
        if word == "to" and not (go or clause.they_contact or (clause.verb and clause.verb.takes == "kind")):
            return None
        begun = clause.verb or clause.company or clause.they_contact or clause.kind
        if (word not in _BY and word != "to") or (word == "for" and not begun):
            return None
        place = at + 1
        while scan.plain(place) in _SLIGHT:
            place += 1
        kind = scan.kind(place)
        if kind is None:
            if word == "for" and go and scan.plain(place).endswith("ing"):
                clause.kind = clause.kind or "activity"
                return place + 1
            return None
        verb_names_kind = clause.verb is not None and clause.verb.kind is not None
        theirs = clause.they_contact and clause.kind not in (None, "visit")
        if verb_names_kind or theirs:
            return None
        if clause.kind in (None, "meeting", "visit") or (
            kind[0] in ("call", "video") and word in ("on", "over", "by", "via")
        ):
            clause.kind = kind[0]
        return place + kind[1]

    def _says_more(self, at: int) -> int | None:
        """From "about" or "because" on, more is said about the meeting."""
        scan, clause = self.scan, self.clause
        word = scan.plain(at)
        if word in lex.FINITE:
            self.side = "finite"
            if word in ("if", "unless", "whether"):
                clause.marks.add("unreal")
            if at == clause.start and word in (
                "after",
                "before",
                "when",
                "while",
                "as",
                "since",
                "during",
                "until",
            ):
                self.side = "finite"
            return at + 1
        if word == "for" and scan.day(at + 1):
            clause.scheduled = clause.scheduled or not clause.verb
            return at + 1
        if word in ("about", "re", "regarding", "concerning") or (
            word in ("to", "for", "from", "into", "onto", "like", "than", "toward", "towards", "of")
        ):
            if word == "from" and (clause.company or clause.verb or clause.kind):
                return at + 1
            if (
                word in ("to", "for")
                and clause.verb
                and scan.plain(at + 1) in ("the", "a")
                and not clause.company
            ):
                return at + 1
            measured = scan.plain(at - 1) in _MEASURES or clause.company or clause.verb or clause.kind
            if word == "of" and measured and scan.mention(at + 1) is None:
                return at + 1
            self.side = "other"
            return at + 1
        return None

    def _somebody(self, at: int) -> int | None:
        """A name where no company stands."""
        scan, clause = self.scan, self.clause
        mention = scan.written_as_name(at)
        if mention is None:
            return None
        clause.mentions.append(mention)
        if not mention.possessive and self._unclear(at):
            clause.doubts.append(f"whether {mention.text} was there")
        return mention.end

    def _unclear(self, at: int) -> bool:
        """Whether a name stands loose in the main phrase, neither company nor part of something else."""
        clause = self.clause
        if clause.subject in ("they", "other") or at == clause.start:
            return False
        return (
            bool(clause.kind or clause.verb or clause.company) and self.scan.plain(at - 1) not in _IN_PLACES
        )

    def _word(self, at: int) -> int:
        """A word that is none of all this; a capital may be somebody, a day or an event."""
        scan, clause = self.scan, self.clause
        word = scan.words[at]
        if (
            word.capital and at > 0 and scan.unknown(at) and word.plain not in _NATIONS
            and scan.plain(at - 1) not in _IN_PLACES and not _object_of_activity(clause)
            and not scan.words[at - 1].ends and clause.subject in ("", "me")
        ):  # fmt: skip
            clause.unplaced.append(word.text)
            return at + scan.unknown(at)
        if word.capital and scan.plain(at - 1) in _IN_PLACES:
            return at + max(scan.unknown(at), 1)
        self.stray = self.stray or not (word.plain in _ADVERBS or word.plain.endswith("ly"))
        return at + 1


def _object_of_activity(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.takes == "with" and not clause.company


def _only_days(clause: Clause) -> bool:
    return bool(clause.days) and not (clause.company or clause.kind or clause.verb or clause.subject)
