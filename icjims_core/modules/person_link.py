"""Two records said to be one person: a statement with reasons, undone by annulling it; nothing is ever merged."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Assertion, Field, Kind, Merge, OneOf, RecordType, Section, Source
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

PERSONS = Section("persons", WORDS)
_PERSONS_FIELDS = PERSONS.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("other_person", Kind.REF, required=True, target="person"),
    Field("other_case", Kind.REF, target="case"),
)

DECISION = Section("decision", WORDS, Source("Directive (EU) 2016/680", "7, 11"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, required=True, unit="judged", codes="link_decision", assertion=Assertion.ASSESSMENT),
    Field("decided_at", Kind.TIMESTAMP, unit="judged", not_future=True),
    Field("decided_by", Kind.TEXT, unit="judged", max_length=200, source=Source("Directive (EU) 2016/680", "11")),
    Field("grounds", Kind.CODE, merge=Merge.SET, codes="link_ground", required_when=OneOf("decision", ("same",))),
    Field("reasons", Kind.RICH, max_length=10_000, assertion=Assertion.ASSESSMENT),
    Field("score", Kind.INT, unit="computed", minimum=0, maximum=100, assertion=Assertion.ASSESSMENT,
        source=Source("Directive (EU) 2016/680", "7(1)")),
    Field("score_parts", Kind.TEXT, unit="computed", max_length=1_000, assertion=Assertion.ASSESSMENT),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

PERSON_LINK = RecordType(
    "person_link",
    1,
    WORDS,
    Archetype.EVENT,
    (*_PERSONS_FIELDS, *_DECISION_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer",
        "penitentiary_officer", "clerk", "head"),
    sections=(PERSONS, DECISION),
    columns=("person", "other_person", "decision", "decided_at", "score"),
    moment="decided_at",
)

TYPES = (PERSON_LINK,)
