"""What a case book is made of: records and changes that somebody enters, each at its time."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from icjims_core import codes
from icjims_core.casebook.planned import Planned
from icjims_core.casebook.wording import said as said_besides
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.declarations.validation import read_values
from icjims_core.modules import record_type

_PEAKS: Final = {5: 0.9, 6: 0.8, 11: 0.75, 12: 0.7}
"""Months before the reports are due, in which everything goes faster: by how much waiting shrinks."""


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


def said(at: str, source: str, by: str | None = None) -> list[dict[str, str]]:
    """One statement about a time, as a list of statements holds it."""
    return [{"at": at, "source": source} | ({"by": by} if by else {})]


@dataclass(slots=True)
class Book:
    """The entries of one case in the making; `now` moves on and never back."""

    random: Random
    office: str
    language: str
    case: bytes
    now: datetime.datetime
    entries: list[Planned] = field(default_factory=list)
    meanwhile: Callable[[datetime.datetime], None] | None = None
    """Does what has to be done before time passes to a moment."""

    @property
    def at(self) -> str:
        """The stamp of the present."""
        return stamp(self.now)

    def past(self, minutes: int) -> str:
        """The stamp of a time so many minutes ago."""
        return stamp(self.now - datetime.timedelta(minutes=minutes))

    def ahead(self, *, days: int = 0, hours: int = 0) -> str:
        """The stamp of a time so far ahead."""
        return stamp(self.now + datetime.timedelta(days=days, hours=hours))

    def day(self, days: int = 0) -> str:
        """The date so many days from today."""
        return (self.now.date() + datetime.timedelta(days=days)).isoformat()

    def wait(self, *, minutes: tuple[int, int] = (0, 0), days: tuple[int, int] = (0, 0)) -> str:
        """Let time pass, more often little than much; steps of days fall into office hours. The stamp of the end."""
        if days != (0, 0):
            faster = _PEAKS.get(self.now.month, 1.0)
            passed = self.now + datetime.timedelta(days=round(self._drawn(days) * faster))
            hour, minute = self.random.randint(9, 16), self.random.randint(0, 59)
            self._pass(passed.replace(hour=hour, minute=minute))
        self._pass(self.now + datetime.timedelta(minutes=round(self._drawn(minutes))))
        return self.at

    def _pass(self, moment: datetime.datetime) -> None:
        if self.meanwhile is not None:
            self.meanwhile(moment)
        self.now = max(self.now, moment)

    def _drawn(self, bounds: tuple[int, int]) -> float:
        """A time within the bounds, its logarithm normal: most are short, some are very long."""
        low, high = bounds
        return low + (high - low) * min(1.0, self.random.lognormvariate(-1.2, 0.7)) if high > low else low

    def until(self, moment: datetime.datetime, *, office_hours: bool = True) -> str:
        """Let time pass up to a moment, or to office hours of its day, unless it is past. The stamp of the end."""
        if office_hours:
            moment = moment.replace(hour=self.random.randint(9, 16), minute=self.random.randint(0, 59))
        self._pass(moment)
        return self.at

    def open_case(self, role: str, values: Mapping[str, object]) -> None:
        """The case itself, which everything else belongs to."""
        self._put("case", self.case, role, values, new=True)

    def enter(self, type_name: str, role: str, values: Mapping[str, object]) -> bytes:
        """A new record some minutes after what it tells of; values that are `None` are not stated. Returns its id."""
        self.wait(minutes=(2, 30))
        record = new_id(self.random, self.now)
        self._put(type_name, record, role, values, new=True)
        return record

    def change(
        self, type_name: str, record: bytes, role: str, values: Mapping[str, object], *, aside: bool = False
    ) -> None:
        """A change of a record entered before; `aside`: by somebody who has not seen the change before it."""
        self.wait(minutes=(1, 10))
        self._put(type_name, record, role, values, new=False, aside=aside)

    def _put(
        self,
        type_name: str,
        record: bytes,
        role: str,
        values: Mapping[str, object],
        *,
        new: bool,
        aside: bool = False,
    ) -> None:
        stated = {name: value for name, value in values.items() if value is not None}
        if new:
            stated = {**said_besides(type_name, stated, self.entries, self.say), **stated}
        stored = read_values(record_type(type_name), stated)
        entry = (type_name, record, self.case, stored, self.now, role, self.language, new, aside)
        self.entries.append(Planned(*entry))

    def chance(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.random.random() < probability

    def yes(self, probability: float) -> str:
        """`yes` with this probability, else `no`."""
        return "yes" if self.chance(probability) else "no"

    def maybe(self, probability: float) -> str | None:
        """The stamp of the present with this probability: what people do, and sometimes forget."""
        return self.at if self.chance(probability) else None

    def kept(self, name: str, reason: str = "", chance: float = 0.88) -> dict[str, object]:
        """That a right was kept now, else perhaps the reason why not, else nothing: what protocols are like."""
        if self.chance(chance):
            return {name: self.at}
        return self.why(reason) if reason and self.chance(0.5) else {}

    def why(self, reason: str) -> dict[str, object]:
        """The reason why a right was not kept."""
        return {reason: self.say("Кечиктирилгис аракеттер жүрдү.", "Проводились неотложные действия.")}

    def unless(self, kept: object, reason: str) -> dict[str, object]:
        """Nothing where a right was kept, else every other time the reason why not; nothing is drawn by lot."""
        return {} if kept or len(self.entries) % 2 else self.why(reason)

    def pick(self, *several: str) -> str:
        """One of several."""
        return self.random.choice(several)

    def some(self, several: Sequence[str], most: int) -> list[str]:
        """One to `most` of several."""
        return sorted(self.random.sample(several, self.random.randint(1, min(most, len(several)))))

    def code(self, name: str, *without: str) -> str:
        """Any code of a list but these."""
        return self.random.choice([each for each in codes.code_list(name).entries if each not in without])

    def number(self, low: int, high: int) -> int:
        """A number within the bounds."""
        return self.random.randint(low, high)

    def say(self, ky: str, ru: str) -> str:
        """The text of the book's language."""
        return ky if self.language == "ky" else ru
