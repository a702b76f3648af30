"""Looking is an act: what is about to be shown is written to the audit stream first (docs/protocol.md §10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from icjims_core.encoding import Value
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.oversight.asking import Purpose, read_purpose
from icjims_desktop.services.people import Me

Event = dict[str, Value]
_IN_EVENT: Final = 1_000
_IN_ACT: Final = 100


class AuditLog(Protocol):
    """What takes audit events: the journal of the store."""

    def commit_audit(self, events: Sequence[Mapping[str, object]], *, now: int) -> None:
        """Write events as one act of the audit stream; durable when it returns."""


class Consultation:
    """Writes what a user looks at, searches for, exports or is refused, before he is answered."""

    def __init__(self, audit: AuditLog, me: Me) -> None:
        self._audit = audit
        self._me = me

    def looked(self, action: str, records: Iterable[Record], *, now: int, purpose: str | None = None) -> None:
        """Records are about to be shown, by `show`, `list`, `case`, `history`, `conflicts`."""
        looked = [(each.row.id, each.row.case) for each in records]
        self.looked_at(action, looked, now=now, purpose=purpose)

    def looked_at(
        self, action: str, looked: Iterable[tuple[bytes, bytes | None]], *, now: int, purpose: str | None = None
    ) -> None:
        """The same by ids of records and their cases."""
        rows, why = list(looked), _why(purpose)
        events = [
            self._event("consultation", action=action, **why, **_named(rows[start : start + _IN_EVENT]))
            for start in range(0, len(rows), _IN_EVENT)
        ]
        for start in range(0, len(events), _IN_ACT):
            self._audit.commit_audit(events[start : start + _IN_ACT], now=now)

    def exported(self, action: str, found: Record, *, now: int, purpose: str | None = None, **details: Value) -> None:
        """Something of one record is about to leave the store as a file: the record, its case, why, and `details`."""
        self.of_record("export", found, now=now, purpose=purpose, action=action, **details)

    def of_record(self, kind: str, found: Record, *, now: int, purpose: str | None = None, **details: Value) -> None:
        """Another event about one record: the record, its case, why, and `details`."""
        self.record(kind, now=now, **_why(purpose), **_named([(found.row.id, found.row.case)]), **details)

    def record(self, kind: str, *, now: int, **details: Value) -> None:
        """Any other event: `search`, `export`, `import`, `backup`, `bundle`, `refused_unlock`, `password_changed` …"""
        self._audit.commit_audit([self._event(kind, **details)], now=now)

    def _event(self, kind: str, **details: Value) -> Event:
        filled = {name: value for name, value in details.items() if value is not None}
        return {"event": kind, "user": self._me.login, "role": self._me.role, "office": self._me.office, **filled}


def _why(stated: str | None) -> dict[str, Value]:
    """The purpose as events have it: the code of the list and the words, or the words alone."""
    purpose = read_purpose(stated)
    if not purpose.code:
        purpose = Purpose(purpose.text, "")
    told: dict[str, Value] = {"purpose": purpose.code, "purpose_text": purpose.text}
    return {name: value for name, value in told.items() if value}


def _named(rows: Sequence[tuple[bytes, bytes | None]]) -> dict[str, Value]:
    """The records by id and the cases that they belong to."""
    cases = sorted({identifiers.to_text(case) for _, case in rows if case is not None})
    named: dict[str, Value] = {"records": [identifiers.to_text(record) for record, _ in rows]}
    if len(cases) == 1:
        named["case"] = cases[0]
    elif cases:
        named["cases"] = list(cases)
    return named
