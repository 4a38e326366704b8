"""What kind of meeting an entry of a calendar was: from where it took place, from its words, from its links.

A place that is only a link to a video call, or says no more than that, is a video call, and a telephone number
is a call; then the summary's words say it (`activity_kinds`), and then a link that the calendar keeps
besides: CONFERENCE (RFC 7986, section 5.11), URL (RFC 5545, section 3.8.4.6) and what Google and Microsoft
write. An entry of a calendar is never something written. What says nothing is a meeting.
"""

from __future__ import annotations

import re

from netbook.core.names import clean
from netbook.core.vocabulary import is_human
from netbook.formats.activity_kinds import UNSAID, kind_of_activity
from netbook.formats.ical_lines import Component

_VIDEO_HOST = re.compile(
    r"(?<![\w.-])(?:[\w-]+\.)*(?:zoom\.us|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com"
    r"|webex\.com|meet\.jit\.si|whereby\.com|gotomeeting\.com|gotomeet\.me|bluejeans\.com|skype\.com"
    r"|meet\.lync\.com|chime\.aws|facetime\.apple\.com|around\.co|gather\.town|bigbluebutton\.org)(?![\w.-])",
    re.ASCII | re.IGNORECASE,
)
_VIDEO_WORDS = re.compile(
    r"(?:microsoft |ms )?teams(?:[- ](?:meeting|call|besprechung))?|microsoft teams.{0,30}"
    r"|(?:via |on |by )?(?:zoom|skype|facetime|webex|jitsi|google meet|meet|hangouts?|google hangouts?|teams)"
    r"(?:[- ](?:meeting|call))?|(?:by |via )?video(?:[- ]?(?:call|conference|chat))?|online(?: meeting)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:tel|callto|sip):.+|(?:by |via )?(?:tele)?phone(?:[- ]call)?"
    r"|(?:phone|call|tel)?\W{0,3}\+?[\d(][\d ()./-]{6,30}",
    re.ASCII | re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?|tel|callto|sip|mailto|facetime):\S*", re.ASCII | re.IGNORECASE)
_BESIDES = ("CONFERENCE", "URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-MICROSOFT-ONLINEMEETINGCONFLINK", "DESCRIPTION")  # fmt: skip
_SEARCHED = 5_000
_CANCELLED = re.compile(
    r"\s*(?:cancel?led|cancel?lation|abgesagt|annul(?:é|ée|ée?\(e\))|annulé(?:e)?|annullat[oa]|cancelad[oa]|geannuleerd|inställ[td]"
    r"|aflyst|avlyst|peruutettu|peruttu|odwołane|anulowano|zrušeno|zrušené|törölve|lemondva|iptal edildi|отменено"
    r"|отменена|скасовано|anulat|ακυρώθηκε|キャンセル済み|キャンセル|已取消|취소됨)\s*[:：]"
)
_CALL = re.compile(r"(?:tele)?conf(?:erence|\.)? ?call|con-?call", re.IGNORECASE)


def kind_of_entry(entry: Component) -> str:
    """The kind, one of those that are human contact."""
    place = clean(entry.text("LOCATION"))[:_SEARCHED]
    if place and (kind := _by_place(place)):
        return kind
    summary = clean(entry.text("SUMMARY"))[:_SEARCHED]
    kind = "call" if _CALL.match(summary) else kind_of_activity(summary, [])
    if kind != UNSAID and is_human(kind):
        return kind
    return UNSAID if place and not is_link(place) else _by_link(entry)


def was_cancelled(entry: Component) -> bool:
    """Whether the summary says that it was cancelled, as Outlook writes in front of it in the canceller's language."""
    return _CANCELLED.match(entry.text("SUMMARY")[:_SEARCHED].casefold()) is not None


def is_link(place: str) -> bool:
    """Whether the place of an event is really a link or a number to dial."""
    return _LINK.fullmatch(place) is not None or _by_place(place) is not None


def _by_place(place: str) -> str | None:
    parts = [part.strip() for part in re.split(r"[;,|]", place) if part.strip()]
    if parts and all(_is_video(part) for part in parts):
        return "video"
    return "call" if _PHONE.fullmatch(place.strip()) else None


def _is_video(part: str) -> bool:
    if _VIDEO_WORDS.fullmatch(part):
        return True
    return _LINK.match(part) is not None and _VIDEO_HOST.search(part) is not None


def _by_link(entry: Component) -> str:
    """By the links that an entry without a place has; a number to dial in is beside many of them."""
    dialled = False
    for line in entry.every(*_BESIDES):
        if (
            _VIDEO_HOST.search(line.value[:_SEARCHED])
            or "VIDEO" in line.parameters.get("FEATURE", "").upper()
        ):
            return "video"
        dialled = dialled or (line.name != "DESCRIPTION" and line.value.casefold().startswith("tel:"))
    return "call" if dialled else UNSAID
