"""The letter that goes with an allegation of torture to the prosecutor at once, made for its reader alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from icjims_core.compartments import SEALED_RECORD
from icjims_core.declarations.schema import Field, Kind, RecordType
from icjims_core.declarations.sentence import date_words, words
from icjims_core.encoding import Value
from icjims_core.law.rule_data import BISHKEK, read_rules
from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.compartments import circles
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values, parts_of
from icjims_desktop.services.import_export.files import whole_file
from icjims_desktop.services.moments import instant
from icjims_desktop.services.paper import paper_pages
from icjims_desktop.services.paper.act_paper import named_in_log
from icjims_desktop.services.paper.paper_pages import Hand, Paper, Part, Row
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording, code_label

LANGUAGES: Final = ("ky", "ru")
"""The letter is written in the State language and the official one, one after the other."""
_LONG: Final = (Kind.TEXT, Kind.RICH)


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ky: str
    ru: str
    en: str

    def text(self, language: str) -> str:
        return {"ky": self.ky, "ru": self.ru}.get(language, self.en)


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    type: str
    article: str
    verified: bool
    fields: tuple[str, ...]
    heading: _Words
    addressee: _Words
    basis: _Words
    case: _Words
    unknown: _Words
    closed: _Words
    signature: _Words
    hand: _Words


@cache
def _form() -> _Form:
    return read_rules("icjims_core.compartments", "letter.toml", _Form)


class Letters:
    """Letters out of sealed records, for one user."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(self, record: bytes, path: Path) -> int:
        """Write the forwarding letter of an allegation as PDF; how many pages. Written to the audit stream first.

        Raises `Refused`: `not_found`, `sealed` where the user may not read it, `no_letter` for any other type,
        `purpose_required`, `file_failed`.
        """
        desk, now = self._desk, self._desk.now()
        with desk.view() as view:
            found = view.record(record)
            if found.row.type == SEALED_RECORD:
                raise Refused("sealed", record=identifiers.to_text(record))
            if found.row.type != _form().type:
                raise Refused("no_letter", type=found.row.type)
            purpose = desk.asking.check(view, [found.row.case])
            papers = [self._paper(view, found, language, now) for language in LANGUAGES]
        desk.consultation.exported("print", found, now=now, purpose=purpose, **named_in_log(found, path))
        with whole_file(path) as file:
            return paper_pages.write(papers, file)

    def _paper(self, view: View, record: Record, language: str, now: int) -> Paper:
        form, me = _form(), self._desk.me
        wording = Wording(view, language)
        wording.prepare([record])
        office = view.people.office_name(me.office)
        at = date_words(instant(now).astimezone(BISHKEK).isoformat(timespec="minutes"))
        who = form.signature.text(language).format(
            name=me.name, role=code_label("role", me.role, language), office=office, at=at
        )
        addressees = self._addressees(view, record, language)
        rows = tuple(Row(name, value) for name, value in _rows(view, record, language))
        return Paper(
            title=form.heading.text(language),
            left=(office,),
            right=tuple(form.addressee.text(language).format(office=each) for each in addressees),
            under=(form.case.text(language).format(case=_case(view, record, wording)),),
            remarks=(form.closed.text(language),),
            parts=(Part(form.basis.text(language), "", rows),),
            hands_title="",
            hands=(Hand(who, form.hand.text(language)),),
            foot=(),
            language=language,
            closed=True,
        )

    def _addressees(self, view: View, record: Record, language: str) -> Sequence[str]:
        offices = circles.prosecutors(view, self._desk.me, record, self._desk.now())
        return [view.people.office_name(each) for each in offices] or [_form().unknown.text(language)]


def _case(view: View, record: Record, wording: Wording) -> str:
    case = record.row.case
    found = view.records([case]).get(case) if case is not None else None
    return wording.line(found) if found is not None else ""


def _rows(view: View, record: Record, language: str) -> Iterator[tuple[str, str]]:
    """What is known, by the names of the fields; of a disputed field every value."""
    declared = record_type(record.row.type)
    agreed = agreed_values(declared, record.state)
    names = Wording(view, language).names_of(view.records(_referred(declared, agreed)).values())
    for name in _form().fields:
        field = declared.by_name[name]
        values = (
            [agreed[name]]
            if name in agreed
            else [parts_of(declared, field.unit, each).get(name) for each in record.state.siblings(field.unit).values()]
        )
        told = [_told(field, each, language, names) for each in values if each not in (None, "", [])]
        yield field.label.text(language), " ≠ ".join(dict.fromkeys(told)) or _form().unknown.text(language)


def _referred(declared: RecordType, values: Mapping[str, Value]) -> list[bytes]:
    stated = [values.get(each.name) for each in declared.fields if each.kind is Kind.REF]
    return identifiers.named(stated)


def _told(field: Field, value: object, language: str, names: Mapping[str, str]) -> str:
    if field.kind in _LONG:
        return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
    return words(field, value, language, lambda each: names.get(each, each), code_label)
