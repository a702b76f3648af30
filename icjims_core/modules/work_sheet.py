"""The monthly account of work as a punishment: time-sheet, earnings, deduction and its transfer (P73, P74)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Merge, RecordType, Section
from icjims_core.declarations.words import WordsBeside
from icjims_core.law.references import cc, pec

WORDS = WordsBeside(__name__)

# Fields read as the lines of a table.
# fmt: off
MONTH = Section("month_part", WORDS, pec("47(1)(3), 56(1)"))
_MONTH_FIELDS = MONTH.of(
    Field("person", Kind.REF, required=True, target="person"),
    Field("community_work", Kind.REF, target="community_work"),
    Field("correctional_work", Kind.REF, target="correctional_work"),
    Field("month", Kind.TEXT, required=True, max_length=7, pattern=r"20[0-9]{2}-(0[1-9]|1[0-2])"),
    Field("received_at", Kind.TIMESTAMP, not_future=True, source=pec("47(1)(3), 56(1)(6)")),
    Field("sheet_number", Kind.TEXT, max_length=60),
)

TIME = Section("time", WORDS, pec("46, 55"))
_TIME_FIELDS = TIME.of(
    Field("hours", Kind.INT, minimum=0, maximum=250, source=pec("46(1), 47(1)(3)")),
    Field("days", Kind.INT, minimum=0, maximum=31, source=pec("55(1)")),
    Field("working_days", Kind.INT, minimum=0, maximum=31, source=pec("55(1)")),
    Field("credited_days", Kind.INT, minimum=0, maximum=31, source=pec("55(3)")),
    Field("behaviour", Kind.TEXT, max_length=1_000, source=pec("47(1)(4), 56(1)(2)")),
)

MONEY = Section("money", WORDS, pec("57"))
_MONEY_FIELDS = MONEY.of(
    Field("earnings", Kind.MONEY, minimum=0, source=pec("57(1)")),
    Field("deducted", Kind.MONEY, unit="deduction", minimum=0, source=pec("56(1)(1), 57(1)")),
    Field("deducted_percent", Kind.INT, unit="deduction", minimum=0, maximum=25, source=cc("64(2)")),
    Field("to_state", Kind.MONEY, unit="transfer", minimum=0, source=pec("57(2)")),
    Field("to_probation", Kind.MONEY, unit="transfer", minimum=0, source=pec("57(2)")),
    Field("transferred_on", Kind.DATE, unit="transfer", not_future=True, source=pec("53(5)(3), 56(1)(6)")),
    Field("attachments", Kind.FILE, merge=Merge.SET),
    Field("notes", Kind.TEXT, merge=Merge.APPEND, max_length=4_000),
)

WORK_SHEET = RecordType(
    "work_sheet",
    1,
    WORDS,
    Archetype.EVENT,
    (*_MONTH_FIELDS, *_TIME_FIELDS, *_MONEY_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sections=(MONTH, TIME, MONEY),
    columns=("person", "month", "received_at", "hours", "days", "deducted", "transferred_on"),
    moment="received_at",
    source=pec("47(1)(3), 56(1)"),
    steps=("P73", "P74"),
    purpose="execution_of_sentences",
)

TYPES = (WORK_SHEET,)
