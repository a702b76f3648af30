"""The receipt that completes a hand-over, given by the body that received (P08, P54)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, OneOf, RecordType, Section
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

RECEIPT = Section("receipt", WORDS)
_RECEIPT_FIELDS = RECEIPT.of(
    Field("handover", Kind.REF, required=True, target="handover"),
    Field("received_at", Kind.TIMESTAMP, required=True, not_future=True),
    Field("received_by", Kind.TEXT, required=True, max_length=200),
    Field("receiver_number", Kind.TEXT, max_length=60, searchable=True),
    Field("receiver_office", Kind.TEXT, max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office"),
)

CHECK = Section("check", WORDS)
_CHECK_FIELDS = CHECK.of(
    Field("complete", Kind.TRI, unit="completeness"),
    Field("discrepancies", Kind.RICH, unit="completeness", max_length=20_000, required_when=OneOf("complete", ("no",))),
    Field("volumes", Kind.INT, unit="extent", minimum=0, maximum=10_000),
    Field("folios", Kind.INT, unit="extent", minimum=0, maximum=1_000_000),
    Field("accepted", Kind.TRI, unit="acceptance"),
    Field("returned_reason", Kind.RICH, unit="acceptance", max_length=10_000, required_when=OneOf("accepted", ("no",))),
    Field("scan", Kind.FILE, merge=Merge.SET),
    Field("remarks", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

HANDOVER_RECEIPT = RecordType(
    "handover_receipt",
    1,
    WORDS,
    Archetype.EVENT,
    (*_RECEIPT_FIELDS, *_CHECK_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge",
        "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(RECEIPT, CHECK),
    columns=("handover", "received_at", "received_by", "receiver_number", "complete", "accepted"),
    moment="received_at",
    steps=("P08", "P54", "P64", "P76"),
)

TYPES = (HANDOVER_RECEIPT,)
