"""Appeal: complaint or representation, term and its restoration, notices, hearing, result, sending back (P61)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
FILING = Section("filing", WORDS, cpc("397–400, 406"))
_FILING_FIELDS = FILING.of(
    Field("appealed_act", Kind.CODE, required=True, codes="appealed_act", source=cpc("398, 401, 402")),
    Field("filed_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("399(1), 400(1)")),
    Field("handed_over_at", Kind.TIMESTAMP, not_future=True, source=cpc("137(3)")),
    Field("person", Kind.REF, target="person", source=cpc("409(1)")),
    Field("appellant", Kind.CODE, unit="filed_by", codes="appellant", source=cpc("397(2), 406(1)(2)")),
    Field("appellant_name", Kind.TEXT, unit="filed_by", max_length=200, searchable=True, source=cpc("406(1)(2)")),
    Field("verdict", Kind.REF, target="verdict", source=cpc("406(1)(3)")),
    Field("ruling", Kind.TEXT, unit="appealed_ruling", max_length=300, source=cpc("406(1)(3)")),
    Field("act_at", Kind.TIMESTAMP, unit="appealed_ruling", not_future=True, source=cpc("400(1), 401(4)")),
    Field("copy_received_at", Kind.TIMESTAMP, not_future=True, source=cpc("400(1)")),
    Field("grounds", Kind.CODE, merge=Merge.SET, codes="appeal_ground", source=cpc("406(1)(4), 418")),
    Field("arguments", Kind.RICH, max_length=50_000, assertion=Assertion.ASSESSMENT, source=cpc("406(1)(4)")),
)

TERM = Section("term", WORDS, cpc("403"))
_TERM_FIELDS = TERM.of(
    Field("restoration_asked_at", Kind.TIMESTAMP, unit="restoration", not_future=True, source=cpc("403(1), 403(2)")),
    Field("restoration_ground", Kind.CODE, unit="restoration", codes="restoration_ground",
        required_when=Filled("restoration_asked_at"), source=cpc("403(1), 403(3)")),
    Field("restoration_decision", Kind.CODE, unit="restoration_ruling", codes="petition_decision",
        source=cpc("403(4)")),
    Field("restoration_decided_at", Kind.TIMESTAMP, unit="restoration_ruling", not_future=True, source=cpc("403(4)")),
)

COURSE = Section("course", WORDS, cpc("404–407, 411"))
_COURSE_FIELDS = COURSE.of(
    Field("parties_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("404(1), 404(2)")),
    Field("returned_for_redraft_at", Kind.TIMESTAMP, unit="redraft", not_future=True, source=cpc("406(2)")),
    Field("redraft_until", Kind.DATE, unit="redraft", required_when=Filled("returned_for_redraft_at"),
        source=cpc("406(2)")),
    Field("objections", Kind.RICH, max_length=20_000, source=cpc("404(3)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("405(2)")),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("410(2), 411(1)")),
    Field("court", Kind.TEXT, max_length=200, searchable=True, source=cpc("406(1)(1)")),
    Field("court_number", Kind.TEXT, max_length=60, searchable=True),
    Field("panel", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("410(1)")),
    Field("rapporteur", Kind.TEXT, max_length=200, source=cpc("411(1)")),
    Field("set_at", Kind.TIMESTAMP, unit="setting", not_future=True, source=cpc("411(1)")),
    Field("scheduled_at", Kind.TIMESTAMP, unit="setting", source=cpc("411(1)")),
    Field("new_evidence", Kind.TRI, source=cpc("410(3)")),
    Field("extended_until", Kind.DATE, source=cpc("410(4)")),
    Field("withdrawn_at", Kind.TIMESTAMP, unit="withdrawal", not_future=True, source=cpc("405(3)")),
    Field("withdrawn_by", Kind.TEXT, unit="withdrawal", max_length=200, required_when=Filled("withdrawn_at"),
        source=cpc("405(3), 405(4)")),
)

RESULT = Section("result", WORDS, cpc("416, 417"))
_RESULT_FIELDS = RESULT.of(
    Field("decision", Kind.CODE, unit="appeal_ruling", codes="appeal_result", source=cpc("417(1)")),
    Field("decided_at", Kind.TIMESTAMP, unit="appeal_ruling", not_future=True, source=cpc("416")),
    Field("reasons", Kind.RICH, max_length=50_000, source=cpc("416(3), 418")),
    Field("quashing_grounds", Kind.CODE, merge=Merge.SET, codes="appeal_ground", source=cpc("418")),
    Field("changes", Kind.RICH, max_length=20_000, required_when=Equals("decision", "verdict_changed"),
        source=cpc("417(1)(3), 422")),
    Field("new_verdict", Kind.REF, target="verdict", source=cpc("416(2)")),
    Field("dissent", Kind.TRI, source=cpc("416(6)")),
    Field("full_text_at", Kind.TIMESTAMP, not_future=True, source=cpc("416(7)"), stays_open=True),
    Field("release_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("424(2)"), stays_open=True),
    Field("sent_for_execution_at", Kind.TIMESTAMP, not_future=True, source=cpc("424(1)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

APPEAL = RecordType(
    "appeal",
    1,
    WORDS,
    Archetype.ORDER,
    (*_FILING_FIELDS, *_TERM_FIELDS, *_COURSE_FIELDS, *_RESULT_FIELDS, *order_header("appeal")),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sections=(FILING, TERM, COURSE, RESULT, HEADER),
    columns=("appealed_act", "filed_at", "person", "appellant", "verdict", "received_at", "court", "scheduled_at",
        "decision", "decided_at", "sent_for_execution_at"),
    moment="filed_at",
    source=cpc("397–425"),
    steps=("P61",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (APPEAL,)
