"""Charge: the order that makes a person the accused, its presentation, amendment and partial end (P27)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header, relies_on
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Field,
    Filled,
    Gravity,
    Kind,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", WORDS, cpc("240, 241"))
_ORDER_FIELDS = ORDER.of(
    Field("person", Kind.REF, required=True, target="person", source=cpc("241(1)(1)")),
    Field("step", Kind.CODE, unit="charge_step", codes="charge_step", source=cpc("240, 245(1)")),
    Field("replaces", Kind.REF, unit="charge_step", target="charge",
        required_when=OneOf("step", ("changed", "supplemented")), source=cpc("245(1)")),
    Field("ordered_at", Kind.TIMESTAMP, required=True, unit="order_time", not_future=True,
        source=cpc("240(2), 241(1)(1)")),
    Field("order_place", Kind.TEXT, unit="order_time", max_length=300, source=cpc("241(1)(1)")),
    Field("order_number", Kind.TEXT, max_length=60, searchable=True),
    Field("birth_date", Kind.DATE, unit="birth", source=cpc("241(1)(1)")),
    Field("birth_place", Kind.TEXT, unit="birth", max_length=300, source=cpc("241(1)(1)")),
    Field("identity_checked", Kind.TEXT, max_length=200, source=cpc("243(3)")),
)

ACT = Section("act_charged", WORDS, cpc("241(1)(2)"))
_ACT_FIELDS = ACT.of(
    Field("article", Kind.CODE, required=True, unit="qualification", codes="criminal_code_article",
        source=cpc("241(1)(3)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("241(1)(3)")),
    Field("point", Kind.TEXT, unit="qualification", max_length=20, source=cpc("241(1)(3)")),
    Field("gravity", Kind.CODE, codes="gravity", derived=Gravity("article", "part"), source=cc("19")),
    Field("offence_stage", Kind.CODE, codes="offence_stage", source=cc("33–37")),
    Field("participation", Kind.CODE, codes="participation_form", source=cc("40, 41")),
    Field("complicity", Kind.CODE, codes="complicity_form", source=cc("42")),
    Field("committed_from", Kind.TIMESTAMP, unit="committed", not_future=True, source=cpc("241(1)(2)")),
    Field("committed_to", Kind.TIMESTAMP, unit="committed", not_future=True, not_before="committed_from",
        source=cpc("241(1)(2)")),
    Field("committed_region", Kind.CODE, codes="region", source=cpc("241(1)(2)")),
    Field("committed_place", Kind.TEXT, max_length=500, source=cpc("241(1)(2)")),
    Field("description", Kind.RICH, max_length=50_000, searchable=True, source=cpc("241(1)(2)")),
    Field("guilt_form", Kind.CODE, codes="guilt_form", assertion=Assertion.ASSESSMENT, source=cpc("241(1)(2)")),
    Field("motive", Kind.RICH, max_length=10_000, assertion=Assertion.ASSESSMENT, source=cpc("241(1)(2)")),
    Field("consequences", Kind.RICH, max_length=10_000, source=cpc("241(1)(2)")),
    Field("other_circumstances", Kind.RICH, max_length=20_000, source=cpc("241(1)(2)")),
    Field("reasons", Kind.RICH, max_length=50_000, assertion=Assertion.ASSESSMENT, source=cpc("240(1)")),
    relies_on(),
)

PRESENTATION = Section("presentation", WORDS, cpc("242, 243, 244"))
_PRESENTATION_FIELDS = PRESENTATION.of(
    Field("register_entered_at", Kind.TIMESTAMP, not_future=True, source=cpc("240(2)"), stays_open=True),
    Field("summoned_by", Kind.CODE, unit="summoning", codes="summons_way", source=cpc("242(1), 242(3), 242(8)"),
        stays_open=True),
    Field("summoned_at", Kind.TIMESTAMP, unit="summoning", not_future=True, source=cpc("242(3)"), stays_open=True),
    Field("absence_reason", Kind.CODE, codes="absence_reason", source=cpc("242(5)"), stays_open=True),
    Field("presented_at", Kind.TIMESTAMP, not_future=True, not_before="ordered_at", source=cpc("243(1), 243(5)"),
        stays_open=True),
    Field("late_reason", Kind.TEXT, max_length=1_000, source=cpc("243(1)"), stays_open=True),
    Field("brought_by_force", Kind.TRI, source=cpc("243(2)"), stays_open=True),
    Field("lawyer", Kind.REF, unit="defence", target="participant", source=cpc("243(1)"), stays_open=True),
    Field("lawyer_name", Kind.TEXT, unit="defence", max_length=200, source=cpc("243(1)"), stays_open=True),
    Field("lawyer_absent_reason", Kind.TEXT, unit="defence", max_length=1_000,
        required_when=AllOf((Filled("presented_at"), Blank("lawyer_name"))), source=cpc("243(1), 244(3)"),
        stays_open=True),
    Field("lawyer_refused", Kind.TRI, unit="defence", source=cpc("244(3)"), stays_open=True),
    Field("substance_explained", Kind.TRI, source=cpc("243(4)"), stays_open=True),
    Field("rights_explained_at", Kind.TIMESTAMP, not_future=True, source=cpc("243(8)"), stays_open=True),
    Field("rights_missing_reason", Kind.TEXT, max_length=500, source=cpc("243(8)"), stays_open=True),
    Field("rights_language", Kind.CODE, codes="language", stays_open=True),
    Field("language_understood", Kind.TRI, source=cpc("21(2)"), stays_open=True),
    Field("copy_given_at", Kind.TIMESTAMP, unit="copy", not_future=True, source=cpc("243(7)"), stays_open=True),
    Field("copy_missing_reason", Kind.TEXT, unit="copy", max_length=500,
        required_when=AllOf((Filled("presented_at"), Blank("copy_given_at"))), source=cpc("243(7)"), stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, not_future=True, source=cpc("243(9)"), stays_open=True),
    Field("interrogation", Kind.REF, target="interrogation", source=cpc("244(1)"), stays_open=True),
    Field("guilt_admission", Kind.CODE, codes="guilt_admission", source=cpc("244(6)"), stays_open=True),
    Field("partly_terminated_at", Kind.TIMESTAMP, unit="partial_end", not_future=True, source=cpc("245(2)"),
        stays_open=True),
    Field("partly_terminated_reason", Kind.RICH, unit="partial_end", max_length=10_000,
        required_when=Filled("partly_terminated_at"), source=cpc("245(2)"), stays_open=True),
    Field("partial_end_told_at", Kind.TIMESTAMP, not_future=True, source=cpc("245(2)"), stays_open=True),
)

CHARGE = RecordType(
    "charge",
    1,
    WORDS,
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_ACT_FIELDS, *_PRESENTATION_FIELDS, *order_header("charge")),
    roles=("investigator", "prosecutor", "head"),
    sections=(ORDER, ACT, PRESENTATION, HEADER),
    columns=("person", "step", "ordered_at", "article", "part", "presented_at", "lawyer_name",
        "guilt_admission"),
    moment="ordered_at",
    source=cpc("240–245"),
    steps=("P27",),
    signing=Signing("2026-1", ("investigator",)),
)

TYPES = (CHARGE,)
