"""An entry of a paper journal of the office: which journal, which number, when, about what (P01)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
ENTRY = Section("entry", Label("Жазуу", "Запись", "Entry"), cpc("147(1)"))
_ENTRY_FIELDS = ENTRY.of(
    Field("journal", Kind.CODE, Label("Журнал", "Журнал", "Journal"), required=True,
        codes="journal_kind"),
    Field("entry_number", Kind.TEXT, Label("Жазуунун номери", "Номер записи", "Number of the entry"),
        required=True, unit="entry_mark", max_length=40, searchable=True),
    Field("entry_date", Kind.DATE, Label("Жазуунун күнү", "Дата записи", "Date of the entry"),
        required=True, unit="entry_mark", not_future=True),
    Field("entered_at", Kind.TIMESTAMP, Label("Жазылган убакыт", "Время записи", "Entered at"),
        not_future=True),
    Field("entered_by", Kind.TEXT, Label("Ким жазды", "Кто внёс", "Entered by"), max_length=200),
    Field("from_whom", Kind.TEXT, Label("Кимден", "От кого", "From whom"), max_length=300,
        searchable=True),
    Field("subject", Kind.RICH, Label("Кыскача мазмуну", "Краткое содержание", "What it is about"),
        max_length=10_000, searchable=True),
)

PAPER_BOOK = Section("book", Label("Кагаз журнал", "Бумажный журнал", "Paper journal"))
_PAPER_BOOK_FIELDS = PAPER_BOOK.of(
    Field("book_number", Kind.TEXT,
        Label("Журналдын инвентардык номери", "Инвентарный номер журнала", "Number of the book"),
        unit="book_place", max_length=60),
    Field("page", Kind.INT, Label("Бети", "Страница", "Page"), unit="book_place", minimum=1,
        maximum=10_000),
    Field("line", Kind.INT, Label("Сабы", "Строка", "Line"), unit="book_place", minimum=1,
        maximum=1_000),
)

OUTCOME = Section("outcome", Label("Жыйынтыгы", "Результат", "Outcome"))
_OUTCOME_FIELDS = OUTCOME.of(
    Field("resolution", Kind.TEXT, Label("Ким аткарат", "Кому поручено", "Passed to"),
        max_length=300),
    Field("about_case", Kind.REF, Label("Кайсы иш боюнча", "По какому делу", "About which case"),
        target="case"),
    Field("act", Kind.REF, Label("Кайсы акт катталды", "Какой акт зарегистрирован", "Which act is registered")),
    Field("result", Kind.TEXT, Label("Чечим", "Принятое решение", "What was decided"), unit="closing",
        max_length=500),
    Field("result_on", Kind.DATE, Label("Чечимдин күнү", "Дата решения", "Decided on"), unit="closing",
        not_future=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

JOURNAL_ENTRY = RecordType(
    "journal_entry",
    1,
    Label("Журналдагы жазуу", "Запись в журнале", "Journal entry"),
    Archetype.EVENT,
    (*_ENTRY_FIELDS, *_PAPER_BOOK_FIELDS, *_OUTCOME_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor",
        "court_clerk", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "{journal}: № {entry_number}, {entry_date}[, {from_whom}][ — {result}]",
        "{journal}: № {entry_number}, {entry_date}[, {from_whom}][ — {result}]",
        "{journal}: no. {entry_number}, {entry_date}[, {from_whom}][ — {result}]",
    ),
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
