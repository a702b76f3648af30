"""A case file gives the rules every value that stands, one alternative each, and what follows from them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest

from icjims_core.declarations.schema import Archetype, Earliest, Field, Gravity, Kind, Latest, Merge, RecordType
from icjims_core.declarations.words import Label, Words
from icjims_core.law.casefile import MAX_ALTERNATIVES, Step, case_file, claims, units_from

WORDS = Words(Label("а", "а", "a"))
DECLARED = RecordType(
    "hold",
    1,
    WORDS,
    Archetype.EVENT,
    (
        Field("person", Kind.REF, WORDS, target="person"),
        Field("article", Kind.CODE, WORDS, unit="suspicion", codes="criminal_code_article"),
        Field("part", Kind.TEXT, WORDS, unit="suspicion"),
        Field("gravity", Kind.CODE, WORDS, codes="gravity", derived=Gravity("article", "part")),
        Field("times", Kind.STATEMENT, WORDS, merge=Merge.APPEND),
        Field("first", Kind.TIMESTAMP, WORDS, derived=Earliest("times")),
        Field("last", Kind.TIMESTAMP, WORDS, derived=Latest("times")),
        Field("ordered_at", Kind.TIMESTAMP, WORDS),
        Field("supersedes", Kind.REF, WORDS, target="hold"),
    ),
    roles=("investigator",),
)
THEFT = {"article": "205", "part": "2"}
ROBBERY = {"article": "206", "part": "4"}


def step(**units: tuple[Mapping[str, object], ...]) -> Step:
    return Step("01", "hold", DECLARED, units)  # type: ignore[arg-type]


def test_agreed_values_are_one_alternative_with_what_follows() -> None:
    told = [{"at": "2026-03-07T23:40+06:00", "source": "person"}, {"at": "2026-03-07T22:10+06:00", "source": "lawyer"}]
    found = step(suspicion=(THEFT,), times=({"times": told},), person=({"person": "p"},)).values()
    assert (found["gravity"], found["first"], found["last"]) == ("L", told[1]["at"], told[0]["at"])


def test_each_standing_value_of_a_wanted_unit_is_an_alternative() -> None:
    disputed = step(suspicion=(THEFT, ROBBERY), ordered_at=({"ordered_at": "1"}, {"ordered_at": "2"}))
    assert [each["gravity"] for each in disputed.alternatives("gravity")] == ["L", "O"]
    assert [each.get("ordered_at") for each in disputed.alternatives("gravity")] == [None, None]
    assert len(list(disputed.alternatives("gravity", "ordered_at"))) == 4
    assert disputed.in_conflict("gravity")
    assert not disputed.in_conflict("times")
    assert "article" not in disputed.values()


def test_a_flood_of_conflicts_is_cut_off() -> None:
    many = tuple({"ordered_at": str(each)} for each in range(MAX_ALTERNATIVES * 2))
    assert len(list(step(ordered_at=many).alternatives("ordered_at"))) == MAX_ALTERNATIVES


def test_the_file_is_the_same_in_any_order_and_leaves_out_what_was_annulled() -> None:
    first = Step("01", "person", DECLARED)
    other = Step("02", "hold", DECLARED, units_from(DECLARED, {"person": "01"}))
    gone = dataclasses.replace(other, id="03", annulled=True)
    assert case_file("c", [gone, other, first]) == case_file("c", [first, gone, other])
    file = case_file("c", [gone, other, first])
    assert file.persons() == ("01",)
    assert file.about("01", "hold") == (other,)
    assert file.of("hold", annulled=True) == (other, gone)


@pytest.mark.parametrize(("article", "part", "gravity"), [("205", "1", "N"), ("206", "4", "O"), ("999", "1", None)])
def test_gravity_belongs_to_the_part(article: str, part: str, gravity: str | None) -> None:
    assert step(suspicion=({"article": article, "part": part},)).values().get("gravity") == gravity


def test_an_act_ends_by_the_one_in_its_place_where_that_holds_and_until_it_is_annulled() -> None:
    old = Step("01", "hold", DECLARED)
    new = Step("02", "hold", DECLARED, units_from(DECLARED, {"supersedes": "01"}))
    assert list(claims([new, old])) == [("02", "01")]
    assert case_file("c", [new, old]).of("hold") == (old, new), "what only says so ends nothing"
    assert case_file("c", [new, old], [("02", "01")]).of("hold") == (new,)
    withdrawn = dataclasses.replace(new, annulled=True)
    assert case_file("c", [withdrawn, old], [("02", "01")]).of("hold") == (old,)
    assert case_file("c", [Step("02", "hold", DECLARED), old], [("02", "01")]).of("hold")[0] == old
    itself = Step("03", "hold", DECLARED, units_from(DECLARED, {"supersedes": "03"}))
    assert case_file("c", [itself], [("03", "03")]).of("hold") == (itself,)


def test_acts_that_name_each_other_in_a_ring_end_none_of_it() -> None:
    several = [
        Step(name, "hold", DECLARED, units_from(DECLARED, {"supersedes": former}))
        for name, former in (("01", "02"), ("02", "01"), ("03", "02"))
    ]
    file = case_file("c", several, [*claims(several)])
    assert [each.id for each in file.of("hold")] == ["01", "02", "03"]
