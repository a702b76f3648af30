"""Papers from the window: acts printed and served, files taken away, cases taken over, records of persons linked."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icjims_desktop.services.import_export import takeover_form
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.ui.fields.files import FileRow
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import ThemeMode, theme
from icjims_desktop.ui.workplace import Place
from tests.app.conftest import Desk
from tests.app.station import Station, enrolled, new_case
from tests.app.test_signing import REFUSAL, form_of
from tests.services.test_act_paper import takes_part
from tests.sync.district import District

HOME = "ул. Шопокова, 121"


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot, town: District, tmp_path: Path) -> Iterator[Desk]:
    """An investigator's window, locked, in Russian."""
    theme.apply(ThemeMode.LIGHT)
    languages.choose(Language.RU)
    made = Desk(qtbot, enrolled(town, "sydykov", "Сыдыков Азамат", role="investigator"), tmp_path / "config")
    yield made
    made.application.end()
    dressed.removeEventFilter(made.application.idle)
    made.window.hide()
    languages.choose(Language.EN)


def text(record: bytes) -> str:
    return str(uuid.UUID(bytes=record))


def new(workspace: Workspace, type_: str, case: bytes, *words: str) -> bytes:
    return workspace.records.new(type_, assignments.parse(words), case=case).record


def refused(station: Station) -> tuple[str, str, str]:
    """A case with a victim and a suspect, and an order whose text tells where the victim lives."""
    with station.open() as workspace:
        case = new_case(workspace)
        takes_part(workspace, case, "victim", "Асанова", f"actual_address={HOME}")
        suspect, _ = takes_part(workspace, case, "suspect", "Бекенов")
        act = new(workspace, "refusal", case, *REFUSAL[:2], f"reasons=Живёт: {HOME}")
    return text(case), text(act), text(suspect)


def page(path: Path) -> str:
    return " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())


def find_and_do(desk: Desk, typed: str) -> None:
    """Type into the search box and do the first of what is offered."""
    field = desk.window.shell.bar.find_field.edit
    field.setFocus()
    desk.typed(typed)
    finder = desk.house.frame.finder
    desk.until(finder.isVisible)
    desk.settled()
    desk.key("Return")


def test_an_act_is_printed_and_served_without_anybodys_address_and_a_wrong_enclosure_goes(
    desk: Desk, tmp_path: Path
) -> None:
    case, act, suspect = refused(desk.station)
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(b"%PDF of another act")
    with desk.station.open() as workspace:
        workspace.attachments.attach(uuid.UUID(act).bytes, scan)
    desk.unlock()
    desk.house.open(Place("case", case=case))
    desk.settled()
    _print(desk, act, suspect, tmp_path)
    desk.house.open(Place("form", record=act, case=case))
    form = form_of(desk)
    form.go_to("attachments")
    (row,) = form.editor_row("attachments").editor.findChildren(FileRow)
    row.take_away.click()
    sheet = desk.house.form.files.reason
    assert sheet is not None
    desk.key("Ctrl+Return")
    desk.until(lambda: not sheet.problem.isHidden())
    desk.typed("Не тот файл")
    desk.key("Ctrl+Return")
    desk.until(sheet.isHidden)
    desk.settled()
    workspace = desk.house.workplace.workspace
    assert workspace.attachments.here(uuid.UUID(act).bytes) == {}
    assert "Не тот файл" in str(workspace.records.history(uuid.UUID(act).bytes))


def _print(desk: Desk, act: str, suspect: str, folder: Path) -> None:
    """For the file by the key on the marked step, for service by the search box."""
    papers, timeline = desk.house.papers, desk.house.dossier.view.timeline
    target = folder / "file.pdf"
    papers.choose_target = lambda _parent, _title, _name: str(target)
    timeline.setFocus()
    timeline.mark(act)
    desk.key("P")
    desk.until(papers.sheet.isVisible)
    assert papers.sheet.data is not None
    assert [each.name for each in papers.sheet.data.recipients] == ["Асанова", "Бекенов"]
    desk.key("Return")
    desk.until(target.exists)
    desk.until(desk.window.shell.note.isVisible)
    assert "file.pdf, 1 страница" in desk.window.shell.note.accessibleName()
    assert HOME in page(target)
    target = folder / "served.pdf"
    find_and_do(desk, "напечатать акт")
    desk.until(papers.sheet.isVisible)
    for key in ("Down", "Down", "Space"):
        desk.key(key)
    assert papers.sheet.served_to == suspect
    assert not papers.sheet.may_write
    desk.until(papers.sheet.checked.isVisible)
    assert "Живёт: ул. […]" in papers.sheet.preview.toPlainText()
    desk.key("Return")
    assert papers.sheet.isVisible(), "what nobody has read is not written"
    assert not target.exists()
    desk.key("Space")
    assert papers.sheet.checked.isChecked()
    desk.key("Return")
    desk.until(target.exists)
    assert "Копия для вручения: Бекенов" in page(target)
    assert "Шопокова" not in page(target)


