"""Voluntary help before and after release: request, contract, services, end (P80)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import Archetype, Field, Filled, Kind, Merge, RecordType, Section, Source
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", WORDS, pec("161, 162"))
_REQUEST_FIELDS = REQUEST.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("released_on", Kind.DATE, source=pec("162(1)")),
    Field("facility", Kind.TEXT, max_length=300),
    Field("preparation_from", Kind.DATE, source=pec("162(1)")),
    Field("notice_received_at", Kind.TIMESTAMP, not_future=True, source=pec("162(1)")),
    Field("housing_known", Kind.TRI, source=pec("162(1)")),
    Field("able_to_work", Kind.TRI, source=pec("162(1)")),
    Field("requested_at", Kind.TIMESTAMP, not_future=True),
    Field("voluntary_consent", Kind.TRI, source=Source("Probation Law", "№ 34")),
    Field("needs", Kind.RICH, max_length=10_000),
)

CONTRACT = Section("contract", WORDS)
_CONTRACT_FIELDS = CONTRACT.of(
    Field("contract_number", Kind.TEXT, unit="agreement", max_length=60),
    Field("contract_from", Kind.DATE, unit="agreement"),
    Field("contract_until", Kind.DATE, unit="agreement", not_before="contract_from"),
    Field("services", Kind.CODE, merge=Merge.SET, codes="help_kind", source=pec("162, 163")),
    Field("partners", Kind.TEXT, merge=Merge.SET, max_length=300, source=pec("162(5)")),
    Field("given", Kind.TEXT, merge=Merge.APPEND, max_length=2_000),
)

END = Section("end_part", WORDS)
_END_FIELDS = END.of(
    Field("ended_on", Kind.DATE, unit="end", not_future=True),
    Field("end_reason", Kind.CODE, unit="end", codes="aftercare_end", required_when=Filled("ended_on")),
    Field("client_view", Kind.RICH, max_length=5_000),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

AFTERCARE = RecordType(
    "aftercare",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_REQUEST_FIELDS, *_CONTRACT_FIELDS, *_END_FIELDS, *paper("aftercare")),
    roles=("probation_officer", "penitentiary_officer", "head"),
    sections=(REQUEST, CONTRACT, END, PAPER),
    columns=("person", "released_on", "requested_at", "contract_number", "contract_until", "ended_on",
        "end_reason"),
    moment="requested_at",
    source=pec("161, 162"),
    steps=("P80",),
    purpose="execution_of_sentences",
)

TYPES = (AFTERCARE,)
