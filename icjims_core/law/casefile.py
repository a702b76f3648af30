"""A case as the law looks at it: its recorded steps with every value that stands, for rules that are pure functions.

Deadlines, workflow, custody and safeguards read a `CaseFile` and nothing else. Values are in stored form
(`declarations.validation`); of a unit in conflict each standing value is one alternative, and a rule computes them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import product
from typing import Final, cast

from icjims_core.clocks import Dot
from icjims_core.declarations.derived import with_derived
from icjims_core.declarations.schema import SUPERSEDES, Kind, Merge, RecordType, Standing
from icjims_core.encoding import Value
from icjims_core.law.rule_data import instant
from icjims_core.merge import State, is_conflict
from icjims_core.officers import NOBODY, Officer

MAX_ALTERNATIVES: Final = 64
"""Combinations of standing values that are looked at for one step; the rest would be the same values again."""

SUBJECT: Final = "person"
"""The field that names the person whom a step concerns."""

TAKEOVER: Final = "takeover"
_HELD: Final = ("custody", "house_arrest")
_TAKING: Final = {
    "apprehension": None,
    "restraint": ("measure", _HELD),
    "verdict": ("restraint", _HELD),
    "facility_admission": None,
    "imprisonment": None,
}
"""Records that take liberty by themselves, so that no take-over has to declare it: type → by what value, if not any."""
_DECLARED: Final = frozenset({"measure_now", "custody_segments", "term", "extensions"})
"""What a take-over declares of liberty and its terms, by unit."""


@dataclass(frozen=True, slots=True)
class Annulment:
    """An annulment that stands on a record: login and office of its author, his clock in ms since 1970, why.

    `effective`: false where it was not his to annul what is signed or in dispute, so that the record counts on.
    `officer`: the author as the directory has him.
    """

    by: str
    office: str
    at: int
    reason: str
    effective: bool = True
    officer: Officer = NOBODY


@dataclass(frozen=True, slots=True)
class Added:
    """What others stated on liberty after a signature: unit, login and office of whoever did, his clock in ms."""

    unit: str
    by: str
    office: str
    at: int
    officer: Officer = NOBODY


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a case.

    `units`: unit → its standing alternatives, each the values of the unit's fields by name; one alternative where it is
    agreed. `recorded_at`: when it was first recorded by the clock of its author, in ms since 1970. `author`: his login.
    `officer`: the same as the directory has him; `stated_by`: who recorded each of several statements, by their field.
    `case`: the case in whose file it stands, whichever it is read with. `made`: the dot of the act that made it.
    `former`: the steps in whose place it stands. `beside`: acts of others that hold whom it lets go (`custody.beside`).
    `added`: what others stated there after it, or the act that names the person, was signed. `signed`: whether an
    officer whom its form names signed what it says now; of what knows no signatures, as a plan, it is taken to be.
    `saw`: of what takes liberty, the dots that made the records which it names.
    """

    id: str
    type: str
    declared: RecordType = field(repr=False, compare=False)
    units: Mapping[str, tuple[Mapping[str, Value], ...]] = field(default_factory=dict)
    recorded_at: int = 0
    author: str = ""
    office: str = ""
    officer: Officer = NOBODY
    stated_by: Mapping[str, tuple[Officer, ...]] = field(default_factory=dict)
    annulled: bool = False
    superseded: bool = False
    annulments: tuple[Annulment, ...] = ()
    case: str = field(default="", compare=False)
    made: Dot | None = field(default=None, compare=False)
    former: tuple[Step, ...] = field(default=(), repr=False, compare=False)
    beside: tuple[str, ...] = field(default=(), compare=False)
    signed: bool = True
    added: tuple[Added, ...] = field(default=(), compare=False)
    saw: tuple[Dot, ...] = field(default=(), repr=False, compare=False)

    @property
    def counts(self) -> bool:
        """Whether rules read it: neither annulled nor superseded."""
        return not (self.annulled or self.superseded)

    @property
    def disputed(self) -> bool:
        """Whether more than one value stands in any of its units."""
        return any(len(standing) > 1 for standing in self.units.values())

    def alternatives(self, *names: str) -> Iterator[dict[str, Value]]:
        """The values of the record, once for each combination of what stands in the units of these fields.

        Other units that are in conflict are left out. Derived fields are computed. Without conflict there is exactly
        one alternative, which holds everything.
        """
        wanted = {self._unit_of(name) for name in self._needed(names)}
        agreed: dict[str, Value] = {}
        disputed: list[tuple[Mapping[str, Value], ...]] = []
        for unit, standing in self.units.items():
            if len(standing) == 1:
                agreed.update(standing[0])
            elif unit in wanted:
                disputed.append(standing)
        for count, chosen in enumerate(product(*disputed)):
            if count == MAX_ALTERNATIVES:
                return
            values = dict(agreed)
            for each in chosen:
                values.update(each)
            yield with_derived(self.declared, values)

    def values(self) -> dict[str, Value]:
        """What stands agreed, derived fields included."""
        return next(self.alternatives())

    def in_conflict(self, name: str) -> bool:
        """Whether the unit of a field, or of what it is derived from, has more than one standing value."""
        return any(len(self.units.get(self._unit_of(each), ())) > 1 for each in self._needed((name,)))

    def _needed(self, names: Iterable[str]) -> Iterator[str]:
        """The fields themselves and those that a derived one follows from."""
        for name in names:
            yield name
            declared = self.declared.by_name.get(name)
            if declared is not None and declared.derived is not None and not isinstance(declared.derived, Standing):
                rule = declared.derived
                yield from (getattr(rule, each) for each in rule.__slots__)

    def _unit_of(self, name: str) -> str:
        declared = self.declared.by_name.get(name)
        return declared.unit if declared else name

    @property
    def person(self) -> str | None:
        """The person whom the step concerns, where its type names one and it is agreed."""
        found = self.values().get(SUBJECT)
        return found if isinstance(found, str) else None

    def was_on_paper(self, taken: Step) -> bool:
        """Whether it may have been on paper alone when `taken`, a take-over, was recorded; of a case itself always."""
        return self.id == self.case or not any(each.recorded_before(taken) for each in (self, *self.former))

    def recorded_before(self, taken: Step) -> bool:
        """Whether it was recorded before a take-over from paper, by what their authors can have known.

        Of one replica its order says so; what names a record that came with the take-over or after it, from the same
        replica, is younger. Else no clock moves what an officer has signed of the time that the take-over tells of; by
        the clocks of their authors goes only what nobody signed, and what came after that time.
        """
        if self.made and taken.made:
            if self.made.replica == taken.made.replica:
                return self.made.counter < taken.made.counter
            if any(each.replica == taken.made.replica and each.counter >= taken.made.counter for each in self.saw):
                return False
            if self.signed and not self._is_after(taken):
                return True
        return self.recorded_at < taken.recorded_at

    def _is_after(self, taken: Step) -> bool:
        """Whether what it tells of was after the time of a take-over."""
        own, others = (instant(each.values().get(each.declared.moment or "")) for each in (self, taken))
        return own is not None and others is not None and own >= others

    @property
    def recorded_moment(self) -> datetime:
        """When it was first recorded."""
        return datetime.fromtimestamp(self.recorded_at / 1000, UTC)

    @property
    def takes_liberty(self) -> bool:
        """Whether it takes liberty by any reading, a draft too."""
        if self.type not in _TAKING:
            return False
        named = _TAKING[self.type]
        return named is None or any(
            each.get(named[0]) in named[1] for each in self.units.get(self._unit_of(named[0]), ())
        )

    def names(self, record: str) -> bool:
        """Whether it refers to the record of a person or participant, by any reading."""
        return record in self._refers()

    def named(self, made: Mapping[str, Dot]) -> tuple[Dot, ...]:
        """The dots that made the records that it refers to by any reading; `made`: by their ids."""
        return tuple(made[each] for each in self._refers() if each in made) if self.takes_liberty else ()

    def _refers(self) -> list[str]:
        refers = [each.name for each in self.declared.fields if each.kind is Kind.REF]
        units = {self._unit_of(each) for each in refers}
        stated = [values.get(name) for unit in units for values in self.units.get(unit, ()) for name in refers]
        every = [one for each in stated for one in (each if isinstance(each, list) else [each])]
        return [each for each in every if isinstance(each, str)]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The recorded steps of a case in the order of their ids, which begin with the time they were made.

    An act in whose place another one stands counts no more: what it said and what was filled in after its signing
    stands in the other. One that merely says so, as any draft can, stands beside it (`projections.succession`).
    """

    case: str
    steps: tuple[Step, ...]

    @property
    def is_alone(self) -> bool:
        """Whether it is the file of a record that stands outside any case; `case` is then the record's own id."""
        return bool(self.steps) and not any(each.declared.in_case for each in self.steps)

    def of(self, *types: str, annulled: bool = False) -> tuple[Step, ...]:
        """The steps of these record types that count; annulled and superseded ones only when asked for."""
        return tuple(each for each in self.steps if each.type in types and (annulled or each.counts))

    def step(self, record: str) -> Step | None:
        """The step of this id."""
        return next((each for each in self.steps if each.id == record), None)

    def persons(self) -> tuple[str, ...]:
        """The ids of the person records of the case; of an annulled one too, while an act that counts names it."""
        several = self.of("person", annulled=True)
        return tuple(each.id for each in several if each.counts or self.naming(each.id))

    def naming(self, record: str) -> tuple[Step, ...]:
        """The acts that count and refer to the record of a person or participant."""
        acts = (each for each in self.steps if each.counts and (each.declared.signing or each.type in _TAKING))
        return tuple(each for each in acts if each.names(record))

    def late_takeovers(self) -> tuple[Step, ...]:
        """The take-overs recorded after liberty was taken here, by a record, from whom they are about."""
        return _late(self.steps)

    def about(self, person: str, *types: str) -> tuple[Step, ...]:
        """The steps of these types that concern a person."""
        return tuple(each for each in self.of(*types) if each.person == person)


