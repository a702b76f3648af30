"""The board of due dates: what is left is read in full in every language."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from icjims_core.law.rule_data import BISHKEK
from icjims_desktop.services.law.standings import Entry
from icjims_desktop.services.moments import milliseconds
from icjims_desktop.ui.cases import model as cases_model
from icjims_desktop.ui.components.chip import chip_width
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import theme
from icjims_desktop.ui.today.data import HOURS_SHOWN, LONGEST_IN_DAYS, Left, left_chip
from icjims_desktop.ui.today.model import WIDTHS
from icjims_desktop.ui.today.reading import nearest

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


@pytest.mark.parametrize("language", list(Language))
def test_the_due_date_of_a_case_fits_its_column_in_the_list(dressed: QApplication, language: Language) -> None:
    languages.choose(language)
    room = theme.px(cases_model.WIDTHS["deadline"]) - EDGES
    for exact, hours in ((True, 24), (True, 47), (True, 24 * 9), (False, 24 * 363), (False, -24 * 363)):
        due = milliseconds(NOW.replace(tzinfo=BISHKEK) + timedelta(hours=hours, minutes=40))
        day = f"{NOW + timedelta(hours=hours):%Y-%m-%d}"
        entry = Entry("D22.1", "A", "running", "", "", "", 0, due, exact, day)
        chip = nearest([entry], NOW)
        assert chip is not None
        assert chip_width(chip) <= room, chip.text
