"""The open store of a workstation: one user's session over the encrypted database, and who this workstation is.

Store.create ──► pending ──activate──► active          Store.unlock ──► lock ► password ► key ► identity ► check
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from icjims_core.directory import Signed, UserEntry
from icjims_core.problem import Broken, Parameter, Refused
from icjims_desktop.platform import files
from icjims_desktop.platform.paths import DataDirectory, state_directory
from icjims_desktop.platform.process_lock import ProcessLock
from icjims_desktop.store import attachments, drafts, migrating
from icjims_desktop.store.attachments import Attachments
from icjims_desktop.store.database import Database
from icjims_desktop.store.drafts import Drafts
from icjims_desktop.store.keys import device, slots, unlocking
from icjims_desktop.store.keys.attempts import Attempts
from icjims_desktop.store.keys.incarnation import Incarnation
from icjims_desktop.store.keys.passwords import FLOOR, Cost
from icjims_desktop.store.keys.slot_files import Card, SlotFiles
from icjims_desktop.store.keys.slots import OpenSlot, Person
from icjims_desktop.store.keys.users import Users
from icjims_desktop.store.log import directory, replicas
from icjims_desktop.store.log.commits import AuthorKey
from icjims_desktop.store.log.journal import Journal
from icjims_desktop.store.projections.search import Search
from icjims_desktop.store.safekeeping import check, exchange

Random = Callable[[int], bytes]
Clock = Callable[[], int]


class Warning(NamedTuple):  # noqa: A001 - the contract's word
    """Advice that is no failure."""

    code: str
    params: Mapping[str, Parameter]


@dataclass(frozen=True, slots=True)
class SessionUser:
    """Who has unlocked the store. `id` is the centre's, empty until the user is enrolled."""

    id: bytes
    login: str
    name: str
    role: str
    office: str
    author_key: bytes


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What the centre says of the workstation and its user once both are active.

    `directory`: entries that the store lacks, from the next position on: what is written before the first session is
    judged by them.
    """

    device: bytes
    user: bytes
    login: str
    name: str
    role: str
    office: str
    office_name: str
    centre_key: bytes
    centre_sealing_key: bytes
    directory: tuple[Signed, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a store takes from outside: milliseconds since 1970 UTC, unguessable bytes, the user's state directory."""

    now: Clock
    random: Random
    state: Path

    @classmethod
    def of(cls, now: Clock, random: Random, state: Path | None) -> Surroundings:
        """With the system's state directory where none is given."""
        return cls(now, random, state or state_directory())


