"""No rule of the ledger can change unnoticed: each change turns a worked example red."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from icjims_core.custody import custody_rules
from icjims_core.custody.rules import CustodyRules, Hold, Release
from tests.core.custody.examples import account, examples

EXAMPLES = examples()
alter = msgspec.structs.replace
MODULES = ("ledger", "contradictions", "counting", "events", "orders")


def test_every_example_comes_out_as_it_is_written() -> None:
    assert [steps for steps, told in EXAMPLES if account(steps) != told] == []


def numbers(rules: CustodyRules) -> Iterator[tuple[str, CustodyRules]]:
    for name in ("limit_months", "term_months", "apprehension_hours", "apprehension_hours_child"):
        for step in (1, -1):
            yield f"{name} {step:+}", alter(rules, **{name: getattr(rules, name) + step})
    for name in ("counted", "termed", "court_states", "after_states"):
        for each in getattr(rules, name):
            yield f"no {each} in {name}", alter(rules, **{name: without(getattr(rules, name), each)})
    for at, credit in enumerate(rules.credit):
        for name in ("days", "gives"):
            for step in (1, -1):
                if getattr(credit, name) + step > 0:
                    changed = alter(credit, **{name: getattr(credit, name) + step})
                    yield f"{credit.kinds} {name} {step:+}", alter(rules, credit=put(rules.credit, at, changed))


def records(rules: CustodyRules) -> Iterator[tuple[str, CustodyRules]]:
    for name in ("hold", "release", "lapse"):
        several = getattr(rules, name)
        for at, rule in enumerate(several):
            what = f"{name} {at} {rule.type}"
            yield f"{what} gone", alter(rules, **{name: [*several[:at], *several[at + 1 :]]})
            for how, changed in mutants(rule):
                yield f"{what} {how}", alter(rules, **{name: put(several, at, changed)})


def mutants(rule: Hold | Release) -> Iterator[tuple[str, Hold | Release]]:
    """A rule with one thing in it changed."""
    for name in ("at", "until", "ends"):
        for each in getattr(rule, name, []) if name != "at" or len(rule.at) > 1 else []:
            yield f"not {name} {each}", alter(rule, **{name: without(getattr(rule, name), each)})
    for key, wanted in rule.when.items():
        yield f"whatever {key}", alter(rule, when={name: each for name, each in rule.when.items() if name != key})
        for value in wanted if isinstance(wanted, list) and len(wanted) > 1 else ():
            yield f"not for {key}={value}", alter(rule, when={**rule.when, key: without(wanted, value)})
    if isinstance(rule, Release) and rule.if_held:
        yield "of anybody", alter(rule, if_held=False)
    for flag in ("extends", "confirms", "by_verdict"):
        if (
            isinstance(rule, Hold)
            and not (flag == "confirms" and rule.extends)
            and (flag == "by_verdict" or not rule.by_verdict)
        ):
            yield f"{flag} otherwise", alter(rule, **{flag: not getattr(rule, flag)})


def without(several: Any, one: Any) -> list[Any]:
    return [each for each in several if each != one]


def put(several: list[Any], at: int, one: Any) -> list[Any]:
    return [*several[:at], one, *several[at + 1 :]]


def put_in_force(rules: CustodyRules, patch: pytest.MonkeyPatch) -> None:
    """Lets the ledger go by these rules."""
    for module in MODULES:
        patch.setattr(sys.modules[f"icjims_core.custody.{module}"], "custody_rules", lambda: rules)


def unnoticed(
    changes: Iterator[tuple[str, CustodyRules]], patch: pytest.MonkeyPatch, *, by_type: bool = False
) -> list[str]:
    """The changes that no example notices; with `by_type` only of those that hold the record changed."""
    found = []
    for what, changed in changes:
        put_in_force(changed, patch)
        about = [each for each in EXAMPLES if what.split()[2] in each[0]] if by_type else EXAMPLES
        if all(account(steps) == told for steps, told in about):
            found.append(what)
    return found


def test_no_number_and_no_state_changes_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unnoticed(numbers(custody_rules()), monkeypatch) == []


def test_no_record_that_takes_or_gives_liberty_changes_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unnoticed(records(custody_rules()), monkeypatch, by_type=True) == []
