"""The sheet of correcting: a signed act is corrected by a new one in its place, and why is said first."""

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


class CorrectionSheet(Overlay):
    """A reason, and then the new act opens with everything that the old one says."""

    correct_asked = Signal(str)
    """The reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("correction_sheet", parent, 620)
        self._busy = False
        self._title, self._promise = Text(Type.TITLE, wrap=True), Text(Type.BODY, "text2", wrap=True)
        self._label = Text(Type.BODY)
        self.reason = QPlainTextEdit()
        self.reason.setObjectName("correction_reason")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(theme.px(96))
        self._label.setBuddy(self.reason)
        self.problem = InlineProblem("correction_problem")
        self.cancel = Button("correction_cancel", ButtonKind.QUIET, cap=key_text("Esc"))
        self.make = Button("correction_make", ButtonKind.PRIMARY, "document", cap=key_text("Ctrl+Return"))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_make)
        for part in (self._title, self._promise, self._label, self.reason, self.problem):
            self.body.addWidget(part)
        self.body.addLayout(row([None, self.cancel, self.make], gap=12))
        self.problem.say("")
        self.make.clicked.connect(self._on_make)
        self.cancel.clicked.connect(self.close_sheet)
        self.retranslate()

    def open(self) -> None:
        """Show it empty, ready to type."""
        self._busy = False
        self.reason.clear()
        self.problem.say("")
        self.retranslate()
        super().open()
        self.reason.setFocus()

    def show_problem(self, question: str, remedy: str) -> None:
        """Say why no new act was made."""
        self._busy = False
        self.problem.say(question, remedy)
        self.retranslate()
        self.reason.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self._title.setText(self.tr("Correct by a new act"))
        self.setAccessibleName(self._title.text())
        self._promise.setText(
            self.tr("What was signed is not changed. A new act opens with everything it says; you correct and sign it.")
        )
        self._label.setText(self.tr("Why it is corrected"))
        self.reason.setAccessibleName(self._label.text())
        self.cancel.setText(self.tr("Leave it as it is"))
        self.make.setText(self.tr("Make the new act"))
        self.make.setEnabled(not self._busy)

    def _on_make(self) -> None:
        if not self._busy:
            self._busy = True
            self.problem.say("")
            self.retranslate()
            self.correct_asked.emit(self.reason.toPlainText())
