"""The picture keeps its promises whoever is in it: no two names overlap, and nothing leaves the page."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.roots_layout import (
    PAGE,
    SAPLING,
    TALLEST,
    Joint,
    Layout,
    Stem,
    in_order,
    lay_out,
    text_width,
    tree_height,
)  # fmt: skip

names = st.one_of(
    st.sampled_from(
        ["Ana", "Bo Lind", "Margarethe von Mühlenberg-Saltmarsh", "王小明", "W" * 60, "a b c d e f"]
    ),
    st.text(min_size=1, max_size=40).filter(str.strip),
)


@st.composite
def pictures(draw: st.DrawFn) -> tuple[list[Stem], list[str], list[Joint]]:
    circles = draw(st.lists(names, min_size=1, max_size=9))
    number = draw(st.integers(0, 90))
    some = st.integers(0, len(circles) - 1)
    stems = [Stem(draw(names), draw(some), draw(st.integers(0, 400))) for _ in range(number)]
    if number < 2:
        return stems, circles, []
    ends = st.lists(st.integers(0, number - 1), min_size=2, max_size=2, unique=True)
    links = []
    for a, b in draw(st.lists(ends, max_size=40)):
        links.append(Joint(a, b, draw(st.floats(0.1, 6)), draw(names)))
    return stems, circles, links


@given(pictures())
@settings(max_examples=40)
def test_no_two_names_overlap_and_all_are_within_the_page(
    picture: tuple[list[Stem], list[str], list[Joint]],
) -> None:
    layout = lay_out(*picture)
    boxes = [tree.name.box for tree in layout.trees] + [circle.name.box for circle in layout.circles]
    boxes += [root.label.box for root in layout.roots if root.label]
    for one, other in combinations(boxes, 2):
        apart = (
            one.right <= other.left or other.right <= one.left
            or one.bottom <= other.top or other.bottom <= one.top
        )  # fmt: skip
        assert apart, (one, other)
    for box in boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= layout.width
        assert box.bottom <= layout.height
    for root in layout.roots:
        assert 0 <= root.left <= root.right <= layout.width
        assert layout.ground + 0.75 * root.depth < layout.height


def seventy(limit: int) -> Layout:
    stems = [Stem(f"Person {number}", number % 3, number) for number in range(limit)]
    return lay_out(stems, ["team", "peers", "mentors", "nobody's"], [])


def test_a_page_holds_sixty_trees_and_grows_with_more() -> None:
    assert seventy(60).width == PAGE
    assert seventy(200).width > PAGE


def test_few_names_stand_side_by_side_in_two_lines() -> None:
    stems = [Stem("Lena Lantern", 0, 3), Stem("Omar Otter", 0, 1)]
    layout = lay_out(stems, ["peers"], [])
    assert not layout.upright
    assert [tree.name.lines for tree in layout.trees] == [("Lena", "Lantern"), ("Omar", "Otter")]
    assert lay_out([Stem("Margarethe Mühlenberg", 0, 1)] * 20, ["peers"], []).upright


def test_trees_stand_by_circle_and_near_those_they_are_joined_to() -> None:
    stems = [Stem("a", 1, 1), Stem("b", 0, 1), Stem("c", 0, 1), Stem("d", 0, 1)]
    assert in_order(stems, 2, [Joint(1, 0, 5.0, "")])[0][-1] == 1
    assert in_order(stems, 3, [])[2] == []


def test_a_tree_is_taller_with_more_contact() -> None:
    heights = [tree_height(contacts, 100) for contacts in (0, 1, 2, 20, 100)]
    assert heights == sorted(heights)
    assert (heights[0], heights[-1]) == (SAPLING, TALLEST)


def test_the_same_label_is_not_repeated_nearby() -> None:
    stems = [Stem(f"p{number}", 0, 1) for number in range(4)]
    links = [Joint(a, b, 1.0, "chess") for a, b in combinations(range(4), 2)]
    labels = [root.label for root in lay_out(stems, ["peers"], links).roots]
    assert any(label is None for label in labels)
    assert any(labels)


def test_a_text_takes_the_room_of_its_letters() -> None:
    assert text_width("iii", 10) < text_width("mmm", 10) < text_width("王王王", 10)
