"""The door between workers and screens."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, get_ident
from time import monotonic
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from icjims_core.problem import Refused
from icjims_desktop.ui.bridge import Progress, Reporter, Runner, TaskCancelled, Tasks


class Owner(QObject):
    """A screen that hears what came."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.came_on = 0

    def hear(self, value: object) -> None:
        """Remember the value and the thread it came on."""
        self.came_on = get_ident()
        self.heard.append(value)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as made:
        yield made


@pytest.fixture
def tasks(dressed: object, pool: ThreadPoolExecutor) -> Tasks:
    return Tasks(cast("Runner", pool), monotonic)


def test_result_comes_on_the_main_thread(qtbot: QtBot, tasks: Tasks) -> None:
    owner = Owner()
    workers: list[int] = []

    def work(_reporter: Reporter) -> str:
        workers.append(get_ident())
        return "done"

    with qtbot.waitSignal(tasks.ended):
        tasks.run("open", work, owner, owner.hear)
    assert owner.heard == ["done"]
    assert owner.came_on == get_ident() != workers[0]
    assert tasks.running == ()


def test_problem_goes_to_its_handler_or_to_the_shell(qtbot: QtBot, tasks: Tasks) -> None:
    owner = Owner()

    def work(_reporter: Reporter) -> None:
        raise Refused("not_found")

    with qtbot.waitSignal(tasks.ended):
        tasks.run("open", work, owner, owner.hear, failed=owner.hear)
    assert [str(each) for each in owner.heard] == ["not_found()"]
    with qtbot.waitSignal(tasks.problem_unheard):
        tasks.run("open", work, owner, owner.hear)
    assert len(owner.heard) == 1


def test_defect_is_told_with_its_label(qtbot: QtBot, tasks: Tasks) -> None:
    owner = Owner()
    with qtbot.waitSignal(tasks.crashed) as crash:
        tasks.run("divide", lambda _reporter: 1 // 0, owner, owner.hear)
    assert crash.args is not None
    label, error = crash.args
    assert label == "divide"
    assert isinstance(error, ZeroDivisionError)


def test_nobody_is_called_after_the_owner_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    owner, gate = Owner(), Event()
    heard: list[object] = []
    with qtbot.waitSignal(tasks.ended):
        tasks.run("late", lambda _reporter: gate.wait(10), owner, heard.append)
        del owner
        gate.set()
    assert heard == []


def test_cancelled_work_stops_and_tells_nobody(qtbot: QtBot, tasks: Tasks) -> None:
    owner, began, gate = Owner(), Event(), Event()
    stopped: list[bool] = []

    def work(reporter: Reporter) -> str:
        began.set()
        gate.wait(10)
        try:
            reporter.check()
        except TaskCancelled:
            stopped.append(True)
            raise
        return "done"

    with qtbot.waitSignal(tasks.ended):
        task = tasks.run("long", work, owner, owner.hear)
        began.wait(10)
        task.cancel()
        gate.set()
    assert stopped == [True]
    assert owner.heard == []


def test_progress_is_throttled_and_the_last_value_arrives() -> None:
    now = [0.0]
    sent: list[Progress] = []
    reporter = Reporter(sent.append, lambda: now[0])
    for number in range(100):
        now[0] = number / 64
        reporter.progress(Progress(number, 100))
    reporter.flush()
    assert [each.done for each in sent] == [*range(0, 99, 7), 99]


def test_progress_reaches_the_owner(qtbot: QtBot, tasks: Tasks) -> None:
    owner = Owner()

    def work(reporter: Reporter) -> str:
        reporter.progress(Progress(1, 2))
        return "done"

    with qtbot.waitSignal(tasks.ended):
        tasks.run("count", work, owner, owner.hear, progressed=owner.hear)
    assert owner.heard == [Progress(1, 2), "done"]


def test_many_results_arrive_complete(qtbot: QtBot, tasks: Tasks) -> None:
    owner = Owner()

    def make(number: int) -> Callable[[Reporter], int]:
        return lambda _reporter: number

    for number in range(2000):
        tasks.run("many", make(number), owner, owner.hear)
    qtbot.waitUntil(lambda: len(owner.heard) == 2000)
    assert sorted(cast("list[int]", owner.heard)) == list(range(2000))
