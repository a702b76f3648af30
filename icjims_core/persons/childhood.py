"""Whether somebody is a child when a step concerns him: because it says so, or because of when he was born."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.rule_data import BISHKEK
from icjims_core.persons.masking import is_child

_STATED: Final = "is_child"
_BIRTH: Final = ("birth_date", "birth_year", "estimated_age")


def is_child_at(case_files: Iterable[CaseFile], step: Step, person: str, moment: datetime) -> bool:
    """Whether any reading of the step or of the record of the person makes him a child: where in doubt he is one."""
    if _STATED in step.declared.by_name and any(each.get(_STATED) == "yes" for each in step.alternatives(_STATED)):
        return True
    records = [found for file in case_files if (found := file.step(person)) is not None]
    readings = [values for each in records for values in each.alternatives(*_BIRTH)]
    stated = {name: [values[name] for values in readings if name in values] for name in _BIRTH}
    return is_child(stated, moment.astimezone(BISHKEK).date())
