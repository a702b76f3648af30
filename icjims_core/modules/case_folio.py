"""A line of the inventory of a volume: which paper stands on which folios (P51, P52)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Filled, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
LINE = Section("line", WORDS, cpc("253(1)"))
_LINE_FIELDS = LINE.of(
    Field("volume", Kind.REF, required=True, target="case_volume"),
    Field("line", Kind.INT, minimum=1, maximum=100_000),
    Field("title", Kind.TEXT, required=True, max_length=500, searchable=True),
    Field("document_number", Kind.TEXT, unit="document_mark", max_length=60, searchable=True),
    Field("document_date", Kind.DATE, unit="document_mark", not_future=True),
    Field("folio_from", Kind.INT, required=True, unit="folio_range", minimum=1, maximum=10_000),
    Field("folio_to", Kind.INT, unit="folio_range", minimum=1, maximum=10_000, not_before="folio_from"),
    Field("kind", Kind.CODE, codes="folio_kind"),
    Field("act", Kind.TEXT, max_length=36, pattern="[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
)

CARE = Section("care", WORDS)
_CARE_FIELDS = CARE.of(
    Field("placed_on", Kind.DATE, not_future=True),
    Field("removed_on", Kind.DATE, unit="removal", not_future=True),
    Field("removed_reason", Kind.TEXT, unit="removal", max_length=500, required_when=Filled("removed_on")),
    Field("sealed_envelope", Kind.TRI, source=cpc("170(10)")),
    Field("scan", Kind.FILE, merge=Merge.SET),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

CASE_FOLIO = RecordType(
    "case_folio",
    1,
    WORDS,
    Archetype.EVENT,
    (*_LINE_FIELDS, *_CARE_FIELDS),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer", "clerk", "head"),
    sections=(LINE, CARE),
    columns=("volume", "line", "title", "document_number", "document_date", "folio_from", "folio_to", "kind",
        "act"),
    moment="document_date",
    source=cpc("253(1)"),
    steps=("P51", "P52"),
    purpose="office_work",
)

TYPES = (CASE_FOLIO,)
