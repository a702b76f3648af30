"""Offices by name: the code list with its three languages, and what the centre's directory has beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from icjims_core import codes
from icjims_core.codes.offices import office_words
from icjims_core.directory import OfficeEntry
from icjims_core.names import begin_so
from icjims_core.publishing.contacts import OFFICES, REGIONS
from icjims_desktop.services.desk import Desk
from icjims_desktop.store.log import directory

MOST: Final = 60


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its code, its name and place in one language, and whether it exchanges with the centre."""

    code: str
    name: str
    place: str
    connected: bool


class Offices:
    """Every office that a record can name by its code."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def found(self, typed: str, language: str) -> list[Office]:
        """Those whose code, place or name in any language has every typed word; those with the centre first."""
        listed, known = codes.code_list(OFFICES).entries, self._known()
        found: list[Office] = []
        for code in (*known, *(each for each in listed if each not in known)):
            office = self._office(code, language, known)
            names = listed[code].label if code in listed else ()
            if begin_so(typed, code, known.get(code, ""), *names, office.place):
                found.append(office)
        found.sort(key=lambda each: (not each.connected, each.name, each.code))
        return found[:MOST]

    def name(self, code: str, language: str) -> str:
        """The name of an office; empty where nobody lists it."""
        return self.names((code,), language)[code]

    def names(self, several: Iterable[str], language: str) -> dict[str, str]:
        """The same of several, by their codes."""
        known = self._known()
        return {code: self._office(code, language, known).name for code in dict.fromkeys(several)}

    def _office(self, code: str, language: str, known: dict[str, str]) -> Office:
        entry = codes.code_list(OFFICES).entries.get(code)
        place = codes.code_list(REGIONS).label(entry.parent, language) if entry and entry.parent else ""
        return Office(code, office_words(code, language, known.get(code, "")), place, code in known)

    def _known(self) -> dict[str, str]:
        """The offices of the centre's directory, by code."""
        with self._desk.store.database.read() as connection:
            entries = directory.all_of(connection, OfficeEntry)
        return {each.code: each.name for each in entries if isinstance(each, OfficeEntry)}
