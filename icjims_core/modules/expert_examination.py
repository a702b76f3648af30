"""Expert examination: order, materials, hospital, conclusion and its presentation (P38)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    AnyOf,
    Archetype,
    Assertion,
    Earliest,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", WORDS, cpc("178, 179"))
_ORDER_FIELDS = ORDER.of(
    Field("field_of_expertise", Kind.CODE, required=True, codes="expert_field", source=cpc("179(1)(2)")),
    Field("form", Kind.CODE, unit="form_chosen", codes="examination_form", source=cpc("187–189")),
    Field("previous", Kind.REF, unit="form_chosen", target="expert_examination",
        required_when=OneOf("form", ("additional", "repeated")), source=cpc("189(6)")),
    Field("disagreement", Kind.RICH, max_length=10_000, required_when=Equals("form", "repeated"),
        assertion=Assertion.ASSESSMENT, source=cpc("189(4)")),
    Field("mandatory_ground", Kind.CODE, codes="mandatory_examination", source=cpc("178(2)")),
    Field("person", Kind.REF, target="person", source=cpc("179(1)(4)")),
    Field("ordered_at", Kind.TIMESTAMP, required=True, unit="order", not_future=True, source=cpc("179(1)")),
    Field("order_number", Kind.TEXT, unit="order", max_length=60, searchable=True),
    Field("reasons", Kind.RICH, max_length=20_000, source=cpc("179(1)(3)")),
    Field("questions", Kind.TEXT, merge=Merge.SET, source=cpc("179(1)(7)")),
    Field("initiative", Kind.TEXT, max_length=300, source=cpc("179(7)")),
    Field("consent", Kind.TRI, source=cpc("179(6), 181(3)")),
)

PARTIES = Section("parties", WORDS, cpc("181, 182"))
_PARTIES_FIELDS = PARTIES.of(
    Field("shown_suspect_at", Kind.TIMESTAMP, not_future=True, source=cpc("179(5)"), stays_open=True),
    Field("shown_victim_at", Kind.TIMESTAMP, not_future=True, source=cpc("179(5)"), stays_open=True),
    Field("shown_lawyer_at", Kind.TIMESTAMP, not_future=True, source=cpc("179(5)"), stays_open=True),
    Field("rights_explained", Kind.TRI, source=cpc("179(5), 181"), stays_open=True),
    Field("parties_questions", Kind.RICH, max_length=10_000, source=cpc("181(1), 179(7)"), stays_open=True),
    Field("motion_filed_at", Kind.TIMESTAMP, not_future=True, source=cpc("182(1), 182(3)"), stays_open=True),
    Field("motion_decision", Kind.CODE, unit="judge", codes="motion_decision", source=cpc("182(6)"), stays_open=True),
    Field("motion_decided_at", Kind.TIMESTAMP, unit="judge", not_future=True, source=cpc("182(3)"), stays_open=True),
)

WORK = Section("work", WORDS, cpc("184, 185, 190"))
_WORK_FIELDS = WORK.of(
    Field("provider", Kind.CODE, unit="provider_named", codes="expert_provider", source=cpc("179(3)")),
    Field("organisation", Kind.TEXT, unit="provider_named", max_length=300, searchable=True, source=cpc("179(1)(6)")),
    Field("experts", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("179(1)(6), 187")),
    Field("expert_warned", Kind.TRI, source=cpc("185(2), 193(2)(5)"), stays_open=True),
    Field("objects", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("179(1)(5)")),
    Field("objects_listed", Kind.RICH, max_length=20_000, source=cpc("179(1)(5)")),
    Field("destruction_allowed", Kind.TRI, source=cpc("179(1)(5)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("184(1), 184(2)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("184(1)"), stays_open=True),
    Field("due_on", Kind.DATE, stays_open=True),
    Field("materials_asked", Kind.RICH, max_length=10_000, source=cpc("185(4)"), stays_open=True),
    Field("investigator_present", Kind.TRI, source=cpc("180"), stays_open=True),
    Field("photo_video", Kind.TRI, source=cpc("179(11)"), stays_open=True),
)

HOSPITAL = Section("hospital", WORDS, cpc("186"))
_HOSPITAL_FIELDS = HOSPITAL.of(
    Field("hospital", Kind.TEXT, unit="stay", max_length=300, source=cpc("186(1), 186(2)"), stays_open=True),
    Field("admitted_at", Kind.TIMESTAMP, unit="stay", not_future=True, source=cpc("186(3)"), stays_open=True),
    Field("discharged_at", Kind.TIMESTAMP, unit="stay", not_future=True, not_before="admitted_at", source=cpc("186(4)"),
        stays_open=True),
    Field("hospital_ruling_at", Kind.TIMESTAMP, not_future=True, source=cpc("186(2)"), stays_open=True),
    Field("extension_filed_at", Kind.TIMESTAMP, not_future=True, source=cpc("186(4)"), stays_open=True),
    Field("extension_decided_at", Kind.TIMESTAMP, unit="extension", not_future=True, source=cpc("186(4)"),
        stays_open=True),
    Field("extended_until", Kind.TIMESTAMP, unit="extension", source=cpc("186(4)"), stays_open=True),
    Field("relatives_notified_times", Kind.STATEMENT, merge=Merge.APPEND, not_future=True, not_before="admitted_at",
        source=cpc("186(6)"), stays_open=True),
    Field("relatives_notified_at", Kind.TIMESTAMP, derived=Earliest("relatives_notified_times"), source=cpc("186(6)")),
    Field("relatives_missing_reason", Kind.TEXT, max_length=500, source=cpc("186(6)"), stays_open=True),
)

RESULT = Section("result", WORDS, cpc("193–195"))
_RESULT_FIELDS = RESULT.of(
    Field("outcome", Kind.CODE, unit="result", codes="expert_result", source=cpc("193"), stays_open=True),
    Field("concluded_at", Kind.TIMESTAMP, unit="result", not_future=True, required_when=Filled("outcome"),
        source=cpc("193(2)(1)"), stays_open=True),
    Field("conclusion_number", Kind.TEXT, unit="result", max_length=60, searchable=True, stays_open=True),
    Field("conclusion_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("193(1)"), stays_open=True),
    Field("conclusions", Kind.RICH, assertion=Assertion.ASSESSMENT, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("193(2)(12)"), stays_open=True),
    Field("impossible_reason", Kind.RICH, max_length=5_000,
        required_when=AnyOf((Equals("outcome", "impossible"), Equals("outcome", "returned"))),
        source=cpc("193(6), 184(5)"), stays_open=True),
    Field("conclusion_file", Kind.FILE, merge=Merge.SET, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("193(1)"),
        stays_open=True),
    Field("served_accused_at", Kind.TIMESTAMP, not_future=True, source=cpc("195(1)"), stays_open=True),
    Field("served_victim_at", Kind.TIMESTAMP, not_future=True, source=cpc("195(1)"), stays_open=True),
    Field("objections", Kind.RICH, max_length=10_000, source=cpc("195(1), 195(2)"), stays_open=True),
    Field("expert_interrogation", Kind.REF, target="interrogation", source=cpc("194"), stays_open=True),
)

EXPERT_EXAMINATION = RecordType(
    "expert_examination",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_PARTIES_FIELDS, *_WORK_FIELDS, *_HOSPITAL_FIELDS, *_RESULT_FIELDS,
        *order_header("expert_examination")),
    roles=("inquiry_officer", "investigator", "prosecutor", "judge", "court_clerk", "head"),
    sections=(ORDER, PARTIES, WORK, HOSPITAL, RESULT, HEADER),
    columns=("field_of_expertise", "form", "person", "ordered_at", "organisation", "sent_at", "due_on", "outcome",
        "concluded_at"),
    moment="ordered_at",
    source=cpc("178–195"),
    steps=("P04", "P38"),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (EXPERT_EXAMINATION,)
