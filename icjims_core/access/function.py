"""The one decision on a right: role × office × assignment × state → allowed, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from icjims_core.access.files import private_types
from icjims_core.access.model import Actor, Allowed, Decision, Operation, Reach, Refused, Subject
from icjims_core.access.rules import Rule, Rules, guards, shipped, shipped_about
from icjims_core.problem import Parameter

NO_RULE: Final = "may_not"
"""Code of the refusal where no rule speaks of a case: what nothing allows is refused."""
JUDGE: Final = "judge"
HEAD: Final = "head"


def decide(operation: Operation, actor: Actor, subject: Subject, rules: Rules | None = None) -> Decision:
    """The answer of the first rule that fits; `rules` other than the shipped ones are for trying changes."""
    read = shipped() if rules is None else rules
    about = shipped_about(operation) if rules is None else rules.about(operation)
    facts: dict[str, str] = {}
    for rule, conditions in about:
        if _fits(conditions, facts, actor, subject, read):
            return _answer(rule, operation, actor, subject)
    return Refused(NO_RULE, {"operation": operation.value, "role": actor.role})


def check(operation: Operation, actor: Actor, subject: Subject, **more: Parameter) -> None:
    """Raises the refusal as a `problem.Refused`; `more` are parameters that only the caller knows."""
    decision = decide(operation, actor, subject)
    if isinstance(decision, Refused):
        raise decision.problem(**more)


def circumstances(actor: Actor, subject: Subject, rules: Rules) -> dict[str, str]:
    """The facts that rules ask for, each by the name of its condition."""
    return {name: fact(actor, subject, rules) for name, fact in _FACTS.items()}


def _fits(
    conditions: Mapping[str, list[str]], facts: dict[str, str], actor: Actor, subject: Subject, rules: Rules
) -> bool:
    """Whether every condition is met; `facts` keeps what was found out on the way."""
    for name, wanted in conditions.items():
        if name not in facts:
            facts[name] = _FACTS[name](actor, subject, rules)
        if facts[name] not in wanted:
            return False
    return True


def _answer(rule: Rule, operation: Operation, actor: Actor, subject: Subject) -> Decision:
    if rule.allow:
        return Allowed(rule.id, rule.article)
    params: dict[str, Parameter] = {"operation": operation.value, "role": actor.role}
    if type_name := _type_name(subject):
        params["type"] = type_name
    if subject.unit:
        params["unit"] = subject.unit
    if rule.article:
        params["article"] = rule.article
    return Refused(rule.code, params, rule.id, rule.article)


def _type_name(subject: Subject) -> str:
    return subject.type_name or (subject.type.name if subject.type else "")


def _writer(actor: Actor, subject: Subject, rules: Rules) -> str:
    if subject.type is None:
        return "unknown"
    if actor.role in subject.type.roles:
        return "declared"
    return "every_type" if actor.role in rules.write_every_type else "no"


def _signer(actor: Actor, subject: Subject, _rules: Rules) -> str:
    form = subject.type.signing if subject.type else None
    if form is None:
        return "no"
    pairs = form.countersigned_by
    if any(role == actor.role and subject.capacity in ("", capacity) for role, capacity in pairs):
        return "both" if actor.role in form.by else "countersigner"
    return "officer" if actor.role in form.by else "no"


def _fields(_actor: Actor, subject: Subject, _rules: Rules) -> str:
    guarded = guards(_type_name(subject))
    if not guarded.isdisjoint(subject.disputed):
        return "disputed"
    return "ordinary" if guarded.isdisjoint({subject.unit, *subject.units}) else "liberty"


def _part(actor: Actor, subject: Subject, _rules: Rules) -> str:
    officers = [each for each in subject.signed if not each.countersigns]
    if not {actor.login, *actor.stands_in_for}.isdisjoint(subject.authors):
        return "author"
    if actor.person in {each.person for each in officers}:
        return "author"
    return "colleague" if actor.office in {each.office for each in officers} else "other"


def _signed(_actor: Actor, subject: Subject, _rules: Rules) -> str:
    officers = {each.role for each in subject.signed if not each.countersigns}
    if not officers:
        return "no"
    if JUDGE in officers:
        return "court"
    consents = {each.role for each in subject.signed if each.countersigns}
    if not consents:
        return "officer"
    return "approved" if consents == {HEAD} else "consented"


def _reach(actor: Actor, subject: Subject, _rules: Rules) -> str:
    has = subject.office in ("", actor.office) or actor.office in subject.holders
    return (Reach.OWN if subject.reach is Reach.OFFICE and has else subject.reach).value


def _charge(actor: Actor, subject: Subject, _rules: Rules) -> str:
    if not subject.in_charge:
        return "nobody"
    return "self" if actor.names & set(subject.in_charge) else "another"


def _taken(actor: Actor, subject: Subject, _rules: Rules) -> str:
    if not subject.taken_by:
        return "nobody"
    return "office" if actor.office in subject.taken_by else "elsewhere"


def _supervision(actor: Actor, subject: Subject, _rules: Rules) -> str:
    if not subject.supervisors:
        return "undeclared"
    return "ours" if actor.office in subject.supervisors else "theirs"


def _event(actor: Actor, subject: Subject, rules: Rules) -> str:
    event = subject.event
    if event is None:
        return "other"
    overseen = event.overseen or {event.office}
    if event.role in rules.oversight and actor.office in overseen:
        return "oversight"
    return "own_staff" if event.office == actor.office else "other"


def _file(actor: Actor, subject: Subject, rules: Rules) -> str:
    file = private_types().get(subject.about or _type_name(subject))
    if file is None:
        return "open"
    oversees = _supervision(actor, subject, rules) != "theirs"
    return "admitted" if file.admits(actor.role, actor.colleagues, oversees=oversees) else "closed"


def _decision(actor: Actor, subject: Subject, _rules: Rules) -> str:
    if not subject.deciders:
        return "own"
    return "office" if set(subject.deciders) == {actor.office} else "others"


def _begun(actor: Actor, subject: Subject, rules: Rules) -> str:
    others = subject.begun_by not in ("", actor.office) and subject.office not in ("", actor.office)
    elsewhere = others and subject.reach is Reach.OFFICE and _taken(actor, subject, rules) == "elsewhere"
    return "elsewhere" if elsewhere and _charge(actor, subject, rules) == "another" else "here"


_FACTS: Final[Mapping[str, Callable[[Actor, Subject, Rules], str]]] = {
    "role": lambda actor, _subject, _rules: actor.role,
    "writer": _writer,
    "signer": _signer,
    "fields": _fields,
    "part": _part,
    "signed": _signed,
    "state": lambda _actor, subject, _rules: subject.state.value,
    "reach": _reach,
    "charge": _charge,
    "taken": _taken,
    "supervision": _supervision,
    "purpose": lambda _actor, subject, _rules: "stated" if subject.purpose else "missing",
    "event": _event,
    "accused": lambda actor, subject, _rules: "yes" if actor.office in subject.accuses else "no",
    "restricted": lambda _actor, subject, _rules: "yes" if subject.restricted else "no",
    "file": _file,
    "decision": _decision,
    "begun": _begun,
}
