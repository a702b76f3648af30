"""The exchange with the centre: honest arithmetic, the refusal with its way out, the stick."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.commands import CommandSet, cap_of
from icjims_desktop.ui.components.base import Page, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card, SectionHead, scroll_page
from icjims_desktop.ui.components.notice import Banner
from icjims_desktop.ui.components.progress import SegmentBar
from icjims_desktop.ui.components.states import PageState, StateStack
from icjims_desktop.ui.components.sync_sentence import sync_sentence
from icjims_desktop.ui.components.text import ElidedText, Text
from icjims_desktop.ui.i18n.dates import format_day, format_time
from icjims_desktop.ui.sync_panel.cards import DigestsCard, StationCard, StickCard
from icjims_desktop.ui.sync_panel.data import QueueLine, SessionLine, SyncData
from icjims_desktop.ui.sync_panel.tables import CellWords, WordsTable
from icjims_desktop.ui.sync_panel.words import (
    SyncWords,
    decimal,
    length_text,
    queue_words,
    session_words,
    size_text,
)
from icjims_desktop.ui.theme import Type, theme


class SyncView(Page):
    """What waits, what came, and whether both sides hold the same."""

    exchange_asked = Signal()
    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()
    refused_opened = Signal(str)
    check_asked = Signal()
    package_made = Signal()
    package_taken = Signal()
    report_asked = Signal()
    state_acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sync")
        self._data: SyncData | None = None
        self._title, self._where = Text(Type.TITLE), Text(Type.BODY, "muted")
        self.report = Button("copy_report", ButtonKind.QUIET, "document")
        self.banner = Banner("refused_banner")
        self.banner.hide()
        self.digests, self.stick, self.station = DigestsCard(), StickCard(), StationCard()
        head = row([self._title, self._where, None, self.report], gap=12)
        content = QWidget()
        left = column([self._make_progress(), self.banner], gap=10)
        left.addWidget(self._make_queue())
        left.addWidget(self._make_sessions())
        left.addStretch(1)
        side = QWidget()
        side.setFixedWidth(theme.px(336))
        column([self.digests, self.stick, self.station, None], side, 10)
        columns = row([], content, gap=16, margins=(20, 0, 12, 12))
        columns.addLayout(left, 1)
        columns.addWidget(side)
        self.states = StateStack("sync_states", scroll_page("sync_scroll", content))
        head.setContentsMargins(20, 10, 20, 0)
        outer = column([head], self, 10)
        outer.addWidget(self.states, 1)
        self._connect()
        self.start = self.main
        self._retranslate()

    def show_data(self, data: SyncData) -> None:
        """Show how the exchange stands."""
        self._data = data
        self.states.show_state(PageState.READY)
        for card in (self.digests, self.stick, self.station):
            card.show_data(data)
        self._retranslate()

    def show_state(self, state: PageState, reason: str = "") -> None:
        """Show loading, error, offline."""
        self.states.show_state(state, reason)

    def _make_progress(self) -> Card:
        card = Card("sync_progress", (16, 11, 16, 12), 7)
        self._headline = Text(Type.TITLE, wrap=True)
        self._promise = Text(Type.BODY, "text2", wrap=True)
        self.bar = SegmentBar("sync_bar")
        self._now = ElidedText(Type.BODY, "text2")
        self._rate, self._left = Text(Type.STRONG), Text(Type.BODY, "text2")
        self._limit = Text(Type.BODY, "muted")
        self.main = Button("exchange_button", ButtonKind.SECONDARY, "sync", cap_of("pause"))
        self.cancel = Button("cancel_exchange", ButtonKind.QUIET)
        first = row([], gap=8)
        first.addWidget(self._headline, 1)
        first.addWidget(self.cancel)
        first.addWidget(self.main)
        facts = row([], gap=12)
        facts.addWidget(self._now, 1)
        for part in (self._rate, self._left, self._limit):
            facts.addWidget(part)
        card.body.addLayout(first)
        card.body.addWidget(self._promise)
        card.body.addWidget(self.bar)
        card.body.addLayout(facts)
        return card

    def _make_queue(self) -> Card:
        card = Card("sync_queue", (1, 9, 1, 1), 4)
        self._queue_head = SectionHead()
        self._queue_head.layout_row.setContentsMargins(15, 0, 17, 0)
        self._queue_empty = Text(Type.BODY, "muted")
        self._queue_empty.setContentsMargins(15, 0, 15, 10)
        self.queue = WordsTable("sync_queue_table", {0: 300, 2: 84, 3: 132}, 1)
        for part in (self._queue_head, self._queue_empty, self.queue):
            card.body.addWidget(part)
        return card

    def _make_sessions(self) -> Card:
        card = Card("sync_sessions", (1, 9, 1, 1), 4)
        self._sessions_head = SectionHead()
        self._sessions_head.layout_row.setContentsMargins(15, 0, 17, 0)
        self._sessions_empty = Text(Type.BODY, "muted")
        self._sessions_empty.setContentsMargins(15, 0, 15, 10)
        self.sessions = WordsTable("sync_sessions_table", {0: 120, 2: 92, 3: 92, 4: 80}, 1)
        for part in (self._sessions_head, self._sessions_empty, self.sessions):
            card.body.addWidget(part)
        return card

    def _connect(self) -> None:
        self.report.clicked.connect(self.report_asked)
        self.main.clicked.connect(self._on_main)
        self.cancel.clicked.connect(self.cancel_asked)
        self.banner.acted.connect(self._on_refused)
        self.digests.check_asked.connect(self.check_asked)
        self.stick.make_asked.connect(self.package_made)
        self.stick.take_asked.connect(self.package_taken)
        self.states.acted.connect(self.state_acted)
        CommandSet(self).add("pause", lambda _key: self._on_main())

    def _on_main(self) -> None:
        if self._data is None:
            return
        if self._data.facts.going:
            self.pause_asked.emit()
        elif self._data.paused:
            self.resume_asked.emit()
        else:
            self.exchange_asked.emit()

    def _on_refused(self) -> None:
        if self._data is not None and self._data.refused is not None:
            self.refused_opened.emit(self._data.refused.record_id)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Exchange with the centre"))
        self.report.setText(self.tr("Copy a report for support"))
        self.cancel.setText(self.tr("Cancel"))
        self.queue.setAccessibleName(self.tr("Queue by cases"))
        self.sessions.setAccessibleName(self.tr("Last sessions"))
        self.states.retranslate()
        data = self._data
        if data is None:
            return
        self._where.setText(data.workstation)
        self._say_progress(data)
        self._say_refused(data)
        self._say_queue(data)
        self._say_sessions(data)

    def _say_progress(self, data: SyncData) -> None:
        facts = data.facts
        self._headline.setText(self._headline_of(data))
        self._promise.setText(
            self.tr("You can work, lock and close: it goes on from the same place.")
            if facts.going or data.paused
            else self.tr("Everything recorded here is safe and goes out by itself.")
        )
        self.main.setText(
            self.tr("Pause") if facts.going else self.tr("Go on") if data.paused else self.tr("Exchange now")
        )
        self.main.set_icon("pause" if facts.going else "play" if data.paused else "sync")
        self.main.set_cap(cap_of("pause") if facts.going or data.paused else cap_of("sync"))
        self.cancel.setVisible(data.paused)
        spoken = self.tr("{sent} of {total} reached the centre, {refused} refused")
        self.bar.show_segments(
            data.segments,
            spoken.format(sent=facts.sent, total=facts.total, refused=facts.refused),
        )
        self.bar.setVisible(bool(data.segments))
        self._say_speed(data)

    def _say_speed(self, data: SyncData) -> None:
        going = data.facts.going
        now = self.tr("Now: {what}").format(what=data.current)
        if data.current_size:
            now = self.tr("Now: {what}, {done} of {size}").format(
                what=data.current,
                done=decimal(data.current_done / 1_000_000),
                size=size_text(data.current_size),
            )
        self._now.say(now if going and data.current else "")
        rate = self.tr("{rate} KB/s").format(rate=round(data.rate_kbs))
        self._rate.say(rate if going and data.rate_kbs else "")
        self._left.say(SyncWords().left(data.seconds_left) if going else "")
        limit = self.tr("limit {rate} KB/s").format(rate=data.limit_kbs)
        self._limit.say(limit if going and data.limit_kbs else "")

    def _headline_of(self, data: SyncData) -> str:
        facts = data.facts
        if data.paused:
            text = self.tr("Paused: {sent} of %n change(s) reached the centre.", "", facts.total)
            return text.format(sent=facts.sent)
        if not facts.going or facts.total == 0:
            text = sync_sentence(facts).text
            return text if text.endswith((".", "!")) else f"{text}."
        sending = self.tr("Sending %n change(s).", "", facts.total)
        arrived = self.tr("{sent} arrived.").format(sent=facts.sent)
        if facts.refused:
            arrived = self.tr("{sent} arrived, the centre refused {refused}.")
            arrived = arrived.format(sent=facts.sent, refused=facts.refused)
        return f"{sending} {arrived}"

    def _say_refused(self, data: SyncData) -> None:
        item = data.refused
        self.banner.setVisible(item is not None)
        if item is not None:
            self.banner.say(item.fact, item.consequence, item.remedy, item.action)

    def _say_queue(self, data: SyncData) -> None:
        shown = self.tr("{shown} of {total}")
        count = shown.format(shown=len(data.queue), total=data.queue_total)
        self._queue_head.say(
            self.tr("Queue by cases"),
            "",
            count if data.queue_total else "",
        )
        self._queue_empty.say("" if data.queue else self.tr("Nothing waits to be sent."))
        self.queue.setVisible(bool(data.queue))
        heads = (self.tr("Case"), self.tr("What goes"), self.tr("Size"), self.tr("State"))
        rows = tuple(self._queue_row(line) for line in data.queue)
        self.queue.show_rows(heads, rows, frozenset({2}))

    @staticmethod
    def _queue_row(line: QueueLine) -> tuple[CellWords, ...]:
        icon, tone, words = queue_words(line)
        return (
            CellWords(line.case, role=Type.STRONG),
            CellWords(line.what),
            CellWords(size_text(line.size_bytes), tone="text2"),
            CellWords(words, icon, tone),
        )

    def _say_sessions(self, data: SyncData) -> None:
        self._sessions_head.say(self.tr("Last sessions"))
        self._sessions_empty.say("" if data.sessions else self.tr("No exchange yet."))
        self.sessions.setVisible(bool(data.sessions))
        heads = (
            self.tr("When"),
            self.tr("Outcome"),
            self.tr("Sent"),
            self.tr("Received"),
            self.tr("Time"),
        )
        rows = tuple(self._session_row(line, data) for line in data.sessions)
        self.sessions.show_rows(heads, rows, frozenset({2, 3, 4}))

    @staticmethod
    def _session_row(line: SessionLine, data: SyncData) -> tuple[CellWords, ...]:
        icon, tone, words = session_words(line)
        when = f"{format_day(line.began.date(), data.now.date())}, {format_time(line.began)}"
        return (
            CellWords(when),
            CellWords(words, icon, tone),
            CellWords(f"{line.sent} ↑"),
            CellWords(f"{line.received} ↓"),
            CellWords(length_text(line.seconds), tone="text2"),
        )
