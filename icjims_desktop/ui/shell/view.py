"""The frame around the pages: it never scrolls, the page inside does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from icjims_desktop.ui.commands import CommandSet, Offered, cap_of
from icjims_desktop.ui.components.base import Translated, column, row, set_surface
from icjims_desktop.ui.components.notice import Banner, Note, Severity
from icjims_desktop.ui.shell.data import ShellData
from icjims_desktop.ui.shell.key_sheet import KeySheet
from icjims_desktop.ui.shell.rail import Rail
from icjims_desktop.ui.shell.settings_sheet import SettingsSheet
from icjims_desktop.ui.shell.top_bar import TopBar

FOLD_BELOW = 1280


class ShellView(Translated):
    """Rail, top bar, a banner for problems nobody else shows, and the stack of pages."""

    page_shown = Signal(str)
    find_asked = Signal(str)
    new_asked = Signal()
    exchange_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shell")
        set_surface(self, "page")
        self.rail, self.bar = Rail(), TopBar()
        self.notice = Banner("shell_notice", Severity.LATE)
        self.notice.hide()
        self.notice.acted.connect(self.notice.hide)
        self.note = Note("shell_note", cap_of("note_read"))
        self.note.acted.connect(self._on_note_read)
        self.stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        self._trail: list[str] = []
        self._at = -1
        right = column([self.bar], gap=0)
        right.addWidget(self.notice)
        right.addWidget(self.note)
        right.addWidget(self.stack, 1)
        line = row([self.rail], self, gap=0)
        line.addLayout(right, 1)
        self.keys, self.settings = KeySheet(self), SettingsSheet(self)
        self._connect()
        self._add_commands()

    def add_page(self, page: str, widget: QWidget, section: str = "") -> None:
        """Put a page into the house; `section` is the rail entry that stays marked."""
        widget.setProperty("section", section or page)
        self._pages[page] = widget
        self.stack.addWidget(widget)
        self.rail.offer(page)

    def page(self, page: str) -> QWidget:
        """A page by its id."""
        return self._pages[page]

    @property
    def current_page(self) -> str:
        """The page now open."""
        return self._trail[self._at] if self._trail else ""

    def show_page(self, page: str) -> None:
        """Open a page and remember the way."""
        if page != self.current_page:
            self._trail = [*self._trail[: self._at + 1], page]
            self._at = len(self._trail) - 1
        self._reveal(page)

    def show_data(self, data: ShellData) -> None:
        """Show user, office, counts and the sync sentence."""
        self.bar.show_data(data)
        self.rail.show_counts(data.counts, training=data.training)

    def show_notice(self, fact: str, consequence: str = "", remedy: str = "") -> None:
        """Say a problem that belongs to no field and no page."""
        self.notice.say(fact, consequence, remedy, self.tr("I have read it"))
        self.notice.show()

    def show_note(self, fact: str, consequence: str = "", remedy: str = "") -> None:
        """Say what is no problem and yet worth knowing; it goes when it is read, with its page or the next one."""
        self.note.say(fact, consequence, remedy)

    def offered(self) -> list[Offered]:
        """What can be done on the page now shown."""
        return [each for several in self._command_sets() for each in several.offered()]

    def give(self, offered_id: str) -> None:
        """Do one of those things."""
        for several in self._command_sets():
            if offered_id in {each.id for each in several.offered()}:
                several.give(offered_id)
                return

    def _command_sets(self) -> list[CommandSet]:
        return self.findChildren(CommandSet)

    def go_back(self) -> None:
        """The page before."""
        self._step(-1)

    def go_forward(self) -> None:
        """The page after."""
        self._step(1)

    def focus_next_region(self) -> None:
        """F6: rail, top bar, page."""
        regions = (self.rail, self.bar, self.stack.currentWidget())
        focus = QApplication.focusWidget()
        here = next((i for i, each in enumerate(regions) if focus and each and each.isAncestorOf(focus)), -1)
        target = regions[(here + 1) % len(regions)]
        if target is not None:
            _focus_first(target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail in a narrow window."""
        super().resizeEvent(event)
        self.rail.fold(folded=self.width() < FOLD_BELOW)

    def _connect(self) -> None:
        self.rail.page_chosen.connect(self.show_page)
        self.rail.settings_asked.connect(self.settings.open)
        self.rail.keys_asked.connect(self.keys.open)
        self.bar.find_asked.connect(self.find_asked)
        self.bar.new_asked.connect(self.new_asked)
        self.bar.sync_asked.connect(self._on_sync)
        self.bar.lock_asked.connect(self.lock_asked)
        self.bar.left.connect(self._on_bar_left)

    def _add_commands(self) -> None:
        commands = CommandSet(self)
        commands.add("find", lambda _key: self.bar.find_field.edit.setFocus())
        commands.add("new", lambda _key: self.new_asked.emit())
        commands.add("go_today", lambda _key: self.show_page("today"))
        commands.add("go_cases", lambda _key: self.show_page("cases"))
        commands.add("go_people", lambda _key: self.show_page("people"))
        commands.add("go_papers", lambda _key: self.show_page("papers"))
        commands.add("go_conflicts", lambda _key: self.show_page("conflicts"))
        commands.add("go_sync", lambda _key: self.show_page("sync"))
        commands.add("back", lambda _key: self.go_back())
        commands.add("forward", lambda _key: self.go_forward())
        commands.add("key_sheet", lambda _key: self.keys.open())
        commands.add("next_region", lambda _key: self.focus_next_region())
        commands.add("sync", lambda _key: self._on_sync())
        commands.add("note_read", lambda _key: self._on_note_read(), self.note.isVisible)
        commands.add("lock", lambda _key: self.lock_asked.emit())

    def _on_note_read(self) -> None:
        """The focus stays in the page."""
        within = self.note.isAncestorOf(QApplication.focusWidget() or self)
        self.note.hide()
        page = self.stack.currentWidget()
        if within and page is not None:
            _focus_first(page)

    def _on_bar_left(self) -> None:
        page = self.stack.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sync(self) -> None:
        if self.current_page == "sync":
            self.exchange_asked.emit()
        self.show_page("sync")

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._trail):
            self._at += by
            self._reveal(self._trail[self._at])

    def _reveal(self, page: str) -> None:
        widget = self._pages[page]
        self.note.hide()
        self.stack.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rail.mark_page(widget.property("section"))
        self.page_shown.emit(page)

    def _retranslate(self) -> None:
        self.keys.retranslate()
        self.settings.retranslate()


def _focus_first(region: QWidget) -> None:
    """Focus the first stop of Tab inside a region."""
    if region.focusPolicy() & Qt.FocusPolicy.TabFocus:
        region.setFocus(Qt.FocusReason.TabFocusReason)
        return
    stop = region.nextInFocusChain()
    while stop is not None and stop is not region:
        inside = region.isAncestorOf(stop) and stop.isVisible() and stop.isEnabled()
        if inside and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return
        stop = stop.nextInFocusChain()
