"""A field is judged when it is left; what is corrected is not red any more; nothing is told in codes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import delete

from icjims_core.modules import record_type
from icjims_desktop.ui.fields.choice import CodePicker
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.record_form.data import FormData
from icjims_desktop.ui.record_form.section import FieldRow
from icjims_desktop.ui.record_form.view import RecordFormView
from tests.ui import scenes


@pytest.fixture
def form(dressed: QApplication) -> Iterator[RecordFormView]:
    """A call of an advocate, to be recorded, in Russian."""
    languages.choose(Language.RU)
    view = RecordFormView(scenes.context())
    view.show_data(FormData(record_type("contact_attempt"), {}))
    view.show()
    yield view
    languages.choose(Language.EN)
    delete(view)


def typed(form: RecordFormView, field: str, text: str) -> FieldRow:
    """The row of a field in which a text was typed; the list under it has opened, and a pause went by."""
    row = form.editor_row(field)
    edit = row.editor.inputs()[0]
    assert isinstance(edit, QLineEdit)
    edit.setText(text)
    edit.textEdited.emit(text)
    left(row, Qt.FocusReason.PopupFocusReason)
    form._on_pause()
    return row


def left(row: FieldRow, reason: Qt.FocusReason) -> None:
    QApplication.sendEvent(row.editor.inputs()[0], QFocusEvent(QEvent.Type.FocusOut, reason))


def is_red(row: FieldRow) -> bool:
    return row.problem is not None and not row.problem.isHidden()


@pytest.mark.parametrize("field", ["result", "person"])
def test_nothing_is_wrong_while_it_is_typed(form: RecordFormView, field: str) -> None:
    row = typed(form, field, "ьь")
    assert not is_red(row)
    left(row, Qt.FocusReason.TabFocusReason)
    assert is_red(row)


def test_a_correct_choice_clears_the_problem_at_once(form: RecordFormView) -> None:
    row = typed(form, "result", "ьь")
    left(row, Qt.FocusReason.TabFocusReason)
    assert is_red(row)
    assert isinstance(row.editor, CodePicker)
    row.editor._on_picked("не ответил")
    assert not is_red(row)
    left(row, Qt.FocusReason.TabFocusReason)
    assert not is_red(row)
    assert row.editor.raw() == "no_answer"


def test_what_is_like_it_is_told_by_labels(form: RecordFormView) -> None:
    row = typed(form, "result", "не ответит")
    left(row, Qt.FocusReason.TabFocusReason)
    assert row.problem is not None
    told = row.problem.accessibleName()
    assert "не ответил" in told
    assert "no_answer" not in told
    assert "contact_attempt_result" not in told
