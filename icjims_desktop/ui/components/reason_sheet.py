"""The sheet that asks for a reason before something is done that stays in the history with it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.notice import InlineProblem
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import Type, theme


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """What is going to be done, what becomes of it, and the name of the button that does it."""

    title: str
    promise: str
    act: str


class ReasonSheet(Overlay):
    """Ctrl+Enter does it, Esc leaves everything as it is."""

    given = Signal(str)
    """The reason."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent, 560)
        self._busy = False
        self._title, self._promise = Text(Type.TITLE, wrap=True), Text(Type.BODY, "text2", wrap=True)
        self._label = Text(Type.BODY)
        self.reason = QPlainTextEdit()
        self.reason.setObjectName(f"{name}_reason")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.px(84))
        self._label.setBuddy(self.reason)
        self.problem = InlineProblem(f"{name}_problem")
        self.cancel = Button(f"{name}_cancel", ButtonKind.QUIET, cap=key_text("Esc"))
        self.act = Button(f"{name}_act", ButtonKind.PRIMARY, "tick", cap=key_text("Ctrl+Return"))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_act)
        for part in (self._title, self._promise, self._label, self.reason, self.problem):
            self.body.addWidget(part)
        self.body.addLayout(row([None, self.cancel, self.act], gap=12))
        self.problem.say("")
        self.act.clicked.connect(self._on_act)
        self.cancel.clicked.connect(self.close_sheet)

    def ask(self, words: ReasonWords) -> None:
        """Show it empty, ready to type."""
        self._busy = False
        self._title.setText(words.title)
        self.setAccessibleName(words.title)
        self._promise.setText(words.promise)
        self.act.setText(words.act)
        self._label.setText(self.tr("Why"))
        self.reason.setAccessibleName(self._label.text())
        self.cancel.setText(self.tr("Leave it as it is"))
        self.reason.clear()
        self.problem.say("")
        self.act.setEnabled(True)
        self.open()
        self.reason.setFocus()

    def show_problem(self, question: str, remedy: str) -> None:
        """Say why it was not done."""
        self._busy = False
        self.problem.say(question, remedy)
        self.act.setEnabled(True)
        self.reason.setFocus()

    def _on_act(self) -> None:
        if not self._busy and self.isVisible():
            self._busy = True
            self.act.setEnabled(False)
            self.problem.say("")
            self.given.emit(self.reason.toPlainText())
