"""Catalogues are complete and fresh, plurals and dates are right."""

import re
import runpy
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.components.sync_sentence import SyncFacts, sync_sentence
from icjims_desktop.ui.i18n import Language, dates, languages
from icjims_desktop.ui.resources import resource_path

TODAY = date(2026, 11, 24)  # a Tuesday


def test_catalogues_are_finished_and_fresh() -> None:
    build = runpy.run_path(str(resource_path("translations", "build.py")))
    check: Callable[[], list[str]] = build["check"]
    assert check() == []


@pytest.mark.parametrize("language", Language)
def test_placeholders_survive_translation(language: Language) -> None:
    tree = ET.parse(resource_path("translations", f"icjims_{language}.ts"))  # noqa: S314 - our own file
    for message in tree.iter("message"):
        source = message.findtext("source", "")
        wanted = set(re.findall(r"\{\w+\}", source))
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform") or [translation]
        for form in forms:
            assert set(re.findall(r"\{\w+\}", form.text or "")) == wanted, source
            assert bool(re.search("%L?n", form.text or "")) == bool(re.search("%L?n", source)), source


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        (Language.RU, 1, "1 изменение ждёт отправки"),
        (Language.RU, 3, "3 изменения ждут отправки"),
        (Language.RU, 11, "11 изменений ждут отправки"),
        (Language.KY, 3, "3 өзгөртүү жөнөтүүнү күтүүдө"),
        (Language.EN, 1, "1 change waits to be sent"),
        (Language.EN, 2, "2 changes wait to be sent"),
    ],
)
def test_plural_forms(language: Language, count: int, words: str) -> None:
    languages.choose(language)
    assert sync_sentence(SyncFacts(waiting=count)).text == words


@pytest.mark.parametrize(("language", "word"), [(Language.KY, "Жокко чыгаруу"), (Language.RU, "Отмена")])
def test_standard_buttons_speak_the_language(qtbot: QtBot, language: Language, word: str) -> None:
    languages.choose(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24.11", TODAY),
        ("2411", TODAY),
        ("24.11.26", TODAY),
        ("2026-11-24", TODAY),
        ("24/11/2026", TODAY),
        ("Кечээ", date(2026, 11, 23)),
        ("вчера", date(2026, 11, 23)),
        ("-3", date(2026, 11, 21)),
        ("+2", date(2026, 11, 26)),
        ("бүгүн", TODAY),
        ("пт", date(2026, 11, 20)),
        ("вт", date(2026, 11, 17)),
        ("28.01", date(2027, 1, 28)),
        ("31.02", None),
        ("давно", None),
        ("", None),
    ],
)
def test_dates_as_people_type_them(typed: str, meant: date | None) -> None:
    assert dates.parse_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("15:05", time(15, 5)), ("1505", time(15, 5)), ("905", time(9, 5)), ("9", time(9)), ("25:00", None), ("x", None)],
)
def test_times_as_people_type_them(typed: str, meant: time | None) -> None:
    assert dates.parse_time(typed) == meant


def test_a_moment_in_one_go() -> None:
    assert dates.parse_moment("кечээ 15:05", TODAY) == datetime(2026, 11, 23, 15, 5)  # noqa: DTZ001 - local
    assert dates.parse_moment("15:05", TODAY) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.KY, "шейшемби, 24-ноябрь"), (Language.RU, "вторник, 24 ноября"), (Language.EN, "Tuesday, 24 November")],
)
def test_long_dates(language: Language, words: str) -> None:
    assert dates.format_long_date(TODAY, language) == words
