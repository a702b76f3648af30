"""Unlocking: who may, what a refusal leaves, and the keyboard as it seems to be set; the key is derived on a worker."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Tasks
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.unlock.data import KeyboardState, UnlockData, UnlockFailure
from icjims_desktop.ui.unlock.view import UnlockView
from icjims_desktop.ui.wording import problem_words

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

LOCK_MINUTES = 10


class UnlockPresenter(QObject):
    """Asks for the password and hands over the open workspace."""

    unlocked = Signal(object)
    """The Workspace; its keeper closes it."""

    def __init__(
        self,
        view: UnlockView,
        tasks: Tasks,
        unlock: "Callable[[str, str], Workspace]",
        tell: Callable[[], UnlockData],
        keyboard: Callable[[str], KeyboardState],
    ) -> None:
        super().__init__()
        self._view, self._tasks, self._unlock, self._tell, self._keyboard = view, tasks, unlock, tell, keyboard
        self._now: Callable[[], datetime] = lambda: tell().now
        self._problem: Problem | None = None
        view.unlock_asked.connect(self.ask)
        view.keys_pressed.connect(self._on_keys)
        view.recovery_asked.connect(self._on_recovery)
        languages.changed.connect(self._on_language)

    def refresh(self) -> None:
        """Show who may unlock and how the work stands."""
        self._view.show_data(self._tell())
        self._view.show_keyboard(self._keyboard(""))

    def ask(self, login: str, password: str) -> None:
        """Try a password."""
        self._problem = None
        self._view.show_busy(busy=True)
        self._tasks.run("unlock", lambda _reporter: self._unlock(login, password), self, self._on_open, self._on_failed)

    def _on_open(self, workspace: "Workspace") -> None:
        self._view.reset()
        self.unlocked.emit(workspace)

    def _on_failed(self, problem: Problem) -> None:
        if problem.code == "wrong_password":
            left = problem.params.get("attempts_left")
            self._view.show_failure(UnlockFailure(left if isinstance(left, int) else 0, LOCK_MINUTES))
        elif problem.code == "locked_out":
            minutes = problem.params.get("minutes")
            wait = minutes if isinstance(minutes, int) else LOCK_MINUTES
            self._view.show_failure(UnlockFailure(0, wait, self._now() + timedelta(minutes=wait)))
        else:
            self._problem = problem
            self._say_problem(problem)

    def _say_problem(self, problem: Problem) -> None:
        words = problem_words(problem)
        self._view.show_problem(words.happened, f"{words.safe} {words.todo}".strip())

    def _on_keys(self) -> None:
        self._view.show_keyboard(self._keyboard(self._view.password.edit.text()))

    def _on_recovery(self) -> None:
        self._view.show_problem(
            self.tr("Only you know the password: nobody can read it back."),
            self.tr(
                "The head of your office asks the centre for a new ticket. What was sent to the centre is not lost."
            ),
        )

    def _on_language(self) -> None:
        self.refresh()
        if self._problem is not None:
            self._say_problem(self._problem)
