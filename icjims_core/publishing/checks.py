"""What the centre checks before it publishes a document: the rules that the shipped data keep, and those of an edition.

A code is never removed and never given another meaning: it may be renamed, and ended by `valid_to`. An edition is newer
than the one in force.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Final

import msgspec

from icjims_core.codes import names
from icjims_core.codes.entries import LANGUAGES, CodeEntry, CodeList, read_list
from icjims_core.deadlines.calendar import Calendar, CalendarDocument, DayRow, HolidayRow, calendar_of
from icjims_core.deadlines.rules import Rules, flaws, read_file, rules_of
from icjims_core.deadlines.rules.model import RuleFile
from icjims_core.problem import Broken
from icjims_core.publishing.publications import data_of, edition_order, flaw

PARENTS: Final[Mapping[str, str]] = {
    "office": "region",
    "region": "region",
    "iccs": "iccs",
    "criminal_code_article": "criminal_code_chapter",
    "participant_role": "person_category",
    "exclusion_ground": "rehabilitation_effect",
    "punishment": "punishment_group",
}
"""Lists whose codes have a parent: the list that it is a code of."""
GRAVITY: Final = "gravity"
"""The list of what a part of an article weighs; also how an article says that its own needs a check."""
OWN_WORDS: Final = frozenset(
    {"act_status", "bool", "case_stage", "compartment", "gravity", "person_state", "role", "tri"}
)
"""Lists whose codes the program itself computes with: they may be renamed, not become more or fewer."""

_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_CYRILLIC: Final = re.compile("[А-Яа-яЁёҢңӨөҮү]")
_TEXT = Annotated[str, msgspec.Meta(max_length=1000)]


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    ru: _TEXT
    ky: _TEXT = ""
    en: _TEXT = ""
    official: _TEXT = ""
    parent: str = ""
    valid_from: str = ""
    valid_to: str = ""
    unverified: list[str] | str = []
    iccs: str = ""
    parts: dict[str, str] = {}


class _ListDocument(msgspec.Struct, forbid_unknown_fields=True):
    edition: str
    source: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    entries: Annotated[list[_Row], msgspec.Meta(min_length=1, max_length=20_000)]
    unverified: list[str] | str = []


def parsed(text: str) -> dict[str, object]:
    """A TOML document as data; raises `Refused("bad_publication", rule="malformed")`."""
    try:
        return data_of(text)
    except ValueError as error:
        raise flaw("malformed", reason=str(error)[:200]) from None


def check_edition(edition: object, before: str) -> str:
    """The edition, which must be numbers joined by dashes and follow the one before."""
    if not isinstance(edition, str) or not edition_order(edition) or len(edition) > 32:
        raise flaw("edition", edition=str(edition)[:40])
    if edition_order(edition) <= edition_order(before):
        raise flaw("older", edition=edition, before=before)
    return edition


def check_list(name: str, document: dict[str, object], listed: Callable[[str], CodeList]) -> CodeList:
    """The list of a document, checked against the one in force; raises `Refused("bad_publication")`."""
    if name not in names():
        raise flaw("no_such_list", list=name[:80])
    before = listed(name)
    try:
        msgspec.convert(document, _ListDocument)
        found = read_list(name, document)
    except (msgspec.ValidationError, KeyError, TypeError, ValueError) as error:
        raise flaw("malformed", reason=str(error)[:200]) from None
    check_edition(found.edition, before.edition)
    check_entries(found, before, listed)
    check_continued(found, before)
    return found


def check_entries(found: CodeList, before: CodeList, listed: Callable[[str], CodeList]) -> None:
    """What holds of every list: codes, labels in three languages, dates, parents."""
    parents = PARENTS.get(found.name)
    for entry in found.entries.values():
        if not _CODE.fullmatch(entry.code):
            raise flaw("code", code=entry.code[:40])
        _check_label(entry, before.entries.get(entry.code))
        _check_dates(entry)
        if any(each not in listed(GRAVITY) for each in entry.parts.values()):
            raise flaw("gravity", code=entry.code)
        if entry.parent and parents is not None:
            known = found if parents == found.name else listed(parents)
            if entry.parent not in known:
                raise flaw("parent", code=entry.code, parent=entry.parent[:40])


def _check_label(entry: CodeEntry, before: CodeEntry | None) -> None:
    tolerated = before.missing if before else frozenset()
    absent = [each for each in LANGUAGES if each in entry.missing and each not in tolerated]
    for language, text in zip(LANGUAGES, entry.label, strict=True):
        if not text or text != text.strip() or not text.isprintable():
            absent.append(language)
        if language not in entry.missing and language != "ru" and _is_cyrillic(text) is (language == "en"):
            absent.append(language)
    if absent:
        raise flaw("language", code=entry.code, language=absent[0])


def _is_cyrillic(text: str) -> bool:
    return _CYRILLIC.search(text) is not None


def _check_dates(entry: CodeEntry) -> None:
    for each in (entry.valid_from, entry.valid_to):
        if each and not _is_date(each):
            raise flaw("dates", code=entry.code)
    if entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
        raise flaw("dates", code=entry.code)


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def check_continued(found: CodeList, before: CodeList) -> None:
    """What an edition owes to the one before: every code, with the meaning that it had."""
    if found.name in OWN_WORDS and found.entries.keys() != before.entries.keys():
        raise flaw("own_words", list=found.name)
    for code, old in before.entries.items():
        new = found.entries.get(code)
        if new is None:
            raise flaw("removed", code=code)
        what = _changed(new, old) or ("valid_to" if found.name in OWN_WORDS and new.valid_to != old.valid_to else None)
        if what is not None:
            raise flaw("changed", code=code, what=what)


def _changed(new: CodeEntry, old: CodeEntry) -> str | None:
    """What of a code's meaning would be another; an end once stated may move and is not taken back."""
    for what in ("official", "parent", "valid_from"):
        was = getattr(old, what)
        if was and getattr(new, what) != was:
            return what
    doubted = GRAVITY in old.unverified  # computed from the sanction, a lawyer's decision was still wanting
    if any(part not in new.parts or (new.parts[part] != was and not doubted) for part, was in old.parts.items()):
        return "parts"
    return "valid_to" if old.valid_to and not new.valid_to else None


