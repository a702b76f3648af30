"""Ending in order when the system asks for it: a signal of the system becomes the end of the event loop."""

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier


class Termination(QObject):
    """Quits the application at SIGTERM and SIGINT; Python hears of signals only between its own instructions."""

    def __init__(self) -> None:
        super().__init__()
        self._told, wakeup = socket.socketpair()
        self._told.settimeout(0)
        wakeup.settimeout(0)
        self._wakeup = wakeup
        signal.set_wakeup_fd(wakeup.fileno(), warn_on_full_buffer=False)
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._told.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def close(self) -> None:
        """Hear no more."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._told.close()
        self._wakeup.close()

    def _on_signal(self) -> None:
        if self._told.recv(1)[0] in {signal.SIGTERM, signal.SIGINT}:
            QCoreApplication.quit()
