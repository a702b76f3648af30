"""Apprehension: the moment liberty was taken, order, safeguards, court and release (P20–P22, P25, P26)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Earliest,
    Field,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
ACTUAL = Section("actual", WORDS, cpc("96, 97"))
_ACTUAL_FIELDS = ACTUAL.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("97(2)")),
    Field("actual_times", Kind.STATEMENT, required=True, merge=Merge.APPEND, not_future=True, stays_open=True,
        source=cpc("97(2), 97(3)")),
    Field("actual_at", Kind.TIMESTAMP, derived=Earliest("actual_times"), source=cpc("97(2), 97(3)")),
    Field("actual_precision", Kind.CODE, codes="time_precision", source=cpc("97(2)")),
    Field("region", Kind.CODE, codes="region"),
    Field("place", Kind.TEXT, max_length=500, searchable=True, source=cpc("97(2)")),
    Field("apprehended_by", Kind.TEXT, max_length=300),
    Field("officers", Kind.TEXT, merge=Merge.SET, max_length=300),
    Field("by_citizens", Kind.TRI, source=cpc("99(1)")),
    Field("ground", Kind.CODE, unit="ground_stated", codes="apprehension_ground", source=cpc("96")),
    Field("motive", Kind.RICH, unit="ground_stated", max_length=10_000, source=cpc("97(2)")),
    Field("wanted", Kind.REF, target="wanted", source=cpc("96(4), 97(5)")),
    Field("search_elsewhere", Kind.TEXT, max_length=300, source=cpc("96(4), 97(5)"), stays_open=True),
    Field("suspected_article", Kind.CODE, unit="suspicion", codes="criminal_code_article", source=cpc("96(2), 97(5)")),
    Field("suspected_part", Kind.TEXT, unit="suspicion", max_length=4, pattern=r"[1-9](-[1-9])?"),
    Field("limitation_checked", Kind.TRI, source=cpc("97(5)")),
    Field("told_suspicion_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(1)"), stays_open=True),
    Field("force_used", Kind.TRI, unit="force"),
    Field("force_reason", Kind.TEXT, unit="force", max_length=1_000, source=cpc("99(2)")),
    Field("force_means", Kind.CODE, merge=Merge.SET, codes="force_means"),
    Field("is_child", Kind.TRI, source=cpc("97(5), 100(2)")),
)

ORDER = Section("order", WORDS, cpc("97, 98"))
_ORDER_FIELDS = ORDER.of(
    Field("delivered_at", Kind.TIMESTAMP, not_future=True, not_before="actual_at", source=cpc("97(1)")),
    Field("order_at", Kind.TIMESTAMP, unit="order", not_future=True, source=cpc("97(2)")),
    Field("order_place", Kind.TEXT, unit="order", max_length=300, source=cpc("97(2)")),
    Field("stated_actual_at", Kind.TIMESTAMP, unit="order", not_future=True, source=cpc("97(2), 97(3)")),
    Field("order_number", Kind.TEXT, max_length=60, searchable=True),
    Field("gap_reason", Kind.TEXT, max_length=1_000, source=cpc("97(1)")),
    Field("physical_condition", Kind.RICH, max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("97(2)")),
    Field("condition_missing_reason", Kind.TEXT, max_length=500, source=cpc("97(2)"), stays_open=True),
    Field("visible_injuries", Kind.RICH, max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("97(2)")),
    Field("personal_search_at", Kind.TIMESTAMP, unit="personal_search_made", not_future=True, not_before="actual_at",
        source=cpc("98")),
    Field("personal_search", Kind.RICH, unit="personal_search_made", max_length=10_000, source=cpc("97(2), 98")),
    Field("belongings", Kind.RICH, max_length=10_000, source=cpc("97(2)")),
    Field("telephone", Kind.TEXT, max_length=120),
    Field("search_video", Kind.FILE, merge=Merge.SET, source=cpc("98")),
    Field("copy_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(4)"), stays_open=True),
    Field("copy_missing_reason", Kind.TEXT, max_length=500, source=cpc("97(4)"), stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(4)"), stays_open=True),
    Field("prosecutor_missing_reason", Kind.TEXT, max_length=500, source=cpc("97(4)"), stays_open=True),
)

SAFEGUARDS = Section("safeguards", WORDS, cpc("44, 97, 102"))
_SAFEGUARD_FIELDS = SAFEGUARDS.of(
    Field("rights_explained_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(1), 97(2)"), stays_open=True),
    Field("rights_sheet_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("44(1)(3)"), stays_open=True),
    Field("rights_language", Kind.CODE, codes="language", source=cpc("44(1)(10), 44(1)(11)"), stays_open=True),
    Field("rights_missing_reason", Kind.TEXT, max_length=500, source=cpc("97(1)"), stays_open=True),
    Field("lawyer_name", Kind.TEXT, max_length=200, source=cpc("51(2)"), stays_open=True),
    Field("lawyer_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("102(1)"), stays_open=True),
    Field("lawyer_arrived_at", Kind.TIMESTAMP, not_future=True, source=cpc("44(1)(6)"), stays_open=True),
    Field("private_meeting_at", Kind.TIMESTAMP, not_future=True, source=cpc("44(1)(8)"), stays_open=True),
    Field("lawyer_missing_reason", Kind.TEXT, max_length=500, source=cpc("44(1)(6), 102(1)"), stays_open=True),
    Field("relative_name", Kind.TEXT, unit="relatives", max_length=200, source=cpc("102(1)"), stays_open=True),
    Field("relative_relation", Kind.TEXT, unit="relatives", max_length=120, source=cpc("102(1)"), stays_open=True),
    Field("relative_phone", Kind.TEXT, unit="relatives", max_length=60, sensitivity=Sensitivity.CONTACT,
        source=cpc("102(1)"), stays_open=True),
    Field("notification_result", Kind.CODE, unit="relatives", codes="notification_result", source=cpc("102(1)"),
        stays_open=True),
    Field("relatives_notified_times", Kind.STATEMENT, merge=Merge.APPEND, not_future=True, not_before="actual_at",
        stays_open=True, source=cpc("102(1)")),
    Field("relatives_notified_at", Kind.TIMESTAMP, derived=Earliest("relatives_notified_times"), source=cc("191(4)")),
    Field("relatives_missing_reason", Kind.TEXT, max_length=500, source=cc("191(4)"), stays_open=True),
    Field("phone_call_at", Kind.TIMESTAMP, unit="phone_call", not_future=True, source=cpc("44(1)(5)"), stays_open=True),
    Field("phone_call_number", Kind.TEXT, unit="phone_call", max_length=30, sensitivity=Sensitivity.CONTACT,
        source=cpc("44(1)(5)"), stays_open=True),
    Field("phone_call_effective", Kind.TRI, unit="phone_call", source=cpc("44(1)(5), 97(2)"), stays_open=True),
    Field("phone_call_missing_reason", Kind.TEXT, max_length=500, source=cpc("44(1)(5)"), stays_open=True),
    Field("doctor_examined_at", Kind.TIMESTAMP, unit="doctor", not_future=True, source=cpc("44(1)(17), 44(6)"),
        stays_open=True),
    Field("doctor_name", Kind.TEXT, unit="doctor", max_length=200, stays_open=True),
    Field("injuries_seen", Kind.TRI, unit="doctor", sensitivity=Sensitivity.SPECIAL_CATEGORY, stays_open=True),
    Field("access_asked_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(6)"), stays_open=True),
    Field("access_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(6)"), stays_open=True),
    Field("doctor_missing_reason", Kind.TEXT, max_length=500, source=cpc("44(6), 97(6)"), stays_open=True),
    Field("foreigner", Kind.TRI, unit="embassy", source=cpc("102(2)"), stays_open=True),
    Field("embassy_notified_at", Kind.TIMESTAMP, unit="embassy", not_future=True, source=cpc("102(2)"),
        stays_open=True),
    Field("embassy_missing_reason", Kind.TEXT, max_length=500, source=cpc("102(2)"), stays_open=True),
    Field("parents_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("102(3), 460(4)"), stays_open=True),
    Field("parents_missing_reason", Kind.TEXT, max_length=500, source=cpc("102(3), 460(4)"), stays_open=True),
    Field("child_body_notified_at", Kind.TIMESTAMP, not_future=True, source=cpc("102(3)"), stays_open=True),
    Field("child_body_missing_reason", Kind.TEXT, max_length=500, source=cpc("102(3)"), stays_open=True),
    Field("prosecutor_questioned_child_at", Kind.TIMESTAMP, not_future=True, source=cpc("460(2)"), stays_open=True),
    Field("child_hearing_missing_reason", Kind.TEXT, max_length=500, source=cpc("460(2)"), stays_open=True),
    Field("complaints", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("97(7)"), stays_open=True),
)

END = Section("end", WORDS, cpc("97(5), 100, 265"))
_END_FIELDS = END.of(
    Field("materials_sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("97(5), 265(1)"), stays_open=True),
    Field("court_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("265(1)"), stays_open=True),
    Field("brought_to_court_at", Kind.TIMESTAMP, not_future=True, not_before="actual_at", source=cpc("97(5)"),
        stays_open=True),
    Field("court_missing_reason", Kind.TEXT, max_length=500, source=cpc("97(5)"), stays_open=True),
    Field("hearing", Kind.REF, target="hearing", source=cpc("265(1)"), stays_open=True),
    Field("lawfulness", Kind.CODE, unit="court_decision", codes="lawfulness_decision", source=cpc("265(3)"),
        stays_open=True),
    Field("lawfulness_at", Kind.TIMESTAMP, unit="court_decision", not_future=True, not_before="actual_at",
        source=cpc("265(3)"), stays_open=True),
    Field("private_ruling", Kind.RICH, unit="private_ruling_made", max_length=10_000, source=cpc("265(5)"),
        stays_open=True),
    Field("private_ruling_at", Kind.TIMESTAMP, unit="private_ruling_made", not_future=True, source=cpc("265(5)"),
        stays_open=True),
    Field("private_ruling_answered_at", Kind.TIMESTAMP, not_future=True, source=cpc("265(5)"), stays_open=True),
    Field("ruling_appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("265(4)"), stays_open=True),
    Field("released_at", Kind.TIMESTAMP, unit="release", not_future=True, not_before="actual_at", source=cpc("100(4)"),
        stays_open=True),
    Field("release_ground", Kind.CODE, unit="release", codes="release_ground", source=cpc("100(1)"), stays_open=True),
    Field("released_by", Kind.TEXT, unit="release", max_length=200, source=cpc("100(1), 100(2)"), stays_open=True),
    Field("release_place", Kind.TEXT, unit="release", max_length=300, source=cpc("100(2), 100(4)"), stays_open=True),
    Field("certificate_given", Kind.TRI, source=cpc("100(4)"), stays_open=True),
    Field("certificate_missing_reason", Kind.TEXT, max_length=500, source=cpc("100(4)"), stays_open=True),
    Field("release_told_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("100(2)"), stays_open=True),
    Field("release_told_investigator_at", Kind.TIMESTAMP, not_future=True, source=cpc("100(2)"), stays_open=True),
)

APPREHENSION = RecordType(
    "apprehension",
    1,
    WORDS,
    Archetype.EVENT,
    (*_ACTUAL_FIELDS, *_ORDER_FIELDS, *_SAFEGUARD_FIELDS, *_END_FIELDS, *order_header("apprehension")),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "prosecutor",
        "clerk", "head"),
    sections=(ACTUAL, ORDER, SAFEGUARDS, END, HEADER),
    columns=("person", "is_child", "ground", "suspected_article", "order_at", "lawyer_arrived_at",
        "doctor_examined_at", "brought_to_court_at", "lawfulness", "released_at"),
    moment="actual_at",
    source=cpc("96, 97, 100, 102"),
    steps=("P20", "P21", "P22", "P25", "P26"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor")),
)

TYPES = (APPREHENSION,)
