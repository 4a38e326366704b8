"""What can go wrong, one class each: the message says what to do next, the class carries the exit status."""

from __future__ import annotations


class NetbookError(Exception):
    """An expected failure, told to the user in one line on stderr."""

    exit_code = 1


class Refused(NetbookError):
    """What was asked cannot be done with this journal or file (exit 1)."""


class Usage(NetbookError):
    """What was typed cannot be understood (exit 2)."""

    exit_code = 2


class JournalError(NetbookError):
    """The journal itself is at fault or out of reach (exit 3)."""

    exit_code = 3


class NoJournalFile(JournalError):
    """The path names something that cannot hold a journal."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path} {why}")


class JournalLocked(JournalError):
    """Another program kept the journal locked for longer than we wait."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} is in use by another program; nothing was changed, try again in a moment")


class JournalOutOfReach(JournalError):
    """The file or its folder cannot be read or written."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"{path}: {why}; nothing was changed")


class JournalDamaged(JournalError):
    """SQLite found the file's content broken."""

    def __init__(self, path: object, way_back: str) -> None:
        super().__init__(f"{path} is damaged and was left as it is; {way_back}")


class JournalGone(JournalError):
    """No journal where one was: its backups are still there."""

    def __init__(self, path: object, command: str, folder: object) -> None:
        super().__init__(
            f"{path} is gone, and backups of it are there; {command} brings back the newest, "
            f"or move {folder} away to begin anew"
        )


class NotWell(JournalError):
    """The doctor found something wrong; what, and what to do, stands in its answer."""

    def __init__(self, path: object, number: int) -> None:
        things = "1 thing is" if number == 1 else f"{number} things are"
        super().__init__(f"{things} wrong with {path}; each line above that says so says what to do")


class BackupFailed(JournalError):
    """A copy that did not come out whole; the journal itself may be damaged."""

    def __init__(self, path: object, way_back: str) -> None:
        super().__init__(
            f"{path} is damaged, so no backup was made of it and nothing was changed; {way_back}"
        )


class NewerJournal(JournalError):
    """The journal was written by a netbook that knows a later schema."""

    def __init__(self, path: object, version: int, known: int) -> None:
        super().__init__(
            f"{path} was made by a newer netbook (schema {version}, this one knows {known}); update netbook"
        )


class UnreadableDate(Usage):
    """A text that names no day."""

    def __init__(self, quoted: str, toward: str = "future") -> None:
        example = '2026-11-20, "friday" or "3 days ago"'
        if toward == "future":
            example = '2026-11-27, "friday" or "in 3 days"'
        super().__init__(f"cannot read the date {quoted}; write {example}")


class AmbiguousDate(Usage):
    """A date whose day and month are both numbers, in an order nobody knows."""

    def __init__(self, quoted: str, readings: list[str]) -> None:
        way_out = " or ".join(readings) or "the month as a word, or the whole date as 2026-12-11"
        super().__init__(f"{quoted} does not say which number is the month; write {way_out}")


class NotOneDay(Usage):
    """A week, month or year where a day is needed."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f'{quoted} is more than one day; name the day: 2026-11-20 or "friday"')


class NoSuchDay(Usage):
    """A day that the calendar does not have."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f"there is no such day as {quoted}; check the day and the month")


class YearOutOfRange(Usage):
    """A day too far away to be meant, or a year of two digits."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f"{quoted} is not within 1900 to 2199; write the year in full, as in 2026-11-27")


class UnreadableBirthday(Usage):
    """A text that is no birthday."""

    def __init__(self, quoted: str) -> None:
        super().__init__(f'cannot read the birthday {quoted}; write 1976-11-25, or "25 nov" without the year')


class UnreadableCadence(Usage):
    """A text that is no cadence, or one under a day or over a hundred years."""

    def __init__(self, quoted: str) -> None:
        super().__init__(
            f'cannot read the cadence {quoted}; write 2w, "10 days", monthly or none (a day to 100 years)'
        )


class NobodyCalled(Refused):
    """No person answers to a name."""

    def __init__(self, shown: str, near: list[str]) -> None:
        nearest = f"the nearest: {', '.join(near)}" if near else "netbook people lists everybody"
        super().__init__(f"nobody is called {shown}; {nearest}")


class Ambiguous(Refused):
    """Several people answer to a name; nobody is picked for the user."""

    def __init__(self, shown: str, number: str, listed: str) -> None:
        super().__init__(f"{number} people match {shown}; say which: {listed}")


class EmptyWho(Usage):
    """A name was asked for and an empty one given."""

    def __init__(self) -> None:
        super().__init__("a name cannot be empty; write a handle, a name or part of one")


class NotText(Refused):
    """What was given to import is no text, or not in the encoding it was said to be in."""

    def __init__(self, what: str) -> None:
        super().__init__(f"nothing was imported: the file is {what}")


class UnknownEncoding(Usage):
    """A name after --encoding that no encoding has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"unknown encoding {name}; write utf-8, utf-16, cp1252, iso-8859-15, shift_jis or the like"
        )


