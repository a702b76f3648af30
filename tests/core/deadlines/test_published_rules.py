"""Rules of deadlines that the centre publishes: laid over the shipped files, checked alike, dated, and named."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from itertools import permutations

import pytest

from icjims_core.deadlines import Now, deadlines, explain, rules, shipped_calendar, shipped_rules
from icjims_core.deadlines.rules import rules_in_force
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Refused
from icjims_core.publishing import checks as publishing
from icjims_core.publishing import publications
from tests.core.workflow.story import CASE, at, file_of, step

LIBERTY = "02_liberty"
COPY = "n = 12"
"""The hours of D20, the copy of the order to the prosecutor, as the shipped file has them."""


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """What a test installs is gone after it."""
    yield
    rules.install(None)


def text(edition: str, *changes: tuple[str, str], name: str = LIBERTY) -> str:
    """A shipped file as another edition, with these changes."""
    found = (resources.files("icjims_core.deadlines.rules") / f"{name}.toml").read_text(encoding="utf-8")
    for old, new in (('edition = "2026-1"', f'edition = "{edition}"'), *changes):
        assert old in found, old
        found = found.replace(old, new, 1)
    return found


def entry(edition: str, *changes: tuple[str, str], name: str = LIBERTY) -> PublicationEntry:
    return PublicationEntry(1, "deadlines", name, edition, publications.pack(text(edition, *changes, name=name)))


def hours() -> int:
    """The term of D20 that is in force now."""
    return rules_in_force().rule("D20").limit[0].n


def take(*entries: PublicationEntry) -> list[str]:
    """What a workstation does with these editions; why it does not use some of them."""
    found, wrong = rules.published(entries)
    rules.install(found)
    return [str(each) for each in wrong]


def test_a_published_file_lies_over_the_shipped_one_and_the_others_stay() -> None:
    assert hours() == 12
    assert take(entry("2026-2", (COPY, "n = 6"))) == []
    assert hours() == 6
    assert rules_in_force().editions == {**shipped_rules().editions, LIBERTY: "2026-2"}
    assert rules_in_force().rule("D03") == shipped_rules().rule("D03")
    assert take(entry("2026-2", (COPY, "n = 6")), entry("2026-3", (COPY, "n = 8"))) == []
    assert hours() == 8
    assert take() == []
    assert hours() == 12


@pytest.mark.parametrize("old", ["2025-9", "2026-1"])
def test_a_later_edition_that_a_newer_program_brings_lies_on_top(old: str) -> None:
    assert take(entry(old, (COPY, "n = 6"))) == []
    assert hours() == 12


def test_a_file_that_does_not_pass_is_refused_and_the_former_stays() -> None:
    good, other = entry("2026-2", (COPY, "n = 6")), entry("2026-2", name="03_actions")
    for slip, said in (
        ((COPY, 'n = "6"'), "limit"),
        (('at = "copy_to_prosecutor_at"', 'at = "copy_to_judge_at"'), "copy_to_judge_at"),
        (('severity = "A"', 'severity = "A"\nnew_key = 1'), "new_key"),
    ):
        (wrong,) = take(good, entry("2026-3", slip), other)
        assert wrong.startswith("deadline_rules_malformed")
        assert said in wrong
        assert hours() == 6
        assert rules_in_force().editions["03_actions"] == "2026-2"
    (wrong,) = take(PublicationEntry(1, "deadlines", LIBERTY, "2026-2", b"no frame"))
    assert hours() == 12


def test_files_that_need_each_other_are_used_together_whatever_their_order() -> None:
    both = [
        entry("2026-2", ('[[fact]]\nid = "gravity"', NEW_FACT + '[[fact]]\nid = "gravity"'), name="facts"),
        entry("2026-2", ('applies_when = { fact = "child" }', 'applies_when = { fact = "elder" }')),
    ]
    for several in (both, both[::-1]):
        assert take(*several) == []
        assert rules_in_force().editions[LIBERTY] == "2026-2"


def test_what_needs_each_other_is_used_beside_a_later_edition_that_does_not_pass_whatever_the_order() -> None:
    elder = ('applies_when = { fact = "child" }', 'applies_when = { fact = "elder" }')
    adds = ('[[fact]]\nid = "gravity"', NEW_FACT + '[[fact]]\nid = "gravity"')
    renames = ('id = "jury"', 'id = "by_jury"')
    asks = ('fact = "jury"', 'fact = "by_jury"')
    bad = entry("2026-3", (COPY, 'n = "6"'))
    for several in (
        (entry("2026-2", adds, name="facts"), entry("2026-2", elder), bad),
        (entry("2026-3", adds, name="facts"), entry("2026-2", elder), bad),
        (entry("2026-2", renames, name="facts"), entry("2026-2", *[asks] * 3, name="05_court"), entry("2026-2"), bad),
    ):
        for order in permutations(several):
            (wrong,) = take(*order)
            assert "limit" in wrong
            found = rules_in_force().editions
            assert {each.name: found[each.name] for each in several} == {
                each.name: each.edition for each in several if each is not bad
            }


NEW_FACT = """[[fact]]
id = "elder"
sources = []
default = "no"

