"""Where presenters stand: the open workspace, the three roads to it, the clock, and the way from page to page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from icjims_core.problem import Problem
from icjims_desktop.ui.bridge import Progress, Reporter, Task, Tasks
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.wording import local

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is: a page and the ids of what is open there, nothing of its content."""

    page: str
    type: str = ""
    record: str = ""
    case: str = ""
    unit: str = ""
    then: str = ""
    """The type of the step that is begun in the case once this form is recorded."""


@dataclass(frozen=True, slots=True)
class Roads:
    """Three ways to the store: `reading` on several threads, `writing` in order on one, `network` on one."""

    reading: Tasks
    writing: Tasks
    network: Tasks

    @property
    def all(self) -> tuple[Tasks, ...]:
        """Every one of them."""
        return (self.reading, self.writing, self.network)


class Workplace(QObject):
    """What the presenters of an unlocked window share. Workers get the workspace; only frozen values come back."""

    changed = Signal()
    """Something was written, received or decided: whoever shows records reads them again."""
    went = Signal(object)
    """A Place to be opened."""
    signing_asked = Signal(str)
    """The id of an act to be signed or countersigned."""
    printing_asked = Signal(str)
    """The id of an act to be printed."""
    letter_asked = Signal(str)
    """The id of a record whose letter is to be printed."""
    correcting_asked = Signal(str)
    """The id of a signed act to be corrected by a new one."""
    language_changed = Signal()
    """Sentences made by workers are to be made again."""
    told = Signal(str, str, str)
    """Fact, consequence and remedy of a problem for the banner of the shell."""
    noted = Signal(str, str, str)
    """The same of what is no problem: something was done, or is worth knowing."""

    def __init__(self, workspace: "Workspace", roads: Roads, clock: Callable[[], int]) -> None:
        super().__init__()
        self.workspace = workspace
        self.roads = roads
        self._clock = clock
        languages.changed.connect(self.language_changed)

    def close(self) -> None:
        """Take nothing in any more, and hear of nothing."""
        languages.changed.disconnect(self.language_changed)
        for road in self.roads.all:
            road.end_intake()

    @property
    def language(self) -> str:
        """`ky`, `ru` or `en`."""
        return languages.current.value

    def milliseconds(self) -> int:
        """This computer's clock, milliseconds since 1970 UTC."""
        return self._clock()

    def now(self) -> datetime:
        """The same by the wall clock of Bishkek."""
        return local(self._clock())

    def go(self, place: Place) -> None:
        """Open something."""
        self.went.emit(place)

    def read(
        self,
        label: str,
        work: "Callable[[Workspace], T]",
        owner: QObject,
        then: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
        instead_of: Task | None = None,
    ) -> Task:
        """Read on a worker; what `instead_of` asked for is no longer wanted."""
        if instead_of is not None:
            instead_of.cancel()
        return self._run(self.roads.reading, label, work, owner, then, failed)

    def follow(
        self,
        label: str,
        work: "Callable[[Workspace, Reporter], T]",
        owner: QObject,
        then: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
        progressed: Callable[[Progress], object] | None = None,
    ) -> Task:
        """Read and compute for long on a worker, with progress and a cancel token."""
        workspace = self.workspace
        return self.roads.reading.run(
            label, lambda reporter: work(workspace, reporter), owner, then, failed, progressed
        )

    def write(
        self,
        label: str,
        work: "Callable[[Workspace], T]",
        owner: QObject,
        then: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
    ) -> Task:
        """Write on the one writer, in the order in which it was asked."""
        return self._run(self.roads.writing, label, work, owner, then, failed)

    def reach(
        self,
        label: str,
        work: "Callable[[Workspace, Reporter], T]",
        owner: QObject,
        then: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
        progressed: Callable[[Progress], object] | None = None,
    ) -> Task:
        """Talk to the centre, or to a file, on the network's thread."""
        workspace = self.workspace
        return self.roads.network.run(
            label, lambda reporter: work(workspace, reporter), owner, then, failed, progressed
        )

    def _run(
        self,
        road: Tasks,
        label: str,
        work: "Callable[[Workspace], T]",
        owner: QObject,
        then: Callable[[T], object],
        failed: Callable[[Problem], object] | None,
    ) -> Task:
        workspace = self.workspace
        return road.run(label, lambda _reporter: work(workspace), owner, then, failed)


def nothing(_result: object) -> None:
    """For work whose result nobody waits for."""
