"""The users of a workstation: a further one, another password, one who may no longer unlock."""

from __future__ import annotations

from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core.directory import UserEntry
from icjims_core.problem import Refused
from icjims_desktop.platform.paths import DataDirectory
from icjims_desktop.store.database import Database
from icjims_desktop.store.keys import slots, unlocking
from icjims_desktop.store.keys.attempts import Attempts
from icjims_desktop.store.keys.passwords import FLOOR, Cost
from icjims_desktop.store.keys.slot_files import Card, SlotFiles
from icjims_desktop.store.keys.slots import OpenSlot, Person, Random
from icjims_desktop.store.log import directory, outgoing


class Users:
    """Who may unlock a store; `slot` is that of the user who has, `now` in milliseconds since 1970 UTC."""

    def __init__(
        self, layout: DataDirectory, slot: OpenSlot, database: Database, *, now: Callable[[], int], random: Random
    ) -> None:
        self._slot, self._database = slot, database
        self._now, self._random = now, random
        self._files = SlotFiles(layout.slots)
        self._attempts = layout.attempts

    def cards(self) -> list[Card]:
        """Everybody who may unlock."""
        return self._files.cards()

    def add(self, person: Person, password: str, *, cost: Cost = FLOOR) -> OpenSlot:
        """A slot for a further user, on the disk when it returns; `Store.describe` completes it after enrolment.

        Raises `user_exists`, and what `passwords.check_new` raises.
        """
        wanted = slots.normal_login(person.login).casefold()
        if any(card.login.casefold() == wanted for card in self.cards()):
            raise Refused("user_exists", login=person.login[:100])
        opened = slots.create(
            person,
            password,
            device=bytes.fromhex(self._slot.header.device),
            database_key=self._database.key,
            cost=cost,
            random=self._random,
        )
        self._files.save(opened.slot)
        return opened

    def withdraw(self, opened: OpenSlot) -> None:
        """Take back a slot that was just added, because the centre refused its user."""
        self._files.destroy(opened.header.slot)
        opened.close()

    def change_password(self, old: str, new: str, *, cost: Cost | None = None) -> None:
        """Wrap the session user's slot under another password. A wrong old one counts as a wrong try.

        Raises `wrong_password`, `locked_out`, and what `passwords.check_new` raises.
        """
        slot = self._files.load(self._slot.header.slot)
        unlocking.try_password(slot, old, Attempts(self._attempts), self._now()).close()
        self._slot.slot = slot
        self._files.save(self._slot.with_password(new, cost or slot.header.cost, self._random))

    def author_key(self, password: str) -> Ed25519PrivateKey:
        """The session user's author key, from the password entered afresh: what a signature is made with.

        A wrong one counts as a wrong try. Raises `wrong_password`, `locked_out`.
        """
        slot = self._files.load(self._slot.header.slot)
        opened = unlocking.try_password(slot, password, Attempts(self._attempts), self._now())
        key = opened.author
        opened.close()
        return key

    def disable(self, login: str) -> None:
        """Destroy a user's slot; the database key is changed when another user opens the store next.

        Raises `unknown_user`, and `Refused("last_user")` while unsent work would be locked away with the slot.
        """
        slot = self._files.find(login)
        others = [each for each in self._files.all() if each.header.slot != slot.header.slot]
        with self._database.read() as connection:
            unsent = outgoing.count(connection)
        if unsent and not others:
            raise Refused("last_user", login=login[:100])
        self._files.demand_rotation()
        self._files.destroy(slot.header.slot)
        Attempts(self._attempts).forget(slot.header.slot)

    def follow_directory(self) -> list[str]:
        """Disable whom the centre has disabled; the logins. A slot that alone guards unsent work stays until later."""
        with self._database.read() as connection:
            entries = [entry for entry in directory.all_of(connection, UserEntry) if isinstance(entry, UserEntry)]
        inactive = {entry.user.hex() for entry in entries if not entry.active}
        disabled = []
        for slot in self._files.all():
            if slot.header.user in inactive:
                try:
                    self.disable(slot.header.login)
                except Refused:
                    continue
                disabled.append(slot.header.login)
        return disabled
