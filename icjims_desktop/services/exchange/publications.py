"""What the centre has published, as this workstation holds it: lists, calendar and rules in force, and the contacts."""

from __future__ import annotations

from icjims_core import codes
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import calendar, rules
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Problem
from icjims_core.publishing.publications import CONTACTS, newest
from icjims_desktop.store.log import directory
from icjims_desktop.store.store import Store


class Publications:
    """Reads the published editions when the store is opened, and again when others have come; puts them in force."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = -1
        self.contacts: tuple[PublicationEntry, ...] = ()
        self.refused: tuple[Problem, ...] = ()
        """What is wrong with published rules that this program cannot use; those before them are in force."""
        self.refresh()

    def refresh(self) -> None:
        """Read what came since the last time; nothing is asked of the store where nothing did."""
        seen = self._store.journal.publications
        if seen == self._seen:
            return
        with self._store.database.read() as connection:
            entries = directory.publications(connection)
        self._seen = seen
        codes.install(PublishedLists(entries))
        calendar.install(calendar.published(entries))
        in_force, self.refused = rules.published(entries)
        rules.install(in_force)
        self.contacts = tuple(each for each in newest(entries) if each.kind == CONTACTS)
