"""What the decision on reading the log asks of an event and of a role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product

from icjims_core.access.function import decide
from icjims_core.access.model import Actor, Allowed, LogEvent, Operation, Subject


@cache
def reads_any(role: str) -> bool:
    """Whether the role may read any event of the log at all."""
    events = (LogEvent(by, office) for by, office in product(("clerk", "auditor"), ("own", "other")))
    subjects = (
        Subject(event=event, office=event.office, supervisors=several)
        for event, several in product(events, ((), ("own",)))
    )
    actor = Actor(role, "own")
    return any(isinstance(decide(Operation.READ_LOG, actor, each), Allowed) for each in subjects)


def cases_of(event: Mapping[str, object]) -> list[str]:
    """The cases that an event names."""
    named = event.get("cases")
    several = [str(each) for each in named] if isinstance(named, list) else []
    return [*([str(event["case"])] if "case" in event else []), *several]
