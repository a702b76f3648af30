"""The page of people: records that may be of one person side by side; the program compares, an officer decides."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from icjims_desktop.ui.components.avatar import Avatar
from icjims_desktop.ui.components.base import Page, Translated, clear, column, row, vertical_line
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card, scroll_page
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind, ChoiceChip
from icjims_desktop.ui.components.flow import Flow
from icjims_desktop.ui.components.notice import StateWords
from icjims_desktop.ui.components.reason_sheet import ReasonSheet
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.people.data import DIFFERENT, SAME, Pair, Side
from icjims_desktop.ui.theme import Type, theme

UNDECIDED, DECIDED = "undecided", "decided"
MOST_SHOWN = 30


class PairCard(Translated):
    """Two records, how much speaks for one person, and what can be said of them."""

    opened = Signal(object)
    """A Side whose record is to be opened."""
    said = Signal(object, str)
    """The Pair, and what is said of it: `same` or `different`."""
    taken_back = Signal(object)

    def __init__(self, pair: Pair, number: int) -> None:
        super().__init__()
        self.pair = pair
        card = Card(f"pair_{number}", (16, 12, 16, 12), 8)
        sides = row([], gap=16)
        self._opens = [Button(f"pair_{number}_open_{at}", ButtonKind.LINK, height=24) for at in range(2)]
        for at, side in enumerate((pair.one, pair.other)):
            if at:
                sides.addWidget(vertical_line(44))
            sides.addLayout(self._side(side, self._opens[at]), 1)
        self.score = Chip(f"pair_{number}_score")
        sides.addWidget(self.score, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(sides)
        if pair.reasons:
            card.body.addWidget(Text(Type.META, "text2", " · ".join(pair.reasons), wrap=True))
        self.same = Button(f"pair_{number}_same", ButtonKind.SECONDARY, "person", height=28)
        self.different = Button(f"pair_{number}_different", ButtonKind.SECONDARY, "people", height=28)
        self.undo = Button(f"pair_{number}_undo", ButtonKind.SECONDARY, "undo", height=28)
        card.body.addWidget(Flow((self.same, self.different, self.undo)))
        self.same.setVisible(not pair.said)
        self.different.setVisible(not pair.said)
        self.undo.setVisible(bool(pair.said))
        row([card], self)
        self.same.clicked.connect(lambda: self.said.emit(pair, SAME))
        self.different.clicked.connect(lambda: self.said.emit(pair, DIFFERENT))
        self.undo.clicked.connect(lambda: self.taken_back.emit(pair))
        self._retranslate()

    def _side(self, side: Side, opener: Button) -> QVBoxLayout:
        head = row([Avatar(side.name)], gap=10)
        remark = " · ".join(part for part in (side.remark, side.number) if part)
        names = column(
            [Text(Type.NAME, "text", side.name, wrap=True), Text(Type.META, "muted", remark, wrap=True)], gap=1
        )
        head.addLayout(names, 1)
        opener.clicked.connect(lambda _on=False, chosen=side: self.opened.emit(chosen))
        return column([head, row([opener, None])], gap=2)

    def _retranslate(self) -> None:
        kind = ChipKind.ACCENT if self.pair.likely else ChipKind.NEUTRAL
        self.score.show_data(ChipData(self.tr("alike: {score} %").format(score=self.pair.score), kind))
        names = f"{self.pair.one.name} — {self.pair.other.name}"
        for opener, side in zip(self._opens, (self.pair.one, self.pair.other), strict=True):
            opener.setText(self.tr("Open the record"))
            opener.setAccessibleName(f"{opener.text()}: {side.name}")
        self.same.setText(self.tr("It is one person…"))
        self.different.setText(self.tr("They are different persons…"))
        one = self.pair.said == SAME
        self.undo.setText(self.tr("Said to be one: take back…") if one else self.tr("Said to be different: take back…"))
        for each in (self.same, self.different, self.undo):
            each.setAccessibleName(f"{each.text()} {names}")


class PeopleView(Page):
    """Pairs of which nobody has said anything yet, or those of which something stands."""

    opened = Signal(object)
    said = Signal(object, str)
    taken_back = Signal(object)
    which_chosen = Signal(str)
    state_acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people")
        self._shown: tuple[Pair, ...] = ()
        self._which = UNDECIDED
        self.cards: list[PairCard] = []
        """The pairs shown, in their order."""
        self._title, self._remark = Text(Type.TITLE), Text(Type.BODY, "muted")
        self.undecided = ChoiceChip("people_undecided", height=28)
        self.decided = ChoiceChip("people_decided", height=28)
        self._group = QButtonGroup(self)
        for chip, which in ((self.undecided, UNDECIDED), (self.decided, DECIDED)):
            self._group.addButton(chip)
            chip.clicked.connect(lambda _on=False, chosen=which: self.which_chosen.emit(chosen))
        content = QWidget()
        self._list = column([], content, 10, (0, 0, 8, 0))
        self.states = StateStack("people_states", scroll_page("people_scroll", content))
        self._rest = Text(Type.META, "muted")
        head = row([self._title, self._remark, None], gap=12)
        outer = column([head, row([self.undecided, self.decided, None])], self, 12, (20, 14, 20, 12))
        outer.addWidget(self.states, 1)
        outer.addWidget(self._rest)
        self.reason = ReasonSheet("people_reason", self)
        self.states.acted.connect(self.state_acted)
        self.start = self.undecided
        self._retranslate()

    def show_pairs(self, pairs: tuple[Pair, ...], which: str) -> None:
        """Show these; `which`: those undecided, or those decided."""
        self._shown, self._which = pairs, which
        self.undecided.setChecked(which == UNDECIDED)
        self.decided.setChecked(which == DECIDED)
        clear(self._list)
        self.cards.clear()
        for number, each in enumerate(pairs[:MOST_SHOWN]):
            card = PairCard(each, number)
            card.opened.connect(self.opened)
            card.said.connect(self.said)
            card.taken_back.connect(self.taken_back)
            self._list.addWidget(card)
            self.cards.append(card)
        self._list.addStretch(1)
        self._retranslate()
        self.states.show_state(PageState.READY if pairs else PageState.EMPTY)

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading or an error."""
        self.states.show_state(state, reason)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("People"))
        self._remark.setText(self.tr("Records that may be of one person. The program compares; you decide."))
        self.undecided.setText(self.tr("Perhaps one person"))
        self.decided.setText(self.tr("Already decided"))
        for chip in (self.undecided, self.decided):
            chip.updateGeometry()
        rest = len(self._shown) - MOST_SHOWN
        self._rest.say(self.tr("and %n more pair(s) after these", "", rest) if rest > 0 else "")
        fact, why = (
            self.tr("No two records seem to be of one person"),
            self.tr("Compared are records with the same personal number, document or day of birth."),
        )
        if self._which == DECIDED:
            fact, why = (
                self.tr("Nobody has decided anything yet"),
                self.tr("What is decided stands here, and can be taken back."),
            )
        self.states.say_empty(StateWords("people", fact, why))
        self.states.retranslate()
        self.setMinimumWidth(theme.px(400))
