"""People, one at a time: added, changed by options, shown, removed, paused and resumed."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once
from tests.screen import on_screen
from tests.terminal import CTRL_C, CTRL_D, Terminal

PERSON = (
    "name, handle, cadence, org, department, title, place, birthday, known_since, how_met, added_on, "
    "paused_on, paused_until"
)


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """Two people called Ana, and Bo."""
    netbook.ok("add 'Ana Ruiz' --circle peers --org Acme")
    netbook.ok("add 'Ana Silva'")
    netbook.ok("add 'Bo Lind'")
    return netbook


def person(netbook: Shell, handle: str, columns: str = PERSON) -> dict[str, object]:
    """The columns of one person that are not empty."""
    (row,) = netbook.sql(f"SELECT {columns} FROM person WHERE handle = ?", handle)
    return {name: value for name, value in zip(columns.split(", "), row, strict=True) if value is not None}


def listed(netbook: Shell, table: str, column: str) -> list[object]:
    return [value for (value,) in netbook.sql(f"SELECT {column} FROM {table} ORDER BY id")]


class TestAdd:
    def test_a_name_is_enough(self, netbook: Shell) -> None:
        assert netbook.ok("add 'Ana Ruiz'") == (
            "Added: Ana Ruiz (ana-ruiz)\n  no cadence yet: netbook edit ana-ruiz --circle peers\n"
        )
        assert person(netbook, "ana-ruiz") == {
            "name": "Ana Ruiz", "handle": "ana-ruiz", "added_on": "2026-11-21",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("theirs", "mine"),
        [
            ("--email m@example.org", "--email M@Example.org"),
            ("--url https://m.example", "--url http://m.example/"),
        ],
    )
    def test_an_address_that_somebody_has_is_told(self, netbook: Shell, theirs: str, mine: str) -> None:
        netbook.ok(f"add 'Mia Chen' {theirs}")
        netbook.ok("add 'Cy Stone'")
        one = "  same address   Mia Chen (mia-chen); if they are one: netbook merge mia-chen {}\n"
        assert one.format("bo-lind") in netbook.ok(f"add 'Bo Lind' {mine}")
        assert one.format("cy-stone") in netbook.ok(f"edit cy {mine}")
        netbook.ok("duplicates --not-same cy mia")
        assert "Mia Chen" not in netbook.ok(f"edit cy {mine}")
        assert "same address" not in netbook.ok("edit mia --org Acme")

    def test_everything_at_once_is_told_as_it_was_understood(self, people: Shell) -> None:
        assert people.ok(
            "add 'Mia Chen' --circle mentor --every 'two weeks' --org Fabrikam --department Platform "
            "--title 'staff engineer' --place Lisbon --email mia@example.org --email m@example.org "
            "--phone '+351 21 000 000' --url https://mia.example --birthday '25 nov 1976' --alias Mimi "
            "--tag climbing --tag @chess --how 'at the PMI chapter' --introduced-by bo --known-since friday".replace(
                "mentor ", "mentors "
            )
        ) == (
            "Added: Mia Chen (mia-chen), mentors, every 2w\n"
            "  org            Fabrikam\n"
            "  department     Platform\n"
            "  title          staff engineer\n"
            "  place          Lisbon\n"
            "  birthday       1976-11-25\n"
            "  known since    2026-11-20\n"
            "  how            at the PMI chapter\n"
            "  introduced by  Bo Lind\n"
            "  aliases        Mimi\n"
            "  emails         mia@example.org, m@example.org\n"
            "  phones         +351 21 000 000\n"
            "  urls           https://mia.example\n"
            "  tags           climbing, chess\n"
        )
        assert person(people, "mia-chen") == {
            "name": "Mia Chen", "handle": "mia-chen", "cadence": "2w", "org": "Fabrikam",
            "department": "Platform", "title": "staff engineer", "place": "Lisbon", "birthday": "1976-11-25",
            "known_since": "2026-11-20", "how_met": "at the PMI chapter", "added_on": "2026-11-21",
        }  # fmt: skip
        assert people.sql(
            "SELECT c.name, i.handle FROM person p JOIN circle c ON c.id = p.circle_id "
            "JOIN person i ON i.id = p.introduced_by_id WHERE p.handle = 'mia-chen'"
        ) == [("mentors", "bo-lind")]
        assert listed(people, "email", "address") == ["mia@example.org", "m@example.org"]
        assert listed(people, "phone", "number") == ["+351 21 000 000"]
        assert listed(people, "url", "address") == ["https://mia.example"]
        assert listed(people, "alias", "name") == ["Mimi"]
        assert listed(people, "tag", "name") == ["climbing", "chess"]

    @pytest.mark.parametrize(
        ("options", "cadence"),
        [
            ("--circle team", "every 2w"),
            ("--circle TEAM --every yearly", "every 1y"),
            ("--every quarterly", "every 3m"),
        ],
    )
    def test_a_cadence_is_the_circles_or_their_own(self, netbook: Shell, options: str, cadence: str) -> None:
        answer = netbook.ok(f"add Cy {options}")
        assert answer.startswith("Added: Cy (cy)")
        assert answer.endswith(f"{cadence}\n")

    def test_no_cadence_may_be_meant(self, netbook: Shell) -> None:
        assert netbook.ok("add Cy --every none --circle peers") == "Added: Cy (cy), peers\n"
        assert person(netbook, "cy")["cadence"] == "none"

    @pytest.mark.parametrize(
        "birthday", ["--birthday=--11-25", "--birthday '25 nov'", "--birthday '--11-25'"]
    )
    def test_a_birthday_may_lack_its_year(self, netbook: Shell, birthday: str) -> None:
        netbook.ok(f"add Cy {birthday}")
        assert person(netbook, "cy")["birthday"] == "--11-25"

    def test_29_february_is_a_birthday_with_and_without_a_year(self, netbook: Shell) -> None:
        netbook.ok("add Cy --birthday '29 feb'")
        netbook.ok("add Di --birthday 1988-02-29")
        assert listed(netbook, "person", "birthday") == ["--02-29", "1988-02-29"]
        assert "29 February 1988" in netbook.ok("show di")

    def test_today_is_when_they_came_in(self, netbook: Shell) -> None:
        netbook.ok("--today 2026-02-03 add Cy")
        assert person(netbook, "cy")["added_on"] == "2026-02-03"

    @pytest.mark.parametrize(
        "name", ["Ana Ruiz", "ana ruiz", "ÁNA  RUIZ", "A\u0301na Ruiz", "AnaRuiz", "Anita"]
    )
    def test_a_name_already_there_is_refused(self, people: Shell, name: str) -> None:
        people.ok("edit ana-ruiz --alias Anita")
        assert people.fails(f"add '{name}'", 1) == (
            f'"{name}" is already in the journal: ana-ruiz  Ana Ruiz  Acme; '.replace(
                "  RUIZ", " RUIZ"
            ).replace("A\u0301", "Á")
            + "edit that person, or add --namesake"
        )

    def test_a_part_of_a_name_is_another_name(self, people: Shell) -> None:
        people.ok("add Ana")
        assert person(people, "ana")["name"] == "Ana"

    def test_namesakes_get_numbered_handles(self, people: Shell) -> None:
        people.ok("add 'Ana Ruiz' --namesake")
        people.ok("add 'Ána Ruiz' --namesake")
        people.ok("add 'ana-ruiz 2' --namesake")
        assert people.sql("SELECT handle, name FROM person WHERE handle LIKE 'ana-ruiz%' ORDER BY id") == [
            ("ana-ruiz", "Ana Ruiz"), ("ana-ruiz-2", "Ana Ruiz"), ("ana-ruiz-3", "Ána Ruiz"),
            ("ana-ruiz-2-2", "ana-ruiz 2"),
        ]  # fmt: skip

    def test_a_handle_that_became_free_is_given_again(self, people: Shell) -> None:
        people.ok("remove ana-ruiz --yes")
        people.ok("add 'Ana Ruiz'")
        assert person(people, "ana-ruiz")["name"] == "Ana Ruiz"

    def test_an_address_twice_is_kept_once(self, netbook: Shell) -> None:
        netbook.ok("add Cy --email cy@example.org --email CY@example.org --tag x --tag X --alias C --alias c")
        assert listed(netbook, "email", "address") == ["cy@example.org"]
        assert listed(netbook, "tag", "name") == ["x"]
        assert listed(netbook, "alias", "name") == ["C"]

    @pytest.mark.parametrize(
        ("words", "status", "message"),
        [
            ("", 2, "missing argument 'NAME'; see netbook add --help"),
            ("''", 2, "a name cannot be empty"),
            ("' '", 2, "a name cannot be empty"),
            ("'\u200b\u2060'", 2, "a name cannot be empty"),
            ("x" * 10_000, 2, "a name can have at most 200 characters; this one has 10,000"),
            ("Cy Example", 2,
             "too many words: Example; put those that belong together in quotes; see netbook add --help"),
            ("Cy --circle nosuch", 1,
             'no circle is called "nosuch"; there are team, peers, mentors, customers, community '
             "(netbook circle NAME --every 1m adds one)"),
            ("Cy --circle peer", 1,
             'no circle is called "peer"; did you mean peers? There are team, peers, mentors, customers, '
             "community (netbook circle NAME --every 1m adds one)"),
            ("Cy --circle ''", 1,
             'no circle is called ""; there are team, peers, mentors, customers, community '
             "(netbook circle NAME --every 1m adds one)"),
            ("Cy --every sometimes", 2,
             'cannot read the cadence "sometimes"; write 2w, "10 days", monthly or none (a day to 100 years)'),
            ("Cy --every 0d", 2,
             'cannot read the cadence "0d"; write 2w, "10 days", monthly or none (a day to 100 years)'),
            ("Cy --every=-2w", 2,
             'cannot read the cadence "-2w"; write 2w, "10 days", monthly or none (a day to 100 years)'),
            ("Cy --birthday '30 feb'", 2, 'there is no such day as "30 feb"; check the day and the month'),
            ("Cy --birthday 2027-02-29", 2,
             'there is no such day as "2027-02-29"; check the day and the month'),
            ("Cy --birthday soon", 2,
             'cannot read the birthday "soon"; write 1976-11-25, or "25 nov" without the year'),
            ("Cy --birthday 2027-01-01", 2,
             'a birthday cannot be in the future: "2027-01-01"; write it as 1976-11-25 or --11-25'),
            ("Cy --birthday 11/12/1976", 2,
             '"11/12/1976" does not say which number is the month; write 1976-11-12 or 1976-12-11'),
            ("Cy --known-since tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("Cy --known-since 'next blursday'", 2,
             'cannot read the date "next blursday"; write 2026-11-20, "friday" or "3 days ago"'),
            ("Cy --introduced-by nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("Cy --introduced-by ana", 1,
             'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'),
            ("Cy --introduced-by ''", 2, "a name cannot be empty; write a handle, a name or part of one"),
            ("Cy --org ' '", 2, "an organisation cannot be empty"),
            ("Cy --email ''", 2, "an e-mail address cannot be empty"),
            ("Cy --how ' '", 2, "how you met cannot be empty; write a few words"),
            (f"Cy --place {'x' * 201}", 2, "a place can have at most 200 characters; this one has 201"),
            (f"Cy --url https://x.example/{'x' * 2000}", 2,
             "a link can have at most 2,000 characters; this one has 2,018"),
            ("Cy --cirle team", 2,
             "no such option: --cirle; did you mean --circle? See netbook add --help"),
            ("Cy --circle", 2, "option '--circle' needs a value after it; see netbook add --help"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, words: str, status: int, message: str) -> None:
        assert people.fails(f"add {words}", status) == message


class TestEdit:
    def test_what_is_given_changes_and_the_rest_stays(self, people: Shell) -> None:
        assert people.ok("edit ana-ruiz --org Fabrikam --birthday 1976-11-25 --every biweekly") == (
            "Changed: Ana Ruiz (ana-ruiz)\n"
            "  every          2w\n"
            "  org            Fabrikam\n"
            "  birthday       1976-11-25\n"
        )
        assert person(people, "ana-ruiz") == {
            "name": "Ana Ruiz", "handle": "ana-ruiz", "cadence": "2w", "org": "Fabrikam",
            "birthday": "1976-11-25", "added_on": "2026-11-21",
        }  # fmt: skip
        assert people("show ana-ruiz --json").json["circle"] == "peers"

    def test_the_handle_stays_when_the_name_changes(self, people: Shell) -> None:
        assert people.ok("edit 'ana ruiz' --name 'Ana Haddad'") == (
            "Changed: Ana Haddad (ana-ruiz)\n  name           Ana Haddad\n"
        )
        assert person(people, "ana-ruiz")["name"] == "Ana Haddad"
        assert people("show haddad --json").json["handle"] == "ana-ruiz"
        assert people.fails("show 'ana ruis'", 1).startswith('nobody is called "ana ruis"')

    def test_a_new_handle(self, people: Shell) -> None:
        assert people.ok("edit bo --handle bo-l") == "Changed: Bo Lind (bo-l)\n  handle         bo-l\n"
        assert people("show bo-l --json").json["name"] == "Bo Lind"
        people.ok("edit bo-l --handle bo-l")

    def test_several_values_are_added_and_replaced(self, people: Shell) -> None:
        people.ok("edit bo --email bo@example.org --tag chess --alias Bobby")
        people.ok("edit bo --email lind@example.org --tag climbing")
        assert listed(people, "email", "address") == ["bo@example.org", "lind@example.org"]
        assert listed(people, "tag", "name") == ["chess", "climbing"]
        assert people.ok("edit bo --no-email --email new@example.org --no-tag") == (
            "Changed: Bo Lind (bo-lind)\n  emails         new@example.org\n  tags           none\n"
        )
        assert listed(people, "email", "address") == ["new@example.org"]
        assert listed(people, "tag", "name") == []
        assert listed(people, "alias", "name") == ["Bobby"]

    def test_an_alias_is_a_name_from_then_on(self, people: Shell) -> None:
        people.ok("edit bo --alias 'Robert Linden'")
        assert people("show linden --json").json["handle"] == "bo-lind"
        people.ok("edit bo --no-alias")
        assert people("show linden").status == 1

    def test_each_field_can_be_cleared(self, people: Shell) -> None:
        people.ok(
            "add 'Mia Chen' --circle mentors --every 2w --org Fabrikam --department Platform --title cto "
            "--place Lisbon --email mia@example.org --phone 1 --url https://mia.example --birthday 1976-11-25 "
            "--alias Mimi --tag climbing --how 'at a fair' --introduced-by bo --known-since friday"
        )
        for option in (
            "circle", "every", "org", "department", "title", "place", "birthday", "known-since", "how",
            "introduced-by", "email", "phone", "url", "alias", "tag",
        ):  # fmt: skip
            answer = people.ok(f"edit mia --no-{option}")
            assert answer.startswith("Changed: Mia Chen (mia-chen)\n  ")
            assert answer.endswith("  none\n")
        assert person(people, "mia-chen", f"{PERSON}, circle_id, introduced_by_id") == {
            "name": "Mia Chen", "handle": "mia-chen", "added_on": "2026-11-21",
        }  # fmt: skip
        for table in ("email", "phone", "url", "alias", "tag"):
            assert people.sql(f"SELECT * FROM {table}") == []

    def test_without_a_cadence_of_their_own_the_circles_holds(self, people: Shell) -> None:
        people.ok("edit ana-ruiz --every none")
        assert people("show ana-ruiz --json").json["due_on"] is None
        people.ok("edit ana-ruiz --no-every")
        assert people("show ana-ruiz --json").json["cadence"] == "1m"

    @pytest.mark.parametrize(
        ("words", "status", "message"),
        [
            ("", 2, "missing argument 'WHO|REF...'; see netbook edit --help"),
            ("nobody --org X", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("ana --org X", 1,
             'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'),
            ("bo --name ''", 2, "a name cannot be empty"),
            ("bo --handle ana-ruiz", 1, "the handle ana-ruiz is Ana Ruiz's; choose another"),
            ("bo --handle 'Bo L'", 2,
             '"Bo L" cannot be a handle: lower-case letters and digits, joined by -, as in bo-l'),
            ("bo --handle ''", 2,
             '"" cannot be a handle: lower-case letters and digits, joined by -, as in bo-lind'),
            ("bo --introduced-by bo", 1, "Bo Lind cannot introduce themselves; name somebody else"),
            ("bo --circle nosuch --org X", 1,
             'no circle is called "nosuch"; there are team, peers, mentors, customers, community '
             "(netbook circle NAME --every 1m adds one)"),
            ("bo --org X --birthday '31 nov'", 2,
             'there is no such day as "31 nov"; check the day and the month'),
            ("bo --tag a --tag ''", 2, "a tag cannot be empty"),
            ("bo", 2, "no editor to open; name yours in EDITOR, as in EDITOR=nano"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, words: str, status: int, message: str) -> None:
        assert people.fails(f"edit {words}", status) == message


class TestShow:
    @pytest.fixture
    def known(self, people: Shell) -> Shell:
        people.ok(
            "add 'Mia Chen' --circle mentors --org Fabrikam --department Platform --title cto --place Lisbon "
            "--email mia@example.org --phone 123 --url https://mia.example --birthday '--11-25' --alias Mimi "
            "--tag climbing --how 'at a fair' --introduced-by bo --known-since 2020-03-04"
        )
        people.ok("log mia bo --kind coffee --on '3 nov' --place 'Blue Bottle' --minutes 50 -m 'the reorg'")
        people.ok("log mia --kind email --on '10 nov'")
        people.ok("common mia chess --on '3 nov' --detail weekly")
        people.ok("learn mia 'family: a daughter'")
        people.ok("got mia 'a book' --on '5 nov'")
        people.ok("promise mia 'send slides by 2026-11-27'")
        people.ok("strain mia 'a missed call' --on '20 nov'")
        return people

    def test_everything_newest_first(self, known: Shell) -> None:
        assert known.ok("show mia") == (
            "Mia Chen (mia-chen) · mentors · cto at Fabrikam, Platform · Lisbon\n"
            "  last contact  coffee, 3 November\n"
            "  due           15 December, in 24 days\n"
            "  cadence       6w\n"
            "  also called   Mimi\n"
            "  email         mia@example.org\n"
            "  phone         123\n"
            "  link          https://mia.example\n"
            "  birthday      25 November\n"
            "  tags          climbing\n"
            "  known since   4 March 2020\n"
            "  met           at a fair; introduced by Bo Lind\n"
            "  give, take    gave nothing yet, got 1; thanks owed for 1\n"
            "  in common     chess (weekly)\n"
            "\n"
            "  21 November         family       a daughter  n1\n"
            "  21 November         promise      you promised: send slides, by 27 November (open)  t1\n"
            "  20 November         strain       a missed call  s1\n"
            "  10 November         email        —  m2\n"
            "  5 November          got          a book  f1\n"
            "  3 November          coffee       with Bo Lind, Blue Bottle, 50 min: the reorg  m1\n"
            "  3 November          common       chess  c1\n"
        )

    def test_addresses_are_links_where_a_terminal_takes_them(self, known: Shell) -> None:
        known.ok("edit mia --url mia.example/äpfel")
        _, shown = on_screen(known, "show mia", FORCE_HYPERLINK="1")
        for address, leads_to in (
            ("mia@example.org", "mailto:mia@example.org"),
            ("123", "tel:123"),
            ("https://mia.example", "https://mia.example"),
            ("mia.example/äpfel", "https://mia.example/%C3%A4pfel"),
        ):
            assert f"\x1b]8;;{leads_to}\x1b\\{address}\x1b]8;;\x1b\\" in shown
        assert "\x1b]8" not in on_screen(known, "show mia", FORCE_HYPERLINK="0")[1]

    def test_a_last_contact_before_the_journal_knew_has_no_kind(self, netbook: Shell) -> None:
        netbook.ok("add Kim --last-contact 2026-03-04")
        assert "  last contact  4 March\n" in netbook.ok("show kim")

    def test_the_whole_record_as_json(self, known: Shell) -> None:
        results = known("show mia --json").json
        (uid,) = known.sql("SELECT uid FROM person WHERE handle = 'mia-chen'")[0]
        assert results == {
            "handle": "mia-chen", "name": "Mia Chen", "circle": "mentors", "cadence": "6w", "org": "Fabrikam",
            "department": "Platform", "title": "cto", "place": "Lisbon", "emails": ["mia@example.org"],
            "phones": ["123"], "urls": ["https://mia.example"], "birthday": "--11-25", "aliases": ["Mimi"],
            "tags": ["climbing"], "known_since": "2020-03-04", "how_met": "at a fair",
            "introduced_by": "bo-lind", "introducer": "Bo Lind",
            "status": "active", "paused_until": None, "parted_on": None,
            "parted_why": None, "added_on": "2026-11-21", "last_contact": "2026-11-03",
            "last_kind": "coffee", "due_on": "2026-12-15", "uid": uid,
            "meetings": [
                {"date": "2026-11-10", "kind": "email", "human": False, "minutes": None, "place": None,
                 "event": None, "summary": None, "others": [], "fleeting": None, "ref": "m2"},
                {"date": "2026-11-03", "kind": "coffee", "human": True, "minutes": 50, "place": "Blue Bottle",
                 "event": None, "summary": "the reorg", "others": ["Bo Lind"], "fleeting": None,
                 "ref": "m1"},
            ],
            "commonalities": [{"found_on": "2026-11-03", "topic": "chess", "detail": "weekly", "ref": "c1"}],
            "notes": [{"date": "2026-11-21", "about": "family", "text": "a daughter", "ref": "n1"}],
            "favors": [{"date": "2026-11-05", "direction": "got", "text": "a book", "thanked_on": None,
                        "thanked_how": None, "thanks": None, "ref": "f1"}],
            "followups": [{"promised_on": "2026-11-21", "number": 1, "whose": "mine", "text": "send slides",
                           "due_on": "2026-11-27", "status": "open", "closed_on": None, "ref": "t1"}],
            "requests": [],
            "strains": [{"since": "2026-11-20", "text": "a missed call", "repaired_on": None, "repair": None,
                         "ref": "s1"}],
            "introductions": [], "interests": [], "ties": [], "jobs": [], "addresses": [],
        }  # fmt: skip

    def test_somebody_of_whom_nothing_is_known(self, people: Shell) -> None:
        assert people.ok("show bo") == "Bo Lind (bo-lind)\n  last contact  never met\n"
        results = people("show bo --json").json
        assert {
            results[key] for key in ("circle", "cadence", "org", "due_on", "last_contact", "birthday")
        } == {None}
        assert results["emails"] == results["meetings"] == []

    def test_a_fleeting_encounter_is_shown_with_its_meeting(self, people: Shell) -> None:
        people.ok("log bo --kind walk --fleeting 'a gardener'")
        assert "walk         and with somebody unnamed: a gardener  m1\n" in people.ok("show bo")

    def test_a_meeting_still_to_come_is_no_contact(self, people: Shell) -> None:
        people.ok("log ana-ruiz --kind coffee", today="2026-12-01")
        assert people("show ana-ruiz --json").json["last_contact"] is None

    @pytest.mark.parametrize(
        "who",
        ["ana-ruiz", "Ana-Ruiz", "Ana Ruiz", "ana  RUIZ", "anaruiz", "Ána Ruíz", "ruiz", "a ru", "ruiz ana"],
    )
    def test_a_name_may_be_typed_in_many_ways(self, people: Shell, who: str) -> None:
        assert people(f"show '{who}' --json").json["handle"] == "ana-ruiz"

    def test_a_handle_goes_before_a_name_and_a_name_before_a_part(self, people: Shell) -> None:
        people.ok("edit ana-silva --handle bo")
        assert people("show bo --json").json["name"] == "Ana Silva"
        people.ok("add Ana")
        assert people("show ANA --json").json["name"] == "Ana"

    @pytest.mark.parametrize(
        ("who", "status", "message"),
        [
            ("ana", 1, 'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'),
            ("'ana ruz'", 1, 'nobody is called "ana ruz"; the nearest: ana-ruiz  Ana Ruiz  Acme'),
            ("x", 1, 'nobody is called "x"; netbook people lists everybody'),
            ("''", 2, "a name cannot be empty; write a handle, a name or part of one"),
            ("bo lind", 2,
             "too many words: lind; put those that belong together in quotes; see netbook show --help"),
            ("bo --csv", 2, "no such option: --csv; see netbook show --help"),
        ],
    )  # fmt: skip
    def test_bad_input(self, people: Shell, who: str, status: int, message: str) -> None:
        assert people.fails(f"show {who}", status).startswith(message)


class TestRemove:
    @pytest.fixture
    def linked(self, people: Shell) -> Shell:
        """Bo, who was at three meetings, one of them alone, and to whom everything is tied that can be."""
        people.ok("add 'Cy Example' --introduced-by bo")
        people.ok("edit bo --email bo@example.org --phone 1 --url https://bo.example --alias Bobby --tag x")
        people.ok("log bo --kind coffee --on '1 nov'")
        people.ok("log bo cy --kind lunch --on '2 nov' -c chess -l 'bo: a dog' --got 'bo: a book'")
        people.ok("log bo --kind event --event Fair --fleeting 'a baker' -p 'bo: slides by 2026-12-01'")
        people.ok("strain bo 'a missed call'")
        return people

    def test_what_hangs_on_them_alone_goes_and_the_rest_stays(self, linked: Shell) -> None:
        assert (
            linked.ok("remove bo --yes") == "Removed: Bo Lind (bo-lind), with 1 meeting nobody else was at\n"
            "  still in the history: netbook undo brings it back, netbook history --clear forgets it\n"
        )
        assert linked.sql("SELECT kind FROM meeting ORDER BY date") == [("lunch",), ("event",)]
        assert linked.sql(
            "SELECT DISTINCT p.handle FROM attendance a JOIN person p ON p.id = a.person_id"
        ) == [("cy-example",)]
        assert linked.sql("SELECT count(*) FROM commonality") == [(1,)]
        for table in ("note", "favor", "followup", "strain", "email", "phone", "url", "alias", "tag"):
            assert linked.sql(f"SELECT * FROM {table}") == []
        assert linked.sql("SELECT name, introduced_by_id FROM person WHERE handle = 'cy-example'") == [
            ("Cy Example", None)
        ]
        assert linked.sql("SELECT name FROM event") == [("Fair",)]
        assert linked.sql("PRAGMA foreign_key_check") == []
        assert linked.fails("show bo", 1).startswith('nobody is called "bo"')

    def test_no_word_of_their_name_is_left(self, linked: Shell) -> None:
        linked.ok("remove bo --yes")
        for table in ("name_word",):
            assert linked.sql(f"SELECT word FROM {table} WHERE word IN ('bo', 'lind', 'bobby')") == []

    def test_without_a_terminal_it_wants_yes(self, linked: Shell) -> None:
        assert linked.fails("remove bo", 2) == "removing Bo Lind needs a confirmation; add --yes"

    @pytest.mark.parametrize(
        ("who", "status", "message"),
        [
            ("nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("ana", 1, 'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'),
            ("''", 2, "a name cannot be empty; write a handle, a name or part of one"),
        ],
    )
    @pytest.mark.parametrize("yes", ["", " --yes"])
    def test_bad_input_changes_nothing(
        self, people: Shell, who: str, yes: str, status: int, message: str
    ) -> None:
        assert people.fails(f"remove {who}{yes}", status) == message

    def test_on_a_terminal_it_asks(self, linked: Shell) -> None:
        with Terminal(linked, "remove bo") as terminal:
            terminal.answer(
                "Remove Bo Lind (bo-lind), with 1 meeting nobody else was at, 1 commonality, 1 note, 1 favour, "
                "1 follow-up and 1 strain? [y/N]: ", "y",
            )  # fmt: skip
            assert "Removed: Bo Lind (bo-lind), with 1 meeting nobody else was at" in terminal.ends(0)
        assert linked.sql("SELECT * FROM person WHERE handle = 'bo-lind'") == []

    @pytest.mark.parametrize("answer", ["", "n"])
    def test_a_no_keeps_them(self, people: Shell, answer: str) -> None:
        before = people.dump()
        with Terminal(people, "remove bo") as terminal:
            terminal.answer("Remove Bo Lind (bo-lind)? [y/N]: ", answer)
            assert "netbook: nothing was removed\n" in terminal.ends(1)
        assert people.dump() == before

    @pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
    def test_stopping_at_the_question_keeps_them(self, people: Shell, key: str) -> None:
        before = people.dump()
        with Terminal(people, "remove bo") as terminal:
            terminal.expect("? [y/N]: ")
            terminal.stop(key)
            assert "netbook: stopped; nothing was changed\n" in terminal.ends(130)
        assert people.dump() == before


class TestPause:
    def test_until_a_day_that_is_part_of_it(self, people: Shell) -> None:
        assert people.ok("pause ana-ruiz --until '1 dec'") == (
            "Paused: Ana Ruiz (ana-ruiz), until Tuesday 1 December\n"
        )
        for today, status in (("2026-11-21", "paused"), ("2026-12-01", "paused"), ("2026-12-02", "active")):
            assert people("show ana-ruiz --json", today=today).json["status"] == status
            assert people.ok("due --count --only contact", today=today) == (
                "0\n" if status == "paused" else "1\n"
            )
        assert "paused        until 1 December\n" in people.ok("show ana-ruiz")

    def test_until_they_are_resumed(self, people: Shell) -> None:
        assert people.ok("pause ana-ruiz") == "Paused: Ana Ruiz (ana-ruiz), until netbook resume ana-ruiz\n"
        assert people("show ana-ruiz --json", today="2046-01-01").json["status"] == "paused"
        assert people.ok("resume ana-ruiz") == "Resumed: Ana Ruiz (ana-ruiz)\n"
        assert people("show ana-ruiz --json").json["status"] == "active"
        assert person(people, "ana-ruiz").keys().isdisjoint({"paused_on", "paused_until"})

    def test_a_meeting_does_not_end_it(self, people: Shell) -> None:
        people.ok("pause ana-ruiz")
        people.ok("log ana-ruiz")
        assert people("show ana-ruiz --json").json["status"] == "paused"

    def test_a_second_pause_replaces_the_first(self, people: Shell) -> None:
        people.ok("pause ana-ruiz --until '1 dec'")
        people.ok("pause ana-ruiz")
        assert "paused_until" not in person(people, "ana-ruiz")

    def test_a_weekday_is_the_next_one_and_today_is_the_shortest(self, people: Shell) -> None:
        people.ok("pause ana-ruiz --until friday")
        assert person(people, "ana-ruiz")["paused_until"] == "2026-11-27"
        people.ok("pause ana-ruiz --until today")
        assert person(people, "ana-ruiz")["paused_until"] == "2026-11-21"

    def test_resuming_somebody_who_is_not_paused_changes_nothing(self, people: Shell) -> None:
        before = people.dump()
        assert people.ok("resume bo") == "Bo Lind (bo-lind) is neither paused nor parted\n"
        assert people.dump() == before

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("pause bo --until yesterday", 2,
             'the pause would already be over: "yesterday"; give today or a later day'),
            ("pause bo --until whenever", 2,
             'cannot read the date "whenever"; write 2026-11-27, "friday" or "in 3 days"'),
            ("pause bo --until '30 feb'", 2, 'there is no such day as "30 feb"; check the day and the month'),
            ("pause nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("pause ana", 1,
             'two people match "ana"; say which: ana-ruiz  Ana Ruiz  Acme; ana-silva  Ana Silva'),
            ("resume nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message


def test_several_people_are_paused_resumed_and_changed_at_once_or_none_of_them(netbook: Shell) -> None:
    for name in ("Ana Ruiz", "Bo Lind", "Cy Cypress"):
        netbook.ok(f"add '{name}'")
    netbook.fails("pause ana bo nobody", 1)
    netbook.ok("pause ana bo")
    assert [row["status"] for row in netbook("people --csv").rows] == ["paused", "paused", "active"]
    netbook.ok("undo")
    assert [row["status"] for row in netbook("people --csv").rows] == ["active"] * 3
    netbook.ok("pause ana bo cy")
    assert netbook.ok("resume ana cy").count("\n") == 2
    netbook.ok("edit ana bo cy --circle team --tag crew")
    assert [row["tags"] for row in netbook("people --csv").rows] == ["crew"] * 3
    netbook.ok("undo")
    assert [row["circle"] for row in netbook("people --csv").rows] == [""] * 3


def test_many_who_get_a_cadence_at_once_have_their_first_contacts_spread(netbook: Shell) -> None:
    for number in range(7):
        netbook.ok(f"add 'Person {number}'", today="2026-01-05")
    everybody = " ".join(f"person-{number}" for number in range(7))
    answer = netbook.ok(f"edit {everybody} --every 1w")
    assert answer.endswith("7 first contacts are spread from 21 November to 27 November\n")
    assert len(netbook("due --csv").rows) == 1
    # A few at once begin today, however long they have been in the journal.
    netbook.ok("undo")
    netbook.ok("edit person-0 person-1 --every 1w")
    assert [row["days_overdue"] for row in netbook("due --csv").rows] == ["0", "0"]


def test_a_last_contact_before_the_journal_and_a_postal_address(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz' --circle peers --last-contact 2026-10-01 --address '1 Pier, Windmill Bay'")
    (row,) = netbook("due --csv").rows
    assert (row["last_contact"], row["last_kind"], row["due_on"], row["days_overdue"]) == (
        "2026-10-01", "", "2026-11-01", "20"
    )  # fmt: skip
    assert netbook("people --csv").rows[0]["last_contact"] == "2026-10-01"
    assert "1 October" in netbook.ok("due")
    # A later meeting counts, an earlier one does not.
    netbook.ok("log ana -k call --on 2026-09-01")
    assert netbook("due --csv").rows[0]["last_contact"] == "2026-10-01"
    netbook.ok("log ana -k call --on 2026-10-15")
    assert netbook("due --csv").rows[0]["last_kind"] == "call"
    assert netbook.sql("SELECT text FROM address") == [("1 Pier, Windmill Bay",)]
    netbook.ok("edit ana --no-last-contact --no-address")
    assert netbook.sql("SELECT last_contact_on FROM person") == [(None,)]
    assert netbook.sql("SELECT text FROM address") == []
    netbook.fails("edit ana --last-contact tomorrow", 2)


class TestNames:
    """One person, however they are named."""

    def test_a_former_name_still_finds_them(self, netbook: Shell) -> None:
        netbook.ok("add 'Ana Amber'")
        netbook.ok("edit ana --name 'Ana Archer'")
        assert netbook("show amber --json").json["aliases"] == ["Ana Amber"]
        netbook.ok("edit ana --name 'Ana  ARCHER'")  # the same name, spelt otherwise
        assert netbook("show amber --json").json["aliases"] == ["Ana Amber"]

    def test_an_organisation_in_brackets(self, netbook: Shell) -> None:
        netbook.ok("add 'Raj Rainfall (Cloud Kettle)'")
        netbook.ok("add 'Bea Bolt (Blue)' --org Acme")
        assert [(row["name"], row["org"]) for row in netbook("people --csv").rows] == [
            ("Bea Bolt", "Acme"), ("Raj Rainfall", "Cloud Kettle"),
        ]  # fmt: skip

    def test_an_address_names_somebody_unless_two_have_it(self, netbook: Shell) -> None:
        netbook.ok("add 'Ana Amber' --email Ana@Amber.example")
        assert netbook("show ana@amber.example --json").json["name"] == "Ana Amber"
        netbook.ok("add 'Bo Amber' --email ana@amber.example")
        assert "two people match" in netbook.fails("show ana@amber.example", 1)
