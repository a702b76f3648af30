"""Assessment of risks and needs by an instrument: an entry per domain, the stated level, the client's view (P69)."""

from __future__ import annotations

import re
from typing import Final

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Field,
    Filled,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
    Source,
)
from icjims_core.declarations.words import Words, WordsBeside
from icjims_core.instruments import Domain, instrument
from icjims_core.law.references import pec

WORDS = WordsBeside(__name__)

INSTRUMENT: Final = instrument("structured_judgement")
"""The instrument whose domains the form has; its file is where a lawyer or a psychologist corrects the texts."""

# Fields read as the lines of a table.
# fmt: off
START = Section("start", WORDS, pec("165(1)(3)"))
_START_FIELDS = START.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("supervision", Kind.REF, target="supervision"),
    Field("instrument", Kind.CODE, required=True, unit="instrument_used", codes="assessment_instrument"),
    Field("instrument_edition", Kind.TEXT, INSTRUMENT.edition_words, required=True, unit="instrument_used",
        max_length=40, pattern="|".join(map(re.escape, INSTRUMENT.editions))),
    Field("occasion", Kind.CODE, codes="assessment_occasion"),
    Field("assessed_at", Kind.TIMESTAMP, not_future=True),
    Field("assessor", Kind.TEXT, max_length=200),
    Field("sources", Kind.CODE, merge=Merge.SET, codes="information_source", source=pec("165(1)(3)")),
    Field("consent", Kind.TRI),
)


def _section(domain: Domain) -> Section:
    return Section(domain.code, Words(domain.label), pec("165(1)(3)"))


def _entry(domain: Domain) -> tuple[Field, ...]:
    """How a domain is rated, on what facts, and what the officer thinks of it; all three conflict as one."""
    name, unit = domain.code, f"{domain.code}_entry"
    hidden = Sensitivity.SPECIAL_CATEGORY if domain.special else Sensitivity.ORDINARY
    stated = OneOf(f"{name}_rating", ("strength", "some_concern", "serious_concern"))
    return _section(domain).of(
        Field(f"{name}_rating", Kind.CODE, Words(INSTRUMENT.called("rating", domain), domain.help()), unit=unit,
            codes=INSTRUMENT.ratings, sensitivity=hidden, assertion=Assertion.ASSESSMENT),
        Field(f"{name}_facts", Kind.RICH, Words(INSTRUMENT.called("facts", domain)), unit=unit, required_when=stated,
            max_length=10_000, sensitivity=hidden),
        Field(f"{name}_opinion", Kind.RICH, Words(INSTRUMENT.called("opinion", domain)), unit=unit, max_length=10_000,
            sensitivity=hidden, assertion=Assertion.ASSESSMENT),
    )


JUDGEMENT = Section("judgement", WORDS, pec("165(1)(3)"))
_JUDGEMENT_FIELDS = JUDGEMENT.of(
    Field("level", Kind.CODE, unit="stated_level", codes=INSTRUMENT.levels, assertion=Assertion.ASSESSMENT),
    Field("reasons", Kind.RICH, unit="stated_level", required_when=Filled("level"), max_length=20_000,
        assertion=Assertion.ASSESSMENT),
    Field("client_view", Kind.RICH, max_length=10_000, source=Source("European Probation Rules", "66–71")),
    Field("client_view_missing", Kind.TEXT, max_length=1_000,
        required_when=AllOf((Filled("level"), Blank("client_view")))),
    Field("override_level", Kind.CODE, unit="override", codes=INSTRUMENT.levels, assertion=Assertion.ASSESSMENT,
        stays_open=True),
    Field("override_reasons", Kind.RICH, unit="override", required_when=Filled("override_level"), max_length=10_000,
        assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("override_by", Kind.TEXT, unit="override", required_when=Filled("override_level"), max_length=200,
        stays_open=True),
    Field("review_on", Kind.DATE, stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

RISK_ASSESSMENT = RecordType(
    "risk_assessment",
    1,
    WORDS,
    Archetype.ORDER,
    (
        *_START_FIELDS,
        *(field for domain in INSTRUMENT.domains for field in _entry(domain)),
        *_JUDGEMENT_FIELDS,
        *paper("risk_assessment"),
    ),
    roles=("probation_officer", "head"),
    sections=(START, *(_section(each) for each in INSTRUMENT.domains), JUDGEMENT, PAPER),
    columns=("person", "supervision", "instrument", "instrument_edition", "occasion", "assessed_at", "level",
        "override_level", "review_on"),
    moment="assessed_at",
    source=pec("165(1)(3)"),
    steps=("P69",),
    signing=Signing("2026-1", by=("probation_officer",)),
    purpose="execution_of_sentences",
)

TYPES = (RISK_ASSESSMENT,)
