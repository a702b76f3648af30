"""From the store to a form and back: the record as it stands, its draft, the names it refers to; runs on a worker."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, cast

from icjims_core.access import Allowed, Operation, Subject, decide
from icjims_core.clocks import Vector, from_text
from icjims_core.declarations.schema import Kind, RecordType
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.officers import author_words
from icjims_core.problem import Problem, Refused
from icjims_core.signing import OFFICER
from icjims_desktop.ui.attachments.reading import stored_files
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.record_form import contacts
from icjims_desktop.ui.record_form.changes import changed
from icjims_desktop.ui.record_form.data import FormData
from icjims_desktop.ui.signing.standing import act_state
from icjims_desktop.ui.wording import (
    case_number,
    disputed_of,
    fields_of,
    former_of,
    local,
    moment_words,
    stored_moment,
)

if TYPE_CHECKING:
    from icjims_desktop.services.documents import Document
    from icjims_desktop.services.workspace import Workspace
    from icjims_desktop.store.drafts import Draft, DraftKey


@dataclass(frozen=True, slots=True)
class Opened:
    """A form as it opens. `seen` is the vector of the record as it is shown, `None` for a record still to be made.

    `names` tells the records that are referred to, by id.
    """

    data: FormData
    type: str
    record: bytes
    case: bytes | None
    seen: Vector | None
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> "DraftKey":
        """What its draft is kept under."""
        from icjims_desktop.store.drafts import DraftKey  # noqa: PLC0415 - the store is not loaded before the unlock

        return DraftKey(self.type, self.record, self.case)


def open_form(workspace: "Workspace", type_: str, record: str, case: str, language: str, now: datetime) -> Opened:
    """A record to change (`record`), or one of a type to make, with its draft if there is one; raises `Refused`."""
    case_id = uuid.UUID(case).bytes if case else None
    wanted = uuid.UUID(record).bytes if record else None
    draft = _draft_of(workspace, type_, wanted, case_id)
    if wanted is not None:
        try:
            return _known(workspace, wanted, (case_id, draft), language, now)
        except Refused as problem:
            if problem.code != "not_found" or draft is None:
                raise
    elif draft is not None and _is_recorded(workspace, draft, language):
        workspace.drafts.discard(draft.key)
        draft = None
    return _new(workspace, type_, case_id, draft, language)


def _is_recorded(workspace: "Workspace", draft: "Draft", language: str) -> bool:
    """Whether the record of a draft was made, and the program ended before the draft could go."""
    return draft.key.record is not None and bool(_name(workspace, str(uuid.UUID(bytes=draft.key.record)), language))


def _draft_of(workspace: "Workspace", type_: str, record: bytes | None, case: bytes | None) -> "Draft | None":
    for draft in workspace.drafts.all():
        key = draft.key
        if record is not None and key.record == record:
            return draft
        if record is None and (key.type, key.case) == (type_, case) and not draft.context:
            return draft
    return None


def _known(
    workspace: "Workspace",
    record: bytes,
    kept: "tuple[bytes | None, Draft | None]",
    language: str,
    now: datetime,
) -> Opened:
    case, draft = kept
    document = workspace.records.show(record)
    declared = record_type(str(document["type"]))
    shown, seen = fields_of(document), from_text(cast("dict[str, int]", document["vector"]))
    touched = changed(declared, _writable(declared, shown), draft.values) if draft else {}
    if draft is not None and not touched:
        workspace.drafts.discard(draft.key)  # it was recorded, and the program ended before the draft could go
        draft = None
    case = uuid.UUID(str(document["case"])).bytes if document["case"] else case
    if draft is not None and draft.context:
        seen = dict(draft.context)
    act = act_state(workspace, declared, record, language, now) if declared.signing else None
    data = FormData(
        declared,
        shown,
        case_number=_number(workspace, case),
        draft_saved_at=local(draft.saved_at) if draft else None,
        read_only="annulled" in document or bool(declared.command) or not _may_write(workspace, declared),
        typed=touched,
        disputed=disputed_of(document),
        former=former_of(document),
        known=True,
        may_sign=act is not None and OFFICER in act.capacities,
        act=act,
        files=stored_files(workspace, declared, record, shown),
        annulling=workspace.records.annulling(record),
        annulled=_annulled(document, language, now),
    )
    owner = None if declared.heads_case else case
    return Opened(data, declared.name, record, owner, seen, names_of(workspace, declared, (shown, touched), language))


def _annulled(document: "Document", language: str, now: datetime) -> str:
    """When a record was annulled, by whom and why; empty where it was not."""
    annulment = cast("dict[str, str] | None", document.get("annulled"))
    if annulment is None:
        return ""
    at = stored_moment(annulment["recorded_at"])
    pattern = translate("RecordForm", "Annulled {at}, {by}: {reason}")
    when = moment_words(at, now) if at else ""
    return pattern.format(at=when, by=author_words(annulment, language), reason=annulment["reason"])


def _new(workspace: "Workspace", type_: str, case: bytes | None, draft: "Draft | None", language: str) -> Opened:
    declared = record_type(type_)
    typed = dict(draft.values) if draft else {}
    record = draft.key.record if draft and draft.key.record else workspace.new_id()
    data = FormData(
        declared,
        case_number=_number(workspace, case),
        draft_saved_at=local(draft.saved_at) if draft else None,
        typed=typed,
        may_sign=declared.signing is not None and workspace.me.role in declared.signing.by,
    )
    return Opened(data, type_, record, case, None, names_of(workspace, declared, (typed,), language))


def _writable(declared: RecordType, values: Mapping[str, object]) -> dict[str, object]:
    return {name: each for name, each in values.items() if name in declared.by_name}


def _may_write(workspace: "Workspace", declared: RecordType) -> bool:
    return isinstance(decide(Operation.EDIT, workspace.me.actor, Subject(declared)), Allowed)


def _number(workspace: "Workspace", case: bytes | None) -> str:
    return case_number(fields_of(workspace.records.show(case))) if case is not None else ""


def names_of(
    workspace: "Workspace", declared: RecordType, sources: Iterable[Mapping[str, object]], language: str
) -> dict[str, str]:
    """What the records and offices that these values refer to are called, by id or code; empty for what is not here."""
    found: dict[str, str] = {}
    for values in sources:
        for name, value in values.items():
            known = declared.by_name.get(name)
            if known is not None and known.kind is Kind.REF:
                for each in value if isinstance(value, list) else [value]:
                    if isinstance(each, str) and each not in found:
                        found[each] = _name(workspace, each, language)
            elif known is not None and known.picked_from == contacts.OFFICE and isinstance(value, str):
                found[value] = workspace.offices.name(value, language)
    return found


def _name(workspace: "Workspace", record: str, language: str) -> str:
    try:
        return workspace.cases.step(uuid.UUID(record).bytes, language).sentence
    except (Refused, ValueError):
        return ""  # a text still being typed, or a record that is not here


def keep_draft(workspace: "Workspace", opened: Opened, touched: Mapping[str, object], now: int) -> datetime | None:
    """Keep what is typed; when it was kept, `None` where nothing is typed and nothing was kept."""
    if not touched:
        workspace.drafts.discard(opened.key)
        return None
    workspace.drafts.keep(opened.key, cast("Mapping[str, Value]", touched), opened.seen or {}, now=now)
    return local(now)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded: its id, and what is advised on it."""

    record: str
    advice: tuple[Problem, ...] = ()


