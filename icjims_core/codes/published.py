"""Editions of code lists that the centre published, read when they are first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from icjims_core.codes.entries import CodeList, read_list
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Problem
from icjims_core.publishing import publications


class PublishedLists:
    """The published editions of each list, in the order of the directory. Safe for several threads."""

    def __init__(self, entries: Iterable[PublicationEntry] = ()) -> None:
        self._bodies: dict[str, dict[str, bytes]] = {}
        for each in entries:
            if each.kind == publications.LIST:
                editions = self._bodies.setdefault(each.name, {})
                editions.pop(each.edition, None)
                editions[each.edition] = each.body
        self._read: dict[tuple[str, str], CodeList | None] = {}

    def __bool__(self) -> bool:
        return bool(self._bodies)

    def __contains__(self, name: str) -> bool:
        return name in self._bodies

    def edition(self, name: str, edition: str) -> CodeList | None:
        """An edition of a list; `None` where it was never published or this program cannot read it."""
        key = (name, edition)
        if key not in self._read:
            body = self._bodies.get(name, {}).get(edition)
            self._read[key] = None if body is None else _listed(name, body)
        return self._read[key]

    def newest(self, name: str) -> CodeList | None:
        """The newest edition that this program can read."""
        for edition in reversed(self._bodies.get(name, {})):
            found = self.edition(name, edition)
            if found is not None:
                return found
        return None


def _listed(name: str, body: bytes) -> CodeList | None:
    try:
        return read_list(name, publications.unpack(body))
    except (Problem, KeyError, TypeError, ValueError):
        return None


NOTHING_PUBLISHED: Final = PublishedLists()
