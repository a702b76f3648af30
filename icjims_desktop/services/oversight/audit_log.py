"""The log of looking, as far as it lies on this workstation and the reader may see it; reading it is itself logged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from icjims_core import access
from icjims_core.access import LogEvent, Operation, Subject
from icjims_core.acts import AUDIT
from icjims_core.encoding import decode_trusted
from icjims_core.law.rule_data import BISHKEK
from icjims_core.projections.tables import act_table
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.moments import instant
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.oversight import holding
from icjims_desktop.services.oversight.log_words import WORKSTATION
from icjims_desktop.services.scope import View

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which events are asked for; times in ms since 1970 UTC, `until` not included."""

    case: bytes | None = None
    user: str | None = None
    since: int | None = None
    until: int | None = None


def read(desk: Desk, wanted: LogFilter) -> Document:
    """The events that the user may read, the oldest first; raises `may_not_read_log`."""
    if not access.reads_any(desk.me.role):
        access.check(Operation.READ_LOG, desk.me.actor, Subject())
    desk.check_enrolled()
    now = desk.now()
    asked = {
        "case": identifiers.to_text(wanted.case) if wanted.case else None,
        "of_user": wanted.user,
        "since": wanted.since,
        "until": wanted.until,
    }
    with desk.view() as view:
        readers = Readers(desk, view, now)
        found = [_told(at, each) for at, each in events(view, wanted) if readers.may_read(each)]
    desk.consultation.record("log", now=now, **{name: each for name, each in asked.items() if each is not None})
    return {"where": WORKSTATION, "events": found}


def events(view: View, wanted: LogFilter) -> Iterator[tuple[int, Mapping[str, object]]]:
    """When, and what, of the events that are asked for."""
    table = act_table.c
    statement = select(table.number).where(table.stream == AUDIT).order_by(table.number)
    if wanted.since is not None:
        statement = statement.where(table.recorded_at >= wanted.since)
    if wanted.until is not None:
        statement = statement.where(table.recorded_at < wanted.until)
    numbers = list(view.connection.scalars(statement))
    case = identifiers.to_text(wanted.case) if wanted.case else None
    for start in range(0, len(numbers), _AT_ONCE):
        read = view.reader.read(view.connection, numbers[start : start + _AT_ONCE])
        for _, act in sorted(read.items()):
            for _, body in sorted(act.bodies.items()):
                event: dict[str, object] = decode_trusted(body, dict)
                if wanted.user in (None, event.get("user")) and (case is None or case in access.cases_of(event)):
                    yield act.header.recorded_at, event


def _told(at: int, event: Mapping[str, object]) -> Document:
    return {"at": identifiers.moment_text(at), **event}


class Readers:
    """Whether the user may read an event; what is known of each case is read once."""

    def __init__(self, desk: Desk, view: View, now: int) -> None:
        self._view, self._me = view, desk.me
        day = instant(now).astimezone(BISHKEK).date().isoformat()
        self._supervision = holding.supervision(view, day)
        self._keepers: dict[str, str] = {}
        self._accused: dict[str, frozenset[str]] = {}

    def may_read(self, event: Mapping[str, object]) -> bool:
        """What the rules say of this event."""
        office, cases = str(event.get("office", "")), access.cases_of(event)
        overseen = frozenset(filter(None, map(self._keeper, cases)))
        subject = Subject(
            office=office,
            supervisors=self._supervision.get(office, frozenset()),
            event=LogEvent(str(event.get("role", "")), office, overseen),
            accuses=frozenset[str]().union(*map(self._accuses, cases)),
        )
        return isinstance(access.decide(Operation.READ_LOG, self._me.actor, subject), access.Allowed)

    def _keeper(self, case: str) -> str:
        if case not in self._keepers:
            self._keepers[case] = holding.keeper(self._view, identifiers.parse(case))
        return self._keepers[case]

    def _accuses(self, case: str) -> Iterable[str]:
        if case not in self._accused:
            self._accused[case] = facts.accused_in(self._view, self._me, identifiers.parse(case))
        return self._accused[case]
