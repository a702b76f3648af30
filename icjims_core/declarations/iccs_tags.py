"""What the international classification of crime asks besides its code: tags of the event and of people in it."""

from __future__ import annotations

from icjims_core.declarations.schema import Assertion, Field, Kind, Merge, Section, Sensitivity, Source
from icjims_core.declarations.words import WordsBeside

WORDS = WordsBeside(__name__)

_ICCS = Source("ICCS", "version 1.0")

# Fields read as the lines of a table.
# fmt: off
EVENT_TAGS = Section("event_tags", WORDS)


def event_tags() -> tuple[Field, ...]:
    """Fields of the section `EVENT_TAGS`: the tags We, SiC, Lo, Mot, Cy, Rep; At, Geo and DaT are the event's own."""
    return EVENT_TAGS.of(
        Field("weapon", Kind.CODE, codes="iccs_weapon", source=_ICCS),
        Field("situational_context", Kind.CODE, merge=Merge.SET, codes="iccs_context", assertion=Assertion.ASSESSMENT,
            source=_ICCS),
        Field("location_type", Kind.CODE, codes="iccs_location", source=_ICCS),
        Field("motives", Kind.CODE, merge=Merge.SET, codes="iccs_motive", assertion=Assertion.ASSESSMENT, source=_ICCS),
        Field("cyber_related", Kind.TRI, source=_ICCS),
        Field("reported_by", Kind.CODE, codes="iccs_reported_by", source=_ICCS),
    )


PERSON_TAGS = Section("person_tags", WORDS)


def person_tags() -> tuple[Field, ...]:
    """Fields of the section `PERSON_TAGS`: the tags LS, ES, Int, EASt and Rec; the rest are the person's own."""
    return PERSON_TAGS.of(
        Field("legal_status", Kind.CODE, codes="iccs_legal_status", source=_ICCS),
        Field("economic_sector", Kind.CODE, codes="iccs_sector", source=_ICCS),
        Field("intoxication", Kind.CODE, codes="iccs_intoxication", sensitivity=Sensitivity.SPECIAL_CATEGORY,
            source=_ICCS),
        Field("economic_activity", Kind.CODE, codes="iccs_activity", source=_ICCS),
        Field("repeat_offender", Kind.TRI, source=_ICCS),
    )