def check_calendar(document: dict[str, object], before: Calendar) -> Calendar:
    """The calendar of a document; a year that was entered once stays."""
    try:
        read = msgspec.convert(document, CalendarDocument)
        found = calendar_of(read)
    except (msgspec.ValidationError, Broken) as error:
        raise flaw("malformed", reason=str(error)[:200]) from None
    check_edition(found.edition, before.edition)
    _check_days(read)
    gone = sorted(before.years - found.years)
    if gone:
        raise flaw("removed", code=str(gone[0]))
    return found


def check_deadlines(name: str, document: dict[str, object], before: Rules) -> RuleFile:
    """The file of rules of a document, checked together with the other files in force; no rule of it goes."""
    former = before.files.get(name)
    if former is None:
        raise flaw("no_such_rules", file=name[:80], files=", ".join(sorted(before.files)))
    try:
        found = read_file(name, document)
    except Broken as broken:
        raise flaw("malformed", reason=str(broken.params["reason"])[:200]) from None
    check_edition(found.edition, former.edition)
    gone = sorted(former.ids - found.ids)
    if gone:
        raise flaw("removed", code=gone[0])
    for each in flaws(rules_of({**before.files, name: found})):
        raise flaw(each.what, code=each.rule, value=each.value[:80], language=each.value[:2])
    return found


def _check_days(read: CalendarDocument) -> None:
    seen: set[str] = set()
    rows: list[HolidayRow | DayRow] = [*read.holiday, *(day for year in read.year for day in year.day)]
    for row in rows:
        for language in LANGUAGES:
            if not getattr(row, language).strip():
                raise flaw("language", code=row.day, language=language)
    for year in read.year:
        for day in year.day:
            if day.day in seen:
                raise flaw("twice", code=day.day)
            if not day.day.startswith(f"{year.year:04}-"):
                raise flaw("dates", code=day.day)
            seen.add(day.day)
    years = [each.year for each in read.year]
    if len(set(years)) != len(years):
        raise flaw("twice", code=str(years[0]))
