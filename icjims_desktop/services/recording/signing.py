"""Signing of acts: by the officer with the password entered afresh, countersigned, and corrected by superseding."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core import access, signing
from icjims_core.access import Operation, State
from icjims_core.acts import Changes
from icjims_core.declarations import validation
from icjims_core.declarations.schema import SUPERSEDES, Field, Kind, RecordType
from icjims_core.declarations.schema import Signing as Form
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.law import rule_data
from icjims_core.modules import record_type, registry
from icjims_core.problem import Problem, Refused
from icjims_core.projections.annulment import SIGNING
from icjims_core.projections.records import Record
from icjims_core.signing import FRESH_MS, OFFICER, REFUSAL, Signature, Standing, Statement
from icjims_core.workflow.next_steps import actions
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk, Saved
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.moments import instant
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.oversight.charge import Charge
from icjims_desktop.services.recording import awaiting, before_signing, consenting, signatures, writing
from icjims_desktop.services.recording.assignments import Assignment, Operator
from icjims_desktop.services.recording.writing import Stated
from icjims_desktop.services.scope import View
from icjims_desktop.store.log.commits import Change

CONSENT: Final = "consent"
"""In what a role countersigns that the form does not name: asked for, to be refused like any other."""

OUTSIDE: Final = "not_in_charge"
JUDGE: Final = "judge"

Blocked = Callable[[View, Record], Sequence[str]]
"""What is missing before an act may be signed: codes of safeguard stamps whose rule is verified."""


@dataclass(frozen=True, slots=True)
class Hand:
    """The officer who has just entered the password; good for five minutes."""

    key: Ed25519PrivateKey
    entered_at: int


@dataclass(frozen=True, slots=True)
class Awaiting:
    """An act that waits for a consent or approval: its id, type and case."""

    act: bytes
    type: str
    case: bytes


def nothing_missing(_view: View, _act: Record) -> Sequence[str]:
    """No safeguard stands in the way."""
    return ()


class Signing:
    """Signatures of acts in one open store."""

    def __init__(self, desk: Desk, missing: Blocked = nothing_missing) -> None:
        self._desk = desk
        self._missing = missing

    def enter(self, password: str) -> Hand:
        """The officer's hand for the next five minutes; raises `wrong_password`, `locked_out`."""
        return Hand(self._desk.store.users.author_key(password), self._desk.now())

    def sign(self, record: bytes, hand: Hand, capacity: str | None = None) -> dict[str, object]:
        """Sign an act as it stands; without a capacity in the user's own, so that nobody signs for another officer.

        Raises `Refused`: `not_signable`, `may_not_sign`, `already_signed`, `signed_by_officer`, `sealed`,
        `unit_in_conflict`, `invalid`, `annulled`, `signing_blocked` (missing), `password_again`.
        """
        return self._sign(record, hand, capacity or self._capacity(record))

    def countersign(self, record: bytes, hand: Hand) -> dict[str, object]:
        """Consent or approval, as the form provides for the user's role, of what the officer has signed.

        Raises as `sign`, and `not_signed` where the officer has not signed what stands.
        """
        declared = self._declared(record)
        capacities = [capacity for role, capacity in _form(declared).countersigned_by if role == self._desk.me.role]
        return self._sign(record, hand, capacities[0] if capacities else CONSENT)

    def refuse(self, record: bytes, hand: Hand, reason: str) -> dict[str, object]:
        """Refusal, with its reason, of the consent or approval that the form provides for the user's role.

        It is signed like a consent; nothing waits for one any more. Raises as `countersign`, and `reason_required`.
        """
        return self._sign(record, hand, REFUSAL, writing.reason_text(reason, required=True))

    def supersede(self, record: bytes, reason: str | None, assignments: Sequence[Assignment] = ()) -> Saved:
        """A new act in place of a signed one, with what that states and these changes; it is signed like any.

        Raises `reason_required`, `not_signed`, and what making a record raises.
        """
        text = writing.reason_text(reason, required=True)
        now = self._desk.now()
        made = self._desk.ids.new(now)
        with self._desk.view() as view:
            act = view.record(record)
            writing.check_unsealed(act)
            declared = record_type(act.row.type)
            if SUPERSEDES not in declared.by_name or signatures.standing(view, act) is Standing.DRAFT:
                raise Refused("not_signed", record=identifiers.to_text(record))
            kept = {name: value for name, value in agreed_values(declared, act.state).items() if value is not None}
            stated = [
                Assignment(name, Operator.WHOLE, value)
                for name, value in kept.items()
                if _carried(declared.by_name[name])
            ]
            stated.append(Assignment(SUPERSEDES, Operator.WHOLE, identifiers.to_text(record)))
            whole = Stated([*stated, *assignments], text)
            change = writing.new(view, self._desk.me, made, declared.name, act.row.case, whole, now)
        return self._desk.save(change, now)

    def outside(self, record: bytes) -> list[Problem]:
        """Advice `signed_outside_charge` where somebody else has the case in charge; raises `not_found`."""
        with self._desk.view() as view:
            act = view.record(record)
            declared = record_type(act.row.type)
            actor, subject = facts.of_case(view, self._desk.me, act.row.case, instant(self._desk.now()))
        decision = access.decide(Operation.SIGN, actor, replace(subject, type=declared))
        return _told_outside(declared, decision)

    def capacities(self, record: bytes) -> tuple[str, ...]:
        """In which capacities the user may sign an act as it stands and has not yet; raises `not_found`."""
        with self._desk.view() as view:
            act = view.record(record)
            return before_signing.capacities(record_type(act.row.type), act, signatures.of(view, act), self._desk.me)

    def awaiting(self) -> list[Awaiting]:
        """The acts that wait for the user's consent or approval, the longest first."""
        with self._desk.view() as view:
            found = awaiting.awaiting(view, self._desk.me, instant(self._desk.now()))
            outside = self._desk.asking.withheld(view, (each.row.case for each in found if each.row.case))
        rows = (each.row for each in found)
        return [
            Awaiting(row.id, row.type, row.case) for row in rows if row.case is not None and row.case not in outside
        ]

    def unsigned(self, cases: Collection[bytes]) -> list[Awaiting]:
        """The acts of these cases that the user drew up, may sign and has not signed, the oldest first."""
        with self._desk.view() as view:
            found = awaiting.unsigned(view, self._desk.me, cases)
            outside = self._desk.asking.withheld(view, (case for _, _, case in found))
        return [Awaiting(act, type_, case) for act, type_, case in found if case not in outside]

    def standing(self, record: bytes) -> dict[str, object]:
        """How far an act has come and who has signed it; raises `not_found`, `purpose_required`."""
        with self._desk.view() as view:
            act = view.record(record)
            purpose = self._desk.asking.check(view, [act.row.case])
            told = signatures.document(view, act)
        self._desk.consultation.looked("standing", [act], now=self._desk.now(), purpose=purpose)
        return told

    def _declared(self, record: bytes) -> RecordType:
        with self._desk.view() as view:
            act = view.record(record)
            writing.check_unsealed(act)
            return record_type(act.row.type)

    def _capacity(self, record: bytes) -> str:
        with self._desk.view() as view:
            act = view.record(record)
            writing.check_unsealed(act)
            made = signatures.of(view, act)
            return before_signing.capacity(record_type(act.row.type), act, made, self._desk.me)

    def _sign(self, record: bytes, hand: Hand, capacity: str, remark: str | None = None) -> dict[str, object]:
        now = self._desk.now()
        if not 0 <= now - hand.entered_at <= FRESH_MS:
            raise Refused("password_again")
        with self._desk.view() as view:
            act = view.record(record)
            change = self._signature(view, act, hand, capacity, now, remark)
        saved = self._desk.save(change, now, of=act)
        with self._desk.view() as view:
            signed = [signatures.told(view, each) for each in signatures.of(view, act)]
        return {"id": identifiers.to_text(saved.record), "dot": str(saved.dot), "signed": signed}

    def _signature(
        self, view: View, act: Record, hand: Hand, capacity: str, now: int, remark: str | None = None
    ) -> Change:
        writing.check_unsealed(act)
        declared = record_type(act.row.type)
        form = _form(declared)
        self._check_right(view, act, declared, capacity, now)
        if capacity != OFFICER:
            consenting.check_level(declared, act, self._desk.me)
        content = signing.content(declared, act.state)
        validation.check(declared, agreed_values(declared, act.state), now=instant(now))
        made = [each for each in signatures.of(view, act) if each.valid and each.statement.content == content]
        self._check_order(view, act, capacity, made)
        missing = self._missing(view, act) if capacity == OFFICER else ()
        if missing:
            raise Refused("signing_blocked", missing=", ".join(missing), type=declared.name)
        statement = Statement(
            act=identifiers.to_text(act.row.id),
            type=declared.name,
            edition=form.edition,
            content=content,
            capacity=capacity,
            signed_at=moment_of(instant(now)),
            key=self._desk.me.key.hex(),
        )
        return _change(act, statement, statement.sign(hand.key), self._desk.ids.new(now), remark)

    def _check_right(self, view: View, act: Record, declared: RecordType, capacity: str, now: int) -> None:
        actor, subject = facts.of_case(view, self._desk.me, act.row.case, instant(now))
        state = State.ANNULLED if act.state.annulments else State.OPEN
        countersigns = "" if capacity in (OFFICER, REFUSAL) else capacity
        operation = Operation.SIGN if capacity == OFFICER else Operation.COUNTERSIGN
        wanted = replace(subject, type=declared, capacity=countersigns, state=state)
        try:
            access.check(operation, actor, wanted, record=identifiers.to_text(act.row.id))
        except Refused as refused:
            if refused.code != OUTSIDE or not _is_never_held_up(declared, act):
                raise

    def _check_order(self, view: View, act: Record, capacity: str, made: Sequence[Signature]) -> None:
        capacities = {each.statement.capacity for each in made}
        mine = {each.statement.capacity for each in made if each.statement.key == self._desk.me.key.hex()}
        if capacity in mine:
            raise Refused("already_signed", record=identifiers.to_text(act.row.id))
        if capacity != OFFICER and OFFICER not in capacities:
            raise Refused("not_signed", record=identifiers.to_text(act.row.id))
        others = [each for each in made if capacity == each.statement.capacity == OFFICER]
        signed = [(each.by, view.people.author(bytes.fromhex(each.statement.key))) for each in others]
        if self._signs_his_own(view, act, {author.office for _, author in signed}):
            return
        for by, author in signed:
            if author.role != self._desk.me.role:
                raise Refused("signed_by_officer", type=act.row.type, by=by, role=author.role)

    def _signs_his_own(self, view: View, act: Record, offices: Collection[str]) -> bool:
        """Whether an act is the user's to sign whoever signed it before: a court's, or one that he or his office made.

        `offices`: of those who have signed it; who finds an officer of his own among them was not forestalled.
        """
        me = self._desk.me
        made = next((each for each in act.written if each.dot == act.state.created), None)
        if me.role == JUDGE or made is None:
            return me.role == JUDGE
        maker = view.people.author(made.act.header.author)
        return maker.login == me.login or (maker.office == me.office and me.office not in offices)


