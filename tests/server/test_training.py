"""`icjims-server demo-data`: the same numbers give the same cases, spread over the offices of the country."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import select

from icjims_core.casebook.country import SHARES, spread
from icjims_core.projections.tables import record_table
from icjims_sync_server.services.administration.installation import Place, open_centre
from tests.server.console import Console


def records(folder: Path) -> set[tuple[bytes, str]]:
    """Id and type of every record of a centre."""
    centre = open_centre(Place(folder))
    try:
        with centre.database.read() as connection:
            return {(row.id, row.type) for row in connection.execute(select(record_table.c.id, record_table.c.type))}
    finally:
        centre.database.close()


def test_the_same_numbers_give_the_same_cases_at_another_centre(console: Console, tmp_path: Path) -> None:
    other = Console(tmp_path / "other")
    other.do("init")
    made: Any = console.do("demo-data", "--cases", "4", "--seed", "3")
    assert other.do("demo-data", "--cases", "4", "--seed", "3") == made
    assert (made["cases"], made["offices"]) == (4, list(spread(4)))
    found = records(console.folder)
    assert found == records(other.folder)
    assert len(found) == made["records"]
    more: Any = other.do("demo-data", "--cases", "4", "--seed", "-3")
    assert (more["cases"], len(records(other.folder))) == (4, made["records"] + more["records"])


def test_what_is_no_number_is_a_matter_of_usage(console: Console) -> None:
    for cases, seed in (("0", "1"), ("-1", "1"), ("x", "1"), ("1", "x"), ("1", "1" * 19)):
        code, told = console.run("demo-data", f"--cases={cases}", f"--seed={seed}")
        assert (code, told["problem"]["code"]) == (2, "usage")  # type: ignore[index]
    assert records(console.folder) == set()


def test_no_case_is_lost_between_the_offices() -> None:
    assert sum(SHARES.values()) == 100
    assert spread(100) == SHARES
    for count in (0, 1, 7, 99, 12_345):
        shares = spread(count)
        assert sum(shares.values()) == count
        assert all(abs(shares.get(office, 0) - count * share / 100) < 1.01 for office, share in SHARES.items())