class NotThisFormat(Refused):
    """The text has nothing of the format it was said to be in."""

    def __init__(self, what: str, missing: str, like: str | None = None) -> None:
        hint = f"; it looks like --from {like}" if like else ""
        super().__init__(f"nothing was imported: the file is not {what}: {missing}{hint}")
        self.what = what
        self.missing = missing


class NotOneFile(Refused):
    """An archive in which not exactly one file can be imported."""

    def __init__(self, listed: str, *, several: bool) -> None:
        how = "unzip -p ARCHIVE NAME | netbook import -"
        super().__init__(
            f"nothing was imported: the archive holds {listed}; choose one: {how}"
            if several
            else f"nothing was imported: no file in the archive can be imported; it holds {listed}"
        )


class CutOff(Refused):
    """A file that ends before what it begins."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"nothing was imported: the file is cut off: {missing}; get it anew")


class OnlyForCalendar(Usage):
    """Options about a calendar's entries, with a file that is none."""

    def __init__(self, options: str, format_: str) -> None:
        super().__init__(f"{options}: only for a calendar, and the file is {format_}; leave that out")


class NotAnAddress(Usage):
    """A text after --me that is no e-mail address."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} is no e-mail address; write --me you@example.org")


class BothForms(Usage):
    """`--csv` and `--json` at once."""

    def __init__(self) -> None:
        super().__init__("--csv and --json cannot go together; choose one")


class ReaderGone(NetbookError):
    """Whoever read our output has stopped reading; nothing is left to say."""

    exit_code = 0


class OutputFailed(JournalError):
    """The answer could not be written out."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the answer could not be written ({why}); send it elsewhere (a change that was asked for is made)"
        )


class BrokenText(Usage):
    """An argument whose bytes are no text."""

    def __init__(self) -> None:
        super().__init__("an argument is not readable text (not UTF-8); type it again")


class NoSuchCircle(Refused):
    """A circle that is not in the journal."""

    def __init__(self, shown: str, names: list[str]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(shown.strip('"').casefold(), names, 1, 0.6)
        hint = f"did you mean {near[0]}? " if near else ""
        super().__init__(
            f"no circle is called {shown}; {hint}there are {', '.join(names) or 'none'} "
            "(netbook circle NAME --every 1m adds one)"
        )


class FutureDate(Usage):
    """A day still to come where only a past one makes sense."""

    def __init__(self, shown: str, day: str) -> None:
        said = shown if day in shown else f"{shown} is {day}, which"
        super().__init__(f"{said} is still to come; give a day up to today")


class TooLong(Usage):
    """A text longer than the journal keeps."""

    def __init__(self, what: str, most: int) -> None:
        super().__init__(f"{what} can have at most {most:,} characters; shorten it")


class EmptyText(Usage):
    """A text was asked for and nothing given."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} cannot be empty; write a few words")


class AlreadyThere(Refused):
    """Somebody of that name is in the journal."""

    def __init__(self, name: str, listed: str, hint: str) -> None:
        super().__init__(f"{name} is already in the journal: {listed}; {hint}")


class HandleTaken(Refused):
    """The handle belongs to somebody else."""

    def __init__(self, handle: str, name: str) -> None:
        super().__init__(f"the handle {handle} is {name}'s; choose another")


class BadHandle(Usage):
    """A text that cannot be a handle."""

    def __init__(self, shown: str, near: str) -> None:
        super().__init__(
            f"{shown} cannot be a handle: lower-case letters and digits, joined by -, as in {near}"
        )


class Themselves(Refused):
    """Somebody named where only another person makes sense."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name} cannot {what} themselves; name somebody else")


