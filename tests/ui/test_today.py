"""The board of due dates: what is left is read in full in every language."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from icjims_desktop.ui.components.chip import chip_width
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import theme
from icjims_desktop.ui.today.data import HOURS_SHOWN, LONGEST_IN_DAYS, Left, left_chip
from icjims_desktop.ui.today.model import WIDTHS

NOW = datetime.fromisoformat("2026-03-07T12:00")
EDGES = 16


@pytest.mark.parametrize("language", list(Language))
def test_how_much_is_left_or_late_fits_its_column(dressed: QApplication, language: Language) -> None:
    languages.choose(language)
    spans = (HOURS_SHOWN - timedelta(minutes=1), timedelta(hours=4, minutes=45), timedelta(days=LONGEST_IN_DAYS))
    told = [Left(None, exact=False, day=None), Left(NOW, exact=True, day=None, done=NOW)]
    told += [Left(NOW + sign * each, exact=True, day=None) for each in spans for sign in (-1, 1)]
    room = theme.px(WIDTHS["left"]) - EDGES
    assert [chip.text for each in told if chip_width(chip := left_chip(each, NOW)) > room] == []
