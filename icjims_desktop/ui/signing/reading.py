"""From an act of the store to the sheet of signing, and the signature back; runs on a worker."""

import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from icjims_core import signing
from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.law.references import cited
from icjims_core.modules import record_type
from icjims_core.problem import Problem, Refused
from icjims_core.problem_texts import problem_parts
from icjims_core.signing import OFFICER, Standing
from icjims_desktop.ui.record_form.model import sections_of
from icjims_desktop.ui.record_form.reading import names_of
from icjims_desktop.ui.signing.data import ContentLine, Need, SigningData
from icjims_desktop.ui.signing.standing import CAPACITIES, ActState, act_state
from icjims_desktop.ui.wording import (
    FormerLabels,
    case_number,
    code_words,
    disputed_of,
    fields_of,
    former_of,
    moment_words,
    stored_moment,
    unwrapped,
    value_words,
)
from icjims_desktop.ui.workplace import Place

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

Document = Mapping[str, object]
LONGEST = 600
"""Characters of a long text that the sheet shows."""


def offer(workspace: "Workspace", record: str, language: str, now: datetime) -> SigningData:
    """What the user would sign now; raises `Refused`: `not_found`, `may_not_sign`, `already_signed`."""
    act = uuid.UUID(record).bytes
    document = workspace.records.show(act)
    declared = record_type(str(document["type"]))
    state = act_state(workspace, declared, act, language, now)
    if not state.capacities:
        raise _why_not(workspace, declared, state)
    capacity, case = state.capacities[0], document["case"]
    values = fields_of(document)
    moment = stored_moment(str(values.get(declared.moment or "") or ""))
    number = case_number(fields_of(workspace.records.show(uuid.UUID(str(case)).bytes))) if case else ""
    needs = workspace.procedure.before_signing(act, language, capacity)
    return SigningData(
        record=record,
        capacity=capacity,
        capacity_words=code_words(CAPACITIES, capacity, language) if capacity != OFFICER else "",
        title=declared.label.text(language),
        remark=" · ".join(part for part in (moment_words(moment, now) if moment else "", number) if part),
        edition=declared.signing.edition if declared.signing else "",
        lines=tuple(_lines(workspace, declared, document, language)),
        needs=tuple(
            Need(
                each.stamp,
                each.label,
                cited(each.article, language),
                each.blocks,
                _place(each.record, each.field, case),
            )
            for each in needs
        ),
        signed=state.signed,
        problem=_dispute(declared, document, language),
    )


def _why_not(workspace: "Workspace", declared: RecordType, state: ActState) -> Refused:
    form = declared.signing
    role = workspace.me.role
    if form is None:
        return Refused("not_signable", type=declared.name)
    if role in form.by:
        return Refused("already_signed")
    if role in dict(form.countersigned_by):
        return Refused("not_signed" if state.standing in (Standing.DRAFT, Standing.CHANGED) else "already_signed")
    return Refused("may_not_sign", type=declared.name, role=role)


def _place(record: str, field: str, case: object) -> Place | None:
    return Place("form", record=record, case=str(case or ""), unit=field) if record and field else None


def _dispute(declared: RecordType, document: Document, language: str) -> tuple[str, str]:
    """What is in conflict under the signature: it is decided before anybody signs."""
    free = signing.open_units(declared)
    for name in sorted(disputed_of(document)):
        if name in declared.by_name and declared.by_name[name].unit not in free:
            words = problem_parts(Refused("unit_in_conflict", field=name, type=declared.name), language)
            return words.happened, words.todo
    return "", ""


def _lines(workspace: "Workspace", declared: RecordType, document: Document, language: str) -> Iterator[ContentLine]:
    """What is signed, and the times stated so far, in the order of the paper, with the heads of sections."""
    values, former = fields_of(document), former_of(document)
    names = names_of(workspace, declared, (values,), language)
    free = signing.open_units(declared)
    for section, fields in sections_of(declared):
        told = [
            ContentLine(each.label.text(language), words)
            for each in fields
            if (each.unit not in free or each.kind is Kind.STATEMENT)
            and (words := _words(each, values.get(each.name), language, names, former))
        ]
        if told:
            yield ContentLine(section.label.text(language))
            yield from told


def _words(field: Field, value: object, language: str, names: Mapping[str, str], former: FormerLabels) -> str:
    def name_of(record: str) -> str:
        return names.get(record) or "—"

    words = value_words(field, unwrapped(value), language, name_of, former)
    if field.kind is Kind.RICH and len(words) > LONGEST:
        return words[:LONGEST].rstrip() + "…"
    return words


def sign(
    workspace: "Workspace", record: str, capacity: str, password: str, language: str
) -> tuple[str, tuple[Problem, ...]]:
    """Sign with a password that was just entered; the id of the act, and what is advised on it.

    Raises `Refused`, `Locked`.
    """
    hand = workspace.signing.enter(password)
    act = uuid.UUID(record).bytes
    if capacity == OFFICER:
        workspace.signing.sign(act, hand)
        return record, tuple(workspace.advice.after_signing(act, language))
    workspace.signing.countersign(act, hand)
    return record, tuple(workspace.advice.after_countersigning(act, language))


def refuse(workspace: "Workspace", record: str, password: str, reason: str) -> tuple[str, tuple[Problem, ...]]:
    """Refuse consent or approval with a password that was just entered; as `sign`."""
    workspace.signing.refuse(uuid.UUID(record).bytes, workspace.signing.enter(password), reason)
    return record, ()


def supersede(workspace: "Workspace", record: str, reason: str) -> str:
    """A new act in place of a signed one; its id. Raises `Refused`."""
    return str(uuid.UUID(bytes=workspace.signing.supersede(uuid.UUID(record).bytes, reason).record))
