"""At the right of a person's form: who seems to be the same person, how likely, and why."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.components.base import Translated, clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card, scroll_page
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.theme import Type, theme

MOST_SHOWN = 5
HEIGHT = 300


@dataclass(frozen=True, slots=True)
class LikelyPerson:
    """A record that may be of the same person: name, what tells him from others, score in per cent, and the reasons.

    `linked`: an officer has said so already.
    """

    record_id: str
    case_id: str
    name: str
    remark: str
    score: int = 0
    likely: bool = False
    linked: bool = False
    reasons: tuple[str, ...] = ()


class LikelyCard(Translated):
    """Those who are likely, the best first; hidden while there is nobody. It only offers: nothing is joined here."""

    opened = Signal(object)
    """A LikelyPerson whose record is to be opened."""
    chosen = Signal(object)
    """A LikelyPerson who is the one: in place of a new record, or to be linked with the present one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("likely_persons")
        self.setFixedWidth(theme.px(212))
        self._persons: tuple[LikelyPerson, ...] = ()
        self._known = False
        self._title = Text(Type.NAME, wrap=True)
        self._remark = Text(Type.META, "text2", wrap=True)
        content = QWidget()
        self._rows = column([], content, gap=8)
        self._scroll = scroll_page("likely_scroll", content)
        card = Card("likely_card", (12, 10, 8, 10), 6)
        head = row([], gap=8)
        head.addWidget(Mark("info", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._remark)
        card.body.addWidget(self._scroll)
        row([card], self)
        self.hide()
        self._retranslate()

    @property
    def persons(self) -> tuple[LikelyPerson, ...]:
        """Who is shown."""
        return self._persons

    def show_persons(self, persons: tuple[LikelyPerson, ...], *, known: bool) -> None:
        """Show these; `known`: the form is of a record that exists already."""
        self._persons, self._known = persons[:MOST_SHOWN], known
        self._retranslate()
        self.setVisible(bool(persons))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Perhaps recorded already"))
        self._remark.say(self.tr("The program only compares. Whether it is one person, you decide."))
        self.setAccessibleName(self._title.text())
        clear(self._rows)
        for number, each in enumerate(self._persons):
            if number:
                self._rows.addWidget(hairline())
            self._add(number, each)
        self._rows.addStretch(1)
        self._scroll.setFixedHeight(theme.px(HEIGHT if self._persons else 0))

    def _add(self, number: int, person: LikelyPerson) -> None:
        chip = Chip(f"likely_score_{number}")
        chip.show_data(self._chip(person))
        parts = [Text(Type.NAME, "text", person.name, wrap=True), Text(Type.META, "text2", person.remark, wrap=True)]
        for each in parts:
            self._rows.addWidget(each)
        self._rows.addLayout(row([chip, None]))
        opened = Button(f"likely_open_{number}", ButtonKind.LINK)
        opened.setText(self.tr("Open"))
        opened.setAccessibleName(f"{opened.text()}: {person.name}")
        opened.clicked.connect(lambda: self.opened.emit(person))
        self._rows.addLayout(row([opened, None]))
        if not person.linked:
            chosen = Button(f"likely_choose_{number}", ButtonKind.LINK)
            chosen.setText(self.tr("One person…") if self._known else self.tr("Use this one"))
            chosen.setAccessibleName(f"{chosen.text()}: {person.name}")
            chosen.clicked.connect(lambda: self.chosen.emit(person))
            self._rows.addLayout(row([chosen, None]))
        for reason in person.reasons:
            self._rows.addWidget(Text(Type.META, "muted", reason, wrap=True))

    def _chip(self, person: LikelyPerson) -> ChipData:
        if person.linked:
            return ChipData(self.tr("linked"), ChipKind.OK, "tick")
        kind = ChipKind.DUE if person.likely else ChipKind.NEUTRAL
        return ChipData(f"{person.score} %", kind)
