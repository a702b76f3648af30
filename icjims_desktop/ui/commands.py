"""The table of commands: what can be done by key, where, and how it is said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.i18n.mark import QT_TRANSLATE_NOOP

CONTEXT = "Commands"


class Scope(StrEnum):
    """Where a command is heard."""

    EVERYWHERE = "everywhere"
    LISTS = "lists"
    CASE = "case"
    FORM = "form"
    CONFLICT = "conflict"
    SYNC = "sync"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do; `keys` in Qt's portable notation, first one is shown.

    Without keys it is found in the search box alone.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    scope: Scope
    widget_only: bool = False
    """Heard by the widget itself (arrows in a list): in the sheet, never a shortcut."""

    def label(self) -> str:
        """Its name in the language now shown."""
        return QCoreApplication.translate(CONTEXT, self.text)


@dataclass(frozen=True, slots=True)
class Offered:
    """Something that can be done now: what it is called in the language shown and in every one, its key, its icon."""

    id: str
    label: str
    names: tuple[str, ...] = ()
    cap: str = ""
    icon: str = "keyboard"


_S = Scope

COMMANDS: tuple[Command, ...] = (
    Command("find", QT_TRANSLATE_NOOP("Commands", "Find a case"), ("Ctrl+K",), _S.EVERYWHERE),
    Command("new", QT_TRANSLATE_NOOP("Commands", "New case"), ("Ctrl+N",), _S.EVERYWHERE),
    Command("go_today", QT_TRANSLATE_NOOP("Commands", "Go to today"), ("Ctrl+1",), _S.EVERYWHERE),
    Command("go_cases", QT_TRANSLATE_NOOP("Commands", "Go to cases"), ("Ctrl+2",), _S.EVERYWHERE),
    Command("go_people", QT_TRANSLATE_NOOP("Commands", "Go to people: who may be one"), ("Ctrl+3",), _S.EVERYWHERE),
    Command("go_conflicts", QT_TRANSLATE_NOOP("Commands", "Go to conflicts"), ("Ctrl+6",), _S.EVERYWHERE),
    Command("go_papers", QT_TRANSLATE_NOOP("Commands", "Go to papers and journals"), ("Ctrl+7",), _S.EVERYWHERE),
    Command("go_sync", QT_TRANSLATE_NOOP("Commands", "Go to sync"), ("Ctrl+8",), _S.EVERYWHERE),
    Command("take_case", QT_TRANSLATE_NOOP("Commands", "Take one case over from paper"), (), _S.EVERYWHERE),
    Command("take_workbook", QT_TRANSLATE_NOOP("Commands", "Take cases over from a workbook"), (), _S.EVERYWHERE),
    Command("print_journal", QT_TRANSLATE_NOOP("Commands", "Print a journal"), (), _S.EVERYWHERE),
    Command("back", QT_TRANSLATE_NOOP("Commands", "Back"), ("Alt+Left",), _S.EVERYWHERE),
    Command("forward", QT_TRANSLATE_NOOP("Commands", "Forward"), ("Alt+Right",), _S.EVERYWHERE),
    Command("help", QT_TRANSLATE_NOOP("Commands", "Help of the focused field"), ("F1",), _S.EVERYWHERE),
    Command("key_sheet", QT_TRANSLATE_NOOP("Commands", "Sheet of keys"), ("Shift+F1",), _S.EVERYWHERE),
    Command(
        "next_region",
        QT_TRANSLATE_NOOP("Commands", "Next region of the window"),
        ("F6",),
        _S.EVERYWHERE,
    ),
    Command(
        "sync",
        QT_TRANSLATE_NOOP("Commands", "Sync state; again: exchange now"),
        ("F8",),
        _S.EVERYWHERE,
    ),
    Command("note_read", QT_TRANSLATE_NOOP("Commands", "Take the told away: it is read"), ("F9",), _S.EVERYWHERE),
    Command("lock", QT_TRANSLATE_NOOP("Commands", "Lock"), ("Ctrl+L",), _S.EVERYWHERE),
    Command("filter", QT_TRANSLATE_NOOP("Commands", "Filter this list"), ("/",), _S.LISTS),
    Command(
        "move",
        QT_TRANSLATE_NOOP("Commands", "Move"),
        ("Up", "Down", "J", "K"),
        _S.LISTS,
        widget_only=True,
    ),
    Command("peek", QT_TRANSLATE_NOOP("Commands", "Peek"), ("Space",), _S.LISTS, widget_only=True),
    Command("open", QT_TRANSLATE_NOOP("Commands", "Open"), ("Return",), _S.LISTS, widget_only=True),
    Command("add_step", QT_TRANSLATE_NOOP("Commands", "Add a step"), ("K",), _S.CASE),
    Command(
        "choose_act",
        QT_TRANSLATE_NOOP("Commands", "Choose a lawful act"),
        tuple("123456789"),
        _S.CASE,
    ),
    Command("sign", QT_TRANSLATE_NOOP("Commands", "Sign or countersign the act"), ("S",), _S.CASE),
    Command("print", QT_TRANSLATE_NOOP("Commands", "Print the act as a paper"), ("P",), _S.CASE),
    Command("inventory", QT_TRANSLATE_NOOP("Commands", "Print the inventory of the case"), ("I",), _S.CASE),
    Command("due_dates", QT_TRANSLATE_NOOP("Commands", "Due dates and how they were counted"), ("D",), _S.CASE),
    Command("safeguards", QT_TRANSLATE_NOOP("Commands", "Safeguards and custody"), ("G",), _S.CASE),
    Command("correct", QT_TRANSLATE_NOOP("Commands", "Correct a signed act by a new one"), ("C",), _S.CASE),
    Command("save", QT_TRANSLATE_NOOP("Commands", "Record, and sign an act of yours"), ("Ctrl+S",), _S.FORM),
    Command("record_only", QT_TRANSLATE_NOOP("Commands", "Record without signing"), ("Ctrl+Shift+S",), _S.FORM),
    Command("sign_act", QT_TRANSLATE_NOOP("Commands", "Sign or countersign the act"), ("Ctrl+Shift+Return",), _S.FORM),
    Command(
        "correct_act",
        QT_TRANSLATE_NOOP("Commands", "Correct a signed act by a new one"),
        ("Ctrl+Shift+N",),
        _S.FORM,
    ),
    Command("print_act", QT_TRANSLATE_NOOP("Commands", "Print the act as a paper"), ("Ctrl+P",), _S.FORM),
    Command("letter", QT_TRANSLATE_NOOP("Commands", "Letter to the prosecutor"), ("Ctrl+Shift+L",), _S.FORM),
    Command(
        "annul_record",
        QT_TRANSLATE_NOOP("Commands", "Annul the record, or undo it"),
        ("Ctrl+Shift+Delete",),
        _S.FORM,
    ),
    Command("attach", QT_TRANSLATE_NOOP("Commands", "Attach a file"), ("Ctrl+Shift+A",), _S.FORM),
    Command("state_time", QT_TRANSLATE_NOOP("Commands", "State a time with its source"), ("Ctrl+Shift+T",), _S.FORM),
    Command("put_off", QT_TRANSLATE_NOOP("Commands", "Put off, the draft stays"), ("Esc",), _S.FORM),
    Command(
        "mine",
        QT_TRANSLATE_NOOP("Commands", "Choose mine"),
        ("Left",),
        _S.CONFLICT,
        widget_only=True,
    ),
    Command(
        "theirs",
        QT_TRANSLATE_NOOP("Commands", "Choose theirs"),
        ("Right",),
        _S.CONFLICT,
        widget_only=True,
    ),
    Command("was", QT_TRANSLATE_NOOP("Commands", "Choose what it was"), ("B",), _S.CONFLICT),
    Command("combine", QT_TRANSLATE_NOOP("Commands", "Combine the texts"), ("M",), _S.CONFLICT),
    Command("edit", QT_TRANSLATE_NOOP("Commands", "Edit the result"), ("E",), _S.CONFLICT),
    Command("later", QT_TRANSLATE_NOOP("Commands", "Decide later"), ("L",), _S.CONFLICT),
    Command(
        "accept",
        QT_TRANSLATE_NOOP("Commands", "Accept the decision"),
        ("Ctrl+Return",),
        _S.CONFLICT,
    ),
    Command("pause", QT_TRANSLATE_NOOP("Commands", "Pause, go on"), ("P",), _S.SYNC),
)

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

_SCOPE_NAMES = {
    Scope.EVERYWHERE: QT_TRANSLATE_NOOP("Commands", "Everywhere"),
    Scope.LISTS: QT_TRANSLATE_NOOP("Commands", "In lists"),
    Scope.CASE: QT_TRANSLATE_NOOP("Commands", "In a case"),
    Scope.FORM: QT_TRANSLATE_NOOP("Commands", "In a form"),
    Scope.CONFLICT: QT_TRANSLATE_NOOP("Commands", "In a conflict"),
    Scope.SYNC: QT_TRANSLATE_NOOP("Commands", "In sync"),
}

_KEY_NAMES = {
    "Return": QT_TRANSLATE_NOOP("Commands", "Enter"),
    "Space": QT_TRANSLATE_NOOP("Commands", "Space"),
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}

_CYRILLIC_TWINS = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM/", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ.", strict=True))
"""Keys of the Latin layout and the letters the same keys type in Russian and Kyrgyz layouts."""


def scope_name(scope: Scope) -> str:
    """Heading of a scope in the sheet of keys."""
    return QCoreApplication.translate(CONTEXT, _SCOPE_NAMES[scope])


def key_text(keys: str) -> str:
    """What a key cap shows for Qt's portable notation: `Ctrl+Return` → `Ctrl Enter`."""
    parts = keys.split("+") if len(keys) > 1 else [keys]
    shown = (_KEY_NAMES.get(part, part) for part in parts)
    return " ".join(QCoreApplication.translate(CONTEXT, part) for part in shown)


