"""Whether somebody is a child at a moment: because an act says so, or because of when he was born.

Deadlines, the passport of safeguards and the ledger of custody all ask here.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from icjims_core.law.casefile import CaseFile, Step, as_one
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.persons import masking

_STATED: Final = "is_child"
_STATING: Final = {"apprehension": "actual_at", "interrogation": "started_at"}
"""The acts in which an officer says of the person before him whether he is a child, and the field of their time."""
_PART: Final = "participant"
_AGE: Final = "age_at_act"
_BIRTH: Final = ("birth_date", "birth_year", "estimated_age")


def is_child_at(case_files: Sequence[CaseFile], step: Step, person: str, moment: datetime.datetime) -> bool:
    """Whether any reading makes the person whom the step concerns a child: where in doubt he is one."""
    return True in childhood(case_files, person, moment, [step])


def childhood(
    case_files: Sequence[CaseFile], person: str | None, moment: datetime.datetime, beside: Iterable[Step] = ()
) -> frozenset[bool]:
    """Whether a person is a child at a moment, by every reading; where nothing is said he is none.

    The acts of the case and of those that count together with it are read, and those `beside`, whether or not they
    count. What an act says without conflict stands, whatever is recorded of his birth; where his birth says the same of
    the time of the act, it alone says until when. Without a `person` all acts are read.
    """
    acts = (each for each in as_one(case_files).of(*_STATING) if person is None or each.person in (None, person))
    stating = [each for each in (*acts, *beside) if each.type in _STATING]
    said = [_said(each) for each in stating if not _born_a_child(case_files, person, each)]
    if {True} in said:
        return frozenset({True})
    born = by_birth(case_files, person, _day(moment)) or frozenset({False})
    return born.union(*said) if {True, False} in said else born


def by_birth(case_files: Iterable[CaseFile], person: str | None, day: datetime.date) -> frozenset[bool]:
    """Whether a person is a child on a day, by every reading of what is recorded of his birth; of nothing, nothing."""
    records = [found for file in case_files if person and (found := file.step(person)) is not None]
    stated = [values for each in records for values in each.alternatives(*_BIRTH)]
    return masking.readings({name: [values[name] for values in stated if name in values] for name in _BIRTH}, day)


def child_at_act(
    case_files: Sequence[CaseFile],
    person: str | None,
    days: Collection[datetime.date],
    known_by: Collection[datetime.date],
    years: int,
) -> frozenset[bool]:
    """Whether a person was a child when he did something, by every reading; of nothing recorded, nothing.

    `days`: when it was done. What his part in the case says of his age then is read beside his birth. Where neither
    tells: who was a child when it was `known_by` was one; of who came of age in the `years` before, both may be true.
    """
    parts = (each for each in as_one(case_files).of(_PART) if person is not None and each.person == person)
    ages = {values.get(_AGE) for each in parts for values in each.alternatives(_AGE)}
    stated = frozenset(each < masking.rules().until_age for each in ages if isinstance(each, int))
    if days:
        return stated | by_birth(case_files, person, min(days))
    if stated or not known_by:
        return stated
    last = min(known_by)
    born = by_birth(case_files, person, last)
    return born | by_birth(case_files, person, last - datetime.timedelta(days=366 * years)) if False in born else born


def _born_a_child(case_files: Iterable[CaseFile], person: str | None, act: Step) -> bool:
    """Whether by every reading of his birth and of the time of an act the person was a child then."""
    name = _STATING[act.type]
    times = [instant(each.get(name)) for each in act.alternatives(name)]
    return all(each is not None and by_birth(case_files, person, _day(each)) == {True} for each in times)


def _day(moment: datetime.datetime) -> datetime.date:
    return moment.astimezone(BISHKEK).date()


def _said(act: Step) -> set[bool]:
    return {each.get(_STATED) == "yes" for each in act.alternatives(_STATED)}
