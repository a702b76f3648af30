"""What an act states at odds with the law, as data: told when it is recorded and signed; it holds nothing up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Final

import msgspec

from icjims_core.deadlines.rules import Rules, rules_in_force
from icjims_core.deadlines.rules.model import Limit
from icjims_core.deadlines.view import View
from icjims_core.encoding import Value
from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.finding import Citation, Finding, finding
from icjims_core.law.rule_data import When, instant, matches, read_rules

_VERDICT, _TERM, _MONTHS, _PRONOUNCED = "verdict", "guilty_probation", "probation_months", "pronounced_at"
_PER_UNIT: Final = {"months": 1, "years": 12}


class Caution(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One point of the law: see the head of `cautions.toml`."""

    code: str
    type: str
    field: str
    article: str
    verified: bool
    when: When
    facts: dict[str, list[str]] = {}
    via: str = ""
    of: When = {}


class Cautions(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The rules of `cautions.toml`."""

    edition: str
    term_rule: str
    caution: list[Caution]


@cache
def cautions() -> Cautions:
    """What acts may state at odds with the law."""
    return read_rules("icjims_core.workflow", "cautions.toml", Cautions)


def cautioned_types() -> frozenset[str]:
    """The record types of which something is told."""
    return frozenset({_VERDICT}.union(each.type for each in cautions().caution))


def at_odds(act: Step, case_file: CaseFile) -> tuple[Finding, ...]:
    """What an act that counts states at odds with the law; parameters `type`, `step`, `person` and `field`.

    What is in dispute or unknown is not told.
    """
    if not act.counts or act.type not in cautioned_types():
        return ()
    rules, values = rules_in_force(), act.values()
    view = View(case_file, rules)
    own = (each for each in cautions().caution if each.type == act.type and matches(each.when, values))
    told = (
        finding(each.code, Citation(each.article, each.verified), **_about(act, each.field))
        for each in own
        if _known(each, act, view) and _names(each, values, case_file)
    )
    return (*told, *_probation_term(act, values, view, rules))


def _known(rule: Caution, act: Step, view: View) -> bool:
    """Whether it is certain that each circumstance is one of those that the rule names."""
    known = {name: view.fact(name, act.person, _moment(act)) for name in rule.facts}
    return all(known[name] and known[name] <= set(wanted) for name, wanted in rule.facts.items())


def _names(rule: Caution, values: Mapping[str, Value], case_file: CaseFile) -> bool:
    """Whether the act names a record of which the rule speaks."""
    if not rule.via:
        return True
    named = values.get(rule.via)
    steps = [case_file.step(str(each)) for each in (named if isinstance(named, list) else [named])]
    return any(each is not None and each.counts and matches(rule.of, each.values()) for each in steps)


def _probation_term(act: Step, values: Mapping[str, Value], view: View, rules: Rules) -> Iterator[Finding]:
    """The term of supervision that a verdict sets beyond the limits of CC 82(4) and 109(3)."""
    months = values.get(_MONTHS)
    if act.type != _VERDICT or values.get("kind") != _TERM or not isinstance(months, int):
        return
    at = _moment(act)
    rule = rules.rule(cautions().term_rule, at.date())
    cited = Citation(f"{rule.act} {rule.article}", rule.verified)
    most = min(_possible(rule.limit, act, values, view, at), default=months)
    least = min(_possible(rule.at_least, act, values, view, at), default=months)
    own = {**_about(act, _MONTHS), "months": str(months)}
    if months > most:
        yield finding("probation_term_too_long", cited, limit=str(most), **own)
    if months < least:
        yield finding("probation_term_too_short", cited, limit=str(least), **own)


def _about(act: Step, field: str) -> dict[str, str]:
    return {"type": act.type, "step": act.id, "person": act.person or "", "field": field}


def _possible(
    limits: tuple[Limit, ...], act: Step, values: Mapping[str, Value], view: View, at: datetime
) -> Iterator[int]:
    """In months the limits that may apply; the first that must hold is the last."""
    for limit in limits:
        answer = view.may_hold(limit.when, values, act.person, at)
        if True in answer:
            yield limit.n * _PER_UNIT[limit.unit]
        if False not in answer:
            return


def _moment(act: Step) -> datetime:
    """When it was pronounced, or recorded."""
    return instant(act.values().get(_PRONOUNCED)) or act.recorded_moment
