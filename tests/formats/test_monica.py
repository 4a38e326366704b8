"""The JSON and SQL of Monica: both shapes, all that hangs on a contact, and what is no export at all."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.postal import address_of
from netbook.errors import NetbookError
from netbook.errors.imports import NotThisFormat
from netbook.formats import monica
from netbook.formats.records import (
    Entry,
    FollowupEntry,
    MeetingEntry,
    NoteEntry,
    PersonEntry,
    Problem,
    Relation,
    Remark,
)
from netbook.formats.textfile import text_file

MADE = "2024-03-01T10:00:00.000000Z"


def record(uuid: str, data: list[dict[str, Any]] | None = None, /, **properties: Any) -> dict[str, Any]:
    """An object as Monica writes it."""
    return {"uuid": uuid, "created_at": MADE, "properties": properties, "data": data or []}


def listed(kind: str, *values: Any) -> dict[str, Any]:
    """A counted list."""
    return {"count": len(values), "type": kind, "values": list(values)}


def export(*lists: dict[str, Any], **instance: Any) -> str:
    """A whole file."""
    return json.dumps(
        {"version": "1.0-preview.1", "app_version": "4.1.2", "export_date": "2024-06-15T00:00:00Z",
         "account": {"uuid": "account", "data": list(lists), "instance": instance}},
        indent=1,
    )  # fmt: skip


def read(text: str) -> tuple[list[Entry], list[Problem]]:
    """What a text says, and what is wrong with it."""
    entries = list(monica.parse(text_file(text.encode())))
    problems = [entry for entry in entries if isinstance(entry, Problem)]
    return [entry for entry in entries if not isinstance(entry, Problem)], problems


def person(instance: dict[str, Any] | None = None, data: Any = (), **properties: Any) -> PersonEntry:
    """The one contact with these properties."""
    results, _ = read(
        export(
            listed("contact", record("ada", list(data), first_name="Ada", **properties)), **(instance or {})
        )
    )
    (entry,) = [entry for entry in results if isinstance(entry, PersonEntry)]
    return entry


def hanging(
    kind: str, instance: dict[str, Any] | None = None, **properties: Any
) -> tuple[list[Entry], list[Problem]]:
    """What one record under a contact becomes."""
    ada = record(
        "ada", [listed(kind, record("it", **properties))], first_name="Ada", birthdate={"date": "1980-05-09"}
    )
    results, problems = read(export(listed("contact", ada), **(instance or {})))
    return results[1:], problems


@pytest.mark.parametrize("kind", ["contact", "contacts"])
def test_both_shapes_are_seen_and_read(kind: str) -> None:
    text = export(listed(kind, record("ada", first_name="Ada", middle_name="M.", last_name="Example")))
    assert monica.detect(text)
    (ada,), problems = read(text)
    assert isinstance(ada, PersonEntry)
    assert (ada.uid, ada.lasting, ada.name, problems) == ("ada", True, "Ada M. Example", [])
    assert text.splitlines()[ada.line - 1].strip() == '"uuid": "ada",'


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"netbook":"journal"}', 'Name,"account"\n', '{"account": 1}']
)
def test_other_files_are_not(text: str) -> None:
    assert not monica.detect(text)


SQL = r"""# ************************************************************
# Ada Example dump of data
# Export date: 2020-06-15 10:00:00
# ************************************************************

SET FOREIGN_KEY_CHECKS=0;
INSERT IGNORE INTO `accounts` (`id`,`api_key`) VALUES
 (1,'x');
INSERT IGNORE INTO `activities` (`id`,`activity_type_id`,`summary`,`description`,`happened_at`,`created_at`) VALUES
 (5,7,'Lunch (late); with \'them\'',NULL,'2020-02-03','2020-02-04 10:00:00');
INSERT IGNORE INTO `contacts` (`id`,`first_name`,`last_name`,`uuid`,`is_starred`,`is_partial`,
 `birthday_special_date_id`,`first_met_through_contact_id`,`company`,`created_at`) VALUES
 (1,'Lena','O\'Hara','lena-uuid',1,0,3,NULL,'Lighthouse','2020-01-01 10:00:00'),
 (2,'Omar',NULL,NULL,0,0,NULL,1,NULL,'2020-01-02 10:00:00');
