"""Entry of the verdict into force and its sending to execution (P64)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
FORCE = Section("force", WORDS, cpc("426–428"))
_FORCE_FIELDS = FORCE.of(
    Field("verdict", Kind.REF, target="verdict", source=cpc("426")),
    Field("person", Kind.REF, required=True, target="person", source=cpc("426(3)")),
    Field("in_force_at", Kind.TIMESTAMP, required=True, not_future=True, unit="force_time",
        source=cpc("426(1), 426(2)")),
    Field("how", Kind.CODE, unit="force_time", codes="force_event", source=cpc("426, 428, 450(1)")),
    Field("appeal", Kind.REF, target="appeal", source=cpc("426(2)")),
    Field("case_returned_at", Kind.TIMESTAMP, not_future=True, source=cpc("424(1), 450(2)")),
)

SENDING = Section("sending", WORDS, cpc("426(4), 429"))
_SENDING_FIELDS = SENDING.of(
    Field("order_at", Kind.TIMESTAMP, not_future=True, source=cpc("429(2)")),
    Field("body", Kind.CODE, unit="addressee", codes="execution_body", source=cpc("429(2)")),
    Field("addressee_office", Kind.TEXT, unit="addressee",
        max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office"),
    Field("addressee_name", Kind.TEXT, unit="addressee", max_length=300),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, not_before="in_force_at", source=cpc("426(4)"), stays_open=True),
    Field("papers", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("429(2)"), stays_open=True),
    Field("writ_number", Kind.TEXT, unit="writ", max_length=60, searchable=True, source=cpc("429(2)"), stays_open=True),
    Field("writ_sent_at", Kind.TIMESTAMP, unit="writ", not_future=True, source=cpc("429(2)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, unit="confirmed", not_future=True, not_before="sent_at", source=cpc("429(3)"),
        stays_open=True),
    Field("received_number", Kind.TEXT, unit="confirmed", max_length=60, stays_open=True),
    Field("executed_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("429(3)"), stays_open=True),
    Field("serving_place", Kind.TEXT, max_length=300, source=cpc("429(3)"), stays_open=True),
    Field("family_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("430(1)"), stays_open=True),
    Field("visit_allowed_at", Kind.TIMESTAMP, not_future=True, source=cpc("430(2)"), stays_open=True),
    Field("embassy_told_at", Kind.TIMESTAMP, not_future=True, source=pec("31(2)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

ENTRY_INTO_FORCE = RecordType(
    "entry_into_force",
    1,
    WORDS,
    Archetype.ORDER,
    (*_FORCE_FIELDS, *_SENDING_FIELDS, *order_header("entry_into_force")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sections=(FORCE, SENDING, HEADER),
    columns=("verdict", "person", "in_force_at", "how", "body", "addressee_name", "sent_at", "received_at",
        "executed_told_at"),
    moment="in_force_at",
    source=cpc("426–430"),
    steps=("P64",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (ENTRY_INTO_FORCE,)
