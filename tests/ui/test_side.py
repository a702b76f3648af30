"""Persons beside the timeline: each category is seen in a colour of its own (Directive (EU) 2016/680, article 6)."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from icjims_core import codes
from icjims_desktop.ui.components.avatar import Avatar
from icjims_desktop.ui.dossier.data import DossierData, Participant
from icjims_desktop.ui.dossier.side import CaseSide


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
