"""Due dates of cases as documents: what runs out, from which event, and how it was counted."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from icjims_core.custody import ledger
from icjims_core.custody.released import after_release
from icjims_core.deadlines.calendar import in_force
from icjims_core.deadlines.engine import deadlines
from icjims_core.deadlines.explanation import explain
from icjims_core.deadlines.now import Now
from icjims_core.deadlines.result import Deadline, State
from icjims_core.deadlines.rules import Rules, rules_in_force
from icjims_core.deadlines.rules.model import Rule
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.law.casefile import CaseFile
from icjims_core.modules import registry
from icjims_desktop.services.documents import Document
from icjims_desktop.services.law.clock import Clock
from icjims_desktop.services.law.joined import Together

OPEN = frozenset({State.RUNNING, State.MISSED, State.UNCERTAIN})
"""How a deadline stands that somebody still has to look at."""


def of_case(
    together: Together,
    names: Mapping[str, str],
    now: datetime.datetime,
    language: str,
    *,
    clock: Clock,
    every: bool,
    role: str,
) -> list[Document]:
    """The due dates of a case, the soonest first; with `every` also those that were met, lifted or have ended.

    Where the clock is doubted each due date says so. `own` marks what this role keeps.
    """
    rules = rules_in_force()
    return [
        {
            "case": None if together.case_file.is_alone else together.case_file.case,
            **_document(each, rules, names, language),
            "own": is_kept_by(rules.of(each), role),
        }
        for each in counted(together, rules, now, clock)
        if every or each.state in OPEN
    ]


def counted(together: Together, rules: Rules, now: datetime.datetime, clock: Clock) -> tuple[Deadline, ...]:
    """Every deadline of a case by these rules, counted with the cases that count together with it."""
    case_file = together.case_file
    found = deadlines(case_file, rules, in_force(), trusted(case_file, now, clock), together.beside())
    account_of = cache(lambda person: ledger(together.of(person), person, now).acted)
    return tuple(after_release(found, rules, account_of))


def outside_cases() -> frozenset[str]:
    """The types of records outside any case from which terms run."""
    started = {each.type for rule in rules_in_force().rules for each in rule.starts}
    return frozenset(name for name, declared in registry().items() if name in started and not declared.in_case)


def soonest_first(documents: Iterable[Document]) -> list[Document]:
    """Due dates of several cases in one order; those without an end come last."""
    return sorted(documents, key=lambda each: (each["due"] is None, str(each["due"]), str(each["case"])))


def is_kept_by(rule: Rule, role: str) -> bool:
    """Whether the role writes a record that ends the term, or where none does, the one that it runs from."""
    types = [each.type for each in rule.ends or rule.starts if each.type]
    return any(role in registry()[each].roles for each in types)


def trusted(case_file: CaseFile, now: datetime.datetime, clock: Clock) -> Now:
    """The time of this computer, doubted where it cannot be right by the acts of the case and by what has passed."""
    return clock.judge(now, max((each.recorded_at for each in case_file.steps), default=0))


def _document(found: Deadline, rules: Rules, names: Mapping[str, str], language: str) -> Document:
    rule = rules.of(found)
    alternatives = sorted({moment_of(each.due.moment) for each in found.alternatives if each.due})
    document: Document = {
        "rule": found.rule,
        "label": rule.label.label().text(language),
        "consequence": rule.consequence.label().text(language),
        "article": rule.article,
        "verified": rule.verified,
        "severity": found.severity,
        "person": found.person,
        "name": names.get(found.person or ""),
        "state": found.state.value,
        "due": moment_of(found.due) if found.due else None,
        "due_day": found.due_day.isoformat() if found.due_day else None,
        "warn_on": found.warn_on.isoformat() if found.warn_on else None,
        "at": moment_of(found.at) if found.at else None,
        "record": found.acted.step,
        "field": found.acted.field,
        "clock_uncertain": found.clock_uncertain,
        "explanation": list(explain(found.explanation, language)),
    }
    if len(alternatives) > 1:
        document["alternatives"] = alternatives
        document["ends"] = list(_ends(found, rule, language))
    return document


def _ends(found: Deadline, rule: Rule, language: str) -> Iterator[Document]:
    """Every end that the inputs or the readings of the rule allow, the one acted on marked."""
    readings = {each.id: each.label.label().text(language) for each in rule.readings}
    for each in found.alternatives:
        if each.due is not None:
            yield {
                "due": moment_of(each.due.moment),
                "day": each.due.day.isoformat(),
                "acted_on": each.due == found.acted.due,
                "reading": readings.get(each.reading, ""),
                "from": moment_of(each.start.moment) if each.start.exact else each.start.day.isoformat(),
                "record": each.step,
                "field": each.field,
            }