def test_cases_come_in_from_paper_and_records_of_one_person_are_linked(desk: Desk, tmp_path: Path) -> None:
    with desk.station.open() as workspace:
        cases = [new_case(workspace) for _ in range(2)]
        for case in cases:
            known = ("surname=Асанов", "name=Эрмек", "birth_date=1991-03-12", "pin=21203199100547")
            new(workspace, "person", case, *known)
    desk.unlock()
    _too_early(desk, text(cases[0]))
    _take_one(desk)
    _take_many(desk, tmp_path / "дела.xlsx")
    _link_and_undo(desk)


def _too_early(desk: Desk, case: str) -> None:
    """A step whose place by law is not now is recorded, and then it is told."""
    desk.house.open(Place("form", type="indictment", case=case))
    form_of(desk).editor_row("drawn_at").editor.show_value("2026-03-07T12:00+06:00")
    desk.key("Ctrl+Shift+S")
    desk.until(lambda: desk.window.shell.current_page == "case")
    desk.settled()
    assert desk.window.shell.note.isVisible()
    assert "по закону этому шагу сейчас не место" in desk.window.shell.note.accessibleName()


def _take_one(desk: Desk) -> None:
    find_and_do(desk, "принять одно")
    form = form_of(desk)
    form.go_to("summary")
    desk.typed("Кража с автостанции")
    desk.key("Ctrl+S")
    desk.until(lambda: desk.house.form.place is not None and desk.house.form.place.type == "takeover")
    desk.settled()


def _take_many(desk: Desk, book: Path) -> None:
    takeover_form.write_template(book)
    _fill_in(book, stage="=1+1")
    desk.house.papers.choose_files = lambda _parent, _title: [str(book)]
    desk.key("Ctrl+7")
    desk.settled()
    card = desk.house.papers.view.takeover
    assert desk.house.papers.view.journals.chosen == "information"
    card.check.click()
    desk.settled()
    assert "1 ошибка. Ничего не записано." in card._result.text()
    assert card.take.isHidden()
    _fill_in(book, stage="investigation")
    before = len(desk.house.workplace.workspace.cases.numbers())
    card.check.click()
    desk.settled()
    assert len(desk.house.workplace.workspace.cases.numbers()) == before, "checking records nothing"
    card.take.click()
    desk.settled()
    assert "принято 1 дело" in card._result.text()
    assert len(desk.house.workplace.workspace.cases.numbers()) == before + 1


def _fill_in(path: Path, *, stage: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[takeover_form.CASES]
    columns = {cell.value: cell.column for cell in sheet[1]}
    stated = {
        "case_key": "17",
        "case.summary": "Кража",
        "takeover.source": "case_file",
        "takeover.source_document": "Дело № 17",
        "takeover.taken_at": "2026-03-01 09:00",
        "takeover.officer": "следователь",
        "takeover.stage": stage,
    }
    for name, value in stated.items():
        sheet.cell(takeover_form.HEADERS + 1, columns[name], value)
    book.save(path)


def _link_and_undo(desk: Desk) -> None:
    """Two records are said to be of one person, with a reason, and that is taken back, with another."""
    desk.key("Ctrl+3")
    people = desk.house.people
    desk.until(lambda: people.view.cards)
    (card,) = people.view.cards
    assert card.pair.reasons
    card.same.click()
    desk.typed("Один ПИН")
    desk.key("Ctrl+Return")
    desk.until(lambda: people.view.reason.isHidden() and not people.view.cards)
    people.view.decided.click()
    desk.until(lambda: people.view.cards)
    people.view.cards[0].undo.click()
    desk.typed("Ошибка")
    desk.key("Ctrl+Return")
    desk.until(lambda: people.view.reason.isHidden() and not people.view.cards)
    assert len(desk.house.workplace.workspace.persons.duplicates("ru")) == 1
