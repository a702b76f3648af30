"""What a form says of what is typed, in its own formats, and how an article is shown and found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from icjims_core.modules import record_type
from icjims_desktop.ui.fields.choice import CodePicker
from icjims_desktop.ui.record_form.model import judge
from icjims_desktop.ui.today.data import hours_words

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("registered_at", "24.11", "Enter the time too, for example 15:05."),
        ("registered_at", "x", "Enter day and time like this: 24.11, 15:05."),
        ("paper_date", "x", "Enter the day like this: 24.11.2026."),
    ],
)
def test_a_day_and_a_time_are_asked_for_as_the_form_takes_them(
    dressed: QObject, field: str, typed: str, told: str
) -> None:
    problem = judge(record_type("register_entry"), {field: typed}, NOW, "en").problems[field]
    assert problem.remedy == told


def test_a_number_of_the_register_is_asked_for_with_an_example(dressed: QObject) -> None:
    problem = judge(record_type("register_entry"), {"register_number": "12"}, NOW, "ru").problems["register_number"]
    assert "Образец: 08-009-2026-000412" in problem.remedy


def test_an_article_is_shown_with_its_number_and_found_by_it(qtbot: QtBot, dressed: QObject) -> None:
    picker = CodePicker(record_type("case").by_name["article"])
    qtbot.addWidget(picker)
    picker.edit.setText("205")
    picker.edit.editingFinished.emit()
    assert (picker.raw(), picker.edit.text()) == ("205", "205 — Theft")
    assert picker.matches("205")[0] == "205 — Theft"


def test_nothing_is_late_by_no_minute() -> None:
    assert hours_words(timedelta(seconds=20)) == "1 min"
