"""Due dates of a case as the law counts them: rules as data, a pure engine, and the reasons in three languages.

deadlines(case_file, shipped_rules(), shipped_calendar(), Now(moment)) → Deadline, …
explain(deadline.explanation, "ru") → sentences
"""

from __future__ import annotations

from icjims_core.deadlines.calendar import Calendar, read_calendar
from icjims_core.deadlines.calendar import shipped as shipped_calendar
from icjims_core.deadlines.engine import deadlines
from icjims_core.deadlines.explanation import explain
from icjims_core.deadlines.notes import Note
from icjims_core.deadlines.now import Now, judge_now
from icjims_core.deadlines.result import Alternative, Deadline, State
from icjims_core.deadlines.rules import Rules, read_rules, rules_in_force, shipped_rules

__all__ = [
    "Alternative",
    "Calendar",
    "Deadline",
    "Note",
    "Now",
    "Rules",
    "State",
    "deadlines",
    "explain",
    "judge_now",
    "read_calendar",
    "read_rules",
    "rules_in_force",
    "shipped_calendar",
    "shipped_rules",
]