def case_file(case: str, steps: Iterable[Step], succession: Iterable[tuple[str, str]] = ()) -> CaseFile:
    """The case file of these steps, whatever order they come in.

    `succession`: of the `claims` of these steps those that hold. A take-over declares what was on paper alone: one
    recorded after liberty was taken here, by a record, loses what it says of liberty and its terms.
    """
    every = sorted(steps, key=lambda each: each.id)
    holding = {*claims(every)}.intersection(succession)
    ended, former = _ended(holding), _former(every, dict(holding))
    made = {each.id: each.made for each in every if each.made is not None}
    placed = [
        replace(each, case=case, superseded=each.id in ended, former=former[each.id], saw=each.named(made))
        for each in every
    ]
    late = {each.id for each in _late(placed)}
    return CaseFile(case, tuple(_undeclared(each) if each.id in late else each for each in placed))


def _late(steps: Sequence[Step]) -> tuple[Step, ...]:
    taken = [each for each in steps if each.type == TAKEOVER and each.counts]
    acts = [each for each in steps if each.takes_liberty and not each.annulled] if taken else []
    return tuple(one for one in taken if any(_about_one(one, act) and not act.was_on_paper(one) for act in acts))


def _about_one(taken: Step, act: Step) -> bool:
    return taken.person is None or act.person is None or taken.person == act.person


