"""The peek: what the list knows of a case, without opening it."""

from PySide6.QtCore import Signal

from icjims_desktop.ui.cases.data import CaseRow
from icjims_desktop.ui.components.base import Translated, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import Type, theme


class CasePeek(Translated):
    """A card of 332 pixels beside the list."""

    open_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case_peek")
        self.setFixedWidth(theme.px(332))
        self._case: CaseRow | None = None
        self._mark = ""
        self._number = Text(Type.META, "muted")
        self._title = Text(Type.SECTION, wrap=True)
        self._qualification = Text(Type.BODY, "text2", wrap=True)
        self._brief = Text(Type.META, "text2", wrap=True)
        self._stage, self._deadline = Chip("peek_stage"), Chip("peek_deadline")
        self._names = [Text(Type.META, "muted") for _ in range(3)]
        self._values = [Text(Type.BODY, "text", wrap=True) for _ in range(3)]
        self.open = Button("peek_open", ButtonKind.PRIMARY, cap="Enter")
        card = Card("peek_card")
        row([card], self)
        for part in (self._number, self._title, self._qualification, self._brief):
            card.body.addWidget(part)
        card.body.addLayout(row([self._stage, None]))
        card.body.addLayout(row([self._deadline, None]))
        card.body.addWidget(hairline())
        for name, value in zip(self._names, self._values, strict=True):
            card.body.addWidget(name)
            card.body.addWidget(value)
        card.body.addStretch(1)
        card.body.addLayout(row([self.open, None]))
        self.open.clicked.connect(self._on_open)
        self._retranslate()

    def show_case(self, case: CaseRow, mark: str) -> None:
        """Show a case of the list."""
        self._case, self._mark = case, mark
        self._retranslate()

    def _on_open(self) -> None:
        if self._case is not None:
            self.open_asked.emit(self._case.case_id)

    def _retranslate(self) -> None:
        self.open.setText(self.tr("Open"))
        names = (self.tr("Responsible"), self.tr("Changed"), self.tr("Centre"))
        for label, text in zip(self._names, names, strict=True):
            label.setText(text)
        case = self._case
        if case is None:
            return
        self._number.setText(case.number)
        self._title.setText(case.title)
        self._qualification.setText(case.qualification)
        brief = self.tr("A colleague's case: only what finds it is shown. Open it and state a purpose to see the rest.")
        self._brief.say(brief if case.brief else "")
        self._stage.setVisible(bool(case.stage))
        self._stage.show_data(ChipData(case.stage, ChipKind.ACCENT))
        self._deadline.setVisible(case.deadline is not None)
        if case.deadline is not None:
            self._deadline.show_data(case.deadline)
        values = (case.responsible, case.changed, self._mark)
        for label, text in zip(self._values, values, strict=True):
            label.setText(text)
