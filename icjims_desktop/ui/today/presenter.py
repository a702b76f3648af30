"""Today over the store: the board, its explanations, what waits; read on workers, only while it is shown."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Progress, Task
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.components.windowed import Deliver
from icjims_desktop.ui.today import reading, waiting
from icjims_desktop.ui.today.data import DueRow, Explained, Wait
from icjims_desktop.ui.today.follower import Follower
from icjims_desktop.ui.today.view import TodayView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Place, Workplace

SHOWN_EVERY = 250
"""After so many more cases are computed the board is read anew."""


class TodayPresenter(QObject):
    """Shows what runs out."""

    def __init__(self, workplace: Workplace, follower: Follower) -> None:
        super().__init__()
        self._workplace, self._follower = workplace, follower
        self.view = TodayView(self._fetch, workplace.now)
        self._wanted = reading.Wanted()
        self._read: reading.Read | None = None
        self._task: Task | None = None
        self._explaining: Task | None = None
        self._waiting: Task | None = None
        self._stale, self._shown_at = True, 0
        view = self.view
        view.opened.connect(lambda case, key: workplace.go(Place("case", case=case, unit=key)))
        view.record_asked.connect(lambda case, record: workplace.go(Place("form", record=record, case=case)))
        view.explain_asked.connect(self._on_explain)
        view.whose_chosen.connect(lambda whose: self._want(reading.Wanted(whose == "mine")))
        view.group_chosen.connect(lambda group: self._want(reading.Wanted(self._wanted.only_mine, group)))
        view.wait_chosen.connect(workplace.go)
        view.state_acted.connect(lambda _state: self.refresh())
        view.clock_confirmed.connect(self._on_clock)
        view.installEventFilter(self)
        follower.progressed.connect(self._on_progress)
        follower.followed.connect(self._on_followed)
        follower.failed.connect(self._on_not_followed)
        follower.minute_passed.connect(view.move_on)
        workplace.changed.connect(self._on_changed)
        workplace.language_changed.connect(self._on_language)
        view.show_state(PageState.LOADING)

    def refresh(self) -> None:
        """Read the board again, now if it is shown, else when it is."""
        if not self.view.isVisible():
            self._stale = True
            return
        self._stale = False
        wanted, language, now = self._wanted, self._workplace.language, self._workplace.now()
        self._task = self._workplace.read(
            "today",
            lambda workspace: reading.board(workspace, wanted, now, language),
            self,
            self._on_read,
            self._on_failed,
            instead_of=self._task,
        )
        self._waiting = self._workplace.read(
            "waits", lambda workspace: waiting.waits(workspace, now), self, self._on_waits, instead_of=self._waiting
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reads what has become old when the page is shown again."""
        if watched is self.view and event.type() == QEvent.Type.Show and self._stale:
            self.refresh()
        return super().eventFilter(watched, event)

    def _on_clock(self) -> None:
        shown = f"{self._workplace.now():%Y-%m-%d %H:%M}"
        self._workplace.write("clock", lambda workspace: workspace.timekeeping.confirm(shown), self, self._on_confirmed)

    def _on_confirmed(self, _told: object) -> None:
        self._stale = True
        self._follower.follow()

    def _want(self, wanted: reading.Wanted) -> None:
        self._wanted = wanted
        self.refresh()

    def _fetch(self, numbers: Sequence[int], deliver: Deliver[DueRow]) -> None:
        read, wanted, language = self._read, tuple(numbers), self._workplace.language
        if read is not None:
            self._workplace.read(
                "today_rows",
                lambda workspace: reading.rows(workspace, read, wanted, language),
                self,
                partial(_deliver, deliver),
            )

    def _on_read(self, read: reading.Read) -> None:
        self._read = read
        self.view.show_board(read.board, computed=not self._follower.busy)
        self.view.clocks.show_clocks(read.clocks, self._workplace.now())

    def _on_waits(self, waits: tuple[Wait, ...]) -> None:
        self.view.waits.show_waits(waits)

    def _on_failed(self, problem: Problem) -> None:
        self.view.show_state(PageState.ERROR, problem_words(problem).happened)

    def _on_progress(self, progress: Progress) -> None:
        self.view.show_counting(progress)
        if progress.done >= self._shown_at + SHOWN_EVERY:
            self._shown_at = progress.done
            self.refresh()

    def _on_followed(self, count: int) -> None:
        self._shown_at = 0
        self.view.show_counting(Progress(0, 0))
        if count or self.view.states.state is PageState.LOADING:
            self.refresh()

    def _on_not_followed(self, problem: Problem) -> None:
        """What was computed before stays; nothing at all would read as if nothing ran out."""
        if self._read is None or not self._read.dues:
            self._on_failed(problem)

    def _on_changed(self) -> None:
        self._stale = True

    def _on_language(self) -> None:
        self.refresh()
        told = self.view.explanation.told
        if told is not None and self.view.explains:
            self._on_explain(told.case_id, told.key)

    def _on_explain(self, case: str, key: str) -> None:
        language = self._workplace.language
        self._explaining = self._workplace.read(
            "due_date",
            lambda workspace: reading.explained(workspace, case, key, language),
            self,
            self._on_explained,
            instead_of=self._explaining,
        )

    def _on_explained(self, told: Explained | None) -> None:
        if told is None:
            self.view.hide_explanation()
        else:
            self.view.show_explanation(told)


def _deliver(deliver: Deliver[DueRow], rows: Sequence[DueRow]) -> None:
    deliver(rows)