def _undeclared(taken: Step) -> Step:
    return replace(taken, units={name: each for name, each in taken.units.items() if name not in _DECLARED})


def _former(steps: Sequence[Step], succession: Mapping[str, str]) -> dict[str, tuple[Step, ...]]:
    """Of each step those in whose place it stands, the last one first."""
    known = {each.id: each for each in steps}

    def chain(name: str) -> tuple[Step, ...]:
        ids = [name]
        while (old := succession.get(ids[-1])) is not None and old not in ids:
            ids.append(old)
        return tuple(known[each] for each in ids[1:])

    return {each.id: chain(each.id) for each in steps}


def claims(steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
    """Which step says that it stands in the place of which other one of its type: ids, the new one first."""
    known = {each.id: each for each in steps}
    for each in known.values():
        standing = each.units.get(SUPERSEDES, ())
        if len(standing) == 1 and not each.annulled:
            old = known.get(str(standing[0].get(SUPERSEDES)))
            if old is not None and old.type == each.type and old.id != each.id:
                yield each.id, old.id


def _ended(succession: Collection[tuple[str, str]]) -> set[str]:
    """The acts that have come to an end; of such as name each other in a ring, none has."""
    former = dict(succession)

    def comes_back(name: str) -> bool:
        seen, at = {name}, former.get(name)
        while at is not None and at not in seen:
            seen.add(at)
            at = former.get(at)
        return at == name

    return {old for _, old in succession if not comes_back(old)}


def as_one(case_files: Sequence[CaseFile]) -> CaseFile:
    """The first case, with what those joined to it or severed from it record of persons, who go by the same ids in all.

    Sealed records stay in their own case, and so does what concerns another case as a whole.
    """
    own, *others = case_files
    known = {each.id for each in own.steps}
    beside = {each.id: each for other in others for each in other.steps if each.person and not each.declared.sealed}
    return replace(own, steps=(*own.steps, *(each for each in beside.values() if each.id not in known)))


def units_of(declared: RecordType, state: State) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """The units of a folded record as a `Step` holds them."""
    found: dict[str, tuple[Mapping[str, Value], ...]] = {}
    for unit, standing in state.registers.items():
        several = list(standing.values()) if is_conflict(standing.values()) else [state.agreed(unit)]
        distinct = [each for at, each in enumerate(several) if each not in several[:at]]
        found[unit] = tuple(parts_of(declared, unit, value) for value in distinct)
    for unit, members in state.sets.items():
        found[unit] = ({unit: cast("Value", [member for _, (member, _) in sorted(members.items())])},)
    for unit, entries in state.appends.items():
        found[unit] = ({unit: cast("Value", [entry.value for entry in entries])},)
    return found


def units_from(declared: RecordType, values: Mapping[str, Value]) -> dict[str, tuple[Mapping[str, Value], ...]]:
    """The units of a record with these agreed stored values; for planned records and for tests."""
    found: dict[str, dict[str, Value]] = {}
    for name, value in values.items():
        if declared.by_name[name].merge is not Merge.DERIVED:
            found.setdefault(declared.by_name[name].unit, {})[name] = value
    return {unit: (parts,) for unit, parts in found.items()}


def parts_of(declared: RecordType, unit: str, value: Value) -> Mapping[str, Value]:
    """The value of a unit by its fields."""
    several = declared.unit_fields(unit)
    if len(several) == 1 and several[0].name == unit:
        return {unit: value}
    stated = cast("dict[str, Value]", value) if isinstance(value, dict) else {}
    return {each.name: stated.get(each.name) for each in several}
