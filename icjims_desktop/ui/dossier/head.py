"""Head of a case: number, title, chips, time limits, who and where."""

from PySide6.QtCore import Signal

from icjims_desktop.ui.commands import cap_of
from icjims_desktop.ui.components.base import Translated, clear, column, row, set_surface
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.chip import Chip, ChipData
from icjims_desktop.ui.components.text import ElidedText, Mark, Text
from icjims_desktop.ui.dossier.data import DossierData
from icjims_desktop.ui.theme import Type
from icjims_desktop.ui.today.data import OPEN


class CaseHead(Translated):
    """Title and state first."""

    back_asked = Signal()
    step_asked = Signal()
    dues_asked = Signal()
    inventory_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case_head")
        set_surface(self, "head")
        self._data: DossierData | None = None
        self._back = Button("case_back", ButtonKind.LINK, "chevron_left", height=24)
        self._number = Text(Type.BODY, "text2")
        self._who_mark, self._who = Mark("person", "muted", 14), Text(Type.META, "muted")
        self._where_mark, self._where = Mark("place", "muted", 14), Text(Type.META, "muted")
        self._title = ElidedText(Type.TITLE)
        self._chips, self._deadlines = row([]), row([])
        self.add_step = Button("add_step_button", ButtonKind.PRIMARY, "plus", cap_of("add_step"))
        first = row([self._back, Text(Type.BODY, "muted", "/"), self._number, None])
        for part in (self._who_mark, self._who, self._where_mark, self._where):
            first.addWidget(part)
        second = row([self._title], gap=12)
        second.addLayout(self._chips)
        second.addStretch(1)
        second.addWidget(self.add_step)
        self.dues = Button("case_dues_button", ButtonKind.LINK, "clock", height=24)
        self.inventory = Button("case_inventory_button", ButtonKind.LINK, "printer", height=24)
        third = row([self._deadlines, self.dues, None, self.inventory])
        column([first, second, third], self, 7, (20, 10, 20, 10))
        self._back.clicked.connect(self.back_asked)
        self.add_step.clicked.connect(self.step_asked)
        self.dues.clicked.connect(self.dues_asked)
        self.inventory.clicked.connect(self.inventory_asked)
        self._retranslate()

    def show_data(self, data: DossierData) -> None:
        """Show a case."""
        self._data = data
        for layout, chips, name in (
            (self._chips, data.chips, "case_chip"),
            (self._deadlines, data.deadlines, "case_deadline"),
        ):
            clear(layout)
            for number, chip in enumerate(chips[:4]):
                layout.addWidget(_chip(f"{name}_{number}", chip))
        self._retranslate()

    def _retranslate(self) -> None:
        self._back.setText(self.tr("Cases"))
        self.add_step.setText(self.tr("Add a step"))
        self.inventory.setText(self.tr("Inventory…"))
        data = self._data
        if data is None:
            return
        open_ = sum(each.state in OPEN for each in data.dues)
        counted = self.tr("How they were counted: %n due date(s)", "", open_)
        self.dues.setText(counted if open_ else self.tr("Due dates"))
        self.dues.setVisible(bool(data.dues))
        self._number.setText(data.number)
        self._title.setText(data.title)
        who = self.tr("Responsible: {name}").format(name=data.responsible)
        self._who.say(who if data.responsible else "")
        self._who_mark.setVisible(bool(data.responsible))
        self._where.say(data.office)
        self._where_mark.setVisible(bool(data.office))
        self.add_step.setEnabled(data.may_add)


def _chip(name: str, data: ChipData) -> Chip:
    return Chip(name, data)
