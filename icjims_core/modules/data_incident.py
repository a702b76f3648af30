"""An incident with personal data: what happened, whom it may harm, and who was told when (Digital Code 87)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Merge, RecordType, Section, Source
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import dc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
INCIDENT = Section("incident", WORDS, dc("87(5), 87(7)"))
_INCIDENT_FIELDS = INCIDENT.of(
    Field("description", Kind.RICH, required=True, max_length=20_000, source=dc("87(7)(1)")),
    Field("discovered_at", Kind.TIMESTAMP, required=True, not_future=True, source=dc("87(5)")),
    Field("happened_at", Kind.TIMESTAMP, not_future=True),
    Field("found_by_processor", Kind.TRI, source=dc("87(6)")),
    Field("device_encrypted", Kind.TRI, source=Source("Directive (EU) 2016/680", "31")),
    Field("no_harm", Kind.TRI, source=dc("87(5)")),
    Field("consequences", Kind.RICH, max_length=10_000, required_when=Equals("no_harm", "no"), source=dc("87(7)(3)")),
    Field("measures", Kind.RICH, max_length=10_000, source=dc("87(7)(4)")),
)

NOTICE = Section("notice", WORDS, dc("87(5), 87(6)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("controller_told_at", Kind.TIMESTAMP, not_future=True, source=dc("87(6)")),
    Field("regulator_told_at", Kind.TIMESTAMP, not_future=True, source=dc("87(5)")),
    Field("delay_reason", Kind.TEXT, max_length=2_000, source=dc("87(5)")),
    Field("persons_told_at", Kind.TIMESTAMP, not_future=True, source=Source("Directive (EU) 2016/680", "31")),
    Field("contact", Kind.TEXT, max_length=300, source=dc("87(7)(2)")),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, source=dc("87(8)")),
)

DATA_INCIDENT = RecordType(
    "data_incident",
    1,
    WORDS,
    Archetype.EVENT,
    (*_INCIDENT_FIELDS, *_NOTICE_FIELDS),
    roles=("security_officer", "head"),
    sections=(INCIDENT, NOTICE),
    columns=("discovered_at", "found_by_processor", "no_harm", "regulator_told_at"),
    moment="discovered_at",
    in_case=False,
    source=dc("87"),
    purpose="data_rights",
)

TYPES = (DATA_INCIDENT,)