class NothingToChange(Usage):
    """A change without saying what."""

    def __init__(self, hint: str) -> None:
        super().__init__(f"nothing to change; {hint}")


class NotAsked(Usage):
    """A removal that nobody confirmed."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} wants a confirmation; add --yes")


class NobodyNamed(Usage):
    """A meeting with nobody."""

    def __init__(self) -> None:
        super().__init__('with whom? write a name, --new "NAME" for somebody new, or --fleeting TEXT')


class FutureBirthday(Usage):
    """A birthday that has not come yet."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"a birthday cannot be in the future: {shown}; write it as 1976-11-25 or --11-25")


class PauseInThePast(Usage):
    """A pause that would be over before it begins."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"the pause would already be over: {shown}; give today or a later day")


class NothingFollows(Usage):
    """A text that ends where it should begin, after "WHO:" or "family:"."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"nothing follows {shown}; write the text after the colon")


class SayWhom(Usage):
    """Something said of one person at a meeting of several, without saying of whom."""

    def __init__(self, option: str, shown: str, names: str) -> None:
        super().__init__(f'{option} {shown}: say whom it is about, as in {option} "NAME: …" ({names})')


class CircleTaken(Refused):
    """A circle's new name is another circle's."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"there is a circle called {shown} already; choose another name")


class NoSuchTopic(Refused):
    """A topic that is not in the journal."""

    def __init__(self, shown: str, near: list[str]) -> None:
        nearest = f"the nearest: {', '.join(near)}" if near else "netbook topics lists all"
        super().__init__(f"no topic is called {shown}; {nearest}")


class TopicTaken(Refused):
    """A new name for a topic that another topic has."""

    def __init__(self, topic: str, taken: str) -> None:
        super().__init__(
            f"there is a topic {taken} already; to make them one: netbook topics {topic} --merge {taken}"
        )


class SameTopic(Refused):
    """A topic to be merged into itself."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} is that topic itself; name another one to merge it into")


class TopicNeeded(Usage):
    """A change to a topic without the topic."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} changes one topic; name it: netbook topics TOPIC {option} …")


class OneChange(Usage):
    """Options that cannot go together."""

    def __init__(self, options: str) -> None:
        super().__init__(f"{options} cannot go together; give one of them")


class OnePersonTwice(Refused):
    """Two names that mean one person where two people are needed."""

    def __init__(self, listed: str) -> None:
        super().__init__(f"both names mean one person, {listed}; name somebody else as well")


class NoSuchEvent(Refused):
    """No event answers to a name."""

    def __init__(self, shown: str, near: list[str]) -> None:
        hint = f"the nearest: {', '.join(near)}" if near else "netbook events lists all of them"
        super().__init__(f"no event is called {shown}; {hint}")


class SeveralEvents(Refused):
    """Several events answer to a name; none is picked for the user."""

    def __init__(self, shown: str, names: list[str], number: int) -> None:
        more = f", … and {number - len(names):,} more" if number > len(names) else ""
        super().__init__(f"{number:,} events match {shown}; say which: {', '.join(names)}{more}")


class SeveralEditions(Refused):
    """An event with several editions of which any could be meant."""

    def __init__(self, shown: str, days: list[str], number: int) -> None:
        more = ", …" if number > len(days) else ""
        super().__init__(f"{shown} has {number:,} editions; say which with --on: {', '.join(days)}{more}")


class EventNeedsDay(Usage):
    """A new event without its day."""

    def __init__(self, shown: str, near: list[str]) -> None:
        nearest = f" (the nearest: {', '.join(near)})" if near else ""
        super().__init__(f"no event is called {shown}{nearest}; to add it, say when it is: --on DATE")


class NoSuchEdition(Refused):
    """A day on which an event has no edition, where one is to be changed or removed."""

    def __init__(self, shown: str, day: str, days: list[str]) -> None:
        there = f"its editions: {', '.join(days)}" if days else "netbook events lists all there are"
        super().__init__(f"{shown} has no edition on {day}; {there}")


class EndsBeforeItBegins(Usage):
    """A last day before the first."""

    def __init__(self, last: str, first: str) -> None:
        super().__init__(f"--until {last} is before the first day, {first}; give that day or a later one")


class EditionsOverlap(Refused):
    """Two editions of one event on the same day."""

    def __init__(self, shown: str, spans: list[str]) -> None:
        super().__init__(
            f"{shown} is already there on {', '.join(spans)}; add --merge to make them one edition"
        )


class MeetingsOutside(Refused):
    """A change that would leave meetings of an event outside its days."""

    def __init__(self, shown: str, day: str) -> None:
        super().__init__(f"a meeting at {shown} was on {day}; choose days that include it")


class NobodyInSentence(Refused):
    """A sentence in which nobody of the journal is named."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f'nobody in the journal is named in {shown}; netbook log --new "NAME" adds somebody new'
        )


