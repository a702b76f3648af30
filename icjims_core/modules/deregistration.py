"""Taking a client off the register: reason, final report, archive, end of the criminal record (P79)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
END = Section("end_part", WORDS, cc("84"))
_END_FIELDS = END.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, required=True, target="supervision"),
    Field("ended_on", Kind.DATE, unit="end", not_future=True),
    Field("reason", Kind.CODE, unit="end", required=True, codes="deregistration_reason", source=cc("84")),
    Field("basis_document", Kind.TEXT, unit="end", max_length=300),
    Field("new_office", Kind.TEXT, max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office",
        required_when=Equals("reason", "transfer")),
    Field("final_report", Kind.RICH, max_length=20_000, searchable=True, assertion=Assertion.ASSESSMENT),
    Field("obligations_done", Kind.TRI, source=cc("84(1)")),
    Field("client_told_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("court_told_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
)

AFTER = Section("after", WORDS, cc("95"))
_AFTER_FIELDS = AFTER.of(
    Field("record_ends_on", Kind.DATE, source=cc("95(3)")),
    Field("archive_years", Kind.INT, unit="archive", minimum=0, maximum=100, stays_open=True),
    Field("archived_on", Kind.DATE, unit="archive", not_future=True, stays_open=True),
    Field("help_offered", Kind.TRI, source=pec("161(1)")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

DEREGISTRATION = RecordType(
    "deregistration",
    1,
    WORDS,
    Archetype.ORDER,
    (*_END_FIELDS, *_AFTER_FIELDS, *paper("deregistration")),
    roles=("probation_officer", "head"),
    sections=(END, AFTER, PAPER),
    columns=("person", "supervision", "ended_on", "reason", "record_ends_on", "archived_on"),
    moment="ended_on",
    source=cc("84"),
    steps=("P79",),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (DEREGISTRATION,)