def outside_then(
    view: View, case: bytes, acts: Iterable[tuple[Record, Sequence[Signature]]]
) -> Iterator[tuple[Record, Problem]]:
    """Advice `signed_outside_charge` where an officer signed an act of a case that others, and he never, had in charge.

    `acts` with their signatures. Who had the case before the signer or stood in for him is counted as of the moment of
    the signature.
    """
    charge = Charge(view, case)
    for act, made in acts:
        declared = registry().get(act.row.type)
        if declared is not None and _is_never_held_up(declared, act):
            signed = (each for each in made if each.valid and each.statement.capacity == OFFICER)
            told = (problem for each in signed for problem in _outside(view, charge, declared, each))
            yield from ((act, problem) for problem in islice(told, 1))


def _outside(view: View, charge: Charge, declared: RecordType, signature: Signature) -> list[Problem]:
    at = rule_data.instant(signature.statement.signed_at)
    if at is None:
        return []
    author = view.people.author(bytes.fromhex(signature.statement.key))
    logins = charge.stands_in_for(author.login, at)
    actor = access.Actor(author.role, author.office, author.login, author.name, logins)
    subject = access.Subject(declared, in_charge=charge.had_by(at))
    return _told_outside(declared, access.decide(Operation.SIGN, actor, subject))


