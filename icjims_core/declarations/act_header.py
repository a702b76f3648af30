"""What every procedural act states beside its own subject: the last section of its form (CPC 170, 171)."""

from __future__ import annotations

from collections.abc import Collection

from icjims_core.declarations.schema import Field, Kind, Merge, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
HEADER = Section("act", WORDS, cpc("170"))


def header(type_name: str, *, without: Collection[str] = (), investigative: bool = False) -> tuple[Field, ...]:
    """The fields of the section `HEADER` for acts of this record type, which may supersede acts of their own type.

    `without` names those that the act itself states elsewhere in its form. An `investigative` action states why it was
    carried out at night.
    """
    left_out = without if investigative else (*without, "night_reason")
    return tuple(each for each in _fields(type_name) if each.name not in left_out)


def _fields(type_name: str) -> tuple[Field, ...]:
    return HEADER.of(
        Field("act_number", Kind.TEXT, max_length=60, searchable=True),
        Field("started_at", Kind.TIMESTAMP, unit="act_time", not_future=True, source=cpc("170(3)")),
        Field("ended_at", Kind.TIMESTAMP, unit="act_time", not_future=True, not_before="started_at",
            source=cpc("170(3)")),
        Field("night_reason", Kind.TEXT, max_length=500, source=cpc("165(2)")),
        Field("region", Kind.CODE, codes="region"),
        Field("place", Kind.TEXT, max_length=500, searchable=True, source=cpc("170(3)")),
        Field("place_geo", Kind.GEO),
        Field("drawn_by", Kind.TEXT, max_length=300, source=cpc("170(3)")),
        Field("language", Kind.CODE, codes="proceedings_language"),
        Field("interpreter", Kind.REF, target="participant"),
        Field("attended", Kind.REF, merge=Merge.SET, target="participant", source=cpc("170(3)")),
        Field("signatures", Kind.SIGNATURE, merge=Merge.APPEND, source=cpc("170(7), 171"), stays_open=True),
        Field("technical_means", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("170(4)")),
        Field("technical_warned", Kind.TRI, source=cpc("170(4)")),
        Field("read_aloud", Kind.TRI, source=cpc("170(5)")),
        Field("remarks", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=cpc("170(5)")),
        Field("attachments", Kind.FILE, merge=Merge.SET, source=cpc("170(8)")),
        Field("signed_scan", Kind.FILE, merge=Merge.SET, source=cpc("170(7)"), stays_open=True),
        Field("legal_basis", Kind.TEXT, max_length=200),
        Field("supersedes", Kind.REF, target=type_name),
    )
