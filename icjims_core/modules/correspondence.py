"""A paper received or sent by the office: numbers by the file plan, correspondent, term, answer."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
PAPER_SENT = Section("letter", WORDS)
_PAPER_SENT_FIELDS = PAPER_SENT.of(
    Field("direction", Kind.CODE, required=True, codes="correspondence_direction"),
    Field("kind", Kind.CODE, codes="correspondence_kind"),
    Field("office_number", Kind.TEXT, unit="our_mark", max_length=60, searchable=True),
    Field("dated", Kind.DATE, required=True, unit="our_mark", not_future=True),
    Field("file_index", Kind.TEXT, unit="file_plan", max_length=40),
    Field("file_title", Kind.TEXT, unit="file_plan", max_length=300),
    Field("their_number", Kind.TEXT, unit="their_mark", max_length=60, searchable=True),
    Field("their_date", Kind.DATE, unit="their_mark", not_future=True),
    Field("correspondent", Kind.TEXT, max_length=300, searchable=True),
    Field("office_concerned", Kind.TEXT, max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office"),
    Field("subject", Kind.RICH, max_length=10_000, searchable=True),
    Field("sheets", Kind.INT, unit="extent", minimum=0, maximum=100_000),
    Field("annexes", Kind.TEXT, unit="extent", max_length=1_000),
    Field("attachments", Kind.FILE, merge=Merge.SET),
)

DELIVERY = Section("delivery", WORDS, cpc("137(3)"))
_DELIVERY_FIELDS = DELIVERY.of(
    Field("way", Kind.CODE, codes="submission_way"),
    Field("handed_over_at", Kind.TIMESTAMP, not_future=True, source=cpc("137(3)")),
    Field("sent_at", Kind.TIMESTAMP, not_future=True),
    Field("received_at", Kind.TIMESTAMP, not_future=True),
    Field("receipt", Kind.TEXT, max_length=300),
)

WORK = Section("work", WORDS)
_WORK_FIELDS = WORK.of(
    Field("passed_to", Kind.TEXT, unit="resolution", max_length=200),
    Field("due_on", Kind.DATE, unit="resolution"),
    Field("answers", Kind.REF, target="correspondence"),
    Field("done_on", Kind.DATE, not_future=True),
    Field("about_case", Kind.REF, target="case"),
    Field("act", Kind.REF),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

CORRESPONDENCE = RecordType(
    "correspondence",
    1,
    WORDS,
    Archetype.EVENT,
    (*_PAPER_SENT_FIELDS, *_DELIVERY_FIELDS, *_WORK_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer",
        "penitentiary_officer", "clerk", "head"),
    sections=(PAPER_SENT, DELIVERY, WORK),
    columns=("direction", "kind", "office_number", "dated", "file_index", "their_number", "correspondent", "due_on",
        "done_on", "about_case", "act"),
    moment="dated",
    in_case=False,
    purpose="office_work",
)

TYPES = (CORRESPONDENCE,)
