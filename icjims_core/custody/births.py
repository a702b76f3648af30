"""A birth that others restated after a child was seized by a signed act: by one of two readings the former stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from icjims_core.custody.rules import custody_rules
from icjims_core.encoding import Value
from icjims_core.law.casefile import Added, Step
from icjims_core.law.rule_data import BISHKEK, instant
from icjims_core.persons.masking import readings

Birth = Mapping[str, Value]


def with_former_births(
    person: Step, unit: str, former: Iterable[Birth], acts: Collection[Step], added: Sequence[Added]
) -> Step:
    """The record of a person, with the former births that make him a child when one of these acts takes liberty.

    Where none makes a child of who is grown by what stands, it is as it was.
    """
    standing = person.units.get(unit, ())
    days = {day for act in acts for day in _days(act)}
    younger = [each for each in former if any(_is_child(each, day) and not _any(standing, day) for day in days)]
    if not younger:
        return person
    return replace(person, units={**person.units, unit: (*younger, *standing)}, added=(*person.added, *added))


def _days(act: Step) -> Iterator[date]:
    fields = {name for rule in custody_rules().hold if rule.type == act.type for name in rule.at}
    moments = (instant(values.get(name)) for values in act.alternatives(*fields) for name in fields)
    yield from (each.astimezone(BISHKEK).date() for each in moments if each is not None)


def _any(several: Iterable[Birth], day: date) -> bool:
    return any(_is_child(each, day) for each in several)


def _is_child(birth: Birth, day: date) -> bool:
    return True in readings({name: [value] for name, value in birth.items()}, day)
