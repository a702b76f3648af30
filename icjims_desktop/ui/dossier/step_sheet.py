"""The sheet of all steps of a case: what the law puts next, what else may be recorded, and why the rest is not due."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from icjims_core.names import begin_so
from icjims_desktop.ui import icons
from icjims_desktop.ui.commands import key_text
from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.components.button import Button, ButtonKind
from icjims_desktop.ui.components.keycap import cap_width, draw_cap
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.table import CellDelegate
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.dossier.data import ActOffer
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.shell.top_bar import IconField
from icjims_desktop.ui.theme import Type, theme

Index = QModelIndex | QPersistentModelIndex
OFFER_ROLE = int(Qt.ItemDataRole.UserRole)
WIDTH, LIST_HEIGHT, ROW, LINE, DIGITS = 640, 420, 44, 18, 9
AROUND = 160
"""Height of the sheet beside its list."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class OfferModel(QAbstractListModel):
    """Steps in the order of the law, those of them whose name has the words typed."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ActOffer, ...] = ()
        self._shown: tuple[ActOffer, ...] = ()
        self._typed = ""

    @property
    def shown(self) -> tuple[ActOffer, ...]:
        """The steps that are shown."""
        return self._shown

    @property
    def numbered(self) -> bool:
        """Whether the first steps have a digit: only while nothing is typed."""
        return not self._typed

    def show_offers(self, offers: Sequence[ActOffer]) -> None:
        """Show these, what may be recorded first."""
        self._all = tuple(sorted(offers, key=lambda offer: not offer.allowed))
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Show only steps in whose name, in any of the three languages, words begin as these do."""
        self.beginResetModel()
        self._typed = typed.strip()
        self._shown = tuple(each for each in self._all if begin_so(self._typed, each.title, *each.names))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the spoken whole, or the offer."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        offer = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            refused = "" if offer.allowed else self.tr("the law does not provide for it now")
            return ". ".join(part for part in (offer.title, refused, under(offer)) if part)
        return offer if role == OFFER_ROLE else None


def under(offer: ActOffer) -> str:
    """What stands under the name of a step: its article and where it leads, or why it may not be recorded."""
    return " · ".join(part for part in (offer.article, offer.reason) if part) if offer.allowed else offer.reason


