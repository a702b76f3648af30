"""Every declared type opens as a form, is filled, read back and judged, quickly and inside its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from shiboken6 import delete

from icjims_core.codes import code_list
from icjims_core.declarations.schema import Field, Kind, Merge, RecordType, holds
from icjims_core.modules import registry
from icjims_desktop.ui.families import FAMILIES
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.record_form.changes import changed
from icjims_desktop.ui.record_form.data import FormData
from icjims_desktop.ui.record_form.view import RecordFormView
from icjims_desktop.ui.resources import resource_path
from tests.ui import scenes
from tests.ui.test_screens import settle

NUMBER = "08-009-2026-000412"
ASANOV = scenes.ASANOV
TYPES = [each for each in registry().values() if not each.command]
FILE = {"sha256": "ab" * 32, "size": 10, "mime": "image/jpeg", "name": "снимок.jpg"}
SAMPLES: Mapping[Kind, object] = {
    Kind.TEXT: "Текст",
    Kind.RICH: "Обстоятельства изложены",
    Kind.INT: 1,
    Kind.MONEY: 150_000,
    Kind.BOOL: True,
    Kind.TRI: "yes",
    Kind.DATE: "2026-03-07",
    Kind.TIMESTAMP: "2026-03-07T12:00+06:00",
    Kind.REF: ASANOV,
    Kind.GEO: {"lat": 42_870_000, "lon": 74_590_000},
    Kind.PIN: "20101199812345",
    Kind.FILE: FILE,
    Kind.SIGNATURE: {"method": "refused", "reason": "не согласен"},
    Kind.STATEMENT: {"at": "2026-03-07T12:00+06:00", "source": "officer"},
}


def sample(field: Field) -> object:
    """A stored value of a field."""
    value = SAMPLES.get(field.kind)
    if field.kind is Kind.CODE:
        value = next(iter(code_list(field.codes or "").entries))
    if field.kind is Kind.INT:
        value = max(field.minimum or 0, 1)
    if field.pattern is not None:
        value = next(
            (
                each
                for each in ("1", "0312445566", "009", "2026-03", "2026-1", "ab" * 32, NUMBER)
                if re.fullmatch(field.pattern, each)
            ),
            None,
        )
    return value


def filled(declared: RecordType) -> dict[str, object]:
    """Every field of a type with some value, as a record of it states them."""
    found: dict[str, object] = {}
    for each in declared.fields:
        value = sample(each)
        if each.writable and value is not None:
            found[each.name] = [value] if each.merge in (Merge.SET, Merge.APPEND) else value
    return found


@pytest.fixture
def form(dressed: QApplication) -> Iterator[RecordFormView]:
    """The form as large as the page leaves it on the smallest screen."""
    view = RecordFormView(scenes.context())
    view.resize(1190, 644)
    view.show()
    yield view
    delete(view)


@pytest.mark.parametrize("declared", TYPES, ids=lambda each: each.name)
def test_what_is_recorded_is_shown_and_nothing_counts_as_changed(form: RecordFormView, declared: RecordType) -> None:
    values = filled(declared)
    form.show_data(FormData(declared, values, known=True))
    for number in range(len(form._boxes)):
        form.open_section(number)
    touched = changed(declared, values, form.raw())
    assert touched == {}, "opening and reading changes nothing"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["apprehension", "interrogation", "participant", "verdict", "risk_assessment"])
def test_no_section_of_a_large_form_is_wider_than_its_page(form: RecordFormView, name: str, language: Language) -> None:
    languages.choose(language)
    declared = registry()[name]
    form.show_data(FormData(declared, filled(declared), known=True))
    area = form.findChild(QScrollArea, "form_scroll")
    assert isinstance(area, QScrollArea)
    for number, box in enumerate(form._boxes):
        form.open_section(number)
        settle()
        inner = area.widget()
        assert inner is not None
        wide = [
            each.field.name
            for each in box.rows.values()
            if each.minimumSizeHint().width() > area.viewport().width() - 40
        ]
        assert inner.width() <= area.viewport().width(), (box.section.name, wide)


@pytest.mark.parametrize(
    "declared", [each for each in TYPES if any(one.required_when for one in each.fields)], ids=lambda each: each.name
)
def test_what_a_condition_asks_for_is_marked_as_soon_as_it_holds(form: RecordFormView, declared: RecordType) -> None:
    values = filled(declared)
    asked = [each for each in declared.fields if each.required_when is not None and holds(each.required_when, values)]
    form.show_data(FormData(declared, values, known=True))
    for each in asked:
        form.editor_row(each.name)
    form.open_section(0)
    for each in asked:
        assert not form.editor_row(each.name).need.isHidden(), each.name


def test_every_type_belongs_to_one_family_with_an_icon() -> None:
    placed = [each for types in FAMILIES.values() for each in types]
    assert sorted(placed) == sorted(registry())
    for icon in FAMILIES:
        assert resource_path("icons", f"{icon}.svg").exists()
