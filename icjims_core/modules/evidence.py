"""Physical evidence: what it is, where it comes from, how it is kept, its fate (P42)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import CHALLENGE, challenge, order_header
from icjims_core.declarations.schema import (
    Archetype,
    Field,
    Filled,
    Kind,
    Merge,
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
ITEM = Section("item", WORDS, cpc("86(1), 86(2), 173"))
_ITEM_FIELDS = ITEM.of(
    Field("item_number", Kind.TEXT, max_length=60, searchable=True),
    Field("kind", Kind.CODE, codes="evidence_kind", source=cpc("86(1), 87(2)")),
    Field("description", Kind.TEXT, required=True, max_length=1_000, searchable=True, source=cpc("86(2), 214(2)")),
    Field("marks", Kind.RICH, max_length=10_000, source=cpc("172(10), 214(2)")),
    Field("quantity", Kind.TEXT, max_length=60, source=cpc("214(2)")),
    Field("weight_g", Kind.INT, minimum=0, source=cpc("214(2)")),
    Field("value", Kind.MONEY, minimum=0, source=cpc("214(2)")),
    Field("serial", Kind.TEXT, max_length=120, searchable=True),
    Field("owner", Kind.REF, target="person", source=cpc("86(4)")),
    Field("photos", Kind.FILE, merge=Merge.SET, source=cpc("86(2)"), stays_open=True),
)

ORIGIN = Section("origin", WORDS, cpc("86(2), 173(1), 173(2)"))
_ORIGIN_FIELDS = ORIGIN.of(
    Field("taken_at", Kind.TIMESTAMP, unit="taking", not_future=True, source=cpc("173(1)")),
    Field("taken_place", Kind.TEXT, unit="taking", max_length=500, source=cpc("173(1)")),
    Field("taken_by", Kind.TEXT, unit="taking", max_length=300),
    Field("from_inspection", Kind.REF, target="inspection", source=cpc("173(1)")),
    Field("from_search", Kind.REF, target="search", source=cpc("173(1)")),
    Field("from_apprehension", Kind.REF, target="apprehension", source=cpc("98, 213(2)")),
    Field("from_protocol", Kind.REF, target="protocol", source=cpc("173(1)")),
    Field("recognised_at", Kind.TIMESTAMP, unit="recognition", not_future=True, source=cpc("86(2), 173(2)")),
    Field("recognition_number", Kind.TEXT, unit="recognition", max_length=60),
    Field("packaging", Kind.TEXT, unit="packing", max_length=500, source=cpc("172(10), 212(19)")),
    Field("seal_number", Kind.TEXT, unit="packing", max_length=60, source=cpc("172(10), 212(19)")),
)

KEEPING = Section("keeping", WORDS, cpc("87"))
_KEEPING_FIELDS = KEEPING.of(
    Field("storage", Kind.CODE, unit="place_kept", codes="storage_place", source=cpc("87(1), 87(2)"), stays_open=True),
    Field("storage_text", Kind.TEXT, unit="place_kept", max_length=300, sensitivity=Sensitivity.CONTACT,
        stays_open=True),
    Field("receipt_number", Kind.TEXT, max_length=60, stays_open=True),
    Field("arrest", Kind.REF, target="other_measure", source=cpc("87(2)(5)"), stays_open=True),
    Field("examinations", Kind.REF, merge=Merge.SET, target="expert_examination", source=cpc("190(1)"),
        stays_open=True),
    Field("sampled", Kind.TEXT, max_length=1_000, source=cpc("87(2)(4), 179(1)(5)"), stays_open=True),
)

FATE = Section("fate", WORDS, cpc("86(4), 87(1)"))
_FATE_FIELDS = FATE.of(
    Field("fate", Kind.CODE, unit="decision_on_fate", codes="evidence_fate", source=cpc("86(4)"), stays_open=True),
    Field("fate_decided_at", Kind.TIMESTAMP, unit="decision_on_fate", not_future=True, required_when=Filled("fate"),
        source=cpc("86(4)"), stays_open=True),
    Field("fate_decided_by", Kind.TEXT, unit="decision_on_fate", max_length=300, required_when=Filled("fate"),
        source=cpc("86(4), 87(6)"), stays_open=True),
    Field("owner_consent", Kind.TRI, source=cpc("87(2)(1), 87(6)"), stays_open=True),
    Field("executed_at", Kind.TIMESTAMP, unit="execution", not_future=True, source=cpc("86(4), 87(2)(4)"),
        stays_open=True),
    Field("execution_act", Kind.TEXT, unit="execution", max_length=300, required_when=Filled("executed_at"),
        source=cpc("87(2)(3), 87(2)(4)"), stays_open=True),
    Field("execution_file", Kind.FILE, merge=Merge.SET, stays_open=True),
)

EVIDENCE = RecordType(
    "evidence",
    1,
    WORDS,
    Archetype.EVENT,
    (*_ITEM_FIELDS, *_ORIGIN_FIELDS, *_KEEPING_FIELDS, *challenge(), *_FATE_FIELDS, *order_header("evidence")),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sections=(ITEM, ORIGIN, KEEPING, CHALLENGE, FATE, HEADER),
    columns=("item_number", "kind", "description", "taken_at", "storage", "fate", "executed_at"),
    moment="taken_at",
    source=cpc("86, 87"),
    steps=("P42",),
    signing=Signing("2026-1", ("investigator", "judge")),
)

TYPES = (EVIDENCE,)
