"""One entry of a case book."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from icjims_core.encoding import Value


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry: a new record, or with `new` false a change of one planned before.

    `values` are in stored form by field name: sets are stated whole, appends hold the entries to add.
    `case` is the id of the case in whose course it comes; the case record is its own case, and a record of the office
    comes in the course of a case without belonging to it. `moment` is when it is entered, `role` the role of whoever
    enters it, `language` the one that the texts are in. A change with `aside` is made by somebody who has not seen the
    change before it: the two stand side by side.
    """

    type: str
    id: bytes
    case: bytes
    values: Mapping[str, Value]
    moment: datetime.datetime
    role: str
    language: str
    new: bool = True
    aside: bool = False
