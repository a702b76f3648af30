"""A page that shows its content or one of its designed states."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from icjims_desktop.ui.components.notice import StatePanel, StateWords


class PageState(StrEnum):
    """How a page can stand; `READY` shows the content."""

    READY = "ready"
    LOADING = "loading"
    EMPTY = "empty"
    NO_MATCH = "no_match"
    ERROR = "error"
    OFFLINE = "offline"
    NO_PERMISSION = "no_permission"


class StateStack(QStackedWidget):
    """The content, or a sentence: what is so, why, what you can do."""

    acted = Signal(str)
    """The state whose button was pressed."""

    def __init__(self, name: str, content: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self._state = PageState.READY
        self._reason = ""
        self._empty = StateWords("info", "")
        self._panel = StatePanel(f"{name}_state")
        self._panel.acted.connect(lambda: self.acted.emit(self._state.value))
        self.addWidget(content)
        self.addWidget(self._panel)

    @property
    def state(self) -> PageState:
        """Which state is shown."""
        return self._state

    def say_empty(self, words: StateWords) -> None:
        """What the page says when there is nothing yet."""
        self._empty = words
        self._say()

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show a state; `reason` is a sentence for error and no permission."""
        self._state, self._reason = state, reason
        self._say()
        self.setCurrentIndex(0 if state is PageState.READY else 1)

    def retranslate(self) -> None:
        """Say the state in the language now shown."""
        self._say()

    def _say(self) -> None:
        if self._state is PageState.EMPTY:
            self._panel.say(self._empty)
        elif self._state is not PageState.READY:
            self._panel.say(_words(self._state, self._reason))


def _words(state: PageState, reason: str) -> StateWords:
    if state is PageState.LOADING:
        return StateWords("clock", _tr("Reading the records of this office for the first time"))
    if state is PageState.NO_MATCH:
        return StateWords(
            "search",
            _tr("Nothing matches"),
            _tr("Check the spelling, or search without the filter."),
            _tr("Show all"),
        )
    if state is PageState.OFFLINE:
        return StateWords(
            "offline",
            _tr("The centre cannot be reached now"),
            reason or _tr("Everything recorded here is safe and will be sent by itself."),
            _tr("Try again"),
        )
    if state is PageState.NO_PERMISSION:
        return StateWords(
            "lock",
            _tr("This is outside your duties"),
            reason or _tr("Ask the head of your office if you need it for your work."),
        )
    return StateWords(
        "octagon",
        _tr("This page could not be read"),
        reason or _tr("Nothing is lost. Try again; if it repeats, call support."),
        _tr("Try again"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("States", text)
