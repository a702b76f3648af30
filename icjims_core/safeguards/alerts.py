"""What changes later about liberty, for the supervising prosecutor: times restated, acts annulled, values added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Final

from icjims_core.access import guards
from icjims_core.declarations.schema import Field, Kind
from icjims_core.law.casefile import Added, Annulment, CaseFile, Step
from icjims_core.law.finding import Citation, Finding, finding
from icjims_core.law.rule_data import instant
from icjims_core.officers import NOBODY, Officer
from icjims_core.safeguards.stamps import stamps

NAMED: Final = ("person", "participant")
"""Records of people, which acts refer to."""


@dataclass(frozen=True, slots=True)
class ChangedTime:
    """A time stated again and otherwise: `stated` against the first statement, `first`.

    `field` is the list of statements; `by` and `source` as the later statement gives them; `device_at` what the clock
    of its computer showed; `officer` who recorded that statement.
    """

    step: str
    type: str
    field: str
    person: str | None
    first: datetime
    stated: datetime
    by: str = ""
    source: str = ""
    device_at: datetime | None = None
    officer: Officer = NOBODY

    def stated_by(self, language: str) -> str:
        """Whom the later statement names, else who recorded it."""
        return self.by or self.officer.words(language)

    @property
    def gap(self) -> timedelta:
        """How far the later statement is from the first; negative where it is earlier."""
        return self.stated - self.first


@dataclass(frozen=True, slots=True)
class AnnulledAct:
    """An annulment of a record that states something on liberty or safeguards, or of a person whom acts name."""

    step: str
    type: str
    person: str | None
    annulment: Annulment


@dataclass(frozen=True, slots=True)
class AddedValue:
    """What somebody who had not signed stated on liberty after a signature (`law.casefile.Added`)."""

    step: str
    type: str
    person: str | None
    added: Added


def added_values(case_file: CaseFile) -> tuple[AddedValue, ...]:
    """All of the case that stands in records which count."""
    return tuple(
        AddedValue(step.id, step.type, step.id if step.type == "person" else step.person, each)
        for step in case_file.steps
        if step.counts
        for each in step.added
    )


def annulled_acts(case_file: CaseFile) -> tuple[AnnulledAct, ...]:
    """Every annulment in the case of what is on liberty or safeguards, and of persons and participants whom acts name.

    It is told whether or not it takes effect.
    """
    return tuple(
        AnnulledAct(step.id, step.type, step.id if step.type == "person" else step.person, each)
        for step in case_file.steps
        for each in step.annulments
        if not guards(step.type).isdisjoint(step.units) or is_named(case_file, step)
    )


def is_named(case_file: CaseFile, step: Step) -> bool:
    """Whether it is the record of a person or participant to which acts that count refer."""
    return step.type in NAMED and bool(case_file.naming(step.id))


def changed_times(case_file: CaseFile) -> tuple[ChangedTime, ...]:
    """Every later statement that differs from the first one, of every list of statements in the case.

    These go to the supervising prosecutor (CC 191(4) makes falsified times a crime).
    """
    found = [
        each
        for step in case_file.steps
        if step.counts
        for field in step.declared.fields
        if field.kind is Kind.STATEMENT
        for each in _changed(step, field)
    ]
    return tuple(sorted(found, key=lambda each: (each.step, each.field, each.stated)))


def _changed(step: Step, field: Field) -> Iterator[ChangedTime]:
    several = zip_longest(_statements(step, field.name), step.stated_by.get(field.name, ()), fillvalue=None)
    stated = [(each, who or NOBODY) for each, who in several if each and instant(each.get("at")) is not None]
    stated.sort(key=lambda each: str(each[0].get("device_at") or ""))
    if not stated:
        return
    first = instant(stated[0][0].get("at"))
    for each, officer in stated[1:]:
        at = instant(each.get("at"))
        if first is not None and at is not None and at != first:
            by, source = str(each.get("by") or ""), str(each.get("source") or "")
            device = instant(each.get("device_at"))
            yield ChangedTime(step.id, step.type, field.name, step.person, first, at, by, source, device, officer)


def _statements(step: Step, name: str) -> list[Mapping[str, object]]:
    value = step.values().get(name)
    return [each if isinstance(each, dict) else {} for each in value] if isinstance(value, list) else []


def protocol_gaps(case_file: CaseFile) -> tuple[Finding, ...]:
    """Apprehensions whose order was drawn up long after liberty was in fact taken (CPC 5(22), 97(1))."""
    rules = stamps()
    cited = Citation(rules.protocol_gap_article, verified=True)
    found = []
    for step in case_file.of("apprehension"):
        for values in step.alternatives("actual_at", "order_at"):
            actual, drawn = instant(values.get("actual_at")), instant(values.get("order_at"))
            if actual is None or drawn is None:
                continue
            if drawn < actual:
                found.append(finding("order_before_apprehension", cited, type=step.type, step=step.id))
            elif drawn - actual > timedelta(hours=rules.protocol_gap_hours):
                hours = f"{(drawn - actual) / timedelta(hours=1):.1f}"
                found.append(finding("order_long_after_apprehension", cited, type=step.type, step=step.id, hours=hours))
    return tuple(dict.fromkeys(found))