class NoKnownFormat(Refused):
    """A text that looks like none of the formats that can be imported."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"nothing was imported: cannot tell what the file is; say it with --from ({', '.join(names)})"
        )


class CannotReadFile(Refused):
    """A file that was named and cannot be read."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"cannot read {shown}: {why}; check its name and its permissions")


class NoSuchFollowups(Refused):
    """Numbers that no follow-up has."""

    def __init__(self, numbers: list[int]) -> None:
        one = len(numbers) == 1
        listed = ", ".join(map(str, numbers))
        super().__init__(
            f"no promise has the number{'' if one else 's'} {listed}; netbook todo lists those that are open"
        )


class AlreadyClosed(Refused):
    """A follow-up that was closed before."""

    def __init__(self, number: int, how: str, day: str) -> None:
        super().__init__(f"{number} was {how} already, on {day}; netbook todo lists those that are open")


class NothingOwed(Refused):
    """Thanks for a favour that is not there, or was thanked for already."""

    def __init__(self, name: str, handle: str, said: str, listed: str) -> None:
        if listed:
            what = f"no favour that you owe {name} thanks for matches {said}; there are: {listed}"
        else:
            what = f"you owe {name} no thanks; netbook got {handle} TEXT records a favour first"
        super().__init__(what)


class SeveralFavors(Refused):
    """Words that name several favours."""

    def __init__(self, said: str, listed: str) -> None:
        super().__init__(f"several favours match {said}; say which: {listed}")


class ThanksTooEarly(Usage):
    """Thanks on a day before the favour."""

    def __init__(self, favor: str, day: str) -> None:
        super().__init__(f"{favor} was on {day}; thanks cannot come before it, give that day or a later one")


class AlreadyStrained(Refused):
    """A strain while another one with the same person is open."""

    def __init__(self, name: str, handle: str, day: str, what: str) -> None:
        super().__init__(f"strained with {name} already, since {day} ({what}); first netbook repair {handle}")


class NotStrained(Refused):
    """A repair where nothing is strained."""

    def __init__(self, name: str, handle: str) -> None:
        super().__init__(
            f"nothing is strained with {name}; netbook strain {handle} TEXT says that something is"
        )


class RepairTooEarly(Usage):
    """A repair on a day before the strain."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(
            f"strained with {name} since {day}; the repair cannot come before it, give a later day"
        )


class NoStandardInput(Refused):
    """Standard input was to be read and is closed."""

    def __init__(self) -> None:
        super().__init__("standard input is closed; name a file")


class RemoveAlone(Usage):
    """A removal and a change at once."""

    def __init__(self) -> None:
        super().__init__(
            "--remove takes the whole edition away and goes with --on alone; leave one of them out"
        )


class BackwardSpan(Usage):
    """A span of days whose end is before its beginning."""

    def __init__(self, since: str, until: str) -> None:
        super().__init__(f"--since {since} is after --until {until}; swap the two")


class NoDayOfItsOwn(Usage):
    """A span of days asked of a table whose rows have no day."""

    def __init__(self, table: str) -> None:
        super().__init__(f"{table} have no day of their own; leave out --since and --until")


class OnlyForCsv(Usage):
    """The guard for spreadsheets with a form that no spreadsheet opens."""

    def __init__(self) -> None:
        super().__init__("--spreadsheet is for CSV; leave out --json")


class CannotWriteFile(Refused):
    """A file that was named for the output and cannot be written."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"cannot write {shown}: {why}; nothing was written, name another file")


