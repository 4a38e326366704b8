"""Which two people may be one: a table of pairs, and what holds for all of them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netbook.core.duplicate_candidates import candidates
from netbook.core.duplicates import DuplicatePair, Somebody, Verdict, company, judge, settled
from netbook.core.import_matching import email_key
from netbook.core.links import profile_key
from netbook.core.name_similarity import alike, parsed, sound
from netbook.core.names import fold
from netbook.core.nicknames import first_letters, related
from netbook.core.phones import Dialling, compared, phone_key


def somebody(name: str, number: int = 1, more: dict[str, str] | None = None) -> Somebody:
    """A person from plain words; `alias`, `email`, `url` and `phone` are one each."""
    more = dict(more or {})
    names = [name, more.pop("alias")] if "alias" in more else [name]
    email, url, phone = (more.pop(what, None) for what in ("email", "url", "phone"))
    facts = {what: value if what == "birthday" else fold(value) for what, value in more.items()}
    if "org" in facts:
        facts["org"] = company(facts["org"])
    return Somebody(
        number,
        tuple(parsed(fold(one)) for one in names),
        frozenset([email_key(email)] if email else []),
        frozenset([profile_key(url)] if url else []),
        frozenset(compared([phone_key(phone)] if phone else [], Dialling(lambda: None)).values()),
        **facts,  # type: ignore[arg-type]
    )


def verdict(
    one: Somebody, other: Somebody, *, together: bool = False, introduced: bool = False
) -> Verdict | None:
    return judge(one, other, {}, together=together, introduced=introduced)


def sure(one: Somebody, other: Somebody, **more: bool) -> str | None:
    result = verdict(one, other, **more)
    return result.sure if result else None


MAIL = {"email": "smith@example.org"}
HOME = {"org": "Acme", "place": "Leeds"}
AWAY = {"org": "Bolt & Co", "place": "Oslo"}
LINKED = {"url": "https://www.linkedin.com/in/somebody"}

NAMES_ALONE = [
    ("Ana Ruiz", "Ana Ruiz", "possible"),
    ("ANA  RUIZ", "Ana Ruíz", "possible"),
    ("Ana Ruiz", "Ruiz, Ana", "possible"),
    ("Ana Ruiz", "Ana María Ruiz", "possible"),
    ("Ana Ruiz", "Ana Ruiz López", "possible"),
    ("Dr. Ana Ruiz", "Ana Ruiz, PhD", "possible"),
    ("Bob Miller", "Robert Miller", "possible"),
    ("Bill Thornton", "William Thornton", "possible"),
    ("Sasha Orlov", "Alexander Orlov", "possible"),
    ("Kate Harbour", "Katherine Harbour", "possible"),
    ("Michael Thornton", "Micheal Thornton", "possible"),
    ("Philip Marlowe", "Phillip Marlowe", "possible"),
    ("Jürgen Müller", "Juergen Mueller", "possible"),
    ("Anna Fitzgerald", "Anna Fitzgerlad", "possible"),
    ("Łukasz Wójcik", "Lukasz Wojcik", "possible"),
    ("王小明", "王小明", "possible"),
    ("山田 太郎", "山田太郎", "possible"),
    ("Анна Каренина", "Каренина Анна", "possible"),
    # A family, or two people whose names only look alike.
    ("John Smith", "Joan Smith", None),
    ("Smith John", "Joan Smith", None),
    ("Maria Rossi", "Mario Rossi", None),
    ("Martin Hale", "Martina Hale", None),
    ("Daniel Hale", "Danielle Hale", None),
    ("Alexander Orlov", "Alexandra Orlov", None),
    ("Hasan Demirel", "Hasana Demirel", None),
    ("John Smith", "John Smythe-Jones", None),
    ("John A. Smith", "John B. Smith", None),
    ("John Smith Jr", "John Smith Sr", None),
    ("John Smith II", "John Smith III", None),
    ("Lena Vogt", "Nora Vogt", None),
    ("Sara Vogt", "Zara Vogt", None),
    ("Bo Li", "Bo Lu", None),
    ("Bo Li", "Bo Liu", None),
    ("王伟", "王薇", None),
    ("Nina Hart", "Nina Hard", None),
    ("Guest Number1001", "Guest Number1002", None),
    # Too little of a name to go by.
    ("Ana", "Ana", None),
    ("Ana", "Ana Ruiz", None),
    ("A. Ruiz", "Ana Ruiz", None),
    ("A. R.", "Ana Ruiz", None),
    ("Li", "Li", None),
    ("☂", "☂", None),
]
WITH_MORE = [
    # An address or a profile: certain, unless a family shares it.
    (("Ana Ruiz", MAIL), ("Ana Ruiz", MAIL), "certain"),
    (("Ana Ruiz", MAIL), ("Ruiz Ana", MAIL), "certain"),
    (("Bob Smith", MAIL), ("Robert Smith", MAIL), "certain"),
    (("Lena Vogt", MAIL), ("Nora Vogt", MAIL), "possible"),
    (("J. Smith", MAIL), ("John Smith", MAIL), "certain"),
    (("John", MAIL), ("John Smith", MAIL), "certain"),
    (("Micheal Thornton", MAIL), ("Michael Thornton", MAIL), "likely"),
    (("王伟", MAIL), ("Wei Wang", MAIL), "likely"),
    (("John Smith", MAIL), ("Joan Smith", MAIL), None),
    (("Maria Smith", MAIL), ("Mario Smith", MAIL), None),
    (("Smith John", MAIL), ("Smith Joan", MAIL), None),
    (("Mr Smith", MAIL), ("Mrs Smith", MAIL), "possible"),
    (("John Smith Jr", MAIL), ("John Smith Sr", MAIL), "possible"),
    (("John Smith Jr", MAIL), ("John Smith", MAIL), "likely"),
    (("Ana Ruiz", MAIL | HOME), ("Ana Harbour", MAIL | HOME), "possible"),
    (("Ana Ruiz", MAIL | HOME), ("Peter Lund", MAIL | HOME), "possible"),
    (("Ana Ruiz", {"email": "info@example.org"}), ("Peter Lund", {"email": "info@example.org"}), None),
    (("Ana Ruiz", {"email": "info@example.org"}), ("Ana Ruiz", {"email": "INFO@Example.org"}), "certain"),
    (("Ana Ruiz", LINKED), ("Ana Harbour", LINKED), "certain"),
    (("Ana Ruiz", LINKED | AWAY), ("Anna Ruiz", LINKED | HOME), "certain"),
    (("John Smith", LINKED), ("Joan Smith", LINKED), "possible"),
    (("Ana Ruiz", MAIL | {"birthday": "1980-05-01"}), ("Ana Ruiz", MAIL | {"birthday": "--05-01"}), "certain"),
    (("Ana Ruiz", MAIL | {"birthday": "1980-05-01"}), ("Ana Ruiz", MAIL | {"birthday": "1980-06-01"}), "possible"),
    # A name and something else.
    (("Ana Ruiz", HOME), ("Ana Ruiz", HOME), "likely"),
    (("Ana Ruiz", HOME), ("Ana Ruiz", AWAY), "possible"),
    (("Ana Ruiz", {"org": "Acme Inc."}), ("Ana Ruiz", {"org": "ACME"}), "likely"),
    (("A. Ruiz", HOME), ("Ana Ruiz", HOME), "possible"),
    (("Ana", HOME), ("Ana Ruiz", HOME), "possible"),
    (("Bob Miller", HOME), ("Robert Miller", HOME), "likely"),
    (("Bob Miller", HOME), ("Robert Miller", AWAY), None),
    (("Ana Ruiz", {"phone": "+44 113 496 0001"}), ("Ana Ruiz", {"phone": "0113 4960001"}), "likely"),
    (("John Smith", {"phone": "+44 113 496 0001"}), ("Joan Smith", {"phone": "0113 4960001"}), None),
    (("Ana Ruiz", {"phone": "1234"}), ("Ana Ruiz", {"phone": "1234"}), "possible"),
    (("Ana Ruiz", {"email": "ana.ruiz@acme.org"}), ("Ana Ruiz", {"email": "ana.ruiz@mail.org"}), "likely"),
    (("Ana Ruiz", {"email": "info@acme.org"}), ("Ana Ruiz", {"email": "info@bolt.org"}), "possible"),
    (("Ana Ruiz", {"birthday": "1980-05-01"}), ("Ana Ruiz", {"birthday": "1980-05-01"}), "likely"),
    (("Ana Ruiz", {"birthday": "1980-05-01"}), ("Ana Ruiz", {"birthday": "1981-05-01"}), None),
    (("Ana Ruiz", {"birthday": "1980-05-01"} | HOME), ("Ana Lund", {"birthday": "1980-05-01"} | HOME), "possible"),
    (("Ana Ruiz", LINKED), ("Ana Ruiz", {"url": "linkedin.com/in/another"}), None),
    (("Ana Ruiz", LINKED | MAIL), ("Ana Ruiz", MAIL | {"url": "linkedin.com/in/another"}), "likely"),
    (("Ana Ruiz", {"alias": "Nina Harbour"}), ("Nina Harbour", {}), "possible"),
    (("Ana Ruiz", {"alias": "Nina Harbour"} | MAIL), ("Nina Harbour", MAIL), "certain"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), NAMES_ALONE)
def test_a_name_alone(one: str, other: str, expected: str | None) -> None:
    assert sure(somebody(one), somebody(other)) == expected


@pytest.mark.parametrize(("one", "other", "expected"), WITH_MORE)
def test_a_name_and_more(
    one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]], expected: str | None
) -> None:
    assert sure(somebody(one[0], more=one[1]), somebody(other[0], more=other[1])) == expected


@pytest.mark.parametrize("apart", ["together", "introduced"])
def test_two_who_met_or_were_introduced_are_two(apart: str) -> None:
    one, other = somebody("Ana Ruiz", more=HOME), somebody("Ana Ruiz", more=HOME)
    assert (sure(one, other), sure(one, other, **{apart: True})) == ("likely", None)
    one, other = somebody("Ana Ruiz", more=MAIL), somebody("Ana Ruiz", more=MAIL)
    assert (sure(one, other), sure(one, other, **{apart: True})) == ("certain", "possible")


def test_the_reason_says_what_agrees_and_what_does_not() -> None:
    one = somebody("Bob Miller", more={"org": "Acme", "phone": "0113 496 0001", "birthday": "1980-05-01"})
    other = somebody(
        "Robert Miller", more={"org": "Acme Ltd", "phone": "0113 496 0001", "birthday": "1980-06-01"}
    )
    results = verdict(one, other)
    assert results == Verdict(
        "possible", 52,
        "Bob and Robert can be one name; the same phone number; the same organisation; but different birthdays",
    )  # fmt: skip


def test_a_domain_that_very_many_share_says_nothing() -> None:
    one, other = (somebody("Ana Ruiz", more={"email": address}) for address in ("a@acme.org", "b@acme.org"))
    assert (judge(one, other, {"@acme.org": 200}) or pytest.fail("none")).sure == "likely"
    assert (judge(one, other, {"@acme.org": 201}) or pytest.fail("none")).sure == "possible"


def test_a_spelling_that_others_have_too_is_hardly_a_slip() -> None:
    one, other = somebody("Anna Thornton"), somebody("Anna Thorntan")
    assert judge(one, other, {"thornton": 1, "thorntan": 1}) is not None
    assert judge(one, other, {"thornton": 2, "thorntan": 1}) is not None
    assert judge(one, other, {"thornton": 2, "thorntan": 2}) is None


def test_an_initial_that_fits_two_is_certain_of_neither() -> None:
    people = {1: somebody("J Smith", 1, MAIL), 2: somebody("John Smith", 2, MAIL),
              3: somebody("Joan Smith", 3, MAIL)}  # fmt: skip
    results = []
    for other in (2, 3):
        judged = verdict(people[1], people[other])
        assert judged is not None
        results.append(DuplicatePair(1, other, judged))
    assert [pair.verdict.sure for pair in results] == ["certain", "certain"]

    def may_be_one(a: int, b: int) -> bool:
        return verdict(people[a], people[b]) is not None

    pairs = settled(results, may_be_one)
    assert [pair.verdict.sure for pair in pairs] == ["likely", "likely"]
    assert pairs[0].verdict.because.endswith("; but it fits somebody else as well")
    assert [pair.verdict.sure for pair in settled(results[:1], may_be_one)] == ["certain"]


names = st.sampled_from(
    ["Ana Ruiz", "Ruiz Ana", "A Ruiz", "Ana", "Anna Ruis", "Bob Miller", "Robert Miller", "Bob", "王伟", "Wei Wang",
     "John Smith", "Joan Smith", "John Smith Jr", "Mrs Smith", "Li", "☂"]
) | st.text(min_size=1, max_size=12).filter(lambda text: fold(text) != "")  # fmt: skip
facts = st.fixed_dictionaries(
    {},
    optional={
        "org": st.sampled_from(["Acme", "Bolt"]),
        "place": st.sampled_from(["Leeds", "Oslo"]),
        "phone": st.sampled_from(["0113 496 0001", "0113 496 0002"]),
        "birthday": st.sampled_from(["1980-05-01", "--05-01", "1981-05-01"]),
        "email": st.sampled_from(["ana.ruiz@acme.org", "ana.ruiz@bolt.org", "info@acme.org"]),
        "url": st.sampled_from(["linkedin.com/in/ana", "linkedin.com/in/bo", "example.org/ana"]),
        "alias": names,
    },
)
people = st.builds(lambda name, more: somebody(name, more=more), names, facts)


@settings(max_examples=50)
@example(
    somebody("Ana", more={"phone": "0113 496 0001", "alias": "0"}),
    somebody("Aȴ", more={"phone": "0113 496 0001", "alias": "Ana Ruiz"}),
    False,
)
@given(people, people, st.booleans())
def test_it_does_not_matter_who_is_named_first(one: Somebody, other: Somebody, apart: bool) -> None:
    assert verdict(one, other, together=apart) == verdict(other, one, together=apart)


@settings(max_examples=50)
@given(people, people)
def test_nothing_but_an_address_or_a_profile_is_certain(one: Somebody, other: Somebody) -> None:
    result = verdict(one, other)
    if result is not None and result.sure == "certain":
        assert one.emails & other.emails or one.links & other.links
    if result is not None:
        assert 45 <= result.score <= 100
        assert (result.score == 100) == (result.sure == "certain")


@settings(max_examples=50)
@given(names, names)
def test_names_are_alike_both_ways(one: str, other: str) -> None:
    left, right = parsed(fold(one)), parsed(fold(other))
    assert alike(left, right) == alike(right, left)
    assert alike(left, left).score >= 30


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [case for case in NAMES_ALONE if case[2]],
)
def test_pairs_that_may_be_one_are_looked_at(one: str, other: str, expected: str) -> None:
    assert candidates([somebody(one, 1), somebody("Uma Umbrella", 2), somebody(other, 3)]) == {(1, 3)}


@pytest.mark.parametrize(("one", "other", "expected"), [case for case in WITH_MORE if case[2]])
def test_pairs_with_more_are_looked_at(
    one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]], expected: str
) -> None:
    everybody = [somebody(one[0], 1, one[1]), somebody(other[0], 2, other[1])]
    assert candidates(everybody) == {(1, 2)} == candidates(everybody, 2)


def test_not_everybody_is_compared_with_everybody() -> None:
    crowd = [somebody(f"Ana Ruiz {number}", number) for number in range(1000)]
    assert 0 < len(candidates(crowd)) < 100_000
    assert candidates(crowd, 7) == {(min(7, other), max(7, other)) for other in range(1000) if other != 7}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("bob", "robert", "form"), ("bill", "william", "form"), ("sasha", "alexander", "form"),
        ("sasha", "alexandra", "form"), ("alexander", "alexandra", None), ("kate", "katherine", "form"),
        ("jack", "john", "form"), ("john", "joan", None), ("john", "ivan", "kin"), ("lena", "nora", "kin"),
        ("bob", "rob", "kin"), ("bob", "bill", None), ("unheard", "unheard", None),
    ],
)  # fmt: skip
def test_forms_of_one_given_name(one: str, other: str, relation: str | None) -> None:
    assert related(one, other) == related(other, one) == relation
    if relation:
        assert first_letters(one) & first_letters(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("meyer", "meier"), ("meyer", "maier"), ("mueller", "muller"), ("philipp", "filip"), ("erik", "eric"),
     ("sarah", "sara"), ("schneider", "snaider")],
)  # fmt: skip
def test_spellings_that_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_companies() -> None:
    assert company("acme inc") == company("the acme co") == "acme"
    assert company("the limited") == "the limited"
