"""The page of a case: what the law lets you do now, the story, and whom it touches."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from icjims_desktop.ui.commands import CommandSet, Offered
from icjims_desktop.ui.components.base import Page, clear, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card, SectionHead
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.notice import StateWords
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.components.timeline import TimelineView
from icjims_desktop.ui.dossier.acts import ActCard
from icjims_desktop.ui.dossier.data import DossierData, StepKind
from icjims_desktop.ui.dossier.due_sheet import DueSheet
from icjims_desktop.ui.dossier.head import CaseHead
from icjims_desktop.ui.dossier.liberty_sheet import LibertySheet
from icjims_desktop.ui.dossier.purpose_sheet import PurposeSheet
from icjims_desktop.ui.dossier.side import CaseSide
from icjims_desktop.ui.dossier.step_bar import StepBar
from icjims_desktop.ui.dossier.step_sheet import StepSheet
from icjims_desktop.ui.families import icon_of
from icjims_desktop.ui.theme import Type

CARDS, STEP = 4, "step:"


class DossierView(Page):
    """A case is a story in sentences beside the people and measures it touches."""

    back_asked = Signal()
    act_chosen = Signal(str)
    """Id of the ActOffer to begin."""
    step_opened = Signal(str)
    person_opened = Signal(str)
    document_opened = Signal(str)
    field_asked = Signal(str, str)
    """A record and the field to fill in it; without a field the record alone."""
    new_asked = Signal(str, str)
    """A record type to be begun, and the field to fill in it."""
    inventory_asked = Signal()
    state_acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dossier")
        self._data: DossierData | None = None
        self.head, self.side = CaseHead(), CaseSide()
        self.timeline, self.bar = TimelineView("case_timeline"), StepBar()
        self.sheet, self.dues, self.passports = StepSheet(self), DueSheet(self), LibertySheet(self)
        self.purpose = PurposeSheet(self)
        self._law_title = Text(Type.SECTION)
        self.all_acts = Button("all_acts_button", ButtonKind.LINK, height=24, trailing_icon="chevron_right")
        self._cards, self._kind_row = row([], gap=10), row([])
        self._kinds = QButtonGroup(self)
        self._story = SectionHead()
        self.states = StateStack("dossier_states", self._make_page())
        column([self.head], self, 0).addWidget(self.states, 1)
        self._connect()
        self.start = self.timeline
        self._retranslate()

    def show_data(self, data: DossierData) -> None:
        """Show a case; the place in the timeline is kept when it is the same case."""
        again = self._data is not None and self._data.case_id == data.case_id
        place = self.timeline.verticalScrollBar().value() if again else 0
        self._data = data
        self.head.show_data(data)
        self.side.show_data(data)
        self.timeline.steps.show_rows(data.steps)
        self.timeline.verticalScrollBar().setValue(place)
        self.sheet.show_offers(data.offers)
        if data.now is not None:
            self.dues.show_dues(data.dues, data.now)
        if data.now is not None and data.told is not None:
            self.passports.show_told(data.told, data.now)
        self._show_cards(data)
        self._show_kinds(data.kinds)
        self.states.show_state(PageState.READY)
        self._retranslate()

    @property
    def sheets(self) -> tuple[QWidget, ...]:
        """What lies over the page when it is open."""
        return (self.sheet, self.dues, self.passports, self.purpose)

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading, error, no permission."""
        self.states.show_state(state, reason)

    def _make_page(self) -> QWidget:
        page = QWidget()
        story = Card("case_story", (1, 9, 1, 4), 4)
        self._story.layout_row.setContentsMargins(15, 0, 14, 0)
        self._story.layout_row.addLayout(self._kind_row)
        story.body.addWidget(self._story)
        story.body.addWidget(self.timeline, 1)
        story.body.addWidget(self.bar)
        law = row([self._law_title, None, self.all_acts])
        left = column([law, self._cards], gap=8)
        left.addSpacing(4)
        left.addWidget(story, 1)
        line = row([], page, gap=16, margins=(20, 12, 20, 12))
        line.addLayout(left, 1)
        line.addWidget(self.side)
        return page

    def _connect(self) -> None:
        self.head.back_asked.connect(self.back_asked)
        self.head.step_asked.connect(self.sheet.open)
        self.head.inventory_asked.connect(self.inventory_asked)
        self.head.dues_asked.connect(lambda: self.dues.open_at(""))
        self.dues.record_asked.connect(self.step_opened)
        self.side.passport_asked.connect(self.passports.open_at)
        self.side.record_opened.connect(self.step_opened)
        self.passports.record_asked.connect(self.field_asked)
        self.passports.type_asked.connect(self.new_asked)
        self.all_acts.clicked.connect(self.sheet.open)
        self.sheet.act_chosen.connect(self.act_chosen)
        self.timeline.opened.connect(self.step_opened)
        self.timeline.marked.connect(self.bar.show_row)
        self.side.person_opened.connect(self.person_opened)
        self.side.document_opened.connect(self.document_opened)
        self.side.file_opened.connect(self.field_asked)
        self.states.acted.connect(self.state_acted)
        commands = CommandSet(self)
        commands.add("add_step", lambda _key: self.sheet.open(), self._may_add)
        commands.add("choose_act", self._on_digit, self._may_add)
        commands.add("sign", lambda _key: self.bar.ask_sign(), self._is_free)
        commands.add("correct", lambda _key: self.bar.ask_correct(), self._is_free)
        commands.add("print", lambda _key: self.bar.ask_print(), self._is_free)
        commands.add("inventory", lambda _key: self.inventory_asked.emit(), self._is_free)
        commands.add("due_dates", lambda _key: self.dues.open_at(""), lambda: self._is_free() and self._has_dues())
        commands.add("safeguards", self._on_safeguards, lambda: self._is_free() and self._has_passports())

        commands.add_found(self._steps, self._on_step_found)

    def _steps(self) -> Iterator[Offered]:
        """The steps that can be recorded now, for the search box."""
        for each in self._data.offers if self._data is not None and self._may_add() else ():
            if each.allowed:
                yield Offered(f"{STEP}{each.id}", each.title, each.names, icon=icon_of(each.id))

    def _on_step_found(self, offered_id: str) -> None:
        self.act_chosen.emit(offered_id.removeprefix(STEP))

    def _may_add(self) -> bool:
        return self._data is not None and self._data.may_add and not any(each.isVisible() for each in self.sheets)

    def _is_free(self) -> bool:
        return self._data is not None and not any(each.isVisible() for each in self.sheets)

    def _has_dues(self) -> bool:
        return self._data is not None and bool(self._data.dues)

    def _has_passports(self) -> bool:
        return self._data is not None and bool(self._data.passports)

    def _on_safeguards(self, _key: str) -> None:
        if self._data is not None and self._data.passports:
            self.passports.open_at(self._data.passports[0].person)

    def _on_digit(self, key: str) -> None:
        number = int(key) - 1
        offers = self._data.offers[:CARDS] if self._data else ()
        if number < len(offers):
            chosen = offers[number]
            (self.act_chosen.emit if chosen.allowed else self.sheet.open_at)(chosen.id)

    def _show_cards(self, data: DossierData) -> None:
        clear(self._cards)
        for number, offer in enumerate(data.offers[:CARDS], start=1):
            card = ActCard(offer, number)
            card.clicked.connect(lambda _on=False, key=str(number): self._on_digit(key))
            self._cards.addWidget(card, 1)

    def _show_kinds(self, kinds: tuple[StepKind, ...]) -> None:
        clear(self._kind_row)
        for number, kind in enumerate(kinds):
            text = f"{kind.text} {kind.count}" if kind.id else kind.text
            chip = ChoiceChip(f"steps_{kind.id or 'all'}", text)
            chip.setChecked(number == 0)
            chip.clicked.connect(lambda _on=False, chosen=kind.id: self.timeline.steps.filter_kind(chosen))
            self._kinds.addButton(chip)
            self._kind_row.addWidget(chip)

    def _retranslate(self) -> None:
        data = self._data
        self._law_title.setText(self.tr("What can be recorded"))
        count = len(data.offers) if data else 0
        self.all_acts.setText(self.tr("All %n step(s)", "", count))
        self.all_acts.setVisible(count > CARDS)
        steps = len(data.steps) if data else 0
        self._story.say(self.tr("Events"), self.tr("%n step(s)", "", steps))
        self.timeline.setAccessibleName(self.tr("Events of the case"))
        self.states.say_empty(StateWords("folder", self.tr("No case is open"), self.tr("Choose one in the list.")))
        self.states.retranslate()
        self.sheet.retranslate()
        self.dues.retranslate()
        self.passports.retranslate()
