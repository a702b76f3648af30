"""Termination of a case: ground, objections, rehabilitation, evidence and measures, notices, check (P46)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Filled,
    Gravity,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

_REHABILITATING = ("no_event", "no_elements", "lawful_act", "no_statement", "res_judicata", "standing_decision",
    "voluntary_abandonment", "decriminalised", "prosecutor_dropped")  # fmt: skip
_ACCUSED_MAY_OBJECT = ("decriminalised", "amnesty", "limitation", "reconciliation")

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", Label("Кыскартуу жөнүндө токтом", "Постановление о прекращении", "Order to terminate"),
    cpc("257, 258"))
_ORDER_FIELDS = ORDER.of(
    Field("ground", Kind.CODE, Label("Кыскартуунун негизи", "Основание прекращения", "Ground of termination"),
        required=True, codes="exclusion_ground", source=cpc("27, 257(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Токтом чыгарылды", "Постановление вынесено", "Order made at"),
        required=True, not_future=True, source=cpc("258(1)")),
    Field("scope", Kind.CODE, Label("Кайсы бөлүгүндө", "В какой части", "Scope"), required=True,
        codes="termination_scope", source=cpc("245(2), 258")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person",
        required_when=OneOf("scope", ("person", "charge")), source=cpc("258(1)")),
    Field("article", Kind.CODE, Label("Беренеси", "Статья", "Article"), unit="qualification",
        codes="criminal_code_article"),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part")),
    Field("circumstances", Kind.RICH, Label("Иштин жагдайлары", "Обстоятельства дела", "Circumstances of the case"),
        max_length=50_000, source=cpc("258(1)")),
    Field("reasons", Kind.RICH, Label("Кыскартуунун жүйөлөрү", "Мотивы прекращения", "Reasons for termination"),
        max_length=20_000, source=cpc("258(1)")),
    Field("register_entered_at", Kind.TIMESTAMP, Label("Реестрге киргизилди", "Внесено в Единый реестр",
        "Entered in the Register at"), not_future=True, source=cpc("257(1)")),
)

BARS = Section("bars", Label("Кыскартууга тоскоолдуктар", "Препятствия к прекращению", "Bars to termination"),
    cpc("27(4), 27(4-1), 27(5)"))
_BAR_FIELDS = BARS.of(
    Field("accused_objects", Kind.TRI, Label("Айыпталуучу каршы", "Обвиняемый возражает", "The accused objects"),
        required_when=OneOf("ground", _ACCUSED_MAY_OBJECT), source=cpc("27(4), 27(5)"),
        help=Label("Айыпталуучу каршы болсо, иш улантылат.", "При возражении производство продолжается.",
            "If the accused objects, the proceedings go on.")),
    Field("damage_compensated", Kind.TRI, Label("Материалдык зыян төлөндү", "Материальный ущерб возмещён",
        "Material damage compensated"), required_when=Equals("ground", "limitation"), source=cpc("27(4-1)")),
    Field("reconciliation", Kind.REF, Label("Жарашуу макулдашуусу", "Соглашение о примирении",
        "Reconciliation agreement"), target="reconciliation", source=cpc("27(1)(13), 507(1)")),
    Field("child_diversion", Kind.REF, Label("Баланы системадан чыгаруу", "Выведение ребёнка", "Child diversion"),
        target="child_diversion", source=cpc("27(2), 467")),
)

REHABILITATION = Section("rehabilitation", Label("Реабилитация", "Реабилитация", "Rehabilitation"),
    cpc("27(6), 132, 133, 257(2)"))
_REHABILITATION_FIELDS = REHABILITATION.of(
    Field("rehabilitation_recognised", Kind.TRI, Label("Реабилитацияга укугу таанылды",
        "Право на реабилитацию признано", "Right to rehabilitation recognised"),
        required_when=OneOf("ground", _REHABILITATING), source=cpc("133(1)")),
    Field("rehabilitation_notice_at", Kind.TIMESTAMP, Label("Зыянды төлөтүү тартиби түшүндүрүлдү",
        "Извещение о порядке возмещения направлено", "Notice on compensation sent at"), not_future=True,
        source=cpc("133(1)")),
    Field("compensation_measures", Kind.RICH, Label("Реабилитациялоо жана зыянды төлөө чаралары",
        "Меры по реабилитации и возмещению ущерба", "Measures of rehabilitation and compensation"),
        max_length=10_000, source=cpc("257(2)")),
)

CONSEQUENCES = Section("consequences", Label("Далилдер жана чаралар", "Доказательства и меры",
    "Evidence and measures"), cpc("258(2)"))
_CONSEQUENCE_FIELDS = CONSEQUENCES.of(
    Field("evidence_decision", Kind.RICH, Label("Буюм далилдер боюнча чечим",
        "Решение о вещественных доказательствах", "Decision on the physical evidence"), max_length=20_000,
        source=cpc("86(4), 258(2)")),
    Field("restraint_lifted_at", Kind.TIMESTAMP, Label("Бөгөт коюу чарасы жокко чыгарылды", "Мера пресечения отменена",
        "Measure of restraint lifted at"), not_future=True, source=cpc("258(2)")),
    Field("property_measures_lifted", Kind.TRI, Label("Мүлк боюнча чаралар жокко чыгарылды",
        "Меры в отношении имущества отменены", "Measures on property lifted"), source=cpc("258(2)")),
    Field("measures_lifted", Kind.RICH, Label("Кайсы чаралар жокко чыгарылды", "Какие меры отменены",
        "Which measures were lifted"), max_length=10_000, source=cpc("258(2)")),
)

NOTICES = Section("notices", Label("Билдирүүлөр жана текшерүү", "Извещения и проверка", "Notices and check"),
    cpc("258, 259"))
_NOTICE_FIELDS = NOTICES.of(
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү прокурорго жөнөтүлдү",
        "Копия направлена прокурору", "Copy sent to the prosecutor at"), not_future=True, source=cpc("258(3)"),
        stays_open=True),
    Field("served_at", Kind.TIMESTAMP, Label("Адамга көчүрмөсү тапшырылды", "Копия вручена лицу",
        "Copy served on the person at"), not_future=True, source=cpc("258(3), 259(2)"), stays_open=True),
    Field("victim_notified_at", Kind.TIMESTAMP, Label("Жабырлануучуга билдирилди", "Потерпевший извещён",
        "Victim notified at"), not_future=True, source=cpc("258(3)"), stays_open=True),
    Field("applicant_notified_at", Kind.TIMESTAMP, Label("Арыз ээсине билдирилди", "Заявитель извещён",
        "Applicant notified at"), not_future=True, source=cpc("258(3)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, Label("Даттануу укугу түшүндүрүлдү", "Право обжалования разъяснено",
        "Right of appeal explained"), source=cpc("258(3)"), stays_open=True),
    Field("file_shown_at", Kind.TIMESTAMP, Label("Иш менен тааныштырылды", "Ознакомлены с прекращённым делом",
        "Terminated case shown at"), not_future=True, source=cpc("258(4)"), stays_open=True),
    Field("sent_to_prosecutor_at", Kind.TIMESTAMP, Label("Иш прокурорго жөнөтүлдү", "Дело направлено прокурору",
        "Case sent to the prosecutor at"), not_future=True, source=cpc("258(5)"), stays_open=True),
    Field("received_by_prosecutor_at", Kind.TIMESTAMP, Label("Иш прокурорго келип түштү", "Дело поступило прокурору",
        "Case received by the prosecutor at"), not_future=True, source=cpc("258(6)"), stays_open=True),
    Field("prosecutor_conclusion", Kind.CODE, Label("Прокурордун корутундусу", "Заключение прокурора",
        "Prosecutor’s conclusion"), unit="prosecutor_check", codes="order_check", source=cpc("258(6)"),
        stays_open=True),
    Field("prosecutor_checked_at", Kind.TIMESTAMP, Label("Прокурор текшерди", "Прокурор проверил",
        "Checked by the prosecutor at"), unit="prosecutor_check", not_future=True, source=cpc("258(6)"),
        stays_open=True),
    Field("prosecutor_reasons", Kind.RICH, Label("Жокко чыгаруунун негиздемеси", "Обоснование отмены",
        "Reasons for annulment"), unit="prosecutor_check", max_length=10_000,
        required_when=Equals("prosecutor_conclusion", "annulled"), source=cpc("258(6)"), stays_open=True),
)

RESUMPTION = Section("resumption", Label("Кайра баштоо", "Возобновление", "Resumption"), cpc("260"))
_RESUMPTION_FIELDS = RESUMPTION.of(
    Field("resumed_at", Kind.TIMESTAMP, Label("Өндүрүш кайра башталды", "Производство возобновлено",
        "Proceedings resumed at"), unit="resumption_order", not_future=True, not_before="decided_at",
        source=cpc("260(1)"), stays_open=True),
    Field("resumed_by", Kind.TEXT, Label("Ким кайра баштады", "Кем возобновлено", "Resumed by"),
        unit="resumption_order", max_length=300, required_when=Filled("resumed_at"), source=cpc("260(1)"),
        stays_open=True),
    Field("parties_told_at", Kind.TIMESTAMP, Label("Катышуучуларга кайра баштоо билдирилди",
        "О возобновлении уведомлены участники", "Parties told of resumption at"), not_future=True,
        source=cpc("260(3)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

TERMINATION = RecordType(
    "termination",
    1,
    Label("Ишти кыскартуу", "Прекращение дела", "Termination of the case"),
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_BAR_FIELDS, *_REHABILITATION_FIELDS, *_CONSEQUENCE_FIELDS, *_NOTICE_FIELDS,
        *_RESUMPTION_FIELDS, *order_header("termination")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "Кыскартылды: {ground}[, {person}][, {article#}-берене], {decided_at}[; кайра башталды: {resumed_at}]",
        "Прекращено: {ground}[, {person}][, ст. {article#}], {decided_at}[; возобновлено {resumed_at}]",
        "Terminated: {ground}[, {person}][, art. {article#}], {decided_at}[; resumed {resumed_at}]",
    ),
    sections=(ORDER, BARS, REHABILITATION, CONSEQUENCES, NOTICES, RESUMPTION, HEADER),
    columns=("ground", "decided_at", "scope", "person", "article", "part", "sent_to_prosecutor_at",
        "prosecutor_conclusion", "resumed_at"),
    moment="decided_at",
    source=cpc("27, 257–260"),
    steps=("P46",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (TERMINATION,)
