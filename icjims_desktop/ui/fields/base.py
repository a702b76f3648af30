"""What every field editor can do, and what it may ask of the form's surroundings."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from icjims_core.declarations.schema import Field
from icjims_desktop.ui.attachments.data import StoredFile
from icjims_desktop.ui.components.base import Translated, restyle
from icjims_desktop.ui.i18n import languages

if TYPE_CHECKING:
    from icjims_desktop.ui.attachments.desk import FileDesk


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a reference may point to."""

    record_id: str
    name: str
    remark: str = ""
    state: str = ""
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    """What picking it fills, by field."""
    foreign: bool = False
    """Whether it is of another case than the one at hand: it is never chosen before a person chooses it."""


Found = Callable[[Sequence[Candidate]], None]


@dataclass(frozen=True, slots=True)
class FormContext:
    """Clock and look-ups lent to the editors.

    `search(target, text, found)` hands over candidates at once or later on the main thread;
    `name_of(target, record_id)` says a reference already chosen.
    """

    now: Callable[[], datetime]
    """Local wall-clock time without a zone."""
    search: Callable[[str, str, Found], None]
    name_of: Callable[[str, str], str]
    files: Callable[[], Sequence[StoredFile]] | None = None
    """The files that are attached to the record."""
    desk: "FileDesk | None" = None
    """What can be done with them."""


class FieldEditor(Translated):
    """Edits one field; `raw` is what `icjims_core.declarations.validation.normalise` takes."""

    changed = Signal()
    """The person changed something."""
    left = Signal()
    """The focus left the field: time to judge it."""
    entered = Signal()
    """The focus came: time for its help."""
    filled = Signal(object)
    """An entry was picked that fills other fields too: their values by name."""
    create_asked = Signal(str, str)
    """Target type and what was typed, for a record that does not exist yet."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.heading: Callable[[], str] | None = None
        """What it is called where it is a part of another field."""
        self.setObjectName(f"field_{field.name}")

    def raw(self) -> object:
        """What is entered; text that is not understood is given as it stands."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show a stored value, or None."""
        raise NotImplementedError

    def show_former(self, labels: Mapping[str, Mapping[str, str]]) -> None:
        """Codes of the record that are called otherwise today: their labels by language. Comes before `show_value`."""

    def show_typed(self, raw: object) -> None:
        """Show what `raw` gave before, also where it is no value: a draft."""
        self.show_value(raw)

    def inputs(self) -> Sequence[QWidget]:
        """The widgets that take the focus, in order."""
        raise NotImplementedError

    def set_read_only(self, *, read_only: bool) -> None:
        """Show without letting it change."""
        for widget in self.inputs():
            widget.setEnabled(not read_only)

    def show_problem(self, *, shown: bool) -> None:
        """A red edge of two pixels, or none."""
        for widget in self.inputs():
            if shown or widget.property("problem") is not None:
                restyle(widget, problem="true" if shown else "false")

    def label(self) -> str:
        """Name of the field in the language now shown."""
        if self.heading is not None:
            return self.heading()
        return self.field.label.text(languages.current.value)

    def shown(self) -> str:
        """What is entered, as it reads, for the folded line of a section."""
        return " ".join(text for widget in self.inputs() if (text := _text_of(widget)))

    def watch(self, *widgets: QWidget) -> None:
        """Follow the focus of the inner widgets."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the focus comes to the field and leaves it; a list that opens under it is a part of it."""
        popup = isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.PopupFocusReason
        if event.type() == QEvent.Type.FocusIn and not popup:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut and not popup:
            self.left.emit()
        return super().eventFilter(watched, event)

    def say_again(self) -> None:
        """Say its texts again, after its heading was set."""
        self._retranslate()

    def _retranslate(self) -> None:
        for number, widget in enumerate(self.inputs()):
            widget.setAccessibleName(self._input_name(number))

    def _input_name(self, number: int) -> str:
        del number
        return self.label()


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return " ".join(widget.toPlainText().split())[:80]
    if isinstance(widget, QAbstractButton) and widget.isChecked():
        return widget.text()
    return ""
