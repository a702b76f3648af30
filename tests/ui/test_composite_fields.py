"""Statements of times, signatures of participants and lists only added to, at the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from shiboken6 import delete

from icjims_core.declarations.schema import Field, Merge
from icjims_core.declarations.validation import read_values
from icjims_core.modules import record_type
from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.components.chip import Chip, ChoiceChip
from icjims_desktop.ui.fields import FieldEditor, make_editor
from icjims_desktop.ui.fields.several import AppendEditor, effective
from tests.ui import scenes

ACT = record_type("apprehension")
TIMES, SIGNED = ACT.by_name["actual_times"], ACT.by_name["signatures"]
SCAN = StoredFile("ab" * 32, "протокол.pdf", 120_000, "application/pdf")
STATED = [
    {"value": {"at": "2026-11-23T14:20+06:00", "source": "officer"}, "author": "aida", "recorded_at": ""},
    {"value": {"at": "2026-11-23T13:55+06:00", "source": "recording", "by": "камера"}, "author": "baktygul"},
]

Shown = Callable[[Field], FieldEditor]


@pytest.fixture
def shown(dressed: QApplication) -> Iterator[Shown]:
    """Makes an editor and shows it."""
    made: list[FieldEditor] = []

    def make(field: Field) -> FieldEditor:
        editor = make_editor(field, replace(scenes.context(), files=lambda: (SCAN,)))
        made.append(editor)
        editor.show()
        return editor

    yield make
    for each in made:
        delete(each)


def line(editor: FieldEditor, name: str) -> QLineEdit:
    found = editor.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def press(editor: FieldEditor, name: str) -> None:
    found = editor.findChild(ChoiceChip, name)
    assert isinstance(found, ChoiceChip)
    found.click()


def type_into(editor: FieldEditor, name: str, text: str) -> None:
    edit = line(editor, name)
    edit.setFocus()
    edit.setText(text)
    if edit.completer() is None:  # its list would be a window of its own
        edit.textEdited.emit(text)
    edit.editingFinished.emit()


def test_a_time_is_stated_with_its_source_and_by_whom(shown: Shown) -> None:
    editor = shown(TIMES)
    type_into(editor, "edit_actual_times_at_day", "23.11")
    type_into(editor, "edit_actual_times_at_time", "1355")
    assert editor.raw() == [{"at": "2026-11-23T13:55+06:00", "source": "not_stated"}]
    type_into(editor, "edit_actual_times_source", "video or audio")
    type_into(editor, "edit_actual_times_by", "камера автостанции")
    assert read_values(ACT, {"actual_times": editor.raw()})["actual_times"] == [
        {"at": "2026-11-23T13:55+06:00", "source": "recording", "by": "камера автостанции"}
    ]


def test_what_was_stated_before_is_read_and_the_effective_time_is_marked(shown: Shown) -> None:
    editor = shown(TIMES)
    assert isinstance(editor, AppendEditor)
    editor.say_rule(ACT.by_name["actual_at"].derived)
    editor.show_value(STATED)
    assert editor.raw() == []
    assert "13:55" in editor.shown()
    (chip,) = editor.findChildren(Chip, "effective_actual_times")
    assert chip.data.text == "in effect"
    assert effective(STATED, ACT.by_name["actual_at"].derived) == 1
    assert effective(STATED, None) == -1
    editor.set_read_only(read_only=True)
    assert not line(editor, "edit_actual_times_at_day").isVisible()


def test_a_draft_of_a_statement_comes_back_as_it_was_typed(shown: Shown) -> None:
    editor = shown(TIMES)
    type_into(editor, "edit_actual_times_by", "Асанов")
    typed = editor.raw()
    assert typed == [{"by": "Асанов"}], "no time yet, and nothing lost"
    other = shown(TIMES)
    other.show_typed(typed)
    assert other.raw() == typed


def test_a_refusal_to_sign_asks_for_its_reason_and_paper_for_its_scan(shown: Shown) -> None:
    editor = shown(SIGNED)
    press(editor, "edit_signatures_method_refused")
    assert line(editor, "edit_signatures_reason").isVisible()
    type_into(editor, "edit_signatures_capacity", "Асанов, подозреваемый")
    type_into(editor, "edit_signatures_reason", "не согласен")
    assert editor.raw() == [{"method": "refused", "capacity": "Асанов, подозреваемый", "reason": "не согласен"}]
    press(editor, "edit_signatures_method_wet_ink")
    assert not line(editor, "edit_signatures_reason").isVisible()
    box = editor.findChild(QComboBox, "edit_signatures_scan")
    assert isinstance(box, QComboBox)
    assert box.isVisible()
    box.setCurrentIndex(box.findData(SCAN.sha256))
    assert editor.raw() == [{"method": "wet_ink", "capacity": "Асанов, подозреваемый", "scan": SCAN.sha256}]
    assert read_values(ACT, {"signatures": editor.raw()})["signatures"]


def test_every_input_has_a_name_of_its_own(shown: Shown) -> None:
    for field in (TIMES, SIGNED, replace(SIGNED, merge=Merge.REGISTER)):
        editor = shown(field)
        names = [each.accessibleName() for each in editor.inputs()]
        assert all(names)
        assert len(set(names)) == len(names)
