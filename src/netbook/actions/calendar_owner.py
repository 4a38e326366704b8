"""Which addresses of a calendar are its owner's; the owner is neither met nor added."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from netbook.core.import_matching import KnownPerson, PeopleIndex, email_key
from netbook.core.text import counted
from netbook.formats.records import OccasionEntry

# An address in so many entries or more, and in all that have attendees, is taken for the owner's.
OWNERS_ENTRIES = 3


class CalendarOwner:
    """The owner of a calendar, by its entries and what the user stated."""

    def __init__(self, entries: Sequence[OccasionEntry], book: PeopleIndex, stated: Sequence[str]) -> None:
        self._entries = entries
        self._book = book
        self._stated = stated

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The owner's addresses: those the user named, else those the calendar names, else those in every entry."""
        own = {email_key(address) for address in self._stated} | self._book.own_addresses
        own = own or {email_key(owner) for entry in self._entries for owner in entry.owners}
        return frozenset(own or self._everywhere)

    @cached_property
    def _standing(self) -> tuple[Counter[str], int]:
        """The number of entries in which each address unknown to the journal appears, and of entries with addresses."""
        standing: Counter[str] = Counter()
        for entry in self._entries:
            named = {email_key(each.email) for each in entry.attendees} | set(map(email_key, entry.declined))
            standing.update(named)
        many = sum(bool(entry.attendees or entry.declined) for entry in self._entries)
        return Counter({key: n for key, n in standing.items() if not self._book.with_email(key)}), many

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        """The addresses that are in every entry; if there are several, only the first, usually the organiser's."""
        standing, many = self._standing
        result = {key for key, number in standing.items() if number == many >= OWNERS_ENTRIES}
        first = {email_key(entry.attendees[0].email) for entry in self._entries if entry.attendees} & result
        return frozenset(first if len(first) == 1 else result)

    def declined(self, entry: OccasionEntry) -> str | None:
        """The owner's address in an entry that the owner declined, or None; an uncertain address is not used."""
        me = self.addresses if len(self.addresses) == 1 or self.addresses != self._everywhere else frozenset()
        return next((address for address in entry.declined if email_key(address) in me), None)

    def remarks(self, added: Sequence[KnownPerson]) -> Iterator[str]:
        """Warnings about addresses that were taken for the owner's, or may be the owner's and were added."""
        standing, many = self._standing
        if self._stated or self.addresses - self._everywhere:
            return
        for key in sorted(self.addresses):
            yield (
                f"{key} is in all {counted(many, 'entry', 'entries')} and is taken as yours: not added; "
                "--me ADDRESS says which address is yours"
            )
        if self.addresses:
            return
        for key in (key for card in added for key in sorted(card.keys.get("emails", ()))):
            if 2 * standing[key] > many >= OWNERS_ENTRIES:
                yield f"{key} is in {standing[key]} of {many} entries; if it is yours, remove it and say --me"
                return
        if added:
            yield "nothing says which address is yours; if you are among those added: netbook undo, then --me ADDRESS"
