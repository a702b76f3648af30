"""Hand-over as a two-sided receipt: what was sent and not received stays on the list of both sides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import msgspec

from icjims_core.law.casefile import CaseFile, Step
from icjims_core.law.rule_data import instant, read_rules


class HandoverRules(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """In how many days a hand-over is confirmed: `days`, or what `kinds` says of its kind.

    `without_case`: kinds by which the receiver is not given the case.
    """

    edition: str
    days: int
    kinds: Mapping[str, int]
    without_case: list[str]


@cache
def handover_rules() -> HandoverRules:
    """The rules of `handover.toml`."""
    return read_rules("icjims_core.workflow", "handover.toml", HandoverRules)


@dataclass(frozen=True, slots=True)
class InTransit:
    """Something sent and not confirmed.

    `due`: when it should be confirmed. `refused`: the receiver confirmed that it came and sent it back or did not
    accept it.
    """

    case: str
    step: str
    kind: str
    from_office: str
    to_office: str
    sent_at: datetime
    due: datetime
    refused: bool = False

    def overdue(self, now: datetime) -> bool:
        """Whether the days for the confirmation are over."""
        return now > self.due

    def concerns(self, office: str) -> bool:
        """Whether an office is one of the two sides."""
        return office in (self.from_office, self.to_office)


def in_transit(case_files: Iterable[CaseFile], now: datetime) -> tuple[InTransit, ...]:
    """What was sent and not confirmed by `now`, the longest overdue first."""
    found = [each for case_file in case_files for each in _in_transit(case_file, now)]
    return tuple(sorted(found, key=lambda each: (each.due, each.case, each.step)))


def lost(case_files: Iterable[CaseFile], now: datetime, office: str | None = None) -> tuple[InTransit, ...]:
    """What should have been confirmed by now; of one office only, where one is given."""
    every = in_transit(case_files, now)
    return tuple(each for each in every if each.overdue(now) and (office is None or each.concerns(office)))


def _in_transit(case_file: CaseFile, now: datetime) -> Iterable[InTransit]:
    rules = handover_rules()
    for step in case_file.of("handover"):
        values = step.values()
        sent = max(_times(step, "sent_at"), default=None)
        offices = (str(values.get("from_office") or step.office), str(values.get("to_office") or ""))
        accepted = _accepted(step, {*offices[:1], step.office} - {offices[1], ""}, case_file, now)
        if sent is None or sent > now or accepted:
            continue
        kind = str(values.get("kind") or "")
        due = sent + timedelta(days=rules.kinds.get(kind, rules.days))
        yield InTransit(case_file.case, step.id, kind, *offices, sent, due, refused=accepted is False)


def _accepted(sent: Step, senders: Collection[str], case_file: CaseFile, now: datetime) -> bool | None:
    """Whether a hand-over was accepted, nothing without a receipt; a later acceptance stands.

    A receipt is the word of the other side: one that the sender's own office recorded counts where it shows that word,
    the number under which the receiver registered it or his paper.
    """
    found: bool | None = None
    for step in case_file.of("handover_receipt"):
        values = step.values()
        received = min(_times(step, "received_at"), default=None)
        if received is None or received > now or values.get("handover") != sent.id:
            continue
        if values.get("accepted") == "no":
            found = bool(found)
        elif step.office not in senders or values.get("receiver_number") or values.get("scan"):
            found = True
    return found


def _times(step: Step, name: str) -> list[datetime]:
    """Every standing value of a time."""
    stated = (instant(values.get(name)) for values in step.alternatives(name))
    return [each for each in stated if each is not None]
