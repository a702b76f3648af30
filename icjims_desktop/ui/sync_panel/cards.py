"""Cards beside the queue: both sides the same, the stick, the workstation."""

from PySide6.QtCore import Signal

from icjims_desktop.ui.components.base import Translated, clear, column, hairline, row
from icjims_desktop.ui.components.button import Button
from icjims_desktop.ui.components.card import Card
from icjims_desktop.ui.components.chip import Chip, ChipData, ChipKind
from icjims_desktop.ui.components.text import Mark, Text
from icjims_desktop.ui.i18n.dates import format_day, format_time
from icjims_desktop.ui.sync_panel.data import SyncData
from icjims_desktop.ui.sync_panel.words import decimal
from icjims_desktop.ui.theme import Type


class DigestsCard(Translated):
    """Whether both sides hold the same, when it was checked, and the words of the digest."""

    check_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("digests_card")
        self._data: SyncData | None = None
        self._mark, self._title = Mark("shield", "text2", 18), Text(Type.SECTION, wrap=True)
        self._text = Text(Type.BODY, "text2", wrap=True)
        self.words = Chip("digest_words")
        self.check = Button("check_digests", icon="centre")
        card = Card("digests_sheet", gap=9)
        head = row([self._mark], gap=10)
        head.addWidget(self._title, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._text)
        card.body.addLayout(row([self.words, None]))
        card.body.addLayout(row([self.check, None]))
        row([card], self)
        self.check.clicked.connect(self.check_asked)
        self._retranslate()

    def show_data(self, data: SyncData) -> None:
        """Show the last check."""
        self._data = data
        self._retranslate()

    def _retranslate(self) -> None:
        self.check.setText(self.tr("Check now"))
        data = self._data
        if data is None:
            return
        found = data.digests
        at = ""
        if found.checked_at is not None:
            day = format_day(found.checked_at.date(), data.now.date())
            at = f"{day} {format_time(found.checked_at)}"
        if found.equal is None:
            self._mark.set_mark("shield", "text2")
            self._title.setText(self.tr("Not checked yet"))
            self._text.setText(self.tr("The check compares what you and the centre hold."))
        elif found.equal:
            self._mark.set_mark("shield_ok", "ok")
            self._title.setText(self.tr("Both sides hold the same"))
            text = self.tr("Checked {at}: the fingerprints agree.")
            if found.records:
                text = self.tr("Checked {at}: %Ln record(s), the fingerprints agree.", "", found.records)
            self._text.setText(text.format(at=at))
        else:
            self._mark.set_mark("octagon", "late")
            self._title.setText(self.tr("The sides do not hold the same"))
            text = self.tr("Checked {at}. The next exchange brings what is missing.")
            self._text.setText(text.format(at=at))
        self.words.setVisible(bool(found.words))
        self.words.show_data(ChipData(found.words, ChipKind.PLAIN))


class StickCard(Translated):
    """No network? Carry it by stick."""

    make_asked = Signal()
    take_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stick_card")
        self._data: SyncData | None = None
        self._title, self._text = Text(Type.SECTION, wrap=True), Text(Type.BODY, "text2", wrap=True)
        self.make = Button("make_package", icon="arrow_down")
        self.take = Button("take_package", icon="tray")
        self._line = hairline()
        self._way, self._receipt = Text(Type.STRONG), Text(Type.META, "muted", wrap=True)
        card = Card("stick_sheet", gap=8)
        head = row([Mark("usb", "text2", 18)], gap=10)
        head.addWidget(self._title, 1)
        card.body.addLayout(head)
        card.body.addWidget(self._text)
        card.body.addLayout(row([self.make, self.take, None]))
        for part in (self._line, self._way, self._receipt):
            card.body.addWidget(part)
        row([card], self)
        self.make.clicked.connect(self.make_asked)
        self.take.clicked.connect(self.take_asked)
        self._retranslate()

    def show_data(self, data: SyncData) -> None:
        """Show the package on its way, if any."""
        self._data = data
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("No network? Carry it by stick"))
        self._text.setText(self.tr("The package is encrypted and signed. Only the centre and your office read it."))
        self.make.setText(self.tr("Make a package"))
        self.take.setText(self.tr("Take one in"))
        stick = self._data.stick if self._data else None
        on_way = stick is not None and stick.package > 0
        self._line.setVisible(on_way)
        if not on_way or stick is None or self._data is None:
            self._way.say("")
            self._receipt.say("")
            return
        day = format_day(stick.made_on, self._data.now.date()) if stick.made_on else ""
        way = self.tr("On its way: package {number} of {day}")
        self._way.say(way.format(number=stick.package, day=day))
        records = self.tr("%n record(s)", "", stick.records)
        came = self.tr("the receipt came") if stick.receipt_came else self.tr("no receipt yet")
        self._receipt.say(f"{records}, {came}")


class StationCard(Translated):
    """This workstation: clock and the next exchange."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("station_card")
        self._data: SyncData | None = None
        self._title = Text(Type.SECTION)
        self._lines = column([], gap=6)
        card = Card("station_sheet", gap=8)
        card.body.addWidget(self._title)
        card.body.addLayout(self._lines)
        row([card], self)
        self._retranslate()

    def show_data(self, data: SyncData) -> None:
        """Show clock and schedule."""
        self._data = data
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("This workstation"))
        clear(self._lines)
        data = self._data
        if data is None:
            return
        last = data.facts.last_success
        never = self.tr("never")
        when = f"{format_day(last.date(), data.now.date())}, {format_time(last)}" if last else never
        self._add(self.tr("Last full exchange"), when)
        if data.clock_offset_seconds is not None:
            off = abs(data.clock_offset_seconds)
            sign = "+" if data.clock_offset_seconds >= 0 else "−"
            text = self.tr("{offset} s from the centre").format(offset=f"{sign}{decimal(off)}")
            self._add(self.tr("Clock of this computer"), text, "due" if off >= 60 else "text")
        if data.every_minutes is not None:
            text = self.tr("by itself, every %n minute(s)", "", data.every_minutes)
            self._add(self.tr("Next exchange"), text)

    def _add(self, name: str, value: str, tone: str = "text") -> None:
        line = row([Text(Type.BODY, "text2", name), None, Text(Type.STRONG, tone, value)])
        self._lines.addLayout(line)
