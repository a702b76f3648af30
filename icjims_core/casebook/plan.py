"""What a case book is made of: records and changes that somebody enters, each at its time."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.stored_forms import LOCAL
from icjims_core.validation import read_values


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry: a new record, or with `new` false a change of one planned before.

    `values` are in stored form by field name: sets are stated whole, appends hold the entries to add.
    `case` is the id of the case record, which is its own case. `moment` is when it is entered, `role`
    the role of whoever enters it, `language` the one that the texts are in.
    """

    type: str
    id: bytes
    case: bytes
    values: Mapping[str, Value]
    moment: datetime.datetime
    role: str
    language: str
    new: bool = True


def new_id(random: Random, moment: datetime.datetime) -> bytes:
    """A UUIDv7 of this time whose random bits come from the generator."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | 0x7 << 76 | random.getrandbits(12) << 64
    return (value | 0b10 << 62 | random.getrandbits(62)).to_bytes(16, "big")


def reference(record: bytes) -> str:
    """The stored form of a reference."""
    return str(uuid.UUID(bytes=record))


def stamp(moment: datetime.datetime) -> str:
    """The stored form of a time, to the minute."""
    return moment.astimezone(LOCAL).isoformat(timespec="minutes")


@dataclass(slots=True)
class Book:
    """The entries of one case in the making; `now` moves on and never back."""

    random: Random
    office: str
    language: str
    case: bytes
    now: datetime.datetime
    entries: list[Planned] = field(default_factory=list)

    def wait(self, *, minutes: tuple[int, int] = (0, 0), days: tuple[int, int] = (0, 0)) -> None:
        """Let so much time pass, drawn from the ranges; steps of days fall into office hours."""
        if days != (0, 0):
            passed = self.now + datetime.timedelta(days=self.random.randint(*days))
            hour, minute = self.random.randint(9, 16), self.random.randint(0, 59)
            self.now = max(self.now, passed.replace(hour=hour, minute=minute))
        self.now += datetime.timedelta(minutes=self.random.randint(*minutes))

    def past(self, minutes: int) -> str:
        """The stamp of a time so many minutes ago."""
        return stamp(self.now - datetime.timedelta(minutes=minutes))

    def open_case(self, role: str, values: dict[str, object]) -> None:
        """The case itself, which everything else belongs to."""
        self._put("case", self.case, role, values, new=True)

    def enter(self, type_name: str, role: str, values: dict[str, object]) -> bytes:
        """A new record; returns its id."""
        self.wait(minutes=(2, 30))
        record = new_id(self.random, self.now)
        self._put(type_name, record, role, values, new=True)
        return record

    def change(self, type_name: str, record: bytes, role: str, values: dict[str, object]) -> None:
        """A change of a record entered before."""
        self.wait(minutes=(1, 10))
        self._put(type_name, record, role, values, new=False)

    def _put(self, type_name: str, record: bytes, role: str, values: dict[str, object], *, new: bool) -> None:
        stored = read_values(record_type(type_name), values)
        entry = (type_name, record, self.case, stored, self.now, role, self.language, new)
        self.entries.append(Planned(*entry))

    def chance(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.random.random() < probability

    def say(self, ky: str, ru: str) -> str:
        """The text of the book's language."""
        return ky if self.language == "ky" else ru
