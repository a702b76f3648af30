"""The files of rules read once by one thread, before several threads of a window ask for them."""

from __future__ import annotations

from icjims_core.access import deciding, rules
from icjims_core.access.files import private_files
from icjims_core.compartments.readers import compartments
from icjims_core.custody.rules import custody_rules
from icjims_core.data_protection.impact import assessments
from icjims_core.data_protection.retention import retention
from icjims_core.deadlines.calendar import in_force
from icjims_core.deadlines.rules import rules_in_force, shipped_rules
from icjims_core.law.drafts import draft_rules
from icjims_core.law.prosecutors import prosecutors
from icjims_core.paper import telltale
from icjims_core.persons.comparison import weights
from icjims_core.persons.masking import rules as masking_rules
from icjims_core.persons.name_keys import of_one_origin
from icjims_core.safeguards.stamps import stamps
from icjims_core.workflow.cautions import cautions
from icjims_core.workflow.contents import contents
from icjims_core.workflow.handover import handover_rules
from icjims_core.workflow.machine import case_machine, person_machine
from icjims_core.workflow.next_steps import actions

READ = (
    rules.shipped,
    rules.liberty,
    private_files,
    deciding.decision_units,
    telltale.words,
    case_machine,
    person_machine,
    actions,
    contents,
    cautions,
    handover_rules,
    custody_rules,
    draft_rules,
    prosecutors,
    stamps,
    compartments,
    weights,
    masking_rules,
    assessments,
    retention,
    shipped_rules,
    rules_in_force,
    in_force,
)


def read_all() -> None:
    """Read them. Two threads that convert the first value of one shape at the same time end the process (msgspec)."""
    for each in READ:
        each()
    of_one_origin("", "")
