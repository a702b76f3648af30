"""A volume of a case on paper: number, folios, inventory, where it stands (P51, P54)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
VOLUME = Section("volume", WORDS, cpc("253(1)"))
_VOLUME_FIELDS = VOLUME.of(
    Field("volume_number", Kind.INT, required=True, minimum=1, maximum=10_000),
    Field("kind", Kind.CODE, codes="volume_kind"),
    Field("title", Kind.TEXT, max_length=500, searchable=True),
    Field("file_number", Kind.TEXT, max_length=60, searchable=True),
    Field("begun_on", Kind.DATE, unit="dates", not_future=True),
    Field("finished_on", Kind.DATE, unit="dates", not_future=True, not_before="begun_on"),
    Field("folios", Kind.INT, minimum=0, maximum=10_000, source=cpc("253(1)")),
)

INVENTORY = Section("inventory", WORDS, cpc("253(1)"))
_INVENTORY_FIELDS = INVENTORY.of(
    Field("inventory_at", Kind.TIMESTAMP, unit="inventory_drawn", not_future=True, source=cpc("253(1)")),
    Field("inventory_by", Kind.TEXT, unit="inventory_drawn", max_length=200),
    Field("sewn", Kind.TRI, source=cpc("253(1)")),
    Field("seal_text", Kind.TEXT, max_length=500),
    Field("scan", Kind.FILE, merge=Merge.SET),
)

PLACE = Section("whereabouts", WORDS)
_PLACE_FIELDS = PLACE.of(
    Field("state", Kind.CODE, unit="standing", codes="volume_state"),
    Field("state_at", Kind.TIMESTAMP, unit="standing", not_future=True),
    Field("shelf", Kind.TEXT, unit="standing", max_length=300),
    Field("holder", Kind.TEXT, unit="standing", max_length=300),
    Field("restored_from", Kind.RICH, max_length=5_000, required_when=Equals("state", "restored"), source=cpc("143")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

CASE_VOLUME = RecordType(
    "case_volume",
    1,
    WORDS,
    Archetype.DOSSIER,
    (*_VOLUME_FIELDS, *_INVENTORY_FIELDS, *_PLACE_FIELDS),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer", "clerk", "head"),
    sections=(VOLUME, INVENTORY, PLACE),
    columns=("volume_number", "kind", "title", "begun_on", "finished_on", "folios", "inventory_at", "state", "holder"),
    moment="begun_on",
    source=cpc("253(1)"),
    steps=("P51", "P54"),
    purpose="office_work",
)

TYPES = (CASE_VOLUME,)
