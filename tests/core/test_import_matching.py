"""When two addresses, links or names are one, and what a record adds to a card."""

from __future__ import annotations

from time import process_time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.drafts import PersonDraft
from netbook.core.import_matching import KnownPerson, PeopleIndex, email_key, names_agree
from netbook.core.links import is_one_persons, profile_key
from netbook.core.phones import Dialling
from netbook.core.postal import PostalAddress

ADA = "linkedin.com/in/ada-müller"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.linkedin.com/in/ada-müller",
        "http://linkedin.com/in/ada-müller/",
        "https://DE.LinkedIn.com/in/Ada-Müller?originalSubdomain=de",
        "https://www.linkedin.com/in/ada-m%C3%BCller/#about",
        "https://www.linkedin.com/in/ada-mu\u0308ller/details/experience/",
        "https://www.linkedin.com/mwlite/in/ada-müller",
        "www.linkedin.com/in/ada-müller",
        "linkedin.com/in/ada-müller  ",
    ],
)
def test_a_linkedin_profile_is_one_however_it_is_written(url: str) -> None:
    assert profile_key(url) == ADA


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://example.org/", "example.org"),
        ("HTTPS://WWW.Example.org/People/Ada/", "example.org/People/Ada"),
        ("https://example.org/profile.php?id=1#top", "example.org/profile.php?id=1"),
        ("https://www.linkedin.com/profile/view?id=1", "linkedin.com/profile/view?id=1"),
        ("https://www.linkedin.com/company/acme/", "linkedin.com/company/acme"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_other_links_keep_what_tells_them_apart(url: str, key: str) -> None:
    assert profile_key(url) == key


def test_only_a_personal_profile_is_one_persons() -> None:
    assert is_one_persons(ADA)
    assert not is_one_persons(profile_key("https://www.linkedin.com/in/"))
    assert not is_one_persons(profile_key("https://www.linkedin.com/company/acme"))
    assert not is_one_persons(profile_key("https://example.org/in/ada"))


def test_case_does_not_matter_in_an_address() -> None:
    assert email_key("Ada@Example.ORG") == email_key("ada@example.org")


@given(st.text(st.characters(categories=["Ll", "Nd"], max_codepoint=0xFF), min_size=1, max_size=40))
def test_country_case_and_percent_signs_make_no_difference(slug: str) -> None:
    assert profile_key(f"https://se.linkedin.com/in/{quote(slug)}/?trk=x") == profile_key(
        f"linkedin.com/in/{slug.upper()}"
    )


@given(st.text(max_size=60))
def test_any_text_has_a_key(text: str) -> None:
    assert profile_key(text) == profile_key(f" {text} ")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("ana ruiz", "ana ruiz", True),
        ("ana ruiz", "anaruiz", True),
        ("ana ruiz", "ruiz ana", True),
        ("ana ruiz", "ana maria ruiz", True),
        ("a ruiz", "ana ruiz", True),
        ("ana", "ana ruiz", True),
        ("ana ruiz", "luis ruiz", False),
        ("ana ruiz", "ana vogt", False),
        ("a r", "ana ruiz", False),
        ("john smith", "jane smith", False),
        ("ana ana", "ana ruiz", False),
        ("", "ana", False),
    ],
)
def test_names_that_can_be_one_persons(one: str, other: str, agree: bool) -> None:
    assert names_agree(one, other) is agree
    assert names_agree(other, one) is agree


def known(number: int, name: str, **keys: set[str]) -> KnownPerson:
    return KnownPerson(number, f"uid-{number}", f"handle-{number}", name, {}, dict(keys))


def test_a_uid_is_surer_than_a_profile_and_a_profile_than_an_address() -> None:
    book = PeopleIndex(
        [
            known(1, "Ada Example", emails={"ada@example.org"}),
            known(2, "Ada Example", urls={"linkedin.com/in/ada"}),
            known(3, "Somebody Else"),
        ],
        next_id=4,
        dialling=Dialling(lambda: None),
    )
    draft = PersonDraft(
        name="Ada Example", emails=("ada@example.org",), urls=("https://linkedin.com/in/ada",)
    )
    by_profile = book.take("another", draft)
    assert by_profile.card is not None
    assert by_profile.card.id == 2
    by_uid = book.take("uid-3", draft)
    assert by_uid.card is not None
    assert by_uid.card.id == 3
    # Now two have the profile: whose record it is, is not clear.
    unclear = book.take("another", draft)
    assert (unclear.card, unclear.fate) == (None, "skipped")


def test_a_new_card_has_a_number_a_free_handle_and_all_that_was_said() -> None:
    book = PeopleIndex([known(1, "Ada Example")], next_id=2, dialling=Dialling(lambda: None))
    draft = PersonDraft(name="Handle 1", org="Acme", aliases=("handle 1", "Hal"), emails=("h@example.org",))
    taken = book.take("new", draft)
    assert taken.card is not None
    assert (taken.card.id, taken.card.handle, taken.card.new) == (2, "handle-1-2", True)
    assert taken.card.facts == {"org": "Acme"}
    # An alias that is the name itself says nothing.
    assert taken.card.more == [("aliases", "Hal"), ("emails", "h@example.org")]
    again = book.take("new", draft)
    assert (again.card, again.fate, again.remarks) == (taken.card, "same", ())


@pytest.mark.parametrize(
    ("here", "there", "news"),
    [
        ("Zurich", "Zurich, Switzerland", False),
        ("Zürich, ZH, Switzerland", "zurich, switzerland", False),
        ("Switzerland", "Zurich, Switzerland", False),
        ("Zurich, Switzerland", "Basel, Switzerland", True),
        ("Zurich", "Zurich Oerlikon", True),
    ],
)
def test_a_place_that_is_only_more_precise_is_no_news(here: str, there: str, *, news: bool) -> None:
    ada = known(1, "Ada Example")
    ada.facts["place"] = here
    book = PeopleIndex([ada], next_id=2, dialling=Dialling(lambda: None))
    taken = book.take("uid-1", PersonDraft(name="Ada Example", place=there))
    assert (bool(taken.remarks), bool(taken.differs)) == (news, news)


def test_very_many_numbers_and_addresses_are_not_compared_each_with_each() -> None:
    book = PeopleIndex([], next_id=1, dialling=Dialling(lambda: None))
    draft = PersonDraft(
        name="Ada Example",
        phones=tuple(f"+4420{number:08}" for number in range(3_000)),
        addresses=tuple(PostalAddress(f"{number} High Street, York") for number in range(3_000)),
    )
    begun = process_time()
    taken = book.take("u", draft)
    assert process_time() - begun < 1
    assert taken.card is not None
    assert len(taken.card.more) == 6_000
