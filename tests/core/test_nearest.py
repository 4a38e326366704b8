"""The nearest to a name that nothing has."""

from netbook.core.nearest import choices, nearest, nearest_names, nearest_word

NAMES = {1: "lena vogel", 2: "omar haddad", 3: "lea vogel", 4: "sam okafor"}


def test_whole_names() -> None:
    assert nearest("lena vogl", NAMES) == [1, 3]
    assert nearest("xyzzy", NAMES) == []


def test_word_by_word() -> None:
    names = {5: "maximilian alexander featherstonehaugh"}
    assert nearest("alxndr", names) == []
    assert nearest("alxndr", names, by_word=True) == [5]


def test_names_are_shown_as_they_are_spelt() -> None:
    assert nearest_names("climbin", {"climbing": "Climbing", "chess": "chess"}) == ["Climbing"]


def test_a_word_of_a_list() -> None:
    assert nearest_word("Peer", ["peers", "team"]) == "peers"
    assert nearest_word("zzz", ["peers", "team"]) is None
    assert choices("peer", ["peers", "team"]) == "did you mean peers? There are peers, team"
    assert choices("zzz", ["peers"]) == "there are peers"
    assert choices("zzz", []) == "there are none"
