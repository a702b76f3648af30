"""A page that shows its content or one of its designed states."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from icjims_desktop.ui.components.notice import StatePanel, StateWords
from icjims_desktop.ui.i18n.mark import translate


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
        """Show a state; `reason` is a sentence for loading, error and no permission."""
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
        return StateWords(
            "clock", reason or translate("States", "Reading the records of this office for the first time")
        )
    if state is PageState.NO_MATCH:
        return StateWords(
            "search",
            translate("States", "Nothing matches"),
            translate("States", "Check the spelling, or search without the filter."),
            translate("States", "Show all"),
        )
    if state is PageState.OFFLINE:
        return StateWords(
            "offline",
            translate("States", "The centre cannot be reached now"),
            reason or translate("States", "Everything recorded here is safe and will be sent by itself."),
            translate("States", "Try again"),
        )
    if state is PageState.NO_PERMISSION:
        return StateWords(
            "lock",
            translate("States", "This is outside your duties"),
            reason or translate("States", "Ask the head of your office if you need it for your work."),
        )
    return StateWords(
        "octagon",
        translate("States", "This page could not be read"),
        reason or translate("States", "Nothing is lost. Try again; if it repeats, call support."),
        translate("States", "Try again"),
    )
