"""`python -m icjims_desktop.demo`: the main job from an empty folder to the proof, then the window or its pictures."""

from __future__ import annotations

import argparse
import locale
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from icjims_desktop.demo.programs import PASSWORD, environment
from icjims_desktop.demo.story import OFFICES, Story


def main() -> int:
    """Run the demonstration; 0 when nothing was lost."""
    options = _options()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    folder = Path(options.folder or tempfile.mkdtemp(prefix="icjims-demo-")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    story = Story(folder, options.language, options.cases, options.seed, lambda line: print(line, flush=True))
    whole = story.run()
    story.tell("took", seconds=round(time.monotonic() - began))
    story.tell("kept", folder=folder)
    if whole and not options.no_window:
        _show_window(story)
    return 0 if whole else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m icjims_desktop.demo", description=__doc__)
    parser.add_argument("--cases", type=int, default=40, help="cases entered in each office")
    parser.add_argument("--seed", type=int, default=2026, help="seed of the case book")
    parser.add_argument("--folder", help="an empty folder to work in; a temporary one by default")
    parser.add_argument("--language", choices=("ky", "ru", "en"), default=_language())
    parser.add_argument("--no-window", action="store_true", help="end after the proof")
    return parser.parse_args()


def _language() -> str:
    chosen = os.environ.get("LANG") or locale.getlocale()[0] or ""
    return next((code for code in ("ky", "ru") if chosen.startswith(code)), "en")


def _has_screen() -> bool:
    return os.name == "nt" or sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _show_window(story: Story) -> None:
    code, name, login, _ = OFFICES[0]
    data = str(story.folder / f"office-{code}")
    command = [sys.executable, "-m", "icjims_desktop", "--data-dir", data, "--language", story.language]
    settings = {"ICJIMS_STATE_DIR": str(story.folder / f"state-{code}")}
    if _has_screen():
        story.tell("desktop", name=name, login=login, password=PASSWORD)
    else:
        pictures = story.folder / "screens"
        command += ["--screenshots", str(pictures)]
        # Without a screen Qt says at every window that it cannot hint its size to one.
        settings |= {
            "ICJIMS_PASSWORD": PASSWORD,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "default.warning=false",
        }
        story.tell("screens", folder=pictures)
    subprocess.run(command, env=environment(**settings), check=True)


if __name__ == "__main__":
    sys.exit(main())
