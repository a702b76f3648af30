"""What a sync session came to: the document that `icjims sync` prints."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from icjims_core import wire
from icjims_core.acts import ACT
from icjims_core.directory import Decision, Verdict
from icjims_core.problem import Parameter
from icjims_desktop.store.log.tallies import Comparison
from icjims_desktop.sync.events import PushedAct

Sentence = Callable[[str, dict[str, Parameter]], str]
"""Makes a sentence of a code and its parameters in the user's language."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Something the user should know that is no failure."""

    code: str
    params: dict[str, Parameter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """A revision or act of this workstation that does not count, and why. `id`: the record, or the act if rejected."""

    id: str
    code: str


@dataclass(frozen=True, slots=True)
class SyncResult:
    """Counts are procedural revisions; digests are 32 bytes; `conflicts` are counted by whoever shows the result."""

    pushed: int
    pulled: int
    duplicates: int
    refused: tuple[Decided, ...]
    quarantined: tuple[Decided, ...]
    digest: bytes
    centre_digest: bytes
    equal: bool
    replica: bytes
    warnings: tuple[Advice, ...]

    def document(self, conflicts: int, sentence: Sentence) -> dict[str, object]:
        """The document of the contract; `warnings` only where there are some."""
        document: dict[str, object] = {
            "pushed": self.pushed,
            "pulled": self.pulled,
            "duplicates": self.duplicates,
            "refused": [{"id": each.id, "code": each.code, "text": sentence(each.code, {})} for each in self.refused],
            "quarantined": [
                {"id": each.id, "code": each.code, "text": sentence(each.code, {})} for each in self.quarantined
            ],
            "conflicts": conflicts,
            "digest": self.digest.hex(),
            "centre_digest": self.centre_digest.hex(),
            "equal": self.equal,
            "replica": self.replica.hex(),
        }
        if self.warnings:
            document["warnings"] = [
                {"code": each.code, "params": each.params, "text": sentence(each.code, each.params)}
                for each in self.warnings
            ]
        return document


@dataclass(slots=True)
class Totals:
    """What a session has moved so far."""

    pushed: int = 0
    pulled: int = 0
    duplicates: int = 0
    verdicts: dict[tuple[bytes, int], Verdict] = field(default_factory=dict)
    rejected: dict[bytes, str] = field(default_factory=dict)
    warnings: dict[str, Advice] = field(default_factory=dict)

    def count_outcome(self, outcome: wire.Outcome, act: PushedAct) -> None:
        """Count what became of a pushed act."""
        if act.stream != ACT:
            return
        if outcome.result in {"stored", "waiting"}:
            self.pushed += act.revisions
        elif outcome.result == "duplicate":
            self.duplicates += act.revisions

    def decide(self, verdict: Verdict) -> None:
        """Keep the newest verdict on a revision."""
        self.verdicts[verdict.act, verdict.index] = verdict

    def advise(self, code: str, **params: Parameter) -> None:
        """Keep an advice, once for each code."""
        self.warnings.setdefault(code, Advice(code, params))

    def result(self, comparison: Comparison, replica: bytes) -> SyncResult:
        """The totals with the comparison that ended the session."""
        refused = [Decided(act.hex(), code) for act, code in self.rejected.items()]
        refused += self._decided(Decision.REFUSED)
        return SyncResult(
            pushed=self.pushed,
            pulled=self.pulled,
            duplicates=self.duplicates,
            refused=tuple(refused),
            quarantined=tuple(self._decided(Decision.QUARANTINED)),
            digest=comparison.digest,
            centre_digest=comparison.centre_digest,
            equal=comparison.equal,
            replica=replica,
            warnings=tuple(self.warnings.values()),
        )

    def _decided(self, decision: Decision) -> list[Decided]:
        return [
            Decided(str(uuid.UUID(bytes=verdict.record)), verdict.code)
            for verdict in self.verdicts.values()
            if verdict.decision == decision
        ]
