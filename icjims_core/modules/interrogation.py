"""Interrogation and its protocol: who, when, with whom, under which rules, what (P24, P33)."""

from __future__ import annotations

from dataclasses import replace

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
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
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

_MENDEZ = Source("Méndez Principles 2021", "principles 2, 3")

# Fields read as the lines of a table.
# fmt: off
TIME = Section("time", WORDS, cpc("170(3), 196, 197"))
_TIME_FIELDS = TIME.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("action", Kind.CODE, codes="investigative_action"),
    Field("kind", Kind.CODE, unit="kind_of", codes="interrogation_kind", source=cpc("198(13), 194")),
    Field("further_reason", Kind.TEXT, unit="kind_of", max_length=1_000,
        required_when=OneOf("kind", ("additional", "repeated")), source=cpc("198(13)")),
    Field("capacity", Kind.CODE, required=True, codes="interrogation_capacity"),
    Field("breaks", Kind.TEXT, merge=Merge.SET, max_length=11,
        pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]", source=cpc("197(2)")),
    Field("break_reasons", Kind.TEXT, max_length=1_000, required_when=Filled("breaks"), source=cpc("198(14)")),
    Field("minutes_before", Kind.INT, minimum=0, maximum=1_440, source=cpc("197(2), 462(1)")),
    Field("medical_limit", Kind.TEXT, max_length=300, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("197(3)")),
    Field("summons", Kind.CODE, unit="summoning", codes="summons_way", source=cpc("196(2), 196(4), 196(5)")),
    Field("summoned_at", Kind.TIMESTAMP, unit="summoning", not_future=True, source=cpc("196(1), 196(2)")),
    Field("identity_checked", Kind.TEXT, max_length=300, source=cpc("198(1), 199(2)")),
    Field("criminal_record_asked", Kind.TRI, source=cpc("199(2)")),
)

PRESENT = Section("present", WORDS, cpc("103(1), 198(3), 203, 462(2)"))
_PRESENT_FIELDS = PRESENT.of(
    Field("lawyer_present", Kind.TRI, unit="lawyer_present_named", source=cpc("103(1), 244(2)")),
    Field("lawyer_name", Kind.TEXT, unit="lawyer_present_named", max_length=200),
    Field("lawyer_missing_reason", Kind.TEXT, unit="lawyer_present_named", max_length=500,
        source=cpc("80(4)(1), 103(1)")),
    Field("lawyer_waived", Kind.TRI, source=cpc("80(4)(1), 170(6)")),
    Field("testimony_language", Kind.CODE, codes="language", source=cpc("198(1)")),
    Field("language_understood", Kind.TRI, source=cpc("198(1), 199(6)")),
    Field("interpreter_warned", Kind.TRI, source=cpc("169(2)")),
    Field("is_child", Kind.TRI, source=cpc("203, 462(1)")),
    Field("legal_representative", Kind.REF, target="person", source=cpc("203(1), 462(2)")),
    Field("representative_missing_reason", Kind.TEXT, max_length=500, source=cpc("203(1), 462(2)"), stays_open=True),
    Field("child_officer", Kind.TEXT, max_length=200, source=cpc("203(1), 462(2)")),
    Field("psychologist", Kind.TEXT, max_length=200, source=cpc("203(1), 462(2)")),
    Field("psychologist_missing_reason", Kind.TEXT, max_length=500, source=cpc("203(1), 462(2)"), stays_open=True),
    Field("doctor", Kind.TEXT, max_length=300, sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("198(3)")),
    Field("assistant", Kind.TEXT, max_length=200, source=cpc("198(3), 199(7)")),
    Field("others_present", Kind.REF, merge=Merge.SET, target="person", source=cpc("170(3)")),
    Field("same_sex_wished", Kind.TRI, source=Source("Istanbul Convention", "50–56")),
)

RIGHTS = Section("rights", WORDS, cpc("198(2), 202(2)"))
_RIGHTS_FIELDS = RIGHTS.of(
    Field("rights_explained", Kind.TRI, source=cpc("103(2), 198(2)")),
    Field("rights_missing_reason", Kind.TEXT, max_length=500, source=cpc("103(2), 198(2)"), stays_open=True),
    Field("suspicion_told", Kind.TRI, source=cpc("103(2)")),
    Field("liability_warned", Kind.TRI, source=cpc("198(2), 202(2), 203(2)")),
    Field("self_incrimination_told", Kind.TRI, source=cpc("198(10), 202(2)")),
    Field("silence_used", Kind.TRI, source=cpc("44(1)(9)")),
)

REMOTE = Section("remote", WORDS, cpc("201"))
_REMOTE_FIELDS = REMOTE.of(
    Field("remote", Kind.TRI, unit="by_video", source=cpc("201(1)")),
    Field("remote_ground", Kind.CODE, unit="by_video", codes="remote_ground", required_when=Equals("remote", "yes"),
        source=cpc("201(2)")),
    Field("remote_body", Kind.TEXT, max_length=300, source=cpc("201(1), 201(5)")),
    Field("appearance_changed", Kind.TRI, source=cpc("201(6)")),
    Field("faults", Kind.TEXT, max_length=1_000, source=cpc("201(5)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("201(5)"), stays_open=True),
)

PLAN = Section("plan", WORDS, _MENDEZ)
_PLAN_FIELDS = PLAN.of(
    Field("interview_plan", Kind.RICH, max_length=10_000, source=_MENDEZ),
    Field("interview_outcome", Kind.CODE, codes="interview_outcome", source=_MENDEZ),
)

CONTENT = Section("content", WORDS, cpc("198, 199"))
_CONTENT_FIELDS = CONTENT.of(
    Field("content", Kind.RICH, searchable=True, source=cpc("199(1)")),
    Field("questions_rejected", Kind.RICH, max_length=10_000, source=cpc("199(1), 203(3)")),
    Field("shown", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("198(8)")),
    Field("drawings", Kind.FILE, merge=Merge.SET, source=cpc("199(3)")),
    Field("handwritten", Kind.TRI, source=cpc("198(5)")),
    Field("guilt_admission", Kind.CODE, codes="guilt_admission", source=cpc("244(6)")),
    Field("confession", Kind.TRI, source=cpc("200(2)(6)")),
    Field("each_page_signed", Kind.TRI, source=cpc("199(5), 199(7)")),
)


def _act_fields() -> tuple[Field, ...]:
    """The header of the act, the time of whose beginning an interrogation cannot do without."""
    stated = header("interrogation", investigative=True)
    return tuple(replace(each, required=True) if each.name == "started_at" else each for each in stated)


INTERROGATION = RecordType(
    "interrogation",
    1,
    WORDS,
    Archetype.EVENT,
    (*_TIME_FIELDS, *_PRESENT_FIELDS, *_RIGHTS_FIELDS, *_REMOTE_FIELDS, *_PLAN_FIELDS, *_CONTENT_FIELDS,
        *recording(), *challenge(), *_act_fields()),
    roles=("inquiry_officer", "investigator", "prosecutor", "clerk", "head"),
    sections=(TIME, PRESENT, RIGHTS, REMOTE, PLAN, CONTENT, RECORDING, CHALLENGE, HEADER),
    columns=("person", "action", "capacity", "started_at", "ended_at", "drawn_by",
        "lawyer_present", "confession"),
    moment="started_at",
    source=cpc("170, 196–203"),
    steps=("P04", "P24", "P33"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor")),
)

TYPES = (INTERROGATION,)
