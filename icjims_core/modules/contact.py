"""A contact with a probation client: planned, held or missed, and the client's explanation (P71)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, OneOf, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MEETING = Section("meeting", WORDS, pec("165, 166"))
_MEETING_FIELDS = MEETING.of(
    Field("supervision", Kind.REF, required=True, target="supervision"),
    Field("person", Kind.REF, target="person"),
    Field("kind", Kind.CODE, required=True, codes="contact_kind"),
    Field("planned_at", Kind.TIMESTAMP, source=pec("165(1)(4)")),
    Field("held_at", Kind.TIMESTAMP, unit="outcome", not_future=True, source=cc("83(1)(4)")),
    Field("result", Kind.CODE, unit="outcome", codes="contact_result"),
    Field("officer", Kind.TEXT, max_length=200),
    Field("place", Kind.TEXT, max_length=300),
    Field("others_present", Kind.TEXT, merge=Merge.SET, max_length=200, source=pec("167(2)")),
    Field("group_topic", Kind.TEXT, max_length=300, required_when=Equals("kind", "group_session")),
    Field("topics", Kind.TEXT, merge=Merge.SET, max_length=200, source=cc("83(1)(4)")),
    Field("summary", Kind.RICH, max_length=20_000, searchable=True),
    Field("obligations_checked", Kind.CODE, merge=Merge.SET, codes="probation_obligation", source=cc("83(2)")),
    Field("act_number", Kind.TEXT, max_length=60, required_when=Equals("kind", "housing_survey"), source=pec("167(2)")),
    Field("registration", Kind.SIGNATURE, merge=Merge.APPEND),
)

ABSENCE = Section("absence", WORDS, pec("48(3), 168(1)"))
_ABSENCE_FIELDS = ABSENCE.of(
    Field("explanation", Kind.RICH, max_length=10_000, source=pec("48(1), 168(1)")),
    Field("good_reason", Kind.CODE, unit="reason", codes="good_reason",
        required_when=OneOf("result", ("absent", "absent_good_reason")), source=pec("48(3), 58(3), 168(1)")),
    Field("reason_document", Kind.TEXT, unit="reason", max_length=300, source=pec("48(3), 58(3)")),
    Field("document_scan", Kind.FILE, merge=Merge.SET),
)

NEXT = Section("next", WORDS)
_NEXT_FIELDS = NEXT.of(
    Field("next_at", Kind.TIMESTAMP, source=cc("83(1)(4)")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

CONTACT = RecordType(
    "contact",
    1,
    WORDS,
    Archetype.EVENT,
    (*_MEETING_FIELDS, *_ABSENCE_FIELDS, *_NEXT_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sections=(MEETING, ABSENCE, NEXT),
    columns=("supervision", "person", "kind", "planned_at", "held_at", "result", "officer", "good_reason",
        "next_at"),
    moment="planned_at",
    source=pec("165, 166"),
    steps=("P71",),
    purpose="execution_of_sentences",
)

TYPES = (CONTACT,)
