"""Tables on a narrow terminal: no date and no name is broken that has room, and what has none is broken well."""

from __future__ import annotations

from collections.abc import Sequence

from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, width_of

MEETINGS = (TableColumn("date"), TableColumn("with", "name", wraps=True), TableColumn("what", wraps=True))
LONG = "Bartholomew Featherstonehaughcholmondeley"
ROWS = [
    (
        "3 July",
        f"Lena Vogt, {LONG}",
        "a long lunch about what comes next, first thought of on 20 November 2025",
    ),
    ("3 May", "Ana Ruiz", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"),
]


def drawn(
    width: int, headings: tuple[TableColumn, ...] = MEETINGS, rows: Sequence[tuple[str, ...]] = ROWS
) -> list[str]:
    lines = table(Screen(width), headings, rows).splitlines()
    assert all(width_of(line) <= width for line in lines)
    return lines


def test_names_and_dates_stay_whole_where_there_is_room() -> None:
    assert drawn(80) == [
        "  date    with                                       what",
        "  3 July  Lena Vogt,                                 a long lunch about what",
        "          Bartholomew Featherstonehaughcholmondeley  comes next, first thought",
        "                                                     of on 20 November 2025",
        "  3 May   Ana Ruiz                                   Rindfleischetikettierungsüb",
        "                                                     erwachungsaufgabenübertragu",
        "                                                     ngsgesetz",
    ]


def test_narrower_a_name_is_broken_between_its_words() -> None:
    assert [line[10:40].rstrip() for line in drawn(62)[1:4]] == [
        "Lena Vogt,",
        "Bartholomew",
        "Featherstonehaughcholmondeley",
    ]


def test_a_handle_that_is_too_long_is_broken_after_a_hyphen() -> None:
    people = (
        TableColumn("", "name"),
        TableColumn("meetings", right=True),
        TableColumn("handle", required=True),
    )
    handle = "wolfeschlegelsteinhausen-bergerdorff-ottovordemgentschenfelde"
    assert drawn(60, people, [("Max", "7", handle)]) == [
        "       handle",
        "  Max  wolfeschlegelsteinhausen-bergerdorff-",
        "       ottovordemgentschenfelde",
    ]


def test_on_paper_too_narrow_for_anything_all_of_it_stands() -> None:
    assert (
        "".join(line.strip() for line in drawn(6, (TableColumn("", "name"),), [("Ana-Maria",)]))
        == "Ana-Maria"
    )


def test_in_a_pipe_nothing_is_broken() -> None:
    assert table(Screen(), MEETINGS, ROWS).splitlines()[2].split("  ")[-1] == ROWS[1][2]
