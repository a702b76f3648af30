"""Code lists are complete and consistent; every problem that the product raises has its sentences."""

from __future__ import annotations

import ast
import re
import string
from itertools import product
from pathlib import Path

import pytest

import icjims_core
from icjims_core import codes, problem_texts
from icjims_core.problem import Problem, Refused
from icjims_core.problem_texts import LANGUAGES, known_codes, problem_parts, problem_text

ROOT = Path(icjims_core.__file__).parent.parent
NAMES = codes.names()
PARENTS = {
    "office": "region",
    "region": "region",
    "iccs": "iccs",
    "criminal_code_article": "criminal_code_chapter",
    "participant_role": "person_category",
    "exclusion_ground": "rehabilitation_effect",
    "punishment": "punishment_group",
}
RAISED = re.compile(r"^(Problem|Refused|Broken|Locked|Unreachable|advise)$")


@pytest.mark.parametrize("name", NAMES)
def test_a_list_names_its_edition_and_labels_its_codes(name: str) -> None:
    listed = codes.code_list(name)
    assert listed.edition
    assert listed.source
    assert listed.entries
    for entry in listed.entries.values():
        assert entry.code == entry.code.strip()
        assert all(text and text == text.strip() for text in entry.label)
        assert "ru" not in entry.missing
        assert entry.missing <= entry.unverified
        assert "ky" in entry.missing or re.search("[А-Яа-яЁёҢңӨөҮү]", entry.label.ky)
        assert "en" in entry.missing or not re.search("[А-Яа-яЁё]", entry.label.en)


@pytest.mark.parametrize("name", NAMES)
def test_every_code_is_labelled_in_three_languages(name: str) -> None:
    missing = [each.code for each in codes.code_list(name).entries.values() if each.missing]
    assert missing == []


def test_every_article_is_mapped_to_the_international_classification_and_says_what_nobody_checked() -> None:
    known = codes.code_list("iccs")
    articles = codes.code_list("criminal_code_article").entries.values()
    assert [each.code for each in articles if each.iccs not in known] == []
    assert [each.code for each in articles if "iccs" not in each.unverified] == []
    doubtful = [each.code for each in articles if "gravity" in each.unverified]
    assert doubtful == ["128", "141", "142", "147", "152", "270", "289", "294", "299"]


@pytest.mark.parametrize(("name", "parents"), PARENTS.items())
def test_parents_are_codes_of_the_list_that_the_source_names(name: str, parents: str) -> None:
    named = [each.parent for each in codes.code_list(name).entries.values() if each.parent]
    assert named
    assert [parent for parent in named if parent not in codes.code_list(parents)] == []


def test_the_lists_hold_what_the_law_and_the_contract_count() -> None:
    assert len(codes.code_list("criminal_code_article").entries) == 308
    assert len(codes.code_list("office").entries) == 174
    assert len(codes.code_list("role").entries) == 16
    assert len(codes.code_list("restraint").entries) == 7
    assert list(codes.code_list("gravity").entries) == ["N", "L", "T", "O"]


@pytest.mark.parametrize(
    ("article", "part", "expected"),
    [
        ("122", "1", "O"),
        ("205", "1", "N"),
        ("205", "4", "T"),
        ("221", "1-1", "N"),
        ("177", "", "L"),
        ("205", "", None),
        ("205", "9", None),
        ("999", "1", None),
        ("219", "1", None),
    ],
)
def test_gravity_belongs_to_the_part(article: str, part: str, expected: str | None) -> None:
    assert codes.gravity(article, part) == expected


def test_every_part_has_a_gravity_of_the_list() -> None:
    for entry in codes.code_list("criminal_code_article").entries.values():
        assert entry.parts or entry.valid_to
        assert set(entry.parts.values()) <= set(codes.code_list("gravity").entries)


def test_a_repealed_code_is_known_but_not_in_force() -> None:
    listed = codes.code_list("office")
    assert "300" in listed
    assert not listed.entries["300"].in_force("2026-01-01")
    assert listed.entries["300"].in_force("2020-01-01")
    assert listed.entries["051"].in_force("2026-01-01")


def test_labels_of_codes() -> None:
    assert codes.code_list("sex").label("female", "ky") == "аял"
    assert codes.code_list("sex").label("female", "fr") == "женский"
    assert codes.code_list("sex").label("?", "ky") == "?"
    with pytest.raises(KeyError):
        codes.code_list("nonsense")


_TOLD_BY_RULE = {code.partition(".")[0] for code in known_codes() if "." in code}
"""Problems that are told in other words for each rule."""


