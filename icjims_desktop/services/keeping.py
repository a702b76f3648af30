"""Keeping a store safe and sound: backup, restore, the full check, and data for training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from icjims_desktop.services.desk import Desk
from icjims_desktop.services.import_export import casebook
from icjims_desktop.store.safekeeping import backup, verify
from icjims_desktop.store.safekeeping import repair as mending
from icjims_desktop.store.safekeeping.backup_file import Manifest
from icjims_desktop.store.safekeeping.repair import Repaired
from icjims_desktop.store.safekeeping.verify import Verification

Progress = Callable[[int, int], None]
"""How much is done, and how much there is in all."""


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


class Keeping:
    """What is done for the store as a whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def backup(self, path: Path) -> Manifest:
        """Write a sealed copy of the store to a new file; raises what `store.backup.backup` raises."""
        desk = self._desk
        if desk.enrolled:
            desk.consultation.record("backup", now=desk.now(), file=path.name[:200])
        return backup.backup(desk.store, path)

    def verify(self, progress: Progress = _silent) -> Verification:
        """Check every page, hash, chain, signature, projection and the search; what is wrong is named, not raised."""
        return verify.verify(self._desk.store.database, progress, self._desk.store.attachments)

    def rebuild(self) -> int:
        """Make lists, search and due dates again from the log; of how many records."""
        store = self._desk.store
        verify.heal(store.database)
        store.journal.reader.forget()
        return store.search.catch_up()

    def demo_data(self, cases: int, seed: int, progress: Progress = _silent) -> tuple[int, int]:
        """Make up cases for training; how many cases and records are new."""
        return casebook.write(self._desk, cases, seed, progress)


def restore(
    data_dir: Path,
    source: Path,
    login: str | None,
    password: str,
    *,
    now: Callable[[], int],
    random: Callable[[int], bytes],
) -> Manifest:
    """Put a backup in the place of the store in this folder; raises what `store.backup.restore` raises."""
    return backup.restore(data_dir, source, login, password, now=now, random=random)


def repair(
    data_dir: Path, login: str | None, password: str, *, now: Callable[[], int], random: Callable[[int], bytes]
) -> Repaired:
    """Put what can be read of a damaged store in its place; raises what `store.safekeeping.repair.repair` raises."""
    return mending.repair(data_dir, login, password, now=now, random=random)
