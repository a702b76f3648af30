"""Safeguards of a person's rights: the stamps, the passport they make, and alerts on the times that decide."""

from __future__ import annotations

from icjims_core.safeguards.alerts import AnnulledAct, ChangedTime, annulled_acts, changed_times, protocol_gaps
from icjims_core.safeguards.passport import Attempt, Evidence, Mark, Passport, Status, blocking, passport
from icjims_core.safeguards.stamps import Stamp, stamps

__all__ = [
    "AnnulledAct",
    "Attempt",
    "ChangedTime",
    "Evidence",
    "Mark",
    "Passport",
    "Stamp",
    "Status",
    "annulled_acts",
    "blocking",
    "changed_times",
    "passport",
    "protocol_gaps",
    "stamps",
]
