"""A process for the crash tests to kill: `python -m tests.store.worker ACTION DATA STATE LEDGER [PIECES]`.

It says `ready` on stdout, does its work, and writes each acknowledged piece of it to the ledger before it goes on.
"""

from __future__ import annotations

import os
import sys
import uuid
from pathlib import Path

from icjims_desktop.store import migrating
from icjims_desktop.store.safekeeping import backup
from icjims_desktop.store.store import Store
from tests.store.workstation import PASSWORD, Workstation, write

LARGE_STEP = migrating.Step(
    len(migrating.steps()) + 1,
    "large",
    (
        "CREATE TABLE filling (number INTEGER PRIMARY KEY, body BLOB NOT NULL)",
        """INSERT INTO filling WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
           SELECT i, randomblob(1000) FROM n""",
        "CREATE INDEX filling_body ON filling (body)",
    ),
)


class Ledger:
    """Lines that a kill cannot take back."""

    def __init__(self, path: Path, pieces: int = 400) -> None:
        self.pieces = pieces
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(self, line: str) -> None:
        os.write(self._file, f"{line}\n".encode())


def commits(store: Store, ledger: Ledger) -> None:
    """Write one record after the other."""
    ready()
    for number in range(ledger.pieces):
        record = uuid.uuid4().bytes
        write(store, {"text": f"value {number}", "filling": "х" * (number % 7 * 500)}, record=record, context={})
        ledger.note(record.hex())


def unsafe_commits(store: Store, ledger: Ledger) -> None:
    """The same without syncing, to show that the power-loss test sees what is lost."""
    with store.database.trial() as connection:
        connection.rollback()
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.cursor().execute("PRAGMA synchronous = OFF")
    commits(store, ledger)


def migration(store: Store, ledger: Ledger) -> None:
    """A migration that takes its time."""
    ready()
    migrating.migrate(store.database, [*migrating.steps(), LARGE_STEP])
    ledger.note("migrated")


def backups(store: Store, ledger: Ledger) -> None:
    """One backup after the other."""
    ready()
    for number in range(50):
        target = store.layout.root.parent / f"backup-{number}"
        backup.backup(store, target)
        ledger.note(target.name)


def passwords(store: Store, ledger: Ledger) -> None:
    """The user's password to and fro."""
    ready()
    for number in range(min(ledger.pieces, 50)):
        old, new = (PASSWORD, PASSWORD + "!") if number % 2 == 0 else (PASSWORD + "!", PASSWORD)
        store.users.change_password(old, new)
        ledger.note("changed")


def ready() -> None:
    """Tell the parent that the work begins."""
    print("ready", flush=True)


def main(action: str, data: str, state: str, ledger: str, pieces: str = "400") -> None:
    """Open the store and do the work."""
    station = Workstation(Path(data).parent)
    station.data, station.state = Path(data), Path(state)
    if action == "rekey":
        ready()
        station.unlock("asanov").close()
        Ledger(Path(ledger)).note("opened")
        return
    work = {each.__name__: each for each in (commits, unsafe_commits, migration, backups, passwords)}[action]
    with station.unlock("asanov") as store:
        work(store, Ledger(Path(ledger), int(pieces)))


if __name__ == "__main__":
    main(*sys.argv[1:])
