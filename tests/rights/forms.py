"""What a form asks for and how its fields are marked, for the tests of duties."""

from __future__ import annotations

import datetime

from icjims_core import codes
from icjims_core.declarations.schema import Assertion, Field, Merge, Sensitivity
from icjims_core.declarations.validation import read_values, validate
from icjims_core.modules import record_type

NOW = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)


def field(place: str) -> Field:
    """The declared field at `type.field`."""
    type_name, _, name = place.partition(".")
    return record_type(type_name).by_name[name]


def asked(type_name: str, **values: object) -> set[str]:
    """The fields that a form with these values still asks for."""
    declared = record_type(type_name)
    flaws = validate(declared, read_values(declared, values), now=NOW)
    return {each.field for each in flaws if each.rule == "required"}


def codes_of(name: str) -> set[str]:
    """The codes of a list."""
    return set(codes.code_list(name).entries)


def are_special(*places: str) -> bool:
    """Whether all fields are of a special category."""
    return all(field(each).sensitivity is Sensitivity.SPECIAL_CATEGORY for each in places)


def are_assessments(*places: str) -> bool:
    """Whether all fields are marked as somebody's assessment."""
    return all(field(each).assertion is Assertion.ASSESSMENT for each in places)


def only_grow(*places: str) -> bool:
    """Whether entries of all fields are only ever added."""
    return all(field(each).merge is Merge.APPEND for each in places)
