"""The page of people over the store: pairs compared on a worker, statements of them recorded with their reasons."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.components.reason_sheet import ReasonWords
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.people import reading
from icjims_desktop.ui.people.data import SAME, Pair, Side
from icjims_desktop.ui.people.view import UNDECIDED, PeopleView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Place, Workplace

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace


class PeoplePresenter(QObject):
    """Compares when the page is opened, not before: it is work for a large office."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.view = PeopleView()
        self._which = UNDECIDED
        self._task: Task | None = None
        self._work: Callable[[Workspace, str], None] | None = None
        self.view.which_chosen.connect(self.choose)
        self.view.opened.connect(self._on_opened)
        self.view.said.connect(self._on_said)
        self.view.taken_back.connect(self._on_taken_back)
        self.view.reason.given.connect(self._on_reason)
        self.view.state_acted.connect(self.refresh)
        workplace.language_changed.connect(self._on_language)
        self.view.show_state(PageState.LOADING)

    def refresh(self) -> None:
        """Compare again."""
        which, language = self._which, self._workplace.language
        read = reading.undecided if which == UNDECIDED else reading.decided
        self._task = self._workplace.read(
            "people",
            lambda workspace: read(workspace, language),
            self,
            lambda pairs: self.view.show_pairs(pairs, which),
            self._on_failed,
            instead_of=self._task,
        )

    def choose(self, which: str) -> None:
        """Show those undecided, or those decided."""
        self._which = which
        self.refresh()

    def _on_language(self) -> None:
        if self.view.isVisible():
            self.refresh()

    def _on_failed(self, problem: Problem) -> None:
        words = problem_words(problem)
        self.view.show_state(PageState.ERROR, f"{words.happened} {words.todo}")

    def _on_opened(self, side: Side) -> None:
        self._workplace.go(Place("form", record=side.record, case=side.case))

    def _on_said(self, pair: Pair, said: str) -> None:
        self._work = lambda workspace, reason: reading.say(workspace, pair, reason, said)
        title = self.tr("It is one person") if said == SAME else self.tr("They are different persons")
        promise = self.tr("{one} and {other}. The records stay as they are; your statement stands beside them.")
        self._ask(pair, title, promise)

    def _on_taken_back(self, pair: Pair) -> None:
        self._work = lambda workspace, reason: reading.take_back(workspace, pair, reason)
        promise = self.tr("{one} and {other}. The statement is annulled and stays in the history with your reason.")
        self._ask(pair, self.tr("Take the statement back"), promise)

    def _ask(self, pair: Pair, title: str, promise: str) -> None:
        names = promise.format(one=pair.one.name, other=pair.other.name)
        self.view.reason.ask(ReasonWords(title, names, self.tr("Record it")))

    def _on_reason(self, reason: str) -> None:
        work = self._work
        if work is not None:
            self._workplace.write(
                "person_link", lambda workspace: work(workspace, reason), self, self._on_recorded, self._on_refused
            )

    def _on_recorded(self, _nothing: None) -> None:
        self.view.reason.close_sheet()
        self._workplace.changed.emit()
        self.refresh()

    def _on_refused(self, problem: Problem) -> None:
        words = problem_words(problem)
        self.view.reason.show_problem(words.happened, f"{words.means} {words.todo}".strip())
