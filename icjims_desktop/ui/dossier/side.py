"""Beside the timeline: participants, measures in force, safeguards, documents."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from icjims_desktop.ui.components.avatar import Avatar
from icjims_desktop.ui.components.base import Translated, clear, column, hairline, row
from icjims_desktop.ui.components.card import Card, SectionHead, scroll_page
from icjims_desktop.ui.components.chip import Chip, ChipData
from icjims_desktop.ui.components.progress import LedgerBar, SegmentBar, SegmentState
from icjims_desktop.ui.components.text import ElidedText, Mark, Text
from icjims_desktop.ui.dossier.data import DocumentLine, DossierData, Measure, Participant
from icjims_desktop.ui.theme import Type, theme


class LineButton(QAbstractButton):
    """A line that opens something: its parts are labels, its whole is pressed."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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


class CaseSide(Translated):
    """One card of 332 pixels with up to four sections."""

    person_opened = Signal(str)
    document_opened = Signal(str)

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
        self._add_participants(data)
        self._add_measures(data.measures)
        self._add_safeguards(data)
        self._add_documents(data)
        self._body.addStretch(1)

    def _head(self, title: str, aside: str) -> None:
        if self._body.count():
            self._body.addWidget(hairline())
        head = SectionHead()
        head.say(title, aside=aside)
        self._body.addWidget(head)

    def _add_participants(self, data: DossierData) -> None:
        count = data.participant_count or len(data.participants)
        self._head(self.tr("Participants"), str(count) if count else "")
        if not data.participants:
            self._body.addWidget(Text(Type.BODY, "muted", self.tr("Nobody entered yet")))
        for each in data.participants:
            self._body.addWidget(self._person_line(each))

    def _person_line(self, person: Participant) -> LineButton:
        spoken = ", ".join(part for part in (person.name, person.role, person.state) if part)
        line = LineButton(f"participant_{person.record_id}", spoken)
        names = column(
            [
                ElidedText(Type.STRONG, "text", person.name),
                ElidedText(Type.META, "muted", person.role),
            ],
            gap=0,
        )
        tone = "accent" if person.in_custody else "muted"
        box = row([Avatar(person.name, tone="accent" if person.in_custody else "text2")], line, 10)
        box.setContentsMargins(0, 1, 0, 1)
        box.addLayout(names, 1)
        box.addWidget(Text(Type.META, tone, person.state))
        line.clicked.connect(lambda _on=False, id_=person.record_id: self.person_opened.emit(id_))
        return line

    def _add_measures(self, measures: tuple[Measure, ...]) -> None:
        if not measures:
            return
        self._head(self.tr("Measures in force"), "")
        for number, each in enumerate(measures):
            period = Text(Type.META, "text2", each.period)
            self._body.addLayout(row([Text(Type.STRONG, "text", each.title), None, period]))
            if each.ledger is not None:
                spoken = f"{each.title}: {each.used}, {each.cap}"
                self._body.addWidget(LedgerBar(f"ledger_{number}", each.ledger, spoken))
            left, right = Text(Type.META, "muted", each.used), Text(Type.META, "muted", each.cap)
            self._body.addLayout(row([left, None, right]))
            if each.note:
                self._body.addWidget(Text(Type.META, "text2", each.note, wrap=True))

    def _add_safeguards(self, data: DossierData) -> None:
        passport = data.safeguards
        if passport is None:
            return
        self._head(self.tr("Safeguard passport"), passport.remark)
        bar = SegmentBar("safeguard_bar")
        done = sum(each.state is SegmentState.DONE for each in passport.segments)
        spoken = self.tr("{done} of {total} safeguards recorded")
        bar.show_segments(passport.segments, spoken.format(done=done, total=len(passport.segments)))
        self._body.addWidget(bar)
        for each in passport.open_lines:
            tone = "due" if each.due else "text2"
            words = Text(Type.META_STRONG if each.due else Type.META, tone, each.text, wrap=True)
            line = row([Mark("ring", tone, 14)], gap=6)
            line.addWidget(words, 1)
            self._body.addLayout(line)

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
