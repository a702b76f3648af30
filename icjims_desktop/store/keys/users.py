"""The users of a workstation: a further one, another password, one who may no longer unlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core.directory import UserEntry
from icjims_core.problem import Refused
from icjims_desktop.store.keys import slots, unlocking
from icjims_desktop.store.keys.attempts import Attempts
from icjims_desktop.store.keys.passwords import FLOOR, Cost
from icjims_desktop.store.keys.slot_files import Card, SlotFiles
from icjims_desktop.store.keys.slots import OpenSlot, Person
from icjims_desktop.store.log import directory

if TYPE_CHECKING:
    from icjims_desktop.store.store import Store


class Users:
    """Who may unlock this store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._files = SlotFiles(store.layout.slots)

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
            device=self._store.device.signing_public,
            database_key=self._store.database.key,
            cost=cost,
            random=self._store.around.random,
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
        store = self._store
        slot = self._files.load(store.slot.header.slot)
        attempts = Attempts(store.layout.attempts)
        unlocking.try_password(slot, old, attempts, store.around.now()).close()
        store.slot.slot = slot
        self._files.save(store.slot.with_password(new, cost or slot.header.cost, store.around.random))

    def author_key(self, password: str) -> Ed25519PrivateKey:
        """The session user's author key, from the password entered afresh: what a signature is made with.

        A wrong one counts as a wrong try. Raises `wrong_password`, `locked_out`.
        """
        store = self._store
        slot = self._files.load(store.slot.header.slot)
        opened = unlocking.try_password(slot, password, Attempts(store.layout.attempts), store.around.now())
        key = opened.author
        opened.close()
        return key

    def disable(self, login: str) -> None:
        """Destroy a user's slot; the database key is changed when another user opens the store next.

        Raises `unknown_user`, and `Refused("last_user")` while unsent work would be locked away with the slot.
        """
        slot = self._files.find(login)
        others = [each for each in self._files.all() if each.header.slot != slot.header.slot]
        if not others and self._store.enrolled and self._store.journal.outbox_count():
            raise Refused("last_user", login=login[:100])
        self._files.demand_rotation()
        self._files.destroy(slot.header.slot)
        Attempts(self._store.layout.attempts).forget(slot.header.slot)

    def follow_directory(self) -> list[str]:
        """Disable whom the centre has disabled; the logins. A slot that alone guards unsent work stays until later."""
        with self._store.database.read() as connection:
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
