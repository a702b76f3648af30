"""An incident of family violence: statement, relation, children, weapons, danger signs, needs, referral (P81)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
# The law of 27.04.2017 № 63 on protection from family violence; its text was not read, so nothing here is verified.
_LAW = Source("DV", "№ 63")

STATEMENT = Section("statement", WORDS)
_STATEMENT_FIELDS = STATEMENT.of(
    Field("victim", Kind.REF, required=True, target="person"),
    Field("person", Kind.REF, target="person"),
    Field("reported_at", Kind.TIMESTAMP, required=True, not_future=True, source=_LAW),
    Field("channel", Kind.CODE, codes="report_channel"),
    Field("reported_by", Kind.TEXT, max_length=300),
    Field("happened_at", Kind.TIMESTAMP, not_future=True),
    Field("account", Kind.RICH, max_length=50_000, searchable=True),
    Field("kinds", Kind.CODE, merge=Merge.SET, codes="violence_kind", sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=_LAW),
)

RELATION = Section("relation_part", WORDS, cc("177"))
_RELATION_FIELDS = RELATION.of(
    Field("relation", Kind.CODE, codes="victim_relation", required_when=Blank("relation_missing"), source=cc("177")),
    Field("relation_missing", Kind.TEXT, max_length=500),
    Field("equated_to_family", Kind.TRI, source=cc("177")),
    Field("living_together", Kind.TRI),
    Field("children_present", Kind.TRI),
    Field("children", Kind.INT, minimum=0, maximum=30),
    Field("children_harmed", Kind.TRI),
    Field("child_body_told_at", Kind.TIMESTAMP, not_future=True),
)

DANGER = Section("danger", WORDS)
_DANGER_FIELDS = DANGER.of(
    Field("weapons", Kind.TRI, unit="arms"),
    Field("weapons_text", Kind.TEXT, unit="arms", max_length=500, required_when=Equals("weapons", "yes")),
    Field("previous_incidents", Kind.TRI, unit="history"),
    Field("previous_count", Kind.INT, unit="history", minimum=0, maximum=1_000),
    Field("previous_text", Kind.RICH, unit="history", max_length=10_000),
    Field("danger_signs", Kind.CODE, merge=Merge.SET, codes="danger_sign", source=Source("Istanbul Convention", "51")),
    Field("danger_level", Kind.CODE, unit="danger_stated", codes="risk_level", assertion=Assertion.ASSESSMENT),
    Field("danger_reasons", Kind.RICH, unit="danger_stated", max_length=10_000, required_when=Filled("danger_level"),
        assertion=Assertion.ASSESSMENT),
    Field("victim_view", Kind.RICH, max_length=10_000),
    Field("assessed_by", Kind.TEXT, max_length=200),
)

NEEDS = Section("needs", WORDS)
_NEEDS_FIELDS = NEEDS.of(
    Field("injuries", Kind.RICH, max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY),
    Field("medical_help_at", Kind.TIMESTAMP, not_future=True),
    Field("shelter", Kind.TRI, unit="shelter_need"),
    Field("shelter_given_at", Kind.TIMESTAMP, unit="shelter_need", not_future=True,
        source=Source("CEDAW GR", "33, 35")),
    Field("referrals", Kind.CODE, merge=Merge.SET, codes="support_service", source=_LAW),
    Field("referral_consent", Kind.TRI),
    Field("wants_notice", Kind.TRI, source=Source("Istanbul Convention", "56")),
    Field("same_sex_officer", Kind.TRI),
    Field("attachments", Kind.FILE, merge=Merge.SET),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

VIOLENCE_INCIDENT = RecordType(
    "violence_incident",
    1,
    WORDS,
    Archetype.EVENT,
    (*_STATEMENT_FIELDS, *_RELATION_FIELDS, *_DANGER_FIELDS, *_NEEDS_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "clerk", "head"),
    sections=(STATEMENT, RELATION, DANGER, NEEDS),
    columns=("victim", "person", "reported_at", "happened_at", "relation", "children_present", "weapons",
        "danger_level"),
    moment="reported_at",
    source=_LAW,
    steps=("P81",),
    purpose="protection_from_violence",
)

TYPES = (VIOLENCE_INCIDENT,)
