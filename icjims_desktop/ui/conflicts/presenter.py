"""Conflicts over the store: the queue, one of them with all versions, the decision, and its undoing by another."""

from functools import partial

from PySide6.QtCore import QObject

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Task
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.conflicts import reading
from icjims_desktop.ui.conflicts.data import ConflictItem, Decision
from icjims_desktop.ui.conflicts.reading import Disagreement
from icjims_desktop.ui.conflicts.view import ConflictsView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Workplace


class ConflictsPresenter(QObject):
    """Nothing is decided without a person and a reason."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.view = ConflictsView()
        self._open: Disagreement | None = None
        self._decided: Disagreement | None = None
        self._queue_task: Task | None = None
        self._task: Task | None = None
        self.view.conflict_opened.connect(self.open)
        self.view.decided.connect(self._on_decided)
        self.view.explained.connect(self._on_explained)
        self.view.undo_asked.connect(self._on_undo)
        self.view.state_acted.connect(self.refresh)
        workplace.changed.connect(self.refresh)
        workplace.language_changed.connect(self._on_language)
        self.view.show_state(PageState.LOADING)

    @property
    def conflict(self) -> str:
        """The conflict that is open, by `record/unit`."""
        return self._open.data.id if self._open is not None and self.view.detail_shown else ""

    def refresh(self) -> None:
        """Read the queue again."""
        language, now = self._workplace.language, self._workplace.now()
        self._queue_task = self._workplace.read(
            "conflicts",
            lambda workspace: reading.queue(workspace, language, now),
            self,
            self._on_queue,
            self._on_failed,
            instead_of=self._queue_task,
        )

    def open(self, conflict: str) -> None:
        """Open one, by `record/unit`."""
        language, now = self._workplace.language, self._workplace.now()
        self._task = self._workplace.read(
            "conflict",
            lambda workspace: reading.open_conflict(workspace, conflict, language, now),
            self,
            self._on_opened,
            self._on_problem,
            instead_of=self._task,
        )

    def _on_language(self) -> None:
        self.refresh()
        if self.conflict:
            self.open(self.conflict)

    def _on_queue(self, items: tuple[ConflictItem, ...]) -> None:
        self.view.show_items(items)

    def _on_failed(self, problem: Problem) -> None:
        self.view.show_state(PageState.ERROR, problem_words(problem).happened)

    def _on_opened(self, found: Disagreement) -> None:
        self._open = found
        self.view.show_conflict(found.data)

    def _on_decided(self, decision: Decision) -> None:
        found = self._open
        if found is None or found.data.id != decision.conflict_id:
            return
        self._workplace.write(
            "decision",
            lambda workspace: reading.decide(workspace, found, decision),
            self,
            partial(self._on_recorded, found),
            self._on_problem,
        )

    def _on_explained(self, text: str) -> None:
        found = self._open
        if found is not None:
            self._workplace.write(
                "explanation",
                lambda workspace: reading.explain(workspace, found, text),
                self,
                lambda _done: self.open(found.data.id),
                self._on_problem,
            )

    def _on_recorded(self, found: Disagreement, _result: None) -> None:
        self._decided, self._open = found, None
        self.view.show_queue()
        self.view.show_decided(found.data.title)
        self._workplace.changed.emit()

    def _on_undo(self) -> None:
        if self._decided is not None:
            self._on_opened(self._decided)

    def _on_problem(self, problem: Problem) -> None:
        words = problem_words(problem)
        self._workplace.told.emit(words.happened, words.means, f"{words.safe} {words.todo}".strip())
        if problem.code == "no_conflict":
            self.view.show_queue()
            self.refresh()
