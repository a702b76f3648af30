"""From a password to the key of the database, through the slot of the user; the key is changed where that is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from icjims_core.problem import Broken, Refused
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.store import migrating, opening
from icjims_desktop.store.keys import passwords, slots
from icjims_desktop.store.keys.attempts import Attempts
from icjims_desktop.store.keys.slot_files import SlotFiles
from icjims_desktop.store.keys.slots import OpenSlot, Slot

Random = Callable[[int], bytes]


class Unlocked(NamedTuple):
    """An open slot and the key that the database has."""

    slot: OpenSlot
    key: bytes


def try_password(slot: Slot, password: str, attempts: Attempts, now: int) -> OpenSlot:
    """The open slot. Raises `wrong_password` (attempts_left), `locked_out` (minutes), or `slot_unsafe`.

    The try is counted on the disk before it is made, so that pulling the plug does not buy another one.
    """
    header = slot.header
    passwords.check_cost(header.cost)
    left = attempts.begin(header.slot, header.login, now)
    opened = slots.unwrap(slot, password)
    if opened is None:
        raise attempts.wrong(header.login, left, now)
    attempts.right(header.slot)
    return opened


def unlock(
    layout: DataDirectory, login: str | None, password: str, *, attempts: Attempts, now: int, random: Random
) -> Unlocked:
    """Open the user's slot and find the database's key; nobody else may use the store meanwhile.

    Raises what `try_password` and `SlotFiles.find` raise, and `store_missing` or `store_damaged`.
    """
    folder = SlotFiles(layout.slots)
    opened = try_password(folder.find(login), password, attempts, now)
    try:
        key = _database_key(layout, opened, folder)
        folder.settle(opened.header.slot)
        if folder.rotation_due:
            key = rotate(layout, folder, key, random)
            opened.slot = folder.load(opened.header.slot)
    except BaseException:
        opened.close()
        raise
    return Unlocked(opened, key)


def _database_key(layout: DataDirectory, opened: OpenSlot, folder: SlotFiles) -> bytes:
    path = layout.database
    if not path.exists() or not path.stat().st_size:
        raise Broken("store_missing")
    keys = opened.database_keys()
    for at, key in enumerate(keys):
        if opening.opens(path, key):
            if at or (len(keys) > 1 and not folder.rotation_due):
                # A change of the key was cut off between the pages and the slots.
                folder.seal_to_all([key])
                opened.slot = folder.load(opened.header.slot)
            return key
    raise Broken("store_damaged", what="first_page_or_key")


def rotate(layout: DataDirectory, folder: SlotFiles, old: bytes, random: Random) -> bytes:
    """Encrypt the database under a new key and seal that to every user; cut off anywhere, the slots still open it."""
    new = random(opening.KEY_BYTES)
    folder.seal_to_all([old, new])
    opening.change_key(layout.database, old, new)
    if not opening.opens(layout.database, new):
        raise Broken("store_damaged", what="rekey")
    folder.seal_to_all([new])
    migrating.copy_of(layout.database).unlink(missing_ok=True)
    folder.rotation_done()
    return new


def check_present(layout: DataDirectory) -> None:
    """Raises `Refused("no_store")` where no store was made, `Broken("slot_damaged")` where one lost all its slots.

    Making one ends with its first slot, before any try of a password: what was tried was a whole store.
    """
    if layout.has_store:
        return
    if layout.attempts.exists() and layout.database.exists():
        raise Broken("slot_damaged", what="missing")
    raise Refused("no_store")
