"""From a case of the store to its page; runs on a worker. Only what is recorded, and what follows from it, is told."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, cast

from icjims_core.access import Allowed, Operation, Subject, decide
from icjims_core.codes import code_list
from icjims_core.declarations.schema import Archetype, RecordType
from icjims_core.modules import registry
from icjims_core.problem_texts import problem_parts
from icjims_core.signing import Standing
from icjims_core.workflow import case_machine
from icjims_desktop.ui.attachments.data import file_icon
from icjims_desktop.ui.attachments.reading import stored_file
from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.components.timeline import Run, TimelineRow
from icjims_desktop.ui.dossier import liberty
from icjims_desktop.ui.dossier.actions import actions_of
from icjims_desktop.ui.dossier.data import (
    ActOffer,
    DocumentLine,
    DossierData,
    Doubt,
    FileLine,
    Participant,
    StepKind,
    TimeAlert,
)
from icjims_desktop.ui.families import icon_of
from icjims_desktop.ui.i18n.dates import format_day, format_time
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.today.data import OPEN, Explained, Group, due_words, group_of, left_chip
from icjims_desktop.ui.today.reading import of_case
from icjims_desktop.ui.wording import (
    case_number,
    code_words,
    fields_of,
    law_words,
    local,
    moment_words,
    qualification,
    record_title,
    size_words,
    stored_moment,
    trimmed,
)

if TYPE_CHECKING:
    from icjims_desktop.services.documents import Document
    from icjims_desktop.services.law.liberty import AddedTold, Alert, AnnulledTold, Told
    from icjims_desktop.services.reading.casefile import Step
    from icjims_desktop.services.reading.cases import CaseFile
    from icjims_desktop.services.workspace import Workspace

DEADLINES = 2
PROSECUTOR = "prosecutor"
STEPS, PEOPLE = "steps", "people"
UNSIGNED = frozenset({Standing.DRAFT, Standing.CHANGED})
UNDATED = "step_undated"
"""A time not stated yet: the sheet of the person tells it, and the form asks for it."""
LIBERTY = frozenset({"apprehension", "restraint"})


def dossier(workspace: "Workspace", case: bytes, language: str, now: datetime) -> DossierData:
    """The page of a case; raises `Refused("not_found")`."""
    file = workspace.cases.file(case, language)
    values = fields_of(file.document)
    role = workspace.me.role
    at_home = str(file.document["office"])
    offices = workspace.offices.names({at_home, *(step.author.office for step in file.steps)}, language)
    rows = tuple(
        replace(
            _row(step, standing, now, language, offices),
            actions=actions_of(step.type, standing, role),
            status=_status(standing, file.awaited.get(step.id, ""), language),
        )
        for step in reversed(file.steps)
        for standing in [file.standings.get(step.id)]
    )
    offers = tuple(_offers(workspace, case, language))
    told = workspace.liberty.of_case(case, language)
    people = tuple(_people(file, told))
    dues = of_case(workspace, str(file.document["id"]), language)
    return DossierData(
        case_id=str(file.document["id"]),
        number=case_number(values),
        title=record_title(values, file.steps[0].sentence),
        chips=(_course(workspace, case, language), *_chips(values, file.steps, language)),
        deadlines=tuple(_nearest(dues, now)),
        dues=dues,
        measures=liberty.measures(told, dues, now),
        passports=liberty.passports(told, now),
        alerts=tuple(_alerts(told, now)),
        doubts=tuple(_doubts(file, told, language)),
        alerts_first=workspace.me.role == PROSECUTOR,
        told=told,
        now=now,
        responsible=str(values.get("responsible") or ""),
        office=" · ".join(part for part in (offices[at_home], at_home) if part),
        offers=offers,
        kinds=_kinds(rows),
        steps=rows,
        participants=people,
        files=tuple(_files(workspace, case)),
        documents=tuple(_drafts(workspace, case, language, now)),
        may_add=any(each.allowed for each in offers) and "annulled" not in file.document,
    )


def _course(workspace: "Workspace", case: bytes, language: str) -> ChipData:
    """Where the case stands by its records; every reading, where they tell different courses."""
    course = workspace.procedure.course(case, language)
    findings = [str(each["text"]) for each in cast("list[Document]", course.get("findings", []))]
    readings = cast("list[str]", course.get("readings", []))
    if not readings:
        return ChipData(str(course["label"]), ChipKind.ACCENT, "flag", "\n".join(findings))
    states = code_list(case_machine().states)
    every = " / ".join(states.label(each, language) for each in readings)
    told = translate("DossierReading", "The records tell different courses: {states}").format(states=every)
    return ChipData(every, ChipKind.DUE, "fork", "\n".join((told, *findings)))


def _chips(values: dict[str, object], steps: "tuple[Step, ...]", language: str) -> Iterator[ChipData]:
    if steps[0].annulled:
        yield ChipData(translate("DossierReading", "Annulled"), ChipKind.LATE, "octagon")
    words = qualification(values, language)
    if words:
        yield ChipData(words.split(" · ")[0], detail=words)
    disputed = sum(step.conflicts for step in steps)
    if disputed:
        words = translate("DossierReading", "In conflict: {count}").format(count=disputed)
        yield ChipData(words, ChipKind.DUE, "fork")


def _nearest(dues: "tuple[Explained, ...]", now: datetime) -> Iterator[ChipData]:
    """The due dates to be seen at once: how many are overdue, then what runs, liberty first and by time left.

    How much is left stands first: where there is no room it is the end that is cut off.
    """
    waiting = [each for each in dues if each.state in OPEN and each.left.due is not None and each.left.done is None]
    late = [each for each in waiting if group_of(each.left, now) is Group.OVERDUE]
    if late:
        words = translate("DossierReading", "Overdue: {count}").format(count=len(late))
        yield ChipData(words, ChipKind.LATE, "octagon", "\n".join(_due_detail(each) for each in late))
    running = [each for each in waiting if each not in late]
    for each in sorted(running, key=lambda one: (one.severity, one.left.due))[:DEADLINES]:
        chip = left_chip(each.left, now)
        detail = f"{due_words(each.left, now)} · {_due_detail(each)}"
        yield ChipData(f"{chip.text} · {each.what}", chip.kind, chip.icon or "clock", detail)


def _people(file: "CaseFile", told: "Told") -> Iterator[Participant]:
    """Who takes part, with the state that follows from what is recorded."""
    standings = {each.person: each for each in told.persons}
    for each in file.participants:
        standing = standings.get(each.person)
        custody = standing.custody if standing else None
        held = custody is not None and custody.held_now
        state = standing.state.label if standing and standing.state.since else ""
        words = liberty.kind_words(custody.kind) if custody is not None and held else ""
        role = each.role if state in ("", each.role) else f"{each.role} — {state}"
        yield Participant(each.id, each.name, role, words, held, each.category, each.category_label)


def _alerts(told: "Told", now: datetime) -> Iterator[TimeAlert]:
    yield from (_alert(each, now) for each in told.alerts)
    yield from (_annulled(each, now) for each in told.annulled)
    yield from (_added(each, now) for each in told.added)


def _alert(alert: "Alert", now: datetime) -> TimeAlert:
    pattern = translate("DossierReading", "first {first}, later stated {stated} ({by})")
    at = moment_words(liberty.wall(alert.at), now) if alert.at else ""
    recorded = translate("DossierReading", "recorded {at}").format(at=at) if at else ""
    by = ", ".join(part for part in (alert.source, alert.by, recorded) if part)
    first, stated = (moment_words(liberty.wall(each), now) for each in (alert.first, alert.stated))
    remark = pattern.format(first=first, stated=stated, by=by or "—")
    return TimeAlert(alert.record, ": ".join(part for part in (alert.person, alert.label) if part), remark)


def _annulled(told: "AnnulledTold", now: datetime) -> TimeAlert:
    pattern = translate("DossierReading", "annulled {at} ({by}): {reason}")
    if not told.effective:
        pattern = translate("DossierReading", "annulled {at} ({by}), which takes no effect: {reason}")
    remark = pattern.format(at=moment_words(liberty.wall(told.at), now), by=told.by or "—", reason=told.reason)
    return TimeAlert(told.record, ": ".join(part for part in (told.person, told.label) if part), remark)


def _added(told: "AddedTold", now: datetime) -> TimeAlert:
    pattern = translate("DossierReading", "stated {at} by {by}, who has not signed it")
    remark = pattern.format(at=moment_words(liberty.wall(told.at), now), by=told.by or "—")
    return TimeAlert(told.record, ": ".join(part for part in (told.person, told.label) if part), remark)


def _doubts(file: "CaseFile", told: "Told", language: str) -> Iterator[Doubt]:
    """What does not fit in the course of the case, of its persons and in the ledger of their custody, then what was
    advised and still holds."""
    for each in told.case.findings:
        yield Doubt(each.record, each.text)
    for person in told.persons:
        held = person.custody.findings if person.custody is not None else ()
        misfits = (each for each in (*person.state.findings, *held) if each.code != UNDATED)
        yield from (Doubt(each.record, f"{person.name}: {each.text}") for each in misfits)
    yield from (Doubt(each.record, each.text) for each in told.warnings)
    for noticed in file.noticed:
        words = problem_parts(noticed.problem, language)
        yield Doubt(noticed.record, words.happened, f"{words.means} {words.todo}")


def _due_detail(due: Explained) -> str:
    return " · ".join(part for part in (due.what, due.person, due.article) if part)


def _row(
    step: "Step", standing: Standing | None, now: datetime, language: str, offices: Mapping[str, str]
) -> TimelineRow:
    moment = stored_moment(step.moment) or local(step.made_at)
    declared = registry().get(step.type)
    person = declared is not None and declared.archetype is Archetype.PERSON
    office = step.author.office
    author = ", ".join(part for part in (step.author.words(language), offices[office] or office) if part)
    return TimelineRow(
        record_id=step.id,
        day=format_day(moment.date(), now.date()),
        time=format_time(moment) if "T" in step.moment or not step.moment else "",
        icon=icon_of(step.type),
        sentence=_runs(step),
        author=author,
        signed=None if standing is None or step.annulled else standing not in UNSIGNED,
        in_centre=step.on_centre,
        liberty=step.type in LIBERTY,
        kinds=(PEOPLE if person else STEPS,),
        conflicts=step.conflicts,
        annulled=step.annulled,
    )


def _status(standing: Standing | None, awaited: str, language: str) -> str:
    """How far an act has come, and the consent that it waits for."""
    words = code_words("act_status", standing, language) if standing else ""
    if not awaited or standing not in (Standing.SIGNED, Standing.REGISTERED):
        return words
    capacity = code_words("signing_capacity", awaited, language)
    return translate("DossierReading", "{status}; awaits: {capacity}").format(status=words, capacity=capacity)


def _runs(step: "Step") -> tuple[Run, ...]:
    """The line with what it is in front, said once."""
    rest = trimmed(step.sentence).removeprefix(step.label).lstrip(" :,—")
    return (Run(f"{step.label}  ", strong=True), Run(rest[:1].upper() + rest[1:]))


def _kinds(rows: tuple[TimelineRow, ...]) -> tuple[StepKind, ...]:
    names = {STEPS: translate("DossierReading", "Steps"), PEOPLE: translate("DossierReading", "People")}
    counts = {kind: sum(kind in row.kinds for row in rows) for kind in names}
    every = StepKind("", translate("DossierReading", "All"), len(rows))
    return (every, *(StepKind(kind, words, counts[kind]) for kind, words in names.items() if counts[kind]))


def _offers(workspace: "Workspace", case: bytes, language: str) -> Iterator[ActOffer]:
    """What this role may write in a case: the next steps of the law, then the rest, last what is not lawful now."""
    steps = cast("list[Document]", workspace.procedure.next(case, language)["steps"])
    me = workspace.me.actor
    found = [(step, registry()[str(step["type"])]) for step in steps]
    mine = [
        (step, declared)
        for step, declared in found
        if not (declared.command or declared.heads_case)
        and isinstance(decide(Operation.CREATE, me, Subject(declared)), Allowed)
    ]
    for step, declared in sorted(mine, key=lambda each: (*_place_in_law(each[0]), *_place_in_procedure(each[1]))):
        yield _offer(step, declared, language)


def _offer(step: "Document", declared: RecordType, language: str) -> ActOffer:
    why = " ".join(str(each["text"]) for each in cast("list[Document]", step.get("reasons", [])))
    states = code_list(case_machine().states)
    leads = ", ".join(f"«{states.label(code, language)}»" for code in cast("list[str]", step["leads_to"]))
    next_ = translate("DossierReading", "leads to {state}").format(state=leads) if leads else ""
    others = tuple(declared.label.text(each) for each in ("ky", "ru", "en") if each != language)
    allowed = bool(step["available"])
    title, article = declared.label.text(language), law_words(declared.source)
    return ActOffer(declared.name, title, article, next_ if allowed else why, allowed, names=others)


def _place_in_law(step: "Document") -> tuple[bool, bool, bool]:
    return not step["available"], not step["leads_to"], not step["by_law"]


def _place_in_procedure(declared: RecordType) -> tuple[bool, str]:
    """Acts before people, each by the first step of the procedure that it records."""
    return declared.archetype is Archetype.PERSON, min(declared.steps, default="P99")


def _files(workspace: "Workspace", case: bytes) -> Iterator[FileLine]:
    for each in workspace.attachments.of_case(case):
        file = stored_file(each.value, here=each.here)
        away = "" if file.here else translate("DossierReading", "on another computer")
        remark = " · ".join(part for part in (size_words(file.size), away) if part)
        yield FileLine(each.record, each.field, file.name, remark, file_icon(file.mime))


def _drafts(workspace: "Workspace", case: bytes, language: str, now: datetime) -> Iterator[DocumentLine]:
    for draft in workspace.drafts.all():
        declared = registry().get(draft.key.type)
        if draft.key.case == case and draft.key.record is not None and declared is not None:
            name = f"{draft.key.type}:{draft.key.record.hex()}"
            at = moment_words(local(draft.saved_at), now)
            yield DocumentLine(name, declared.label.text(language), at, draft=True)
