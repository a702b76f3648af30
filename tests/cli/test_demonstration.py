"""The first command of the README runs to its end and loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from icjims_desktop.demo.texts import TEXTS


def test_the_demonstration_ends_with_nothing_lost(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "icjims_desktop.demo", "--no-window", "--cases", "1", "--language", "ru"]
    done = subprocess.run(
        command, env={**os.environ, "TMPDIR": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert TEXTS["nothing_lost"].text("ru") in done.stdout
