"""The sheet that asks for whom an act is printed: what was read is what is shown for the one who is chosen."""

from PySide6.QtGui import QTextCharFormat

from tests.ui.scenes_of_papers import shown
from tests.ui.stage import Stage


def test_an_answer_for_an_earlier_choice_does_not_take_the_place_of_the_last(stage: Stage) -> None:
    stage.show("print")
    sheet = stage.printing
    sheet.choose("s")
    sheet.show_preview(shown("s"))
    sheet.show_preview(shown("b"))
    assert "Садыков Үсөн" in sheet.preview.toPlainText()
    assert sheet.checked.isVisible()
    sheet.checked.setChecked(True)
    assert sheet.may_write


def test_nobody_is_served_before_the_copy_is_there_and_read(stage: Stage) -> None:
    stage.show("print")
    sheet = stage.printing
    seen = [sheet.may_write]
    sheet.checked.setChecked(True)
    seen.append(sheet.may_write)
    sheet.choose("s")
    seen.append(sheet.may_write)
    assert seen == [False, True, False]
    assert not sheet.checked.isChecked()


def test_the_tick_is_of_the_text_that_is_shown_and_goes_with_it(stage: Stage) -> None:
    stage.show("print")
    sheet = stage.printing
    sheet.checked.setChecked(True)
    seen = []
    for said in ("", "Живёт на Советской, двенадцать. "):
        sheet.show_preview(shown(said=said))
        seen.append((sheet.may_write, sheet.checked.isChecked()))
    assert seen == [(True, True), (False, False)], "the same text again changes nothing"
    assert "Советской" in sheet.preview.toPlainText()


def test_what_looks_like_a_contact_is_marked_for_the_eye(stage: Stage) -> None:
    stage.show("print")
    preview = stage.printing.preview
    found = preview.document().find("0555 123456")
    assert found.charFormat().underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert not preview.document().find("Видел").charFormat().fontUnderline()
    assert preview.marked


def test_only_a_copy_to_be_served_promises_to_tell_nobody_elses_address(stage: Stage) -> None:
    stage.show("print")
    sheet = stage.printing
    seen = []
    for person in ("", "s"):
        sheet.choose(person)
        seen.append("address" in sheet._promise.text())
    assert seen == [False, True]
