"""Search, seizure and personal search (P36)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, CONTROL, RECORDING, challenge, judicial_control, recording
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
    Signing,
)
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
SUBJECT = Section("subject", WORDS, cpc("212, 213"))
_SUBJECT_FIELDS = SUBJECT.of(
    Field("kind", Kind.CODE, required=True, codes="search_kind", source=cpc("212(1), 212(2), 213")),
    Field("person", Kind.REF, target="person", required_when=Equals("kind", "personal_search"),
        source=cpc("212(1), 213(1)")),
    Field("organisation", Kind.TEXT, max_length=300, source=cpc("212(12)")),
    Field("place_kind", Kind.CODE, codes="search_place", source=cpc("212(12), 212(13)")),
    Field("basis", Kind.CODE, required=True, codes="entry_basis", source=cpc("212(4), 212(9), 213(2)")),
    Field("reasons", Kind.RICH, max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("212(1), 212(5)")),
    Field("sought", Kind.RICH, max_length=10_000, source=cpc("212(1), 212(2)")),
)

COURSE = Section("course", WORDS, cpc("212(7)–212(19), 213(3)"))
_COURSE_FIELDS = COURSE.of(
    Field("order_shown_at", Kind.TIMESTAMP, not_future=True, source=cpc("212(10), 212(11)")),
    Field("offered_to_give", Kind.TRI, source=cpc("212(10), 212(11)")),
    Field("surrender", Kind.CODE, codes="surrender", source=cpc("214(2)")),
    Field("officers", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("170(3)")),
    Field("officers_same_sex", Kind.TRI, unit="same_sex", required_when=Equals("kind", "personal_search"),
        source=cpc("213(3)")),
    Field("specialists_same_sex", Kind.TRI, unit="same_sex", source=cpc("213(3)")),
    Field("residents_present", Kind.TEXT, max_length=500, source=cpc("172(7), 172(8), 212(12)")),
    Field("lawyers", Kind.TEXT, merge=Merge.SET, max_length=200, source=cpc("212(12)")),
    Field("specialists", Kind.TEXT, merge=Merge.SET, max_length=300, source=cpc("212(7), 212(17)")),
    Field("forced_entry", Kind.TEXT, max_length=1_000, source=cpc("212(10)")),
    Field("leaving_forbidden", Kind.TRI, source=cpc("212(15)")),
    Field("destruction_attempts", Kind.RICH, max_length=5_000, source=cpc("214(3)")),
    Field("privacy_protected", Kind.TRI, source=cpc("212(14)")),
)

RESULTS = Section("results", WORDS, cpc("214"))
_RESULTS_FIELDS = RESULTS.of(
    Field("description", Kind.RICH, searchable=True, source=cpc("214(2)")),
    Field("items_listed", Kind.RICH, max_length=50_000, source=cpc("214(2)")),
    Field("items", Kind.REF, merge=Merge.SET, target="evidence", source=cpc("212(16), 214(2)"), stays_open=True),
    Field("packaging", Kind.TEXT, max_length=1_000, source=cpc("212(19)")),
    Field("digital_by_specialist", Kind.TEXT, max_length=300, source=cpc("212(17)")),
    Field("digital_copied", Kind.TRI, source=cpc("212(17)")),
    Field("returned", Kind.TEXT, max_length=1_000, source=cpc("212(18)"), stays_open=True),
    Field("copy_given_at", Kind.TIMESTAMP, unit="copy", not_future=True, source=cpc("214(4)"), stays_open=True),
    Field("copy_given_to", Kind.TEXT, unit="copy", max_length=300, required_when=Filled("copy_given_at"),
        source=cpc("214(4)"), stays_open=True),
    Field("video", Kind.FILE, merge=Merge.SET, source=cpc("212(7)")),
    Field("video_missing_reason", Kind.TEXT, max_length=500,
        required_when=AllOf((OneOf("recorded", ("no", "not_asked")), Blank("video"))), source=cpc("212(7)")),
)

SEARCH = RecordType(
    "search",
    1,
    WORDS,
    Archetype.EVENT,
    (*_SUBJECT_FIELDS, *judicial_control(), *_COURSE_FIELDS, *_RESULTS_FIELDS, *recording(), *challenge(),
        *header("search", investigative=True)),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sections=(SUBJECT, CONTROL, COURSE, RESULTS, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "person", "place", "started_at", "ended_at", "basis", "judge_notified_at", "lawfulness"),
    moment="started_at",
    source=cpc("212–214"),
    steps=("P36",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor"), (("prosecutor", "consent"),)),
)

TYPES = (SEARCH,)
