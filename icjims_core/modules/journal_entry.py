"""An entry of a paper journal of the office: which journal, which number, when, about what (P01)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cpc

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
ENTRY = Section("entry", WORDS, cpc("147(1)"))
_ENTRY_FIELDS = ENTRY.of(
    Field("journal", Kind.CODE, required=True, codes="journal_kind"),
    Field("entry_number", Kind.TEXT, required=True, unit="entry_mark", max_length=40, searchable=True),
    Field("entry_date", Kind.DATE, required=True, unit="entry_mark", not_future=True),
    Field("entered_at", Kind.TIMESTAMP, not_future=True),
    Field("entered_by", Kind.TEXT, max_length=200),
    Field("from_whom", Kind.TEXT, max_length=300, searchable=True),
    Field("subject", Kind.RICH, max_length=10_000, searchable=True),
)

PAPER_BOOK = Section("book", WORDS)
_PAPER_BOOK_FIELDS = PAPER_BOOK.of(
    Field("book_number", Kind.TEXT, unit="book_place", max_length=60),
    Field("page", Kind.INT, unit="book_place", minimum=1, maximum=10_000),
    Field("line", Kind.INT, unit="book_place", minimum=1, maximum=1_000),
)

OUTCOME = Section("outcome", WORDS)
_OUTCOME_FIELDS = OUTCOME.of(
    Field("resolution", Kind.TEXT, max_length=300),
    Field("about_case", Kind.REF, target="case"),
    Field("act", Kind.REF),
    Field("result", Kind.TEXT, unit="closing", max_length=500),
    Field("result_on", Kind.DATE, unit="closing", not_future=True),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

JOURNAL_ENTRY = RecordType(
    "journal_entry",
    1,
    WORDS,
    Archetype.EVENT,
    (*_ENTRY_FIELDS, *_PAPER_BOOK_FIELDS, *_OUTCOME_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor",
        "court_clerk", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sections=(ENTRY, PAPER_BOOK, OUTCOME),
    columns=(
        *("journal", "entry_number", "entry_date", "from_whom", "book_number"),
        *("page", "about_case", "act", "result"),
    ),
    moment="entry_date",
    in_case=False,
    source=cpc("147"),
    steps=("P01",),
    purpose="office_work",
)

TYPES = (JOURNAL_ENTRY,)
