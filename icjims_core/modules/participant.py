"""A person's role in a case: status, defence, rights, harm and needs (P12–P17)."""

from __future__ import annotations

from icjims_core.declarations.iccs_tags import PERSON_TAGS, person_tags
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY
_ACCUSED = ("suspect", "accused", "convicted", "acquitted")
_HARMED = ("victim", "private_prosecutor")
_CONCERNED = OneOf("role",
    (*_ACCUSED, *_HARMED, "witness", "protected_witness", "civil_respondent", "applicant", "mentioned"))
"""Those of whom the case must say who they are, or why not: of a protected witness that it is for safety."""


def _or(reason: str, role: OneOf = _CONCERNED) -> AllOf:
    """Required of these roles unless the reason why it is not stated is given."""
    return AllOf((role, Blank(reason)))


ROLE = Section("role", WORDS)
_ROLE_FIELDS = ROLE.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("role", Kind.CODE, required=True, unit="status", codes="participant_role", source=cpc("40, 43, 45")),
    Field("status_from", Kind.TIMESTAMP, unit="status", not_future=True),
    Field("status_basis", Kind.CODE, unit="status", codes="status_basis", source=cpc("40(2), 43(1), 45(1)")),
    Field("order_number", Kind.TEXT, unit="status_order", max_length=60, source=cpc("40(2), 58(2)")),
    Field("ordered_at", Kind.TIMESTAMP, unit="status_order", not_future=True, source=cpc("40(2), 58(2)")),
    Field("copy_given_at", Kind.TIMESTAMP, not_future=True, source=cpc("40(4)(12), 44(1)(2)")),
    Field("pseudonym", Kind.TEXT, max_length=100, required_when=Equals("role", "protected_witness"),
        source=cpc("77(3)")),
    Field("status_until", Kind.TIMESTAMP, not_before="status_from", source=cpc("43(2), 43(3)")),
    Field("status_end_reason", Kind.CODE, codes="status_end_reason", source=cpc("43(2), 43(3)")),
    Field("capacity_document", Kind.TEXT, max_length=300),
)

ABOUT = Section("about", WORDS, Source("Directive (EU) 2016/680", "6"))
_ABOUT_FIELDS = ABOUT.of(
    Field("sex", Kind.CODE, codes="sex", required_when=_or("sex_reason")),
    Field("sex_reason", Kind.CODE, codes="not_recorded_reason", required_when=Equals("sex", "not_stated")),
    Field("age_at_act", Kind.INT, minimum=0, maximum=130, required_when=_or("age_reason"), source=cpc("458(1)")),
    Field("age_reason", Kind.CODE, codes="not_recorded_reason"),
    Field("disability", Kind.TRI, sensitivity=_SPECIAL, required_when=_or("disability_reason"), source=cpc("51(1)(1)")),
    Field("disability_reason", Kind.CODE, codes="not_recorded_reason", required_when=Equals("disability", "not_asked")),
    Field("family_violence", Kind.TRI,
        required_when=_or("family_violence_reason", OneOf("role", (*_ACCUSED, *_HARMED))),
        source=Source("Istanbul Convention", "3")),
    Field("family_violence_reason", Kind.CODE, codes="not_recorded_reason",
        required_when=Equals("family_violence", "not_asked")),
)

CHARGE = Section("charge", WORDS, cpc("240"))
_CHARGE_FIELDS = CHARGE.of(
    Field("charged_at", Kind.TIMESTAMP, unit="charge", not_future=True, source=cpc("240(2)")),
    Field("charge_article", Kind.CODE, unit="charge", codes="criminal_code_article",
        required_when=Equals("role", "accused"), source=cpc("240(2)")),
    Field("charge_part", Kind.TEXT, unit="charge", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("240(2)")),
    Field("further_charges", Kind.CODE, merge=Merge.SET, codes="criminal_code_article"),
)

