"""Beside the timeline: participants, measures in force, safeguards, documents."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from icjims_desktop.ui.components.avatar import Avatar
from icjims_desktop.ui.components.base import Translated, clear, column, hairline, row
from icjims_desktop.ui.components.card import Card, scroll_page
from icjims_desktop.ui.components.chip import Chip, ChipData
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.components.progress import LedgerBar, SegmentBar
from icjims_desktop.ui.components.text import ElidedText, Mark, Text
from icjims_desktop.ui.dossier.data import DocumentLine, DossierData, Doubt, Measure, Participant, Safeguards, TimeAlert
from icjims_desktop.ui.theme import Type, theme

_TONES: Final = {"suspected": "due", "convicted": "late", "victim": "accent", "other": "text2"}
"""The colour of each category of persons, beside its words (Directive (EU) 2016/680, art. 6)."""

MOST_LINES = 3
"""So many missing safeguards of a person are written out; the sheet tells all."""


FILES = 6
"""So many files of a case are listed, the newest first."""


class LineButton(Pressable):
    """A line that opens something: its parts are labels, its whole is pressed."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._chosen = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self, *, chosen: bool) -> None:
        """Show it as the one chosen of several."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus, and the ground of the chosen one; the labels draw themselves."""
        del event
        if self._chosen:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()
        if self.hasFocus() or self.underMouse():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "line2"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def sizeHint(self) -> QSize:
        """What the labels need."""
        inner = self.layout()
        return inner.sizeHint() if inner is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        """As the labels have it: words that are wrapped are never cut off."""
        inner = self.layout()
        return inner is not None and inner.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """What the labels need at this width."""
        inner = self.layout()
        return inner.heightForWidth(width) if inner is not None else -1


