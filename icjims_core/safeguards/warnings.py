"""What a reader of the case must not overlook: gaps in time, solitary confinement, evidence challenged as extracted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from icjims_core.casefile import CaseFile, Step
from icjims_core.finding import Citation, Finding, finding
from icjims_core.rule_data import instant
from icjims_core.safeguards.alerts import protocol_gaps
from icjims_core.safeguards.stamps import stamps
from icjims_core.schema import Kind

_EVIDENCE = "evidence"


def warnings(case_file: CaseFile, now: datetime) -> tuple[Finding, ...]:
    """Every warning of the case, each once."""
    found = (*protocol_gaps(case_file), *solitary(case_file, now), *challenged_evidence(case_file))
    return tuple(dict.fromkeys(found))


def solitary(case_file: CaseFile, now: datetime) -> tuple[Finding, ...]:
    """Solitary confinement beyond fifteen days, recorded as a stay or as a sanction (Mandela Rules 43–45).

    A stay that has no end yet is counted until `now`.
    """
    rules = stamps()
    cited = Citation(rules.solitary_article, rules.solitary_verified)
    longest = timedelta(days=rules.solitary_days)
    stays = [step for step in case_file.of("facility_admission") if any(_stays(step, now, longest))]
    sanctions = [step for step in case_file.of("prison_event") if any(_sanctions(step, rules.solitary_days))]
    return tuple(
        finding("solitary_too_long", cited, type=each.type, step=each.id, days=str(rules.solitary_days))
        for each in (*stays, *sanctions)
    )


def _stays(step: Step, now: datetime, longest: timedelta) -> Iterator[bool]:
    for values in step.alternatives("solitary_from", "solitary_until"):
        began = instant(values.get("solitary_from"))
        yield began is not None and (instant(values.get("solitary_until")) or now) - began > longest


def _sanctions(step: Step, longest: int) -> Iterator[bool]:
    for values in step.alternatives("isolation_days"):
        days = values.get("isolation_days")
        yield isinstance(days, int) and days > longest


def challenged_evidence(case_file: CaseFile) -> tuple[Finding, ...]:
    """Every use of evidence that is challenged as obtained by torture, and the evidence itself (CAT 15; CPC 80)."""
    challenged = {
        step.id: str(step.values().get("description") or "")
        for step in case_file.of(_EVIDENCE)
        if any(values.get("torture_challenged") == "yes" for values in step.alternatives("torture_challenged"))
    }
    cited = Citation(stamps().tainted_article, stamps().tainted_verified)
    return tuple(
        finding("evidence_challenged", cited, type=step.type, step=step.id, evidence=challenged[each])
        for step in case_file.steps
        if step.counts
        for each in sorted(challenged.keys() & (_used(step) | {step.id}))
    )


def _used(step: Step) -> set[str]:
    """The pieces of evidence that a record refers to, by every reading."""
    names = [each.name for each in step.declared.fields if each.kind is Kind.REF and each.target == _EVIDENCE]
    found: set[str] = set()
    for values in step.alternatives(*names) if names else ():
        for name in names:
            value = values.get(name)
            found.update(map(str, value) if isinstance(value, list) else [str(value)])
    return found