class Store:
    """An unlocked store. Made by `create` and `unlock`; `close` locks it again."""

    def __init__(self, layout: DataDirectory, around: Surroundings, slot: OpenSlot, database: Database) -> None:
        self.layout = layout
        self.database = database
        self.warnings: list[Warning] = []
        self.around = around
        self._slot = slot
        self._closing = ExitStack()
        author = AuthorKey(slot.author, bytes.fromhex(slot.header.author_key))
        self.search = Search(database)
        self.journal = Journal(database, author, around.random, _forget)
        self.attachments = Attachments(database, layout.attachments, around.random)
        self.drafts = Drafts(database, bytes.fromhex(slot.header.slot), slot.sealing)
        self.users = Users(layout, slot, database, now=around.now, random=around.random)
        self.device = device.load(database)
        if self.device.signing_public.hex() != slot.header.device:
            raise Broken("not_this_store")

    # --- making and opening -----------------------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        data_dir: Path,
        person: Person,
        password: str,
        *,
        now: Clock,
        random: Random,
        state_dir: Path | None = None,
        cost: Cost = FLOOR,
    ) -> Store:
        """A new encrypted store with its first user and the keys of the workstation, not enrolled yet.

        Raises `store_exists`, and what `passwords.check_new` raises before anything is written.
        """
        layout, around = DataDirectory(data_dir), Surroundings.of(now, random, state_dir)
        signing = Ed25519PrivateKey.from_private_bytes(random(32))
        key = random(32)
        slot = slots.create(
            person,
            password,
            device=signing.public_key().public_bytes_raw(),
            database_key=key,
            cost=cost,
            random=random,
        )
        files.make_private_directory(data_dir)
        with ExitStack() as undo:
            undo.callback(ProcessLock(layout.lock).release)
            if layout.has_store:
                raise Refused("store_exists")
            _put_leftovers_aside(layout)
            # The log and its index take the mode of the file that they find.
            files.write_private(layout.database, b"")
            database = Database(layout.database, key)
            undo.callback(database.close)
            migrating.migrate(database)
            identity = Incarnation(database, layout.mark, around.state, random)
            undo.callback(identity.close)
            with database.write() as connection:
                replicas.set_meta(connection, device.SIGNING_KEY, signing.private_bytes_raw())
                replicas.set_meta(connection, device.SEALING_KEY, random(32))
            identity.begin()
            files.sync_directory(layout.root)
            store = cls(layout, around, slot, database)
            migrating.follow_declarations(database, store.journal.reader)
            SlotFiles(layout.slots).save(slot.slot)
            files.sync_directory(layout.root)
            store._closing = undo.pop_all()
        return store

    @classmethod
    def unlock(
        cls,
        data_dir: Path,
        login: str | None,
        password: str,
        *,
        now: Clock,
        random: Random,
        state_dir: Path | None = None,
        checked: bool = True,
    ) -> Store:
        """Open the store for a user; `login` may be left out where there is one.

        Raises `no_store`, `store_in_use`, `wrong_password`, `locked_out`, `unknown_user`, `user_needed`,
        `slot_damaged`, `slot_unsafe`, `store_missing`, `store_damaged`, `newer_store`, `not_this_store`, and what the
        quick check raises. `checked=False` leaves that out, so that a damaged store can be verified and healed.
        """
        layout, around = DataDirectory(data_dir), Surroundings.of(now, random, state_dir)
        if not exchange.pending(layout):
            unlocking.check_present(layout)
        with ExitStack() as undo:
            undo.callback(ProcessLock(layout.lock).release)
            exchange.finish(layout)
            exchange.clear_unfinished(layout)
            unlocking.check_present(layout)
            attempts = Attempts(layout.attempts)
            unlocked = unlocking.unlock(layout, login, password, attempts=attempts, now=now(), random=random)
            undo.callback(unlocked.slot.close)
            database = Database(layout.database, unlocked.key)
            undo.callback(database.close)
            migrating.check_version(database)
            identity = Incarnation(database, layout.mark, around.state, random)
            undo.callback(identity.close)
            store = cls(layout, around, unlocked.slot, database)
            store._open(identity, attempts, checked=checked)
            store._closing = undo.pop_all()
        return store

    def _open(self, identity: Incarnation, attempts: Attempts, *, checked: bool) -> None:
        verdict = identity.verdict()
        identity.follow()
        if verdict.needs_new_replica:
            identity.become_another()
            self.warnings.append(Warning(verdict.value, {}))
        migrated = migrating.migrate(self.database)
        migrating.follow_declarations(self.database, self.journal.reader)
        identity.mark_now()
        self.attachments.sweep()
        if checked:
            healed = check.at_opening(self.database, self.journal.reader)
            self.warnings += [Warning(code, {}) for code in healed]
            if not migrated:
                # It opens in its new form: a copy would only keep what is erased or taken away since.
                migrating.copy_of(self.layout.database).unlink(missing_ok=True)
        if self.enrolled and attempts.refused:
            events = [
                {"event": "refused_unlock", "user": each.login, "at": each.at, "code": each.code}
                for each in attempts.refused
            ]
            self.journal.commit_audit(events, now=self.around.now())
            attempts.clear_refused()

    def close(self) -> None:
        """Lock the store: connections closed, keys wiped, the process lock let go. Closing twice is fine."""
        self._closing.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- who --------------------------------------------------------------------------------------------------------

    @property
    def slot(self) -> OpenSlot:
        """The user's open slot; its `sealing` key opens what is sealed to this person."""
        return self._slot

    @property
    def session_user(self) -> SessionUser:
        """Who has unlocked the store, as the centre's directory has it, else as enrolled."""
        header = self._slot.header
        user, key = bytes.fromhex(header.user), bytes.fromhex(header.author_key)
        with self.database.read() as connection:
            entry = directory.newest(connection, UserEntry, user) if user else None
        if isinstance(entry, UserEntry):
            return SessionUser(user, entry.login, entry.name, entry.role, entry.office, key)
        return SessionUser(user, header.login, header.name, header.role, header.office, key)

    # --- enrolment --------------------------------------------------------------------------------------------------

    @property
    def enrolled(self) -> bool:
        """Whether the centre has made the workstation active; until then nothing can be committed."""
        return self.fact(replicas.DEVICE_KEY) is not None

    def fact(self, name: str) -> bytes | None:
        """A single fact by name, such as `centre_url` or `centre_ca`; `None` when it was never stated."""
        with self.database.read() as connection:
            return replicas.meta(connection, name)

    def state_facts(self, facts: Mapping[str, bytes]) -> None:
        """State facts, durable together."""
        with self.database.write() as connection:
            for name, value in facts.items():
                replicas.set_meta(connection, name, value)

    def count_on(self, name: str, by: int) -> int:
        """Move a counter of this store on, durable at once; where it stands then. It begins at nought."""
        with self.database.write() as connection:
            held = replicas.meta(connection, name)
            reached = int.from_bytes(held or b"", "big") + by
            replicas.set_meta(connection, name, reached.to_bytes(8, "big"))
        return reached

    def activate(self, told: Enrolled) -> None:
        """Take what the centre says of workstation and user; the first time the replica begins. Repeating it is fine.

        Raises `Refused("ticket_of_other_office")` when the workstation belongs to another office already.
        """
        office = self.fact(replicas.OFFICE_KEY)
        if office is not None and office.decode() != told.office:
            raise Refused("ticket_of_other_office", office=told.office)
        self.describe(self._slot, told)
        with self.database.write() as connection:
            first = replicas.meta(connection, replicas.DEVICE_KEY) is None
            replicas.set_meta(connection, replicas.DEVICE_KEY, told.device)
            replicas.set_meta(connection, replicas.OFFICE_KEY, told.office.encode())
            replicas.set_meta(connection, "office_name", told.office_name.encode())
            replicas.set_meta(connection, directory.CENTRE_KEY, told.centre_key)
            replicas.set_meta(connection, "centre_sealing_key", told.centre_sealing_key)
            directory.take(connection, told.directory)
            if first:
                replicas.start(connection, self.around.random(16))

    def describe(self, slot: OpenSlot, told: Enrolled) -> None:
        """Write into a slot who the centre says its user is."""
        changed = slot.described(
            self.around.random,
            user=told.user.hex(),
            login=told.login,
            name=told.name,
            role=told.role,
            office=told.office,
        )
        SlotFiles(self.layout.slots).save(changed)


def _forget(connection: Connection, records: Sequence[bytes]) -> None:
    """What hangs on records that leave goes with them."""
    drafts.remove_of_records(connection, records)
    attachments.forget(connection, records)


def users_of(data_dir: Path) -> list[Card]:
    """Who may unlock the store in this directory; no password is needed. Empty where there is none."""
    return SlotFiles(DataDirectory(data_dir).slots).cards()


def _put_leftovers_aside(layout: DataDirectory) -> None:
    """A database without any slot is what a creation leaves that was cut off; it is kept all the same."""
    found = [path for path in layout.root.glob(layout.database.name + "*") if path.is_file()]
    if found:
        target = layout.aside_for("incomplete")
        for path in found:
            path.replace(target / path.name)
        files.sync_directory(layout.root)
