"""Persons beside the timeline: each category is seen in a colour of its own (Directive (EU) 2016/680, article 6)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from icjims_core import codes
from icjims_desktop.ui.components.avatar import Avatar
from icjims_desktop.ui.components.progress import Segment, SegmentState
from icjims_desktop.ui.components.text import ElidedText
from icjims_desktop.ui.dossier.data import (
    DossierData,
    Doubt,
    Measure,
    Participant,
    SafeguardLine,
    Safeguards,
    TimeAlert,
)
from icjims_desktop.ui.dossier.side import CaseSide
from icjims_desktop.ui.i18n import Language, languages
from tests.ui import scenes
from tests.ui.stage import Stage


@pytest.mark.parametrize("language", list(Language))
def test_nothing_beside_the_timeline_is_wider_than_its_card(stage: Stage, qtbot: QtBot, language: Language) -> None:
    languages.choose(language)
    stage.show("case")
    side, long = stage.dossier.side, "Камакта кармоо мөөнөтү: жазылган эмес, КЖПК 97(1), 97(2)-берене " * 3
    told = replace(
        scenes.case(),
        alerts=(TimeAlert("r", long, long),),
        doubts=(Doubt("r", long, long),),
        measures=(Measure(long, long, long, long, long, next=long),),
        passports=(Safeguards("3 / 20", (Segment(SegmentState.HOLLOW),) * 24, (SafeguardLine(long, due=True),)),),
        participants=(Participant("p", long, long, long),),
    )
    side.show_data(told)
    (area,) = side.findChildren(QScrollArea)
    content = area.widget()
    assert content is not None
    qtbot.waitUntil(lambda: any(each.isVisible() and each.text() == long for each in content.findChildren(QLabel)))
    labels = [each for each in content.findChildren(QLabel) if each.isVisible() and not isinstance(each, ElidedText)]
    assert [each.text() for each in labels if not each.wordWrap() and each.sizeHint().width() > each.width()] == []
    edge = area.viewport().width()
    assert [each.text() for each in labels if each.mapTo(content, each.rect().topRight()).x() > edge] == []


@pytest.mark.usefixtures("dressed")
def test_each_category_has_a_colour_of_its_own(qtbot: QtBot) -> None:
    side = CaseSide()
    qtbot.addWidget(side)
    categories = list(codes.code_list("person_category").entries)
    people = tuple(Participant(each, "Асанов", "", category=each) for each in categories)
    side.show_data(DossierData("1", "1", "Кража", participants=people))

    avatars = side.findChildren(Avatar)
    shown = [each.grab().toImage() for each in avatars]

    assert len(shown) == len(categories) == 4
    assert all(one != other for at, one in enumerate(shown) for other in shown[at + 1 :])
