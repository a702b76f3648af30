"""What stands before an officer who is about to sign: in which capacity he may, what is missing, what is unsaid."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from icjims_core import signing
from icjims_core.declarations.schema import RecordType
from icjims_core.law.casefile import CaseFile, Step, as_one
from icjims_core.law.finding import Finding, field_labels, finding_text
from icjims_core.law.references import cited
from icjims_core.problem import Problem, Refused
from icjims_core.projections.records import Record
from icjims_core.safeguards import blocking, passport, stamps
from icjims_core.safeguards.passport import Mark, Status
from icjims_core.signing import OFFICER, Signature, Statement
from icjims_core.workflow.cautions import at_odds
from icjims_core.workflow.contents import lacking, without_part
from icjims_desktop.services.people import Me

AT_ODDS: Final = "at_odds_with_law"


@dataclass(frozen=True, slots=True)
class Missing:
    """A safeguard that is not recorded; `blocks` where the signature waits for it or for the reason why not.

    `record` and `field` are where that reason is written; empty where it cannot be written in one record. What is no
    safeguard has the code of a `finding` and no stamp: `contents_missing`, of which `label` names the fields,
    `person_without_part`, or `at_odds_with_law`; the signature never waits for it.
    """

    stamp: str
    label: str
    article: str
    blocks: bool
    record: str = ""
    field: str = ""
    finding: str = ""


def capacities(declared: RecordType, act: Record, signatures: Iterable[Signature], me: Me) -> tuple[str, ...]:
    """In which capacities the user may sign what the act says now, and has not yet; the officer's own first."""
    made = _made(declared, act, signatures)
    mine = {each.capacity for each in made if each.key == me.key.hex()}
    return tuple(each for each in _wanted(declared, act, made, me) if each not in mine)


def capacity(declared: RecordType, act: Record, signatures: Iterable[Signature], me: Me) -> str:
    """In which capacity the user signs where he names none: who may consent does not sign for another officer."""
    return next(iter(_wanted(declared, act, _made(declared, act, signatures), me)), OFFICER)


def _made(declared: RecordType, act: Record, signatures: Iterable[Signature]) -> list[Statement]:
    """The signatures that hold under what the act says now."""
    try:
        content = signing.content(declared, act.state) if declared.signing else ""
    except Refused:
        content = ""  # in conflict: whoever tries is told to decide it first
    return [each.statement for each in signatures if each.valid and each.statement.content == content]


def _wanted(declared: RecordType, act: Record, made: Iterable[Statement], me: Me) -> list[str]:
    """The capacities that are the user's, made or not: who may do both consents to what another officer has signed."""
    form = declared.signing
    if form is None or act.state.annulments:
        return []
    officers = {each.key for each in made if each.capacity == OFFICER}
    own = [OFFICER] if me.role in form.by else []
    if not officers or (own and me.key.hex() in officers):
        return own
    return [capacity for role, capacity in form.countersigned_by if role == me.role] or own


def missing(files: Sequence[CaseFile], act: Step, now: datetime.datetime, language: str) -> list[Missing]:
    """The safeguards of the person of the act that are missing: those that hold the signature back, then the others,
    the gravest first.

    `files`: the case first, then those that count together with it. A safeguard whose time has not come yet is not
    told.
    """
    if act.person is None:
        return []
    case_file, whole, others = files[0], as_one(files), files[1:]
    held = blocking(case_file, act, now, others)
    told = [_missing(whole, each, language, blocks=True) for each in held]
    told += [
        _missing(whole, mark, language, blocks=False)
        for mark in passport(case_file, act.person, now, others=others).marks
        if mark.status is Status.MISSING and mark not in held and mark.overdue(now)
    ]
    once = list({(each.stamp, each.record): each for each in reversed(told)}.values())[::-1]
    return sorted(once, key=lambda each: (not each.blocks, stamps().named(each.stamp).severity))


def unstated(act: Step, case_file: CaseFile, language: str, names: Mapping[str, str]) -> list[Missing]:
    """What an act does not state of what the law demands, then whom it names without a part in the case.

    `names`: what persons are called.
    """
    told = []
    for found in lacking(act, case_file):
        first = found.param("fields").partition(",")[0]
        where = (act.id, first) if "." not in first else ("", "")
        label, code = field_labels(found, language), found.code
        told.append(Missing("", label, found.article, blocks=False, record=where[0], field=where[1], finding=code))
    told += contradicting(act, case_file, language, names)
    return [*told, *(not_taking_part(each, language, names) for each in without_part(case_file, act))]


def contradicting(act: Step, case_file: CaseFile, language: str, names: Mapping[str, str]) -> list[Missing]:
    """What an act states at odds with the law, in words."""
    return [
        Missing(
            "",
            _words(each, language, names),
            each.article,
            blocks=False,
            record=act.id,
            field=each.param("field"),
            finding=AT_ODDS,
        )
        for each in at_odds(act, case_file)
    ]


def not_taking_part(found: Finding, language: str, names: Mapping[str, str]) -> Missing:
    """The finding `person_without_part` in words."""
    return Missing("", _words(found, language, names), found.article, blocks=False, finding=found.code)


def _words(found: Finding, language: str, names: Mapping[str, str]) -> str:
    return finding_text(replace(found, article=""), language, names)


def advised(several: Iterable[Missing], language: str) -> list[Problem]:
    """The advice `contents_missing`, `at_odds_with_law` and `person_without_part`, each with its articles."""
    labels: dict[str, list[str]] = {}
    for each in several:
        if each.finding:
            labels.setdefault(each.finding, []).append(f"{each.label.rstrip('.')} ({cited(each.article, language)})")
    return [Problem(code, labels="; ".join(words)) for code, words in labels.items()]


def grave(several: Iterable[Missing]) -> list[Missing]:
    """Those that hold no signature back and are of the gravest class, by a rule that was read: they are warned of."""
    found = [(each, stamps().named(each.stamp)) for each in several if each.stamp and not each.blocks]
    return [each for each, stamp in found if stamp.severity == "A" and stamp.verified]


def _missing(case_file: CaseFile, mark: Mark, language: str, *, blocks: bool) -> Missing:
    stamp = stamps().named(mark.stamp)
    occasion = case_file.step(mark.occasion)
    places = [each.partition(".")[::2] for each in stamp.reason]
    own = [field for type_name, field in places if occasion is not None and type_name == occasion.type]
    where = (mark.occasion, own[0]) if own else ("", "")
    return Missing(mark.stamp, stamp.label.text(language), stamp.article, blocks, *where)