"""


def test_a_change_of_the_law_is_counted_from_its_day_and_the_explanation_names_law_and_edition() -> None:
    ended = text("2026-2", ('id = "D20"', 'id = "D20"\nvalid_to = 2026-03-31'))
    block = text("2026-2").split('[[rule]]\nid = "D21.1"')[0].split("[defaults]")[1].split("[[rule]]", 1)[1]
    new = block.replace(COPY, "n = 3").replace(
        'id = "D20"', 'id = "D20"\nvalid_from = 2026-04-01\nedition = "2026-04-01"'
    )
    new = new.replace('ru = "Копия постановления о задержании прокурору"', 'ru = "Копия прокурору, по новому закону"')
    body = publications.pack(ended + "\n[[rule]]" + new)
    assert take(PublicationEntry(1, "deadlines", LIBERTY, "2026-2", body)) == []
    found = {}
    for day in ("2026-03-31", "2026-04-01"):
        apprehension = step("apprehension", person="a", actual_at=f"{day} 10:00")
        file = file_of(step("case", CASE), step("person", "a"), apprehension)
        every = deadlines(file, rules_in_force(), shipped_calendar(), Now(at("2026-04-10 10:00")))
        found[day] = next(each for each in every if each.rule == "D20")
    due = [each.due for each in found.values()]
    assert due == [at("2026-03-31 22:00"), at("2026-04-01 13:00")]
    old, young = (rules_in_force().of(each) for each in found.values())
    assert (old.limit[0].n, young.limit[0].n, young.label.ru) == (12, 3, "Копия прокурору, по новому закону")
    said = "\n".join(explain(found["2026-04-01"].explanation, "ru"))
    assert "редакция 2026-04-01 (D20, правила издания 2026-2)" in said
    assert "редакция 2025-08-09 (D20, правила издания 2026-2)" in "\n".join(
        explain(found["2026-03-31"].explanation, "ru")
    )


# --- at the centre ----------------------------------------------------------------------------------------------------


def test_the_centre_takes_the_next_edition_of_a_file() -> None:
    found = publishing.check_deadlines(LIBERTY, tomllib.loads(text("2026-2", (COPY, "n = 6"))), rules_in_force())
    assert (found.edition, len(found.rule)) == ("2026-2", len(shipped_rules().files[LIBERTY].rule))


@pytest.mark.parametrize(
    ("edition", "change", "rule", "params"),
    [
        ("2026-1", (COPY, "n = 6"), "older", {}),
        ("2026-2", (COPY, 'n = "6"'), "malformed", {}),
        ("2026-2", ('id = "D20"', 'id = "D20x"'), "removed", {"code": "D20"}),
        ("2026-2", ('fact = "child"', 'fact = "chid"'), "unknown_name", {"code": "D21.4", "value": "chid"}),
        ("2026-2", ('severity = "A"', 'severity = "A"\nshift = true'), "liberty_shifted", {"code": "D20"}),
        ("2026-2", ('ky = "Туугандарына билдирүү"', 'ky = " "'), "language", {"code": "D21.1", "language": "ky"}),
        ("2026-2", ("n = 45", "n = 99999999"), "no_term", {"code": "D22.1"}),
    ],
)
def test_the_centre_refuses_what_a_workstation_would(
    edition: str, change: tuple[str, str], rule: str, params: dict[str, str]
) -> None:
    with pytest.raises(Refused) as refused:
        publishing.check_deadlines(LIBERTY, tomllib.loads(text(edition, change)), rules_in_force())
    assert refused.value.code == "bad_publication"
    assert refused.value.params["rule"] == rule
    assert params.items() <= refused.value.params.items()


def test_the_centre_takes_no_file_that_the_program_does_not_have() -> None:
    with pytest.raises(Refused) as refused:
        publishing.check_deadlines("08_more", tomllib.loads(text("2026-2")), rules_in_force())
    assert refused.value.params["rule"] == "no_such_rules"
