"""From disputes of the store to the queue and the four columns, and the decision back; runs on a worker."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from icjims_core.clocks import contains, from_text
from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.modules import registry
from icjims_core.officers import author_words, officer_words
from icjims_core.problem import Refused
from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.conflicts.data import Author, ConflictData, ConflictItem, Decision, FieldConflict, Side
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.record_form.contacts import OFFICE
from icjims_desktop.ui.wording import (
    case_number,
    disputed_of,
    fields_of,
    law_words,
    local,
    moment_words,
    stored_moment,
    trimmed,
    value_words,
)

if TYPE_CHECKING:
    from icjims_desktop.services.reading.cases import Dispute
    from icjims_desktop.services.reading.history import Line
    from icjims_desktop.services.workspace import Workspace

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Version:
    """One value of the unit: who wrote it under which dot, and its fields in stored form."""

    author: Author
    values: Values
    login: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An open conflict with what is needed to decide it. `seen` is the vector that was shown."""

    data: ConflictData
    record: bytes
    unit: str
    fields: tuple[str, ...]
    seen: Mapping[str, int]
    versions: Mapping[str, Values]
    was: Values | None


def name_of_unit(record: str, unit: str) -> str:
    """The id of a conflict on the screens."""
    return f"{record}/{unit}"


def queue(workspace: "Workspace", language: str, now: datetime) -> tuple[ConflictItem, ...]:
    """The conflicts that wait: the liberty of a person first, then the oldest."""
    numbers: dict[str, str] = {}
    found = [
        (_since(unit), _item(workspace, dispute, unit, numbers, (language, now)))
        for dispute in workspace.cases.disputes(language)
        for unit in dispute.units
    ]
    found.sort(key=lambda each: (each[1].serious is None, each[0]))
    return tuple(item for _, item in found)


def _siblings(unit: Mapping[str, object]) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", unit["siblings"])


def _since(unit: Mapping[str, object]) -> datetime:
    """When the unit became disputed here by the clocks of its authors: the second of the versions."""
    moments = sorted(str(each["recorded_at"]) for each in _siblings(unit))
    return stored_moment(moments[1] if len(moments) > 1 else moments[0]) or datetime.min  # noqa: DTZ901 - wall clock


def _item(
    workspace: "Workspace",
    dispute: "Dispute",
    unit: Mapping[str, object],
    numbers: dict[str, str],
    where: tuple[str, datetime],
) -> ConflictItem:
    language, now = where
    declared = registry().get(dispute.step.type)
    names = [_label(declared, str(each), language) for each in cast("list[str]", unit["fields"])]
    others = sorted({author_words(each, language) for each in _siblings(unit) if each["author"] != workspace.me.login})
    return ConflictItem(
        id=name_of_unit(dispute.step.id, str(unit["unit"])),
        title=_title(dispute),
        remark=f"{', '.join(names)} · {'; '.join(others)}",
        case_number=_number(workspace, str(unit["case"] or ""), numbers),
        since=translate("ConflictsReading", "since {when}").format(when=moment_words(_since(unit), now)),
        serious=_serious(unit),
    )


def _title(dispute: "Dispute") -> str:
    line = trimmed(dispute.step.sentence)
    return line if line.startswith(dispute.step.label) else f"{dispute.step.label}: {line}"


def _serious(unit: Mapping[str, object]) -> ChipData | None:
    if not unit["decided_by"]:
        return None
    return ChipData(translate("ConflictsReading", "Liberty of a person"), ChipKind.ACCENT, "shield")


def _label(declared: RecordType | None, name: str, language: str) -> str:
    return declared.by_name[name].label.text(language) if declared and name in declared.by_name else name


def _number(workspace: "Workspace", case: str, known: dict[str, str]) -> str:
    if case and case not in known:
        try:
            known[case] = case_number(fields_of(workspace.records.show(uuid.UUID(case).bytes)))
        except Refused:
            known[case] = ""
    return known.get(case, "")


