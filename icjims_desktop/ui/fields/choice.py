"""Editors of a code, a yes or no, and an answer that may not have been asked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QButtonGroup, QCompleter, QLineEdit, QWidget

from icjims_core.codes import CodeEntry, code_list, in_full
from icjims_core.declarations.schema import Field, Kind
from icjims_core.law.references import cited
from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.components.button import IconButton
from icjims_desktop.ui.components.chip import ChoiceChip
from icjims_desktop.ui.components.flow import Flow
from icjims_desktop.ui.fields.base import FieldEditor
from icjims_desktop.ui.fields.matching import fold
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.theme import theme

FEW = 3
"""Up to so many choices stand side by side; more are typed ahead."""


def entries_of(field: Field) -> Sequence[CodeEntry]:
    """The codes of a field, in the order of their list."""
    name = {Kind.BOOL: "bool", Kind.TRI: "tri"}.get(field.kind, field.codes or "")
    return tuple(code_list(name).entries.values())


def offered(field: Field, today: str) -> frozenset[str]:
    """The codes that may be chosen on this ISO date, all without one; what has ended is shown where it stands alone."""
    return frozenset(entry.code for entry in entries_of(field) if not today or entry.in_force(today))


def _label(entry: CodeEntry) -> str:
    return entry.label.text(languages.current.value)


def entry_text(field: Field, entry: CodeEntry) -> str:
    """How a code of a field reads in the language now shown, with its official number or that of the article."""
    label = in_full(field.codes or "", entry.code, entry.label.text(languages.current.value))
    official = cited(entry.official, languages.current.value)
    return f"{official} · {label}" if official else label


Former = Mapping[str, Mapping[str, str]]
"""Code → language → the label that it had when the record was written."""


class FewChoices(FieldEditor):
    """Two or three answers side by side; the chosen one has a tick, pressing again clears it."""

    def __init__(self, field: Field, today: str = "") -> None:
        super().__init__(field)
        self._offered = offered(field, today)
        self._former: Former = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._chips: dict[str, ChoiceChip] = {}
        for entry in entries_of(field):
            chip = ChoiceChip(f"edit_{field.name}_{entry.code}", height=32, tick=True)
            chip.clicked.connect(lambda _on=False, code=entry.code: self._on_clicked(code))
            self._group.addButton(chip)
            self._chips[entry.code] = chip
        row([Flow(tuple(self._chips.values()))], self)
        self.watch(*self._chips.values())
        self._retranslate()

    def raw(self) -> object:
        """The chosen code; of a yes or no a bool."""
        code = next((code for code, chip in self._chips.items() if chip.isChecked()), None)
        if self.field.kind is Kind.BOOL and code is not None:
            return code in {"true", "yes"}
        return code

    def show_value(self, value: object) -> None:
        """Mark the stored answer."""
        wanted = {value}
        if isinstance(value, bool):
            wanted = {"true", "yes"} if value else {"false", "no"}
        for code, chip in self._chips.items():
            chip.setChecked(code in wanted)
            chip.setVisible(code in self._offered or code in wanted)

    def show_former(self, labels: Former) -> None:
        """Say the codes of the record as they were called then."""
        self._former = labels
        self._retranslate()

    def inputs(self) -> Sequence[QWidget]:
        """The answers."""
        return tuple(self._chips.values())

    def _on_clicked(self, code: str) -> None:
        for other, chip in self._chips.items():
            if other != code:
                chip.setChecked(False)
        self.changed.emit()

    def _input_name(self, number: int) -> str:
        return f"{self.label()}: {tuple(self._chips.values())[number].text()}"

    def _retranslate(self) -> None:
        for entry in entries_of(self.field):
            then = self._former.get(entry.code)
            self._chips[entry.code].setText((then or {}).get(languages.current.value) or _label(entry))
            self._chips[entry.code].updateGeometry()
        super()._retranslate()


class CodePicker(FieldEditor):
    """A code found by typing any part of its words or number; е finds ё, о finds ө."""

    def __init__(self, field: Field, today: str = "") -> None:
        super().__init__(field)
        self._offered = offered(field, today)
        self._former: Former = {}
        self._code: str | None = None
        self._texts: dict[str, str] = {}
        self.edit = QLineEdit()
        self.edit.setObjectName(f"edit_{field.name}")
        self.edit.setMaximumWidth(theme.px(520))
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(9)
        self.edit.setCompleter(self._completer)
        self._open = IconButton(f"open_{field.name}", "chevron_down")
        line = row([self.edit, self._open], self, gap=4)
        line.addStretch(1)
        line.setStretch(0, 100)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.editingFinished.connect(self._on_finished)
        self._completer.activated[str].connect(self._on_picked)  # type: ignore[index]
        self._open.clicked.connect(self._on_open)
        self.watch(self.edit)
        self._retranslate()

    def raw(self) -> object:
        """The code, or the text as it stands when it is none."""
        return self._code if self._code is not None else self.edit.text()

    def show_value(self, value: object) -> None:
        """Show a stored code by its words."""
        self._code = value if isinstance(value, str) and value else None
        then = self._former.get(self._code or "")
        known = self._texts.get(self._code or "", self._code or "")
        self.edit.setText((then or {}).get(languages.current.value) or known)
        self.edit.setCursorPosition(0)

    def show_former(self, labels: Former) -> None:
        """Show the code of the record as it was called then."""
        self._former = labels

    def show_typed(self, raw: object) -> None:
        """Show a code, or the text as it was typed."""
        self.show_value(raw if raw in self._texts else None)
        if self._code is None and raw:
            self.edit.setText(str(raw))

    def inputs(self) -> Sequence[QWidget]:
        """The line."""
        return (self.edit,)

    def set_read_only(self, *, read_only: bool) -> None:
        """Show without letting it change."""
        super().set_read_only(read_only=read_only)
        self._open.setVisible(not read_only)

    def matches(self, typed: str) -> list[str]:
        """Texts that hold every typed word, those that begin with it first."""
        words = fold(typed).split()
        found = [text for text in self._offers() if all(w in fold(text) for w in words)]
        return sorted(found, key=lambda text: not fold(text).startswith(fold(typed)))

    def _offers(self) -> list[str]:
        """How the codes that may be chosen read."""
        return [text for code, text in self._texts.items() if code in self._offered]

    def _on_typed(self, text: str) -> None:
        self._code = None
        self._model.setStringList(self.matches(text))
        self.changed.emit()

    def _on_finished(self) -> None:
        if self._code is None and self.edit.text():
            exact = self._texts.get(self.edit.text().strip())
            found = [exact] if exact in self._offers() else self.matches(self.edit.text())
            if len(found) == 1:
                self._on_picked(found[0])

    def _on_picked(self, text: str) -> None:
        code = next((code for code, each in self._texts.items() if each == text), None)
        if code is not None and code != self._code:
            self.show_value(code)
            self.changed.emit()

    def _on_open(self) -> None:
        self._model.setStringList(self._offers())
        self._completer.complete()

    def _retranslate(self) -> None:
        self._texts = {entry.code: entry_text(self.field, entry) for entry in entries_of(self.field)}
        self._model.setStringList(self._offers())
        self._open.say(self.tr("{field}: show all").format(field=self.label()))
        if self._code is not None:
            self.show_value(self._code)
        hint = self.heading().rpartition(": ")[2] if self.heading is not None else self.tr("word or number")
        self.edit.setPlaceholderText(hint)
        super()._retranslate()
