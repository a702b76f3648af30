"""Backup and restore of a workstation: checked before they count, present files put aside, a new replica after."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Final

from icjims_core.problem import Broken, Refused
from icjims_desktop.platform import files
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.platform.process_lock import ProcessLock
from icjims_desktop.store import migrating, opening
from icjims_desktop.store.database import Database
from icjims_desktop.store.keys import incarnation, unlocking
from icjims_desktop.store.keys.attempts import Attempts
from icjims_desktop.store.keys.slot_files import SlotFiles
from icjims_desktop.store.log import replicas
from icjims_desktop.store.safekeeping import backup_file, check, exchange
from icjims_desktop.store.safekeeping.backup_file import DATABASE, Manifest
from icjims_desktop.store.store import Store

_DAY: Final = 24 * 60 * 60 * 1000

Clock = Callable[[], int]


def backup(store: Store, target: Path) -> Manifest:
    """Write a backup of the open store; the file has its name only once it was read back and found sound.

    Raises `Refused("file_exists")`, `Refused("cannot_write")`, and what a damaged store raises.
    """
    if target.exists():
        raise Refused("file_exists", file=target.name)
    copy = store.layout.root / "backup.unfinished"
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        copy.unlink(missing_ok=True)
        store.database.copy_to(copy)
        manifest, sources = _describe(store, copy)
        unfinished.unlink(missing_ok=True)
        files.write_private(unfinished, b"")
        with unfinished.open("r+b") as file:
            backup_file.write(file, manifest, sources, store.device.signing)
            file.flush()
            os.fsync(file.fileno())
        if backup_file.unpack(unfinished, lambda _: None) != manifest:
            raise Broken("backup_damaged", what="manifest")
        files.put_in_place(unfinished, target)
    except OSError as error:
        raise Refused("cannot_write", file=target.name, cause=error.strerror or "") from error
    finally:
        copy.unlink(missing_ok=True)
        unfinished.unlink(missing_ok=True)
    return manifest


def _describe(store: Store, copy: Path) -> tuple[Manifest, dict[str, Path]]:
    """What the copy holds, after its pages were checked."""
    damaged = opening.damaged_pages(copy, store.database.key)
    if damaged:
        raise Broken("store_damaged", what="pages", count=len(damaged))
    folder = SlotFiles(store.layout.slots)
    sources = {DATABASE: copy}
    sources |= {f"slots/{slot.header.slot}.json": folder.path(slot.header.slot) for slot in folder.all()}
    sources |= {f"attachments/{name}": path for name, path in store.attachments.paths().items()}
    replica = store.journal.replica if store.enrolled else None
    manifest = Manifest(
        format=1,
        created_at=store.around.now(),
        schema=migrating.version(store.database),
        device=store.device.signing_public.hex(),
        replica=replica.id.hex() if replica else "",
        act_counter=replica.act.counter if replica else 0,
        audit_counter=replica.audit.counter if replica else 0,
        files=tuple(backup_file.entry_of(name, path) for name, path in sources.items()),
    )
    return manifest, sources


def restore(
    data_dir: Path, source: Path, login: str | None, password: str, *, now: Clock, random: unlocking.Random
) -> Manifest:
    """Put a backup in the place of the present store, which is kept in `aside`. It opens as a new replica.

    Everything is checked first, with the password of a user in the backup: every byte, the signature, the pages, the
    heads. Raises `not_found` (file), `backup_damaged`, `backup_from_future`, `newer_store`, `not_this_store` (backup of
    another workstation), what `unlocking.unlock` raises, and `store_in_use`; the present store is untouched then.
    """
    layout = DataDirectory(data_dir)
    if not source.is_file():
        raise Refused("no_such_file", file=source.name)
    files.make_private_directory(data_dir)
    with ExitStack() as undo:
        undo.callback(ProcessLock(layout.lock).release)
        exchange.finish(layout)
        staged = layout.root / exchange.UNFINISHED
        shutil.rmtree(staged, ignore_errors=True)
        undo.callback(shutil.rmtree, staged, ignore_errors=True)
        manifest = _unpack(source, staged)
        if manifest.created_at > now() + _DAY:
            raise Broken("backup_from_future")
        present = SlotFiles(layout.slots).all()
        if present and all(slot.header.device != manifest.device for slot in present):
            raise Refused("not_this_store")
        _prove(DataDirectory(staged), manifest, login, password, Attempts(layout.attempts), now(), random)
        for path in staged.rglob("*"):
            if path.is_file():
                files.sync_file(path)
        files.sync_directory(staged / "slots")
        files.sync_directory(staged / "attachments")
        files.sync_directory(staged)
        staged.replace(layout.root / exchange.READY)
        files.sync_directory(layout.root)
        exchange.finish(layout)
    return manifest


def _unpack(source: Path, staged: Path) -> Manifest:
    files.make_private_directory(staged / "slots")
    files.make_private_directory(staged / "attachments")

    def place(name: str) -> IO[bytes]:
        path = staged / name
        files.write_private(path, b"")
        return path.open("r+b")

    return backup_file.unpack(source, place)


def _prove(
    staged: DataDirectory,
    manifest: Manifest,
    login: str | None,
    password: str,
    attempts: Attempts,
    now: int,
    random: unlocking.Random,
) -> None:
    """Open the unpacked store, check it, and have it know that it was restored."""
    migrating.known(manifest.schema)
    unlocked = unlocking.unlock(staged, login, password, attempts=attempts, now=now, random=random)
    unlocked.slot.close()
    if opening.damaged_pages(staged.database, unlocked.key):
        raise Broken("backup_damaged", what="pages")
    database = Database(staged.database, unlocked.key)
    try:
        migrating.check_version(database)
        with database.read() as connection:
            check.check_heads(connection)
            if replicas.meta(connection, incarnation.STORE) is None:
                raise Broken("backup_damaged", what="store")
        with database.write() as connection:
            incarnation.mark_restored(connection)
    finally:
        database.close()
