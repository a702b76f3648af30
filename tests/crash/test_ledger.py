"""The oracle itself: it names what is lost, doubled, changed or written by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash.ledger import Entry, Ledger, Lost

NEW = Entry("009", "r", "a:1", "surname", "one")
NOTE = Entry("109", "r", "b:1", "notes", "two")
IMPORTED = Entry("009", "r", "", "name", "three")


def revision(dot: str, field: str, value: object) -> dict[str, Any]:
    return {"dot": dot, "changes": {field: value}, "quarantined": False}


WRITTEN = [
    revision("a:1", "surname", "one"),
    revision("b:1", "notes", {"add": ["two"]}),
    revision("a:2", "name", "three"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger(tmp_path / "ledger")
    made.note(NEW, NOTE, IMPORTED)
    yield made
    made.close()


def test_what_was_acknowledged_is_there(ledger: Ledger, tmp_path: Path) -> None:
    ledger.check({"revisions": WRITTEN}, "r", held_of=["009", "109"])
    ledger.check({"revisions": [WRITTEN[0], WRITTEN[2]]}, "r", held_of=["009"])
    assert len((tmp_path / "ledger").read_text().splitlines()) == 3


@pytest.mark.parametrize(
    "revisions",
    [
        WRITTEN[1:],
        WRITTEN[:2],
        [*WRITTEN, WRITTEN[0]],
        [*WRITTEN, revision("c:1", "surname", "one")],
        [revision("a:1", "surname", "other"), *WRITTEN[1:]],
        [WRITTEN[0], revision("b:1", "notes", {"add": ["else"]}), WRITTEN[2]],
    ],
    ids=["lost", "lost of an import", "doubled", "doubled under another dot", "changed", "another entry"],
)
def test_what_is_wrong_is_named(ledger: Ledger, revisions: list[dict[str, Any]]) -> None:
    with pytest.raises(Lost):
        ledger.check({"revisions": revisions}, "r", held_of=["009", "109"])


def test_values_are_counted_where_dots_may_change(ledger: Ledger) -> None:
    again = [WRITTEN[0] | {"dot": "c:7"}, *WRITTEN[1:]]
    ledger.check_values({"revisions": again}, "r")
    ledger.check_values({"revisions": [*again, WRITTEN[0] | {"quarantined": True}]}, "r")
    for wrong in (again[1:], [*again, WRITTEN[0]]):
        with pytest.raises(Lost):
            ledger.check_values({"revisions": wrong}, "r")