def save(workspace: "Workspace", opened: Opened, touched: Mapping[str, object], language: str) -> Recorded:
    """Record what was changed and drop the draft. Raises `Refused`."""
    from icjims_desktop.services import identifiers  # noqa: PLC0415 - loaded at the unlock
    from icjims_desktop.services.recording import assignments  # noqa: PLC0415 - loaded at the unlock

    stated = assignments.of_object(touched)
    if opened.seen is None:
        workspace.records.new(opened.type, stated, case=opened.case, record=opened.record)
    else:
        workspace.records.edit(opened.record, stated, seen=opened.seen)
    workspace.drafts.discard(opened.key)
    advice = workspace.advice.after_saving(opened.record, language, made=opened.seen is None)
    return Recorded(identifiers.to_text(opened.record), tuple(advice))


def new_person(workspace: "Workspace", case: bytes | None, typed: str) -> tuple[str, str]:
    """A person of whom only the name is known yet, in a case: id and name. Raises `Refused`."""
    from icjims_desktop.services import identifiers  # noqa: PLC0415 - loaded at the unlock
    from icjims_desktop.services.recording import assignments  # noqa: PLC0415 - loaded at the unlock

    parts = dict(zip(("surname", "name", "patronymic"), typed.split(maxsplit=2), strict=False))
    saved = workspace.records.new("person", assignments.of_object(parts), case=case)
    return identifiers.to_text(saved.record), " ".join(parts.values())