def raised_codes() -> dict[str, str]:
    """Every code that the product raises, advises or judges by, and every rule: → a file that does."""
    found: dict[str, str] = {}
    for path in sorted(ROOT.glob("icjims_*/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and RAISED.match(_name(node.func)):
                rules = [each.value for each in node.keywords if each.arg == "rule"]
                named = _constants(node.args[0])
                found |= dict.fromkeys(named, path.name)
                told_by_rule = [code for code in named or ["invalid"] if code in _TOLD_BY_RULE]
                for code, rule in product(told_by_rule, (text for each in rules for text in _constants(each))):
                    found.setdefault(f"{code}.{rule}", path.name)
            elif isinstance(node, ast.Call) and _name(node.func) == "Judgement":
                codes_given = (_constants(each) for each in node.args[1:])
                found |= {code: path.name for given in codes_given for code in given}
    return found


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")


def _constants(value: ast.expr) -> list[str]:
    if isinstance(value, ast.IfExp):
        return [*_constants(value.body), *_constants(value.orelse)]
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


def test_every_raised_problem_has_its_sentences() -> None:
    raised = raised_codes()
    assert "wrong_password" in raised
    assert "invalid.unknown_field" in raised
    assert {code: file for code, file in raised.items() if code not in known_codes()} == {}


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_a_problem_is_told_in_three_languages_with_the_same_parameters(code: str) -> None:
    name, _, rule = code.partition(".")
    problem = Problem(name, rule=rule) if rule else Problem(name)
    told = [problem_parts(problem, language) for language in LANGUAGES]
    assert all(text.strip() for parts in told for text in parts)
    assert len(set(told)) == 3
    assert not any(re.search("[А-Яа-яЁё]", text) for text in told[2])
    assert any(re.search("[ңөүҢӨҮ]", text) for text in told[0])
    assert not any(re.search("[ңөүҢӨҮ]", text) for text in told[1])
    assert len({_parameters(code, language) for language in LANGUAGES}) == 1


def _parameters(code: str, language: str) -> frozenset[str]:
    lines = problem_texts._lines(problem_texts._texts()[code][language])
    parsed = (field for line in lines for _, field, _, _ in string.Formatter().parse(line))
    return frozenset(field for field in parsed if field)


def test_a_field_is_named_by_its_label() -> None:
    problem = Refused("invalid", field="actual_at", rule="required", type="apprehension")
    assert "«Время фактического задержания»" in problem_text(problem, "ru")
    assert "«Иш жүзүндө кармалган убакыт»" in problem_text(problem, "ky")
    nobody = Refused("invalid", field="nonsense", rule="required", type="apprehension")
    assert "“nonsense”" in problem_text(nobody, "en")


def test_a_line_of_a_file_is_refused_with_the_rule_it_breaks() -> None:
    text = problem_text(Refused("bad_line", line=7, rule="json"), "en")
    assert text.startswith("Line 7 could not be read. The line is not JSON.")


def test_a_code_without_sentences_still_reads() -> None:
    text = problem_text(Problem("moon_fell", limit=3, what="{x} %s"), "en")
    assert "moon_fell" in text
    assert "limit=3" in text


def test_a_parameter_that_is_missing_reads_as_a_dash() -> None:
    assert "Attempts left: —." in problem_text(Problem("wrong_password"), "en")
    assert "Attempts left: 2." in problem_text(Problem("wrong_password", attempts_left=2), "en")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ru", ("Время освобождения", "ст. 34(2), 35(1) УПК")),
        ("ky", ("Бошотулган убакыт", "КЖПК 34(2), 35(1)-берене")),
        ("en", ("Released at", "art. 34(2), 35(1) CPC")),
    ],
)
def test_a_unit_and_an_article_are_told_in_the_readers_words(language: str, told: tuple[str, str]) -> None:
    params = {"type": "apprehension", "unit": "release", "role": "investigator", "article": "CPC 34(2), 35(1)"}
    text = problem_text(Refused("may_not_resolve", **params), language)
    assert all(each in text for each in told), text
    assert "release»" not in text
    closed = problem_text(Refused("signed", type="initiation", field="qualified"), language)
    assert "qualified" not in closed


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_a_role_is_told_by_its_label(language: str) -> None:
    text = problem_text(Refused("may_not_sign", type="initiation", role="investigator"), language)
    assert "investigator" not in text
    assert codes.code_list("role").label("investigator", language) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_problem_says_twice_that_nothing_was_changed(language: str) -> None:
    said = {"ky": "Эч нерсе өзгөргөн жок", "ru": "Ничего не изменено", "en": "Nothing was changed"}[language]
    for code in sorted(known_codes()):
        means = problem_parts(Problem(code), language).means
        assert said not in means, code
