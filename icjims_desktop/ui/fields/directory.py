"""Editor of a name that the published directory may know: picking an entry fills the fields beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from icjims_core.declarations.schema import Field
from icjims_desktop.ui.components.button import IconButton
from icjims_desktop.ui.fields.base import Candidate, FormContext
from icjims_desktop.ui.fields.reference import CANDIDATE_ROLE, RefEditor
from icjims_desktop.ui.theme import theme


class DirectoryEditor(RefEditor):
    """A name, free to type; the directory's entries are offered for it by name, language, place or service."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field, context)
        self.found.may_record = False
        self.popup.setMinimumWidth(theme.px(520))
        self._open = IconButton(f"open_{field.name}", "chevron_down")
        self._open.clicked.connect(self._on_open)
        self.line.insertWidget(1, self._open)
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

    def _search(self, typed: str) -> None:
        self._context.search(self.field.picked_from or "", typed, lambda found: self._on_found(typed, found))

    def _on_typed(self, text: str) -> None:
        self.changed.emit()
        self._search(text)

    def _on_open(self) -> None:
        self.edit.setFocus()
        self._search("")

    def _on_found(self, typed: str, found: Sequence[Candidate]) -> None:
        if typed in ("", self.edit.text()):
            self.found.show_found(found, typed)
            if self.edit.hasFocus():
                self._completer.complete()

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
        if hasattr(self, "_open"):
            self._open.say(self.tr("Directory: show all"))
