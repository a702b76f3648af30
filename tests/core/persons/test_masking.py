"""Children are masked in lists outside the assignment, until the day they come of age; nobody else is."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icjims_core.declarations.schema import Sensitivity
from icjims_core.modules import registry
from icjims_core.persons.masking import initials, is_child, masked
from icjims_core.persons.profile import PERSON

DAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("values", "child"),
    [
        ({"birth_date": ["2008-11-24"]}, True),
        ({"birth_date": ["2008-11-23"]}, False),
        ({"birth_date": ["2008-11-22"]}, False),
        ({"birth_date": ["1990-01-01", "2010-01-01"]}, True),
        ({"birth_year": [2008]}, True),
        ({"birth_year": [2007]}, False),
        ({"estimated_age": [17]}, True),
        ({"estimated_age": [18]}, False),
        ({"birth_date": ["когда-то"]}, False),
        ({}, False),
    ],
)
def test_who_is_a_child(values: dict[str, list[object]], child: bool) -> None:
    assert is_child(values, DAY) is child


def test_what_is_left_tells_nobody_who_it_is() -> None:
    child: dict[str, Any] = {each.name: "Секрет" for each in registry()[PERSON].fields}
    child |= {"surname": "Үсөнов", "name": "Айбек", "patronymic": "Бакытович", "sex": "male", "region": "41708"}
    left = masked(child)
    assert left["surname"] == "Ү. А. Б."
    assert "Секрет" not in {each for name, each in left.items() if name != "citizenship"}
    assert not any(registry()[PERSON].by_name[name].sensitivity is not Sensitivity.ORDINARY for name in left)


@given(st.fixed_dictionaries({name: st.text(max_size=20) for name in ("surname", "name", "patronymic")}))
def test_initials_hold_no_more_than_one_letter_of_each_part(values: dict[str, str]) -> None:
    shown = initials(values)
    for text in values.values():
        assert len(text.strip()) < 3 or text.strip() not in shown
