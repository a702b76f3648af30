"""The page of the log over the store: it is read when the page is opened or asked again, and that is logged."""

from PySide6.QtCore import QObject

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.consultations import reading
from icjims_desktop.ui.consultations.data import Whose
from icjims_desktop.ui.consultations.view import LogView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Workplace


class LogPresenter(QObject):
    """Reads the log of this workstation, or asks the centre for its own."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.view = LogView()
        self._task: Task | None = None
        self.view.asked.connect(self.refresh)
        self.view.state_acted.connect(self.refresh)
        workplace.language_changed.connect(self._on_language)
        self.view.show_state(PageState.LOADING)

    def refresh(self) -> None:
        """Read what is chosen again."""
        whose, days = self.view.whose, self.view.days
        now, language = self._workplace.now(), self._workplace.language
        self.view.show_state(PageState.LOADING)
        if self._task is not None:
            self._task.cancel()
        if whose is Whose.CENTRE:
            self._task = self._workplace.reach(
                "log",
                lambda workspace, _reporter: reading.read(workspace, whose, days, now, language),
                self,
                self.view.show_log,
                self._on_failed,
            )
        else:
            self._task = self._workplace.read(
                "log",
                lambda workspace: reading.read(workspace, whose, days, now, language),
                self,
                self.view.show_log,
                self._on_failed,
            )

    def _on_language(self) -> None:
        if self.view.isVisible():
            self.refresh()

    def _on_failed(self, problem: Problem) -> None:
        words = problem_words(problem)
        self.view.show_state(PageState.ERROR, f"{words.happened} {words.todo}")
