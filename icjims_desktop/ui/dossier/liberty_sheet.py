"""Safeguards and custody of the persons of a case: what was done, by what it is shown, what is missing and where it
is recorded."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icjims_desktop.ui.components.base import clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import scroll_page
from icjims_desktop.ui.components.chip import Chip
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.progress import LedgerBar
from icjims_desktop.ui.components.text import ElidedText, Text
from icjims_desktop.ui.dossier.liberty import (
    NOT_APPLICABLE,
    kind_words,
    ledger_of,
    limit_words,
    stamp_chip,
    struck_words,
    tried_words,
    used_words,
    wall,
)
from icjims_desktop.ui.dossier.side import LineButton
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.wording import moment_words

if TYPE_CHECKING:
    from icjims_desktop.services.law.custody_told import Account, StruckTold
    from icjims_desktop.services.law.liberty import StampTold, Standing, State, Told, Where

WIDTH, LIST_WIDTH, HEIGHT = 980, 280, 540
CHIP_WIDTH = 168


class LibertySheet(Overlay):
    """Persons at the left; state, custody and stamps of the chosen one at the right."""

    record_asked = Signal(str, str)
    """A record and the field in it."""
    type_asked = Signal(str, str)
    """A new record of this type, and the field in it."""
    print_asked = Signal(str)
    """Id of the person whose passport is to be printed."""

    def __init__(self, cover: QWidget) -> None:
        super().__init__("liberty_sheet", cover, WIDTH)
        self._told: Told | None = None
        self._now: datetime | None = None
        self._chosen, self._unfolded = "", False
        self._title, self._printed = Text(Type.TITLE), Text(Type.META, "text2")
        self._printed.setObjectName("liberty_printed")
        self.put_away = Button("liberty_close", ButtonKind.QUIET, cap="Esc", height=28)
        self._persons: dict[str, LineButton] = {}
        listed, told = QWidget(), QWidget()
        self._list = column([], listed, 4, (2, 2, 8, 2))
        self._body = column([], told, 8, (12, 2, 8, 8))
        left, right = scroll_page("liberty_persons", listed), scroll_page("liberty_told", told)
        left.setFixedWidth(theme.px(LIST_WIDTH))
        for area in (left, right):
            area.setFixedHeight(theme.px(HEIGHT))
        self.body.addLayout(row([self._title, None, self._printed, self.put_away], gap=10))
        both = row([left], gap=8)
        both.addWidget(right, 1)
        self.body.addLayout(both)
        self.put_away.clicked.connect(self.close_sheet)

    def show_told(self, told: "Told", now: datetime) -> None:
        """Show the persons of a case; the one chosen before stays chosen."""
        self._told, self._now = told, now
        self.retranslate()

    def open_at(self, person: str) -> None:
        """Open the sheet at a person; at the first where there is no such."""
        self._unfolded = False
        self._printed.say("")
        self.open()
        self.choose(person)

    def say_printed(self, pages: int) -> None:
        """Tell that a passport was written."""
        self._printed.say(counts.pages(pages))

    def choose(self, person: str) -> None:
        """Show a person."""
        persons = self._told.persons if self._told else ()
        found = next((each for each in persons if each.person == person), next(iter(persons), None))
        if found is None:
            return
        self._chosen = found.person
        for name, line in self._persons.items():
            line.mark(chosen=name == found.person)
        self._show(found)
        if self.isVisible():
            self._persons[found.person].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self._title.setText(translate("LibertySheet", "Safeguards and custody"))
        self.put_away.setText(translate("LibertySheet", "Close"))
        clear(self._list)
        clear(self._body)
        self._persons = {}
        told = self._told
        if told is None:
            return
        for number, each in enumerate(told.persons):
            self._persons[each.person] = self._person_line(number, each)
            self._list.addWidget(self._persons[each.person])
        self._list.addStretch(1)
        self.choose(self._chosen)

    def _person_line(self, number: int, person: "Standing") -> LineButton:
        line = LineButton(f"liberty_person_{number}", f"{person.name}, {person.state.label}")
        words = [ElidedText(Type.STRONG, "text", person.name), ElidedText(Type.META, "muted", person.state.label)]
        box = column(words, line, 1)
        box.setContentsMargins(8, 6, 8, 6)
        line.clicked.connect(lambda _on=False, id_=person.person: self.choose(id_))
        return line

    # --- one person -------------------------------------------------------------------------------------------------

    def _show(self, person: "Standing") -> None:
        clear(self._body)
        self._add_state(person)
        if person.custody is not None or person.struck:
            self._body.addWidget(hairline())
            self._line(Text(Type.NAME, "text", translate("LibertySheet", "Custody")))
        if person.custody is not None:
            self._add_custody(person.custody)
        for number, each in enumerate(person.struck):
            self._add_struck(number, each)
        self._body.addWidget(hairline())
        self._add_stamps(person)
        self._body.addStretch(1)

    def _add_state(self, person: "Standing") -> None:
        self._body.addWidget(Text(Type.SECTION, "text", person.name, wrap=True))
        self._line(Text(Type.STRONG, "text", state_words(person.state, self._now), wrap=True))
        for taken in person.apprehended:
            pattern = translate("LibertySheet", "Actually apprehended: {words}")
            words = pattern.format(words=taken.words(languages.current.value))
            self._line(Text(Type.META_STRONG, "text", words, wrap=True))
        for each in person.state.findings:
            self._line(Text(Type.META, "text2", each.text, wrap=True))

    def _add_custody(self, account: "Account") -> None:
        now = self._now
        if now is None:
            return
        words = used_words(account)
        if account.limit is not None:
            words = f"{words}, {limit_words(account.limit)} ({account.limit.article})"
            self._body.addWidget(LedgerBar("liberty_ledger", ledger_of(account, account.limit), words))
        self._line(Text(Type.BODY, "text", words, wrap=True))
        if account.readings > 1:
            self._line(Text(Type.META_STRONG, "text", counts.readings(account.readings), wrap=True))
        for number, each in enumerate(account.segments):
            began = moment_words(wall(each.began), now)
            ended = moment_words(wall(each.ended), now) if each.ended else translate("LibertySheet", "still")
            until = moment_words(wall(each.until), now) if each.until and not each.ended else ""
            ordered = translate("LibertySheet", "ordered until {until}").format(until=until) if until else ""
            taken = translate("LibertySheet", "stated at the take-over") if each.declared else ""
            text = ", ".join(part for part in (f"{kind_words(each.kind)}: {began} – {ended}", ordered, taken) if part)
            line = LineButton(f"liberty_segment_{number}", text)
            row([], line, 8, (4, 2, 4, 2)).addWidget(Text(Type.BODY, "text2", text, wrap=True), 1)
            line.clicked.connect(lambda _on=False, record=each.record: self._ask_record(record, ""))
            self._body.addWidget(line)
        for misfit in account.findings:
            self._line(Text(Type.META_STRONG, "late", misfit.text, wrap=True))

    def _add_struck(self, number: int, struck: "StruckTold") -> None:
        """What an annulled record said, struck through, and who annulled it, when and why."""
        if self._now is None:
            return
        said, annulled = struck_words(struck, self._now)
        line = LineButton(f"liberty_struck_{number}", f"{said}. {annulled}")
        text = Text(Type.BODY, "muted", said, wrap=True)
        font = text.font()
        font.setStrikeOut(True)
        text.setFont(font)
        box = column([text, Text(Type.META, "late", annulled, wrap=True)], line, 1)
        box.setContentsMargins(4, 2, 4, 2)
        line.clicked.connect(lambda _on=False, record=struck.record: self._ask_record(record, ""))
        self._body.addWidget(line)

    def _add_stamps(self, person: "Standing") -> None:
        due = [each for each in person.stamps if each.status != NOT_APPLICABLE]
        other = [each for each in person.stamps if each.status == NOT_APPLICABLE]
        head = row([Text(Type.NAME, "text", translate("LibertySheet", "Safeguard passport")), None])
        paper = Button("liberty_print", ButtonKind.LINK, "printer", height=24)
        paper.setText(translate("LibertySheet", "Print"))
        paper.clicked.connect(lambda: self.print_asked.emit(person.person))
        head.addWidget(paper)
        self._body.addLayout(head)
        paper.setVisible(bool(due))
        if not due:
            nothing = translate("LibertySheet", "Nothing recorded of this person calls for a safeguard yet.")
            self._line(Text(Type.BODY, "muted", nothing, wrap=True))
        for number, each in enumerate(due):
            self._add_stamp(number, each)
        self._add_not_due(other)

    def _add_stamp(self, number: int, stamp: "StampTold") -> None:
        now = self._now
        if now is None:
            return
        chip = Chip(f"stamp_{number}_chip", stamp_chip(stamp, now))
        proof = self._proof(stamp, now)
        line = LineButton(f"stamp_{number}", ", ".join((stamp.label, chip.data.text, *proof)))
        words: QVBoxLayout = column([Text(Type.STRONG, "text", stamp.label, wrap=True)], gap=1)
        for each in proof:
            words.addWidget(Text(Type.META, "muted", each, wrap=True))
        holder = row([chip, None])
        frame = QWidget()
        frame.setFixedWidth(theme.px(CHIP_WIDTH))
        column([holder, None], frame)
        box = row([frame], line, 8, (4, 4, 4, 4))
        box.addLayout(words, 1)
        line.clicked.connect(lambda _on=False, record=stamp.record: self._ask_record(record, ""))
        self._body.addWidget(line)
        self._add_ways(number, stamp)

    def _add_ways(self, number: int, stamp: "StampTold") -> None:
        ways = row([], gap=8)
        ways.setContentsMargins(theme.px(CHIP_WIDTH) + 12, 0, 0, 4)
        for name, where, text in (
            ("record", stamp.record_it, translate("LibertySheet", "Record it")),
            ("why_not", stamp.say_why, translate("LibertySheet", "Record why not")),
        ):
            if where is not None:
                button = Button(f"stamp_{number}_{name}", ButtonKind.SECONDARY, height=28)
                button.setText(text)
                button.setAccessibleName(f"{text}: {stamp.label}")
                button.clicked.connect(lambda _on=False, place=where: self._go(place))
                ways.addWidget(button)
        if ways.count():
            ways.addStretch(1)
            self._body.addLayout(ways)

    @staticmethod
    def _proof(stamp: "StampTold", now: datetime) -> list[str]:
        shown = stamp.shown_by
        if stamp.at is not None:
            shown = f"{shown}: {moment_words(wall(stamp.at), now)}"
        if stamp.reason:
            shown = translate("LibertySheet", "reason: {reason}").format(reason=stamp.reason)
        unverified = "" if stamp.verified else translate("LibertySheet", "not yet checked against the law")
        law = " · ".join(part for part in (stamp.article, stamp.who, unverified) if part)
        tried = [tried_words(each, now) for each in stamp.attempts]
        return [part for part in (shown, *tried, law) if part]

    def _add_not_due(self, other: "list[StampTold]") -> None:
        if not other:
            return
        fold = Button("liberty_not_due", ButtonKind.LINK, height=24, trailing_icon="chevron_down")
        fold.setText(counts.not_due(len(other)))
        fold.clicked.connect(self._on_fold)
        self._body.addLayout(row([fold, None]))
        if self._unfolded:
            words = "; ".join(f"{each.label} ({each.article})" for each in other)
            self._line(Text(Type.META, "muted", words, wrap=True))

    def _line(self, text: Text) -> None:
        self._body.addWidget(text)

    # --- what is done -----------------------------------------------------------------------------------------------

    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        self.choose(self._chosen)

    def _go(self, where: "Where") -> None:
        if where.record:
            self._ask_record(where.record, where.field)
        else:
            self.close_sheet()
            self.type_asked.emit(where.type, where.field)

    def _ask_record(self, record: str, field: str) -> None:
        if record:
            self.close_sheet()
            self.record_asked.emit(record, field)


def state_words(state: "State", now: datetime | None) -> str:
    """The state, since when and by what; every reading where they differ."""
    words = " / ".join(state.readings) if state.readings else state.label
    if state.since is None or now is None:
        return words
    pattern = translate("LibertySheet", "{state} since {since}: {why}")
    return pattern.format(state=words, since=moment_words(wall(state.since), now), why=state.why)
