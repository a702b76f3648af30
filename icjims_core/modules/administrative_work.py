"""Community work ordered for an offence and executed by probation: appearance, weekly reporting, hours (P82)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
    Kind,
    Latest,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
# The Code of Offences of 28.10.2021 № 128; these articles were not read here.
_OFFENCES = Source("CoO", "561, 562")

BASIS = Section("basis_part", WORDS, _OFFENCES)
_BASIS_FIELDS = BASIS.of(
    Field("offender", Kind.TEXT, required=True, unit="who", max_length=300, searchable=True),
    Field("birth_date", Kind.DATE, unit="who", not_future=True),
    Field("pin", Kind.PIN, unit="who", searchable=True),
    Field("sex", Kind.CODE, codes="sex"),
    Field("person", Kind.REF, target="person"),
    Field("residence", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT),
    Field("offence_article", Kind.TEXT, max_length=40),
    Field("court", Kind.TEXT, unit="ruling", max_length=200),
    Field("order_number", Kind.TEXT, unit="ruling", max_length=60, searchable=True),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True),
    Field("hours_total", Kind.INT, minimum=1, maximum=200, source=_OFFENCES),
    Field("papers_received_at", Kind.TIMESTAMP, not_future=True, source=_OFFENCES),
)

WORK = Section("work", WORDS, _OFFENCES)
_WORK_FIELDS = WORK.of(
    Field("appeared_at", Kind.TIMESTAMP, not_future=True, source=_OFFENCES),
    Field("execution_from", Kind.TIMESTAMP, not_future=True, not_before="papers_received_at", source=_OFFENCES),
    Field("site", Kind.TEXT, max_length=300),
    Field("reports", Kind.STATEMENT, merge=Merge.APPEND, source=_OFFENCES),
    Field("last_report_at", Kind.TIMESTAMP, derived=Latest("reports")),
    Field("work_log", Kind.TEXT, merge=Merge.APPEND, max_length=200,
        pattern=r"20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{1,2}( .*)?", source=_OFFENCES),
    Field("hours_done", Kind.INT, minimum=0, maximum=200),
)

BREACHES = Section("breaches", WORDS, _OFFENCES)
_BREACHES_FIELDS = BREACHES.of(
    Field("breach_kinds", Kind.CODE, merge=Merge.SET, codes="administrative_breach", source=_OFFENCES),
    Field("breach_text", Kind.RICH, max_length=5_000),
    Field("representation_at", Kind.TIMESTAMP, unit="representation_made", not_future=True),
    Field("court_answer", Kind.CODE, unit="representation_made", codes="court_answer"),
    Field("ended_on", Kind.DATE, unit="end", not_future=True),
    Field("end_reason", Kind.CODE, unit="end", codes="work_end", required_when=Filled("ended_on")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

ADMINISTRATIVE_WORK = RecordType(
    "administrative_work",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_BASIS_FIELDS, *_WORK_FIELDS, *_BREACHES_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sections=(BASIS, WORK, BREACHES),
    columns=("offender", "pin", "order_number", "papers_received_at", "appeared_at", "hours_total", "hours_done",
        "ended_on", "end_reason"),
    moment="papers_received_at",
    in_case=False,
    source=_OFFENCES,
    steps=("P82",),
    purpose="execution_of_sentences",
)

TYPES = (ADMINISTRATIVE_WORK,)
