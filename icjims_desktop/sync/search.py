"""Finding the last act that a store and the centre have alike, when a replica was restored, copied or forked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from icjims_desktop.sync.events import AskKnown, ListUnsent
from icjims_desktop.sync.ports import UnsentIds

MAX_ASKED: Final = 4096
_FIRST_STEP: Final = 1
_STEP_FACTOR: Final = 64


@dataclass(slots=True)
class CommonSearch:
    """One search over own replicas: lists what is unsent, asks the centre, looks further back where nothing is shared.

    The acts of a replica are a chain, so what both sides share is a prefix. Of `replica`, which the centre knows
    otherwise, even acts that count as sent are in doubt: the search goes back 1, 64, 4096 … acts until one is shared.
    What the store wrote as later replicas stands on what that one wrote, so the unsent part of it follows; earlier
    replicas stay as they are.
    """

    replica: bytes
    newest: int
    _unsent: UnsentIds = field(default_factory=dict)
    _asked: set[bytes] = field(default_factory=set)
    _known: set[bytes] = field(default_factory=set)
    _step: int = 0

    def listed(self, unsent: UnsentIds) -> ListUnsent | AskKnown | None:
        """What to do once unsent acts are listed; `None`: everything is known, read `common`."""
        self._unsent = _from(self.replica, unsent)
        if not self._step:
            return self._further_back() or self._ask()
        return self._ask()

    def answered(self, known: frozenset[bytes]) -> ListUnsent | AskKnown | None:
        """What to do once the centre has said which acts it holds; `None`: read `common`."""
        self._known |= known
        return self._ask() or (None if self._anchored() else self._further_back())

    def common(self) -> dict[bytes, int]:
        """For each own replica in question the last counter that both sides have alike."""
        found = {replica: self._shared(acts) for replica, acts in self._unsent.items()}
        found.setdefault(self.replica, self.newest)
        return found

    def _shared(self, acts: list[tuple[int, bytes]]) -> int:
        shared = acts[0][0] - 1
        for counter, act in acts:
            if act not in self._known:
                break
            shared = counter
        return shared

    def _first(self) -> int:
        acts = self._unsent.get(self.replica)
        return acts[0][0] if acts else self.newest + 1

    def _anchored(self) -> bool:
        acts = self._unsent.get(self.replica)
        return self._first() == 1 or (bool(acts) and acts is not None and acts[0][1] in self._known)

    def _further_back(self) -> ListUnsent | None:
        first = self._first()
        if first == 1:
            return None
        self._step = self._step * _STEP_FACTOR or _FIRST_STEP
        return ListUnsent({self.replica: max(0, first - 1 - self._step)})

    def _ask(self) -> AskKnown | None:
        open_ones = [act for acts in self._unsent.values() for _, act in acts if act not in self._asked][:MAX_ASKED]
        self._asked.update(open_ones)
        return AskKnown(tuple(open_ones)) if open_ones else None


def _from(replica: bytes, unsent: UnsentIds) -> UnsentIds:
    """What is unsent of this replica and of later ones; nothing while this one counts as sent to its end."""
    order = list(unsent)
    return {each: unsent[each] for each in order[order.index(replica) :]} if replica in unsent else {}
