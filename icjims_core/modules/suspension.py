"""Suspension and resumption of the investigation: ground, notices, the prosecutor’s check (P45)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", Label("Токтотуу жөнүндө токтом", "Постановление о приостановлении", "Order to suspend"),
    cpc("246"))
_ORDER_FIELDS = ORDER.of(
    Field("ground", Kind.CODE, Label("Токтотуунун негизи", "Основание приостановления", "Ground of suspension"),
        required=True, codes="suspension_ground", source=cpc("246(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Токтом чыгарылды", "Постановление вынесено", "Order made at"),
        required=True, not_future=True, source=cpc("246(2)")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person",
        required_when=OneOf("ground", ("whereabouts_unknown", "illness", "immunity_or_extradition")),
        source=cpc("246(1)")),
    Field("whole_case", Kind.TRI, Label("Иш толугу менен токтотулду", "Приостановлено дело в целом",
        "The whole case suspended"), source=cpc("246(3)")),
    Field("term_expired", Kind.TRI, Label("Тергөөнүн мөөнөтү бүткөн", "Срок следствия истёк",
        "The term of investigation is over"), source=cpc("246(4)"),
        required_when=OneOf("ground", ("whereabouts_unknown", "perpetrator_unknown")),
        help=Label("1 жана 3-негиздер боюнча мөөнөт бүткөндөн кийин гана токтотулат.",
            "По основаниям 1 и 3 – лишь по истечении срока.", "On grounds 1 and 3 only after the term is over.")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT),
    Field("actions_done", Kind.RICH, Label("Токтотуудан мурда жасалган аракеттер",
        "Действия, выполненные до приостановления", "What was done before suspension"), max_length=20_000,
        source=cpc("246(5)")),
    Field("doctor_certificate", Kind.TEXT, Label("Дарыгердин тастыктамасы", "Медицинское удостоверение болезни",
        "Doctor’s certificate of the illness"), max_length=500, required_when=Equals("ground", "illness"),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("246(1)(2)")),
    Field("foreign_state", Kind.CODE, Label("Чет мамлекет", "Иностранное государство", "Foreign State"),
        codes="citizenship", source=cpc("246(1)(4)")),
    Field("search_ordered", Kind.TRI, Label("Издөө тапшырылды", "Поручен розыск", "Search ordered"),
        required_when=Equals("ground", "whereabouts_unknown"), source=cpc("248(1)")),
    Field("register_entered_at", Kind.TIMESTAMP, Label("Реестрге киргизилди", "Внесено в Единый реестр",
        "Entered in the Register at"), not_future=True, source=cpc("246(2)")),
)

NOTICES = Section("notices", Label("Билдирүүлөр жана текшерүү", "Уведомления и проверка", "Notices and check"),
    cpc("247"))
_NOTICE_FIELDS = NOTICES.of(
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү прокурорго жөнөтүлдү",
        "Копия направлена прокурору", "Copy sent to the prosecutor at"), not_future=True, source=cpc("246(2)"),
        stays_open=True),
    Field("victim_notified_at", Kind.TIMESTAMP, Label("Жабырлануучуга билдирилди", "Потерпевший уведомлён",
        "Victim notified at"), not_future=True, source=cpc("247(2)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, Label("5 суткалык даттануу тартиби түшүндүрүлдү",
        "Разъяснено право обжалования за 5 суток", "Right of appeal within 5 days explained"), source=cpc("247(2)"),
        stays_open=True),
    Field("accused_notified_at", Kind.TIMESTAMP, Label("Айыпталуучуга жана адвокатка билдирилди",
        "Обвиняемый и адвокат уведомлены", "Accused and lawyer notified at"), not_future=True, source=cpc("247(2)"),
        stays_open=True),
    Field("victim_appealed_at", Kind.TIMESTAMP, Label("Жабырлануучу даттанды", "Потерпевший обжаловал",
        "Victim appealed at"), not_future=True, source=cpc("247(2)"), stays_open=True),
    Field("sent_to_prosecutor_at", Kind.TIMESTAMP, Label("Иш прокурорго жөнөтүлдү", "Дело направлено прокурору",
        "Case sent to the prosecutor at"), not_future=True, source=cpc("247(3)"), stays_open=True),
    Field("received_by_prosecutor_at", Kind.TIMESTAMP, Label("Иш прокурорго келип түштү", "Дело поступило прокурору",
        "Case received by the prosecutor at"), not_future=True, source=cpc("247(4)"), stays_open=True),
    Field("prosecutor_conclusion", Kind.CODE, Label("Прокурордун корутундусу", "Заключение прокурора",
        "Prosecutor’s conclusion"), unit="prosecutor_check", codes="order_check", source=cpc("247(4)"),
        stays_open=True),
    Field("prosecutor_checked_at", Kind.TIMESTAMP, Label("Прокурор текшерди", "Прокурор проверил",
        "Checked by the prosecutor at"), unit="prosecutor_check", not_future=True, source=cpc("247(4)"),
        stays_open=True),
    Field("prosecutor_reasons", Kind.RICH, Label("Жокко чыгаруунун негиздемеси", "Обоснование отмены",
        "Reasons for annulment"), unit="prosecutor_check", max_length=10_000,
        required_when=Equals("prosecutor_conclusion", "annulled"), source=cpc("247(4)"), stays_open=True),
    Field("measures_after", Kind.TEXT, Label("Токтотуудан кийинки чаралар", "Меры после приостановления",
        "Measures after suspension"), merge=Merge.APPEND, max_length=4_000, source=cpc("247(1)"), stays_open=True),
)

RESUMPTION = Section("resumption", Label("Кайра баштоо", "Возобновление", "Resumption"), cpc("249"))
_RESUMPTION_FIELDS = RESUMPTION.of(
    Field("resumed_at", Kind.TIMESTAMP, Label("Тергөө кайра башталды", "Следствие возобновлено",
        "Investigation resumed at"), unit="resumption_order", not_future=True, not_before="decided_at",
        source=cpc("249"), stays_open=True),
    Field("resumption_basis", Kind.CODE, Label("Кайра баштоонун негизи", "Основание возобновления",
        "Basis of resumption"), unit="resumption_order", codes="resumption_basis",
        required_when=Filled("resumed_at"), source=cpc("249(1), 249(2)"), stays_open=True),
    Field("resumption_reasons", Kind.RICH, Label("Кайра баштоонун жүйөлөрү", "Мотивы возобновления",
        "Reasons for resumption"), unit="resumption_order", max_length=10_000, source=cpc("249(1)"), stays_open=True),
    Field("prosecutor_consent", Kind.TRI, Label("Прокурордун макулдугу", "Согласие прокурора",
        "Prosecutor’s consent"), unit="consent", required_when=Equals("resumption_basis", "ground_gone"),
        source=cpc("249(1)"), stays_open=True),
    Field("prosecutor_consent_at", Kind.TIMESTAMP, Label("Макулдук берилген убакыт", "Время согласия",
        "Consent given at"), unit="consent", not_future=True, source=cpc("249(1)"), stays_open=True),
    Field("parties_told_at", Kind.TIMESTAMP, Label("Катышуучуларга кайра баштоо билдирилди",
        "О возобновлении сообщено участникам", "Parties told of resumption at"), not_future=True,
        source=cpc("249(3)"), stays_open=True),
    Field("new_term_until", Kind.DATE, Label("Прокурор белгилеген жаңы мөөнөт", "Новый срок, установленный прокурором",
        "New term set by the prosecutor"), not_before="resumed_at", source=cpc("162(4)"), stays_open=True),
    Field("resumption_entered_at", Kind.TIMESTAMP, Label("Кайра баштоо Реестрге киргизилди",
        "Возобновление внесено в Единый реестр", "Resumption entered in the Register at"), not_future=True,
        source=cpc("249(4)"), stays_open=True),
)

SUSPENSION = RecordType(
    "suspension",
    1,
    Label("Тергөөнү токтотуу", "Приостановление следствия", "Suspension of the investigation"),
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_NOTICE_FIELDS, *_RESUMPTION_FIELDS,
        *order_header("suspension")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Тергөө токтотулду: {ground}[, {person}], {decided_at}[; кайра башталды: {resumed_at}]",
        "Следствие приостановлено: {ground}[, {person}], {decided_at}[; возобновлено {resumed_at}]",
        "Investigation suspended: {ground}[, {person}], {decided_at}[; resumed {resumed_at}]",
    ),
    sections=(ORDER, NOTICES, RESUMPTION, HEADER),
    columns=("ground", "decided_at", "person", "sent_to_prosecutor_at", "prosecutor_conclusion", "resumed_at",
        "new_term_until"),
    moment="decided_at",
    source=cpc("246–249"),
    steps=("P45",),
    signing=Signing("2026-1", ("investigator",)),
)

TYPES = (SUSPENSION,)
