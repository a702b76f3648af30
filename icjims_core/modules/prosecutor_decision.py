"""The prosecutor’s decision on the indictment: nine-point check, decision, service, sending to court (P53, P54)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
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

_ASSESSED = Assertion.ASSESSMENT

# Fields read as the lines of a table.
# fmt: off
RECEIPT = Section("receipt", Label("Иштин келип түшүшү", "Поступление дела", "Receipt of the case"), cpc("261"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("received_at", Kind.TIMESTAMP, Label("Иш прокурорго келип түштү", "Дело поступило прокурору",
        "Case received by the prosecutor at"), required=True, not_future=True, source=cpc("261")),
    Field("indictment", Kind.REF, Label("Айыптоо актысы", "Обвинительный акт", "Indictment act"), target="indictment",
        source=cpc("261")),
)

CHECK = Section("check", Label("Прокурор текшерүүчү маселелер", "Вопросы, проверяемые прокурором",
    "What the prosecutor checks"), cpc("261"))
_CHECK_FIELDS = CHECK.of(
    Field("crime_occurred", Kind.TRI, Label("Жосун болгон жана кылмыштын курамы бар", "Деяние имело место, состав есть",
        "The act took place and is a crime"), assertion=_ASSESSED, source=cpc("261(1)")),
    Field("grounds_to_terminate", Kind.TRI, Label("Кыскартуунун негизи бар", "Есть обстоятельства для прекращения",
        "There are grounds to terminate"), assertion=_ASSESSED, source=cpc("261(2)")),
    Field("charge_founded", Kind.TRI, Label("Айыптоо далилдер менен ырасталат",
        "Обвинение обосновано доказательствами", "The charge is supported by evidence"), assertion=_ASSESSED,
        source=cpc("261(3)")),
    Field("all_acts_charged", Kind.TRI, Label("Бардык далилденген жосундар боюнча айып тагылган",
        "Обвинение по всем доказанным деяниям", "All proven acts are charged"), assertion=_ASSESSED,
        source=cpc("261(4)")),
    Field("all_persons_charged", Kind.TRI, Label("Бардык катышкандар тартылган", "Привлечены все причастные лица",
        "All persons involved are charged"), assertion=_ASSESSED, source=cpc("261(5)")),
    Field("qualification_right", Kind.TRI, Label("Квалификация туура", "Квалификация правильна",
        "The qualification is right"), assertion=_ASSESSED, source=cpc("261(6)")),
    Field("damages_secured", Kind.TRI, Label("Зыянды жана конфискацияны камсыздоо чаралары көрүлгөн",
        "Приняты меры по возмещению ущерба и конфискации", "Measures for damages and confiscation taken"),
        assertion=_ASSESSED, source=cpc("261(7)")),
    Field("no_essential_breaches", Kind.TRI, Label("Кодекстин олуттуу бузулушу жок",
        "Существенных нарушений Кодекса нет", "No essential breach of the Code"), assertion=_ASSESSED,
        source=cpc("261(8)")),
    Field("confiscation_proven", Kind.TRI, Label("Конфискациялануучу мүлктүн теги аныкталган",
        "Установлено происхождение имущества для конфискации", "Origin of the property to confiscate established"),
        assertion=_ASSESSED, source=cpc("261(9)")),
    Field("check_notes", Kind.RICH, Label("Текшерүүнүн эскертүүлөрү", "Замечания по проверке", "Remarks on the check"),
        max_length=20_000, assertion=_ASSESSED),
)

DECISION = Section("decision", Label("Прокурордун чечими", "Решение прокурора", "Decision"), cpc("262"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling", codes="indictment_decision",
        source=cpc("262")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылды", "Решение принято", "Decided at"), unit="ruling",
        not_future=True, not_before="received_at", source=cpc("261, 262")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), unit="ruling", max_length=20_000,
        assertion=_ASSESSED),
    Field("changes", Kind.RICH, Label("Алынган же жеңилдетилген айыптоо", "Исключённые или смягчённые пункты",
        "Points excluded or mitigated"), unit="ruling", max_length=20_000, required_when=Equals("decision", "changed"),
        source=cpc("262(2)")),
    Field("instructions", Kind.RICH, Label("Жазуу жүзүндөгү көрсөтмөлөр", "Письменные указания",
        "Written instructions"), unit="ruling", max_length=20_000, required_when=Equals("decision", "returned"),
        source=cpc("262(3)")),
    Field("return_until", Kind.DATE, Label("Кошумча тергөөнүн мөөнөтү", "Срок дополнительного следствия",
        "Term of the further investigation"), unit="ruling", not_before="decided_at",
        required_when=Equals("decision", "returned"), source=cpc("262(3)"),
        help=Label("Бир айдан ашпайт.", "Не более одного месяца.", "Not more than one month.")),
    Field("termination_ground", Kind.CODE, Label("Кыскартуунун негизи", "Основание прекращения",
        "Ground of termination"), unit="ruling", codes="exclusion_ground",
        required_when=Equals("decision", "terminated"), source=cpc("262(4)")),
)

SENDING = Section("sending", Label("Тапшыруу жана сотко жөнөтүү", "Вручение и направление в суд",
    "Service and sending to court"), cpc("263"))
_SENDING_FIELDS = SENDING.of(
    Field("served_at", Kind.TIMESTAMP, Label("Айыпталуучуларга көчүрмөсү тапшырылды",
        "Копия акта вручена обвиняемым", "Copy served on the accused at"), not_future=True, source=cpc("263(1)"),
        stays_open=True),
    Field("served_accused", Kind.REF, Label("Кимге тапшырылды", "Кому вручена", "Served on"), merge=Merge.SET,
        target="person", source=cpc("263(1)"), stays_open=True),
    Field("victim_served_at", Kind.TIMESTAMP, Label("Жабырлануучуга көчүрмөсү тапшырылды",
        "Копия вручена потерпевшему", "Copy served on the victim at"), not_future=True, source=cpc("263(1)"),
        stays_open=True),
    Field("receipts_attached", Kind.TRI, Label("Тил каттар ишке тиркелди", "Расписки приобщены к делу",
        "Receipts are in the file"), source=cpc("263(1)"), stays_open=True),
    Field("court", Kind.TEXT, Label("Кайсы сотко", "В какой суд", "To which court"), max_length=200, stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, Label("Сотко жөнөтүлдү", "Направлено в суд", "Sent to court at"),
        not_future=True, not_before="decided_at", source=cpc("263(2)"), stays_open=True),
    Field("custody_ends_on", Kind.DATE, Label("Кармоонун мөөнөтү бүтөт", "Окончание срока стражи",
        "Custody ends on"), source=cpc("263(2)"), stays_open=True),
    Field("parties_told_at", Kind.TIMESTAMP, Label("Тараптарга жөнөтүлгөнү билдирилди",
        "Стороны уведомлены о направлении", "Parties told of the sending at"), not_future=True,
        source=cpc("263(2)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

PROSECUTOR_DECISION = RecordType(
    "prosecutor_decision",
    1,
    Label("Айыптоо актысы боюнча прокурордун чечими", "Решение прокурора по обвинительному акту",
        "Prosecutor’s decision on the indictment"),
    Archetype.ORDER,
    (*_RECEIPT_FIELDS, *_CHECK_FIELDS, *_DECISION_FIELDS, *_SENDING_FIELDS, *order_header("prosecutor_decision")),
    roles=("prosecutor", "clerk", "head"),
    sentence=Label(
        "Прокурор: иш {received_at} келди[ — {decision}, {decided_at}][; сотко {sent_at}]",
        "Прокурор: дело поступило {received_at}[ — {decision}, {decided_at}][; в суд {sent_at}]",
        "Prosecutor: case received {received_at}[ — {decision}, {decided_at}][; to court {sent_at}]",
    ),
    sections=(RECEIPT, CHECK, DECISION, SENDING, HEADER),
    columns=("received_at", "indictment", "decision", "decided_at", "return_until", "termination_ground", "served_at",
        "court", "sent_at", "custody_ends_on"),
    moment="decided_at",
    source=cpc("261–263"),
    steps=("P53", "P54"),
    signing=Signing("2026-1", ("prosecutor",)),
)

TYPES = (PROSECUTOR_DECISION,)
