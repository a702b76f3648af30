"""Refusal to initiate a criminal case, its notices and what is referred elsewhere (P06)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

DECISION = Section("decision", Label("Баш тартуу токтому", "Постановление об отказе", "Order of refusal"),
    cpc("153(2), 154"))
_DECISION_FIELDS = DECISION.of(
    Field("ground", Kind.CODE, Label("Баш тартуунун негизи", "Основание отказа", "Ground of the refusal"),
        required=True, codes="exclusion_ground", source=cpc("27(1), 154(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"),
        required=True, not_future=True, source=cpc("153(3)")),
    Field("without_check", Kind.TRI, Label("Текшерүүсүз чечилди", "Решено без проверки", "Decided without a check"),
        source=cpc("154(2)")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person"),
    Field("article", Kind.CODE, Label("Каралган берене", "Рассмотренная статья УК", "Article considered"),
        unit="qualification", codes="criminal_code_article"),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("circumstances", Kind.RICH, Label("Текшерүү аныктаган жагдайлар", "Установленные обстоятельства",
        "What the check found"), max_length=50_000, searchable=True),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("154(3)")),
    Field("evidence", Kind.RICH, Label("Материалдардын тизмеси", "Перечень материалов проверки",
        "List of the material relied on"), max_length=20_000),
)

REFERRAL = Section("referral", Label("Башка тартипте кароого жөнөтүү", "Направление на рассмотрение в ином порядке",
    "Referral elsewhere"), cpc("153(5)"))
_REFERRAL_FIELDS = REFERRAL.of(
    Field("referral", Kind.CODE, Label("Кайда жөнөтүлдү", "Куда направлено", "Referred for"), unit="referred",
        codes="referral_kind", source=cpc("153(5)"), stays_open=True),
    Field("referred_to", Kind.TEXT, Label("Кайсы органга", "В какой орган", "Referred to"), unit="referred",
        max_length=300, required_when=OneOf("referral", ("offences", "discipline", "other_body")),
        source=cpc("153(5)"), stays_open=True),
    Field("referred_at", Kind.TIMESTAMP, Label("Жөнөтүлгөн убакыт", "Направлено", "Referred at"), unit="referred",
        not_future=True, stays_open=True),
    Field("offences_number", Kind.TEXT, Label("Укук бузуулар реестринин номери", "Номер в реестре правонарушений",
        "Number in the register of offences"), unit="referred", max_length=40, stays_open=True),
)

NOTICE = Section("notice", Label("Билдирүү жана даттануу", "Извещение и обжалование", "Notice and appeal"),
    cpc("153(4), 154(3)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("applicant_notified_at", Kind.TIMESTAMP, Label("Арыз ээсине билдирилди", "Заявитель уведомлён",
        "Applicant notified at"), not_future=True, not_before="decided_at", source=cpc("153(4)"), stays_open=True),
    Field("copy_sent_at", Kind.TIMESTAMP, Label("Күбөлөндүрүлгөн көчүрмө жөнөтүлдү",
        "Заверенная копия направлена заявителю", "Certified copy sent to the applicant at"), not_future=True,
        not_before="decided_at", source=cpc("154(3)"), stays_open=True),
    Field("copy_received_at", Kind.TIMESTAMP, Label("Арыз ээси көчүрмөнү алды", "Заявитель получил копию",
        "Applicant received the copy at"), not_future=True, not_before="decided_at", source=cpc("154(3)"),
        stays_open=True),
    Field("person_notified_at", Kind.TIMESTAMP, Label("Каралган адамга билдирилди", "Лицо уведомлено об отказе",
        "Person concerned notified at"), not_future=True, not_before="decided_at", stays_open=True),
    Field("appeal_explained", Kind.TRI, Label("Даттануу тартиби түшүндүрүлдү", "Порядок обжалования разъяснён",
        "Right of appeal explained"), source=cpc("154(3)"), stays_open=True),
    Field("copy_on_request_at", Kind.TIMESTAMP, Label("Көчүрмө өтүнүч боюнча берилди", "Копия выдана по просьбе",
        "Copy given on request at"), not_future=True, not_before="decided_at", source=cpc("153(4)"), stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү прокурорго жөнөтүлдү",
        "Копия направлена прокурору", "Copy sent to the prosecutor at"), not_future=True, not_before="decided_at",
        stays_open=True),
    Field("notices", Kind.TEXT, Label("Билдирүү аракеттери", "Попытки извещения", "Attempts to notify"),
        merge=Merge.APPEND, max_length=2_000, stays_open=True),
)

REFUSAL = RecordType(
    "refusal",
    1,
    Label("Иш козгоодон баш тартуу", "Отказ в возбуждении дела", "Refusal to initiate"),
    Archetype.ORDER,
    (*_DECISION_FIELDS, *_REFERRAL_FIELDS, *_NOTICE_FIELDS, *header("refusal")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Иш козгоодон баш тартылды: {ground}, {decided_at}[, {person} карата][; арыз ээсине билдирилди: "
        "{applicant_notified_at}]",
        "Отказ в возбуждении дела: {ground}, {decided_at}[, в отношении: {person}][; заявитель уведомлён: "
        "{applicant_notified_at}]",
        "Initiation refused: {ground}, {decided_at}[, in respect of {person}][; applicant notified "
        "{applicant_notified_at}]",
    ),
    sections=(DECISION, REFERRAL, NOTICE, HEADER),
    columns=("ground", "decided_at", "person", "article", "part", "referral", "applicant_notified_at",
        "copy_received_at"),
    moment="decided_at",
    source=cpc("153, 154"),
    steps=("P06",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (REFUSAL,)
