"""Joinder and severance of cases, restoration of lost material (P11)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

DECISION = Section("decision", Label("Токтом", "Постановление", "Order"), cpc("141–143"))
_DECISION_FIELDS = DECISION.of(
    Field("kind", Kind.CODE, Label("Аракет", "Действие", "Action"), required=True, codes="joinder_kind",
        source=cpc("141(2), 142(2), 143(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"),
        required=True, not_future=True, source=cpc("141(2), 142(2), 143(1)")),
    Field("decided_by", Kind.TEXT, Label("Ким чечти (кызматы)", "Кем принято (должность)", "Decided by (post)"),
        max_length=300),
    Field("ground", Kind.CODE, Label("Негизи", "Основание", "Ground"), codes="joinder_ground",
        source=cpc("141(1), 142(1), 142(4), 142(5), 143(1), 459")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("142(3)")),
)

CASES = Section("cases", Label("Иштер", "Дела", "Cases"))
_CASES_FIELDS = CASES.of(
    Field("other_case", Kind.REF, Label("Экинчи иш", "Второе дело", "The other case"), unit="counterpart",
        target="case",
        help=Label("Бириктирилген иш өчүрүлбөйт: ал ушул ишке шилтеме бойдон калат.",
            "Присоединённое дело не удаляется: в нём остаётся ссылка на это дело.",
            "A joined case is never deleted: it keeps pointing to this one.")),
    Field("other_number", Kind.TEXT, Label("Экинчи иштин номери", "Номер второго дела", "Number of the other case"),
        unit="counterpart", max_length=40, searchable=True),
    Field("other_office", Kind.TEXT, Label("Экинчи иш кайсы органда (коду)", "Орган второго дела (код)",
        "Office of the other case (code)"), unit="counterpart", max_length=40, pattern=r"[0-9A-Za-z-]{2,40}",
        picked_from="office"),
    Field("other_initiated_at", Kind.TIMESTAMP, Label("Экинчи иш козголгон убакыт", "Второе дело возбуждено",
        "The other case initiated at"), not_future=True, source=cpc("141(3)")),
    Field("clock_rule", Kind.CODE, Label("Мөөнөт кайдан эсептелет", "Откуда исчисляется срок",
        "From when the term runs"), codes="clock_rule", source=cpc("141(3), 143(3)")),
    Field("register_entered_at", Kind.TIMESTAMP, Label("Реестрге киргизилген убакыт", "Внесено в Реестр",
        "Entered in the Register at"), not_future=True, source=cpc("141(1), 142(6)"), stays_open=True),
)

CONTENT = Section("content", Label("Адамдар жана материалдар", "Лица и материалы", "Persons and material"))
_CONTENT_FIELDS = CONTENT.of(
    Field("persons", Kind.REF, Label("Кайсы адамдарга карата", "В отношении каких лиц", "Persons concerned"),
        merge=Merge.SET, target="person", source=cpc("141(1), 142(1)")),
    Field("acts_moved", Kind.TEXT, Label("Түп нускада өткөн актылар", "Акты в подлинниках", "Acts moved as originals"),
        merge=Merge.SET, max_length=300, source=cpc("142(2)")),
    Field("acts_copied", Kind.TEXT, Label("Көчүрмөдө өткөн актылар", "Акты в копиях", "Acts copied"),
        merge=Merge.SET, max_length=300, source=cpc("142(2)")),
    Field("material_list", Kind.RICH, Label("Материалдардын тизмеси", "Перечень материалов", "List of the material"),
        max_length=50_000, source=cpc("142(2)")),
)

RESTORATION = Section("restoration", Label("Калыбына келтирүү", "Восстановление", "Restoration"), cpc("143"))
_RESTORATION_FIELDS = RESTORATION.of(
    Field("lost_at", Kind.DATE, Label("Жоголгону аныкталган күн", "Утрата обнаружена", "Loss found on"),
        unit="loss", not_future=True),
    Field("loss_circumstances", Kind.RICH, Label("Жоголуу жагдайлары", "Обстоятельства утраты",
        "Circumstances of the loss"), unit="loss", max_length=10_000,
        required_when=Equals("kind", "restore")),
    Field("recovered", Kind.RICH, Label("Калыбына келтирилген көчүрмөлөр жана булагы",
        "Восстановленные копии и их источник", "Copies recovered and their source"), max_length=50_000,
        source=cpc("143(2)")),
    Field("custody_term_over", Kind.TRI, Label("Камактын чектүү мөөнөтү өттү", "Предельный срок стражи истёк",
        "Utmost term of custody has run out"), source=cpc("143(4)")),
)

JOINDER = RecordType(
    "joinder",
    1,
    Label("Бириктирүү, бөлүп алуу, калыбына келтирүү", "Соединение, выделение, восстановление",
        "Joinder, severance, restoration"),
    Archetype.ORDER,
    (*_DECISION_FIELDS, *_CASES_FIELDS, *_CONTENT_FIELDS, *_RESTORATION_FIELDS, *header("joinder")),
    roles=("investigator", "prosecutor", "judge", "court_clerk", "clerk", "head"),
    sentence=Label(
        "{kind}: {decided_at}[, экинчи иш № {other_number}][, негизи: {ground}]",
        "{kind}: {decided_at}[, второе дело № {other_number}][, основание: {ground}]",
        "{kind} {decided_at}[, other case No. {other_number}][, ground: {ground}]",
    ),
    sections=(DECISION, CASES, CONTENT, RESTORATION, HEADER),
    columns=("kind", "decided_at", "other_case", "other_number", "clock_rule", "ground"),
    moment="decided_at",
    source=cpc("141–143"),
    steps=("P11",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (JOINDER,)
