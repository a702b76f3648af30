"""The page of papers: cases taken over from paper, one or many, and the journals of the office on paper."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from icjims_desktop.ui.components.base import Page, Translated, clear, column, hairline, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card, scroll_page
from icjims_desktop.ui.components.choice_box import ChoiceBox
from icjims_desktop.ui.components.flow import Flow
from icjims_desktop.ui.components.notice import InlineProblem
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.i18n.dates import format_date, parse_date
from icjims_desktop.ui.papers.data import Checked, Journal
from icjims_desktop.ui.theme import Type, theme

PLACE = 128


class TakeoverCard(Translated):
    """One case by its form, or many by a workbook that is checked before anything of it is recorded."""

    case_asked = Signal()
    template_asked = Signal()
    check_asked = Signal()
    take_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._checked: Checked | None = None
        self._title, self._text = Text(Type.SECTION), Text(Type.BODY, "text2", wrap=True)
        self.one = Button("take_case", ButtonKind.SECONDARY, "plus")
        self._many, self._how = Text(Type.STRONG), Text(Type.BODY, "text2", wrap=True)
        self.template = Button("take_template", ButtonKind.SECONDARY, "document")
        self.check = Button("take_check", ButtonKind.SECONDARY, "folder")
        self.take = Button("take_all", ButtonKind.PRIMARY, "tick")
        self._result = Text(Type.STRONG, wrap=True)
        content = QWidget()
        self._mistakes = column([], content, 4, (0, 0, 8, 0))
        self._scroll = scroll_page("take_mistakes", content)
        card = Card("takeover_card", gap=10)
        for part in (self._title, self._text):
            card.body.addWidget(part)
        card.body.addLayout(row([self.one, None]))
        card.body.addWidget(hairline())
        for part in (self._many, self._how):
            card.body.addWidget(part)
        card.body.addWidget(Flow((self.template, self.check, self.take)))
        card.body.addWidget(self._result)
        card.body.addWidget(self._scroll, 1)
        row([card], self)
        self.one.clicked.connect(self.case_asked)
        self.template.clicked.connect(self.template_asked)
        self.check.clicked.connect(self.check_asked)
        self.take.clicked.connect(self.take_asked)
        self._retranslate()

    def show_checked(self, checked: Checked | None) -> None:
        """Show what a workbook comes to; None while there is none."""
        self._checked = checked
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Cases on paper"))
        self._text.setText(self.tr("A case that was begun on paper goes on here: the case, then its take-over."))
        self.one.setText(self.tr("Take one case over"))
        self._many.setText(self.tr("Many cases at once"))
        self._how.setText(
            self.tr("Fill in the template, then have it checked. Nothing is recorded while one row is wrong.")
        )
        self.template.setText(self.tr("Write the template…"))
        self.check.setText(self.tr("Check a workbook…"))
        checked = self._checked
        clear(self._mistakes)
        self._say_result(checked)
        for place, words in checked.mistakes if checked else ():
            line = row([], gap=8)
            where = Text(Type.META_STRONG, "late", place)
            where.setFixedWidth(theme.px(PLACE))
            line.addWidget(where)
            line.addWidget(Text(Type.BODY, "text", words, wrap=True), 1)
            self._mistakes.addLayout(line)
        self._mistakes.addStretch(1)

    def _say_result(self, checked: Checked | None) -> None:
        ready = checked is not None and not checked.mistake_count and not checked.recorded and checked.cases > 0
        self.take.setVisible(ready)
        if checked is None:
            self._result.say("")
            return
        self.take.setText(self.tr("Take over %n case(s)", "", checked.cases))
        self.take.updateGeometry()
        if checked.mistake_count:
            words = self.tr("{file}: %n mistake(s). Nothing was recorded.", "", checked.mistake_count)
        elif checked.recorded:
            words = self.tr("{file}: %n case(s) taken over, persons: {persons}.", "", checked.cases)
        else:
            words = self.tr(
                "{file}: no mistake. New cases: {cases}, persons: {persons}; recorded already: {unchanged}."
            )
        numbers = {"cases": checked.cases, "persons": checked.persons, "unchanged": checked.unchanged}
        self._result.say(words.format(file=checked.file, **numbers))


class JournalCard(Translated):
    """A journal of the office between two days, as numbered pages for stamping."""

    print_asked = Signal(str, object, object)
    """Code of the journal, first and last day."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._text = Text(Type.SECTION), Text(Type.BODY, "text2", wrap=True)
        self.name = ChoiceBox("journal_name")
        self._from_label, self._to_label = Text(Type.BODY), Text(Type.BODY)
        self.begin, self.end = QLineEdit(), QLineEdit()
        for edit, name in ((self.begin, "journal_from"), (self.end, "journal_to")):
            edit.setObjectName(name)
            edit.setFixedWidth(theme.px(120))
        self._from_label.setBuddy(self.begin)
        self._to_label.setBuddy(self.end)
        self.problem = InlineProblem("journal_problem")
        self.write = Button("journal_write", ButtonKind.PRIMARY, "printer")
        self._today = date.min
        card = Card("journal_card", gap=10)
        days = row([self._from_label, self.begin, 8, self._to_label, self.end, None], gap=8)
        for part in (self._title, self._text, self.name):
            card.body.addWidget(part)
        card.body.addLayout(days)
        card.body.addWidget(self.problem)
        card.body.addLayout(row([self.write, None]))
        card.body.addStretch(1)
        row([card], self)
        self.problem.say("")
        self.write.clicked.connect(self._on_write)
        for edit in (self.begin, self.end):
            edit.returnPressed.connect(self._on_write)
        self._retranslate()

    def show_journals(self, journals: tuple[Journal, ...], today: date) -> None:
        """Offer these; of days that nobody stated yet the month so far."""
        chosen, self._today = self.chosen, today
        self.name.clear()
        for each in journals:
            self.name.addItem(each.name, each.code)
        self.name.setCurrentIndex(max(self.name.findData(chosen), 0))
        if not self.begin.text() and not self.end.text():
            self.begin.setText(format_date(today.replace(day=1)))
            self.end.setText(format_date(today))

    @property
    def chosen(self) -> str:
        """The code of the journal that is chosen."""
        return str(self.name.currentData() or "")

    def focus_first(self) -> None:
        """Ready to choose."""
        self.name.setFocus()

    def _on_write(self) -> None:
        begin, end = (parse_date(each.text(), self._today) for each in (self.begin, self.end))
        if begin is None or end is None:
            self.problem.say(self.tr("Which day is meant?"), self.tr("A day is written as 24.11.2026."))
            (self.begin if begin is None else self.end).setFocus()
        elif end < begin:
            self.problem.say(self.tr("The last day is before the first."), self.tr("Change one of the two."))
            self.end.setFocus()
        else:
            self.problem.say("")
            self.print_asked.emit(self.chosen, begin, end)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Journals of the office"))
        self._text.setText(
            self.tr("Each page tells its number of all, what it counts, and has lines for signature and stamp.")
        )
        self._from_label.setText(self.tr("From"))
        self._to_label.setText(self.tr("to"))
        self.name.setAccessibleName(self.tr("Which journal"))
        self.begin.setAccessibleName(self.tr("First day"))
        self.end.setAccessibleName(self.tr("Last day"))
        self.write.setText(self.tr("Write the PDF…"))


class PapersView(Page):
    """Two cards side by side; nothing here is shown to who has no right to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("papers")
        self._title, self._remark = Text(Type.TITLE), Text(Type.BODY, "muted")
        self.takeover, self.journals = TakeoverCard(), JournalCard()
        page = row([], gap=12)
        page.addWidget(self.takeover, 1)
        page.addWidget(self.journals, 1)
        outer = column([row([self._title, self._remark, None], gap=12)], self, 12, (20, 14, 20, 12))
        outer.addLayout(page, 1)
        self.start = self.takeover.one
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Papers"))
        self._remark.setText(self.tr("An act is printed on the page of its case: P"))
