"""Who wrote something: authors' keys as the centre's directory certifies them, with names and offices."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from icjims_core.access import Actor
from icjims_core.directory import AuthorEntry
from icjims_desktop.store.log import directory
from icjims_desktop.store.log.directory import Author


@dataclass(frozen=True, slots=True)
class Me:
    """The unlocked user: id (16 bytes), login, name and role; the office of the device; the key he signs with.

    `colleagues`: the roles of the people of his office, as far as the directory tells.
    """

    id: bytes
    login: str
    name: str
    role: str
    office: str
    device: bytes
    key: bytes
    colleagues: frozenset[str] = frozenset()

    @property
    def feeds(self) -> tuple[str, str]:
        """The feeds whose cases he may see here."""
        return (f"office:{self.office}", f"user:{self.id.hex()}")

    @property
    def actor(self) -> Actor:
        """The same as rights are decided for."""
        return Actor(self.role, self.office, self.login, self.name, colleagues=self.colleagues | {self.role})


class People:
    """Authors by key, each looked up once."""

    def __init__(self, connection: Connection, me: Me) -> None:
        self._connection = connection
        own = Author(me.name, me.login, me.role, me.office, me.device, certified=False)
        self._own = (me.key, own)
        self._me = me.id
        self._authors: dict[bytes, Author] = {}
        self._offices: dict[str, str] = {}
        self._posts: dict[bytes, frozenset[tuple[str, str]]] = {}

    @property
    def own_key(self) -> bytes:
        """The user's own author key."""
        return self._own[0]

    def author(self, key: bytes) -> Author:
        """Who holds a key; the user himself also before the centre's certificate has arrived."""
        found = self._authors.get(key)
        if found is None:
            found = directory.author(self._connection, key)
            if not found.certified and key == self._own[0]:
                found = self._own[1]
            self._authors[key] = found
        return found

    def person(self, key: bytes) -> bytes:
        """Id of the person whose key it is, on whichever device; empty where the directory does not know it."""
        entry = directory.newest(self._connection, AuthorEntry, key)
        if isinstance(entry, AuthorEntry):
            return entry.user
        return self._me if key == self._own[0] else b""

    def posts(self, key: bytes) -> frozenset[tuple[str, str]]:
        """Roles with offices that the holder of a key has had; the user's own also before his certificate arrives."""
        if key not in self._posts:
            now = self.author(key)
            self._posts[key] = directory.posts(self._connection, key) or frozenset({(now.role, now.office)})
        return self._posts[key]

    def office_name(self, code: str) -> str:
        """The name of an office."""
        if code not in self._offices:
            self._offices[code] = directory.office_name(self._connection, code)
        return self._offices[code]
