"""Who stands in for an officer, from when to when, in which cases."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

OFFICERS = Section("officers", WORDS)
_OFFICERS_FIELDS = OFFICERS.of(
    Field("officer", Kind.TEXT, required=True, max_length=100, searchable=True),
    Field("substitute", Kind.TEXT, required=True, max_length=100, searchable=True),
    Field("reason", Kind.CODE, codes="substitution_reason"),
)

PERIOD = Section("period", WORDS)
_PERIOD_FIELDS = PERIOD.of(
    Field("valid_from", Kind.TIMESTAMP, required=True, unit="period_of"),
    Field("valid_until", Kind.TIMESTAMP, unit="period_of", not_before="valid_from"),
    Field("all_cases", Kind.BOOL),
    Field("cases", Kind.REF, merge=Merge.SET, target="case", required_when=Equals("all_cases", value=False)),
)

ORDER = Section("order", WORDS)
_ORDER_FIELDS = ORDER.of(
    Field("order_number", Kind.TEXT, unit="ordered", max_length=60),
    Field("ordered_at", Kind.DATE, unit="ordered"),
    Field("ordered_by", Kind.TEXT, unit="ordered", max_length=200),
    Field("cases_passed", Kind.TRI),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

SUBSTITUTION = RecordType(
    "substitution",
    1,
    WORDS,
    Archetype.ORDER,
    (*_OFFICERS_FIELDS, *_PERIOD_FIELDS, *_ORDER_FIELDS),
    roles=("head", "prosecutor", "clerk", "administrator"),
    sections=(OFFICERS, PERIOD, ORDER),
    columns=("officer", "substitute", "valid_from", "valid_until", "all_cases", "reason"),
    moment="valid_from",
    in_case=False,
    purpose="office_work",
)

TYPES = (SUBSTITUTION,)
