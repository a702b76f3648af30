"""Under the timeline: what can be done with the step that is marked, with its keys."""

from PySide6.QtCore import Signal

from icjims_desktop.ui.commands import cap_of
from icjims_desktop.ui.components.base import Translated, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.text import ElidedText
from icjims_desktop.ui.components.timeline import TimelineRow
from icjims_desktop.ui.theme import Type

SIGN, COUNTERSIGN, CORRECT, LETTER, PRINT = "sign", "countersign", "correct", "letter", "print"


class StepBar(Translated):
    """Sign, countersign, correct by a new act, print, write the letter; hidden where nothing of it may be done."""

    sign_asked = Signal(str)
    correct_asked = Signal(str)
    letter_asked = Signal(str)
    print_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("step_bar")
        self._row: TimelineRow | None = None
        self._name = ElidedText(Type.META, "text2")
        self.sign = Button("step_sign", ButtonKind.SECONDARY, "signed", cap_of("sign"), height=28)
        self.correct = Button("step_correct", ButtonKind.SECONDARY, "document", cap_of("correct"), height=28)
        self.letter = Button("step_letter", ButtonKind.SECONDARY, "printer", height=28)
        self.print = Button("step_print", ButtonKind.SECONDARY, "printer", cap_of("print"), height=28)
        line = row([], self, 8, (16, 6, 16, 6))
        line.addWidget(self._name, 1)
        line.addWidget(self.letter)
        line.addWidget(self.print)
        line.addWidget(self.sign)
        line.addWidget(self.correct)
        self.sign.clicked.connect(self.ask_sign)
        self.correct.clicked.connect(self.ask_correct)
        self.letter.clicked.connect(self.ask_letter)
        self.print.clicked.connect(self.ask_print)
        self.show_row(None)

    def show_row(self, shown: TimelineRow | None) -> None:
        """Offer what may be done with this step."""
        self._row = shown
        actions = shown.actions if shown else ()
        self.setVisible(bool(actions))
        self.sign.setVisible(bool({SIGN, COUNTERSIGN} & set(actions)))
        self.correct.setVisible(CORRECT in actions)
        self.letter.setVisible(LETTER in actions)
        self.print.setVisible(PRINT in actions)
        self._retranslate()

    def ask_sign(self) -> None:
        """Sign or countersign the step that is marked, where that may be."""
        if self._row is not None and {SIGN, COUNTERSIGN} & set(self._row.actions):
            self.sign_asked.emit(self._row.record_id)

    def ask_correct(self) -> None:
        """Correct the step that is marked by a new act, where that may be."""
        if self._row is not None and CORRECT in self._row.actions:
            self.correct_asked.emit(self._row.record_id)

    def ask_letter(self) -> None:
        """Write the letter that goes with the step that is marked, where there is one."""
        if self._row is not None and LETTER in self._row.actions:
            self.letter_asked.emit(self._row.record_id)

    def ask_print(self) -> None:
        """Print the step that is marked, where it is a paper."""
        if self._row is not None and PRINT in self._row.actions:
            self.print_asked.emit(self._row.record_id)

    def _retranslate(self) -> None:
        self._name.setText(self._row.text if self._row else "")
        second = self._row is not None and COUNTERSIGN in self._row.actions
        self.sign.setText(self.tr("Countersign") if second else self.tr("Sign"))
        self.correct.setText(self.tr("Correct by a new act"))
        self.letter.setText(self.tr("Letter to the prosecutor"))
        self.print.setText(self.tr("Print…"))
