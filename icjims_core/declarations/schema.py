"""The vocabulary in which procedural modules are declared: labels, field kinds, units, record types."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from icjims_core.declarations.words import RECORD, UNSAID, Label, Words, WordsSource

MAX_TEXT: Final = 1_000
MAX_RICH: Final = 100_000
"""Characters that a field holds where its declaration sets no limit of its own."""


SUPERSEDES: Final = "supersedes"
"""The field by which an act names the one that it corrects; always a list column."""


class Kind(enum.StrEnum):
    """What a field holds. Stored forms are in docs/protocol.md §6."""

    TEXT = "text"
    RICH = "rich"
    INT = "int"
    MONEY = "money"
    BOOL = "bool"
    TRI = "tri"
    DATE = "date"
    TIMESTAMP = "timestamp"
    CODE = "code"
    REF = "ref"
    GEO = "geo"
    PIN = "pin"
    FILE = "file"
    SIGNATURE = "signature"
    STATEMENT = "statement"


class Merge(enum.StrEnum):
    """How concurrent changes of a field come together."""

    REGISTER = "register"
    """Concurrent different values stand side by side until a person resolves them."""
    SET = "set"
    """Members are added and removed; a concurrent addition wins over a removal."""
    APPEND = "append"
    """Entries are only ever added, each with its author and time."""
    DERIVED = "derived"
    """Computed when shown, never stored."""


class Sensitivity(enum.StrEnum):
    """How a field must be handled beyond the need-to-know of its record."""

    ORDINARY = "ordinary"
    SPECIAL_CATEGORY = "special_category"
    CONTACT = "contact"


class Assertion(enum.StrEnum):
    """Whether a field states a fact or somebody's assessment (Directive (EU) 2016/680, art. 7)."""

    FACT = "fact"
    ASSESSMENT = "assessment"


class Archetype(enum.StrEnum):
    """The page layout a record is shown in."""

    DOSSIER = "dossier"
    PERSON = "person"
    EVENT = "event"
    ORDER = "order"
    SCHEDULE = "schedule"


@dataclass(frozen=True, slots=True)
class Equals:
    """Holds when the field has this value."""

    field: str
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class OneOf:
    """Holds when the field has one of these values."""

    field: str
    values: tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """Holds when the field has any value."""

    field: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Holds when the field has no value: what it should say must then be said, or explained, elsewhere."""

    field: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one of the conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when all of the conditions hold."""

    conditions: tuple[Condition, ...]


Condition = Equals | OneOf | Filled | Blank | AnyOf | AllOf


def holds(condition: Condition, values: Mapping[str, object]) -> bool:
    """Whether a condition holds for the values of a record, by field name; absent fields are `None`."""
    match condition:
        case Equals(name, value):
            return values.get(name) == value
        case OneOf(name, several):
            return values.get(name) in several
        case Filled(name):
            return values.get(name) not in (None, "", [])
        case Blank(name):
            return values.get(name) in (None, "", [])
        case AnyOf(conditions):
            return any(holds(each, values) for each in conditions)
        case AllOf(conditions):
            return all(holds(each, values) for each in conditions)


@dataclass(frozen=True, slots=True)
class Earliest:
    """The earliest time among the statements, or the values, of another field."""

    of: str


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest time among the statements, or the values, of another field."""

    of: str


@dataclass(frozen=True, slots=True)
class Gravity:
    """The gravity (Criminal Code, art. 19) of the part of an article that two other fields name."""

    article: str
    part: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in another record of the same case: `(type, field)` in the order in which they are asked.

    Of several records the one that happened first. Who shows records fills it in; within its own record it is empty.
    """

    sources: tuple[tuple[str, str], ...]


