"""The steps beside a form: no room is left between a title and what stands under it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.record_form.steps import StepList, StepState
from icjims_desktop.ui.theme import Type, theme
from tests.ui.stage import Stage

TITLES = ("Суд и освобождение", "Гарантии при задержании", "Сведения об акте лица", "Гарантии прав лица сейчас")


@pytest.mark.parametrize("title", TITLES)
def test_a_title_takes_the_lines_that_it_has(stage: Stage, qtbot: QtBot, title: str) -> None:
    del stage
    steps = StepList()
    qtbot.addWidget(steps)
    steps.make(2)
    steps.show_states([StepState(title, "не начато")] * 2, 0)
    room = QRectF(0, 0, theme.px(150), 200)
    for item, role in zip(steps._items, (Type.NAME, Type.BODY), strict=True):
        metrics = QFontMetricsF(theme.font(role))
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), title).height()
        lines = 2 if high > metrics.height() * 1.5 else 1
        assert item.sizeHint().height() == theme.px(18 * lines) + theme.px(31)


def test_many_sections_keep_their_height_and_the_open_one_is_seen(stage: Stage, qtbot: QtBot) -> None:
    del stage
    steps = StepList()
    qtbot.addWidget(steps)
    steps.make(18)
    steps.setFixedHeight(500)
    steps.show()
    steps.show_states([StepState("Здоровье и психическое здоровье", "не начато")] * 18, 17)
    qtbot.waitUntil(lambda: all(each.height() >= each.sizeHint().height() for each in steps._items))
    steps.show_states([StepState("Здоровье и психическое здоровье", "не начато")] * 18, 17)
    qtbot.waitUntil(lambda: not steps._items[17].visibleRegion().isEmpty())
