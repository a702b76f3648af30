"""The published directory of lawyers, interpreters, psychologists, doctors and child-protection officers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Final

import msgspec

from icjims_core.codes.entries import CodeList
from icjims_core.publishing.publications import flaw

SERVICES: Final = "contact_service"
LANGUAGES: Final = "language"
REGIONS: Final = "region"
OFFICES: Final = "office"
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()-]{1,29}")
_LINE = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_COLUMNS: Final = ("id", "service", "name", "languages", "region", "office", "phone", "available", "valid_to")


class Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry. `service`, `languages`, `region` (SOATE) and `office` are codes; `valid_to`: the last day listed."""

    id: str
    service: str
    name: _LINE
    languages: Annotated[list[str], msgspec.Meta(max_length=20)]
    region: str
    phone: str
    office: str = ""
    available: Annotated[str, msgspec.Meta(max_length=200)] = ""
    valid_to: str = ""

    def listed_on(self, date: str) -> bool:
        """Whether the entry stands on this ISO date."""
        return not self.valid_to or date <= self.valid_to


class ContactsDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An edition of the directory."""

    edition: str
    source: _LINE
    contact: Annotated[list[Contact], msgspec.Meta(min_length=1, max_length=20_000)]


def read_contacts(document: Mapping[str, object]) -> ContactsDocument:
    """The directory in a TOML document; raises `Refused("bad_publication", rule="malformed")`."""
    try:
        return msgspec.convert(document, ContactsDocument)
    except msgspec.ValidationError as error:
        raise flaw("malformed", reason=str(error)[:200]) from None


def check_contacts(
    name: str, document: Mapping[str, object], before: ContactsDocument | None, listed: Callable[[str], CodeList]
) -> ContactsDocument:
    """The directory of a document, checked against the codes in force and the edition before, all but its number.

    Raises `Refused("bad_publication")`. Who is no longer to be called gets `valid_to`: calls that were logged refer to
    the entry.
    """
    if not _NAME.fullmatch(name):
        raise flaw("code", code=name[:40])
    found = read_contacts(document)
    seen: set[str] = set()
    for each in found.contact:
        if not _ID.fullmatch(each.id):
            raise flaw("code", code=each.id[:40])
        if each.id in seen:
            raise flaw("twice", code=each.id)
        seen.add(each.id)
        _check(each, listed)
    for old in before.contact if before else ():
        if old.id not in seen:
            raise flaw("removed", code=old.id)
    return found


def _check(contact: Contact, listed: Callable[[str], CodeList]) -> None:
    stated = [
        (SERVICES, contact.service),
        (REGIONS, contact.region),
        *((LANGUAGES, each) for each in contact.languages),
    ]
    if contact.office:
        stated.append((OFFICES, contact.office))
    for name, code in stated:
        if code not in listed(name):
            raise flaw("unknown_code", code=contact.id, value=code[:40], list=name)
    if contact.service in ("interpreter", "sign_interpreter") and not contact.languages:
        raise flaw("unknown_code", code=contact.id, value="", list=LANGUAGES)
    if not _PHONE.fullmatch(contact.phone):
        raise flaw("malformed", reason=f"{contact.id}: phone")
    if contact.valid_to and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", contact.valid_to):
        raise flaw("dates", code=contact.id)
    if any(not text.isprintable() for text in (contact.name, contact.available)):
        raise flaw("malformed", reason=f"{contact.id}: control character")


def from_csv(text: str, edition: str, source: str) -> str:
    """The TOML document of a table with the columns `id` … `valid_to`; several languages with spaces between them.

    Raises `Refused("bad_publication", rule="malformed")`.
    """
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True))
    except csv.Error as error:
        raise flaw("malformed", reason=str(error)[:200]) from None
    header = [each.strip() for each in rows[0]] if rows else []
    if not header or set(header) - set(_COLUMNS) or len(set(header)) != len(header):
        raise flaw("malformed", reason=f"columns: {', '.join(_COLUMNS)}")
    contacts: list[Contact] = []
    for at, row in enumerate(rows[1:], start=2):
        if not any(row):
            continue
        if len(row) != len(header):
            raise flaw("malformed", reason=f"line {at}")
        cells = {name: cell.strip() for name, cell in zip(header, row, strict=True)}
        contacts.append(_contact(cells, at))
    return to_toml(edition, source, contacts)


def _contact(cells: Mapping[str, str], line: int) -> Contact:
    values: dict[str, object] = {**cells, "languages": cells.get("languages", "").split()}
    try:
        return msgspec.convert(values, Contact)
    except msgspec.ValidationError as error:
        raise flaw("malformed", reason=f"line {line}: {error}"[:200]) from None


def to_toml(edition: str, source: str, contacts: Iterable[Contact]) -> str:
    """The document of an edition."""
    lines = [f"edition = {_quoted(edition)}", f"source = {_quoted(source)}"]
    for each in contacts:
        lines += ["", "[[contact]]"]
        lines += [f"{name} = {_stated(value)}" for name, value in msgspec.structs.asdict(each).items() if value]
        lines += [] if each.languages else ["languages = []"]
    return "\n".join(lines) + "\n"


def _stated(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_quoted(str(each)) for each in value)}]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    # A JSON string is a basic string of TOML but for U+007F, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
