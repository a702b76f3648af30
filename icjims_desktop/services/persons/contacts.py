"""The published directory of lawyers, interpreters and others: who can be called, and the log of calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from icjims_core import codes
from icjims_core.codes.nearest import nearest
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.directory import PublicationEntry
from icjims_core.problem import Problem, Refused
from icjims_core.publishing import publications
from icjims_core.publishing.contacts import LANGUAGES, OFFICES, REGIONS, SERVICES, Contact, read_contacts
from icjims_desktop.services.desk import Desk, Saved
from icjims_desktop.services.documents import Document
from icjims_desktop.services.moments import instant
from icjims_desktop.services.recording.assignments import Assignment, of_object
from icjims_desktop.services.recording.records import Records

CONTACT_ATTEMPT: Final = "contact_attempt"
_OBLAST: Final = 5
"""Digits of SOATE that name an oblast or a city of its rank."""
_BY_LANGUAGE: Final = ("interpreter", "sign_interpreter")


@dataclass(frozen=True, slots=True)
class Listed:
    """A contact with the directory and the edition that list it."""

    directory: str
    edition: str
    contact: Contact

    @property
    def id(self) -> str:
        """What a person names it by: directory and entry."""
        return f"{self.directory}/{self.contact.id}"

    @property
    def reference(self) -> str:
        """What a call that was logged says of the entry."""
        return f"{self.id} ({self.edition})"


class Contacts:
    """Whom one can call, as the newest published editions list them."""

    def __init__(self, desk: Desk, records: Records) -> None:
        self._desk = desk
        self._records = records
        self._read: tuple[tuple[PublicationEntry, ...], list[Listed]] = ((), [])

    def listed(
        self, language: str, *, service: str | None = None, speaks: str | None = None, place: str | None = None
    ) -> Document:
        """Those listed today, by place and language, the places of one's own region first; worded in `language`.

        `place`: a region with all within it, or an office. Raises `Refused("invalid", rule="code")`.
        """
        for list_, field, code in ((SERVICES, "kind", service), (LANGUAGES, "speaks", speaks)):
            _check(list_, field, code)
        if place is not None and place not in codes.code_list(OFFICES):
            _check(REGIONS, "place", place)
        found = [
            each
            for each in self._listed_today()
            if service in (None, each.contact.service)
            and (speaks is None or speaks in each.contact.languages)
            and (place is None or _is_at(each.contact, place))
        ]
        own = _region_of(self._desk.me.office)
        found.sort(key=lambda each: _order(each, own, language))
        return {"contacts": [_document(each, language) for each in found]}

    def find(self, contact: str) -> Listed:
        """An entry by its id `directory/entry`; raises `Refused("not_found")`."""
        found = next((each for each in self._all() if each.id == contact), None)
        if found is None:
            raise Refused("not_found", record=contact[:100])
        return found

    def call(self, contact: str, case: bytes, stated: Sequence[Assignment]) -> Saved:
        """Log a call to an entry in a case, now where nothing else is stated; raises what making a record raises."""
        prepared = self.prepared(self.find(contact))
        given = {each.field for each in stated}
        own = [each for each in of_object(prepared) if each.field not in given]
        return self._records.new(CONTACT_ATTEMPT, [*own, *stated], case=case)

    def prepared(self, listed: Listed) -> dict[str, object]:
        """What the record of a call to an entry begins with: a copy of what the directory says, and the time."""
        contact = listed.contact
        values: dict[str, object] = {
            "service": contact.service,
            "called_name": contact.name,
            "listed_as": listed.reference,
            "phone": contact.phone,
            "way": "phone",
            "called_at": moment_of(instant(self._desk.now())),
        }
        if contact.service in _BY_LANGUAGE and len(contact.languages) == 1:
            values["language"] = contact.languages[0]
        return values

    def _listed_today(self) -> Iterator[Listed]:
        today = moment_of(instant(self._desk.now()))[:10]
        return (each for each in self._all() if each.contact.listed_on(today))

    def _all(self) -> list[Listed]:
        entries = self._desk.publications.contacts
        if self._read[0] is not entries:
            self._read = (entries, [each for entry in entries for each in _of_edition(entry)])
        return self._read[1]


def _of_edition(entry: PublicationEntry) -> Iterator[Listed]:
    """The entries of an edition; none of one that a newer program wrote."""
    try:
        read = read_contacts(publications.unpack(entry.body))
    except Problem:
        return
    for each in read.contact:
        yield Listed(entry.name, entry.edition, each)


def _check(list_: str, field: str, code: str | None) -> None:
    if code is not None and code not in codes.code_list(list_):
        near = ", ".join(nearest(codes.code_list(list_), code))
        raise Refused("invalid", field=f"--{field}", rule="code", list=list_, value=code[:100], nearest=near)


def _region_of(office: str) -> str:
    entry = codes.code_list(OFFICES).entries.get(office)
    return entry.parent if entry else ""


def _is_at(contact: Contact, place: str) -> bool:
    return contact.office == place or contact.region.startswith(place)


def _order(listed: Listed, own: str, language: str) -> tuple[object, ...]:
    contact = listed.contact
    near = 2 if not own or contact.region[:_OBLAST] != own[:_OBLAST] else int(contact.region != own)
    languages = tuple(codes.code_list(LANGUAGES).label(each, language) for each in contact.languages)
    return near, contact.region, languages, contact.name, listed.id


def _document(listed: Listed, language: str) -> Document:
    contact = listed.contact
    return {
        "id": listed.id,
        "kind": contact.service,
        "kind_label": codes.code_list(SERVICES).label(contact.service, language),
        "name": contact.name,
        "languages": list(contact.languages),
        "language_labels": [codes.code_list(LANGUAGES).label(each, language) for each in contact.languages],
        "place": contact.region,
        "place_label": codes.code_list(REGIONS).label(contact.region, language),
        "office": contact.office,
        "phone": contact.phone,
        "available": contact.available,
        "edition": listed.edition,
    }
