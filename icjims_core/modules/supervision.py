"""Registration of a probation client: basis, appearance, term, obligations, officer (P68, P71, P72, P79)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, dc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
REGISTRATION = Section("registration", WORDS, pec("165, 166"))
_REGISTRATION_FIELDS = REGISTRATION.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("kind", Kind.CODE, codes="probation_kind"),
    Field("basis", Kind.CODE, unit="basis_papers", codes="supervision_basis"),
    Field("court", Kind.TEXT, unit="basis_papers", max_length=200),
    Field("verdict_date", Kind.DATE, unit="basis_papers", not_future=True),
    Field("in_force_date", Kind.DATE, unit="basis_papers", not_before="verdict_date", source=cc("83(1)(1)")),
    Field("released_on", Kind.DATE, not_future=True, source=pec("51(1)(1), 160(6)")),
    Field("order_number", Kind.TEXT, unit="basis_papers", max_length=60, source=pec("44(2)")),
    Field("verdict_copy", Kind.TRI, source=pec("44(2)")),
    Field("papers_received_at", Kind.TIMESTAMP, not_future=True, source=pec("44(2), 53(3)")),
    Field("file_number", Kind.TEXT, max_length=60, searchable=True),
    Field("registered_at", Kind.TIMESTAMP, not_future=True, source=pec("62, 165(1)(1)")),
    Field("acceptance_sent_at", Kind.TIMESTAMP, not_future=True, source=pec("160-1(8)")),
    Field("photo", Kind.FILE, merge=Merge.SET),
    Field("officer", Kind.TEXT, unit="officer_in_charge", max_length=200, searchable=True),
    Field("officer_since", Kind.DATE, unit="officer_in_charge"),
)

TERM = Section("term", WORDS, cc("82(4)"))
_TERM_FIELDS = TERM.of(
    Field("appeared_at", Kind.TIMESTAMP, not_future=True, source=cc("82(4)")),
    Field("absence_reason", Kind.TEXT, max_length=1_000, source=cc("84(2)")),
    Field("term_starts_from", Kind.CODE, unit="term", codes="term_start"),
    Field("term_months", Kind.INT, unit="term", minimum=1, maximum=120, source=cc("82(4), 109(3)")),
    Field("term_from", Kind.DATE, unit="term"),
    Field("term_until", Kind.DATE, unit="term", not_before="term_from", required_when=Filled("term_months")),
    Field("youngest_child_born_on", Kind.DATE, not_future=True, source=cc("87(1), 87(3)")),
)

DUTIES = Section("duties", WORDS, cc("83"))
_DUTIES_FIELDS = DUTIES.of(
    Field("requirements", Kind.CODE, merge=Merge.SET, codes="probation_requirement", source=cc("83(1)")),
    Field("obligations", Kind.CODE, merge=Merge.SET, codes="probation_obligation", source=cc("83(2)")),
    Field("obligation_details", Kind.RICH, max_length=10_000, source=cc("83(2), 83(3)")),
    Field("reporting_days", Kind.CODE, merge=Merge.SET, codes="weekday", source=pec("165(1)(4)")),
    Field("residence", Kind.TEXT, max_length=500, sensitivity=Sensitivity.CONTACT, source=cc("83(1)(3)")),
    Field("address_visited_at", Kind.TIMESTAMP, unit="address_visit", not_future=True),
    Field("address_visit_result", Kind.TEXT, unit="address_visit", max_length=2_000),
    Field("work_or_study", Kind.TEXT, max_length=300, source=cc("83(1)(3)")),
)

NOTICE = Section("notice", WORDS, pec("165(1)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("explained_at", Kind.TIMESTAMP, unit="explanation", not_future=True, source=pec("165(1)(2)")),
    Field("explained_language", Kind.CODE, unit="explanation", codes="language"),
    Field("explained_in_writing", Kind.TRI, unit="explanation", source=Source("Tokyo Rules", "12")),
    Field("undertaking", Kind.SIGNATURE, merge=Merge.APPEND, source=pec("160(6), 160-1(4)")),
    Field("complaint_route_at", Kind.TIMESTAMP, not_future=True, source=Source("European Probation Rules", "99")),
    Field("data_notice_at", Kind.TIMESTAMP, not_future=True, source=dc("72(2)(1)")),
    Field("child_attended", Kind.TEXT, merge=Merge.SET, max_length=300, source=pec("167(1)")),
    Field("child_survey_due", Kind.DATE, source=pec("167(2)")),
)

END = Section("end", WORDS, cc("84"))
_END_FIELDS = END.of(
    Field("ended_on", Kind.DATE, unit="end", not_future=True),
    Field("end_reason", Kind.CODE, unit="end", codes="deregistration_reason", required_when=Filled("ended_on"),
        source=cc("84")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

SUPERVISION = RecordType(
    "supervision",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_REGISTRATION_FIELDS, *_TERM_FIELDS, *_DUTIES_FIELDS, *_NOTICE_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sections=(REGISTRATION, TERM, DUTIES, NOTICE, END),
    columns=("person", "kind", "basis", "file_number", "officer", "papers_received_at", "registered_at",
        "appeared_at", "term_until", "ended_on", "end_reason"),
    moment="registered_at",
    source=cc("82–84"),
    steps=("P68", "P71", "P72", "P79"),
    purpose="execution_of_sentences",
)

TYPES = (SUPERVISION,)
