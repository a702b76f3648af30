"""Editors of text, numbers, money, personal numbers and places."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from icjims_core.declarations.schema import Field, Kind
from icjims_desktop.ui.components.base import restyle, row
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.fields.base import FieldEditor
from icjims_desktop.ui.theme import Type, theme

_WIDTHS = {Kind.INT: 110, Kind.MONEY: 150, Kind.PIN: 170, Kind.GEO: 220}


class LineEditor(FieldEditor):
    """One line: text, whole number, personal number, place in degrees."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.edit = QLineEdit()
        self.edit.setObjectName(f"edit_{field.name}")
        if field.kind in _WIDTHS:
            self.edit.setFixedWidth(theme.px(_WIDTHS[field.kind]))
        elif field.max_length is not None and field.max_length <= 20:
            self.edit.setFixedWidth(theme.px(150))
        else:
            self.edit.setMaximumWidth(theme.px(520))
        self._line = row([self.edit], self)
        self._line.addStretch(1)
        self._line.setStretch(0, 100)
        self.edit.textEdited.connect(self.changed)
        self.watch(self.edit)
        self._retranslate()

    def raw(self) -> object:
        """The typed text."""
        return self.edit.text()

    def show_value(self, value: object) -> None:
        """Show the stored text or number."""
        self.edit.setText("" if value is None else self._shown(value))
        self.edit.setCursorPosition(0)

    def inputs(self) -> Sequence[QWidget]:
        """The line."""
        return (self.edit,)

    def set_read_only(self, *, read_only: bool) -> None:
        """A read-only line can still be copied from."""
        self.edit.setReadOnly(read_only)

    def _shown(self, value: object) -> str:
        if self.field.kind is Kind.GEO and isinstance(value, dict):
            return f"{value['lat'] / 1_000_000:.6f}, {value['lon'] / 1_000_000:.6f}"
        return str(value)


class MoneyEditor(LineEditor):
    """Som and tyiyn typed as people write them; stored in whole tyiyn."""

    def __init__(self, field: Field) -> None:
        self._unit = Text(Type.BODY, "muted")
        super().__init__(field)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.insertWidget(1, self._unit)
        self._retranslate()

    def raw(self) -> object:
        """Tyiyn, or the text as it stands when it is no amount."""
        text = self.edit.text().replace(" ", "").replace("\u00a0", "").replace(",", ".")
        try:
            tyiyn = Decimal(text) * 100
        except InvalidOperation:
            return self.edit.text()
        return int(tyiyn) if tyiyn == int(tyiyn) else self.edit.text()

    def _shown(self, value: object) -> str:
        if not isinstance(value, int):
            return str(value)
        som, tyiyn = divmod(abs(value), 100)
        whole = f"{som:,}".replace(",", " ")
        sign = "−" if value < 0 else ""
        return f"{sign}{whole},{tyiyn:02}" if tyiyn else f"{sign}{whole}"

    def _retranslate(self) -> None:
        self._unit.setText(self.tr("som"))
        super()._retranslate()


class RichEditor(FieldEditor):
    """A long text; Tab leaves it, so that the keyboard is never caught."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.edit = QPlainTextEdit()
        self.edit.setObjectName(f"edit_{field.name}")
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(theme.px(104))
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row([self.edit], self)
        self._showing = False
        self.edit.textChanged.connect(self._on_text)
        self.watch(self.edit)
        self._retranslate()

    def raw(self) -> object:
        """The typed text."""
        return self.edit.toPlainText()

    def show_value(self, value: object) -> None:
        """Show the stored text."""
        self._showing = True
        self.edit.setPlainText("" if value is None else str(value))
        self._showing = False

    def inputs(self) -> Sequence[QWidget]:
        """The text field."""
        return (self.edit,)

    def set_read_only(self, *, read_only: bool) -> None:
        """A read-only text can still be copied from."""
        self.edit.setReadOnly(read_only)
        restyle(self.edit, closed="true" if read_only else "false")

    def _on_text(self) -> None:
        if not self._showing:
            self.changed.emit()
