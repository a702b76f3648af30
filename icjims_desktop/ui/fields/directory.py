"""Editors of what a list knows by name: an entry of the published directory, an office."""

from PySide6.QtCore import QModelIndex

from icjims_core.declarations.schema import Field
from icjims_desktop.ui.fields.base import Candidate, FormContext
from icjims_desktop.ui.fields.reference import CANDIDATE_ROLE, RefEditor
from icjims_desktop.ui.theme import theme

OFFICE = "office"
"""What a field is picked from that holds the code of an office."""


class DirectoryEditor(RefEditor):
    """A name, free to type; the directory's entries are offered for it by name, language, place or service."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field, context)
        self.found.may_record = False
        self.popup.setMinimumWidth(theme.px(520))
        self._target = field.picked_from or ""
        self._retranslate()

    def raw(self) -> object:
        """The name as it stands."""
        return self.edit.text()

    def show_value(self, value: object) -> None:
        """Show a stored name."""
        self.edit.setText(str(value or ""))
        self.edit.setCursorPosition(0)

    def show_typed(self, raw: object) -> None:
        """Show a name as it was typed."""
        self.show_value(raw)

    def _on_typed(self, text: str) -> None:
        self.changed.emit()
        self._search(text)

    def _on_picked(self, index: QModelIndex) -> None:
        found: Candidate = index.data(CANDIDATE_ROLE)
        self.edit.setText(found.name)
        self.changed.emit()
        self.filled.emit(dict(found.values))

    def _on_new(self) -> None:
        """Nothing is recorded from here: a name that no entry has is simply typed."""

    def _retranslate(self) -> None:
        super()._retranslate()
        self.edit.setPlaceholderText(self.tr("name, language or place"))
        self._open.say(self.tr("Directory: show all"))


class OfficeEditor(DirectoryEditor):
    """An office, found by its name in any language, its place or code; shown by its name, kept by its code."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field, context)
        self.edit.editingFinished.connect(self._on_finished)

    def raw(self) -> object:
        """The code of the office, or the text as it stands."""
        return self._record_id if self._record_id is not None else self.edit.text()

    def show_value(self, value: object) -> None:
        """Show a stored office by its name; by its code where no list has it."""
        self._record_id = value if isinstance(value, str) and value else None
        self.edit.setText(self._context.name_of(OFFICE, str(value)) or str(value) if value else "")
        self.edit.setCursorPosition(0)

    def _on_typed(self, text: str) -> None:
        self._record_id = None
        super()._on_typed(text)

    def _on_picked(self, index: QModelIndex) -> None:
        self._take(index.data(CANDIDATE_ROLE))

    def _on_finished(self) -> None:
        """A name that was typed and is the only one found is that office."""
        found, text = self.found, self.edit.text()
        if self._record_id is None and text and found.typed == text and found.rowCount() == 1:
            self._take(found.index(0, 0).data(CANDIDATE_ROLE))

    def _take(self, found: Candidate) -> None:
        self._record_id = found.record_id
        self.edit.setText(found.name)
        self.changed.emit()
        if self.field.name_in is not None:
            self.filled.emit({self.field.name_in: found.name})

    def _retranslate(self) -> None:
        super()._retranslate()
        self.edit.setPlaceholderText(self.tr("name, place or code of the office"))
        self._open.say(self.tr("Offices: show all"))