class UnknownField(Usage):
    """A line of a form for a field that the form does not have."""

    def __init__(self, line: int, shown: str, key: str, keys: list[str]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(key, keys, 1, 0.6)
        hint = f"did you mean {near[0]}? There are" if near else "there are"
        super().__init__(f"line {line}: no field is called {shown}; {hint} {', '.join(keys)}")


class NoField(Usage):
    """A line of a form that is neither a field nor a comment."""

    def __init__(self, line: int, shown: str) -> None:
        super().__init__(
            f'line {line}: {shown} is no field; write it as "field: text", or begin the line with #'
        )


class FieldTwice(Usage):
    """A field of a form that is filled in a second time and can have one text only."""

    def __init__(self, line: int, key: str) -> None:
        super().__init__(
            f"line {line}: {key} stands there a second time and can have one line only; remove one"
        )


class OneLineField(Usage):
    """A line of a form that goes on with a text of one line."""

    def __init__(self, line: int, shown: str, key: str) -> None:
        super().__init__(
            f"line {line}: {shown} is indented, but {key} takes one line; write it as a field of its own"
        )


class AtLine(NetbookError):
    """What is wrong with one line of a form; it ends the command as it would outside the form."""

    def __init__(self, line: int, error: NetbookError) -> None:
        super().__init__(f"line {line}: {error}")
        self.exit_code = error.exit_code


class FieldMissing(Usage):
    """A form that lacks what it cannot be without."""

    def __init__(self, key: str) -> None:
        super().__init__(f'{key} cannot be left empty; write the line "{key}: …" again')


class NotYesOrNo(Usage):
    """A field that is yes or no, and says something else."""

    def __init__(self, key: str, shown: str) -> None:
        super().__init__(f"{key} is yes or no, not {shown}")


class BadMinutes(Usage):
    """A length of time that is no number of minutes."""

    def __init__(self, shown: str, most: int) -> None:
        super().__init__(f"{shown} is no number of minutes; write a whole number from 1 to {most:,}")


class NoEditor(Usage):
    """A form to fill in, and no editor to do it with."""

    def __init__(self) -> None:
        super().__init__("no editor to open; name yours in EDITOR, as in EDITOR=nano")


class EditorUnreadable(Usage):
    """An editor's command line that the shell's rules cannot take apart."""

    def __init__(self, variable: str, shown: str) -> None:
        super().__init__(f"{variable} is {shown}, where a quote is not closed; set it anew")


class EditorFailed(Refused):
    """The editor could not be started, or said that it failed."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"the editor {shown} {why}; nothing was changed")


class DraftFailed(Refused):
    """The file for the editor could not be written or read."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the form for your editor: {why}; nothing was changed")


class DraftKept(NetbookError):
    """A form that was filled in and could not be taken; it is not lost."""

    def __init__(self, error: NetbookError, path: object) -> None:
        super().__init__(f"{error}; what you wrote is kept in {path}")
        self.exit_code = error.exit_code


class GivenUp(NetbookError):
    """A form that was not mended after its error had been told."""

    def __init__(self, error: NetbookError) -> None:
        super().__init__("nothing was changed")
        self.exit_code = error.exit_code


class NoOutput(JournalError):
    """Standard output is closed or cannot take anything; told before anything is done."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"standard output takes nothing ({why}); nothing was done, send it to a file or /dev/null"
        )


class UnknownShell(Usage):
    """A shell that netbook has no completion for, or one that could not be told."""

    def __init__(self, shells: list[str]) -> None:
        super().__init__(
            f"say which shell is yours, as in --install-completion {shells[0]}: {', '.join(shells)}"
        )


class NotInstalled(Refused):
    """The completion script or the shell's own start-up file could not be written."""

    def __init__(self, shell: str, why: str) -> None:
        super().__init__(
            f"completion was not installed: {why}; netbook --show-completion {shell} writes it to stdout"
        )


class Kept(Refused):
    """A removal that was asked about and not wanted."""

    def __init__(self) -> None:
        super().__init__("nothing was removed")


class NobodyToKeepItWith(Usage):
    """Something found, learned, done or promised at a meeting with nobody who has a name."""

    def __init__(self, option: str, shown: str) -> None:
        super().__init__(f'{option} {shown} needs somebody to keep it with; write a name, or --new "NAME"')


class IntroductionTooEarly(Usage):
    """An introduction that comes before its offer."""

    def __init__(self, names: str, day: str) -> None:
        super().__init__(
            f"introducing {names} was offered on {day}; what came of it cannot be earlier, give a later day"
        )


