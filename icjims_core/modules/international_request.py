"""International request: legal assistance, extradition and its custody, transfer of a case or of a prisoner (P43)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
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
    Signing,
    Source,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

_OF_PERSONS = ("extradition", "temporary_extradition", "transit", "transfer_of_prisoner")

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", WORDS, cpc("508–511"))
_REQUEST_FIELDS = REQUEST.of(
    Field("kind", Kind.CODE, required=True, codes="international_request_kind",
        source=cpc("509, 518–522, 534, 535, 539")),
    Field("direction", Kind.CODE, required=True, codes="request_direction", source=cpc("508, 512")),
    Field("state", Kind.CODE, required=True, unit="counterpart", codes="citizenship", source=cpc("509(1), 511(2)")),
    Field("foreign_body", Kind.TEXT, unit="counterpart", max_length=300, source=cpc("511(2)")),
    Field("own_body", Kind.TEXT, max_length=300, source=cpc("511(1)")),
    Field("request_number", Kind.TEXT, unit="request_identity", max_length=60, searchable=True),
    Field("request_on", Kind.DATE, unit="request_identity", not_future=True),
    Field("basis", Kind.CODE, unit="legal_ground", codes="request_basis", required_when=Equals("direction", "outgoing"),
        source=cpc("509(1), 509(2)")),
    Field("treaty", Kind.TEXT, unit="legal_ground", max_length=500, required_when=Equals("basis", "treaty"),
        source=cpc("509(1)")),
    Field("reciprocity_assured", Kind.TRI, required_when=Equals("basis", "reciprocity"), source=cpc("509(3), 509(4)")),
    Field("person", Kind.REF, target="person", required_when=OneOf("kind", _OF_PERSONS), source=cpc("511(4)")),
    Field("article", Kind.CODE, unit="qualification", codes="criminal_code_article", source=cpc("511(6)")),
    Field("part", Kind.TEXT, unit="qualification", max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("511(6)")),
    Field("facts", Kind.RICH, max_length=50_000, source=cpc("511(6)")),
    Field("asked", Kind.RICH, max_length=20_000, source=cpc("511(5)")),
    Field("conditions", Kind.TEXT, max_length=2_000, required_when=Equals("direction", "outgoing"),
        source=Source("Directive (EU) 2016/680", "35–39")),
    Field("translated_into", Kind.CODE, codes="language", source=cpc("510(3)")),
)

COURSE = Section("course", WORDS, cpc("510, 512, 513, 517"))
_COURSE_FIELDS = COURSE.of(
    Field("sent_to_central_at", Kind.TIMESTAMP, not_future=True, source=cpc("508, 510(4)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, not_future=True, source=cpc("509"), stays_open=True),
    Field("central_returned_at", Kind.TIMESTAMP, unit="central_return", not_future=True, source=cpc("510(4)"),
        stays_open=True),
    Field("central_return_reason", Kind.TEXT, unit="central_return", max_length=1_000,
        required_when=Filled("central_returned_at"), source=cpc("510(4)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=cpc("512, 517(5)"), stays_open=True),
    Field("executor", Kind.TEXT, max_length=300, source=cpc("512(1)(1)"), stays_open=True),
    Field("execute_until", Kind.DATE, source=cpc("517(5)"), stays_open=True),
    Field("result", Kind.CODE, unit="outcome", codes="request_result", source=cpc("512(1), 513"), stays_open=True),
    Field("replied_at", Kind.TIMESTAMP, unit="outcome", not_future=True, source=cpc("513(1)"), stays_open=True),
    Field("refusal_reason", Kind.RICH, unit="outcome", max_length=10_000, required_when=Equals("result", "refused"),
        source=cpc("513(2), 514"), stays_open=True),
    Field("received_materials", Kind.RICH, max_length=20_000, source=cpc("513(1), 515"), stays_open=True),
)

EXTRADITION = Section("extradition", WORDS, cpc("527–537"))
_EXTRADITION_FIELDS = EXTRADITION.of(
    Field("apprehended_at", Kind.TIMESTAMP, not_future=True, source=cpc("527, 528(3)"), stays_open=True),
    Field("provisional_custody_at", Kind.TIMESTAMP, unit="provisional_custody", not_future=True, source=cpc("528(3)"),
        stays_open=True),
    Field("provisional_custody_until", Kind.DATE, unit="provisional_custody", source=cpc("528(1), 528(8)"),
        stays_open=True),
    Field("extradition_arrest_at", Kind.TIMESTAMP, unit="extradition_custody", not_future=True, source=cpc("529(3)"),
        stays_open=True),
    Field("extradition_arrest_until", Kind.DATE, unit="extradition_custody", source=cpc("529(7)"), stays_open=True),
    Field("foreign_custody_days", Kind.INT, minimum=0, source=cpc("526(2)"), stays_open=True),
    Field("border_crossed_at", Kind.TIMESTAMP, not_future=True, source=cpc("526(1)"), stays_open=True),
    Field("extradition_decision", Kind.CODE, unit="extradition_ruling", codes="petition_decision",
        source=cpc("530(2), 531"), stays_open=True),
    Field("extradition_decided_at", Kind.TIMESTAMP, unit="extradition_ruling", not_future=True, source=cpc("530(2)"),
        stays_open=True),
    Field("refusal_grounds", Kind.CODE, merge=Merge.SET, codes="extradition_refusal_ground",
        required_when=Equals("extradition_decision", "refused"), source=cpc("532"), stays_open=True),
    Field("decision_served_at", Kind.TIMESTAMP, not_future=True, source=cpc("536(1)"), stays_open=True),
    Field("decision_appealed_at", Kind.TIMESTAMP, not_future=True, source=cpc("536(2)"), stays_open=True),
    Field("court_upheld", Kind.TRI, source=cpc("536(8)"), stays_open=True),
    Field("surrender_on", Kind.DATE, unit="surrender", source=cpc("537(1)"), stays_open=True),
    Field("surrendered_at", Kind.TIMESTAMP, unit="surrender", not_future=True, source=cpc("537"), stays_open=True),
    Field("return_until", Kind.DATE, source=cpc("534(1)"), stays_open=True),
    Field("released_at", Kind.TIMESTAMP, unit="extradition_release", not_future=True,
        source=cpc("528(8), 529(9), 537(3)"), stays_open=True),
    Field("release_reason", Kind.TEXT, unit="extradition_release", max_length=500, required_when=Filled("released_at"),
        source=cpc("528(8), 529(9)"), stays_open=True),
    Field("convict_consents", Kind.TRI, required_when=Equals("kind", "transfer_of_prisoner"), source=cpc("541(1)"),
        stays_open=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000, stays_open=True),
)

INTERNATIONAL_REQUEST = RecordType(
    "international_request",
    1,
    WORDS,
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_COURSE_FIELDS, *_EXTRADITION_FIELDS, *order_header("international_request")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sections=(REQUEST, COURSE, EXTRADITION, HEADER),
    columns=("kind", "direction", "state", "request_number", "request_on", "person", "sent_at", "received_at",
        "execute_until", "result", "replied_at", "extradition_arrest_until"),
    moment="request_on",
    source=cpc("508–545"),
    steps=("P43",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (INTERNATIONAL_REQUEST,)
