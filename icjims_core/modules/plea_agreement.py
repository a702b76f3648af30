"""Plea agreement: motion, conditions, the prosecutor’s decision, its content, the judge’s approval (P47)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Gravity,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", WORDS, cpc("500"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("500(1)")),
    Field("motion_at", Kind.TIMESTAMP, required=True, not_future=True, source=cpc("500(2)")),
    Field("stage", Kind.CODE, codes="plea_stage", source=cpc("500(2), 501, 503")),
    Field("lawyer_name", Kind.TEXT, max_length=200, source=cpc("500(2), 501(2)(3)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article", source=cpc("501(2)(5)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("501(2)(5)")),
    Field("point", Kind.TEXT, unit="qualification", max_length=20, source=cpc("501(2)(5)")),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part"), source=cpc("500(1)")),
)

CONDITIONS = Section("conditions", WORDS, cpc("500(3), 500(4)"))
_CONDITION_FIELDS = CONDITIONS.of(
    Field("adult", Kind.TRI, source=cpc("500(3)(1)")),
    Field("understands", Kind.TRI, source=cpc("500(3)(1)")),
    Field("voluntary", Kind.TRI, source=cpc("500(3)(2)")),
    Field("lawyer_consulted", Kind.TRI, source=cpc("500(3)(2)")),
    Field("charge_accepted", Kind.TRI, source=cpc("500(3)(3)")),
    Field("insanity", Kind.TRI, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("500(4)(1)")),
    Field("all_offences_eligible", Kind.TRI, source=cpc("500(4)(2)")),
    Field("damage_compensated", Kind.TRI, source=cc("79(1)")),
)

PROSECUTOR = Section("prosecutor", WORDS, cpc("501(1), 503(2)"))
_PROSECUTOR_FIELDS = PROSECUTOR.of(
    Field("prosecutor_decision", Kind.CODE, unit="prosecutor_ruling", codes="plea_decision", source=cpc("501(1)")),
    Field("prosecutor_decided_at", Kind.TIMESTAMP, unit="prosecutor_ruling", not_future=True, source=cpc("501(1)")),
    Field("refusal_reasons", Kind.RICH, unit="prosecutor_ruling", max_length=10_000,
        required_when=Equals("prosecutor_decision", "refused"), source=cpc("501(1)(2), 503(2)(2)")),
)

AGREEMENT = Section("agreement", WORDS, cpc("501(2), 501(3)"))
_AGREEMENT_FIELDS = AGREEMENT.of(
    Field("agreed_at", Kind.TIMESTAMP, unit="drawn_up", not_future=True, source=cpc("501(2)(1)")),
    Field("agreed_place", Kind.TEXT, unit="drawn_up", max_length=300, source=cpc("501(2)(1)")),
    Field("prosecutor", Kind.TEXT, max_length=300, source=cpc("501(2)(2)")),
    Field("offence", Kind.RICH, max_length=50_000, source=cpc("501(2)(4)")),
    Field("mitigating", Kind.CODE, merge=Merge.SET, codes="mitigating_circumstance", source=cpc("501(2)(6)")),
    Field("norms", Kind.TEXT, max_length=500, source=cpc("501(2)(6)")),
    Field("punishment", Kind.CODE, unit="agreed_punishment", codes="punishment", source=cpc("501(2)(6)")),
    Field("punishment_size", Kind.TEXT, unit="agreed_punishment", max_length=300, source=cpc("501(2)(6)")),
    Field("accused_signature", Kind.SIGNATURE, source=cpc("501(3)"), stays_open=True),
    Field("lawyer_signature", Kind.SIGNATURE, source=cpc("501(3)"), stays_open=True),
    Field("investigator_signature", Kind.SIGNATURE, source=cpc("501(3)"), stays_open=True),
)

COURT = Section("court", WORDS, cpc("502–504"))
_COURT_FIELDS = COURT.of(
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("502(1)"), stays_open=True),
    Field("judge", Kind.TEXT, unit="court_ruling", max_length=200, stays_open=True),
    Field("court_decision", Kind.CODE, unit="court_ruling", codes="approval_decision",
        source=cpc("502(2), 502(3), 504(4), 504(5)"), stays_open=True),
    Field("court_decided_at", Kind.TIMESTAMP, unit="court_ruling", not_future=True, source=cpc("502"), stays_open=True),
    Field("court_reasons", Kind.RICH, unit="court_ruling", max_length=10_000,
        required_when=Equals("court_decision", "refused"), source=cpc("502(3)"), stays_open=True),
    Field("returned_to_file_at", Kind.TIMESTAMP, not_future=True, source=cpc("502(2)"), stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

PLEA_AGREEMENT = RecordType(
    "plea_agreement",
    1,
    WORDS,
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_CONDITION_FIELDS, *_PROSECUTOR_FIELDS, *_AGREEMENT_FIELDS, *_COURT_FIELDS,
        *order_header("plea_agreement")),
    roles=("prosecutor", "investigator", "court_clerk", "judge", "clerk", "head"),
    sections=(MOTION, CONDITIONS, PROSECUTOR, AGREEMENT, COURT, HEADER),
    columns=("person", "motion_at", "stage", "article", "part", "prosecutor_decision", "agreed_at", "court_decision",
        "court_decided_at"),
    moment="motion_at",
    source=cpc("500–504"),
    steps=("P47",),
    signing=Signing("2026-1", ("prosecutor",)),
)

TYPES = (PLEA_AGREEMENT,)
