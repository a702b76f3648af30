"""The exchange of files at the end of a restore: whenever it is cut off, the next opening goes on with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from icjims_desktop.platform import files
from icjims_desktop.platform.paths import DataDirectory

READY: Final = "restore.ready"
UNFINISHED: Final = "restore.unfinished"


def pending(layout: DataDirectory) -> bool:
    """Whether a restored store waits to be put in place."""
    return (layout.root / READY).is_dir()


def finish(layout: DataDirectory) -> None:
    """Complete an exchange of files that was cut off; nothing to do is fine. The process lock must be held.

    Each file is either still in `restore.ready` or in its place, so that doing it again goes on where it stopped.
    """
    ready = DataDirectory(layout.root / READY)
    if not ready.root.is_dir():
        return
    aside = _aside_of_restore(layout)
    if ready.database.exists():
        beside = sorted(layout.root.glob(layout.database.name + "*"))
        for path in (*(each for each in beside if each != layout.database), layout.mark):
            _move(path, aside)
        _move(layout.database, aside)
        files.sync_directory(aside)
        ready.database.replace(layout.database)
        files.sync_directory(layout.root)
    for present, new in ((layout.slots, ready.slots), (layout.attachments, ready.attachments)):
        if new.exists():
            _move(present, aside)
            new.replace(present)
            files.sync_directory(layout.root)
    shutil.rmtree(ready.root)
    files.sync_directory(layout.root)


def _aside_of_restore(layout: DataDirectory) -> Path:
    """The folder for what is put away, the same one when the exchange goes on after a crash."""
    note = layout.root / READY / "aside"
    if not note.exists():
        target = layout.aside_for("restore")
        files.replace_file(note, target.name.encode())
    return layout.aside / note.read_text()


def _move(path: Path, target: Path) -> None:
    if path.exists():
        path.replace(target / path.name)


def clear_unfinished(layout: DataDirectory) -> None:
    """Remove what backups, restores and copies left that were cut off before they counted."""
    shutil.rmtree(layout.root / UNFINISHED, ignore_errors=True)
    for path in layout.root.glob("*.unfinished*"):
        if path.is_file():
            path.unlink(missing_ok=True)
