"""Keeps what the rules say of the cases up to date, on a worker, whenever something was written or came in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from icjims_desktop.ui.bridge import Progress, Reporter, Task
from icjims_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

MINUTE_MS = 60_000
FIRST_MS = 700
"""What is shown first is read before anything is computed."""


class Follower(QObject):
    """One run at a time; what changes meanwhile is followed by the next one."""

    progressed = Signal(object)
    """A Progress in cases, while there is something to compute."""
    followed = Signal(int)
    """Everything is followed; how many cases had to be computed."""
    failed = Signal(object)
    """It could not be followed: a Problem."""
    minute_passed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._task: Task | None = None
        self._again = False
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_MS)
        self._first.timeout.connect(self.follow)
        workplace.changed.connect(self.follow)

    @property
    def busy(self) -> bool:
        """Whether cases may wait to be computed: until then no due date is no news."""
        return self._task is not None or self._first.isActive()

    def begin(self) -> None:
        """Follow once the first pages are read, and every minute from then on."""
        self._minute.start()
        self._first.start()

    def stop(self) -> None:
        """Nothing more is asked for."""
        self._minute.stop()
        self._first.stop()
        if self._task is not None:
            self._task.cancel()

    def follow(self) -> None:
        """Compute what has changed."""
        if self._task is not None:
            self._again = True
            return
        self._task = self._workplace.follow(
            "due_dates", _catch_up, self, self._on_followed, self._on_failed, self.progressed.emit
        )

    def _on_followed(self, count: int) -> None:
        self._task = None
        self.followed.emit(count)
        self._once_more()

    def _on_failed(self, problem: object) -> None:
        self._task = None
        self._workplace.roads.reading.problem_unheard.emit(problem)
        self.failed.emit(problem)
        self._once_more()

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            self.follow()

    def _on_minute(self) -> None:
        self.minute_passed.emit()
        self.follow()


def _catch_up(workspace: "Workspace", reporter: Reporter) -> int:
    def progress(done: int, total: int) -> None:
        reporter.check()
        reporter.progress(Progress(done, total))

    return workspace.standings.catch_up(progress)
