"""Pairs of persons between the store and the page; runs on a worker."""

import uuid
from typing import TYPE_CHECKING

from icjims_core.persons.comparison import LIKELY
from icjims_desktop.ui.people.data import DIFFERENT, SAME, Pair, Side
from icjims_desktop.ui.record_form.referring import parted
from icjims_desktop.ui.wording import case_number, fields_of

if TYPE_CHECKING:
    from icjims_desktop.services.persons.matching import Candidate
    from icjims_desktop.services.workspace import Workspace


def undecided(workspace: "Workspace", language: str) -> tuple[Pair, ...]:
    """Pairs of which nobody has said anything, the likeliest first."""
    numbers: dict[bytes, str] = {}
    found = workspace.persons.duplicates(language)
    return tuple(_pair(workspace, one, other, language, numbers) for one, other in found)


def decided(workspace: "Workspace", language: str) -> tuple[Pair, ...]:
    """Pairs of which officers have said that they are one, or are not, the latest first."""
    numbers: dict[bytes, str] = {}
    return tuple(
        _pair(workspace, one, other, language, numbers, SAME if link.same else DIFFERENT)
        for link, one, other in workspace.persons.linked(language)
    )


def say(workspace: "Workspace", pair: Pair, reason: str, said: str) -> None:
    """Say with a reason that two records are of one person, or are not; raises what `Persons.link` raises."""
    workspace.persons.link(_id(pair.one), _id(pair.other), reason, same=said == SAME)


def take_back(workspace: "Workspace", pair: Pair, reason: str) -> None:
    """Annul what was said of two records; raises what `Persons.unlink` raises."""
    workspace.persons.unlink(_id(pair.one), _id(pair.other), reason)


def _id(side: Side) -> bytes:
    return uuid.UUID(side.record).bytes


def _pair(
    workspace: "Workspace",
    one: "Candidate",
    other: "Candidate",
    language: str,
    numbers: dict[bytes, str],
    said: str = "",
) -> Pair:
    left, right = (_side(workspace, each, numbers) for each in (one, other))
    return Pair(left, right, one.score.percent, one.score.grade == LIKELY, one.reasons(language), said)


def _side(workspace: "Workspace", found: "Candidate", numbers: dict[bytes, str]) -> Side:
    case = found.case
    if case is not None and case not in numbers:
        numbers[case] = case_number(fields_of(workspace.records.show(case)))
    record = str(uuid.UUID(bytes=found.record))
    number = numbers.get(case, "") if case is not None else ""
    return Side(record, str(uuid.UUID(bytes=case)) if case is not None else "", *parted(found.line), number)
