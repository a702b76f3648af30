"""Draws the real screens of a real store: unlocks, walks through the pages, writes a picture of each, and ends."""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from icjims_desktop.app.application import Application
from icjims_desktop.app.house import House
from icjims_desktop.ui.workplace import Place

SIZE = QSize(1366, 768)
LOOK_MS = 40
"""How often it looks whether everything asked for has come."""
PATIENCE = 1500
"""Looks without an end before it gives up: a minute."""
FAILED, LOCKED = 1, 7


class Photographer(QObject):
    """Goes one step further whenever no work is under way."""

    def __init__(self, application: Application, folder: Path, password: str) -> None:
        super().__init__()
        self._application, self._folder, self._password = application, folder, password
        self._steps = self._walk()
        self._left = PATIENCE
        self.exit_code = FAILED
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; the application's event loop does the rest."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._application.window.resize(SIZE)
        self._application.window.show()
        self._timer.start()

    def _look(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._end(FAILED)
        elif not self._busy():
            self._left = PATIENCE
            if next(self._steps, None) is None:
                self._end(self.exit_code)

    def _busy(self) -> bool:
        house = self._application.house
        return house is not None and (house.follower.busy or any(road.running for road in house.workplace.roads.all))

    def _end(self, code: int) -> None:
        self._timer.stop()
        self.exit_code = code
        QApplication.quit()

    def _walk(self) -> Iterator[str]:
        """Each `yield` waits until what was asked for is shown."""
        application = self._application
        yield self._take("unlock")
        unlock = application.window.unlock
        unlock.password.edit.setText(self._password)
        unlock.button.click()
        yield "unlocking"
        while application.house is None:
            if not unlock.problem.isHidden():
                sys.stderr.write(unlock.problem.accessibleName() + "\n")
                self.exit_code = LOCKED
                return
            yield "unlocking"
        yield from self._pages(application.house)
        application.lock()
        yield "locking"
        while application.closing:
            yield "locking"
        yield self._take("unlock")
        self.exit_code = 0

    def _pages(self, house: House) -> Iterator[str]:
        yield "first reading"
        # Painting the list asks for its rows; the picture is taken when they have come.
        self._draw()
        yield "rows"
        yield self._take("today")
        house.open(Place("cases"))
        yield "reading"
        self._draw()
        yield "rows"
        yield self._take("cases")
        case = self._case_of(house)
        if case:
            yield from self._shown(house, Place("case", case=case), "case")
            yield from self._shown(house, Place("form", type="apprehension", case=case), "form")
        if house.conflicts.view.queue.model.rowCount():
            queue = house.conflicts.view.queue.model
            item = queue.index(queue.rowCount() - 1, 0)
            house.conflicts.view.queue.list.activated.emit(item)
            yield from self._shown(house, Place("conflicts"), "conflict")
        yield from self._shown(house, Place("sync"), "sync")

    def _shown(self, house: House, place: Place, name: str) -> Iterator[str]:
        house.open(place)
        yield "reading"
        self._draw()
        yield "drawing"
        yield self._take(name)

    @staticmethod
    def _case_of(house: House) -> str:
        """The case with most to tell: one in dispute, else the newest."""
        model = house.cases.view.model
        rows = [row for number in range(min(model.rowCount(), 60)) if (row := model.row_at(number)) is not None]
        best = max(rows, key=lambda row: row.conflicts, default=None)
        return best.case_id if best is not None else ""

    def _draw(self) -> QImage:
        return self._application.window.grab().toImage()

    def _take(self, name: str) -> str:
        self._draw().convertToFormat(QImage.Format.Format_RGB888).save(str(self._folder / f"{name}.png"))
        return name
