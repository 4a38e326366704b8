"""Common ground: what is shared with whom, and what was learned."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    """Four people; Lena and Omar belong together in some ways, Lena and Sam in others."""
    netbook.ok('add "Lena Vogt" --org Fabrikam --department Platform --place Berlin --circle peers')
    netbook.ok('add "Omar Haddad" --org Northwind --department Platform --place berlin --circle peers')
    netbook.ok('add "Sam Okafor" --org fabrikam --department PLATFORM')
    netbook.ok('add "Mia Chen"')
    return netbook


def found(netbook: Shell) -> list[tuple[str, ...]]:
    return netbook.sql(
        """SELECT p.handle, t.name, k.found_on, k.detail FROM commonality k
        JOIN person p ON p.id = k.person_id JOIN topic t ON t.id = k.topic_id ORDER BY t.key, p.handle"""
    )


class TestCommon:
    def test_topics_are_recorded_and_said_in_full(self, people: Shell) -> None:
        assert people.ok('common lena climbing "same street"') == (
            "In common with Lena Vogt, found on Saturday 21 November:\n"
            "  climbing     with nobody else yet\n"
            "  same street  with nobody else yet\n"
        )
        assert people.ok('common omar Climbing --on yesterday --detail "at the wall"') == (
            "In common with Omar Haddad, found on Friday 20 November:\n"
            "  climbing  also with Lena Vogt\n"
            "  detail    at the wall\n"
        )
        assert found(people) == [
            ("lena-vogt", "climbing", "2026-11-21", None),
            ("omar-haddad", "climbing", "2026-11-20", "at the wall"),
            ("lena-vogt", "same street", "2026-11-21", None),
        ]

    def test_what_is_known_keeps_its_day_and_may_get_a_detail(self, people: Shell) -> None:
        people.ok("common lena climbing --on 2026-10-10")
        assert "climbing  already, since 10 October" in people.ok(
            'common lena climbing --detail "both at K9"'
        )
        assert found(people) == [("lena-vogt", "climbing", "2026-10-10", "both at K9")]
        people.ok("common lena CLIMBING")
        assert found(people) == [("lena-vogt", "climbing", "2026-10-10", "both at K9")]

    def test_a_topic_given_twice_is_one(self, people: Shell) -> None:
        assert people.ok('common lena climbing Climbing " climbing "').count("climbing") == 1
        assert len(found(people)) == 1

    def test_many_who_share_it_are_counted(self, people: Shell) -> None:
        for number in range(5):
            people.ok(f'add "Person {number}"')
            people.ok(f"common person-{number} rowing --on 2026-11-0{number + 1}")
        assert "rowing  also with Person 4, Person 3, Person 2 and 2 more" in people.ok("common lena rowing")

    def test_a_near_topic_is_named_on_stderr_and_not_merged(self, people: Shell) -> None:
        people.ok("common lena climbing")
        answer = people("common omar climb rowing")
        assert answer.status == 0
        assert answer.err == (
            'netbook: "climb" is a new topic, close to "climbing"; '
            'to make them one: netbook topics "climb" --merge "climbing"\n'
        )
        assert [row[1] for row in found(people)] == ["climb", "climbing", "rowing"]
        # From now on it is a topic of its own.
        people.ok("common mia climb")

    def test_signs_that_tell_topics_apart_are_kept(self, people: Shell) -> None:
        people.ok("common lena C C++ C# 'F#' f")
        assert [row[1] for row in found(people)] == ["C", "C++", "C#", "f", "F#"]

    def test_an_accent_typed_two_ways_is_one_topic(self, people: Shell) -> None:
        people.ok("common lena 'cafe\u0301s'")
        assert "already" in people.ok("common lena caf\u00e9s")

    def test_two_points_of_connection_are_counted_while_strained(self, people: Shell) -> None:
        people.ok("common sam chess --on 2026-10-01")
        people.ok("strain sam over the backlog --on 2026-11-02")
        assert "strained  on 2 November; 1 of 2 points of connection found since" in people.ok(
            "common sam rowing"
        )
        assert "2 of 2 points" in people.ok("common sam sailing jazz")

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("common nobody climbing", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("common '' climbing", 2, "a name cannot be empty; write a handle, a name or part of one"),
            ("common lena ''", 2, "a topic cannot be empty"),
            ("common lena climbing ' '", 2, "a topic cannot be empty"),
            ("common lena climbing --on tomorrow", 2,
             '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("common lena climbing --on blursday", 2,
             'cannot read the date "blursday"; write 2026-11-20, "friday" or "3 days ago"'),
            (f"common lena {'x' * 10_000}", 2,
             "a topic can have at most 200 characters; this one has 10,000"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message

    def test_what_is_typed_is_shown_as_text(self, people: Shell) -> None:
        assert '[/b], "x"\\x1b[2J' in people.ok("common lena '[/b], \"x\"\x1b[2J'")


class TestTopics:
    def test_topics_with_how_many_share_each(self, people: Shell) -> None:
        assert people.ok("topics") == "No topics yet: netbook common WHO TOPIC\n"
        people.ok("common lena climbing rowing --on 2025-03-01")
        people.ok("common omar climbing")
        people.ok("likes mia climbing")
        assert people.ok("topics") == (
            "  topic     shared  liked  first found  latest\n"
            "  climbing       2      1  1 Mar 2025   21 Nov\n"
            "  rowing         1      0  1 Mar 2025   1 Mar 2025\n"
        )
        assert people.ok("topics --csv") == (
            "topic,people,first_found,last_found,interested\n"
            "climbing,2,2025-03-01,2026-11-21,1\n"
            "rowing,1,2025-03-01,2025-03-01,0\n"
        )
        people.ok("remove lena --yes")
        assert people("topics --json").json[-1] == {
            "topic": "rowing", "people": 0, "first_found": None, "last_found": None, "interested": 0
        }  # fmt: skip

    def test_who_shares_one(self, people: Shell) -> None:
        people.ok("log lena -c climbing -d 2026-10-10")
        people.ok('common omar climbing --detail "at the wall"')
        assert people.ok("topics CLIMBING") == (
            "climbing: shared with 2 people\n"
            "\n"
            "  Lena Vogt    since 10 Oct\n"
            "  Omar Haddad  since 21 Nov  at the wall\n"
        )
        ((meeting,),) = people.sql("SELECT uid FROM meeting")
        assert people.ok("topics climbing --csv") == (
            "person,handle,topic,found_on,meeting,detail,shared\n"
            f"Lena Vogt,lena-vogt,climbing,2026-10-10,{meeting},,true\n"
            "Omar Haddad,omar-haddad,climbing,2026-11-21,,at the wall,true\n"
        )

    def test_a_topic_can_be_renamed(self, people: Shell) -> None:
        people.ok("common lena climbing")
        assert people.ok("topics climbing --rename 'rock climbing'") == (
            "Renamed: climbing is now rock climbing\n"
        )
        assert people.ok("topics 'ROCK-climbing' --rename 'Rock climbing'") == (
            "Renamed: rock climbing is now Rock climbing\n"
        )
        assert [row[1] for row in found(people)] == ["Rock climbing"]

    def test_a_new_name_close_to_another_topic_is_said(self, people: Shell) -> None:
        people.ok("common lena climbing chess rowing")
        answer = people("topics chess --rename climb")
        assert (answer.status, answer.out) == (0, "Renamed: chess is now climb\n")
        assert 'close to "climbing"' in answer.err
        # A topic is not close to itself as it was.
        people.ok("topics rowing --rename rowings")

    def test_two_topics_become_one_and_nothing_is_lost(self, people: Shell) -> None:
        people.ok("log lena -c climbing -d 2026-10-10")
        people.ok("common lena bouldering --on 2026-10-01 --detail 'K9'")
        people.ok("common omar climbing --detail 'at the wall'")
        people.ok("common omar bouldering --detail 'since school'")
        people.ok("common mia bouldering --on 2026-09-09")
        assert people.ok("topics bouldering --merge Climbing") == (
            "Merged: bouldering is now climbing, which 3 people share with you\n"
        )
        assert found(people) == [
            ("lena-vogt", "climbing", "2026-10-01", "K9"),
            ("mia-chen", "climbing", "2026-09-09", None),
            ("omar-haddad", "climbing", "2026-11-21", "at the wall; since school"),
        ]
        assert people.sql("SELECT name FROM topic") == [("climbing",)]

    def test_the_meeting_of_the_earlier_finding_stays(self, people: Shell) -> None:
        people.ok("log lena -c climb -d 2026-10-10")
        people("log lena -c climbing -d 2026-10-20")
        people.ok("topics climb --merge climbing")
        assert people.sql(
            "SELECT k.found_on, m.date FROM commonality k JOIN meeting m ON m.id = k.meeting_id"
        ) == [("2026-10-10", "2026-10-10")]

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("topics clmbing", 1, 'no topic is called "clmbing"; the nearest: climbing'),
            ("topics zzz", 1, 'no topic is called "zzz"; netbook topics lists all'),
            ("topics zzz --rename yyy", 1, 'no topic is called "zzz"; netbook topics lists all'),
            ("topics climbing --merge zzz", 1, 'no topic is called "zzz"; netbook topics lists all'),
            ("topics climbing --merge Climbing", 1,
             '"Climbing" is that topic itself; name another one to merge it into'),
            ("topics climbing --rename Rowing", 1,
             'the topic "Rowing" already exists; '
             'to merge the two: netbook topics "climbing" --merge "Rowing"'),
            ("topics climbing --rename ' '", 2, "a topic cannot be empty"),
            ("topics --rename rowing", 2,
             "--rename changes one topic; name it: netbook topics TOPIC --rename …"),
            ("topics climbing --rename x --merge rowing", 2,
             "--rename and --merge cannot go together; give one of them"),
            ("topics climbing --merge rowing --csv", 2,
             "--merge and --csv cannot go together; give one of them"),
            ("topics --csv --json", 2, "--csv and --json cannot go together; choose one"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        people.ok("common lena climbing rowing")
        assert people.fails(line, status) == message


class TestShared:
    def test_everything_two_people_share(self, people: Shell) -> None:
        people.ok("common lena climbing rowing chess --on 2026-10-01")
        people.ok("common omar climbing jazz rowing --on 2026-10-05")
        people.ok('log lena omar --event "PyData Berlin" -d 2026-11-14')
        people.ok('log lena --event "PMI chapter" -d 2026-10-10')
        people.ok('log omar --event "PMI chapter" -d 2026-11-10')
        assert people.ok("shared lena omar") == (
            "Lena Vogt and Omar Haddad share, as far as the journal knows:\n"
            "  topics        climbing, rowing\n"
            "  event         PyData Berlin (14 Nov)\n"
            "  circle        peers\n"
            "  place         Berlin\n"
        )
        assert people.ok("shared omar lena --csv") == (
            "what,name,date,people,handles\n"
            "topic,climbing,2026-10-05,Omar Haddad; Lena Vogt,omar-haddad; lena-vogt\n"
            "topic,rowing,2026-10-05,Omar Haddad; Lena Vogt,omar-haddad; lena-vogt\n"
            "event,PyData Berlin,2026-11-14,Omar Haddad; Lena Vogt,omar-haddad; lena-vogt\n"
            "circle,peers,,Omar Haddad; Lena Vogt,omar-haddad; lena-vogt\n"
            "place,berlin,,Omar Haddad; Lena Vogt,omar-haddad; lena-vogt\n"
        )

    def test_a_department_counts_only_within_one_organisation(self, people: Shell) -> None:
        both = {"date": None, "people": ["Lena Vogt", "Sam Okafor"], "handles": ["lena-vogt", "sam-okafor"]}
        assert people("shared lena sam --json").json == [
            {"what": "org", "name": "Fabrikam", **both},
            {"what": "department", "name": "Platform", **both},
        ]

    def test_an_event_at_which_they_were_met_apart_is_shared_too(self, people: Shell) -> None:
        people.ok("log mia --event Summit -d 2026-11-14")
        people.ok("log sam --event Summit -d 2026-11-14 -k message")
        assert "event         Summit (14 Nov)" in people.ok("shared mia sam")
        # Not before it was.
        assert people.ok("shared mia sam", today="2026-11-13") == (
            "Mia Chen and Sam Okafor share nothing that the journal knows of\n"
        )

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("shared lena lena-vogt", 1,
             "both names mean one person, lena-vogt  Lena Vogt  Fabrikam; name somebody else as well"),
            ("shared lena nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
        ],
    )  # fmt: skip
    def test_two_people_are_needed(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message


class TestLearn:
    @pytest.mark.parametrize(
        ("words", "about", "text"),
        [
            ('"family: daughter chose Delft"', "family", "daughter chose Delft"),
            ("family: daughter chose Delft", "family", "daughter chose Delft"),
            ("Goals:speak at PyCon", "goals", "speak at PyCon"),
            ("once sailed to Malta", "stories", "once sailed to Malta"),
            ("holiday: Malta", "stories", "holiday: Malta"),
            ("see https://lena.example/talk", "stories", "see https://lena.example/talk"),
        ],
    )
    def test_a_note_is_filed(self, people: Shell, words: str, about: str, text: str) -> None:
        answer = people.ok(f"learn lena {words} --on yesterday")
        assert answer == f"Learned about Lena Vogt on Friday 20 November, {about}: {text}\n"
        assert people.sql("SELECT person_id, about, text, date, meeting_id FROM note") == [
            (1, about, text, "2026-11-20", None)
        ]

    @pytest.mark.parametrize(
        "line", ["learn lena famly: two daughters", "log lena -l 'famly: two daughters'"]
    )
    def test_a_mistyped_subject_is_told(self, people: Shell, line: str) -> None:
        done = people(line)
        assert (done.status, done.err) == (
            0,
            'netbook: "famly" is not a subject, so the note is filed under stories; '
            'for another: netbook undo, then "family:"\n',
        )
        assert people.sql("SELECT about, text FROM note") == [("stories", "famly: two daughters")]

    def test_lines_are_kept_as_written_and_shown_on_one(self, people: Shell) -> None:
        assert people.ok("learn lena 'work: two\n\nlines'").endswith("work: two  lines\n")
        assert people.sql("SELECT text FROM note") == [("two\n\nlines",)]

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("learn lena family:", 2, 'nothing follows "family:"; write the text after the colon'),
            ("learn lena ' '", 2, "a note cannot be empty; write a few words"),
            ("learn lena x --on 2026-11-22", 2,
             '"2026-11-22" is still to come; give a day up to today'),
            ("learn ana x", 1, 'nobody is called "ana"; netbook people lists everybody'),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message


def test_a_limit_cuts_what_is_in_common_in_every_form(people: Shell) -> None:
    people.ok("common lena climbing")
    people.ok("common lena rowing")
    assert len(people.ok("common lena --csv --limit 1").splitlines()) == 2
    assert len(people.ok("common lena --csv").splitlines()) > 2
    answer = people.ok("common lena --all")
    assert "rowing" in answer
    assert "climbing" in answer
