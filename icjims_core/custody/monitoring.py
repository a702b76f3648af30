"""Who was held in a facility on a day, when examined, with how many complaints: what a monitor reads (OPCAT, 20)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.rule_data import BISHKEK, instant

_LONGEST: Final = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Stay:
    """A person's stay in a facility, or in the hands of those who apprehended: then `facility` is empty.

    `complaints`: how many were recorded there; their content is not part of it.
    """

    record: str
    person: str
    facility: str
    admitted: datetime
    ended: datetime | None
    examined: tuple[datetime, ...]
    complaints: int
    visits: int


def held_on(case_file: CaseFile, day: date) -> tuple[Stay, ...]:
    """The stays of the case that the day belongs to, by the time of Bishkek, the earliest first.

    Whoever was apprehended and neither admitted nor released stands there too, until two days have passed (CPC 97(5)):
    these are the hours that nobody has written down.
    """
    stays = [stay for step in case_file.of("facility_admission") for stay in _stays(step, case_file)]
    known = [each for each in stays if _covers(each, day)]
    taken = (_taken(step, stays, case_file) for step in case_file.of("apprehension"))
    loose = [each for each in taken if each is not None and _covers(each, day)]
    loose = [each for each in loose if not any(_meet(each, stay) for stay in known)]
    return tuple(sorted((*known, *loose), key=lambda each: (each.admitted, each.record)))


def _covers(stay: Stay, day: date) -> bool:
    ended = stay.ended.astimezone(BISHKEK).date() if stay.ended else None
    return stay.admitted.astimezone(BISHKEK).date() <= day and (ended is None or day <= ended)


def _meet(taken: Stay, stay: Stay) -> bool:
    """Whether the hours after an apprehension lead into a stay in a facility, which then says it all."""
    began_before_end = stay.ended is None or taken.admitted <= stay.ended
    return taken.person == stay.person and began_before_end and (taken.ended is None or stay.admitted <= taken.ended)


def _stays(step: Step, case_file: CaseFile) -> Iterator[Stay]:
    values = step.values()
    admitted, person = instant(values.get("admitted_at")), step.person
    if admitted is None or person is None:
        return
    ended = instant(values.get("ended_at"))
    yield Stay(
        record=step.id,
        person=person,
        facility=str(values.get("facility") or ""),
        admitted=admitted,
        ended=ended,
        examined=tuple(sorted(_examined(case_file, person, admitted, ended))),
        complaints=_count(values.get("complaints_forwarded")),
        visits=_count(values.get("monitoring_visits")),
    )


def _taken(step: Step, stays: list[Stay], case_file: CaseFile) -> Stay | None:
    """From the actual apprehension to the release, the admission to a facility, or the end of the second day."""
    values = step.values()
    began, person = instant(values.get("actual_at")), step.person
    if began is None or person is None:
        return None
    ends = [each.admitted for each in stays if each.person == person and each.admitted >= began]
    ends += [each for each in (instant(values.get("released_at")), began + _LONGEST) if each is not None]
    ended = min(ends)
    examined = tuple(sorted(_examined(case_file, person, began, ended)))
    return Stay(step.id, person, "", began, ended, examined, _count(values.get("complaints")), 0)


def _examined(case_file: CaseFile, person: str, since: datetime, until: datetime | None) -> Iterator[datetime]:
    for each in case_file.about(person, "medical_examination"):
        moment = instant(each.values().get("examined_at"))
        if moment is not None and since <= moment and (until is None or moment <= until):
            yield moment


def _count(value: object) -> int:
    return len(value) if isinstance(value, list) else int(value not in (None, ""))
