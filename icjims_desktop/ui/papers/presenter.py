"""Papers over the store: the sheet before an act is printed, journals, inventories, and cases taken over from paper."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icjims_core.problem import Problem
from icjims_desktop.ui.attachments.desk import ChooseFiles, ChooseTarget, files_by_dialog, target_by_dialog
from icjims_desktop.ui.papers import reading
from icjims_desktop.ui.papers.data import Checked
from icjims_desktop.ui.papers.print_sheet import PrintSheet
from icjims_desktop.ui.papers.view import PapersView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Place, Workplace


class PapersPresenter(QObject):
    """What is printed is written where the person says; the log is told first."""

    def __init__(self, workplace: Workplace, cover: QWidget) -> None:
        super().__init__()
        self._workplace, self._cover = workplace, cover
        self.view, self.sheet = PapersView(), PrintSheet(cover)
        self.choose_target: ChooseTarget = target_by_dialog
        self.choose_files: ChooseFiles = files_by_dialog
        self._workbook = Path()
        workplace.printing_asked.connect(self.ask)
        workplace.letter_asked.connect(self._on_letter)
        workplace.language_changed.connect(self.refresh)
        self.sheet.print_asked.connect(self._on_act)
        self.sheet.preview_asked.connect(self._on_preview)
        workplace.changed.connect(self._on_changed)
        takeover, journals = self.view.takeover, self.view.journals
        takeover.case_asked.connect(self.take_case)
        takeover.template_asked.connect(self._on_template)
        takeover.check_asked.connect(self.check_workbook)
        takeover.take_asked.connect(self._on_take)
        journals.print_asked.connect(self._on_journal)

    def refresh(self) -> None:
        """Read which journals there are."""
        language, today = self._workplace.language, self._workplace.now().date()
        self._workplace.read(
            "journals",
            lambda workspace: reading.journals(workspace, language),
            self,
            lambda found: self.view.journals.show_journals(found, today),
        )

    def ask(self, record: str) -> None:
        """Ask for whom an act is printed."""
        language = self._workplace.language
        self._workplace.read(
            "printable",
            lambda workspace: reading.printable(workspace, record, language),
            self,
            self.sheet.ask,
            self._tell,
        )

    def print_inventory(self, case: str) -> None:
        """Print the inventory of a case."""
        language = self._workplace.language
        self._ask_target(
            self.tr("Inventory of the case file"),
            lambda target: self._write(
                lambda workspace: reading.print_inventory(workspace, case, target, language), target
            ),
        )

    def take_case(self) -> None:
        """Begin a case whose take-over is begun as soon as it is recorded."""
        self._workplace.go(Place("form", type="case", then="takeover"))

    def check_workbook(self) -> None:
        """Ask for a workbook and say what it comes to."""
        chosen = self.choose_files(self._cover.window(), self.tr("Workbook of cases on paper"))
        if chosen:
            self._workbook, language = Path(chosen[0]), self._workplace.language
            path = self._workbook
            self.view.takeover.show_checked(None)
            self._workplace.read(
                "workbook",
                lambda workspace: reading.check_workbook(workspace, path, language),
                self,
                self.view.takeover.show_checked,
                self._tell,
            )

    def _on_take(self) -> None:
        path, language = self._workbook, self._workplace.language
        self._workplace.write(
            "takeover",
            lambda workspace: reading.take_workbook(workspace, path, language),
            self,
            self._on_taken,
            self._tell,
        )

    def _on_taken(self, checked: Checked) -> None:
        self.view.takeover.show_checked(checked)
        self._workplace.changed.emit()

    def _on_template(self) -> None:
        name = self.tr("Cases on paper")
        target = self.choose_target(self._cover.window(), name, f"{name}.xlsx")
        if target:
            self._workplace.read(
                "template",
                lambda workspace: reading.template(workspace, Path(target)),
                self,
                self._on_template_written,
                self._tell,
            )

    def _on_template_written(self, name: str) -> None:
        fact = self.tr("The template is written: {name}").format(name=name)
        self._workplace.noted.emit(fact, self.tr("Fill it in, then have it checked here."), "")

    def _on_preview(self, served_to: str) -> None:
        data, language = self.sheet.data, self._workplace.language
        if data is not None:
            record = data.record
            self._workplace.read(
                "paper_preview",
                lambda workspace: reading.preview(workspace, record, language, served_to),
                self,
                self.sheet.show_preview,
                self._tell,
            )

    def _on_changed(self) -> None:
        """What is being read may read otherwise now."""
        if self.sheet.isVisible():
            self._on_preview(self.sheet.served_to)

    def _on_act(self, served_to: str, digest: str) -> None:
        data, language = self.sheet.data, self._workplace.language
        if data is not None:
            record = data.record
            self._workplace.read(
                "paper_name",
                lambda workspace: reading.name_of(workspace, record, language),
                self,
                partial(self._on_named, record, served_to, digest),
                self._tell,
            )

    def _on_named(self, record: str, served_to: str, digest: str, name: str) -> None:
        language = self._workplace.language
        self._ask_target(
            name,
            lambda target: self._write(
                lambda workspace: reading.print_act(workspace, record, target, language, served_to, digest),
                target,
                partial(self._on_not_printed, record),
            ),
        )

    def _on_not_printed(self, record: str, problem: Problem) -> None:
        self._tell(problem)
        if problem.code == "paper_changed":
            self.ask(record)

    def _on_letter(self, record: str) -> None:
        """The letter that goes with a sealed record; the name of its file says nothing of it."""
        target = self.choose_target(self._cover.window(), self.tr("Letter to the prosecutor"), f"{record[:8]}.pdf")
        if target:
            self._workplace.read(
                "letter",
                lambda workspace: reading.print_letter(workspace, record, Path(target)),
                self,
                self._on_letter_written,
                self._tell,
            )

    def _on_letter_written(self, _pages: int) -> None:
        self._workplace.noted.emit(self.tr("The letter is written. Print it and hand it over at once."), "", "")

    def _on_journal(self, code: str, begin: date, end: date) -> None:
        language = self._workplace.language
        self._ask_target(
            self.tr("Journal"),
            lambda target: self._write(
                lambda workspace: reading.print_journal(workspace, code, target, language, begin, end), target
            ),
        )

    def _ask_target(self, name: str, write: Callable[[Path], object]) -> None:
        target = self.choose_target(self._cover.window(), name, f"{name}.pdf")
        if target:
            write(Path(target))

    def _write(self, work: reading.Work, target: Path, failed: Callable[[Problem], object] | None = None) -> None:
        written = partial(self._on_written, target.name)
        self._workplace.read("paper", work, self, written, failed or self._tell)

    def _on_written(self, name: str, pages: int) -> None:
        fact = self.tr("The paper is written: {name}, %n page(s)", "", pages).format(name=name)
        self._workplace.noted.emit(
            fact, self.tr("Print it from there. Outside the system nobody but you protects it."), ""
        )

    def _tell(self, problem: Problem) -> None:
        words = problem_words(problem)
        self._workplace.told.emit(words.happened, words.means, f"{words.safe} {words.todo}".strip())
