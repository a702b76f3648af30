"""What a file of rules may say, field by field; `msgspec` refuses anything else and names the place."""

from __future__ import annotations

import datetime
from typing import Annotated, Final, Literal

import msgspec

from icjims_core.deadlines.counting import Term, Unit
from icjims_core.declarations.words import Label

Scalar = str | int | bool

Kind = Literal["by", "not_before", "before", "length", "expiry", "periodic", "session", "custody", "fraction", "pause"]
"""How a rule is computed: done by; done not before; done so long before an end; a term that an act sets, checked for
its length; a term that ends by itself; so often in a period; an act that lasts; custody summed up; a part of a
sentence; a term that stands still."""

Severity = Literal["A", "B", "C"]

CHILD_NOW: Final = "moment"
"""What `child_at` of a fact says of the moment asked for."""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text in three languages."""

    ky: str
    ru: str
    en: str

    def label(self) -> Label:
        """As the declarations have it."""
        return Label(self.ky, self.ru, self.en)


class When(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    rename={"is_": "is", "in_": "in", "not_": "not", "all_of": "all", "any_of": "any"},
):
    """A condition over a field of the step at hand or over a fact of the case (`facts.toml`).

    With `via` the field is read from the record that this reference of the step at hand names.
    """

    field: str = ""
    via: str = ""
    fact: str = ""
    is_: Scalar | None = None
    in_: tuple[Scalar, ...] = ()
    filled: bool | None = None
    all_of: tuple[When, ...] = ()
    any_of: tuple[When, ...] = ()
    not_: When | None = None


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a time is read: the field `at` of records of `type` for which `when` holds.

    `link` says which records belong to the one the term runs from: `same` record, same `person`, `others` of that
    person without it, any of the `case`, `ref:FIELD` (their field names it), `back:FIELD` (it names them),
    `shared:FIELD` (both name the same). Empty: same type means the same record, then the person, then the case.
    `deadline` runs from the end of another rule instead.
    With `kinds`, `at` lists periods as text, `KIND FROM/TO …`: each of these kinds that still goes on is an event.
    `goes_on`: a record of the past says that it goes on; its extensions lie on paper, so the end that it names stands
    beyond the limit too, and one before the take-over is missed. `of_case`: however many records state it of their
    case, it is one event.
    """

    type: str = ""
    at: str = ""
    when: When | None = None
    link: str = ""
    deadline: str = ""
    kinds: tuple[str, ...] = ()
    goes_on: bool = False
    of_case: bool = False


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A term: `n` of a unit, where `when` holds; the first that holds counts. `of` makes it a fraction `n/of`.

    `plus`: a field of the starting record whose number is added to `n`. `alarm`: minutes after which what is due at
    once counts as not done; a threshold of practice, not of the law.
    """

    n: Annotated[int, msgspec.Meta(ge=0)] = 0
    unit: Unit = Unit.AT_ONCE
    when: When | None = None
    of: int = 0
    plus: str = ""
    alarm: int = 0

    @property
    def term(self) -> Term:
        """To count with."""
        return Term(self.n, self.unit)


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An act that moves the end (`extensions`) or names it (`sets`).

    `until`: field with the new end; without it the end is `max` from the start. `max`: the most the law allows, counted
    from the start of the term, or from the end that it moves (`from_end`). `at`: when it was decided. `who` grants it.
    """

    type: str
    until: str = ""
    at: str = ""
    when: When | None = None
    link: str = ""
    max: tuple[Limit, ...] = ()
    from_end: bool = False
    who: Text | None = None


