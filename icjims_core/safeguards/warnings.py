"""What a reader must not overlook: gaps, solitary, challenged evidence, untold victims, late take-overs, idle calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache

from icjims_core.custody import ledger
from icjims_core.declarations.schema import Kind
from icjims_core.encoding import Value
from icjims_core.law.casefile import SUBJECT, CaseFile, Step
from icjims_core.law.finding import Citation, Finding, finding
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.modules import registry
from icjims_core.persons.childhood import is_child_at
from icjims_core.safeguards.alerts import protocol_gaps
from icjims_core.safeguards.passport import taken_over
from icjims_core.safeguards.stamps import stamps
from icjims_core.workflow.cautions import at_odds, cautioned_types

_EVIDENCE, _CHALLENGED = "evidence", "torture_challenged"
_WISH, _TOLD, _TOLD_OF = "notify_release", "release_told_at", "release_told_of"


def warnings(case_file: CaseFile, now: datetime, others: Sequence[CaseFile] = ()) -> tuple[Finding, ...]:
    """Every warning of the case, each once; `others` are the cases joined to it or severed from it."""
    found = (
        *protocol_gaps(case_file),
        *solitary(case_file, now),
        *challenged_evidence(case_file),
        *undiscussed_custody(case_file),
        *untold_of_release(case_file, now, others),
        *late_takeovers(case_file),
        *(found for each in case_file.of(*cautioned_types()) for found in at_odds(each, case_file)),
        *attempts_of_nobody(case_file),
    )
    return tuple(dict.fromkeys(found))


def clock_doubt(*, trusted: bool) -> tuple[Finding, ...]:
    """That what is counted until now may be wrong, where the clock is not to be believed."""
    return () if trusted else (finding("clock_uncertain"),)


def late_takeovers(case_file: CaseFile) -> tuple[Finding, ...]:
    """Each take-over from paper of somebody from whom liberty had been taken here already, by a record."""
    return tuple(
        finding("takeover_after_acts", type=each.type, step=each.id, person=each.person or "")
        for each in case_file.late_takeovers()
    )


def attempts_of_nobody(case_file: CaseFile) -> tuple[Finding, ...]:
    """Each attempt to reach a lawyer, a relative or another that does not say for whom: it is evidence for nobody."""
    logged = case_file.of(stamps().attempts.type)
    return tuple(
        finding("attempt_of_nobody", type=each.type, step=each.id)
        for each in logged
        if not any(values.get(SUBJECT) for values in each.alternatives(SUBJECT))
    )


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
    """Evidence and protocols challenged as got by torture, and every record that refers to one (CAT 15; CPC 80)."""
    challenged = {
        step.id: step
        for step in case_file.steps
        if step.counts and any(values.get(_CHALLENGED) == "yes" for values in step.alternatives(_CHALLENGED))
    }
    return tuple(
        _challenged_in(step, challenged[each])
        for step in case_file.steps
        if step.counts
        for each in sorted(challenged.keys() & (_used(step) | {step.id}))
    )


def _challenged_in(step: Step, challenged: Step) -> Finding:
    cited = Citation(stamps().tainted_article, stamps().tainted_verified)
    if challenged.type == _EVIDENCE:
        named = str(challenged.values().get("description") or "")
        return finding("evidence_challenged", cited, type=step.type, step=step.id, evidence=named)
    began = instant(challenged.values().get("started_at"))
    day = f"{began.astimezone(BISHKEK):%d.%m.%Y}" if began is not None else "—"
    return finding("act_challenged", cited, type=step.type, step=step.id, other_type=challenged.type, day=day)


def undiscussed_custody(case_file: CaseFile) -> tuple[Finding, ...]:
    """Custody asked or chosen for a child without a word on why nothing milder will do (CPC 460(1), 460(3))."""
    cited = Citation(stamps().child_custody_article, stamps().child_custody_verified)
    return tuple(
        finding("child_custody_undiscussed", cited, type=each.type, step=each.id, person=each.person or "")
        for each in case_file.of("restraint")
        if any(_is_custody_unexplained(values) for values in each.alternatives("measure", "why_not_milder"))
        and each.person
        and is_child_at([case_file], each, each.person, instant(each.values().get("motion_at")) or each.recorded_moment)
    )


def _is_custody_unexplained(values: Mapping[str, Value]) -> bool:
    return values.get("measure") == "custody" and not values.get("why_not_milder")


def untold_of_release(case_file: CaseFile, now: datetime, others: Sequence[CaseFile] = ()) -> tuple[Finding, ...]:
    """Each who wishes to be told of a release or escape, for each person of whose last one he was not told.

    Istanbul Convention 56. A notice is of the persons whom it names; what ended on paper, before the take-over, is not
    asked of the program.
    """
    rules = stamps()
    cited = Citation(rules.release_told_article, rules.release_told_verified)
    parts = case_file.of("participant")
    wishing = [each for each in parts if any(one.get(_WISH) == "yes" for one in each.alternatives(_WISH))]
    files = (case_file, *others)
    freed = {person: at for person in case_file.persons() if wishing and (at := _freed(files, person, now))}
    return tuple(
        finding("victim_untold_of_release", cited, type=each.type, step=each.id, person=person)
        for each in wishing
        for person, at in freed.items()
        if person != each.person and not _told_since(each, person, at)
    )


def _freed(files: Sequence[CaseFile], person: str, now: datetime) -> datetime | None:
    """When a person who is not held now, in none of these cases, was last released or escaped since the take-over."""
    account = ledger(files, person, now).acted
    ended = [(each.ended, each.steps[-1]) for each in account.segments if each.ended is not None]
    if not ended or account.current is not None:
        return None
    at, by = max(ended)
    freeing = next(step for file in files if (step := file.step(by)) is not None)
    taken = taken_over(files, person, freeing)
    return None if taken is not None and at <= taken else at


def _told_since(step: Step, person: str, moment: datetime) -> bool:
    """Whether by every reading of the notice it names the person and is not older than his release."""
    for values in step.alternatives(_TOLD, _TOLD_OF):
        at, named = instant(values.get(_TOLD)), values.get(_TOLD_OF)
        if at is None or at < moment or not isinstance(named, list) or person not in named:
            return False
    return True


@cache
def _proof() -> frozenset[str]:
    """The record types of which one may be challenged."""
    return frozenset(each.name for each in registry().values() if _CHALLENGED in each.by_name)


def _used(step: Step) -> set[str]:
    """The evidence and protocols that a record refers to, by every reading."""
    references = [each for each in step.declared.fields if each.kind is Kind.REF]
    names = [each.name for each in references if each.target in _proof() or each.name == "relies_on"]
    found: set[str] = set()
    for values in step.alternatives(*names) if names else ():
        for name in names:
            value = values.get(name)
            found.update(map(str, value) if isinstance(value, list) else [str(value)])
    return found
