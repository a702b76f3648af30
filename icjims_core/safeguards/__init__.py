"""Safeguards of a person's rights: the stamps, the passport they make, and alerts on the times that decide."""

from __future__ import annotations

from icjims_core.safeguards.alerts import (
    AddedValue,
    AnnulledAct,
    ChangedTime,
    added_values,
    annulled_acts,
    changed_times,
    protocol_gaps,
)
from icjims_core.safeguards.passport import Attempt, Evidence, Mark, Passport, Status, blocking, passport
from icjims_core.safeguards.stamps import Stamp, stamps

__all__ = [
    "AddedValue",
    "AnnulledAct",
    "Attempt",
    "ChangedTime",
    "Evidence",
    "Mark",
    "Passport",
    "Stamp",
    "Status",
    "added_values",
    "annulled_acts",
    "blocking",
    "changed_times",
    "passport",
    "protocol_gaps",
    "stamps",
]
