"""What acceptances say on who has a case in charge, and who may therefore hand it over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, cast

from icjims_core import access
from icjims_core.access import Actor, Operation, Refused, Subject
from icjims_core.encoding import Value
from icjims_core.modules import record_type
from icjims_core.projections.handing import HANDOVER
from icjims_core.projections.records import Record

ACCEPTANCE: Final = "acceptance"
_NOT_IN_CHARGE: Final = "not_in_charge"


def stated(act: Record, field: str) -> Value:
    """What stands in a field of a unit of several; nothing where it is in dispute."""
    words = act.state.agreed(record_type(ACCEPTANCE).by_name[field].unit)
    return cast("Mapping[str, Value]", words).get(field) if isinstance(words, dict) else None


def named(act: Record) -> frozenset[str]:
    """Whom an acceptance names: by login, else by name, with the members of the group."""
    members = (value for value, _ in act.state.sets.get("members", {}).values())
    return frozenset(str(each) for each in (stated(act, "login") or stated(act, "officer"), *members) if each)


def logins(acts: Iterable[Record]) -> frozenset[str]:
    """The logins that acceptances name; none where one of them names its officer in words alone: nobody can tell."""
    several = list(acts)
    told = all(stated(each, "login") for each in several)
    return frozenset().union(*map(named, several)) if told else frozenset()


def may_give(author: Actor, charged: Collection[str]) -> bool:
    """Whether the rules let him sign a hand-over of a case that these officers of his office have or had in charge."""
    decision = access.decide(Operation.SIGN, author, Subject(record_type(HANDOVER), in_charge=charged))
    return not (isinstance(decision, Refused) and decision.code == _NOT_IN_CHARGE)
