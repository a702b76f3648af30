"""A line of the inventory of a volume: which paper stands on which folios (P51, P52)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Filled, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
LINE = Section("line", Label("Опистин сабы", "Строка описи", "Line of the inventory"), cpc("253(1)"))
_LINE_FIELDS = LINE.of(
    Field("volume", Kind.REF, Label("Том", "Том", "Volume"), required=True, target="case_volume"),
    Field("line", Kind.INT, Label("Иреттик номери", "Порядковый номер", "Number in order"), minimum=1,
        maximum=100_000),
    Field("title", Kind.TEXT,
        Label("Документтин аталышы", "Наименование документа", "Title of the paper"), required=True,
        max_length=500, searchable=True),
    Field("document_number", Kind.TEXT,
        Label("Документтин номери", "Номер документа", "Number of the paper"), unit="document_mark",
        max_length=60, searchable=True),
    Field("document_date", Kind.DATE, Label("Документтин күнү", "Дата документа", "Date of the paper"),
        unit="document_mark", not_future=True),
    Field("folio_from", Kind.INT, Label("Барактан", "С листа", "From folio"), required=True,
        unit="folio_range", minimum=1, maximum=10_000),
    Field("folio_to", Kind.INT, Label("Баракка чейин", "По лист", "To folio"), unit="folio_range",
        minimum=1, maximum=10_000, not_before="folio_from"),
    Field("kind", Kind.CODE, Label("Түп нускабы же көчүрмөбү", "Подлинник или копия", "Original or copy"),
        codes="folio_kind"),
    Field("act", Kind.TEXT,
        Label("Программадагы актынын белгиси", "Идентификатор акта в программе", "Id of the act in the program"),
        max_length=36, pattern="[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
)

CARE = Section("care", Label("Белгилер", "Отметки", "Marks"))
_CARE_FIELDS = CARE.of(
    Field("placed_on", Kind.DATE, Label("Тигилген күнү", "Подшит", "Placed on"), not_future=True),
    Field("removed_on", Kind.DATE, Label("Алынган күнү", "Изъят", "Taken out on"), unit="removal",
        not_future=True),
    Field("removed_reason", Kind.TEXT,
        Label("Эмне үчүн алынды", "Почему изъят", "Why it was taken out"), unit="removal",
        max_length=500, required_when=Filled("removed_on")),
    Field("sealed_envelope", Kind.TRI,
        Label("Мөөрлөнгөн конвертте", "В опечатанном конверте", "In a sealed envelope"),
        source=cpc("170(10)")),
    Field("scan", Kind.FILE, Label("Барактын сүрөтү", "Скан листов", "Scan of the folios"),
        merge=Merge.SET),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

CASE_FOLIO = RecordType(
    "case_folio",
    1,
    Label("Иштин барактары", "Листы дела", "Folios of the case"),
    Archetype.EVENT,
    (*_LINE_FIELDS, *_CARE_FIELDS),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer", "clerk", "head"),
    sentence=Label(
        "{volume}: {folio_from}[–{folio_to}]-барак — {title}[, № {document_number}][, {document_date}]",
        "{volume}: л. {folio_from}[–{folio_to}] — {title}[, № {document_number}][, {document_date}]",
        "{volume}: f. {folio_from}[–{folio_to}] — {title}[, no. {document_number}][, {document_date}]",
    ),
    sections=(LINE, CARE),
    columns=("volume", "line", "title", "document_number", "document_date", "folio_from", "folio_to", "kind",
        "act"),
    moment="document_date",
    source=cpc("253(1)"),
    steps=("P51", "P52"),
    purpose="office_work",
)

TYPES = (CASE_FOLIO,)
