"""Protocol of any other procedural action: samples, documents asked for, written tasks and the like (P04, P32)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, CONTROL, RECORDING, challenge, judicial_control, recording
from icjims_core.declarations.schema import (
    Archetype,
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
ACTION = Section("action", WORDS, cpc("153(1), 170"))
_ACTION_FIELDS = ACTION.of(
    Field("kind", Kind.CODE, required=True, codes="protocol_kind", source=cpc("153(1), 170")),
    Field("kind_text", Kind.TEXT, max_length=300, required_when=Equals("kind", "other")),
    Field("person", Kind.REF, target="person"),
    Field("purpose", Kind.RICH, max_length=5_000, source=cpc("192")),
    Field("description", Kind.RICH, searchable=True, source=cpc("170(3)")),
    Field("statements", Kind.RICH, max_length=20_000, source=cpc("170(3)")),
    Field("rights_explained", Kind.TRI, source=cpc("165(1), 166")),
    Field("lawyer", Kind.REF, target="participant"),
    Field("lawyer_waived", Kind.TRI, source=cpc("170(6)")),
    Field("refusal_filmed", Kind.TRI, source=cpc("171(1)")),
    Field("signed_instead", Kind.TEXT, max_length=300, source=cpc("171(3)")),
    Field("nondisclosure_warned", Kind.TRI, source=cpc("167(2)")),
    Field("specialist_document", Kind.FILE, merge=Merge.SET, source=cpc("170(9)")),
)

SAMPLES = Section("samples", WORDS, cpc("191, 192"))
_SAMPLES_FIELDS = SAMPLES.of(
    Field("sample_kinds", Kind.CODE, merge=Merge.SET, codes="sample_kind", source=cpc("191(5), 191(13)")),
    Field("sample_quantity", Kind.TEXT, max_length=300, source=cpc("191(2)")),
    Field("order_at", Kind.TIMESTAMP, not_future=True, required_when=Equals("kind", "samples"), source=cpc("191(2)")),
    Field("sample_basis", Kind.CODE, codes="entry_basis", required_when=Equals("kind", "samples"),
        source=cpc("191(3), 191(4)")),
    Field("written_consent", Kind.FILE, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("191(16)")),
    Field("taken_by", Kind.TEXT, max_length=300, source=cpc("191(8)–191(11)")),
    Field("same_sex", Kind.TRI, source=cpc("191(8)")),
    Field("methods", Kind.TEXT, max_length=1_000, source=cpc("192")),
    Field("packaging", Kind.TEXT, max_length=500, source=cpc("191(11), 191(17)")),
    Field("sent_to_expert_at", Kind.TIMESTAMP, not_future=True, source=cpc("191(17)"), stays_open=True),
    Field("examination", Kind.REF, target="expert_examination", source=cpc("191(1)"), stays_open=True),
)

DEMAND = Section("demand", WORDS, cpc("153(1)(5), 153(1)(6)"))
_DEMAND_FIELDS = DEMAND.of(
    Field("addressee", Kind.TEXT, max_length=300, searchable=True, source=cpc("153(1)(5), 153(1)(6)")),
    Field("asked_for", Kind.RICH, max_length=10_000, source=cpc("153(1)(5), 153(1)(6)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("due_at", Kind.TIMESTAMP),
    Field("received_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
    Field("answer", Kind.RICH, max_length=20_000, stays_open=True),
    Field("items", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("173(1)"), stays_open=True),
)

PROTOCOL = RecordType(
    "protocol",
    1,
    WORDS,
    Archetype.EVENT,
    (*_ACTION_FIELDS, *_SAMPLES_FIELDS, *_DEMAND_FIELDS, *judicial_control(), *recording(), *challenge(),
        *header("protocol", investigative=True)),
    roles=("inquiry_officer", "investigator", "prosecutor", "head"),
    sections=(ACTION, SAMPLES, DEMAND, CONTROL, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "person", "addressee", "started_at", "sent_at", "received_at", "drawn_by"),
    moment="started_at",
    source=cpc("153(1), 170, 171, 191"),
    steps=("P04", "P32"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor")),
)

TYPES = (PROTOCOL,)
