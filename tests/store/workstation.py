"""A workstation for tests: its folders, a clock that is set by hand, an enrolled user, records without a module."""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path

from icjims_core.clocks import Dot, Vector
from icjims_core.encoding import Value
from icjims_desktop.store import migrating
from icjims_desktop.store.keys.slots import Person
from icjims_desktop.store.log.commits import Change
from icjims_desktop.store.store import Enrolled, Store

PASSWORD = "тёмная-ночь-үй 17"
OFFICE = "00101"


class Workstation:
    """A data directory and a state directory, with a clock in milliseconds that only moves when told."""

    def __init__(self, root: Path) -> None:
        self.data = root / "data"
        self.state = root / "state"
        self.time = 1_790_000_000_000
        self.open_stores: list[Store] = []

    def now(self) -> int:
        return self.time

    def create(self, login: str = "asanov", password: str = PASSWORD) -> Store:
        store = Store.create(
            self.data,
            Person(login, "Асанов Б.", "investigator", OFFICE),
            password,
            now=self.now,
            random=os.urandom,
            state_dir=self.state,
        )
        self.open_stores.append(store)
        return store

    def enrolled(self) -> Store:
        store = self.create()
        store.activate(enrolled_as("asanov"))
        return store

    def unlock(self, login: str | None = None, password: str = PASSWORD, *, checked: bool = True) -> Store:
        store = Store.unlock(
            self.data, login, password, now=self.now, random=os.urandom, state_dir=self.state, checked=checked
        )
        self.open_stores.append(store)
        return store

    def elsewhere(self, data: Path, state: Path | None = None) -> Workstation:
        """The same machine and user with another data directory."""
        other = Workstation(data.parent)
        other.data, other.state, other.open_stores = data, state or self.state, self.open_stores
        return other

    def copy_data(self, target: Path) -> Path:
        """As `cp -r` does."""
        shutil.copytree(self.data, target)
        return target


def enrolled_as(login: str) -> Enrolled:
    return Enrolled(
        device=bytes(15) + b"d",
        user=login.encode().ljust(16, b"\0")[:16],
        login=login,
        name="Асанов Бакыт",
        role="investigator",
        office=OFFICE,
        office_name="Отдел",
        centre_key=bytes(32),
        centre_sealing_key=bytes(32),
    )


def write(store: Store, values: dict[str, Value], record: bytes | None = None, context: Vector | None = None) -> bytes:
    """Put these values into a record of a type that no module declares; its id."""
    return write_dot(store, values, record, context)[0]


def write_dot(
    store: Store,
    values: dict[str, Value],
    record: bytes | None = None,
    context: Vector | None = None,
    kind: str = "note",
    case: bytes | None = None,
) -> tuple[bytes, Dot]:
    record = record or uuid.uuid4().bytes
    if context is None:
        held = store.journal.load([record]).get(record)
        context = dict(held.row.vector) if held else {}
    dots = store.journal.commit([Change(record, kind, 1, case, context, {"put": values})], now=store.around.now())
    return record, dots[0]


def read(store: Store, record: bytes, unit: str) -> Value:
    return store.journal.load([record])[record].state.agreed(unit)


def confirm(store: Store) -> None:
    """As if the centre had acknowledged everything and named it in the feed."""
    with store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM unconfirmed")
        connection.exec_driver_sql("UPDATE replica SET act_sent = act_counter, audit_sent = audit_counter")


_LATER = ("attachment", "attachment_use", "case_standing", "person", "person_key", "search_mark")


def as_at_first(store: Store) -> None:
    """Give the file the form in which the first program would have left it; close the store then."""
    first = migrating.steps()[0].statements
    with store.database.write() as connection:
        made = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
        statements = [
            *(f"DROP TRIGGER {name}" for name in made),
            *(f"DROP TABLE {name}" for name in _LATER),
            "ALTER TABLE case_feed DROP COLUMN tally",
            "ALTER TABLE unconfirmed DROP COLUMN counts",
            *(each for each in first if each.startswith("CREATE TRIGGER")),
            "PRAGMA user_version = 1",
        ]
        for statement in statements:
            connection.exec_driver_sql(statement)
