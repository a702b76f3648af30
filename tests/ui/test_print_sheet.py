"""The sheet that asks for whom an act is printed: what was read is what is shown for the one who is chosen."""

from dataclasses import replace

from tests.ui.scenes_of_papers import texts
from tests.ui.stage import Stage


def test_an_answer_for_an_earlier_choice_does_not_take_the_place_of_the_last(stage: Stage) -> None:
    stage.show("print")
    sheet = stage.printing
    sheet.choose("s")
    sheet.show_texts(replace(texts(), person="s"))
    sheet.show_texts(texts())
    assert sheet.checked.isVisible()
    sheet.checked.setChecked(True)
    assert sheet.may_write


def test_nobody_is_served_before_the_texts_are_there_and_read(stage: Stage) -> None:
    stage.show("print")
    sheet = stage.printing
    seen = [sheet.may_write]
    sheet.checked.setChecked(True)
    seen.append(sheet.may_write)
    sheet.choose("s")
    seen.append(sheet.may_write)
    assert seen == [False, True, False]
    assert not sheet.checked.isChecked()
