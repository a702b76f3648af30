"""The sync sentence: an icon and one sentence with numbers and time, never only an icon."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.i18n.dates import format_time
from icjims_desktop.ui.theme import Type, theme


@dataclass(frozen=True, slots=True)
class SyncFacts:
    """Where the changes of this workstation stand; times are local."""

    waiting: int = 0
    sent: int = 0
    total: int = 0
    """Changes of the exchange now running or last run."""
    refused: int = 0
    going: bool = False
    offline_since: datetime | None = None
    last_success: datetime | None = None
    now: datetime | None = None
    """Where given, times of other days are told with their day."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Icon, tone of the icon, and the words."""

    icon: str
    tone: str
    text: str


def sync_sentence(facts: SyncFacts) -> Sentence:
    """Say the facts in one sentence of the language now shown."""
    return SyncSentence().say(facts)


class SyncSentence(QObject):
    """Makes the sentence; plural forms need a context of their own."""

    def say(self, facts: SyncFacts) -> Sentence:
        """The most pressing fact first: going, refused, waiting, all there."""
        at = _at(facts.last_success, facts.now)
        if facts.going:
            return self._going(facts)
        if facts.refused:
            return Sentence("octagon", "late", self._refused(facts, at))
        if facts.waiting and facts.offline_since:
            text = self.tr("%n change(s) wait: no network since {time}", "", facts.waiting)
            return Sentence("waiting", "text2", text.format(time=_at(facts.offline_since, facts.now)))
        if facts.waiting:
            words = self.tr("%n change(s) wait to be sent", "", facts.waiting)
            return Sentence("waiting", "text2", words)
        if facts.last_success is None:
            return Sentence("waiting", "text2", self.tr("Not yet exchanged with the centre"))
        text = self.tr("Everything reached the centre at {time}")
        if " " in at:
            text = self.tr("Everything reached the centre on {time}")
        return Sentence("centre", "ok", text.format(time=at))

    def _refused(self, facts: SyncFacts, at: str) -> str:
        refused = self.tr("The centre did not accept %n change(s)", "", facts.refused)
        rest = self.tr("the rest arrived: {time}").format(time=at)
        if facts.waiting:
            rest = self.tr("%n change(s) wait to be sent", "", facts.waiting)
        return f"{refused}; {rest}"

    def _going(self, facts: SyncFacts) -> Sentence:
        if facts.total == 0:
            return Sentence("sync", "accent", self.tr("Asking the centre what is new"))
        words = self.tr("Sent {sent} of %n change(s)", "", facts.total).format(sent=facts.sent)
        if facts.refused:
            words += self.tr(", not accepted {refused}").format(refused=facts.refused)
        return Sentence("sync", "accent", words)


def _at(moment: datetime | None, now: datetime | None) -> str:
    """`17:42`; `22.11 17:42` of another day than `now`."""
    if moment is None:
        return ""
    other = now is not None and now.date() != moment.date()
    return f"{moment:%d.%m} {format_time(moment)}" if other else format_time(moment)


class SyncSentenceButton(Pressable):
    """The sentence in the top bar; a click opens Sync."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._sentence = Sentence("waiting", "text2", "")

    def show_facts(self, facts: SyncFacts) -> None:
        """Say where things stand."""
        self._sentence = sync_sentence(facts)
        self.setText(self._sentence.text)
        self.setToolTip(self._sentence.text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the sentence."""
        advance = QFontMetricsF(theme.font(Type.BODY)).horizontalAdvance(self.text())
        return QSize(round(advance) + theme.px(40), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """It may be elided in a narrow window."""
        return QSize(theme.px(120), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, sentence and focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        side = theme.px(16)
        middle = self.height() / 2
        ink = theme.colour(self._sentence.tone)
        left = theme.px(6)
        icons.draw(painter, self._sentence.icon, ink, QRectF(left, middle - side / 2, side, side))
        painter.setFont(theme.font(Type.BODY))
        painter.setPen(theme.colour("text" if self.underMouse() else "text2"))
        line = QRectF(self.rect()).adjusted(left + theme.px(24), 0, -theme.px(6), 0)
        text = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, line.width() + 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
