"""The plan of supervision and the individual programme of social and legal help, made with the client (P69)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
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
    Source,
)
from icjims_core.law.references import pec

# Fields read as the lines of a table.
# fmt: off
PLAN = Section("plan",
    Label("Көзөмөл планы", "План пробационного надзора", "Plan of supervision"), pec("165(2)"))
_PLAN_FIELDS = PLAN.of(
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        target="supervision"),
    Field("assessment", Kind.REF,
        Label("Кайсы баалоого негизделген", "На основании какой оценки", "Based on the assessment"),
        target="risk_assessment"),
    Field("drawn_at", Kind.TIMESTAMP, Label("План түзүлдү", "План составлен", "Drawn up at"),
        required=True, not_future=True),
    Field("valid_from", Kind.DATE, Label("Качантан", "Действует с", "From"), unit="period"),
    Field("valid_until", Kind.DATE, Label("Качанга чейин", "Действует до", "Until"), unit="period",
        not_before="valid_from"),
    Field("aims", Kind.RICH, Label("Максаттары", "Цели плана", "Aims of the plan"),
        max_length=20_000, searchable=True, source=pec("165(2)")),
    Field("review_on", Kind.DATE,
        Label("Кайра каралчу күн", "Дата пересмотра", "Review on")),
)

PROGRAMME = Section("programme",
    Label("Социалдык-укуктук жардам программасы", "Индивидуальная программа социально-правовой помощи",
        "Individual programme of social and legal help"), pec("165(2), 165(3)"))
_PROGRAMME_FIELDS = PROGRAMME.of(
    Field("help_kinds", Kind.CODE, Label("Жардамдын түрлөрү", "Виды помощи", "Kinds of help"),
        merge=Merge.SET, codes="help_kind", source=pec("165(3)")),
    Field("help_text", Kind.RICH,
        Label("Программанын мазмуну", "Содержание программы", "Content of the programme"),
        max_length=20_000, source=pec("165(2)")),
    Field("partners", Kind.TEXT,
        Label("Катышкан уюмдар", "Участвующие организации", "Organisations taking part"),
        merge=Merge.SET, max_length=300, source=pec("165(4)")),
    Field("extra_measures", Kind.RICH,
        Label("Кошумча чаралар", "Дополнительные мероприятия", "Extra measures"), unit="extra",
        max_length=10_000, source=pec("165(2)")),
    Field("extra_consent", Kind.TRI,
        Label("Кардар кошумча чараларга макул", "Согласие клиента на дополнительные мероприятия",
            "The client consents to the extra measures"), unit="extra",
        required_when=Filled("extra_measures"), source=pec("165(2)")),
)

REFUSAL = Section("refusal", Label("Жардамдан баш тартуу", "Отказ от помощи", "Help declined"),
    pec("165(6)"))
_REFUSAL_FIELDS = REFUSAL.of(
    Field("help_declined", Kind.TRI,
        Label("Кардар жардамдан баш тартты", "Клиент отказался от помощи", "The client declined help"),
        unit="declined", source=pec("165(6)")),
    Field("declined_kinds", Kind.CODE,
        Label("Кайсы жардамдан баш тартты", "От каких видов помощи", "Which kinds were declined"),
        merge=Merge.SET, codes="help_kind", source=pec("165(6)")),
    Field("declined_act_number", Kind.TEXT,
        Label("Баш тартуу актысынын номери", "Номер акта об отказе", "Number of the act of refusal"),
        unit="declined", max_length=60, required_when=Equals("help_declined", "yes"),
        source=pec("165(6)")),
    Field("declined_at", Kind.TIMESTAMP,
        Label("Баш тарткан убакыт", "Время отказа", "Declined at"), unit="declined",
        not_future=True, source=pec("165(6)")),
)

AGREEMENT = Section("agreement",
    Label("Кардардын катышуусу", "Участие клиента", "The client’s part"), pec("165(2)"))
_AGREEMENT_FIELDS = AGREEMENT.of(
    Field("made_with_client", Kind.TRI,
        Label("Кардар менен чогуу түзүлдү", "Составлен с участием клиента", "Made with the client"),
        source=pec("165(2)")),
    Field("client_view", Kind.RICH,
        Label("Кардардын өз пикири", "Мнение клиента", "The client’s own view"), max_length=10_000,
        source=Source("European Probation Rules", "72–75")),
    Field("copy_given_at", Kind.TIMESTAMP,
        Label("Көчүрмөсү кардарга берилди", "Копия вручена клиенту", "Copy handed to the client"),
        not_future=True, stays_open=True),
    Field("changes", Kind.TEXT,
        Label("Өзгөртүүлөр жана толуктоолор", "Изменения и дополнения", "Changes and additions"),
        merge=Merge.APPEND, max_length=4_000, source=pec("165(2)"), stays_open=True),
)

SUPERVISION_PLAN = RecordType(
    "supervision_plan",
    1,
    Label("Көзөмөл планы жана жардам программасы", "План надзора и программа помощи",
        "Plan of supervision and programme of help"),
    Archetype.ORDER,
    (*_PLAN_FIELDS, *_PROGRAMME_FIELDS, *_REFUSAL_FIELDS, *_AGREEMENT_FIELDS, *paper("supervision_plan")),
    roles=("probation_officer", "head"),
    sentence=Label(
        "{person}: көзөмөл планы, {drawn_at}[, {valid_until} чейин][; жардам: {help_kinds}]",
        "{person}: план надзора, {drawn_at}[, до {valid_until}][; помощь: {help_kinds}]",
        "{person}: plan of supervision, {drawn_at}[, until {valid_until}][; help: {help_kinds}]",
    ),
    sections=(PLAN, PROGRAMME, REFUSAL, AGREEMENT, PAPER),
    columns=("person", "supervision", "drawn_at", "valid_until", "review_on", "help_declined"),
    moment="drawn_at",
    source=pec("165(2)"),
    steps=("P69",),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (SUPERVISION_PLAN,)