def _told_outside(declared: RecordType, decision: access.Decision) -> list[Problem]:
    if isinstance(decision, access.Refused) and decision.code == OUTSIDE:
        return [Problem("signed_outside_charge", type=declared.name, article=decision.article)]
    return []


def _is_never_held_up(declared: RecordType, act: Record) -> bool:
    """Whether whoever has the case does not matter to a signature: what nothing holds up, and takes nothing's place."""
    return declared.name in actions().never_refused and act.state.agreed(SUPERSEDES) is None


def _form(declared: RecordType) -> Form:
    if declared.signing is None:
        raise Refused("not_signable", type=declared.name)
    return declared.signing


def _carried(field: Field) -> bool:
    """Whether an act takes over a field from the one it supersedes.

    Everything that happened stays true: releases, terms, notifications, statements of times. What belongs to the old
    paper alone does not come along: its signatures and the scan of it.
    """
    of_the_paper = field.kind is Kind.SIGNATURE or (field.kind is Kind.FILE and field.stays_open)
    return field.writable and field.name != SUPERSEDES and not of_the_paper


def _change(act: Record, statement: Statement, signature: str, record: bytes, remark: str | None) -> Change:
    words = {
        "act": statement.act,
        "act_type": statement.type,
        "edition": statement.edition,
        "content": statement.content,
        "capacity": statement.capacity,
        "signed_at": statement.signed_at,
        "key": statement.key,
        "signature": signature,
    }
    changes = cast(
        "Changes", {"put": {signatures.unit(): words}} | ({"append": {"remarks": [remark]}} if remark else {})
    )
    return Change(record, SIGNING, record_type(SIGNING).version, act.row.case, {}, changes, None)
