"""Other measures: undertaking to appear, bringing, removal from office, arrest of property, no approach (P30)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
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
MEASURE = Section("measure", WORDS, cpc("117"))
_MEASURE_FIELDS = MEASURE.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("117(1), 117(2)")),
    Field("measure", Kind.CODE, required=True, unit="measure_step", codes="other_measure", source=cpc("117(1)")),
    Field("step", Kind.CODE, unit="measure_step", codes="other_measure_step", source=cpc("118–122")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT,
        source=cpc("119(1), 120(1), 121(5), 122(2)")),
    Field("absence_reason", Kind.CODE, codes="absence_reason", source=cpc("119(2)")),
    Field("warned", Kind.TRI, source=cpc("118(2)")),
    Field("bringing_barred", Kind.TRI, source=cpc("119(5)")),
    Field("brought_at", Kind.TIMESTAMP, unit="bringing", not_future=True, source=cpc("119(4)"), stays_open=True),
    Field("brought_by", Kind.TEXT, unit="bringing", max_length=300, source=cpc("119(6)"), stays_open=True),
)

MOTION = Section("motion", WORDS, cpc("120, 121, 122, 268"))
_MOTION_FIELDS = MOTION.of(
    Field("ordered_at", Kind.TIMESTAMP, unit="order", not_future=True, source=cpc("119(1), 121(3), 122(2)")),
    Field("order_number", Kind.TEXT, unit="order", max_length=60, searchable=True),
    Field("initiative", Kind.TEXT, max_length=300, source=cpc("120(1), 121(2), 122(2)")),
    Field("prosecutor_consent", Kind.TRI, unit="consent", source=cpc("121(3)"), stays_open=True),
    Field("prosecutor_decided_at", Kind.TIMESTAMP, unit="consent", not_future=True, stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("122(2)"), stays_open=True),
    Field("served_defence_at", Kind.TIMESTAMP, not_future=True, source=cpc("120(2), 121(6)"), stays_open=True),
    Field("filed_at", Kind.TIMESTAMP, not_future=True, source=cpc("121(6)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("268(2)"), stays_open=True),
    Field("decision", Kind.CODE, unit="ruling", codes="motion_decision", source=cpc("268(3)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, source=cpc("268(2)"), stays_open=True),
    Field("decided_by", Kind.TEXT, unit="ruling", max_length=200, stays_open=True),
    Field("told_at", Kind.TIMESTAMP, not_future=True, source=cpc("119(3)"), stays_open=True),
    Field("valid_from", Kind.TIMESTAMP, unit="term", stays_open=True),
    Field("valid_until", Kind.TIMESTAMP, unit="term", not_before="valid_from", stays_open=True),
    Field("cancelled_at", Kind.TIMESTAMP, unit="end", not_future=True, source=cpc("120(4), 121(13), 122(4)"),
        stays_open=True),
    Field("cancel_reason", Kind.TEXT, unit="end", max_length=1_000, stays_open=True),
    Field("breaches", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("118(3), 122(3)"), stays_open=True),
)

OFFICE = Section("office", WORDS, cpc("120"))
_OFFICE_FIELDS = OFFICE.of(
    Field("post", Kind.TEXT, max_length=300, required_when=Equals("measure", "removal"), source=cpc("120(1)")),
    Field("organisation", Kind.TEXT, max_length=300, source=cpc("120(3)")),
    Field("sent_to_employer_at", Kind.TIMESTAMP, not_future=True, source=cpc("120(3)"), stays_open=True),
    Field("employer_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("120(3)"), stays_open=True),
    Field("executed_at", Kind.TIMESTAMP, not_future=True, source=cpc("120(3)"), stays_open=True),
)

PROPERTY = Section("property", WORDS, cpc("121, 268"))
_PROPERTY_FIELDS = PROPERTY.of(
    Field("property_found_at", Kind.TIMESTAMP, not_future=True, source=cpc("121(6)")),
    Field("property_kind", Kind.CODE, merge=Merge.SET, codes="arrested_property",
        source=cpc("121(10), 121(12), 121(14)")),
    Field("property_description", Kind.RICH, max_length=50_000, required_when=Equals("measure", "property_arrest"),
        source=cpc("121(12), 268(4)")),
    Field("property_value", Kind.MONEY, minimum=0, source=cpc("121(5), 268(4)")),
    Field("harm_amount", Kind.MONEY, minimum=0, source=cpc("121(5)")),
    Field("holder", Kind.TEXT, max_length=500, source=cpc("121(4), 268(4)")),
    Field("keeper", Kind.TEXT, unit="keeping", max_length=300, source=cpc("121(9), 268(7)"), stays_open=True),
    Field("keeper_warned", Kind.TRI, unit="keeping", source=cpc("121(9), 268(7)"), stays_open=True),
    Field("frozen_at", Kind.TIMESTAMP, not_future=True, source=cpc("121(11)")),
    Field("copy_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("121(12)"), stays_open=True),
)

APPROACH = Section("approach", WORDS, cpc("122"))
_APPROACH_FIELDS = APPROACH.of(
    Field("protected", Kind.REF, merge=Merge.SET, target="person", source=cpc("122(1)")),
    Field("prohibitions", Kind.TEXT, merge=Merge.SET, max_length=500, source=cpc("122(1)")),
    Field("distance_m", Kind.INT, minimum=0, maximum=100_000),
    Field("protected_told_at", Kind.TIMESTAMP, not_future=True, sensitivity=Sensitivity.CONTACT, stays_open=True),
)

OTHER_MEASURE = RecordType(
    "other_measure",
    1,
    WORDS,
    Archetype.ORDER,
    (*_MEASURE_FIELDS, *_MOTION_FIELDS, *_OFFICE_FIELDS, *_PROPERTY_FIELDS, *_APPROACH_FIELDS,
        *order_header("other_measure")),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge", "head"),
    sections=(MEASURE, MOTION, OFFICE, PROPERTY, APPROACH, HEADER),
    columns=("person", "measure", "step", "ordered_at", "filed_at", "decision", "decided_at", "valid_until",
        "cancelled_at"),
    moment="ordered_at",
    source=cpc("117–122"),
    steps=("P30",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge"), (("prosecutor", "consent"),)),
)

TYPES = (OTHER_MEASURE,)
