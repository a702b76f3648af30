"""The letter that goes with an allegation of torture to the prosecutor at once, made for its reader alone."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from icjims_core.compartments import SEALED_RECORD
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_core.rule_data import BISHKEK, read_rules
from icjims_core.schema import Field, Kind, RecordType
from icjims_core.sentence import date_words, words
from icjims_desktop.services import circles, identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import agreed_values, parts_of
from icjims_desktop.services.files import whole_file
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording, code_label
from icjims_desktop.services.writing import instant

LANGUAGES: Final = ("ky", "ru")
"""The letter is written in the State language and the official one, one after the other."""
_LONG: Final = (Kind.TEXT, Kind.RICH)
_STYLE: Final = (
    "body{font-family:'Noto Serif','Times New Roman',serif;font-size:12pt;margin:2cm}"
    "h1{font-size:14pt;text-align:center}table{border-collapse:collapse;width:100%}"
    "td{border:1px solid #444;padding:4px;vertical-align:top;white-space:pre-wrap}td:first-child{width:35%}"
    "section{page-break-after:always}section:last-child{page-break-after:auto}"
)


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


@cache
def _form() -> _Form:
    return read_rules("icjims_core.compartments", "letter.toml", _Form)


class Letters:
    """Letters out of sealed records, for one user."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(self, record: bytes, path: Path) -> None:
        """Write the forwarding letter of an allegation as a page to print; written to the audit stream first.

        Raises `Refused`: `not_found`, `sealed` where the user may not read it, `no_letter` for any other type,
        `file_failed`.
        """
        page = self.page(record)
        with whole_file(path) as file:
            file.write(page.encode())

    def page(self, record: bytes) -> str:
        """The letter as one HTML document without anything from outside. Raises as `write`."""
        now = self._desk.now()
        with self._desk.view() as view:
            found = view.record(record)
            if found.row.type == SEALED_RECORD:
                raise Refused("sealed", record=identifiers.to_text(record))
            if found.row.type != _form().type:
                raise Refused("no_letter", type=found.row.type)
            parts = "".join(self._section(view, found, language, now) for language in LANGUAGES)
        self._desk.consultation.looked("print", [found], now=now)
        title = html.escape(_form().heading.text(LANGUAGES[-1]))
        return (
            f'<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{_STYLE}</style></head><body>{parts}</body></html>\n"
        )

    def _section(self, view: View, record: Record, language: str, now: int) -> str:
        form, me = _form(), self._desk.me
        wording = Wording(view, language)
        wording.prepare([record])
        rows = "".join(
            f"<tr><td>{html.escape(name)}</td><td>{html.escape(value)}</td></tr>"
            for name, value in _rows(view, record, language)
        )
        at = date_words(instant(now).astimezone(BISHKEK).isoformat(timespec="minutes"))
        lines = [
            *(form.addressee.text(language).format(office=each) for each in self._addressees(view, record, language)),
            form.case.text(language).format(case=_case(view, record, wording)),
            form.basis.text(language),
        ]
        signature = form.signature.text(language).format(
            name=me.name, role=code_label("role", me.role, language), office=view.people.office_name(me.office), at=at
        )
        paragraphs = "".join(f"<p>{html.escape(each)}</p>" for each in lines)
        return (
            f'<section lang="{language}"><h1>{html.escape(form.heading.text(language))}</h1>{paragraphs}'
            f"<table>{rows}</table><p>{html.escape(signature)}</p>"
            f"<p><strong>{html.escape(form.closed.text(language))}</strong></p></section>"
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
    return [identifiers.parse(each) for each in stated if isinstance(each, str)]


def _told(field: Field, value: object, language: str, names: Mapping[str, str]) -> str:
    if field.kind in _LONG:
        return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
    return words(field, value, language, lambda each: names.get(each, each), code_label)