DEFENCE = Section("defence", WORDS, cpc("50, 51"))
_DEFENCE_FIELDS = DEFENCE.of(
    Field("lawyer_name", Kind.TEXT, unit="lawyer", max_length=200, searchable=True),
    Field("lawyer_order", Kind.TEXT, unit="lawyer", max_length=60),
    Field("defence_basis", Kind.CODE, unit="lawyer", codes="defence_basis", source=cpc("50")),
    Field("lawyer_register_number", Kind.TEXT, unit="lawyer", max_length=60, source=cpc("50(4), 50(5)")),
    Field("mandatory_defence", Kind.CODE, merge=Merge.SET, codes="mandatory_defence_ground", source=cpc("51")),
    Field("lawyer_invited_at", Kind.TIMESTAMP, not_future=True, source=cpc("50(1)")),
    Field("lawyer_appointed_at", Kind.TIMESTAMP, not_future=True, source=cpc("50(4), 50(5)")),
    Field("lawyer_arrived_at", Kind.TIMESTAMP, not_future=True, source=cpc("49(2)")),
    Field("private_meeting_offered", Kind.TRI, source=cpc("44(1)(8)")),
    Field("private_meeting_at", Kind.TIMESTAMP, unit="private_meeting", not_future=True, source=cpc("44(1)(8)")),
    Field("private_meeting_refused", Kind.TRI, unit="private_meeting"),
    Field("lawyer_declined", Kind.TRI, source=cpc("52(1), 170(6)")),
    Field("lawyer_declined_at", Kind.TIMESTAMP, unit="lawyer_refusal", not_future=True),
    Field("declined_before_lawyer", Kind.TRI, unit="lawyer_refusal", required_when=Equals("lawyer_declined", "yes"),
        source=cpc("52(2)")),
    Field("lawyer_replaced_at", Kind.TIMESTAMP, unit="lawyer_change", not_future=True, source=cpc("50(5)")),
    Field("former_lawyer", Kind.TEXT, unit="lawyer_change", max_length=200),
    Field("replacement_reason", Kind.TEXT, unit="lawyer_change", max_length=500, source=cpc("50(4), 50(5)")),
)

RIGHTS = Section("rights", WORDS, cpc("44"))
_RIGHTS_FIELDS = RIGHTS.of(
    Field("rights_explained_at", Kind.TIMESTAMP, unit="rights", not_future=True),
    Field("rights_language", Kind.CODE, unit="rights", codes="language"),
    Field("rights_sheet_given", Kind.TRI, unit="rights", source=cpc("44(1)(3)")),
    Field("rights_sheet_at", Kind.TIMESTAMP, unit="rights", not_future=True, source=cpc("44(1)(3)")),
    Field("rights_signature", Kind.SIGNATURE, source=cpc("171")),
    Field("language_understood", Kind.TRI, source=cpc("51(1)(3)")),
    Field("interpreter", Kind.REF, target="person", source=cpc("58")),
    Field("language", Kind.CODE, codes="language", source=cpc("44(1)(10)")),
)

INTERPRETING = Section("interpreting", WORDS, cpc("58"))
_INTERPRETING_FIELDS = INTERPRETING.of(
    Field("translates_from", Kind.CODE, unit="language_pair", codes="language",
        required_when=Equals("role", "interpreter"), source=cpc("58(1)")),
    Field("translates_to", Kind.CODE, unit="language_pair", codes="language",
        required_when=Equals("role", "interpreter"), source=cpc("58(1)")),
    Field("certificate", Kind.TEXT, max_length=200),
    Field("liability_warned_at", Kind.TIMESTAMP, not_future=True, source=cpc("58(5), 198(2)")),
    Field("present_from", Kind.TIMESTAMP, unit="presence", not_future=True),
    Field("present_until", Kind.TIMESTAMP, unit="presence", not_future=True, not_before="present_from"),
    Field("documents_translated", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("58(4)(3)")),
)

