"""From the cases of the store to the rows and filters of the list; runs on a worker."""

import uuid
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from icjims_core.codes import CodeList, code_list
from icjims_core.workflow import case_machine
from icjims_desktop.ui.cases.data import CaseFilter, CaseRow
from icjims_desktop.ui.i18n.dates import format_day
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.today.reading import nearest
from icjims_desktop.ui.wording import case_number, local, qualification, record_title

if TYPE_CHECKING:
    from icjims_desktop.services.law.standings import Entry
    from icjims_desktop.services.reading.casefile import CaseLine
    from icjims_desktop.services.workspace import Workspace

ALL, DISPUTED, ANNULLED = "all", "conflicts", "annulled"
STAGE = "stage:"
"""Begins the id of a filter by stage."""
STAGES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Listing:
    """Numbers of the cases to show, the filters with their counts, and how many cases there are in all."""

    numbers: "array[int]"
    filters: tuple[CaseFilter, ...]
    total: int


def listing(workspace: "Workspace", chosen: str, text: str, language: str = "ru", *, by_stage: bool = False) -> Listing:
    """The cases of a filter that hold these words or stand at a stage of that name, newest first or by stage."""
    cases, stages = workspace.cases, workspace.standings.staged()
    found = {ALL: cases.numbers()}
    found[DISPUTED] = cases.numbers(attention="conflicts")
    found[ANNULLED] = cases.numbers(attention="annulled")
    found |= _by_stage(found[ALL], stages, chosen)
    numbers = found.get(chosen, found[ALL])
    if text.strip():
        wanted = cases.containing(text) | _at_stage(stages, text, language)
        numbers = array("q", (each for each in numbers if each in wanted))
    if by_stage:
        order = {code: at for at, code in enumerate(_stages().entries)}
        numbers = array("q", sorted(numbers, key=lambda each: order.get(stages.get(each, ""), len(order))))
    filters = tuple(
        CaseFilter(name, _filter_words(name, language), len(each))
        for name, each in found.items()
        if each or name in (ALL, chosen)
    )
    return Listing(numbers, filters, len(found[ALL]))


def _by_stage(numbers: "array[int]", stages: Mapping[int, str], chosen: str) -> "dict[str, array[int]]":
    """The cases of the commonest stages, in the order of the procedure, and of the one chosen."""
    found: dict[str, array[int]] = {}
    for each in numbers:
        if each in stages:
            found.setdefault(STAGE + stages[each], array("q")).append(each)
    common = sorted(found, key=lambda name: -len(found[name]))[:STAGES_SHOWN]
    order = [STAGE + code for code in _stages().entries]
    return {name: found.get(name, array("q")) for name in order if name in common or name == chosen}


def _at_stage(stages: Mapping[int, str], text: str, language: str) -> frozenset[int]:
    """The cases at a stage whose name holds what was typed."""
    typed, listed = text.strip().casefold(), _stages()
    codes = {code for code in listed.entries if typed in listed.label(code, language).casefold()}
    return frozenset(number for number, code in stages.items() if code in codes)


def _stages() -> CodeList:
    return code_list(case_machine().states)


def _filter_words(name: str, language: str) -> str:
    if name.startswith(STAGE):
        return _stages().label(name.removeprefix(STAGE), language)
    return {
        ALL: translate("CaseFilters", "All"),
        DISPUTED: translate("CaseFilters", "In conflict"),
        ANNULLED: translate("CaseFilters", "Annulled"),
    }[name]


def rows(workspace: "Workspace", numbers: Sequence[int], language: str, now: datetime) -> tuple[CaseRow, ...]:
    """The rows of these cases, in this order; one that has left meanwhile is told as such."""
    found = {line.number: line for line in workspace.cases.lines(numbers, language)}
    ids = {number: uuid.UUID(line.step.id).bytes for number, line in found.items()}
    kept = workspace.standings.of(ids.values())
    return tuple(
        _row(found[each], kept.get(ids[each]), language, now) if each in found else _gone() for each in numbers
    )


def _row(line: "CaseLine", kept: "tuple[str, tuple[Entry, ...]] | None", language: str, now: datetime) -> CaseRow:
    values, step = line.values, line.step
    stage, entries = kept or ("", ())
    return CaseRow(
        case_id=step.id,
        number=case_number(values),
        title=record_title(values, step.sentence),
        qualification=qualification(values, language),
        responsible=str(values.get("responsible") or ""),
        changed=format_day(local(step.changed_at).date(), now.date()),
        in_centre=step.on_centre,
        stage=_stages().label(stage, language) if stage else "",
        deadline=nearest(entries, now),
        conflicts=step.conflicts,
        brief=line.brief,
    )


def _gone() -> CaseRow:
    return CaseRow("", "—", translate("CaseFilters", "This case has left this workstation"), "", "", "")
