"""A record whose content only named officers open: its kind, fields and moment are inside (docs/protocol.md §11.4)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, RecordType, Section

# Fields read as the lines of a table.
# fmt: off
SEAL = Section("seal", Label("Мөөр", "Печать", "Seal"))
_SEAL_FIELDS = SEAL.of(
    Field("suite", Kind.TEXT, Label("Мөөрлөө ыкмасы", "Способ запечатывания", "How it is sealed"), required=True,
        max_length=40),
    Field("content", Kind.TEXT, Label("Жабык мазмун", "Закрытое содержание", "Sealed content"), merge=Merge.APPEND),
    Field("keys", Kind.TEXT, Label("Мазмундун ачкычтары", "Ключи к содержанию", "Keys to the content"),
        merge=Merge.APPEND),
)

SEALED_RECORD = RecordType(
    "sealed_record",
    1,
    Label("Мөөрлөнгөн жазуу", "Запечатанная запись", "Sealed record"),
    Archetype.EVENT,
    _SEAL_FIELDS,
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "head"),
    sentence=Label("Мөөрлөнгөн жазуу", "Запечатанная запись", "Sealed record"),
    sections=(SEAL,),
    command="new",
)

TYPES = (SEALED_RECORD,)