class OfferDelegate(CellDelegate):
    """The name with its digit or a lock, and under it the article or the whole reason."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the reason needs."""
        offer = index.data(OFFER_ROLE)
        words = under(offer) if isinstance(offer, ActOffer) else ""
        room = QRectF(0, 0, _room(option), 400)
        metrics = QFontMetricsF(theme.font(Type.META))
        second = metrics.boundingRect(room, _WRAPPED, words).height() if words else 0
        return QSize(320, max(round(theme.px(LINE) + second + theme.px(10)), theme.px(ROW) if words else theme.px(32)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one step."""
        rect = self.draw_ground(painter, option, index)
        offer: ActOffer = index.data(OFFER_ROLE)
        model = index.model()
        tone, words = "text" if offer.allowed else "muted", under(offer)
        top = rect.top() + theme.px(4) if words else rect.center().y() - theme.px(LINE) / 2
        line = QRectF(rect.left(), top, rect.width() - theme.px(28), theme.px(LINE))
        self.draw_lines(painter, line, offer.title, role=Type.STRONG, tone=tone)
        middle = line.center().y()
        if not offer.allowed:
            side = theme.px(14)
            lock = QRectF(rect.right() - side, middle - side / 2, side, side)
            icons.draw(painter, "lock", theme.colour("muted"), lock)
        elif isinstance(model, OfferModel) and model.numbered and index.row() < DIGITS:
            cap = str(index.row() + 1)
            draw_cap(painter, rect.right() - cap_width(cap), middle, cap, "text2")
        painter.setFont(theme.font(Type.META))
        painter.setPen(theme.colour("text2" if offer.allowed else "muted"))
        painter.drawText(QRectF(rect.left(), line.bottom(), _room(option), rect.height()), _WRAPPED, words)


def _room(option: QStyleOptionViewItem) -> float:
    view = option.widget
    width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
    return float(width - 24 - theme.px(28))


class StepSheet(Overlay):
    """Typing finds a step by its name, ↑ ↓ walk, Enter or a digit chooses.

    One that the law does not put here tells why; Enter leads to the button that records it all the same: what was done
    is recorded, lawful or not.
    """

    act_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("step_sheet", parent, WIDTH)
        self._title, self._remark = Text(Type.TITLE), Text(Type.META, "text2", wrap=True)
        self.field = IconField("step_find", "search", key_text("Return"))
        self.model = OfferModel()
        self.list = QListView()
        self.list.setObjectName("step_offers")
        self.list.setModel(self.model)
        self.list.setItemDelegate(OfferDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.anyway = Button("step_anyway", ButtonKind.SECONDARY, "pen", height=28)
        for part in (self._title, self.field, self.list):
            self.body.addWidget(part)
        foot = row([], gap=12)
        foot.addWidget(self._remark, 1)
        foot.addWidget(self.anyway)
        self.body.addLayout(foot)
        self.anyway.clicked.connect(self._on_anyway)
        self.list.selectionModel().currentChanged.connect(self._on_marked)
        self.field.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.field.edit.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self._choose)
        self.retranslate()

    def show_offers(self, offers: tuple[ActOffer, ...]) -> None:
        """Show all of these; what is typed and the step that is marked stay."""
        marked = self._offer_at(self.list.currentIndex())
        self.model.show_offers(offers)
        ids = [each.id for each in self.model.shown]
        self._mark(ids.index(marked.id) if marked and marked.id in ids else 0)

    def open(self) -> None:
        """Show it empty, ready to type."""
        self.field.edit.clear()
        super().open()
        self._mark(0)
        self.field.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_at(self, offer: str) -> None:
        """Show it with a step marked."""
        self.open()
        self._mark(next((row for row, each in enumerate(self.model.shown) if each.id == offer), 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the page lets it."""
        super().resizeEvent(event)
        self.list.setFixedHeight(max(min(theme.px(LIST_HEIGHT), self.height() - 64 - theme.px(AROUND)), theme.px(ROW)))

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self._title.setText(translate("StepSheet", "Add a step"))
        self.setAccessibleName(self._title.text())
        self.field.edit.setPlaceholderText(translate("StepSheet", "Name of the step, in any of the three languages"))
        self.field.edit.setAccessibleName(translate("StepSheet", "Find a step by its name"))
        self.list.setAccessibleName(translate("StepSheet", "Steps, those of the law first"))
        self.anyway.setText(translate("StepSheet", "Record all the same"))
        self._say_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line and of the list; the size of the page behind."""
        mine = event.type() == QEvent.Type.KeyPress and watched is not self.parent()
        if mine and isinstance(event, QKeyEvent):
            return self._take(event, in_list=watched is self.list)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent, *, in_list: bool) -> bool:
        key, text, at = Qt.Key(event.key()), event.text(), self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.close_sheet()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentIndex())
            return True
        if self.model.numbered and text.isdigit() and text != "0":
            self._choose(self.model.index(int(text) - 1, 0))
            return True
        if key == Qt.Key.Key_Down and not in_list and self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._mark(min(at + 1, self.model.rowCount() - 1))
            return True
        if in_list and ((key == Qt.Key.Key_Up and at <= 0) or text.isalpha()):
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.edit.insert(text)
            return True
        return False

    def _on_typed(self, typed: str) -> None:
        self.model.filter(typed)
        self._mark(0)

    def _mark(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._say_count()

    def _say_count(self) -> None:
        may = sum(each.allowed for each in self.model.shown)
        words = translate("StepSheet", "May be recorded now: {may}. Not now: {rest}.")
        nothing = translate("StepSheet", "No step is called so.")
        told = words.format(may=may, rest=self.model.rowCount() - may) if self.model.rowCount() else nothing
        marked = self._offer_at(self.list.currentIndex())
        locked = marked is not None and not marked.allowed
        if locked:
            told = translate(
                "StepSheet", "The law does not provide for it now; what was done is recorded, with this warning."
            )
        self.anyway.setVisible(locked)
        self.anyway.setAccessibleName(f"{self.anyway.text()}: {marked.title}. {marked.reason}" if marked else "")
        self._remark.setText(told)

    def _on_marked(self) -> None:
        self._say_count()

    def _on_anyway(self) -> None:
        offer = self._offer_at(self.list.currentIndex())
        if offer is not None:
            self.close_sheet()
            self.act_chosen.emit(offer.id)

    def _offer_at(self, index: QModelIndex) -> ActOffer | None:
        found = index.data(OFFER_ROLE)
        return found if isinstance(found, ActOffer) else None

    def _choose(self, index: QModelIndex) -> None:
        offer = self._offer_at(index)
        if offer is None:
            return
        if offer.allowed:
            self.close_sheet()
            self.act_chosen.emit(offer.id)
        else:
            self.list.setCurrentIndex(index)
            self.anyway.setFocus(Qt.FocusReason.TabFocusReason)
