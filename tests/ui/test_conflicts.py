"""On the page of conflicts every word of a version can be read, and who may not decide is not asked to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.components.keycap import KeyCap
from icjims_desktop.ui.conflicts.cells import Cell
from icjims_desktop.ui.conflicts.data import ConflictData, Side
from icjims_desktop.ui.conflicts.view import ConflictDetail
from icjims_desktop.ui.theme import theme
from tests.ui import scenes_of_exchange

LONG = "изолятор временного содержания, " * 12 + "Электросетьстройпроектмонтажналадкаремонт" * 3


@pytest.fixture
def detail(dressed: QApplication, qtbot: QtBot) -> ConflictDetail:
    """The page of one conflict, 1200 pixels wide."""
    made = ConflictDetail()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def longer(data: ConflictData) -> ConflictData:
    """The same with a value, and what follows from it, that no line holds."""
    first = replace(data.fields[0], mine=Side(LONG, "по журналу " * 20), consequences={"mine": "часы сдвинутся " * 20})
    return replace(data, fields=(first, *data.fields[1:]))


def cell(detail: ConflictDetail, field: int, column: str) -> Cell:
    found = detail.findChild(Cell, f"cell_{field}_{column}")
    assert isinstance(found, Cell)
    return found


def is_whole(shown: Cell) -> bool:
    return shown.height() >= shown.heightForWidth(shown.width())


@pytest.mark.parametrize("choice", ["", "mine"])
def test_a_long_value_is_wrapped_whole(detail: ConflictDetail, qtbot: QtBot, choice: str) -> None:
    detail.show_data(longer(scenes_of_exchange.disagreement()))
    if choice:
        detail.choose(0, choice)
    short, long = cell(detail, 2, "mine"), cell(detail, 1, "mine")
    qtbot.waitUntil(lambda: short.height() < long.height())
    for column in ("was", "mine", "theirs", "result"):
        for field in (1, 2, 3):
            qtbot.waitUntil(partial(is_whole, cell(detail, field, column)))
    lines = long.lines()
    assert len(lines) > 6
    assert max(lines) <= long.width() - 2 * theme.px(12), "also a word that no line holds"


def test_who_may_not_decide_is_told_who_does_and_sees_no_keys_of_deciding(detail: ConflictDetail) -> None:
    data = replace(scenes_of_exchange.disagreement(), may_decide=False, decided_by="Решает прокуратура Сокулука.")
    detail.show_data(data)
    words = {each.accessibleName() for each in detail.findChildren(KeyCap) if each.isVisible()}
    assert not words & {"←", "→", "B", "M", "E"}
    assert "↓" in words
    assert detail._part.isVisible()
    assert "Решает прокуратура Сокулука." in detail._explained.text()
    assert not {each.id for each in detail.commands.offered()} & {"was", "combine", "edit"}
    detail.show_data(scenes_of_exchange.disagreement())
    words = {each.accessibleName() for each in detail.findChildren(KeyCap) if each.isVisible()}
    assert words >= {"←", "→", "B", "M", "E"}
    assert detail._part.isHidden()
