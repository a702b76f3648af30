"""Who is asked for consent refuses it on the sheet, with the reason; who signs his own act is not asked."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from icjims_desktop.ui.signing.sheet import SigningSheet
from tests.ui.scenes_of_signing import to_sign
from tests.ui.stage import Stage


@pytest.fixture
def sheet(stage: Stage) -> SigningSheet:
    stage.show("sign")
    return stage.signing


def test_a_refusal_gives_the_password_and_the_reason(sheet: SigningSheet, qtbot: QtBot) -> None:
    sheet.show_data(replace(to_sign(), capacity="consent", capacity_words="Consent", needs=(), problem=("", "")))
    assert sheet.refuse.isVisibleTo(sheet)
    sheet.refuse.click()
    assert sheet.refuse.isEnabled(), "without a password nothing goes"
    sheet.password.edit.setText("password")
    sheet.why.setText("No grounds")
    with qtbot.waitSignal(sheet.refuse_asked) as asked:
        sheet.refuse.click()
    assert asked.args == ["password", "No grounds"]
    assert not sheet.sign.isEnabled()


def test_ones_own_act_is_signed_or_left(sheet: SigningSheet) -> None:
    sheet.show_data(replace(to_sign(), capacity_words="", needs=(), problem=("", "")))
    assert not sheet.refuse.isVisibleTo(sheet)
    assert not sheet.why.isVisibleTo(sheet)
