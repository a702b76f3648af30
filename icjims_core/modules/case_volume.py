"""A volume of a case on paper: number, folios, inventory, where it stands (P51, P54)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
VOLUME = Section("volume", Label("Том", "Том", "Volume"), cpc("253(1)"))
_VOLUME_FIELDS = VOLUME.of(
    Field("volume_number", Kind.INT, Label("Томдун номери", "Номер тома", "Number of the volume"),
        required=True, minimum=1, maximum=10_000),
    Field("kind", Kind.CODE, Label("Түрү", "Вид тома", "Kind of volume"), codes="volume_kind"),
    Field("title", Kind.TEXT, Label("Мукабадагы аталышы", "Заголовок на обложке", "Title on the cover"),
        max_length=500, searchable=True),
    Field("file_number", Kind.TEXT,
        Label("Архивдик же наряд номери", "Архивный или нарядный номер", "Number in the archive"),
        max_length=60, searchable=True),
    Field("begun_on", Kind.DATE, Label("Башталган күнү", "Начат", "Begun on"), unit="dates",
        not_future=True),
    Field("finished_on", Kind.DATE, Label("Аяктаган күнү", "Окончен", "Finished on"), unit="dates",
        not_future=True, not_before="begun_on"),
    Field("folios", Kind.INT, Label("Барактардын саны", "Количество листов", "Number of folios"),
        minimum=0, maximum=10_000, source=cpc("253(1)")),
)

INVENTORY = Section("inventory", Label("Опись", "Опись", "Inventory"), cpc("253(1)"))
_INVENTORY_FIELDS = INVENTORY.of(
    Field("inventory_at", Kind.TIMESTAMP, Label("Опись түзүлдү", "Опись составлена", "Drawn up at"),
        unit="inventory_drawn", not_future=True, source=cpc("253(1)")),
    Field("inventory_by", Kind.TEXT,
        Label("Описти ким түздү", "Кто составил опись", "Inventory drawn up by"),
        unit="inventory_drawn", max_length=200),
    Field("sewn", Kind.TRI, Label("Тигилип, номерленген", "Подшит и пронумерован", "Sewn and numbered"),
        source=cpc("253(1)")),
    Field("seal_text", Kind.TEXT,
        Label("Күбөлөндүрүүчү жазуу, мөөр", "Заверительная надпись, печать", "Certifying note and stamp"),
        max_length=500),
    Field("scan", Kind.FILE, Label("Описьтин сүрөтү", "Скан описи", "Scan of the inventory"),
        merge=Merge.SET),
)

PLACE = Section("whereabouts", Label("Кайда турат", "Где находится", "Where it is"))
_PLACE_FIELDS = PLACE.of(
    Field("state", Kind.CODE, Label("Абалы", "Состояние", "State"), unit="standing",
        codes="volume_state"),
    Field("state_at", Kind.TIMESTAMP, Label("Качантан", "С какого времени", "Since"), unit="standing",
        not_future=True),
    Field("shelf", Kind.TEXT, Label("Сакталган жери", "Место хранения", "Where it is kept"),
        unit="standing", max_length=300),
    Field("holder", Kind.TEXT, Label("Кимде", "У кого", "Who holds it"), unit="standing",
        max_length=300),
    Field("restored_from", Kind.RICH,
        Label("Калыбына келтирүүнүн булактары", "Источники восстановления", "What it was restored from"),
        max_length=5_000, required_when=Equals("state", "restored"), source=cpc("143")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

CASE_VOLUME = RecordType(
    "case_volume",
    1,
    Label("Иштин тому", "Том дела", "Volume of the case"),
    Archetype.DOSSIER,
    (*_VOLUME_FIELDS, *_INVENTORY_FIELDS, *_PLACE_FIELDS),
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer", "clerk", "head"),
    sentence=Label(
        "{volume_number}-том[, {kind}][: {title}][, {folios} барак][ — {state}]",
        "Том {volume_number}[, {kind}][: {title}][, листов: {folios}][ — {state}]",
        "Volume {volume_number}[, {kind}][: {title}][, folios: {folios}][ — {state}]",
    ),
    sections=(VOLUME, INVENTORY, PLACE),
    columns=("volume_number", "kind", "title", "begun_on", "finished_on", "folios", "inventory_at", "state", "holder"),
    moment="begun_on",
    source=cpc("253(1)"),
    steps=("P51", "P54"),
    purpose="office_work",
)

TYPES = (CASE_VOLUME,)
