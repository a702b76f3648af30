"""What the author of a value in dispute says of it, for whoever decides; it decides nothing itself."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, RecordType, Section

# Fields read as the lines of a table.
# fmt: off
EXPLAINED = Section("explained", Label("Түшүндүрмө", "Объяснение", "Explanation"))
_EXPLAINED_FIELDS = EXPLAINED.of(
    Field("act", Kind.REF, Label("Кайсы жазуу жөнүндө", "О какой записи", "On which record"), required=True,
        unit="explained_value"),
    Field("act_type", Kind.TEXT, Label("Жазуунун түрү", "Вид записи", "Kind of record"), unit="explained_value",
        max_length=64),
    Field("unit", Kind.TEXT, Label("Талаа", "Поле", "Field"), required=True, unit="explained_value", max_length=64),
    Field("text", Kind.RICH, Label("Эмне үчүн ушундай жазылган", "Почему записано так", "Why it was recorded so"),
        required=True, unit="explained_value", max_length=10_000),
    Field("remarks", Kind.TEXT, Label("Толуктоолор", "Дополнения", "Additions"), merge=Merge.APPEND,
        max_length=4_000),
)

EXPLANATION = RecordType(
    "explanation",
    1,
    Label("Талаштуу маани жөнүндө түшүндүрмө", "Объяснение спорного значения", "Explanation of a disputed value"),
    Archetype.EVENT,
    _EXPLAINED_FIELDS,
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "Талаштуу маани түшүндүрүлдү: {act}, {text}",
        "Объяснено спорное значение: {act}, {text}",
        "Disputed value explained: {act}, {text}",
    ),
    sections=(EXPLAINED,),
    columns=("act", "unit"),
    command="explain",
)

TYPES = (EXPLANATION,)
