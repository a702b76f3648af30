"""Taking a case into one's hands, alone or as an investigative group (P10)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, OneOf, RecordType, Section, Signing
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off

OFFICER = Section("officer", WORDS, cpc("157, 161"))
_OFFICER_FIELDS = OFFICER.of(
    Field("kind", Kind.CODE, required=True, codes="acceptance_kind", source=cpc("157(1), 161(2), 163(1)")),
    Field("officer", Kind.TEXT, required=True, unit="in_charge", max_length=200, searchable=True,
        source=cpc("157(1)(1), 163(1)")),
    Field("post", Kind.TEXT, unit="in_charge", max_length=200),
    Field("login", Kind.TEXT, unit="in_charge", max_length=100),
    Field("accepted_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("161(2)")),
    Field("until", Kind.TIMESTAMP, unit="ended", not_future=True, not_before="accepted_at", stays_open=True),
    Field("end_reason", Kind.CODE, unit="ended", codes="acceptance_reason", stays_open=True),
    Field("reason", Kind.CODE, codes="acceptance_reason", source=cpc("69, 157, 163(1)")),
    Field("receipt", Kind.REF, target="handover_receipt"),
    Field("previous_officer", Kind.TEXT, max_length=200),
    Field("workload", Kind.INT, minimum=0, maximum=10_000),
)

GROUP = Section("group", WORDS, cpc("163"))
_GROUP_FIELDS = GROUP.of(
    Field("members", Kind.TEXT, merge=Merge.SET, max_length=200, required_when=OneOf("kind", ("group", "group_change")),
        source=cpc("163(1)")),
    Field("order_number", Kind.TEXT, unit="group_order", max_length=60),
    Field("ordered_at", Kind.TIMESTAMP, unit="group_order", not_future=True, required_when=Equals("kind", "group"),
        source=cpc("163(1)")),
    Field("ordered_by", Kind.TEXT, unit="group_order", max_length=200, source=cpc("163(1)")),
    Field("copies_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("163(2)"), stays_open=True),
    Field("recusal_explained", Kind.TRI, source=cpc("163(2)"), stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("161(2)"), stays_open=True),
)

ACCEPTANCE = RecordType(
    "acceptance",
    1,
    WORDS,
    Archetype.ORDER,
    (*_OFFICER_FIELDS, *_GROUP_FIELDS, *header("acceptance")),
    roles=("investigator", "inquiry_officer", "prosecutor", "clerk", "head"),
    sections=(OFFICER, GROUP, HEADER),
    columns=("officer", "login", "kind", "accepted_at", "until", "reason"),
    moment="accepted_at",
    source=cpc("157, 161, 163"),
    steps=("P10",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor", "head")),
)

TYPES = (ACCEPTANCE,)