class SeveralRequests(Refused):
    """An answer that may be to several requests."""

    def __init__(self, name: str, handle: str, requests: str) -> None:
        super().__init__(
            f"several things are asked of {name} ({requests}); say which: netbook answer {handle} yes --to WORDS"
        )


class NotAskedOf(Refused):
    """An answer to something that was not asked."""

    def __init__(self, what: str, name: str, requests: str) -> None:
        super().__init__(f"{what} is not asked of {name}; there is {requests}")


class NothingAsked(Refused):
    """An answer where nothing is asked."""

    def __init__(self, name: str, handle: str, last: str) -> None:
        super().__init__(
            f"nothing is asked of {name}{f' ({last})' if last else ''}; first netbook ask {handle} TEXT"
        )


class AnsweredTooEarly(Usage):
    """An answer on a day before the request."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(f"you asked {name} on {day}; the answer cannot come before it, give a later day")


class PromiseAfterNo(Usage):
    """A follow-up of a request that was answered no."""

    def __init__(self, handle: str) -> None:
        super().__init__(
            f"a no ends it, without a follow-up; netbook promise {handle} TEXT records a promise of its own"
        )


class NoFleeting(Refused):
    """Words that fit no fleeting encounter."""

    def __init__(self, shown: str, listed: str) -> None:
        hint = f"the latest: {listed}" if listed else "none is logged, netbook log --fleeting TEXT does that"
        super().__init__(f"no fleeting encounter matches {shown}; {hint}")


class SeveralFleeting(Refused):
    """Words that fit several fleeting encounters."""

    def __init__(self, shown: str, listed: str) -> None:
        super().__init__(f"several fleeting encounters match {shown}; say more of it: {listed}")


class NoSuchOrganisation(Refused):
    """No organisation answers to a name."""

    def __init__(self, shown: str, near: list[str]) -> None:
        hint = f"the nearest: {', '.join(near)}" if near else "netbook reach lists those there are"
        super().__init__(f"no organisation is called {shown}; {hint}")


class SeveralOrganisations(Refused):
    """Several organisations answer to a name; none is picked for the user."""

    def __init__(self, shown: str, names: list[str], number: int) -> None:
        more = f", … and {number - len(names):,} more" if number > len(names) else ""
        super().__init__(f"{number:,} organisations match {shown}; say which: {', '.join(names)}{more}")


class NobodyToSee(Refused):
    """A farewell round of an organisation where nobody is left."""

    def __init__(self, org: str) -> None:
        super().__init__(
            f"nobody at {org} is left to say goodbye to; netbook people --parted lists those you parted from"
        )


class NoFarewell(Refused):
    """Something about a farewell round that was never begun."""

    def __init__(self, org: str | None) -> None:
        what = f"there is no farewell round of {org}" if org else "no farewell round is open"
        super().__init__(f"{what}; netbook goodbye --org ORG begins one")


class SeveralFarewells(Refused):
    """Several farewell rounds of which any could be meant."""

    def __init__(self, orgs: list[str]) -> None:
        super().__init__(f"{len(orgs)} farewell rounds are open; say which with --org: {', '.join(orgs)}")


class NotOnFarewell(Refused):
    """Somebody who is not on the farewell round that is meant."""

    def __init__(self, name: str, handle: str, org: str) -> None:
        super().__init__(
            f"{name} is not on the farewell round of {org}; netbook goodbye {handle} parts from them alone"
        )


class SeenAlready(Refused):
    """Somebody who was ticked off a farewell round before."""

    def __init__(self, name: str, handle: str, day: str) -> None:
        super().__init__(
            f"{name} was ticked off already, for {day}; netbook goodbye --undone {handle} takes that back"
        )


class NotSeenYet(Refused):
    """A tick to be taken back that is not there."""

    def __init__(self, name: str, handle: str) -> None:
        super().__init__(f"{name} is not ticked off; netbook goodbye --done {handle} does it")


class GoodbyeToWhom(Usage):
    """A parting without saying from whom."""

    def __init__(self) -> None:
        super().__init__("from whom? write WHO, or --org ORG for a farewell round of everybody there")


class CsvOfOne(Usage):
    """CSV of a change that is told in lines."""

    def __init__(self) -> None:
        super().__init__("--csv is for a farewell round; --json gives the parting from one person")


class NothingPiped(Usage):
    """A summary was to come from stdin, and none came."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the summary was to come from stdin, which is {why}; write it with -m")


