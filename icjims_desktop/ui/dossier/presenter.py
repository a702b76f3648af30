"""The page of a case over the store: its story, its people, its drafts, and the steps that can be added."""

import uuid
from pathlib import Path

from PySide6.QtCore import QObject

from icjims_core.problem import Problem
from icjims_desktop.ui.attachments.desk import ChooseTarget, target_by_dialog
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.dossier import reading
from icjims_desktop.ui.dossier.data import DossierData
from icjims_desktop.ui.dossier.view import DossierView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Place, Workplace


class DossierPresenter(QObject):
    """Shows one case at a time."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.view = DossierView()
        self.case, self._due = "", ""
        self._data: DossierData | None = None
        self._task: Task | None = None
        self.view.back_asked.connect(lambda: workplace.go(Place("cases")))
        self.view.act_chosen.connect(self._on_act)
        self.view.step_opened.connect(self._on_record)
        self.view.person_opened.connect(self._on_record)
        self.view.document_opened.connect(self._on_draft)
        self.view.field_asked.connect(
            lambda record, field: workplace.go(Place("form", record=record, case=self.case, unit=field))
        )
        self.view.new_asked.connect(
            lambda type_, field: workplace.go(Place("form", type=type_, case=self.case, unit=field))
        )
        self.view.purpose.stated.connect(self._on_purpose)
        self.view.purpose.refused.connect(self._on_no_purpose)
        self.choose_target: ChooseTarget = target_by_dialog
        self.view.passports.print_asked.connect(self._on_print)
        self.view.state_acted.connect(self.refresh)
        self.view.bar.sign_asked.connect(workplace.signing_asked)
        self.view.bar.correct_asked.connect(workplace.correcting_asked)
        self.view.bar.letter_asked.connect(workplace.letter_asked)
        self.view.bar.print_asked.connect(workplace.printing_asked)
        workplace.changed.connect(self.refresh)
        workplace.language_changed.connect(self.refresh)
        self.view.show_state(PageState.EMPTY)

    def open(self, case: str, due: str = "") -> None:
        """Show a case by its id; `due` names a due date of it to be explained."""
        if case != self.case:
            self.view.show_state(PageState.LOADING)
        self.case, self._due = case, due
        self.refresh()

    def refresh(self) -> None:
        """Read the case again."""
        if not self.case:
            return
        case, language, now = uuid.UUID(self.case).bytes, self._workplace.language, self._workplace.now()
        self._task = self._workplace.read(
            "case",
            lambda workspace: reading.dossier(workspace, case, language, now),
            self,
            self._on_read,
            self._on_failed,
            instead_of=self._task,
        )

    def _on_read(self, data: DossierData) -> None:
        self._data = data
        self.view.show_data(data)
        if self._due:
            due, self._due = self._due, ""
            self.view.dues.open_at(due)

    def _on_failed(self, problem: Problem) -> None:
        if problem.code == "purpose_required":
            self.view.show_state(PageState.LOADING)
            self.view.purpose.ask(self._workplace.language)
            return
        words = problem_words(problem)
        self.view.show_state(PageState.ERROR, f"{words.happened} {words.todo}")

    def _on_purpose(self, purpose: str) -> None:
        case = uuid.UUID(self.case).bytes
        self._workplace.read(
            "purpose",
            lambda workspace: workspace.state_purpose(case, purpose),
            self,
            lambda _done: self.refresh(),
            self._on_failed,
        )

    def _on_no_purpose(self) -> None:
        self.case = ""
        self._workplace.go(Place("cases"))

    def _on_print(self, person: str) -> None:
        name = self.tr("Safeguard passport")
        target = self.choose_target(self.view.window(), name, f"{name}.pdf")
        if not target:
            return
        case, language = uuid.UUID(self.case).bytes, self._workplace.language
        self._workplace.read(
            "passport",
            lambda workspace: workspace.passport_paper(case, person, Path(target), language),
            self,
            self._on_printed,
        )

    def _on_printed(self, pages: int) -> None:
        self.view.passports.say_printed(pages)

    def _on_act(self, type_: str) -> None:
        self._workplace.go(Place("form", type=type_, case=self.case))
        offers = self._data.offers if self._data else ()
        locked = next((each for each in offers if each.id == type_ and not each.allowed), None)
        if locked is not None:
            remedy = self.tr("What was done is recorded as it was. Look first whether another step is missing.")
            self._workplace.noted.emit(self.tr("The law does not provide for this step now"), locked.reason, remedy)

    def _on_record(self, record: str) -> None:
        self._workplace.go(Place("form", record=record, case=self.case))

    def _on_draft(self, name: str) -> None:
        type_, _, record = name.partition(":")
        self._workplace.go(Place("form", type=type_, record=str(uuid.UUID(record)), case=self.case))
