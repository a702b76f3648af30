"""Search for a person: the order, the search file, how it ends (P31)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
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
SEARCH = Section("search", WORDS, cpc("248"))
_SEARCH_FIELDS = SEARCH.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("ground", Kind.CODE, codes="wanted_ground", source=cpc("246(1)(1), 219(4)")),
    Field("ordered_at", Kind.TIMESTAMP, unit="order", not_future=True, source=cpc("248(1)")),
    Field("order_number", Kind.TEXT, unit="order", max_length=60, searchable=True, source=cpc("248(1)")),
    Field("suspension", Kind.REF, target="suspension", source=cpc("248(2)")),
    Field("scope", Kind.CODE, codes="wanted_scope"),
    Field("searching_body", Kind.TEXT, unit="errand", max_length=300, source=cpc("248(1)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, unit="errand", not_future=True, source=cpc("248(1)"), stays_open=True),
    Field("file_number", Kind.TEXT, max_length=60, searchable=True, stays_open=True),
    Field("wanted_from", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("248(2)")),
    Field("wanted_until", Kind.TIMESTAMP, not_future=True, not_before="wanted_from", stays_open=True),
    Field("photo", Kind.FILE, merge=Merge.SET, stays_open=True),
    Field("appearance", Kind.RICH, max_length=10_000, stays_open=True),
    Field("possible_places", Kind.TEXT, merge=Merge.SET, max_length=500, sensitivity=Sensitivity.CONTACT,
        stays_open=True),
    Field("measure", Kind.REF, target="restraint", source=cpc("248(3)")),
    Field("steps_taken", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("247(1)"), stays_open=True),
)

END = Section("end", WORDS, cpc("97(5)"))
_END_FIELDS = END.of(
    Field("outcome", Kind.CODE, unit="end", codes="wanted_end", stays_open=True),
    Field("located_at", Kind.TIMESTAMP, unit="end", not_future=True, not_before="wanted_from", stays_open=True),
    Field("located_place", Kind.TEXT, unit="end", max_length=500, sensitivity=Sensitivity.CONTACT, stays_open=True),
    Field("apprehension", Kind.REF, target="apprehension", required_when=Equals("outcome", "apprehended"),
        source=cpc("96(4), 97(5)"), stays_open=True),
    Field("ended_by_order_at", Kind.TIMESTAMP, not_future=True, stays_open=True),
)

WANTED = RecordType(
    "wanted",
    1,
    WORDS,
    Archetype.ORDER,
    (*_SEARCH_FIELDS, *_END_FIELDS, *order_header("wanted")),
    roles=("inquiry_officer", "investigator", "prosecutor", "head"),
    sections=(SEARCH, END, HEADER),
    columns=("person", "ground", "scope", "file_number", "wanted_from", "wanted_until", "outcome", "located_at"),
    moment="wanted_from",
    source=cpc("247, 248"),
    steps=("P31",),
    signing=Signing("2026-1", ("investigator",)),
)

TYPES = (WANTED,)
