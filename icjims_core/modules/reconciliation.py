"""Reconciliation of the parties: motion, bars, care for the victim, the agreement, the decision (P48)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Gravity,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
    Source,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", Label("Жарашуу жөнүндө өтүнүч", "Ходатайство о примирении", "Motion to reconcile"),
    cpc("505"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF, Label("Шектүү же айыпталуучу", "Подозреваемый или обвиняемый", "Suspect or accused"),
        required=True, target="person", source=cpc("506(1)(2)")),
    Field("victims", Kind.REF, Label("Жабырлануучулар", "Потерпевшие", "Victims"), merge=Merge.SET, target="person",
        source=cpc("505(7), 506(1)(2)")),
    Field("motion_at", Kind.TIMESTAMP, Label("Өтүнүч берилди", "Ходатайство заявлено", "Motion made at"),
        required=True, not_future=True, source=cpc("505(1)")),
    Field("motion_by", Kind.CODE, Label("Ким өтүндү", "Кем заявлено", "Made by"), codes="reconciliation_side",
        source=cpc("505(1)")),
    Field("stage", Kind.CODE, Label("Кайсы стадияда", "На какой стадии", "At which stage"),
        codes="proceedings_stage", source=cpc("505(3)")),
    Field("rights_explained_at", Kind.TIMESTAMP, Label("Жарашуу укугу түшүндүрүлдү",
        "Право на примирение разъяснено", "Right to reconcile explained at"), not_future=True, source=cpc("505(5)")),
    Field("article", Kind.CODE, Label("Беренеси", "Статья", "Article"), unit="qualification",
        codes="criminal_code_article"),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part"), source=cpc("505(2)")),
)

BARS = Section("bars", Label("Тоскоолдуктар жана жабырлануучуну коргоо", "Препятствия и защита потерпевшего",
    "Bars and protection of the victim"), cpc("27(5), 505(2), 505(7)"))
_BAR_FIELDS = BARS.of(
    Field("bars", Kind.CODE, Label("Жарашууга тоскоолдуктар", "Препятствия к примирению", "Bars to reconciliation"),
        merge=Merge.SET, codes="reconciliation_bar", source=cpc("27(5), 505(2), 505(7)"),
        help=Label("Тоскоолдук болсо, жарашуу боюнча иш кыскартылбайт.",
            "При наличии препятствия прекращение не допускается.", "Where there is a bar the case is not ended.")),
    Field("all_victims_agree", Kind.TRI, Label("Бир кылмыштын бардык жабырлануучулары макул",
        "Согласны все потерпевшие от одного преступления", "Every victim of the same crime agrees"),
        source=cpc("505(7)")),
    Field("violence_case", Kind.TRI, Label("Үй-бүлөлүк же жыныстык зомбулук", "Семейное или половое насилие",
        "Family or sexual violence")),
    Field("pressure_checked", Kind.TRI, Label("Жетекчи жабырлануучуга кысым болбогонун текшерди",
        "Руководитель проверил отсутствие давления", "The head looked for pressure on the victim"),
        unit="pressure_check", required_when=Equals("violence_case", "yes"),
        source=Source("Istanbul Convention", "48"), assertion=Assertion.ASSESSMENT),
    Field("pressure_checked_by", Kind.TEXT, Label("Ким текшерди", "Кем проверено", "Checked by"),
        unit="pressure_check", max_length=200),
    Field("pressure_note", Kind.RICH, Label("Текшерүүнүн жыйынтыгы", "Результат проверки", "Result of the check"),
        unit="pressure_check", max_length=10_000, assertion=Assertion.ASSESSMENT),
    Field("heard_alone", Kind.TRI, Label("Жабырлануучу жекече угулду", "Потерпевший выслушан наедине",
        "The victim was heard alone")),
    Field("accused_objects", Kind.TRI, Label("Айыпталуучу каршы", "Обвиняемый возражает", "The accused objects"),
        source=cpc("27(5)")),
)

AGREEMENT = Section("agreement", Label("Жарашуу жөнүндө макулдашуу", "Соглашение о примирении", "The agreement"),
    cpc("506"))
_AGREEMENT_FIELDS = AGREEMENT.of(
    Field("agreed_at", Kind.TIMESTAMP, Label("Түзүлгөн убакыт", "Дата составления", "Drawn up at"), unit="drawn_up",
        not_future=True, source=cpc("506(1)(1)")),
    Field("agreed_place", Kind.TEXT, Label("Түзүлгөн жер", "Место составления", "Place"), unit="drawn_up",
        max_length=300, source=cpc("506(1)(1)")),
    Field("mediator", Kind.REF, Label("Медиатор", "Медиатор", "Mediator"), target="person",
        source=cpc("505(1), 506(1)(2)")),
    Field("damage", Kind.MONEY, Label("Зыяндын өлчөмү", "Размер ущерба", "Amount of the damage"), unit="terms",
        minimum=0, source=cpc("506(1)(3)")),
    Field("actions", Kind.RICH, Label("Жабырлануучунун пайдасына аракеттер", "Действия в пользу потерпевшего",
        "Acts in favour of the victim"), unit="terms", max_length=10_000, source=cpc("506(1)(3)")),
    Field("due_on", Kind.DATE, Label("Аткаруу мөөнөтү", "Срок исполнения", "Due on"), unit="terms",
        source=cpc("506(1)(3)")),
    Field("accused_signature", Kind.SIGNATURE, Label("Айыпталуучунун колу", "Подпись обвиняемого",
        "Signature of the accused"), source=cpc("506(2)"), stays_open=True),
    Field("victim_signatures", Kind.SIGNATURE, Label("Жабырлануучулардын колдору", "Подписи потерпевших",
        "Signatures of the victims"), merge=Merge.APPEND, source=cpc("506(2)"), stays_open=True),
    Field("mediator_signature", Kind.SIGNATURE, Label("Медиатордун колу", "Подпись медиатора",
        "Signature of the mediator"), source=cpc("506(2)"), stays_open=True),
    Field("copies_given_at", Kind.TIMESTAMP, Label("Көчүрмөлөрү тапшырылды", "Копии вручены сторонам",
        "Copies given at"), not_future=True, source=cpc("506(3)"), stays_open=True),
)

DECISION = Section("decision", Label("Чечим жана аткаруу", "Решение и исполнение", "Decision and performance"),
    cpc("507"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling",
        codes="reconciliation_decision", source=cpc("507(1)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылды", "Решение принято", "Decided at"), unit="ruling",
        not_future=True, source=cpc("507(1)"), stays_open=True),
    Field("reasons", Kind.RICH, Label("Чечимдин жүйөлөрү", "Мотивы решения", "Reasons for the decision"),
        unit="ruling", max_length=10_000, source=cpc("507(1)"), stays_open=True),
    Field("fulfilled_at", Kind.TIMESTAMP, Label("Макулдашуу аткарылды", "Соглашение исполнено",
        "Agreement fulfilled at"), not_future=True, source=cpc("506(1)(3)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

RECONCILIATION = RecordType(
    "reconciliation",
    1,
    Label("Тараптардын жарашуусу", "Примирение сторон", "Reconciliation of the parties"),
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_BAR_FIELDS, *_AGREEMENT_FIELDS, *_DECISION_FIELDS, *order_header("reconciliation")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "Жарашуу: {person}, өтүнүч {motion_at}[, макулдашуу {agreed_at}][ — {decision}]",
        "Примирение: {person}, ходатайство {motion_at}[, соглашение {agreed_at}][ — {decision}]",
        "Reconciliation: {person}, motion {motion_at}[, agreement {agreed_at}][ — {decision}]",
    ),
    sections=(MOTION, BARS, AGREEMENT, DECISION, HEADER),
    columns=("person", "motion_at", "stage", "article", "part", "agreed_at", "due_on", "decision", "decided_at"),
    moment="motion_at",
    source=cpc("505–507"),
    steps=("P48",),
    signing=Signing("2026-1", ("investigator", "judge")),
)

TYPES = (RECONCILIATION,)
