"""A movement of a piece of evidence: one link of its chain of custody, never changed afterwards (P42)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, OneOf, RecordType, Section, Signing
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
MOVEMENT = Section("movement", Label("Кыймылы", "Передача", "Movement"), cpc("86(3), 87(4), 87(7)"))
_MOVEMENT_FIELDS = MOVEMENT.of(
    Field("evidence", Kind.REF, Label("Заттык далил", "Вещественное доказательство", "Evidence"), required=True,
        target="evidence"),
    Field("kind", Kind.CODE, Label("Эмне үчүн", "Причина передачи", "Why"), required=True,
        codes="movement_kind", source=cpc("86(3), 87")),
    Field("moved_at", Kind.TIMESTAMP, Label("Качан", "Когда", "When"), required=True, not_future=True,
        source=cpc("87(4)")),
    Field("from_whom", Kind.TEXT, Label("Кимден", "От кого", "From whom"), unit="parties", max_length=300,
        source=cpc("86(3), 87(7)")),
    Field("to_whom", Kind.TEXT, Label("Кимге", "Кому", "To whom"), unit="parties", max_length=300,
        source=cpc("86(3), 87(7)")),
    Field("from_storage", Kind.CODE, Label("Кайдан", "Откуда", "Where from"), unit="places",
        codes="storage_place", source=cpc("87(2)")),
    Field("to_storage", Kind.CODE, Label("Кайда", "Куда", "Where to"), unit="places", codes="storage_place",
        source=cpc("87(2)")),
    Field("reason", Kind.TEXT, Label("Негизи, документ", "Основание, документ", "Ground and document"),
        max_length=500, source=cpc("87(4), 87(5)")),
    Field("handover", Kind.REF, Label("Ишти өткөрүп берүү", "Передача дела", "Hand-over of the case"),
        target="handover", source=cpc("86(3), 87(7)")),
    Field("examination", Kind.REF, Label("Экспертиза", "Экспертиза", "Expert examination"),
        target="expert_examination", required_when=OneOf("kind", ("to_expert", "from_expert")),
        source=cpc("190(3)")),
    Field("seal_state", Kind.CODE, Label("Мөөрдүн абалы", "Состояние печати", "State of the seal"),
        unit="seal", codes="seal_state", source=cpc("172(10), 190(3)")),
    Field("seal_number", Kind.TEXT, Label("Жаңы мөөрдүн номери", "Номер новой печати", "Number of the new seal"),
        unit="seal", max_length=60, required_when=OneOf("seal_state", ("opened",)), source=cpc("172(10)")),
    Field("damage", Kind.TEXT, Label("Зыян, жоготуу, айырма", "Повреждение, утрата, расхождение",
        "Damage, loss or difference"), max_length=1_000, required_when=OneOf("seal_state", ("broken",))),
    Field("weight_g", Kind.INT, Label("Салмагы, г", "Вес, г", "Weight, g"), minimum=0),
    Field("received", Kind.TRI, Label("Кабыл алуучу ырастады", "Получатель подтвердил", "Confirmed by the receiver"),
        unit="receipt", stays_open=True),
    Field("received_at", Kind.TIMESTAMP, Label("Кабыл алынды", "Получено", "Received at"), unit="receipt",
        not_future=True, not_before="moved_at", stays_open=True),
    Field("signatures", Kind.SIGNATURE, Label("Берген жана алган адамдардын колдору",
        "Подписи передавшего и получившего", "Signatures of both"), merge=Merge.APPEND, stays_open=True),
    Field("photos", Kind.FILE, Label("Таңгактын сүрөтү", "Снимки упаковки", "Photographs of the packaging"),
        merge=Merge.SET),
    Field("remarks", Kind.TEXT, Label("Эскертүүлөр", "Замечания", "Remarks"), merge=Merge.APPEND,
        max_length=4_000, stays_open=True),
)

EVIDENCE_MOVEMENT = RecordType(
    "evidence_movement",
    1,
    Label("Далилдин кыймылы", "Движение вещественного доказательства", "Movement of evidence"),
    Archetype.EVENT,
    _MOVEMENT_FIELDS,
    roles=("inquiry_officer", "investigator", "prosecutor", "court_clerk", "clerk", "head"),
    sentence=Label(
        "{evidence}: {kind}, {moved_at}[, {from_whom}][ → {to_whom}][, мөөр: {seal_state}]",
        "{evidence}: {kind}, {moved_at}[, {from_whom}][ → {to_whom}][, печать: {seal_state}]",
        "{evidence}: {kind}, {moved_at}[, {from_whom}][ → {to_whom}][, seal: {seal_state}]",
    ),
    sections=(MOVEMENT,),
    columns=("evidence", "kind", "moved_at", "from_whom", "to_whom", "to_storage", "seal_state", "received_at"),
    moment="moved_at",
    source=cpc("86(3), 87"),
    steps=("P42",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "court_clerk")),
)

TYPES = (EVIDENCE_MOVEMENT,)