def open_conflict(workspace: "Workspace", conflict: str, language: str, now: datetime) -> Disagreement:
    """One conflict with all its versions; raises `Refused("no_conflict")` where it has been decided meanwhile."""
    record, _, unit = conflict.partition("/")
    dispute, found = _find(workspace, record, unit, language)
    history = workspace.cases.history(uuid.UUID(record).bytes)
    office_of = partial(_office, workspace, language)
    versions = _versions(found, language, now, office_of)
    was = _before(history, unit, versions, dispute.step.type)
    own = [each for each in versions if each.login == workspace.me.login]
    mine = (own or versions)[0]
    theirs = tuple(each for each in versions if each is not mine)
    declared = registry().get(dispute.step.type)
    names = tuple(cast("list[str]", found["fields"]))
    say = _Words(workspace, declared, language)
    data = ConflictData(
        id=conflict,
        title=_title(dispute),
        case_number=_number(workspace, str(found["case"] or ""), {}),
        position=translate("ConflictsReading", "since {when}").format(when=moment_words(_since(found), now)),
        was=_was_author(was, language, now, office_of),
        mine=mine.author,
        theirs=tuple(each.author for each in theirs),
        fields=tuple(say.field(name, was[1] if was else None, mine, theirs) for name in names),
        notice=_serious(found),
        one_unit=len(names) > 1,
        own=bool(own),
        may_decide=bool(found["may_resolve"]),
        decided_by=_decided_by(found),
        explained=_explained(found, language, office_of),
    )
    values = {each.author.dot: each.values for each in versions}
    seen = cast("Mapping[str, int]", found["vector"])
    return Disagreement(data, uuid.UUID(record).bytes, unit, names, seen, values, was[1] if was else None)


def _decided_by(unit: Mapping[str, object]) -> str:
    """Who decides, by name where the directory tells the supervising office."""
    offices = ", ".join(cast("list[str]", unit["decided_at"]))
    if not unit["decided_by"]:
        return translate("ConflictsReading", "Whoever may change this record decides; both versions stay in the case.")
    if not offices:
        return translate("ConflictsReading", "The supervising prosecutor decides; both versions stay in the case.")
    pattern = translate("ConflictsReading", "The supervising prosecutor decides ({office}); both versions stay.")
    return pattern.format(office=offices)


def _office(workspace: "Workspace", language: str, code: str) -> str:
    """What an office is called, else its code."""
    return workspace.offices.name(code, language) or code


def _explained(unit: Mapping[str, object], language: str, office_of: Callable[[str], str]) -> tuple[str, ...]:
    told = cast("list[Mapping[str, object]]", unit["explanations"])
    return tuple(f"{author_words(each, language)}, {office_of(str(each['office']))}: {each['text']}" for each in told)


def explain(workspace: "Workspace", open_: Disagreement, text: str) -> None:
    """Record why one's own version says what it says; raises `Refused`."""
    workspace.records.explain(open_.record, open_.unit, text)


def _find(workspace: "Workspace", record: str, unit: str, language: str) -> "tuple[Dispute, Mapping[str, object]]":
    for dispute in workspace.cases.disputes(language):
        if dispute.step.id == record:
            for each in dispute.units:
                if each["unit"] == unit:
                    return dispute, each
    raise Refused("no_conflict", unit=unit[:100])


def _versions(
    unit: Mapping[str, object], language: str, now: datetime, office_of: Callable[[str], str]
) -> list[Version]:
    found = []
    for each in _siblings(unit):
        dot = str(each["dot"])
        moment = stored_moment(str(each["recorded_at"]))
        at = moment_words(moment, now) if moment else ""
        words = ", ".join(part for part in (author_words(each, language), office_of(str(each["office"])), at) if part)
        found.append(Version(Author(dot, words), cast("Values", each["values"]), str(each["author"])))
    return found