Derived = Earliest | Latest | Gravity | Standing
"""How a derived field comes out of other fields of its record, or of its case; see `derived`."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from. `verified` is true only when its text was read in the code cited."""

    act: str
    article: str
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record type. Its kind, unit and merge never change: a new meaning is a new field.

    `unit` groups fields that the law ties together and that are replaced or conflict as one; by default a field is its
    own unit. `codes` names a code list, `target` the record type that a reference points to.
    """

    name: str
    kind: Kind
    words: WordsSource = UNSAID
    """By default those that stand in the file beside the module of its section."""
    required: bool = False
    required_when: Condition | None = None
    merge: Merge = Merge.REGISTER
    unit: str = ""
    codes: str | None = None
    target: str | None = None
    max_length: int | None = None
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    not_future: bool = False
    not_before: str | None = None
    """The field whose time, or number, this one is not below."""
    section: str = ""
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    assertion: Assertion = Assertion.FACT
    source: Source | None = None
    searchable: bool = False
    derived: Derived | None = None
    """Of a field that is computed: from what. Its merge is `derived`."""
    stays_open: bool = False
    """Whether it may still be filled once the act is signed: service, execution, later statements."""
    picked_from: str | None = None
    """What a screen offers for this text: a kind of publication, whose entries fill the fields beside it, or `office`,
    where the code of what was picked is the text."""
    name_in: str | None = None
    """The field beside it that takes the name of a picked office."""

    def __post_init__(self) -> None:
        if not self.unit:
            object.__setattr__(self, "unit", self.name)
        if self.derived is not None:
            object.__setattr__(self, "merge", Merge.DERIVED)

    @property
    def label(self) -> Label:
        """What it is called on a form."""
        return self.words.of(self.name).label

    @property
    def help(self) -> Label | None:
        """What is told while it is filled in."""
        return self.words.of(self.name).help

    @property
    def limit(self) -> int | None:
        """How many characters a text may have: `max_length`, or what its kind allows."""
        return self.max_length or {Kind.TEXT: MAX_TEXT, Kind.RICH: MAX_RICH}.get(self.kind)

    @property
    def writable(self) -> bool:
        """Whether a person may write it."""
        return self.merge is not Merge.DERIVED


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form, in the order of the paper."""

    name: str
    words: WordsSource
    source: Source | None = None

    @property
    def label(self) -> Label:
        """Its heading."""
        return self.words.of(self.name).label

    def of(self, *fields: Field) -> tuple[Field, ...]:
        """The fields, put into this section, all at once: its part of the file must have the words of just these."""
        words = self.words.within(self.name, [each.name for each in fields if each.words is UNSAID])
        return tuple(
            replace(each, section=self.name, words=words if each.words is UNSAID else each.words) for each in fields
        )


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs an act of this type, and in which edition its form is.

    `by` are roles of the officer who signs; `countersigned_by` pairs a role with the capacity in which it countersigns
    (`consent` of the prosecutor, `approval` of the head). The signature of the log stands for none of these.
    """

    edition: str
    by: tuple[str, ...]
    countersigned_by: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RecordType:
    """A declared procedural record.

    `columns` are the register fields kept in its list projection; `moment` names the field that dates the step.
    `roles` may create and edit it (a clerk may always). `in_case` is false for records that belong to an office.
    """

    name: str
    version: int
    words: WordsSource
    archetype: Archetype
    fields: tuple[Field, ...]
    roles: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    columns: tuple[str, ...] = ()
    moment: str | None = None
    in_case: bool = True
    heads_case: bool = False
    """Whether a record of this type is itself the case: its id is the case of its revisions."""
    source: Source | None = None
    steps: tuple[str, ...] = ()
    """Steps of the procedure that it records, by their numbers in the procedure map (P01 … P84)."""
    signing: Signing | None = None
    """Set where an officer signs the act: then it is corrected by one that supersedes it."""
    sealed: str = ""
    """The compartment (a code of `compartment`) to whose officers alone its content is readable; empty: none."""
    command: str = ""
    """The command that alone makes its records, such as `sign`; empty: they are made and edited like any."""
    purpose: str = "criminal_proceedings"
    """What its data are processed for, a code of `purpose` (Directive (EU) 2016/680, art. 4)."""
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    by_unit: Mapping[str, tuple[Field, ...]] = field(init=False, repr=False, compare=False)
    derived: Mapping[str, Derived] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {each.name: each for each in self.fields})
        units: dict[str, tuple[Field, ...]] = {}
        for each in self.fields:
            units[each.unit] = (*units.get(each.unit, ()), each)
        object.__setattr__(self, "by_unit", units)
        derived = {each.name: each.derived for each in self.fields if each.derived is not None}
        object.__setattr__(self, "derived", derived)
        if SUPERSEDES in self.by_name and SUPERSEDES not in self.columns:
            object.__setattr__(self, "columns", (*self.columns, SUPERSEDES))

    @property
    def label(self) -> Label:
        """What a record of this type is called."""
        return self._said.label

    @property
    def sentence(self) -> Label:
        """The line of a timeline, with `{field}` placeholders."""
        return self._said.sentence

    @property
    def _said(self) -> Words:
        own = [each.name for each in self.sections if each.words == self.words]
        return self.words.within("", [RECORD, *own]).of(RECORD)

    def unit_fields(self, unit: str) -> tuple[Field, ...]:
        """The fields of a unit, in the order of declaration."""
        return self.by_unit.get(unit, ())
