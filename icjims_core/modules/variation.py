"""A representation to a court to vary, replace or end a measure, and what the court decided (P78)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
REPRESENTATION = Section("representation", WORDS, cc("83(5), 84"))
_REPRESENTATION_FIELDS = REPRESENTATION.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("kind", Kind.CODE, required=True, codes="variation_kind", source=cc("83(5), 84(2), 84(4)")),
    Field("filed_by_client", Kind.TRI, source=cc("83(5)")),
    Field("obligations", Kind.CODE, merge=Merge.SET, codes="probation_obligation", source=cc("83(2), 83(5)")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=pec("166(3)")),
    Field("half_term_on", Kind.DATE, source=pec("166(4), 167(3)")),
    Field("damage_repaid", Kind.TRI, source=cc("84(4)")),
    Field("client_view", Kind.RICH, max_length=10_000),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=pec("166(3), 168"), stays_open=True),
    Field("breaches", Kind.REF, merge=Merge.SET, target="breach", source=pec("168")),
)

COURT = Section("court_part", WORDS, cpc("436, 438"))
_COURT_FIELDS = COURT.of(
    Field("court", Kind.TEXT, unit="ruling", max_length=200, stays_open=True),
    Field("decision", Kind.CODE, unit="ruling", codes="court_answer", source=cpc("438(6)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, unit="ruling", not_future=True, not_before="sent_at",
        required_when=Filled("decision"), source=cpc("438(6)"), stays_open=True),
    Field("order_number", Kind.TEXT, unit="ruling", max_length=60, stays_open=True),
    Field("client_attended", Kind.TRI, source=cpc("438(5)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("438(6)"), stays_open=True),
    Field("retry_from", Kind.DATE, source=pec("166(4), 167(3)"), stays_open=True),
    Field("result_text", Kind.RICH, max_length=10_000, stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

VARIATION = RecordType(
    "variation",
    1,
    WORDS,
    Archetype.ORDER,
    (*_REPRESENTATION_FIELDS, *_COURT_FIELDS, *paper("variation")),
    roles=("probation_officer", "clerk", "head"),
    sections=(REPRESENTATION, COURT, PAPER),
    columns=("person", "supervision", "kind", "sent_at", "court", "decision", "decided_at", "retry_from"),
    moment="sent_at",
    source=cc("83(5), 84"),
    steps=("P78",),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (VARIATION,)
