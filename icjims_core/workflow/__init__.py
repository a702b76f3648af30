"""The course of a case and the standing of its persons: derived from the recorded steps, with what may come next."""

from __future__ import annotations

from icjims_core.workflow.course import Course, Passage
from icjims_core.workflow.engine import CaseStates, Derived, case_state, derive, person_states
from icjims_core.workflow.machine import case_machine, person_machine
from icjims_core.workflow.next_steps import Offer, next_steps, refusals
from icjims_core.workflow.transitions import transitions_of

__all__ = [
    "CaseStates",
    "Course",
    "Derived",
    "Offer",
    "Passage",
    "case_machine",
    "case_state",
    "derive",
    "next_steps",
    "person_machine",
    "person_states",
    "refusals",
    "transitions_of",
]
