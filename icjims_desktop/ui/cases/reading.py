"""From the cases of the store to the rows and filters of the list; runs on a worker."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from icjims_desktop.ui.cases.data import CaseFilter, CaseRow
from icjims_desktop.ui.i18n.dates import format_day
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.wording import case_number, local, qualification, record_title

if TYPE_CHECKING:
    from icjims_desktop.services.casefile import CaseLine
    from icjims_desktop.services.workspace import Workspace

ALL, DISPUTED, ANNULLED = "all", "conflicts", "annulled"


@dataclass(frozen=True, slots=True)
class Listing:
    """Numbers of the cases to show, the filters with their counts, and how many cases there are in all."""

    numbers: "array[int]"
    filters: tuple[CaseFilter, ...]
    total: int


def listing(workspace: "Workspace", chosen: str, text: str) -> Listing:
    """The cases of a filter that hold these words."""
    cases = workspace.cases
    found = {ALL: cases.numbers()}
    found[DISPUTED] = cases.numbers(attention="conflicts")
    found[ANNULLED] = cases.numbers(attention="annulled")
    numbers = found.get(chosen, found[ALL])
    if text.strip():
        wanted = cases.containing(text)
        numbers = array("q", (each for each in numbers if each in wanted))
    filters = tuple(
        CaseFilter(name, _filter_words(name), len(each))
        for name, each in found.items()
        if each or name in (ALL, chosen)
    )
    return Listing(numbers, filters, len(found[ALL]))


def _filter_words(name: str) -> str:
    return {
        ALL: translate("CaseFilters", "All"),
        DISPUTED: translate("CaseFilters", "In conflict"),
        ANNULLED: translate("CaseFilters", "Annulled"),
    }[name]


def rows(workspace: "Workspace", numbers: Sequence[int], language: str, now: datetime) -> tuple[CaseRow, ...]:
    """The rows of these cases, in this order; one that has left meanwhile is told as such."""
    found = {line.number: line for line in workspace.cases.lines(numbers, language)}
    return tuple(_row(found[each], language, now) if each in found else _gone() for each in numbers)


def _row(line: "CaseLine", language: str, now: datetime) -> CaseRow:
    values, step = line.values, line.step
    return CaseRow(
        case_id=step.id,
        number=case_number(values),
        title=record_title(values, step.sentence),
        qualification=qualification(values, language),
        responsible=str(values.get("responsible") or ""),
        changed=format_day(local(step.changed_at).date(), now.date()),
        in_centre=step.on_centre,
        conflicts=step.conflicts,
    )


def _gone() -> CaseRow:
    return CaseRow("", "—", translate("CaseFilters", "This case has left this workstation"), "", "", "")
