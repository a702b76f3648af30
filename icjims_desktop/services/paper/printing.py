"""Journals and inventories as paper: which records they list, in which order, and what their pages count."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from icjims_core import access, codes
from icjims_core.access import Operation, Subject
from icjims_core.declarations.sentence import date_words
from icjims_core.declarations.words import Label
from icjims_core.modules import record_type
from icjims_core.paper.printed import printed
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values, headers_of
from icjims_desktop.services.import_export.files import whole_file
from icjims_desktop.services.paper import numbering, printed_pages
from icjims_desktop.services.paper.printed_pages import Heading, Line, Table
from icjims_desktop.services.paper.volumes import FOLIO, VOLUME, of_case, sheets
from icjims_desktop.services.reading import lists
from icjims_desktop.services.scope import View

JOURNALS: Final = "journal_kind"
DIRECTIONS: Final = "correspondence_direction"
_OF_PAPER: Final = ("ky", "ru")
"""The languages of these papers, whatever the program speaks."""
_SAYS: Final = printed("journal")

_OF_JOURNAL: Final = (
    ("entry_number", 1.15),
    ("entry_date", 1.15),
    ("from_whom", 2.2),
    ("subject", 4.4),
    ("resolution", 1.6),
    ("result", 2.2),
    ("result_on", 1.15),
    ("about_case", 1.8),
)
_OF_LETTERS: Final = (
    ("office_number", 1.3),
    ("dated", 1.3),
    ("file_index", 1.0),
    ("correspondent", 2.2),
    ("their_number", 1.35),
    ("their_date", 1.35),
    ("subject", 2.9),
    ("sheets", 1.05),
    ("passed_to", 1.5),
    ("due_on", 1.2),
    ("done_on", 1.2),
)
_AS_LETTER: Final = {
    "office_number": "entry_number",
    "dated": "entry_date",
    "correspondent": "from_whom",
    "subject": "subject",
    "passed_to": "resolution",
    "done_on": "result_on",
}
"""Where an entry of a journal of letters has what a letter states."""
_OF_INVENTORY: Final = (
    ("line", 0.6),
    ("title", 4.2),
    ("document_number", 1.5),
    ("document_date", 1.5),
    ("folio_from", 1.15),
    ("folio_to", 1.15),
    ("kind", 1.4),
)
_SHORT: Final = printed("narrow")
"""Shorter heads for narrow columns."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written: how many rows on how many pages."""

    rows: int
    pages: int


