"""End of the investigation and familiarisation with the case file: one record for each person who reads (P51)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
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
NOTICE = Section("notice", Label("Тергөөнүн аяктаганын жарыялоо", "Объявление об окончании следствия",
    "Notice of the end of the investigation"), cpc("251"))
_NOTICE_FIELDS = NOTICE.of(
    Field("person", Kind.REF, Label("Ким таанышат", "Кто знакомится", "Who reads"), required=True, target="person",
        source=cpc("252, 253")),
    Field("capacity", Kind.CODE, Label("Процесстик абалы", "Процессуальное положение", "Status"),
        codes="participant_role"),
    Field("announced_at", Kind.TIMESTAMP, Label("Тергөөнүн аяктаганы жарыяланды",
        "Объявлено об окончании следствия", "End of the investigation announced at"), required=True, not_future=True,
        source=cpc("251(1)")),
    Field("rights_explained", Kind.TRI, Label("Иш менен таанышуу укугу түшүндүрүлдү",
        "Право на ознакомление разъяснено", "Right to read the file explained"), source=cpc("251(1)")),
    Field("postponed_until", Kind.DATE, Label("Качанга калтырылды", "Отложено до", "Postponed until"),
        unit="postponement", source=cpc("251(2)"),
        help=Label("5 суткадан ашпайт.", "Не более 5 суток.", "Not more than 5 days.")),
    Field("postponement_reason", Kind.TEXT, Label("Калтыруунун себеби", "Причина отложения",
        "Reason of the postponement"), unit="postponement", max_length=500, required_when=Filled("postponed_until"),
        source=cpc("251(2)")),
    Field("replacement_offered", Kind.TRI, Label("Башка адвокат же өкүл чакыруу сунушталды",
        "Предложено пригласить другого адвоката, представителя", "Another lawyer or representative offered"),
        source=cpc("251(2)")),
)

READING = Section("reading", Label("Материалдар менен таанышуу", "Ознакомление с материалами", "Reading of the file"),
    cpc("252, 253"))
_READING_FIELDS = READING.of(
    Field("victim_first", Kind.TRI, Label("Жабырлануучу биринчи таанышты", "Потерпевший ознакомлен первым",
        "The victim read first"), source=cpc("253(1)")),
    Field("volumes", Kind.INT, Label("Берилген томдор", "Предъявлено томов", "Volumes shown"), unit="file_shown",
        minimum=0, source=cpc("253(1), 254(1)")),
    Field("folios", Kind.INT, Label("Берилген барактар", "Предъявлено листов", "Folios shown"), unit="file_shown",
        minimum=0, source=cpc("253(1), 254(1)")),
    Field("bound_with_inventory", Kind.TRI, Label("Тигилген, номерленген, описи менен",
        "Подшито, пронумеровано, с описью", "Bound, numbered and with an inventory"), source=cpc("253(1)")),
    Field("evidence_shown", Kind.TRI, Label("Буюм далилдер көрсөтүлдү", "Предъявлены вещественные доказательства",
        "Physical evidence shown"), source=cpc("253(1)")),
    Field("recordings_shown", Kind.TRI, Label("Сүрөттөр, аудио- жана видеожазуулар көрсөтүлдү",
        "Предъявлены фотографии, аудио- и видеозаписи", "Photographs and recordings shown"), source=cpc("253(1)")),
    Field("materials", Kind.RICH, Label("Көрсөтүлгөн материалдар", "Предъявленные материалы", "Materials shown"),
        max_length=20_000, source=cpc("254(1)")),
    Field("with_lawyer", Kind.TRI, Label("Адвокат менен бирге окуду", "Знакомился совместно с адвокатом",
        "Read together with the lawyer"), source=cpc("253(1)")),
    Field("reading_started_at", Kind.TIMESTAMP, Label("Таанышуу башталды", "Ознакомление начато",
        "Reading began at"), unit="reading_time", not_future=True, not_before="announced_at", source=cpc("254(1)")),
    Field("reading_ended_at", Kind.TIMESTAMP, Label("Таанышуу аяктады", "Ознакомление окончено", "Reading ended at"),
        unit="reading_time", not_future=True, not_before="reading_started_at", source=cpc("254(1)"),
        help=Label("Таанышуу убактысы чектелбейт.", "Время ознакомления не ограничивается.",
            "The time of reading is not limited.")),
    Field("sessions", Kind.TEXT, Label("Окуу күндөрү, убактысы, барактары", "Дни, часы и листы ознакомления",
        "Days, hours and folios of reading"), merge=Merge.APPEND, max_length=1_000, source=cpc("254(1)")),
    Field("folios_read", Kind.INT, Label("Окулган барактар", "Прочитано листов", "Folios read"), minimum=0,
        source=cpc("252(1), 254(1)")),
    Field("copies_made", Kind.TRI, Label("Көчүрмө же жазып алуу жасалды", "Сделаны выписки или копии",
        "Copies or extracts made"), source=cpc("253(2)")),
    Field("limit_until", Kind.TIMESTAMP, Label("Токтом менен белгиленген мөөнөт", "Срок, установленный постановлением",
        "Time set by order"), unit="reading_limit", source=cpc("253(4)")),
    Field("limit_reasons", Kind.RICH, Label("Ачык создуктуруунун негиздемеси", "Обоснование явного затягивания",
        "Why the reading was plainly delayed"), unit="reading_limit", max_length=10_000,
        required_when=Filled("limit_until"), source=cpc("253(4)")),
)

RESULT = Section("result", Label("Жыйынтыгы жана өтүнүчтөр", "Итог и ходатайства", "Result and motions"),
    cpc("253(3), 254, 255"))
_RESULT_FIELDS = RESULT.of(
    Field("declined", Kind.TRI, Label("Таанышуудан баш тартты", "Отказ от ознакомления", "Declined to read"),
        unit="refusal_to_read", source=cpc("254(2)")),
    Field("declined_reasons", Kind.RICH, Label("Баш тартуунун жүйөлөрү", "Мотивы отказа", "Reasons for declining"),
        unit="refusal_to_read", max_length=5_000, required_when=Equals("declined", "yes"), source=cpc("254(2)")),
    Field("motions", Kind.RICH, Label("Айтылган өтүнүчтөр жана арыздар", "Заявленные ходатайства и заявления",
        "Motions and statements made"), max_length=20_000, source=cpc("253(3), 254(1)")),
    Field("jury_asked", Kind.TRI, Label("Сот арачылары менен кароону суранды", "Ходатайство о суде присяжных",
        "Asked for a jury"), source=cpc("253(3)")),
    Field("witnesses_wanted", Kind.RICH, Label("Сотко кимди чакырууну суранды", "Кого просит вызвать в суд",
        "Whom to summon to court"), max_length=10_000, source=cpc("253(3)")),
    Field("motion_decision", Kind.CODE, Label("Өтүнүч боюнча чечим", "Решение по ходатайству",
        "Decision on the motion"), unit="motion_ruling", codes="petition_decision", source=cpc("255(1), 255(3)"),
        stays_open=True),
    Field("motion_decided_at", Kind.TIMESTAMP, Label("Өтүнүч чечилген убакыт", "Ходатайство разрешено",
        "Motion decided at"), unit="motion_ruling", not_future=True, source=cpc("255"), stays_open=True),
    Field("refusal_served_at", Kind.TIMESTAMP, Label("Баш тартуунун көчүрмөсү алынды", "Копия отказа получена",
        "Copy of the refusal received at"), not_future=True, source=cpc("255(4)"), stays_open=True),
    Field("refusal_appealed_at", Kind.TIMESTAMP, Label("Баш тартуу прокурорго даттанылды",
        "Отказ обжалован прокурору", "Refusal appealed at"), not_future=True, source=cpc("255(4)"), stays_open=True),
    Field("additional_shown_at", Kind.TIMESTAMP, Label("Кошумча материалдар көрсөтүлдү",
        "Предъявлены дополнительные материалы", "Additional materials shown at"), not_future=True,
        source=cpc("255(2)"), stays_open=True),
)

FAMILIARISATION = RecordType(
    "familiarisation",
    1,
    Label("Иш менен таанышуу", "Ознакомление с делом", "Familiarisation with the case"),
    Archetype.EVENT,
    (*_NOTICE_FIELDS, *_READING_FIELDS, *_RESULT_FIELDS,
        *header("familiarisation", without=("started_at", "ended_at"))),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "{person}: тергөөнүн аягы жарыяланды {announced_at}[, таанышуу {reading_started_at}][ – {reading_ended_at}]",
        "{person}: объявлено об окончании следствия {announced_at}[, ознакомление {reading_started_at}]"
        "[ – {reading_ended_at}]",
        "{person}: end of investigation announced {announced_at}[, reading {reading_started_at}]"
        "[ – {reading_ended_at}]",
    ),
    sections=(NOTICE, READING, RESULT, HEADER),
    columns=("person", "capacity", "announced_at", "postponed_until", "reading_started_at", "reading_ended_at",
        "folios_read", "declined", "motion_decision"),
    moment="announced_at",
    source=cpc("251–255"),
    steps=("P51",),
    signing=Signing("2026-1", ("investigator",)),
)

TYPES = (FAMILIARISATION,)