INSERT IGNORE INTO `activity_contact` (`activity_id`,`account_id`,`contact_id`) VALUES
 (5,1,1),
 (5,1,2);
INSERT IGNORE INTO `addresses` (`id`,`place_id`,`contact_id`,`name`,`created_at`) VALUES
 (1,4,1,'Home','2020-01-01 10:00:00');
INSERT IGNORE INTO `contact_field_types` (`id`,`name`,`protocol`,`type`,`created_at`) VALUES
 (1,'Email','mailto:','email','2020-01-01 10:00:00'),
 (2,'Phone','tel:','phone','2020-01-01 10:00:00');
INSERT IGNORE INTO `contact_fields` (`id`,`contact_id`,`contact_field_type_id`,`data`,`created_at`) VALUES
 (1,1,1,'lena@example.org','2020-01-01 10:00:00'),
 (2,1,2,0151234567,'2020-01-01 10:00:00');
INSERT IGNORE INTO `contact_tag` (`contact_id`,`tag_id`,`account_id`) VALUES
 (1,9,1);
INSERT IGNORE INTO `notes` (`id`,`contact_id`,`body`,`created_at`) VALUES
 (1,1,'two
lines, and
INSERT IGNORE INTO `notes` (`id`) VALUES (7);','2020-01-05 10:00:00');
INSERT IGNORE INTO `places` (`id`,`street`,`city`,`country`) VALUES
 (4,'Quay 1','Hamburg','DE');
INSERT IGNORE INTO `relationship_types` (`id`,`name`) VALUES
 (6,'godfather');
INSERT IGNORE INTO `relationships` (`id`,`relationship_type_id`,`contact_is`,`of_contact`,`created_at`) VALUES
 (1,6,1,2,'2020-01-01 10:00:00');
INSERT IGNORE INTO `reminders` (`id`,`contact_id`,`initial_date`,`title`,`frequency_type`,`frequency_number`,
 `created_at`) VALUES
 (1,2,'2020-08-01','call','one_time',1,'2020-01-01 10:00:00');
INSERT IGNORE INTO `special_dates` (`id`,`contact_id`,`is_age_based`,`is_year_unknown`,`date`) VALUES
 (3,1,0,1,'2016-05-06');
INSERT IGNORE INTO `tags` (`id`,`name`) VALUES
 (9,'sailing');
INSERT IGNORE INTO `contact_photo` (`contact_id`, `photo_id`, `created_at`, `updated_at`) VALUES
;
SET FOREIGN_KEY_CHECKS=1;
"""


def test_the_sql_says_what_the_json_does() -> None:
    entries, problems = read(SQL)
    assert problems == []
    lena, omar = (entry for entry in entries if isinstance(entry, PersonEntry))
    assert (lena.uid, lena.name, lena.org, lena.birthday) == (
        "lena-uuid",
        "Lena O'Hara",
        "Lighthouse",
        "--05-06",
    )
    assert (lena.emails, lena.phones, lena.place) == (("lena@example.org",), ("0151234567",), "Hamburg")
    assert (lena.tags, lena.addresses[0].street) == (("sailing", "starred"), "Quay 1")
    assert (omar.name, omar.introduced_by, omar.line) == ("Omar", "lena-uuid", 14)
    assert lena.relations == (Relation("godparent", "Omar", omar.uid),)
    (met,) = (entry for entry in entries if isinstance(entry, MeetingEntry))
    assert (met.date, met.kind, met.people) == (date(2020, 2, 3), "lunch", ("lena-uuid", omar.uid))
    assert met.summary == "Lunch (late); with 'them'"
    (note,) = (entry for entry in entries if isinstance(entry, NoteEntry))
    assert note.text.startswith("two\nlines")
    (promise,) = (entry for entry in entries if isinstance(entry, FollowupEntry))
    assert (promise.text, promise.due_on) == ("call", date(2020, 8, 1))
    assert [entry.uid for entry in read(SQL)[0]] == [entry.uid for entry in entries]


@pytest.mark.parametrize("cut", ["SET FOREIGN_KEY_CHECKS=1;", "'2016-05-06'", "(3,1,0,"])
def test_sql_that_breaks_off_is_refused(cut: str) -> None:
    with pytest.raises(NetbookError):
        read(SQL.partition(cut)[0])


def test_everything_said_of_a_contact() -> None:
    fields = [
        ("mail", "ada@example.org"), ("tel", "+49 30 1"), ("li", "ada-example"), ("fb", "ada.e"),
        ("tg", "ada"), ("site", "https://example.org/ada"), ("odd", "room 12"),
    ]  # fmt: skip
    types = [
        {"uuid": "mail", "properties": {"name": "Email", "protocol": "mailto:", "type": "email"}},
        {"uuid": "tel", "properties": {"name": "Phone", "protocol": "tel:", "type": "phone"}},
        {"uuid": "li", "properties": {"name": "LinkedIn"}},
        {"uuid": "fb", "properties": {"name": "Facebook", "protocol": "https://facebook.com/"}},
        {"uuid": "tg", "properties": {"name": "Telegram", "protocol": "telegram:"}},
        {"uuid": "odd", "properties": {"name": "Desk"}},
    ]
    data = [
        listed("contact_field", *(record(f"f-{kind}", type=kind, data=value) for kind, value in fields)),
        listed("address", record("a", name="home", street="1 High St", city="Bath", country="GB")),
    ]
    ada = person(
        {"contact_field_types": types}, data,
        last_name="Example", nickname="Addie", company="Acme", job="CTO", tags=["chess", {"name": "go"}],
        description="Likes engines", food_preferences="no nuts", is_starred=True, is_active=False, is_dead=True,
        birthdate={"date": "1980-05-09T00:00:00Z", "is_year_unknown": False},
        first_met_date={"date": "2010-01-02"}, first_met_where="London", first_met_additional_info="at a ball",
        first_met_through="bo", deceased_date={"date": "2020-02-03"},
    )  # fmt: skip
    assert (ada.org, ada.title, ada.place, ada.birthday) == ("Acme", "CTO", "Bath", "1980-05-09")
    assert (ada.emails, ada.phones) == (("ada@example.org",), ("+49 30 1",))
    assert ada.urls == (
        "https://www.linkedin.com/in/ada-example", "https://facebook.com/ada.e", "telegram:ada",
        "https://example.org/ada",
    )  # fmt: skip
    assert (ada.aliases, ada.tags) == (("Addie",), ("chess", "go", "starred", "archived"))
    assert (ada.known_since, ada.how_met, ada.introduced_by) == (date(2010, 1, 2), "London: at a ball", "bo")
    assert ada.addresses == (address_of("1 High St", "Bath", country="GB"),)
    assert ada.notes == (
        Remark("stories", "Desk: room 12"),
        Remark("stories", "Likes engines"),
        Remark("interests", "food: no nuts"),
        Remark("stories", "died on 2020-02-03"),
    )


@pytest.mark.parametrize(
    ("born", "birthday", "note"),
    [
        ({"date": "1980-05-09T00:00:00Z"}, "1980-05-09", ()),
        ({"date": "1980-05-09", "is_year_unknown": True}, "--05-09", ()),
        ({"date": "1980-01-01", "is_age_based": True}, None, ("born: about 1980, estimated from an age",)),
        ({"date": "soon"}, None, ()),
        ({}, None, ()),
        ("1980-05-09", "1980-05-09", ()),
        ("1980-05-09T00:00:00.000000Z", "1980-05-09", ()),
    ],
)
def test_birthdays(born: Any, birthday: str | None, note: tuple[str, ...]) -> None:
    ada = person(birthdate=born)
    assert (ada.birthday, tuple(remark.text for remark in ada.notes)) == (birthday, note)


def test_a_day_of_meeting_without_its_year_is_a_note() -> None:
    ada = person(first_met_date={"date": "2020-01-02", "is_year_unknown": True})
    assert ada.known_since is None
    assert [note.text for note in ada.notes] == ["first met on: 01-02 (month and day; the year is not known)"]


LIFE = {
    "life_event_types": [
        {"uuid": "job", "properties": {"translation_key": "new_job", "category": "work"}},
        {"uuid": "wed", "properties": {"translation_key": "marriage", "category": "home"}},
    ],
    "life_event_categories": [
        {"uuid": "work", "properties": {"translation_key": "work_education"}},
        {"uuid": "home", "properties": {"translation_key": "family_relationships"}},
    ],
}


@pytest.mark.parametrize(
    ("kind", "properties", "about", "text"),
    [
        ("note", {"body": "Two sons\nand a dog"}, "stories", "Two sons\nand a dog"),
        ("gift", {"name": "Scarf", "status": "idea", "comment": "red"}, "stories", "gift idea: Scarf (red)"),
        ("gift", {"name": "Scarf", "status": "offered", "amount": 12}, "stories", "gift given: Scarf (12)"),
        ("gift", {"name": "Scarf", "status": "received"}, "stories", "gift received: Scarf"),
        ("debt", {"in_debt": True, "amount": "5", "currency": "EUR"}, "stories", "you owe them 5 EUR"),
        (
            "debt",
            {"in_debt": False, "amount": 5, "status": "complete"},
            "stories",
            "they owe you 5 (settled)",
        ),
        ("pet", {"name": "Rex", "category": "Dog"}, "family", "pet: Rex (Dog)"),
        ("pets", {"category": "Dog"}, "family", "pet: Dog"),
        ("life_event", {"type": "job", "name": "Acme"}, "work", "new job: Acme"),
        ("life_events", {"type": "wed", "note": "in May"}, "family", "marriage: in May"),
    ],
)
def test_notes_of_all_sorts(kind: str, properties: dict[str, Any], about: str, text: str) -> None:
    (note,), problems = hanging(kind, LIFE, **properties)
    assert isinstance(note, NoteEntry)
    assert (note.uid, note.about, note.text, note.people, problems) == ("it", about, text, ("ada",), [])
    assert note.date == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("kind", "properties", "expected", "summary"),
    [
        ("call", {"called_at": "2024-02-09", "content": "hi", "emotions": ["joy", "joy"]}, "call", "hi\nfelt: joy"),
        ("call", {"called_at": "2024-02-09"}, "call", ""),
        (
            "conversation",
            {"happened_at": "2024-02-09", "messages": [
                {"properties": {"content": "Hi", "written_by_me": True}}, {"properties": {"content": "Ho"}}]},
            "message", "I: Hi\nthey: Ho",
        ),
        ("conversation", {"happened_at": "2024-02-09", "contact_field_type": "mail"}, "email", ""),
    ],
)  # fmt: skip
def test_calls_and_conversations(kind: str, properties: dict[str, Any], expected: str, summary: str) -> None:
    types = {"contact_field_types": [{"uuid": "mail", "properties": {"type": "email"}}]}
    (met,), problems = hanging(kind, types, **properties)
    assert isinstance(met, MeetingEntry)
    assert (met.kind, met.summary, met.date, met.people) == (expected, summary, date(2024, 2, 9), ("ada",))
    assert problems == []


def test_activities_gather_who_was_there() -> None:
    at = [listed("activity", "walk", "walk", "gone")]
    people = [
        record("ada", at, first_name="Ada"),
        record("bo", [listed("activities", "walk")], first_name="Bo"),
    ]
    activities = listed(
        "activity",
        record(
            "walk", summary="Round the lake", description="Cold", happened_at="2024-02-01T00:00:00Z", type="t"
        ),
        record("alone", summary="Read", happened_at="2024-02-01"),
    )
    results, problems = read(
        export(
            listed("contact", *people),
            activities,
            activity_types=[{"uuid": "t", "properties": {"name": "Hiking"}}],
        )
    )
    (walk,) = [entry for entry in results if isinstance(entry, MeetingEntry)]
    assert (walk.uid, walk.people, walk.kind) == ("walk", ("ada", "bo"), "walk")
    assert (walk.summary, walk.date) == ("Round the lake\nCold", date(2024, 2, 1))
    assert [(problem.fate, problem.why) for problem in problems] == [
        ("skipped", "no contact in the file attended it"),
        ("warned", "1 activity of theirs named, but not in the file"),
    ]


@pytest.mark.parametrize(
    ("summary", "key", "kind"),
    [
        ("Lunch at the harbour", "went_bar", "lunch"),
        ("Long evening", "went_bar", "drinks"),
        ("Long evening", "just_hung_out", "meeting"),
        ("We had dinner", "", "dinner"),
        ("Something", "", "meeting"),
        ("Something", "went_museum", "activity"),
    ],
)
def test_the_kind_of_an_activity(summary: str, key: str, kind: str) -> None:
    ada = record("ada", [listed("activity", record("it", summary=summary, type="t"))], first_name="Ada")
    types = [{"uuid": "t", "properties": {"translation_key": key}}]
    results, _ = read(export(listed("contact", ada), activity_types=types))
    assert isinstance(results[1], MeetingEntry)
    assert results[1].kind == kind


@pytest.mark.parametrize(
    ("properties", "due", "remarks"),
    [
        ({"initial_date": "2024-07-01", "frequency_type": "one_time"}, date(2024, 7, 1), 0),
        (
            {"initial_date": "2020-07-01", "frequency_type": "year", "frequency_number": 1},
            date(2024, 7, 1),
            1,
        ),
        ({"initial_date": "2020-06-15", "frequency_type": "year"}, date(2024, 6, 15), 1),
        (
            {"initial_date": "2020-01-31", "frequency_type": "month", "frequency_number": 3},
            date(2024, 7, 31),
            1,
        ),
        (
            {"initial_date": "1900-01-01", "frequency_type": "day", "frequency_number": "?"},
            date(2024, 6, 15),
            1,
        ),
        ({}, None, 0),
    ],
)
def test_reminders_are_followups(properties: dict[str, Any], due: date | None, remarks: int) -> None:
    (todo,), problems = hanging("reminder", title="Ask", description="about it", **properties)
    assert isinstance(todo, FollowupEntry)
    assert (todo.uid, todo.person, todo.whose, todo.text) == ("it", "ada", "mine", "Ask: about it")
    assert (todo.promised_on, todo.due_on, len(problems)) == (date(2024, 3, 1), due, remarks)


@pytest.mark.parametrize(
    ("kind", "properties", "why"),
    [
        (
            "reminder",
            {"title": "x", "initial_date": "2024-05-09", "frequency_type": "year"},
            "a reminder of the birthday",
        ),
        ("reminder", {"title": "x", "inactive": True}, "switched off"),
        ("task", {"title": "x", "completed": True}, "done already"),
        ("task", {}, "it says nothing"),
        ("note", {"body": " "}, "it says nothing"),
        ("debt", {}, "it has no amount"),
        ("document", {"original_filename": "cv.pdf"}, "a file"),
        ("photo", {}, "a file"),
        ("horoscope", {}, "has no place for Monica's horoscope"),
    ],
)
def test_what_is_left_out_is_said(kind: str, properties: dict[str, Any], why: str) -> None:
    results, problems = hanging(kind, **properties)
    assert results == []
    assert [(problem.fate, why in problem.why) for problem in problems] == [("skipped", True)]


def test_an_open_task_is_a_followup_without_a_day() -> None:
    (todo,), problems = hanging("task", title="Send it", completed=False)
    assert isinstance(todo, FollowupEntry)
    assert (todo.text, todo.due_on, problems) == ("Send it", None, [])


def test_relations_are_ties_of_the_one_they_are_said_of() -> None:
    people = [record("ada", first_name="Ada"), record("bo", first_name="Bo")]
    relations = listed(
        "relationship",
        record("r1", type="child", contact_is="ada", of_contact="bo"),
        record("r2", type="best_friend", contact_is="bo", of_contact="ada"),
        record("r3", type="boss", contact_is="bo", of_contact="ada"),
        record("r4", type="child", contact_is="ada", of_contact="cy"),
        record("r5", type="x" * 300, contact_is="ada", of_contact="bo"),
    )
    results, problems = read(export(listed("contact", *people), relations))
    ties = [entry.relations for entry in results if isinstance(entry, PersonEntry)]
    assert ties == [
        (Relation("child", "Bo", "bo"),),
        (Relation("best friend", "Ada", "ada"), Relation("boss", "Ada", "ada")),
    ]
    assert [(problem.fate, problem.why) for problem in problems] == [
        ("skipped", "one of the two is not in the file, or has no name"),
        ("failed", "its type is over 200 characters long"),
    ]


def test_a_partial_contact_is_a_name_in_a_tie() -> None:
    born = {"date": "2015-03-02"}
    people = [
        record("ada", first_name="Ada"),
        record(
            "tom",
            [listed("reminder", record("b", title="birthday"))],
            first_name="Tom",
            is_partial=True,
            birthdate=born,
        ),
        record("una", first_name="Una", is_partial=True),
        record("vic", [listed("note", record("n", body="x"))], first_name="Vic", is_partial=True),
    ]
    relations = listed(
        "relationship",
        record("r1", type="child", contact_is="ada", of_contact="tom"),
        record("r2", type="parent", contact_is="tom", of_contact="ada"),
        record("r3", type="uncle", contact_is="ada", of_contact="vic"),
    )
    results, problems = read(export(listed("contact", *people), relations))
    # Nobody is related to Una, and something hangs on Vic.
    ada, una, vic = (entry for entry in results if isinstance(entry, PersonEntry))
    assert ada.relations == (Relation("child", "Tom"), Relation("uncle", "Vic", "vic"))
    assert [remark.text for remark in ada.notes] == ["child: Tom, born 2015-03-02"]
    assert (una.name, una.relations, vic.name, vic.relations) == ("Una", (), "Vic", ())
    assert [(problem.what, problem.fate) for problem in problems] == [
        ("Tom", "skipped"), ("Tom, reminder: birthday", "skipped"),
    ]  # fmt: skip


def test_what_is_monicas_own_and_the_diary_are_counted() -> None:
    whole = json.loads(export(listed("user", record("u")), listed("photo", record("p"))))
    whole["account"]["properties"] = {"journal_entries": [record("j", title="Today")]}
    results, problems = read(json.dumps(whole))
    assert results == []
    assert [(problem.what, problem.fate) for problem in problems] == [
        ("user", "skipped"), ("photo", "skipped"), ("Today, journal entry", "skipped"),
    ]  # fmt: skip


def test_a_bad_contact_does_not_stop_the_good_ones() -> None:
    people = [record("a"), record("b", first_name="x" * 300), record("c", nickname="Cy"), "d", 5]
    results, problems = read(export(listed("contact", *people)))
    assert [entry.name for entry in results if isinstance(entry, PersonEntry)] == ["Cy"]
    assert [problem.fate for problem in problems] == ["failed", "failed", "failed"]


def test_records_without_a_uuid_keep_one_of_their_own() -> None:
    ada = {
        "uuid": "ada",
        "properties": {"first_name": "Ada"},
        "data": [listed("note", {"body": "x"}, {"body": "x"})],
    }
    first, _ = read(export(listed("contact", ada)))
    again, _ = read(export(listed("contact", ada)))
    assert [entry.uid for entry in first] == [entry.uid for entry in again]
    assert len({entry.uid for entry in first}) == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "damaged or cut off"),
        (export(listed("contact", record("a", first_name="Ada")))[:-20], "damaged or cut off"),
        ("[1, 2]", 'no "account"'),
        ('{"account": []}', 'no "account"'),
        ('{"account": ' + "[" * 100_000, "brackets"),
        ('{"account": ' + '{"a":' * 50_000 + "1" + "}" * 50_001, "brackets"),
        ('{"account": ' + "9" * 10_000 + "}", "digits"),
    ],
)
def test_what_is_no_export_is_refused(text: str, says: str) -> None:
    with pytest.raises(NotThisFormat, match="an export of Monica") as error:
        read(text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("2024-01-01"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
KEYS = """first_name nickname description job tags birthdate first_met_date first_met_through data body title type
initial_date frequency_type frequency_number amount messages emotions contact_is of_contact happened_at"""
KINDS = "contact_field address note call conversation reminder task gift debt pet life_event activity x"
SAID = st.dictionaries(st.sampled_from(KEYS.split()), ANYTHING, max_size=4)


@given(properties=SAID, kind=st.sampled_from(KINDS.split()), under=SAID, account=ANYTHING, instance=ANYTHING)
@settings(max_examples=50)
def test_whatever_stands_where_each_record_is_counted_once(
    properties: dict[str, Any], kind: str, under: dict[str, Any], account: Any, instance: Any
) -> None:
    ada = record("ada", [listed(kind, record("it", **under))], **{"first_name": "Ada", **properties})
    whole = {"account": {"data": [listed("contact", ada), listed("relationship", record("r", **under)), account],
                         "instance": instance, "properties": account}, "app_version": ""}  # fmt: skip
    try:
        results, problems = read(json.dumps(whole))
    except NetbookError:
        return
    counted = len(results) + sum(problem.fate != "warned" for problem in problems)
    assert counted >= 2 + (kind not in ("contact_field", "address"))
