"""No number in a rule can be off by one unnoticed: each change turns a worked example red."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from icjims_core.deadlines import Rules, shipped_rules
from icjims_core.deadlines.rules import types_of
from icjims_core.deadlines.rules.model import Rule
from icjims_core.persons import masking
from tests.core.deadlines.examples import Example, examples, flaws

TAKEN = "takeover"
NUMBERS = frozenset({"n", "of", "alarm", "times"})
CLOCKS = frozenset({"first", "last"})
WHOLE_DAYS = frozenset({"sutki", "days", "months", "years"})
UNSHIFTABLE = frozenset({"before", "session", "periodic", "custody", "pause", "fraction"})


def paths(tree: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every number and hour of a rule that a lawyer could mistype, and its shift, by its place."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            if (name in NUMBERS and isinstance(value, int)) or (name in CLOCKS and value):
                yield (*at, name), value
            else:
                yield from paths(value, (*at, name))
    elif isinstance(tree, list | tuple):
        for count, value in enumerate(tree):
            yield from paths(value, (*at, count))


def changed(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value at a place."""
    if not path:
        return value
    if isinstance(tree, dict):
        return {**tree, path[0]: changed(tree[path[0]], path[1:], value)}
    return [changed(each, path[1:], value) if count == path[0] else each for count, each in enumerate(tree)]


def others(name: str, value: Any) -> Iterator[Any]:
    """The value one unit more and less; a fraction of a whole cannot be less than nothing, nor of nothing."""
    if name in CLOCKS:
        hours, rest = value.split(":", 1)
        yield from (f"{int(hours) + step:02}:{rest}" for step in (1, -1))
    else:
        yield value + 1
        if value > 0 and not (name == "of" and value == 1):
            yield value - 1


def mutants(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """The rule with each of its numbers off by one, and with its shift the other way."""
    tree = msgspec.to_builtins(rule)
    for path, value in paths(tree):
        if unused(rule, tree, path):
            continue
        for other in others(str(path[-1]), value):
            if path[-1] == "times" and not other:
                continue
            yield f"{'.'.join(map(str, path))}={other}", msgspec.convert(changed(tree, path, other), Rule)
    units = {each.unit for each in rule.limit}
    if units & WHOLE_DAYS and rule.kind not in UNSHIFTABLE and not any(each.of for each in rule.limit):
        readings = [{**each, "shift": None} for each in tree["readings"]]
        if not any(each.shift is not None for each in rule.readings):
            yield "shift", msgspec.convert({**tree, "shift": not rule.shift, "readings": readings}, Rule)


def unused(rule: Rule, tree: Any, path: tuple[Any, ...]) -> bool:
    """Whether a number says nothing: how often what is no period, how much of what is due at once, parts of nothing."""
    if path[-1] == "times":
        return rule.kind != "periodic"
    for each in path[:-1]:
        tree = tree[each]
    if path[-1] == "n":
        return bool(tree.get("unit", "at_once") == "at_once" and not tree.get("of"))
    return path[-1] in ("of", "alarm") and not (tree[path[-1]] and (path[-1] == "alarm" or tree["n"]))


def noticed(rules: Rules, rule: str, known: dict[str, list[Example]]) -> bool:
    return any(flaws(each, rules) for each in known.get(rule, ()))


def narrow(rule: Rule) -> tuple[Rule, ...]:
    """The rules that the examples of a rule need: itself, its other editions and what it runs from."""
    bases = {each.deadline for each in rule.starts if each.deadline}
    return tuple(each for each in shipped_rules().rules if each.id in {rule.id, *bases})


def by_rule() -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = {}
    for each in examples():
        found.setdefault(each.rule, []).append(each)
    return found


KNOWN = by_rule()


@pytest.mark.parametrize("rule", shipped_rules().rules, ids=lambda each: f"{each.id}-{each.valid_from.year}")
def test_no_number_of_a_rule_can_be_off_by_one(rule: Rule) -> None:
    shipped = shipped_rules()
    unnoticed = []
    for what, mutant in mutants(rule):
        others_ = tuple(each if each is not rule else mutant for each in narrow(rule))
        if not noticed(replace(shipped, rules=others_), rule.id, KNOWN):
            unnoticed.append(what)
    assert unnoticed == []


@pytest.mark.parametrize("name", [each.id for each in shipped_rules().facts.values() if each.child_at])
@pytest.mark.parametrize("step", [1, -1])
def test_no_age_can_be_off_by_a_year(name: str, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = shipped_rules()
    asked = [rule.id for rule in shipped.rules if f"'fact': '{name}'" in str(msgspec.to_builtins(rule))]
    off = msgspec.structs.replace(masking.rules(), until_age=masking.rules().until_age + step)
    monkeypatch.setattr(masking, "rules", lambda: off)
    assert any(flaws(each, shipped) for rule in asked for each in KNOWN[rule])


@pytest.mark.parametrize(
    "rule",
    [each for each in shipped_rules().rules if TAKEN in types_of(each)],
    ids=lambda each: f"{each.id}-{each.valid_from.year}",
)
def test_no_line_on_a_take_over_can_go_unnoticed(rule: Rule) -> None:
    shipped = shipped_rules()
    unnoticed = []
    for name in ("starts", "sets", "extensions", "segments"):
        lines = getattr(rule, name)
        for count, line in enumerate(lines):
            if line.type != TAKEN:
                continue
            without = msgspec.structs.replace(rule, **{name: (*lines[:count], *lines[count + 1 :])})
            others_ = tuple(each if each is not rule else without for each in narrow(rule))
            if not noticed(replace(shipped, rules=others_), rule.id, KNOWN):
                unnoticed.append(f"{name}.{count}")
    assert unnoticed == []
