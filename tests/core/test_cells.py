"""Tests of many cells name every cell that fails, and judge all of them."""

from __future__ import annotations

import pytest

from tests import cells

TABLE = cells.by([("odd", "one", (1,)), ("even", "two", (2,)), ("odd", "three", (3,))])


@cells.grouped(TABLE)
def test_a_group_is_one_test(number: int) -> None:
    assert number in {1, 2, 3}


def judge(number: int) -> None:
    assert number != 1, "is one"
    assert number != 3, "is three"


def test_every_failing_cell_is_named_with_what_it_says() -> None:
    told = cells.failures(judge, TABLE["odd"])
    assert [each.splitlines()[0] for each in told] == ["one: is one", "three: is three"]
    assert cells.failures(judge, TABLE["even"]) == []


def test_a_group_with_such_a_cell_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match=r"one: is one(.|\n)*three: is three"):
        cells.grouped(TABLE)(judge)("odd")


def test_an_error_is_told_with_its_cell() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        cells.failures(lambda number: 1 // (number - 3), TABLE["odd"])
    assert caught.value.__notes__ == ["in the cell three"]