HARM = Section("harm", WORDS, cpc("40"))
_HARM_FIELDS = HARM.of(
    Field("relation_to_accused", Kind.CODE, codes="victim_relation",
        required_when=_or("relation_reason", OneOf("role", _HARMED)), source=cpc("202(2)")),
    Field("relation_reason", Kind.CODE, codes="not_recorded_reason"),
    Field("harm_kinds", Kind.CODE, merge=Merge.SET, codes="harm_kind", source=cpc("40(1)")),
    Field("injuries", Kind.RICH, max_length=10_000, sensitivity=_SPECIAL),
    Field("injury_severity", Kind.CODE, codes="injury_severity", sensitivity=_SPECIAL),
    Field("civil_claim", Kind.MONEY, minimum=0, source=cpc("40(4)(22)")),
    Field("representative", Kind.REF, target="person", source=cpc("40(4)(6)")),
    Field("notify_release", Kind.TRI, source=Source("Istanbul Convention", "56")),
    Field("release_told_at", Kind.TIMESTAMP, not_future=True, source=Source("Istanbul Convention", "56")),
    Field("release_told_of", Kind.REF, merge=Merge.SET, target="person", required_when=Filled("release_told_at"),
        source=Source("Istanbul Convention", "56")),
    Field("vulnerabilities", Kind.CODE, merge=Merge.SET, codes="vulnerability", sensitivity=_SPECIAL,
        assertion=Assertion.ASSESSMENT),
    Field("screened_at", Kind.TIMESTAMP, not_future=True, source=Source("Istanbul Convention", "51")),
    Field("same_sex_interviewer", Kind.TRI, source=Source("CEDAW GR 33", "51")),
    Field("separate_waiting", Kind.TRI, source=Source("Istanbul Convention", "56")),
)

RECONCILIATION = Section("reconciliation", WORDS, cpc("24(2), 27(5), 40(4)(23)"))
_RECONCILIATION_FIELDS = RECONCILIATION.of(
    Field("reconciliation_bars", Kind.CODE, merge=Merge.SET, codes="reconciliation_bar",
        source=cpc("27(5)(1), 27(5)(2), 27(5)(3)")),
    Field("reconciliation_asked", Kind.TRI, unit="reconciling", source=cpc("40(4)(23)")),
    Field("reconciliation_wish", Kind.TRI, unit="reconciling"),
    Field("pressure_reviewed_by", Kind.TEXT, unit="pressure_review", max_length=200,
        required_when=AllOf((Equals("family_violence", "yes"), Equals("reconciliation_wish", "yes"))),
        source=Source("Istanbul Convention", "48")),
    Field("pressure_view", Kind.RICH, unit="pressure_review", max_length=5_000, assertion=Assertion.ASSESSMENT),
)

CHILD = Section("child", WORDS, cpc("48, 54, 78, 460, 464"))
_CHILD_FIELDS = CHILD.of(
    Field("age_basis", Kind.CODE, codes="date_basis", source=cpc("458(1)(1)")),
    Field("legal_representative", Kind.REF, target="person", source=cpc("48(1)")),
    Field("child_protection_officer", Kind.TEXT, max_length=200, source=cpc("54(1)")),
    Field("psychologist", Kind.TEXT, max_length=200, source=cpc("462(2), 464(1)")),
    Field("specialist_missing", Kind.TEXT, max_length=500, source=cpc("464(1), 464(2)")),
    Field("child_room", Kind.TRI, source=cpc("78(2)")),
    Field("child_breaks", Kind.TEXT, max_length=300, source=cpc("462(1)")),
    Field("child_video", Kind.TRI, source=cpc("78(1)(2), 200(2)(1)")),
)

OTHER = Section("other", WORDS)
_OTHER_FIELDS = OTHER.of(
    Field("statement_summary", Kind.RICH, max_length=20_000, searchable=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

PARTICIPANT = RecordType(
    "participant",
    1,
    WORDS,
    Archetype.PERSON,
    (*_ROLE_FIELDS, *_ABOUT_FIELDS, *_CHARGE_FIELDS, *_DEFENCE_FIELDS, *_RIGHTS_FIELDS, *_INTERPRETING_FIELDS,
        *_HARM_FIELDS, *_RECONCILIATION_FIELDS, *_CHILD_FIELDS, *person_tags(), *_OTHER_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "facility_doctor", "prosecutor", "court_clerk", "judge",
        "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(ROLE, ABOUT, CHARGE, DEFENCE, RIGHTS, INTERPRETING, HARM, RECONCILIATION, CHILD, PERSON_TAGS, OTHER),
    columns=("person", "role", "status_from", "status_until", "sex", "age_at_act", "charge_article", "lawyer_name",
        "relation_to_accused", "family_violence"),
    moment="status_from",
    source=cpc("40, 43, 45"),
    steps=("P12", "P13", "P14", "P15", "P16", "P17", "P27"),
)

TYPES = (PARTICIPANT,)