class Interval(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Records that say from when until when something was so.

    `listed` names a field whose members say it as text, `KIND FROM/TO …`, of which these `kinds` count. What goes on
    by its own record ends with the first later one of `ended_by`.
    """

    type: str
    start: str = ""
    listed: str = ""
    kinds: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    when: When | None = None
    link: str = ""
    ended_by: tuple[Event, ...] = ()


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of several ways to read a doubtful provision; what it leaves out is as the rule says."""

    id: str
    label: Text
    starts: tuple[Event, ...] = ()
    limit: tuple[Limit, ...] = ()
    shift: bool | None = None
    first_day: bool | None = None
    not_before: bool | None = None


class Session(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How an act that lasts is measured: its `run` without a break, a `break`, the `day`, or its `hours` of the day."""

    measure: Literal["run", "break", "day", "hours"]
    ended: str = "ended_at"
    breaks: str = ""
    first: datetime.time | None = None
    last: datetime.time | None = None
    reason: str = ""


class Fraction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Fields of a sentence: its length in years, months and days, and the days already served that count."""

    years: str = ""
    months: str = ""
    days: str = ""
    credit_days: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One deadline of the table. `id` is its row, with a number where a row holds several."""

    id: str
    act: str
    article: str
    edition: str
    valid_from: datetime.date
    valid_to: datetime.date | None = None
    verified: bool = False
    severity: Severity
    label: Text
    consequence: Text
    kind: Kind = "by"
    per: Literal["step", "person", "case"] = "step"
    starts: tuple[Event, ...]
    limit: tuple[Limit, ...] = ()
    at_least: tuple[Limit, ...] = ()
    ends: tuple[Event, ...] = ()
    lifted_by: tuple[Event, ...] = ()
    while_held: bool = False
    """Whether it concerns only who is without liberty: a release leaves nothing to be done."""
    explained: tuple[Event, ...] = ()
    applies_when: When | None = None
    shift: bool = False
    first_day: bool = False
    strict: Literal["earliest", "latest"] = "earliest"
    extensions: tuple[Change, ...] = ()
    sets: tuple[Change, ...] = ()
    suspended_by: tuple[Interval, ...] = ()
    after_suspension: Literal["new_term", "excluded"] = "new_term"
    absolute: tuple[Limit, ...] = ()
    restarts: tuple[Event, ...] = ()
    segments: tuple[Interval, ...] = ()
    session: Session | None = None
    fraction: Fraction | None = None
    times: Annotated[int, msgspec.Meta(ge=1)] = 1
    before_too: bool = False
    """Whether what keeps the term may lie before the event that it runs from."""
    readings: tuple[Reading, ...] = ()
    act_on: str = "strictest"
    doubt: str = ""
    steps: tuple[str, ...] = ()
    """Steps of the procedure at which it is named although it does not run from, nor ends with, what records them."""
    issue: str = ""
    """The edition of the file that it stands in."""

    @property
    def row(self) -> str:
        """Its row of the table."""
        return self.id.split(".")[0]

    def in_force(self, day: datetime.date) -> bool:
        """Whether it applies to a term that began on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class FactSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a fact is stated: `value`, or the value of `field`, in records of `type` for which `when` holds.

    With `at` the latest of a person's records counts; with `start` only while it lasts, `until` the first of these.
    """

    type: str
    field: str = ""
    value: str = ""
    when: When | None = None
    at: str = ""
    start: str = ""
    until: tuple[str, ...] = ()


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that a condition may ask: the first source that says anything decides, else `default`.

    `order`: where several records say different things, the last of these counts (the gravest). `child_at`: `yes` where
    the person is a child (`persons.childhood`), at the `moment` asked for or by his birth on the earliest day of the
    field `type.field` of his records, or by his age at the act. `child_by`: fields with days on which it had happened,
    at most `child_years` ago, read where neither tells.
    """

    id: str
    sources: tuple[FactSource, ...] = ()
    child_at: str = ""
    child_by: tuple[str, ...] = ()
    child_years: int = 0
    default: str = ""
    order: tuple[str, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: its edition, where it was taken from, and the rules that it holds, or the facts that they ask for."""

    edition: str
    source: str
    rule: tuple[Rule, ...] = ()
    fact: tuple[Fact, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """What it holds."""
        return frozenset([*(each.id for each in self.rule), *(each.id for each in self.fact)])
