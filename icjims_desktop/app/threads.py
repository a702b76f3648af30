"""The threads of an open store: readers, the one writer, the network; closed in order so that nothing is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from icjims_desktop.ui.bridge import Tasks
from icjims_desktop.ui.workplace import Roads

READERS = 3


class Threads:
    """Made when a store opens; `finish` when it closes."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._network = ThreadPoolExecutor(1, "network")
        self.roads = Roads(
            Tasks(self._readers, monotonic), Tasks(self._writer, monotonic), Tasks(self._network, monotonic)
        )

    def finish(self) -> None:
        """Wait for the network's end (it was told to stop), drop what was only to be read, write all that waits."""
        self._network.shutdown(cancel_futures=True)
        self._readers.shutdown(cancel_futures=True)
        self._writer.shutdown()
