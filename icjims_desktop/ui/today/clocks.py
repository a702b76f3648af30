"""Clocks: the liberty of persons running out, one card for each, with the limits of the law on a track."""

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui.components.base import Painted, Translated, clear, row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.card import Card
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind
from icjims_desktop.ui.components.text import ElidedText, Text
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.today.counts import counts
from icjims_desktop.ui.today.data import HOURS_SHOWN, SOON_HOURS, Clock, Left, due_words, hours_words

_TONES = {ChipKind.ACCENT: "accent", ChipKind.DUE: "due", ChipKind.LATE: "late"}


def kind_of(clock: Clock, now: datetime) -> ChipKind:
    """Blue until four hours before the end, then amber, red past it."""
    over = clock.due - now
    if over <= timedelta():
        return ChipKind.LATE
    return ChipKind.DUE if over < SOON_HOURS else ChipKind.ACCENT


class Track(Painted):
    """From the taking of liberty to the last limit: what has passed, a knob for now, a tick for each limit."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._clock: Clock | None = None
        self._now: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_clock(self, clock: Clock, now: datetime) -> None:
        """Show a clock at a moment."""
        self._clock, self._now = clock, now
        ends = ", ".join(due_words(Left(end, exact=True, day=None), now) for end in clock.marks)
        self.setAccessibleName(translate("Clocks", "limits: {ends}").format(ends=ends))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bar, ticks and knob."""
        del event
        clock, now = self._clock, self._now
        if clock is None or now is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = theme.colour(_TONES[kind_of(clock, now)])
        middle, width = self.height() / 2, self.width() - theme.px(12)
        left = theme.px(6)
        whole = max((clock.marks[-1] - clock.start).total_seconds(), 1.0)

        def place(moment: datetime) -> float:
            return left + width * min(max((moment - clock.start).total_seconds() / whole, 0.0), 1.0)

        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(QRectF(left, middle - 4, width, 8), 4, 4)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, middle - 4, max(place(now) - left, 8), 8), 4, 4)
        for end in clock.marks:
            painter.fillRect(QRectF(place(end) - 1, middle - 7, 2, 14), theme.colour("text"))
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(QRectF(place(now) - 6, middle - 6, 12, 12))


class ClockCard(Card):
    """One person: what is left, what must happen by when and by which article."""

    opened = Signal(str, str)
    explained = Signal(str, str)

    def __init__(self, number: int) -> None:
        super().__init__(f"clock_{number}")
        self._clock: Clock | None = None
        self._chip = Chip(f"clock_{number}_chip")
        self._case = Text(Type.META, "muted")
        self._left = Text(Type.NUMBER)
        self._what = Text(Type.META, "text2", wrap=True)
        self._person, self._since = ElidedText(Type.NAME), Text(Type.META, "muted")
        self._track = Track(f"clock_{number}_track")
        self._ends = row([], gap=8)
        self.why = Button(f"clock_{number}_why", ButtonKind.SECONDARY)
        self.open = Button(f"clock_{number}_open", ButtonKind.LINK)
        numbers = row([self._left], gap=12)
        numbers.addWidget(self._what, 1)
        person = row([self._person, self._since, None], gap=8)
        self.body.addLayout(row([self._chip, None, self._case]))
        self.body.addLayout(numbers)
        self.body.addLayout(person)
        self.body.addWidget(self._track)
        self.body.addLayout(self._ends)
        self.body.addLayout(row([self.why, None, self.open]))
        self.why.clicked.connect(self._on_why)
        self.open.clicked.connect(self._on_open)

    def show_clock(self, clock: Clock, now: datetime) -> None:
        """Show a clock at a moment."""
        self._clock = clock
        kind = kind_of(clock, now)
        late = kind is ChipKind.LATE
        words = translate("Clocks", "Liberty: the limit has passed") if late else translate("Clocks", "Liberty, hours")
        self._chip.show_data(ChipData(words, kind, "octagon" if late else "clock"))
        self._case.setText(clock.case)
        span = abs(clock.due - now)
        self._left.setText(hours_words(span) if span < HOURS_SHOWN else counts.days(span.days))
        self._left.set_tone(_TONES[kind] if kind is not ChipKind.ACCENT else "text")
        until = due_words(Left(clock.due, exact=True, day=None), now)
        what = translate("Clocks", "by {until}: {what} ({article})")
        self._what.setText(what.format(until=until, what=clock.what, article=clock.article))
        self._person.setText(clock.person)
        since = due_words(Left(clock.start, exact=True, day=None), now)
        self._since.setText(translate("Clocks", "since {since}").format(since=since))
        self._track.show_clock(clock, now)
        self._show_ends(clock, now)
        self.why.setText(translate("Clocks", "How it was counted"))
        self.why.setAccessibleDescription(clock.what)
        self.open.setText(translate("Clocks", "Open the case"))
        self.open.setAccessibleDescription(clock.case)

    def _show_ends(self, clock: Clock, now: datetime) -> None:
        clear(self._ends)
        start = due_words(Left(clock.start, exact=True, day=None), now)
        end = due_words(Left(clock.marks[-1], exact=True, day=None), now)
        self._ends.addWidget(Text(Type.META, "muted", start))
        self._ends.addStretch(1)
        self._ends.addWidget(Text(Type.META, "muted", end))

    def _on_why(self) -> None:
        if self._clock is not None:
            self.explained.emit(self._clock.case_id, self._clock.key)

    def _on_open(self) -> None:
        if self._clock is not None:
            self.opened.emit(self._clock.case_id, self._clock.key)


class Clocks(Translated):
    """Up to three clocks side by side; hidden where nobody's liberty runs out in hours."""

    opened = Signal(str, str)
    explained = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clocks")
        self._shown: tuple[Clock, ...] = ()
        self._now: datetime | None = None
        self.cards = [ClockCard(number) for number in range(3)]
        line = row([], self, gap=12)
        for each in self.cards:
            line.addWidget(each, 1)
            each.opened.connect(self.opened)
            each.explained.connect(self.explained)
        self.hide()

    def show_clocks(self, clocks: tuple[Clock, ...], now: datetime) -> None:
        """Show these at a moment."""
        self._shown, self._now = clocks, now
        self._retranslate()

    def _retranslate(self) -> None:
        now = self._now
        if now is None:
            return
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(self._shown))
            if number < len(self._shown):
                card.show_clock(self._shown[number], now)
        self.setVisible(bool(self._shown))
