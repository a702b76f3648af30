"""Bars: one segment per record with the refused one in its place, and a plain share."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui.components.base import Painted
from icjims_desktop.ui.theme import theme

MAX_SEGMENTS = 40


class SegmentState(StrEnum):
    """What became of one record, or one safeguard."""

    DONE = "done"
    REFUSED = "refused"
    WAITING = "waiting"
    HOLLOW = "hollow"
    HOLLOW_DUE = "hollow_due"


@dataclass(frozen=True, slots=True)
class Segment:
    """One record: its state and, while it is under way, the share done (0 to 1)."""

    state: SegmentState
    share: float = 0.0


class SegmentBar(Painted):
    """One segment per record; above 40 records the segments are joined into shares."""

    def __init__(self, name: str, height: int = 10, gap: int = 3) -> None:
        super().__init__()
        self.setObjectName(name)
        self._segments: tuple[Segment, ...] = ()
        self._height, self._gap = height, gap
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_segments(self, segments: tuple[Segment, ...], spoken: str) -> None:
        """Show the records; `spoken` is what the screen reader says."""
        self._segments = _joined(segments)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segments."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(len(self._segments), 1)
        width = (self.width() - self._gap * (count - 1)) / count
        for number, segment in enumerate(self._segments):
            left = number * (width + self._gap)
            self._draw(painter, QRectF(left, 0, width, self.height()), segment)

    def _draw(self, painter: QPainter, rect: QRectF, segment: Segment) -> None:
        if segment.state in {SegmentState.HOLLOW, SegmentState.HOLLOW_DUE}:
            due = segment.state is SegmentState.HOLLOW_DUE
            painter.setPen(QPen(theme.colour("due" if due else "ctl"), 1.2))
            painter.setBrush(theme.colour("due_bg") if due else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        fills = {SegmentState.DONE: "accent_fill", SegmentState.REFUSED: "late"}
        painter.setBrush(theme.colour(fills.get(segment.state, "track")))
        painter.drawRoundedRect(rect, 3, 3)
        if segment.state is SegmentState.WAITING and segment.share > 0:
            part = QRectF(rect)
            part.setWidth(max(rect.width() * segment.share, 6))
            painter.setBrush(theme.colour("accent_fill"))
            painter.drawRoundedRect(part, 3, 3)


def _joined(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    if len(segments) <= MAX_SEGMENTS:
        return segments
    result = []
    for number in range(MAX_SEGMENTS):
        first = number * len(segments) // MAX_SEGMENTS
        last = (number + 1) * len(segments) // MAX_SEGMENTS
        part = segments[first:last]
        states = {each.state for each in part}
        worst = SegmentState.REFUSED if SegmentState.REFUSED in states else SegmentState.DONE
        done = sum(each.state is SegmentState.DONE for each in part)
        if worst is SegmentState.DONE and done < len(part):
            result.append(Segment(SegmentState.WAITING, done / len(part)))
        else:
            result.append(Segment(worst))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class LedgerData:
    """A custody ledger in one unit of time: used, granted, and the cap of the law."""

    used: int
    granted: int
    cap: int


class LedgerBar(Painted):
    """One bar = the cap; dark = used, pale = granted, tick = end of the grant."""

    def __init__(self, name: str, data: LedgerData, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._data = data
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, theme.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw cap, grant, use and tick."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        data = self._data
        for token, time in (("track", data.cap), ("tint_line", data.granted), ("accent_fill", data.used)):
            painter.setBrush(theme.colour(token))
            bar = QRectF(0, 4, self.width() * min(time / data.cap, 1.0), self.height() - 8)
            painter.drawRoundedRect(bar, 4, 4)
        x = self.width() * min(data.granted / data.cap, 1.0)
        painter.fillRect(QRectF(x - 1, 0, 2, self.height()), theme.colour("text"))
