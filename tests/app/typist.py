"""A person whose computer loses its power: unlocks, types into a form, and is killed once the draft is kept.

python -m tests.app.typist DATA_DIR CASE_ID TEXT
"""

from __future__ import annotations

import os
import secrets
import signal
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from icjims_desktop.app.application import Application, Surroundings
from icjims_desktop.app.settings import Settings
from icjims_desktop.ui.theme import start_theme
from icjims_desktop.ui.workplace import Place
from tests.sync.district import PASSWORD, now_ms


class Typist:
    """Does one thing after the other, each when the one before is seen."""

    def __init__(self, application: Application, case: str, text: str) -> None:
        self._application, self._case, self._text = application, case, text
        application.opened.connect(self._open_form)
        self._look = QTimer()
        self._look.timeout.connect(self._type)

    def begin(self) -> None:
        """Unlock."""
        self._application.unlock.ask("aida", PASSWORD)

    def _open_form(self) -> None:
        assert self._application.house is not None
        self._application.house.open(Place("form", type="person", case=self._case))
        self._look.start(20)

    def _type(self) -> None:
        house = self._application.house
        if house is None or house.form.place is None:
            return
        self._look.stop()
        form = house.form.view
        line = form.editor_row("surname").editor.inputs()[0]
        line.insert(self._text)  # type: ignore[attr-defined]
        line.textEdited.emit(self._text)  # type: ignore[attr-defined]
        form.head.draft_shown.connect(self._die)

    def _die(self, saved: bool) -> None:
        if saved:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> int:
    """Run until killed."""
    data_dir, case, text = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    start_theme(app)
    around = Surroundings(Path(data_dir), Path(tempfile.gettempdir()), now_ms, time.monotonic, secrets.token_bytes)
    application = Application(around, Settings("ru"))
    typist = Typist(application, case, text)
    application.start()
    application.window.show()
    typist.begin()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
