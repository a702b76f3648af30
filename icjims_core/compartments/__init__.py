"""Sealed compartments: who may read what the law keeps from the rest of the office, and how it is closed."""

from icjims_core.compartments.contents import SEALED_RECORD, Contents, Opened, key_ids, may_hold, open_contents, seal
from icjims_core.compartments.readers import Circle, Officer, Supervision, compartments, readers
from icjims_core.compartments.ties import Naming, Person, Removal, Sending, assigned, holders, may_take

__all__ = [
    "SEALED_RECORD",
    "Circle",
    "Contents",
    "Naming",
    "Officer",
    "Opened",
    "Person",
    "Removal",
    "Sending",
    "Supervision",
    "assigned",
    "compartments",
    "holders",
    "key_ids",
    "may_hold",
    "may_take",
    "open_contents",
    "readers",
    "seal",
]