class Printing:
    """Paper out of one open store; each print is told to the audit log before it is written."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def journal(self, name: str, path: Path, language: str, *, begin: datetime.date, end: datetime.date) -> Printed:
        """The entries of a journal of the user's office between two days, both included, as numbered pages.

        `name`: a code of `journal_kind`, or a direction of letters (`incoming`, `outgoing`, `internal`). What was
        annulled stays in its place, crossed out. Raises `Refused`: `no_such_journal`, `file_failed`.
        """
        letters = name in codes.code_list(DIRECTIONS).entries
        listed = codes.code_list(JOURNALS)
        if not letters and name not in listed.entries:
            raise Refused("no_such_journal", journal=name[:100], known=", ".join(journals()))
        with self._desk.view(unsealing=False) as view:
            # A journal is the office's own: only who prints nothing at all is refused, whatever the purpose.
            access.check(Operation.PRINT, self._desk.me.actor, Subject(purpose=name))
            found = list(self._entries(view, name, begin, end))
            rows = _Rows(view, language, found)
            type_, shares = ("correspondence", _OF_LETTERS) if letters else ("journal_entry", _OF_JOURNAL)
            lines = [rows.line(each, [share[0] for share in shares], _AS_LETTER if letters else {}) for each in found]
        label = (
            listed.entries[name].label if name in listed.entries else codes.code_list(DIRECTIONS).entries[name].label
        )
        period = {"begin": f"{begin:%d.%m.%Y}", "end": f"{end:%d.%m.%Y}"}
        under = (self._office(), *(_SAYS["period"].text(each).format_map(period) for each in ("ky", "ru")))
        table = Table(_capital(label), under, _headings(type_, shares), lines, _SAYS["entries"])
        return self._write(table, path, found, printed=name, purpose=None)

    def inventory(self, case: bytes, path: Path, language: str, *, purpose: str | None = None) -> Printed:
        """The papers of a case by volume and line, the folios of each counted.

        Raises `Refused`: `not_found`, `file_failed`, `purpose_required` for a case outside one's own.
        """
        with self._desk.view(unsealing=False) as view:
            head = view.record(case)
            purpose = self._desk.asking.check(view, [case], purpose, Operation.PRINT)
            volumes, folios = (of_case(view, case, name) for name in (VOLUME, FOLIO))
            rows = _Rows(view, language, [*volumes, *folios])
            lines: list[Line] = []
            order = sorted(volumes, key=lambda each: (rows.number(each, "volume_number"), each.row.id))
            for volume in order:
                inside = [each for each in folios if rows.values[each.row.id].get("volume") == _text(volume)]
                lines.append(Line(["", rows.title(volume), *[""] * (len(_OF_INVENTORY) - 2)], 0))
                inside.sort(key=lambda each: (rows.number(each, "folio_from"), rows.number(each, "line"), each.row.id))
                seen: set[int] = set()
                lines += [rows.folio(each, [share[0] for share in _OF_INVENTORY], seen) for each in inside]
            number = numbering.called(numbering.values_of(view, [head])[case])
        cases = (_SAYS["case"].text(each).format(number=number.marked(each)) for each in ("ky", "ru"))
        headings = _headings("case_folio", _OF_INVENTORY)
        table = Table(_SAYS["inventory"], (self._office(), *cases), headings, lines, _SAYS["folios"], wide=False)
        return self._write(table, path, [head, *volumes, *folios], printed="inventory", purpose=purpose)

    def _write(
        self, table: Table, path: Path, shown: Sequence[Record], *, printed: str, purpose: str | None
    ) -> Printed:
        desk = self._desk
        desk.consultation.record("export", now=desk.now(), type=printed, file=path.name[:200])
        desk.consultation.looked("export", shown, now=desk.now(), purpose=purpose)
        with whole_file(path) as file:
            pages = printed_pages.write(table, file)
        return Printed(len(table.lines), pages)

    def _office(self) -> str:
        name = self._desk.store.fact("office_name")
        return f"{name.decode()} ({self._desk.me.office})" if name else self._desk.me.office

    def _entries(self, view: View, name: str, begin: datetime.date, end: datetime.date) -> Iterable[Record]:
        """Letters and entries of this journal that this office wrote, by day and number."""
        wanted = [("correspondence", "direction", "dated"), ("journal_entry", "journal", "entry_date")]
        found: list[tuple[tuple[str, list[tuple[int, str]]], Record]] = []
        for type_, kind, day in wanted:
            declared = record_type(type_)
            if name not in codes.code_list(declared.by_name[kind].codes or "").entries:
                continue
            number = declared.unit_fields(declared.by_name[day].unit)[0].name
            for record in lists.matching(view, type_, {kind: name}):
                values = agreed_values(declared, record.state)
                at = str(values.get(day) or "")
                if begin.isoformat() <= at <= end.isoformat() and _author_office(view, record) == self._desk.me.office:
                    found.append(((at, _natural(str(values.get(number) or ""))), record))
        return [each for _, each in sorted(found, key=lambda each: (each[0], each[1].row.id))]


class _Rows:
    """Records as lines of a table, with the numbers of the cases that they name."""

    def __init__(self, view: View, language: str, records: Sequence[Record]) -> None:
        self._language = language = language if language in _OF_PAPER else _OF_PAPER[-1]
        self.values = {each.row.id: agreed_values(record_type(each.row.type), each.state) for each in records}
        cases = view.records(identifiers.named(each.get("about_case") for each in self.values.values()))
        self._cases = {
            identifiers.to_text(case): numbering.called(values).marked(language)
            for case, values in numbering.values_of(view, cases.values()).items()
        }

    def line(self, record: Record, names: Sequence[str], other: Mapping[str, str], counted: int = 1) -> Line:
        """One record under the columns of these fields; `other` names the fields of an entry among letters."""
        known = record_type(record.row.type).by_name
        cells = [self._cell(record, name if name in known else other.get(name, "")) for name in names]
        annulled = bool(record.state.annulments)
        if annulled:
            cells[-1] = f"{cells[-1]} ({_SAYS['annulled'].text(self._language)})".strip()
        return Line(cells, 0 if annulled else counted, struck=annulled)

    def folio(self, record: Record, names: Sequence[str], seen: set[int]) -> Line:
        """A paper of the inventory; it counts those of its sheets that are not `seen` in the volume yet."""
        own = () if record.state.annulments else sheets(self.values[record.row.id])
        before = len(seen)
        seen.update(own)
        return self.line(record, names, {}, counted=len(seen) - before)

    def title(self, volume: Record) -> str:
        """A volume as the line above its papers."""
        number, title = (self._cell(volume, name) for name in ("volume_number", "title"))
        words = f"{_SAYS['volume'].text(self._language)} {number}"
        return f"{words}. {title}" if title else words

    def number(self, record: Record, name: str) -> int:
        """A number, 0 where none is agreed."""
        value = self.values[record.row.id].get(name)
        return value if isinstance(value, int) else 0

    def _cell(self, record: Record, name: str) -> str:
        if not name:
            return ""
        field = record_type(record.row.type).by_name[name]
        if len(record.state.siblings(field.unit)) > 1 and field.unit in record.state.conflicts():
            return _SAYS["disputed"].text(self._language)
        value = self.values[record.row.id].get(name)
        if value is None:
            return ""
        if field.codes:
            return codes.code_list(field.codes).label(str(value), self._language)
        if name == "about_case":
            return self._cases.get(str(value), "")
        return date_words(str(value)) if field.kind.value in ("date", "timestamp") else str(value)


def journals() -> list[str]:
    """The names of everything that can be printed as a journal."""
    return list(dict.fromkeys([*codes.code_list(JOURNALS).entries, *codes.code_list(DIRECTIONS).entries]))


def _headings(type_: str, shares: Sequence[tuple[str, float]]) -> list[Heading]:
    fields = record_type(type_).by_name
    return [Heading(_SHORT.get(name, fields[name].label), share) for name, share in shares]


def _author_office(view: View, record: Record) -> str:
    written = headers_of(record, view.people).get(record.state.created) if record.state.created else None
    return written[0].office if written else ""


def _natural(text: str) -> list[tuple[int, str]]:
    """A number as people order it: 9 before 10, 10 before 10а."""
    return [(int(each), "") if each.isdigit() else (0, each) for each in re.findall(r"[0-9]+|[^0-9]+", text)]


def _capital(label: Label) -> Label:
    return Label(*(each[:1].upper() + each[1:] for each in label))


def _text(record: Record) -> str:
    return identifiers.to_text(record.row.id)
