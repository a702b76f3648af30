"""The folder of password slots: replaced and destroyed so that a crash leaves the old one or the new one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from icjims_core.problem import Broken, Locked, Refused
from icjims_desktop.platform import files
from icjims_desktop.store.keys import slots
from icjims_desktop.store.keys.slots import Slot

_MOST_SLOTS: Final = 256
_SUFFIX: Final = ".json"
_PREVIOUS: Final = ".previous"


class Card(NamedTuple):
    """Who may unlock, as the unlock screen shows it without a password."""

    slot: str
    login: str
    name: str
    role: str
    office: str


class SlotFiles:
    """The slots of one workstation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def cards(self) -> list[Card]:
        """The users whose slots can be read, by name."""
        found = [
            Card(each.header.slot, each.header.login, each.header.name, each.header.role, each.header.office)
            for each in self.all()
        ]
        return sorted(found, key=lambda card: (card.name.casefold(), card.login))

    def all(self) -> list[Slot]:
        """Every slot that can be read."""
        found = []
        for name in self._names():
            try:
                found.append(self.load(name))
            except Broken:
                continue
        return found

    def damaged(self) -> list[str]:
        """File names of slots that cannot be read, neither themselves nor their previous copies."""
        readable = {slot.header.slot for slot in self.all()}
        return [name for name in self._names() if name not in readable]

    def find(self, login: str | None) -> Slot:
        """The slot of a login, or the only one. Raises `user_needed`, `unknown_user`, or `slot_damaged`."""
        readable = self.all()
        if login is None:
            if len(readable) > 1:
                raise Refused("user_needed")
            matching = readable
        else:
            wanted = _compared(login)
            matching = [slot for slot in readable if _compared(slot.header.login) == wanted]
        if matching:
            return matching[0]
        if self.damaged():
            raise Broken("slot_damaged", what="form")
        raise Locked("unknown_user", login=(login or "")[:100])

    def load(self, name: str) -> Slot:
        """The slot of that name; its previous copy when a crash or damage left no readable one."""
        path = self.path(name)
        try:
            slot = slots.read(path)
        except Broken:
            previous = _previous(path)
            if not previous.exists():
                raise
            slot = slots.read(previous)
        if slot.header.slot != name:
            raise Broken("slot_damaged", what="name")
        return slot

    def save(self, slot: Slot) -> None:
        """Put the slot in place; the previous one is kept until the new one was read back."""
        files.make_private_directory(self.folder)
        path = self.path(slot.header.slot)
        if path.exists():
            files.replace_file(_previous(path), path.read_bytes())
        files.replace_file(path, slots.written(slot))
        if slots.read(path) != slot:
            raise Broken("disk_failed", what="slot")
        files.remove_durably(_previous(path))

    def settle(self, name: str) -> None:
        """After a successful unlock: the copy that was read is the slot, and no other stays."""
        path = self.path(name)
        slot = self.load(name)
        try:
            damaged = slots.read(path) != slot
        except Broken:
            damaged = True
        if damaged:
            files.replace_file(path, slots.written(slot))
        if _previous(path).exists():
            files.remove_durably(_previous(path))

    def destroy(self, name: str) -> None:
        """Overwrite and remove a slot and its copy."""
        path = self.path(name)
        for each in (path, _previous(path)):
            files.overwrite_and_remove(each)

    def seal_to_all(self, keys: Sequence[bytes]) -> None:
        """Seal these database keys to every user whose slot can be read."""
        for slot in self.all():
            self.save(slots.with_database_keys(slot, keys))

    @property
    def rotation_due(self) -> bool:
        """Whether the database key is to be changed."""
        return self._rotation.exists()

    def demand_rotation(self) -> None:
        """Have the database key changed at the next unlock."""
        files.replace_file(self._rotation, b"")

    def rotation_done(self) -> None:
        """The database key was changed."""
        files.remove_durably(self._rotation)

    @property
    def _rotation(self) -> Path:
        return self.folder / "rotation-due"

    def _names(self) -> list[str]:
        if not self.folder.is_dir():
            return []
        names = {each.name.removesuffix(_PREVIOUS).removesuffix(_SUFFIX) for each in self.folder.glob("*" + _SUFFIX)}
        names |= {each.name.removesuffix(_SUFFIX + _PREVIOUS) for each in self.folder.glob("*" + _SUFFIX + _PREVIOUS)}
        return sorted(names)[:_MOST_SLOTS]

    def path(self, name: str) -> Path:
        """The file of a slot."""
        return self.folder / (name + _SUFFIX)


def _previous(path: Path) -> Path:
    return path.with_name(path.name + _PREVIOUS)


def _compared(login: str) -> str:
    return unicodedata.normalize("NFC", slots.normal_login(login).casefold())
