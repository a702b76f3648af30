"""Access: one pure function, role × office × assignment × state → allowed or refused with a reason.

The rules are data (`rules.toml`), as are the fields on liberty and safeguards (`liberty.toml`), the private files
(`private.toml`) and the decisions that tie people to cases (`decisions.toml`). Who writes and who signs a type stays
where the type is declared.
"""

from __future__ import annotations

from icjims_core.access.deciding import decided_by, decision_units, other_deciders, touches_decision
from icjims_core.access.disputes import (
    disputants,
    ever_disputants,
    own_elsewhere,
    standing_values,
    touches_dispute,
    truly_seen,
)
from icjims_core.access.files import FOLLOWERS, PrivateFile, file_of, private_files, private_types
from icjims_core.access.filling import filled_in, restated
from icjims_core.access.function import check, circumstances, decide
from icjims_core.access.log import cases_of, reads_any
from icjims_core.access.model import (
    Actor,
    Allowed,
    Decision,
    LogEvent,
    Operation,
    Reach,
    Refused,
    Signer,
    State,
    Subject,
)
from icjims_core.access.rules import (
    LibertyFields,
    LibertyGroup,
    Rule,
    Rules,
    for_courts,
    guards,
    holding,
    liberty,
    liberty_units,
    shipped,
)
from icjims_core.access.substitution import Substitution, stands_in_for

__all__ = [
    "FOLLOWERS",
    "Actor",
    "Allowed",
    "Decision",
    "LibertyFields",
    "LibertyGroup",
    "LogEvent",
    "Operation",
    "PrivateFile",
    "Reach",
    "Refused",
    "Rule",
    "Rules",
    "Signer",
    "State",
    "Subject",
    "Substitution",
    "cases_of",
    "check",
    "circumstances",
    "decide",
    "decided_by",
    "decision_units",
    "disputants",
    "ever_disputants",
    "file_of",
    "filled_in",
    "for_courts",
    "guards",
    "holding",
    "liberty",
    "liberty_units",
    "other_deciders",
    "own_elsewhere",
    "private_files",
    "private_types",
    "reads_any",
    "restated",
    "shipped",
    "standing_values",
    "stands_in_for",
    "touches_decision",
    "touches_dispute",
    "truly_seen",
]
