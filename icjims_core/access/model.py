"""What a right is decided on: the operation, who asks, what it is about; and the two answers."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from icjims_core import problem
from icjims_core.declarations.schema import RecordType
from icjims_core.problem import Parameter


class Operation(enum.StrEnum):
    """What somebody wants to do."""

    CREATE = "create"
    EDIT = "edit"
    ANNUL = "annul"
    SIGN = "sign"
    COUNTERSIGN = "countersign"
    RESOLVE = "resolve"
    EXPLAIN = "explain"
    VIEW = "view"
    LIST = "list"
    CONSULT = "consult"
    EXPORT = "export"
    PRINT = "print"
    READ_LOG = "read_log"
    ASSIGN = "assign"


class State(enum.StrEnum):
    """How far a record has come, for a change to it."""

    OPEN = "open"
    """Not signed, or the change touches nothing that was signed."""
    CLOSED = "closed"
    """The change touches what an officer has signed."""
    ANNULLED = "annulled"


class Reach(enum.StrEnum):
    """How a case is within somebody's reach."""

    OWN = "own"
    """His office keeps it or has it by a signed hand-over, or it belongs to no case."""
    OFFICE = "office"
    """Another office has it, and the centre gave it to his."""
    PERSON = "person"
    """The centre gave it to him alone."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: his role, office and login; `stands_in_for`: logins of the officers whom he substitutes just now.

    `name`: how acts that name officers in words may name him. `colleagues`: the roles of the people of his office, his
    own among them; empty where they are not known. `person`: his id as in `Signer`, where signatures matter.
    """

    role: str
    office: str = ""
    login: str = ""
    name: str = ""
    stands_in_for: Collection[str] = ()
    colleagues: Collection[str] = ()
    person: str = ""

    @property
    def names(self) -> frozenset[str]:
        """By whatever name acts speak of him, and of those whom he stands in for."""
        return frozenset(each for each in (self.login, self.name, *self.stands_in_for) if each)


@dataclass(frozen=True, slots=True)
class LogEvent:
    """One event of the audit stream: whose, and the offices that keep the cases it names."""

    role: str
    office: str
    overseen: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose valid signature an act bears: his role and office; `countersigns`: consent or approval.

    `person`: his id, the same on whichever device and under any login.
    """

    role: str
    office: str = ""
    person: str = ""
    countersigns: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What it is about; what is not known or does not matter is left out.

    `type`: the declared type, `None` where this version does not know it. `type_name`, `unit`: the type's name and the
    unit in dispute. `capacity`: in which a countersignature is asked for; empty: in any. `office`: the office that
    keeps the case; `holders`: those that have it from there by signed hand-overs. `in_charge`: who has the case, by
    login or name; `taken_by`: their offices. `authors`: logins behind the values in dispute.
    `supervisors`: prosecutors' offices that supervise `office`, empty where no supervision is on record. `accuses`:
    offices that an allegation in the case is against. `restricted`: the processing of data in the case is restricted.
    `about`: of a signature or an explanation, the type of the record that it names. `deciders`: where the change
    touches a decision that ties people to a case, the offices of the others who decided it, empty for an unknown one.
    `begun_by`: the office whose officer began the record, empty for one's own or an unknown one.
    Of an annulment: `units` in which the record states something, `disputed` those of them that are or were in
    conflict, `signed` whose signatures it bears.
    """

    type: RecordType | None = None
    type_name: str = ""
    unit: str = ""
    capacity: str = ""
    state: State = State.OPEN
    reach: Reach = Reach.OWN
    office: str = ""
    holders: Collection[str] = ()
    in_charge: Collection[str] = ()
    taken_by: Collection[str] = ()
    authors: Collection[str] = ()
    supervisors: Collection[str] = ()
    purpose: str = ""
    event: LogEvent | None = None
    accuses: Collection[str] = ()
    restricted: bool = False
    about: str = ""
    deciders: Collection[str] = ()
    begun_by: str = ""
    units: Collection[str] = ()
    disputed: Collection[str] = ()
    signed: Collection[Signer] = ()


@dataclass(frozen=True, slots=True)
class Allowed:
    """Yes: by which rule, and its article."""

    rule: str
    article: str


@dataclass(frozen=True, slots=True)
class Refused:
    """No: the stable code of the problem, its parameters, and the rule and article that say so."""

    code: str
    params: Mapping[str, Parameter] = field(default_factory=dict)
    rule: str = ""
    article: str = ""

    def problem(self, **more: Parameter) -> problem.Refused:
        """The same as a known failure."""
        return problem.Refused(self.code, **{**self.params, **more})


Decision = Allowed | Refused
