"""Signals of the pinned Qt keep Python's reference counts; losing them aborts the program later. What the pinned Qt
does not bear is not done."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="None and True are immortal there, their counts mean nothing",
)
UI = Path(__file__).resolve().parents[2] / "icjims_desktop" / "ui"
EMIT = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Source(QObject):
    emitted = Signal(bool)

def receive(value):
    pass

count = int(sys.argv[1])
application = QCoreApplication([])
source = Source()
source.emitted.connect(receive)
source.emitted.emit(True)
before = [sys.getrefcount(value) for value in (None, True, False)]
for _ in range(count):
    source.emitted.emit(True)
after = [sys.getrefcount(value) for value in (None, True, False)]
print(max(abs(a - b) for a, b in zip(after, before)))
"""


def lost_references(emits: int) -> int:
    """The largest drift of None, True and False after so many emits, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", EMIT, str(emits)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def test_two_hundred_signals_lose_no_reference() -> None:
    assert lost_references(200) < 20


def test_no_widget_overrides_the_handler_of_all_events() -> None:
    """An error raised by compiled code below a call of Qt's own `event` ends the process; an event filter does not."""
    found = [
        f"{path.name}:{method.lineno}"
        for path in UI.rglob("*.py")
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.ClassDef)
        for method in each.body
        if isinstance(method, ast.FunctionDef) and method.name == "event"
    ]
    assert found == []


@pytest.mark.long
def test_very_many_signals_lose_no_reference(trials: int) -> None:
    assert lost_references(trials * 20_000) < 20
