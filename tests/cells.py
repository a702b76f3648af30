"""Many cells of one table in one test: what fails is named cell by cell, and a cell costs no test of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pytest

Cells = Sequence[tuple[str, tuple[Any, ...]]]
"""The name of each cell, and what its judge is given."""

Judge = Callable[..., None]


def grouped(groups: Mapping[str, Cells]) -> Callable[[Judge], Callable[[str], None]]:
    """Make a test of one cell into a test of each group; it fails with the names of all cells that failed."""

    def decorate(judge: Judge) -> Callable[[str], None]:
        @pytest.mark.parametrize("group", groups)
        def test(group: str) -> None:
            told = failures(judge, groups[group])
            if told:
                pytest.fail("\n".join(told), pytrace=False)

        test.__name__, test.__doc__, test.__module__ = judge.__name__, judge.__doc__, judge.__module__
        return test

    return decorate


def failures(judge: Judge, cells: Cells) -> list[str]:
    """A line or more for each cell whose judge fails; another error than a failed assertion is told with its cell."""
    told = []
    for name, given in cells:
        try:
            judge(*given)
        except AssertionError as error:
            told.append(f"{name}: {error}")
        except BaseException as error:
            error.add_note(f"in the cell {name}")
            raise
    return told


def by(cells: Iterable[tuple[str, str, tuple[Any, ...]]]) -> dict[str, list[tuple[str, tuple[Any, ...]]]]:
    """Cells with a group, a name and what they give, put together by group."""
    found: dict[str, list[tuple[str, tuple[Any, ...]]]] = {}
    for group, name, given in cells:
        found.setdefault(group, []).append((name, given))
    return found