def cap_of(command_id: str) -> str:
    """Key cap of a command, for its button."""
    return key_text(BY_ID[command_id].keys[0])


def twin_keys(key: str) -> tuple[str, ...]:
    """A bare key and what the same key types in the Cyrillic layouts: `K` → `K`, `Л`."""
    if len(key) > 1:
        return (key,)
    twin = _CYRILLIC_TWINS.get(key)
    return (key, twin) if twin else (key,)


def _as_offered(command: Command) -> Offered:
    cap = key_text(command.keys[0]) if command.keys else ""
    return Offered(command.id, command.label(), languages.every(CONTEXT, command.text), cap)


class CommandSet(QObject):
    """The commands a widget offers while it is visible, as shortcuts of its window.

    A text field that has the focus keeps its letters: Qt asks it first (ShortcutOverride).
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._offers: dict[str, tuple[Callable[[str], object], Callable[[], bool] | None]] = {}
        self._found: tuple[Callable[[], Iterable[Offered]], Callable[[str], object]] | None = None

    def add(
        self,
        command_id: str,
        handler: Callable[[str], object],
        enabled_when: Callable[[], bool] | None = None,
    ) -> None:
        """Offer a command of the table here; `handler` gets the key of the table it was."""
        command = BY_ID[command_id]
        if command.widget_only:
            raise ValueError(f"{command_id} is heard by its widget")
        self._offers[command_id] = (handler, enabled_when)
        for key in command.keys:
            for twin in twin_keys(key):
                self._bind(twin, key, handler, enabled_when)

    def add_found(self, offers: Callable[[], Iterable[Offered]], handler: Callable[[str], object]) -> None:
        """Offer what is in no table and changes with what is shown; `handler` gets the id of the one that is chosen."""
        self._found = (offers, handler)

    def offered(self) -> list[Offered]:
        """What can be done now: its widget is shown, and nothing holds it back."""
        if not self._widget.isVisible():
            return []
        commands = (BY_ID[name] for name, (_, enabled) in self._offers.items() if enabled is None or enabled())
        return [*map(_as_offered, commands), *(self._found[0]() if self._found else ())]

    def give(self, offered_id: str) -> None:
        """Do what is offered, a command as by its first key."""
        if offered_id in self._offers:
            handler, _ = self._offers[offered_id]
            handler(next(iter(BY_ID[offered_id].keys), ""))
        elif self._found:
            self._found[1](offered_id)

    def _bind(
        self,
        twin: str,
        key: str,
        handler: Callable[[str], object],
        enabled_when: Callable[[], bool] | None,
    ) -> None:
        shortcut = QShortcut(QKeySequence(twin), self._widget)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

        def act() -> None:
            if enabled_when is None or enabled_when():
                handler(key)

        shortcut.activated.connect(act)
