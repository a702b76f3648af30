"""The entry of the application: hardens the process, dresses Qt, shows the window, ends in order."""

import os
import secrets
import sys
import time
from collections.abc import Mapping

from icjims_desktop.app import arguments, crash
from icjims_desktop.app.arguments import LANGUAGES, Arguments, Language
from icjims_desktop.platform.hardening import harden_process
from icjims_desktop.platform.paths import config_directory, data_directory

SWITCH_SECONDS = 0.001


def main() -> int:
    """Run the application of this process; the exit code."""
    harden_process()
    wanted = arguments.read(sys.argv[1:])
    if wanted.screenshots is not None and not _has_screen(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return run(wanted, os.environ)


def _has_screen(environment: Mapping[str, str]) -> bool:
    return sys.platform in {"win32", "darwin"} or any(map(environment.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _language(environment: Mapping[str, str]) -> Language:
    """The language of this computer where it is one of the three, else Russian."""
    for name in ("ICJIMS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        chosen = (environment.get(name) or "")[:2].lower()
        for language in LANGUAGES:
            if chosen == language:
                return language
    return "ru"


def run(wanted: Arguments, environment: Mapping[str, str]) -> int:
    """Run with these arguments and variables; the exit code."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform of the screen is chosen before

    from icjims_desktop.app.application import Application, Surroundings, dress  # noqa: PLC0415 - as above
    from icjims_desktop.app.settings import Settings, read_settings  # noqa: PLC0415 - as above
    from icjims_desktop.app.termination import Termination  # noqa: PLC0415 - as above
    from icjims_desktop.ui.theme import start_theme  # noqa: PLC0415 - as above

    # A worker that computes gives way after a millisecond: with Python's five the screen was seen to stutter.
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("ICJIMS")
    app.setQuitOnLastWindowClosed(True)
    start_theme(app)
    around = Surroundings(
        data_dir=wanted.data_dir or data_directory(environment),
        config_dir=config_directory(environment),
        now=lambda: time.time_ns() // 1_000_000,
        monotonic=time.monotonic,
        random=secrets.token_bytes,
        user=wanted.user or environment.get("ICJIMS_USER"),
    )
    settings = read_settings(around.config_dir) or Settings(_language(environment))
    if wanted.language is not None:
        settings = Settings(wanted.language, settings.theme, settings.scale)
    dress(settings)
    application = Application(around, settings)
    crash.watch(application.defect_met.emit)
    app.installEventFilter(application.idle)
    app.aboutToQuit.connect(application.end)
    termination = Termination()
    application.start()
    if wanted.screenshots is not None:
        from icjims_desktop.app.screenshots import Photographer  # noqa: PLC0415 - seldom

        photographer = Photographer(application, wanted.screenshots, environment.get("ICJIMS_PASSWORD", ""))
        photographer.start()
        app.exec()
        termination.close()
        return photographer.exit_code
    application.window.show()
    code = app.exec()
    termination.close()
    return code
