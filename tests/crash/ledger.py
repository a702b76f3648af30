"""The ledger of the trials: every acknowledged write, in a file of its own, on the disk before anything goes on."""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

Document = dict[str, Any]


class Entry(NamedTuple):
    """A value that was acknowledged. `dot` is empty where the answer names none (an import)."""

    office: str
    record: str
    dot: str
    field: str
    value: str


class Lost(AssertionError):
    """What stands against the ledger."""


class Ledger:
    """All entries, by record too."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.entries: list[Entry] = []
        self.by_record: dict[str, list[Entry]] = defaultdict(list)

    def note(self, *entries: Entry) -> None:
        """Write entries; they are on the disk when this returns."""
        data = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in entries)
        os.write(self._file, data.encode())
        os.fsync(self._file)
        for each in entries:
            self.entries.append(each)
            self.by_record[each.record].append(each)

    def close(self) -> None:
        os.close(self._file)

    def check(self, history: Document, record: str, *, held_of: Iterable[str]) -> None:
        """A record's history has each entry of these offices exactly once, and nothing that is in no entry."""
        written = [(revision["dot"], texts(revision)) for revision in history["revisions"]]
        doubled = [dot for dot, count in Counter(dot for dot, _ in written).items() if count > 1]
        if doubled:
            raise Lost(f"{record}: twice in the history: {doubled}")
        offices, open_ = set(held_of), dict(written)
        for entry in sorted(self.by_record[record], key=lambda each: not each.dot):
            dot = entry.dot or next((dot for dot, held in open_.items() if (entry.field, entry.value) in held), "")
            found = open_.pop(dot, None)
            if found is None and entry.office in offices:
                raise Lost(f"{record}: acknowledged and not there: {entry}")
            if found is not None and (entry.field, entry.value) not in found:
                raise Lost(f"{record}: {entry} reads {found}")
        if open_:
            raise Lost(f"{record}: nobody wrote {open_}")

    def check_values(self, history: Document, record: str) -> None:
        """A record's history states every entry's value exactly once; dots may have changed with the replica."""
        held = Counter(
            text for revision in history["revisions"] if not revision["quarantined"] for text in texts(revision)
        )
        wrong = [entry for entry in self.by_record[record] if held[entry.field, entry.value] != 1]
        if wrong:
            raise Lost(f"{record}: {wrong} in {held}")


def texts(revision: Document) -> set[tuple[str, str]]:
    """The texts that a revision states, by field."""
    found: set[tuple[str, str]] = set()
    for field, change in revision["changes"].items():
        values = change.get("add", []) if isinstance(change, dict) else [change]
        found |= {(field, str(each["text"] if isinstance(each, dict) else each)) for each in values}
    return found
