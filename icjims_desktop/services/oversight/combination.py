"""Bringing records of persons together, or parting them, is an event of its own (Directive (EU) 2016/680, article 25).

It is in the audit stream before the statement is written, whatever way that comes: command, form or import.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Final

from icjims_core.encoding import Nested, Value
from icjims_core.merge import ANNULLED
from icjims_core.modules import registry
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import agreed_values, parts_of
from icjims_desktop.services.oversight.consultation import Consultation
from icjims_desktop.services.persons.person_links import PERSON_LINK, SAME
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.commits import Change

_PERSONS: Final = ("person", "other_person")


def note(
    view: Callable[[], AbstractContextManager[View]], consultation: Consultation, changes: Sequence[Change], now: int
) -> None:
    """Write down what these changes bring together or part; nothing where none of them is about that."""
    links = [each for each in changes if each.type == PERSON_LINK]
    if not links:
        return
    with view() as seen:
        known = seen.records(each.record for each in links)
        for each in links:
            record = known.get(each.record)
            values: dict[str, Value] = {}
            if record is not None:
                values |= agreed_values(registry()[PERSON_LINK], record.state)
            stated = _stated(each)
            _record(consultation, each, values | stated, _action(each, stated), now)


def _record(consultation: Consultation, change: Change, values: Mapping[str, Value], action: str, now: int) -> None:
    persons: list[Nested] = [value for name in _PERSONS if isinstance(value := values.get(name), str)]
    other = values.get("other_case")
    cases = {each for each in (_text(change.case), other) if isinstance(each, str)}
    named: list[Nested] = [*sorted(cases)]
    consultation.record("combination", now=now, action=action, records=persons, cases=named, reason=change.reason)


def _stated(change: Change) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for unit, value in change.changes.get("put", {}).items():
        found |= parts_of(registry()[PERSON_LINK], unit, value)
    return found


def _action(change: Change, stated: Mapping[str, Value]) -> str:
    if ANNULLED in change.changes.get("add", {}):
        return "unlink"
    if ANNULLED in change.changes.get("remove", {}):
        return "link_again"
    if "decision" in stated:
        return "link" if stated["decision"] == SAME else "tell_apart"
    return "edit"


def _text(record: bytes | None) -> str | None:
    return identifiers.to_text(record) if record is not None else None
