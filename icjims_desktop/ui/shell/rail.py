"""The rail: the pages of the house, folding to icons in a narrow window."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from icjims_desktop.ui import icons
from icjims_desktop.ui.components.base import Translated, column, row, set_surface
from icjims_desktop.ui.components.pressable import Pressable
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.shell.brand import Brand
from icjims_desktop.ui.shell.data import PAGES, Count
from icjims_desktop.ui.theme import Type, theme

WIDE, NARROW = 176, 52


class RailItem(Pressable):
    """A page of the rail: icon, name, count."""

    def __init__(self, name: str, icon: str, cap: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon, self._cap = icon, cap
        self._count = Count(0)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, folded: bool) -> None:
        """Set the name; folded, it is the tooltip."""
        self.setText(text)
        self.setToolTip(text if folded else "")

    def show_count(self, count: Count, spoken: str) -> None:
        """Show the number of things that wait there."""
        self._count = count
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(NARROW - 20, theme.px(34))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, bar, icon, name and count."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised" if here else "line"))
            painter.drawRoundedRect(rect, 6, 6)
        if here:
            painter.setBrush(theme.colour("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(0, rect.height() / 2 - 8, 3, 16), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        self._draw_content(painter, rect, here=here)

    def _draw_content(self, painter: QPainter, rect: QRectF, *, here: bool) -> None:
        side = theme.px(18)
        ink = theme.colour("accent" if here else "text2")
        left = theme.px(10)
        icon_rect = QRectF(left, rect.center().y() - side / 2, side, side)
        folded = rect.width() < 80
        if folded:
            icon_rect.moveCenter(rect.center())
        icons.draw(painter, self._icon, ink, icon_rect)
        if folded:
            return
        painter.setFont(theme.font(Type.NAME if here else Type.BODY))
        painter.setPen(theme.colour("text" if here else "text2"))
        line = rect.adjusted(left + side + theme.px(10), 0, -theme.px(10), 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._cap:
            advance = QFontMetricsF(painter.font()).horizontalAdvance(self.text())
            beside = line.adjusted(advance + theme.px(8), 0, theme.px(10), 0)
            painter.setFont(theme.font(Type.META))
            painter.setPen(theme.colour("muted"))
            if QFontMetricsF(painter.font()).horizontalAdvance(self._cap) <= beside.width():
                painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._cap)
        if self._count.number:
            strong = self._count.tone != "muted"
            painter.setFont(theme.font(Type.META_STRONG if strong else Type.META))
            painter.setPen(theme.colour(self._count.tone))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(line, right, str(self._count.number))


class Rail(Translated):
    """Brand, pages, and settings and keys at the foot."""

    page_chosen = Signal(str)
    settings_asked = Signal()
    keys_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        set_surface(self, "rail")
        self._counts: dict[str, Count] = {}
        self._folded = False
        self._brand = Brand(32)
        self._title = Text(Type.SECTION, "text", "ICJIMS")
        self._remark = Text(Type.META, "muted")
        self._items = {page: RailItem(f"rail_{page}", icon) for page, icon in PAGES}
        self._settings = RailItem("rail_settings", "settings")
        self._keys = RailItem("rail_keys", "keyboard", "Shift F1")
        self._settings.setCheckable(False)
        self._keys.setCheckable(False)
        self._words = column([self._title, self._remark], gap=0)
        head = row([self._brand, self._words, None], gap=10, margins=(2, 0, 0, 0))
        items = [*self._items.values()]
        parts = [head, 14, *items, None, self._settings, self._keys]
        column(parts, self, gap=4, margins=(10, 12, 10, 12))
        for page, item in self._items.items():
            item.hide()
            item.clicked.connect(lambda _checked=False, page=page: self.page_chosen.emit(page))
        self._settings.clicked.connect(self.settings_asked)
        self._keys.clicked.connect(self.keys_asked)
        self.fold(folded=False)
        self._retranslate()

    def offer(self, page: str) -> None:
        """Show the entry of a page that the house has; a page within another has none."""
        if page in self._items:
            self._items[page].show()

    def shows(self, page: str) -> bool:
        """Whether it has an entry of this page."""
        return not self._items[page].isHidden()

    def mark_page(self, page: str) -> None:
        """Show which page is open."""
        for name, item in self._items.items():
            item.setChecked(name == page)

    def show_counts(self, counts: dict[str, Count], *, training: bool) -> None:
        """Show the numbers, and whether this is the training case book."""
        self._counts = counts
        self._remark.setProperty("training", training)
        self._retranslate()

    def fold(self, *, folded: bool) -> None:
        """Show icons only, below 1280 pixels."""
        self._folded = folded
        self.setFixedWidth(theme.px(NARROW if folded else WIDE))
        self._title.setVisible(not folded)
        self._remark.setVisible(not folded)
        self._retranslate()

    def _retranslate(self) -> None:
        names = {
            "today": self.tr("Today"),
            "cases": self.tr("Cases"),
            "people": self.tr("People"),
            "conflicts": self.tr("Conflicts"),
            "papers": self.tr("Papers"),
            "log": self.tr("Who looked"),
            "sync": self.tr("Sync"),
        }
        training = bool(self._remark.property("training"))
        self._remark.setText(self.tr("Training data") if training else self.tr("Case system"))
        for page, item in self._items.items():
            item.say(names[page], folded=self._folded)
            count = self._counts.get(page, Count(0))
            spoken = f"{names[page]}, {count.number}" if count.number else names[page]
            item.show_count(count, spoken)
        self._settings.say(self.tr("Settings"), folded=self._folded)
        self._keys.say(self.tr("Keys"), folded=self._folded)
        for item in (self._settings, self._keys):
            item.setAccessibleName(item.text())
