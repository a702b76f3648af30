"""Cycles are collected on the main thread alone: a Qt object that another thread destroys takes the process with it."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1_000
MIDDLE_AGED = 12
"""So many collections of the young make one of the middle-aged due, and so many of those a full one."""


class MainThreadCollector(QObject):
    """Takes the place of Python's own timing from `start` to `stop`; young objects each second, all of them seldom."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._was_enabled = gc.isenabled()

    def start(self) -> None:
        """Collect nowhere else from now on."""
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Collect everything, and leave the timing to Python again."""
        self._timer.stop()
        gc.collect()
        if self._was_enabled:
            gc.enable()

    @staticmethod
    def collect_all() -> None:
        """A full collection, at a moment when nobody waits for the screen."""
        gc.collect()

    @staticmethod
    def _look() -> None:
        young, middle, old = gc.get_count()
        if old > MIDDLE_AGED:
            gc.collect()
        elif middle > MIDDLE_AGED:
            gc.collect(1)
        elif young > gc.get_threshold()[0]:
            gc.collect(0)
