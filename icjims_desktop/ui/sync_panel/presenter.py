"""The exchange over the store: asked for or by itself, watched, paused, gone on with, and told as it is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from icjims_core.problem import Problem, Unreachable
from icjims_desktop.ui.bridge import Progress, Task
from icjims_desktop.ui.components.states import PageState
from icjims_desktop.ui.components.sync_sentence import SyncFacts
from icjims_desktop.ui.sync_panel import reading
from icjims_desktop.ui.sync_panel.data import SyncData
from icjims_desktop.ui.sync_panel.reading import Exchanged, Exchanging
from icjims_desktop.ui.sync_panel.view import SyncView
from icjims_desktop.ui.wording import problem_words
from icjims_desktop.ui.workplace import Place, Workplace

EVERY_MINUTES = 15
SUFFIX = ".icjims"

ChooseFile = Callable[[QWidget, str, str], str]


class SyncPresenter(QObject):
    """One exchange at a time; it goes on while other pages are shown."""

    facts_changed = Signal(object)
    """SyncFacts of the exchange under way, for the sentence in the top bar."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.view = SyncView()
        self.save_file: ChooseFile = _save_file
        self.open_file: ChooseFile = _open_file
        self._data: SyncData | None = None
        self._stop: Callable[[], None] | None = None
        self._paused = self._asked = False
        self._moment: Exchanging | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MINUTES * 60 * 1000)
        self._timer.timeout.connect(lambda: self.exchange(asked=False))
        self._connect()
        self.view.show_state(PageState.LOADING)

    def _connect(self) -> None:
        view = self.view
        view.exchange_asked.connect(self.exchange)
        view.resume_asked.connect(self.exchange)
        view.check_asked.connect(self.exchange)
        view.pause_asked.connect(self._on_pause)
        view.cancel_asked.connect(self._on_cancel)
        view.refused_opened.connect(lambda record: self._workplace.go(Place("form", record=record)))
        view.package_made.connect(self._on_make)
        view.package_taken.connect(self._on_take)
        view.report_asked.connect(self._on_report)
        view.state_acted.connect(self.refresh)
        self._workplace.changed.connect(self.refresh)
        self._workplace.language_changed.connect(self.refresh)

    @property
    def going(self) -> bool:
        """Whether an exchange is under way."""
        return self._stop is not None

    def begin(self) -> None:
        """Exchange by itself from now on, every so many minutes."""
        self._timer.start()

    def refresh(self) -> None:
        """Read again how things stand."""
        language, now = self._workplace.language, self._workplace.now()
        self._task = self._workplace.read(
            "sync",
            lambda workspace: reading.panel(workspace, language, now),
            self,
            self._on_read,
            instead_of=self._task,
        )

    def exchange(self, *, asked: bool = True) -> None:
        """Exchange with the centre now; does nothing while one is under way."""
        if self.going:
            return
        from icjims_desktop.sync.progress import Cancellation  # noqa: PLC0415 - loaded at the unlock

        cancellation = Cancellation()
        self._stop, self._paused, self._asked = cancellation.cancel, False, asked
        self._moment = Exchanging(0, 0, phase="connecting")
        self._workplace.reach(
            "exchange",
            lambda workspace, reporter: reading.exchange(workspace, reporter, cancellation),
            self,
            self._on_done,
            self._on_failed,
            self._on_progress,
        )
        self._show()

    def stop(self) -> None:
        """End what is under way and begin nothing more, as locking and closing do; the next one goes on from there."""
        self._timer.stop()
        self._cancel()

    def _cancel(self) -> None:
        if self._stop is not None:
            self._stop()

    def _on_read(self, data: SyncData) -> None:
        self._data = replace(data, every_minutes=EVERY_MINUTES)
        self._show()

    def _on_progress(self, moment: Progress) -> None:
        if isinstance(moment, Exchanging):
            self._moment = moment
            self._show()

    def _show(self) -> None:
        if self._data is None:
            return
        shown = replace(self._data, paused=self._paused and not self.going)
        if self.going and self._moment is not None:
            shown = reading.going(shown, self._moment)
        self.view.show_data(shown)
        facts: SyncFacts = shown.facts
        self.facts_changed.emit(facts)

    def _on_done(self, done: Exchanged) -> None:
        self._stop = self._moment = None
        self._workplace.changed.emit()
        for each in done.advice:
            self._tell(each)

    def _on_failed(self, problem: Problem) -> None:
        self._stop = self._moment = None
        self._workplace.changed.emit()
        quiet = problem.code == "cancelled" or (isinstance(problem, Unreachable) and not self._asked)
        if not quiet:
            self._tell(problem)

    def _tell(self, problem: Problem) -> None:
        words = problem_words(problem)
        self._workplace.told.emit(words.happened, words.means, f"{words.safe} {words.todo}".strip())

    def _on_pause(self) -> None:
        self._paused = True
        self._cancel()

    def _on_cancel(self) -> None:
        self._paused = False
        self._show()

    # --- the stick --------------------------------------------------------------------------------------------------

    def _on_make(self) -> None:
        name = f"{self._workplace.now():%Y-%m-%d-%H%M}{SUFFIX}"
        chosen = self.save_file(self.view, self.tr("Make a package"), name)
        if chosen:
            self._workplace.reach(
                "package",
                lambda workspace, _reporter: reading.export(workspace, Path(chosen)),
                self,
                self._on_made,
                self._tell,
            )

    def _on_made(self, done: tuple[int, int]) -> None:
        text = self.tr("The package is made: %n change(s) for the centre.", "", done[0])
        devices = self.tr("%n computer(s) of your office can read it.", "", done[1])
        self._workplace.told.emit(text, devices, "")
        self._workplace.changed.emit()

    def _on_take(self) -> None:
        chosen = self.open_file(self.view, self.tr("Take one in"), "")
        if chosen:
            self._workplace.reach(
                "package",
                lambda workspace, _reporter: reading.take_in(workspace, Path(chosen)),
                self,
                self._on_taken,
                self._tell,
            )

    def _on_taken(self, done: tuple[int, int, int]) -> None:
        text = self.tr("Taken in: %n new change(s).", "", done[0])
        carried = self.tr("%n change(s) are carried to the centre.", "", done[2]) if done[2] else ""
        self._workplace.told.emit(text, carried, "")
        self._workplace.changed.emit()

    def _on_report(self) -> None:
        self._workplace.read("report", reading.support_report, self, self._on_report_made)

    def _on_report_made(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        fact = self.tr("The report is in the clipboard. It names no person and no case.")
        self._workplace.told.emit(fact, "", "")


def _save_file(parent: QWidget, title: str, name: str) -> str:
    return QFileDialog.getSaveFileName(parent, title, name, f"ICJIMS (*{SUFFIX})")[0]


def _open_file(parent: QWidget, title: str, name: str) -> str:
    return QFileDialog.getOpenFileName(parent, title, name, f"ICJIMS (*{SUFFIX});;* (*)")[0]
