"""The only door between worker threads and the screens: one queued signal to one main-thread slot.

A worker runs a plain callable. Its result, problem or progress crosses as a frozen value; the
receiving slot hands it to the owner if that widget still lives, otherwise it is dropped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from inspect import ismethod
from typing import Protocol, TypeVar
from weakref import WeakMethod, ref

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from icjims_core.problem import Problem

T = TypeVar("T")
PROGRESS_INTERVAL_SECONDS = 0.1


class Pending(Protocol):
    """What the bridge needs of a future: `concurrent.futures.Future` satisfies it."""

    def add_done_callback(self, fn: Callable[["Pending"], object], /) -> None:
        """Call `fn` with this future when it ends."""

    def exception(self) -> BaseException | None:
        """What ended it, or None."""

    def result(self) -> object:
        """What it returned."""

    def cancel(self) -> bool:
        """Stop it if it has not begun."""

    def cancelled(self) -> bool:
        """Whether it never ran."""


class Runner(Protocol):
    """What the services lend: `concurrent.futures.Executor` satisfies it."""

    def submit(self, fn: Callable[[], object], /) -> Pending:
        """Run `fn` on a worker."""


class TaskCancelled(Exception):
    """Raised inside a worker at `Reporter.check` after the user cancelled."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: `done` of `total` (0 = unknown), and a rate in units per second."""

    done: int
    total: int
    rate: float = 0.0
    detail: str = ""


class Reporter:
    """What a worker gets: the cancel token and a progress line throttled to 10 Hz."""

    def __init__(self, send: Callable[[Progress], None], clock: Callable[[], float]) -> None:
        self._send = send
        self._clock = clock
        self._last_sent = float("-inf")
        self._held: Progress | None = None
        self.cancelled = False

    def check(self) -> None:
        """Raise TaskCancelled if the user gave up; call it between slices of work."""
        if self.cancelled:
            raise TaskCancelled

    def progress(self, value: Progress) -> None:
        """Report; values in between are dropped, the last one always arrives."""
        now = self._clock()
        if now - self._last_sent >= PROGRESS_INTERVAL_SECONDS:
            self._last_sent = now
            self._held = None
            self._send(value)
        else:
            self._held = value

    def flush(self) -> None:
        """Send the value held back, if any."""
        if self._held is not None:
            held, self._held = self._held, None
            self._send(held)


class Handler:
    """A callable of the owner, held weakly when it is a bound method."""

    def __init__(self, function: Callable[..., object] | None) -> None:
        self._method = WeakMethod(function) if function and ismethod(function) else None
        self._plain = None if self._method else function

    def __call__(self, value: object) -> bool:
        """Call it; False when there is nothing to call."""
        target = self._method() if self._method else self._plain
        if target is None:
            return False
        target(value)
        return True


@dataclass(frozen=True, slots=True)
class _Arrival:
    task: int
    value: object
    error: BaseException | None = None
    ended: bool = True


class Task:
    """A running piece of work as the main thread sees it."""

    def __init__(self, label: str, owner: QObject, reporter: Reporter) -> None:
        self.label = label
        self.reporter = reporter
        self.pending: Pending | None = None
        self.then: Handler = Handler(None)
        self.failed: Handler = Handler(None)
        self.progressed: Handler = Handler(None)
        self._owner = ref(owner)

    def cancel(self) -> None:
        """Ask the worker to stop; nothing more is delivered to the owner."""
        self.reporter.cancelled = True
        if self.pending is not None:
            self.pending.cancel()

    def owner_lives(self) -> bool:
        """Whether there is still a widget to tell."""
        owner = self._owner()
        return owner is not None and isValid(owner)


class Tasks(QObject):
    """Starts work on a runner and brings the outcome back to the main thread."""

    started = Signal(str)
    ended = Signal(str)
    problem_unheard = Signal(object)
    """A Problem whose owner gave no `failed`: the shell shows it as a banner."""
    crashed = Signal(str, object)
    """Label and exception of a task that failed by a defect, for the crash page."""
    _arrived = Signal(object)

    def __init__(self, runner: Runner, clock: Callable[[], float]) -> None:
        super().__init__()
        self._runner = runner
        self._clock = clock
        self._tasks: dict[int, Task] = {}
        self._count = 0
        self._closed = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        label: str,
        work: Callable[[Reporter], T],
        owner: QObject,
        then: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
        progressed: Callable[[Progress], object] | None = None,
    ) -> Task:
        """Run `work` on a worker; `then(result)` or `failed(problem)` follow on the main thread.

        `label` names the work for the activity corner and the crash report. Handlers that are
        bound methods are held weakly, and nothing is called once `owner` is gone. After `end_intake`
        nothing is begun, and nothing follows.
        """
        self._count += 1
        number = self._count
        reporter = Reporter(partial(self._send_progress, number), self._clock)
        task = Task(label, owner, reporter)
        task.then, task.failed = Handler(then), Handler(failed)
        task.progressed = Handler(progressed)
        if self._closed:
            task.cancel()
            return task
        self._tasks[number] = task
        self.started.emit(label)
        task.pending = self._runner.submit(partial(_work, work, reporter))
        task.pending.add_done_callback(partial(self._send_end, number))
        return task

    @property
    def running(self) -> tuple[str, ...]:
        """Labels of what is under way, oldest first."""
        return tuple(task.label for task in self._tasks.values())

    def end_intake(self) -> None:
        """Begin nothing more; what is under way goes on."""
        self._closed = True

    def cancel_all(self) -> None:
        """Cancel everything, as locking and closing do."""
        for task in tuple(self._tasks.values()):
            task.cancel()

    def _send_progress(self, number: int, value: Progress) -> None:
        self._arrived.emit(_Arrival(number, value, ended=False))

    def _send_end(self, number: int, pending: Pending) -> None:
        if pending.cancelled():
            self._arrived.emit(_Arrival(number, None, TaskCancelled()))
            return
        error = pending.exception()
        self._arrived.emit(_Arrival(number, None if error else pending.result(), error))

    @Slot(object)
    def _on_arrived(self, arrival: _Arrival) -> None:
        task = self._tasks.get(arrival.task)
        if task is None:
            return
        if arrival.ended:
            del self._tasks[arrival.task]
            self.ended.emit(task.label)
        if task.reporter.cancelled or not task.owner_lives():
            return
        self._deliver(task, arrival)

    def _deliver(self, task: Task, arrival: _Arrival) -> None:
        if isinstance(arrival.value, Progress) and not arrival.ended:
            task.progressed(arrival.value)
        elif arrival.error is None:
            task.then(arrival.value)
        elif isinstance(arrival.error, Problem):
            if not task.failed(arrival.error):
                self.problem_unheard.emit(arrival.error)
        elif not isinstance(arrival.error, TaskCancelled):
            self.crashed.emit(task.label, arrival.error)


def _work(work: Callable[[Reporter], T], reporter: Reporter) -> T:
    reporter.check()
    result = work(reporter)
    reporter.flush()
    return result