def _before(
    history: "Sequence[Line]", unit: str, versions: Sequence[Version], type_: str
) -> "tuple[Line, Values] | None":
    """The last value of the unit that every author of a version had seen."""
    from icjims_core.acts import context_of  # noqa: PLC0415 - as the services
    from icjims_desktop.services.documents import parts_of  # noqa: PLC0415 - loaded at the unlock

    writers = {each.author.dot for each in versions}
    contexts = [context_of(line.revision) for line in history if str(line.dot) in writers and line.revision]
    found = None
    for line in history:
        puts = line.revision.changes.get("put", {}) if line.revision else {}
        if unit in puts and all(contains(context, line.dot) for context in contexts):
            found = (line, parts_of(registry().get(type_), unit, puts[unit]))
    return found if contexts else None


def _was_author(
    was: "tuple[Line, Values] | None", language: str, now: datetime, office_of: Callable[[str], str]
) -> Author | None:
    if was is None:
        return None
    line = was[0]
    at = moment_words(local(line.recorded_at), now)
    name = officer_words(line.author.name, line.author.role, line.author.login, language)
    words = ", ".join(part for part in (name, office_of(line.author.office), at) if part)
    return Author(str(line.dot), words)


class _Words:
    """Says the fields of one record in one language; records that they refer to are asked for once."""

    def __init__(self, workspace: "Workspace", declared: RecordType | None, language: str) -> None:
        self._workspace, self._declared, self._language = workspace, declared, language
        self._names: dict[str, str] = {}

    def field(self, name: str, was: Values | None, mine: Version, theirs: Sequence[Version]) -> FieldConflict:
        declared = self._declared.by_name.get(name) if self._declared else None
        return FieldConflict(
            name=name,
            label=declared.label.text(self._language) if declared else name,
            remark=law_words(declared.source) if declared else "",
            was=self._side(declared, was.get(name)) if was else None,
            mine=self._side(declared, mine.values.get(name)),
            theirs=tuple(self._side(declared, each.values.get(name)) for each in theirs),
            is_text=declared is not None and declared.kind is Kind.RICH,
        )

    def _side(self, declared: Field | None, value: object) -> Side:
        if declared is None:
            return Side(str(value))
        if declared.picked_from == OFFICE and isinstance(value, str):
            return Side(self._workspace.offices.name(value, self._language) or value)
        return Side(value_words(declared, value, self._language, self._name) or "—")

    def _name(self, record: str) -> str:
        if record not in self._names:
            try:
                self._names[record] = self._workspace.cases.step(uuid.UUID(record).bytes, self._language).sentence
            except (Refused, ValueError):
                self._names[record] = "—"
        return self._names[record]


def decide(workspace: "Workspace", open_: Disagreement, decision: Decision) -> None:
    """Record a decision with its reason over what was shown; a later one over the same conflict undoes it.

    Raises `Refused`.
    """
    from icjims_desktop.services.recording.assignments import Assignment, Operator  # noqa: PLC0415 - loaded at the unlock

    records, seen = workspace.records, from_text(dict(open_.seen))
    disputed = bool(disputed_of(workspace.records.show(open_.record)) & set(open_.fields))
    context = seen if disputed else None
    dots = {each.dot for each in decision.fields}
    if len(dots) == 1 and (dot := next(iter(dots))) in open_.versions:
        records.resolve(open_.record, open_.unit, dot, decision.reason, seen=context)
        return
    values = {each.name: _decided(open_, each.choice, each.dot, each.name, each.text) for each in decision.fields}
    if not disputed:
        several = [Assignment(name, Operator.WHOLE, value) for name, value in values.items()]
        records.edit(open_.record, several, reason=decision.reason)
        return
    plain = open_.fields == (open_.unit,)
    whole: object = values[open_.unit] if plain else values
    stated = Assignment(open_.unit, Operator.WHOLE, whole)
    records.resolve(open_.record, open_.unit, stated, decision.reason, seen=context)


def _decided(open_: Disagreement, choice: str, dot: str, name: str, text: str) -> object:
    if choice == "was":
        return (open_.was or {}).get(name)
    if dot in open_.versions:
        return open_.versions[dot].get(name)
    return text
