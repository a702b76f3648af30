"""The one window: the unlock screen or the house."""

from PySide6.QtWidgets import QMainWindow, QStackedWidget

from icjims_desktop.ui import icons
from icjims_desktop.ui.shell.view import ShellView
from icjims_desktop.ui.unlock.view import UnlockView


class MainWindow(QMainWindow):
    """Shows either the unlock screen or the shell; locking hides the content at once."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("ICJIMS")
        self.setWindowIcon(icons.icon("brand", "accent", 32))
        self.unlock, self.shell = UnlockView(), ShellView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.unlock)
        self._stack.addWidget(self.shell)
        self.setCentralWidget(self._stack)
        self.resize(1366, 768)
        self.setMinimumSize(1024, 640)

    def show_unlock(self) -> None:
        """Hide everything but the unlock screen, which forgets what was typed."""
        self.unlock.reset()
        self._stack.setCurrentWidget(self.unlock)
        self.unlock.focus_password()

    def fresh_shell(self) -> ShellView:
        """A house without pages in the place of the former one, which goes with all that it showed."""
        former, self.shell = self.shell, ShellView()
        self._stack.addWidget(self.shell)
        self._stack.removeWidget(former)
        former.setParent(None)
        former.deleteLater()
        return self.shell

    def show_shell(self) -> None:
        """Show the house, at the page where it was left."""
        self._stack.setCurrentWidget(self.shell)

    @property
    def locked(self) -> bool:
        """Whether the unlock screen is shown."""
        return self._stack.currentWidget() is self.unlock