class ThereByName(Refused):
    """A fleeting encounter at a meeting that somebody was at under their name."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name} was there under that name; {what} was somebody else, name them")


class EmptyPath(Usage):
    """A journal was to be named and an empty name given."""

    def __init__(self) -> None:
        super().__init__("--db is empty; name the journal's file, or leave the option out")


class NothingToUndo(Refused):
    """Nothing, or nothing more, has changed the journal."""

    def __init__(self) -> None:
        super().__init__("nothing is left to undo; netbook history shows what has changed the journal")


class NothingToRedo(Refused):
    """Nothing is undone, or something else changed the journal since."""

    def __init__(self) -> None:
        super().__init__(
            "nothing is left to redo; only what was undone last, with no change since, can be done again"
        )


class FileThere(Refused):
    """A backup to a file that is there already."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} is there already; name another file, or add --force to write over it")


class CannotBackUp(Refused):
    """A backup to a file that cannot be written."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"cannot write the backup {shown}: {why}; name another file")


class CannotRestore(Refused):
    """A file that is no whole journal and cannot take the journal's place."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(
            f"{shown} {why}; nothing was changed, netbook backup --list lists what can be restored"
        )


class RestoreWhat(Usage):
    """A restore without saying of what."""

    def __init__(self, command: str | None) -> None:
        newest = f"the newest backup: {command}" if command else "no backup is kept beside the journal yet"
        super().__init__(f"which file? netbook backup --list lists the backups; {newest}")


class ListAlone(Usage):
    """The list of backups and a new backup at once."""

    def __init__(self) -> None:
        super().__init__("--list goes alone, or with --csv or --json; leave out FILE and --force")


class CsvOfBackup(Usage):
    """CSV of a backup that was made."""

    def __init__(self) -> None:
        super().__init__("--csv is for --list; --json gives the backup that was made")


class NotRestored(Refused):
    """A restore that was asked about and not wanted."""

    def __init__(self) -> None:
        super().__init__("nothing was restored")


class NewerExport(Refused):
    """A journal's export in a version that this netbook does not know."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(
            f"nothing was imported: the file was made by a newer netbook (version {version} of the format, this one"
            f" knows {known}); update netbook"
        )


class CirclesOfTheirOwn(Usage):
    """--circle with a journal's export."""

    def __init__(self) -> None:
        super().__init__("people in a journal's export have their circles; leave out --circle")


class OnlyForTables(Usage):
    """An option of tables with an export that has one form of its own."""

    def __init__(self, name: str, option: str) -> None:
        super().__init__(f"export {name} has one form, which is no table; leave out {option}")


class OnlyForVcards(Usage):
    """The version of vCards with an export that is none."""

    def __init__(self) -> None:
        super().__init__("--v3 is for export vcard; leave it out")


class CipherMissing(JournalError):
    """An encrypted journal, and nothing here that could read it."""

    def __init__(self, path: object, what: str = "SQLCipher") -> None:
        super().__init__(
            f"{path} is, or is to be, encrypted and {what} is not there: pip install 'netbook[encrypted]'"
        )


class WrongPassphrase(JournalError):
    """A passphrase that does not open the journal."""

    def __init__(self, path: object) -> None:
        super().__init__(f"that passphrase does not open {path}; nothing was changed, try again")


class NoPassphrase(JournalError):
    """An encrypted journal, and nobody to say its passphrase."""

    def __init__(self, path: object, variable: str, why: str = "nobody is here to be asked") -> None:
        super().__init__(
            f"{path} wants a passphrase, and {why}; type it on a terminal, or name a command in {variable}"
        )


class PassphraseFailed(JournalError):
    """The command that gives the passphrase failed, or gave none."""

    def __init__(self, variable: str) -> None:
        super().__init__(f"the command in {variable} gave no passphrase; nothing was changed, check it")


class OtherSeal(Refused):
    """A restore that would change whether the journal is encrypted."""

    def __init__(self, shown: str, *, sealed: bool) -> None:
        if sealed:
            what = f"{shown} is encrypted and the journal is not; nothing was changed, netbook encrypt first"
        else:
            what = f"{shown} is not encrypted and the journal is; nothing was changed, netbook decrypt first"
        super().__init__(what)