class CaseSide(Translated):
    """One card of 332 pixels with up to five sections."""

    person_opened = Signal(str)
    document_opened = Signal(str)
    file_opened = Signal(str, str)
    """A record and the field in which it states a file."""
    passport_asked = Signal(str)
    """Id of a person whose safeguards and custody are to be shown."""
    record_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case_side")
        self.setFixedWidth(theme.px(332))
        self._data: DossierData | None = None
        card = Card("case_side_card", (1, 1, 1, 1), 0)
        content = QWidget()
        self._body = column([], content, 6, (15, 9, 13, 8))
        card.body.addWidget(scroll_page("case_side_scroll", content))
        row([card], self)

    def show_data(self, data: DossierData) -> None:
        """Show a case."""
        self._data = data
        self._retranslate()

    def _retranslate(self) -> None:
        data = self._data
        clear(self._body)
        if data is None:
            return
        if data.alerts_first:
            self._add_alerts(data)
        self._add_participants(data)
        self._add_measures(data.measures)
        self._add_passports(data.passports)
        if not data.alerts_first:
            self._add_alerts(data)
        self._add_doubts(data.doubts)
        self._add_files(data)
        self._add_documents(data)
        self._body.addStretch(1)

    def _head(self, title: str, aside: str) -> None:
        if self._body.count():
            self._body.addWidget(hairline())
        head = QWidget()
        words = row([], head, 9)
        words.addWidget(Text(Type.SECTION, "text", title, wrap=True), 1)
        if aside:
            words.addWidget(Text(Type.BODY, "muted", aside))
        self._body.addWidget(head)

    def _add_participants(self, data: DossierData) -> None:
        count = data.participant_count or len(data.participants)
        self._head(self.tr("Participants"), str(count) if count else "")
        if not data.participants:
            self._body.addWidget(
                Text(Type.BODY, "muted", self.tr("Nobody’s part in the case is recorded yet"), wrap=True)
            )
        for each in data.participants:
            self._body.addWidget(self._person_line(each))

    def _person_line(self, person: Participant) -> LineButton:
        spoken = ", ".join(part for part in (person.name, person.role, person.category_label, person.state) if part)
        line = LineButton(f"participant_{person.record_id}", spoken)
        names = column(
            [
                ElidedText(Type.STRONG, "text", person.name),
                ElidedText(Type.META, "muted", " · ".join(filter(None, (person.role, person.category_label)))),
            ],
            gap=0,
        )
        tone = "accent" if person.in_custody else "muted"
        box = row([Avatar(person.name, tone=_TONES.get(person.category, "text2"))], line, 10)
        box.setContentsMargins(0, 1, 0, 1)
        box.addLayout(names, 1)
        box.addWidget(ElidedText(Type.META, tone, person.state))
        line.clicked.connect(lambda _on=False, id_=person.record_id: self.person_opened.emit(id_))
        return line

    def _add_measures(self, measures: tuple[Measure, ...]) -> None:
        if not measures:
            return
        self._head(self.tr("Measures in force"), "")
        for number, each in enumerate(measures):
            self._body.addWidget(self._measure_line(number, each))

    def _measure_line(self, number: int, measure: Measure) -> LineButton:
        spoken = ", ".join(
            part for part in (measure.title, measure.period, measure.used, measure.next, measure.note) if part
        )
        line = LineButton(f"measure_{number}", spoken)
        box = column([ElidedText(Type.STRONG, "text", measure.title)], line, 3)
        box.setContentsMargins(2, 2, 2, 2)
        box.addWidget(Text(Type.META, "text2", measure.period, wrap=True))
        if measure.ledger is not None:
            box.addWidget(
                LedgerBar(f"ledger_{number}", measure.ledger, f"{measure.title}: {measure.used}, {measure.cap}")
            )
        box.addWidget(ElidedText(Type.META, "muted", measure.used))
        box.addWidget(ElidedText(Type.META, "muted", measure.cap))
        if measure.next:
            box.addWidget(Text(Type.META, "text2", measure.next, wrap=True))
        if measure.note:
            box.addWidget(Text(Type.META_STRONG, "late", measure.note, wrap=True))
        line.clicked.connect(lambda _on=False, person=measure.person: self.passport_asked.emit(person))
        return line

    def _add_passports(self, passports: tuple[Safeguards, ...]) -> None:
        if not passports:
            return
        self._head(self.tr("Safeguard passport"), "")
        for number, each in enumerate(passports):
            self._body.addWidget(self._passport_line(number, each, MOST_LINES if number == 0 else 1))

    def _passport_line(self, number: int, passport: Safeguards, most: int) -> LineButton:
        due = [each for each in passport.open_lines if each.due]
        spoken = self.tr("{name}: {done} safeguards recorded, not recorded: {missing}")
        line = LineButton(
            f"passport_{number}", spoken.format(name=passport.name, done=passport.remark, missing=len(due))
        )
        box = column([], line, 4, (2, 2, 2, 2))
        name = row([], gap=6)
        name.addWidget(ElidedText(Type.STRONG, "text", passport.name), 1)
        name.addWidget(Text(Type.META, "muted", passport.remark))
        box.addLayout(name)
        bar = SegmentBar(f"safeguard_bar_{number}", gap=2)
        bar.show_segments(passport.segments, line.accessibleName())
        box.addWidget(bar)
        for each in passport.open_lines[:most]:
            tone = "due" if each.due else "text2"
            words = row([Mark("ring", tone, 14)], gap=6)
            words.addWidget(Text(Type.META_STRONG if each.due else Type.META, tone, each.text, wrap=True), 1)
            box.addLayout(words)
        if len(passport.open_lines) > most:
            more = self.tr("and {count} more").format(count=len(passport.open_lines) - most)
            box.addWidget(Text(Type.META, "muted", more))
        line.clicked.connect(lambda _on=False, person=passport.person: self.passport_asked.emit(person))
        return line

    def _add_alerts(self, data: DossierData) -> None:
        if not data.alerts:
            return
        self._head(self.tr("Stated otherwise or annulled"), str(len(data.alerts)))
        for number, each in enumerate(data.alerts):
            self._add_told(f"alert_{number}", each, "fork", "text")

    def _add_doubts(self, doubts: tuple[Doubt, ...]) -> None:
        if not doubts:
            return
        self._head(self.tr("What does not fit"), str(len(doubts)))
        for number, each in enumerate(doubts):
            self._add_told(f"doubt_{number}", each, "warning", "due")

    def _add_told(self, name: str, told: TimeAlert | Doubt, icon: str, tone: str) -> None:
        """A line in full, that opens the record it is about."""
        line = LineButton(name, f"{told.title} {told.remark}".strip())
        box = row([], line, 8, (2, 2, 2, 2))
        box.addWidget(Mark(icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        remark = [Text(Type.META, "text2", told.remark, wrap=True)] if told.remark else []
        box.addLayout(column([Text(Type.STRONG, "text", told.title, wrap=True), *remark], gap=1), 1)
        if told.record:
            line.clicked.connect(lambda _on=False: self.record_opened.emit(told.record))
        self._body.addWidget(line)

    def _add_files(self, data: DossierData) -> None:
        if not data.files:
            return
        self._head(self.tr("Files"), str(len(data.files)))
        for number, each in enumerate(data.files[:FILES]):
            line = LineButton(f"case_file_{number}", f"{each.name}, {each.remark}")
            box = row([Mark(each.icon, "muted")], line, 8, (0, 1, 0, 1))
            box.addWidget(ElidedText(Type.BODY, "text", each.name), 1)
            box.addWidget(Text(Type.META, "muted", each.remark))
            line.clicked.connect(lambda _on=False, file=each: self.file_opened.emit(file.record_id, file.field))
            self._body.addWidget(line)
        rest = len(data.files) - FILES
        if rest > 0:
            self._body.addWidget(Text(Type.META, "muted", self.tr("and %n more in their records", "", rest), wrap=True))

    def _add_documents(self, data: DossierData) -> None:
        if not data.documents:
            return
        title = self.tr("Drafts") if all(each.draft for each in data.documents) else self.tr("Documents")
        self._head(title, str(data.document_count or len(data.documents)))
        for each in data.documents:
            self._body.addWidget(self._document_line(each))

    def _document_line(self, paper: DocumentLine) -> LineButton:
        line = LineButton(f"document_{paper.record_id}", f"{paper.title}, {paper.remark}")
        box = row([Mark("document", "muted")], line, 8, (0, 0, 0, 0))
        box.addWidget(ElidedText(Type.BODY, "text", paper.title), 1)
        if paper.draft:
            words = self.tr("draft, {at}").format(at=paper.remark) if paper.remark else self.tr("draft")
            box.addWidget(Chip(f"draft_{paper.record_id}", ChipData(words)))
        else:
            box.addWidget(Text(Type.META, "muted", paper.remark))
        line.clicked.connect(lambda _on=False, id_=paper.record_id: self.document_opened.emit(id_))
        return line
