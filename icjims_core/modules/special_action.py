"""Special investigative actions: sealed records of what is done without the person's knowledge (P41)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CONTROL, judicial_control
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
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
REQUEST = Section("request", WORDS, cpc("219, 221"))
_REQUEST_FIELDS = REQUEST.of(
    Field("kind", Kind.CODE, required=True, codes="special_action_kind", source=cpc("220, 221(3)(7)")),
    Field("ground", Kind.CODE, codes="special_action_ground", source=cpc("219(4), 223(1), 269(4)")),
    Field("person", Kind.REF, target="person", source=cpc("221(3)(6)")),
    Field("target_text", Kind.TEXT, max_length=1_000, source=cpc("221(3)(6), 221(4)")),
    Field("third_person", Kind.TRI, source=cpc("219(5)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article", source=cpc("221(3)(4)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("221(3)(4)")),
    Field("facts", Kind.RICH, max_length=20_000, source=cpc("221(3)(3)")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("219(1), 221(3)(5)")),
    Field("aim", Kind.RICH, max_length=5_000, source=cpc("221(3)(7)")),
    Field("term_reason", Kind.TEXT, max_length=1_000, source=cpc("221(3)(7)")),
    Field("executing_body", Kind.TEXT, max_length=300, source=cpc("219(6), 221(3)(8)")),
    Field("written_consent", Kind.FILE, required_when=OneOf("kind", ("infiltration",)), source=cpc("219(4), 237(1)")),
    Field("lawyer_excluded", Kind.TRI, source=cpc("219(9), 230(1)")),
)

TERM = Section("term", WORDS, cpc("222, 223"))
_TERM_FIELDS = TERM.of(
    Field("urgent", Kind.TRI, source=cpc("223(1)"), stays_open=True),
    Field("valid_from", Kind.TIMESTAMP, unit="term", source=cpc("222(1)"), stays_open=True),
    Field("valid_until", Kind.TIMESTAMP, unit="term", not_before="valid_from", source=cpc("222(1), 269(8)"),
        stays_open=True),
    Field("extends", Kind.REF, target="special_action", source=cpc("222(2)"), stays_open=True),
    Field("first_from", Kind.TIMESTAMP, required_when=Filled("extends"), source=cpc("222(2)"), stays_open=True),
    Field("actually_started_at", Kind.TIMESTAMP, unit="actual", not_future=True, source=cpc("222(3), 270(1)"),
        stays_open=True),
    Field("actually_ended_at", Kind.TIMESTAMP, unit="actual", not_future=True, not_before="actually_started_at",
        source=cpc("222(4)"), stays_open=True),
    Field("stopped_reason", Kind.TEXT, max_length=1_000, source=cpc("222(4), 223(2), 230(4)"), stays_open=True),
)

RESULT = Section("result", WORDS, cpc("224, 225, 228"))
_RESULT_FIELDS = RESULT.of(
    Field("results", Kind.RICH, source=cpc("228(1)"), stays_open=True),
    Field("report_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("230(5), 232(3), 237(3)"), stays_open=True),
    Field("examined_at", Kind.TIMESTAMP, not_future=True, source=cpc("230(6), 231(3), 232(3)"), stays_open=True),
    Field("items", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("228(1), 230(7)"), stays_open=True),
    Field("carrier_storage", Kind.TEXT, max_length=300, source=cpc("227(1), 230(7)"), stays_open=True),
    Field("copies_made", Kind.TRI, source=cpc("224(5)"), stays_open=True),
    Field("used_elsewhere", Kind.TEXT, max_length=500, source=cpc("225(1)"), stays_open=True),
    Field("irrelevant_found_at", Kind.TIMESTAMP, not_future=True, source=cpc("224(4), 227(1)"), stays_open=True),
    Field("destroyed_at", Kind.TIMESTAMP, unit="destruction", not_future=True, source=cpc("223(2), 224(4), 227(1)"),
        stays_open=True),
    Field("destruction_act", Kind.TEXT, unit="destruction", max_length=60, required_when=Filled("destroyed_at"),
        source=cpc("224(4), 227(1)"), stays_open=True),
    Field("destruction_file", Kind.FILE, source=cpc("224(4)"), stays_open=True),
)

NOTICE = Section("notice", WORDS, cpc("226, 227"))
_NOTICE_FIELDS = NOTICE.of(
    Field("affected", Kind.REF, merge=Merge.SET, target="person", source=cpc("226(1)"), stays_open=True),
    Field("notice_given_at", Kind.TIMESTAMP, unit="notice", not_future=True, source=cpc("226(1), 226(2)"),
        stays_open=True),
    Field("notice_missing_reason", Kind.TEXT, unit="notice", max_length=1_000, source=cpc("226(2)"), stays_open=True),
    Field("access_asked_at", Kind.TIMESTAMP, unit="access", not_future=True, source=cpc("227(2)"), stays_open=True),
    Field("access_decision", Kind.CODE, unit="access", codes="motion_decision", source=cpc("227(3)"), stays_open=True),
    Field("phone_numbers", Kind.TEXT, merge=Merge.SET, max_length=60, sensitivity=Sensitivity.CONTACT,
        source=cpc("230(2), 231(2)")),
    Field("post_office", Kind.TEXT, max_length=300, required_when=Equals("kind", "post"), source=cpc("229(2)(5)")),
    Field("money_issued", Kind.MONEY, minimum=0,
        required_when=AllOf((Equals("kind", "purchase"), Filled("actually_ended_at"))), source=cpc("239(2)"),
        stays_open=True),
    Field("provocation_excluded", Kind.TRI,
        required_when=AllOf((Equals("kind", "purchase"), Filled("actually_ended_at"))), source=cpc("239(3)"),
        stays_open=True),
)

SPECIAL_ACTION = RecordType(
    "special_action",
    1,
    WORDS,
    Archetype.EVENT,
    (*_REQUEST_FIELDS, *judicial_control(), *_TERM_FIELDS, *_RESULT_FIELDS, *_NOTICE_FIELDS,
        *header("special_action")),
    roles=("investigator", "prosecutor", "judge"),
    sections=(REQUEST, CONTROL, TERM, RESULT, NOTICE, HEADER),
    columns=(),
    moment="filed_at",
    source=cpc("219–239"),
    steps=("P41",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge"), (("prosecutor", "consent"),)),
    sealed="special_action",
)

TYPES = (SPECIAL_ACTION,)
