"""Editors of a day and of a moment: short fields that understand кечээ, вчера, -3, 1505."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from icjims_core.declarations.schema import Field
from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.fields.base import FieldEditor, FormContext
from icjims_desktop.ui.i18n.dates import (
    format_date,
    format_day,
    format_time,
    parse_date,
    parse_moment,
    parse_time,
)
from icjims_desktop.ui.theme import theme

OFFSET = "+06:00"
"""Asia/Bishkek; moments are stored with it."""


def day_text(day: date, today: date) -> str:
    """A day as short as it can be typed: without the year only where it is read back as the same day."""
    short = format_day(day, today)
    return short if parse_date(short, today) == day else format_date(day)


class DateEditor(FieldEditor):
    """A day; what was understood replaces what was typed when the focus leaves."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field)
        self._context = context
        self.edit = QLineEdit()
        self.edit.setObjectName(f"edit_{field.name}")
        self.edit.setFixedWidth(theme.px(110))
        row([self.edit, None], self)
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._on_finished)
        self.watch(self.edit)
        self._retranslate()

    def raw(self) -> object:
        """`YYYY-MM-DD`, or the text as it stands."""
        day = self._day()
        return day.isoformat() if day else self.edit.text()

    def show_value(self, value: object) -> None:
        """Show a stored day, or what stands in its place as it is."""
        text = value if isinstance(value, str) else ""
        try:
            self.edit.setText(format_date(date.fromisoformat(text)) if text else "")
        except ValueError:
            self.edit.setText(text)

    def show_typed(self, raw: object) -> None:
        """Show a day, or the text as it was typed."""
        try:
            self.show_value(raw)
        except ValueError:
            self.edit.setText(str(raw))

    def inputs(self) -> Sequence[QWidget]:
        """The line."""
        return (self.edit,)

    def _day(self) -> date | None:
        return parse_date(self.edit.text(), self._context.now().date())

    def _on_finished(self) -> None:
        day = self._day()
        if day is not None:
            self.edit.setText(format_date(day))

    def _retranslate(self) -> None:
        super()._retranslate()
        self.edit.setPlaceholderText(self.tr("dd.mm.yyyy"))


class TimestampEditor(FieldEditor):
    """A day and a time in two short fields."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field)
        self._context = context
        self._stored = ""
        self.day, self.time = QLineEdit(), QLineEdit()
        self.day.setObjectName(f"edit_{field.name}_day")
        self.time.setObjectName(f"edit_{field.name}_time")
        self.day.setFixedWidth(theme.px(100))
        self.time.setFixedWidth(theme.px(76))
        row([self.day, self.time, None], self, gap=6)
        for edit in (self.day, self.time):
            edit.textEdited.connect(self._on_edited)
        self.day.editingFinished.connect(self._on_day_finished)
        self.time.editingFinished.connect(self._on_time_finished)
        self.watch(self.day, self.time)
        self._retranslate()

    def raw(self) -> object:
        """`YYYY-MM-DDTHH:MM+06:00`, the stored value if untouched, or the text as it stands."""
        if self._stored:
            return self._stored
        day = parse_date(self.day.text(), self._context.now().date())
        clock = parse_time(self.time.text())
        if day is not None and clock is not None:
            return f"{day.isoformat()}T{clock:%H:%M}{OFFSET}"
        return f"{self.day.text()} {self.time.text()}".strip()

    def show_value(self, value: object) -> None:
        """Show a stored moment."""
        self._stored = value if isinstance(value, str) else ""
        if not self._stored:
            self.day.clear()
            self.time.clear()
            return
        try:
            moment = datetime.fromisoformat(self._stored)
        except ValueError:
            self.day.setText(self._stored)
            self.time.clear()
            return
        self.day.setText(day_text(moment.date(), self._context.now().date()))
        self.time.setText(format_time(moment))

    def show_typed(self, raw: object) -> None:
        """Show a moment, or the texts as they were typed."""
        try:
            self.show_value(raw)
        except ValueError:
            self._stored = ""
            day, _, clock = str(raw).partition(" ")
            self.day.setText(day)
            self.time.setText(clock)

    def inputs(self) -> Sequence[QWidget]:
        """Day, then time."""
        return (self.day, self.time)

    def _on_edited(self) -> None:
        self._stored = ""
        self.changed.emit()

    def _on_day_finished(self) -> None:
        today = self._context.now().date()
        both = parse_moment(self.day.text(), today)
        if both is not None and not self.time.text():
            self.time.setText(format_time(both))
            self.day.setText(day_text(both.date(), today))
            return
        day = parse_date(self.day.text(), today)
        if day is not None:
            self.day.setText(day_text(day, today))

    def _on_time_finished(self) -> None:
        clock = parse_time(self.time.text())
        if clock is not None:
            self.time.setText(format_time(clock))

    def _input_name(self, number: int) -> str:
        part = self.tr("day") if number == 0 else self.tr("time")
        return f"{self.label()}, {part}"

    def _retranslate(self) -> None:
        super()._retranslate()
        self.day.setPlaceholderText(self.tr("dd.mm"))
        self.time.setPlaceholderText(self.tr("hh:mm"))
