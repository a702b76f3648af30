"""What happens during imprisonment: classification, transfer, discipline, complaint, leave, programme, health (P66)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.law.references import pec

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY

EVENT = Section("event", Label("Окуя", "Событие", "Event"))
_EVENT_FIELDS = EVENT.of(
    Field("imprisonment", Kind.REF, Label("Жеке иш", "Личное дело", "Admission file"), required=True,
        target="imprisonment"),
    Field("kind", Kind.CODE, Label("Окуянын түрү", "Вид события", "Kind of event"), required=True,
        codes="prison_event"),
    Field("happened_at", Kind.TIMESTAMP, Label("Болгон убакыт", "Время события", "Happened at"), required=True,
        not_future=True),
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"), target="person"),
    Field("description", Kind.RICH, Label("Мазмуну", "Содержание", "Description"), max_length=20_000),
    Field("decided_by", Kind.TEXT, Label("Ким чечти", "Кем решено", "Decided by"), max_length=200),
    Field("order_number", Kind.TEXT, Label("Токтомдун же буйруктун номери", "Номер постановления или приказа",
        "Number of the order"), max_length=60),
    Field("ended_at", Kind.TIMESTAMP, Label("Аяктаган убакыт", "Время окончания", "Ended at"), not_future=True,
        not_before="happened_at"),
)

TRANSFER = Section("transfer", Label("Которуу жана чыгуу", "Перевод и выезд", "Transfer and leave"),
    pec("72(6), 75, 80, 97"))
_TRANSFER_FIELDS = TRANSFER.of(
    Field("from_facility", Kind.TEXT, Label("Кайсы мекемеден", "Из какого учреждения", "From facility"),
        unit="route", max_length=300),
    Field("to_facility", Kind.TEXT, Label("Кайсы мекемеге", "В какое учреждение", "To facility"), unit="route",
        max_length=300, required_when=Equals("kind", "transfer")),
    Field("to_facility_kind", Kind.CODE, Label("Мекеменин түрү", "Вид учреждения", "Kind of facility"), unit="route",
        codes="correctional_facility", source=pec("80")),
    Field("transfer_reason", Kind.TEXT, Label("Которуунун себеби", "Причина перевода", "Reason of the transfer"),
        max_length=500, source=pec("72(6)")),
    Field("family_told_at", Kind.TIMESTAMP, Label("Үй-бүлөсүнө билдирилди", "Семья извещена", "Family told at"),
        not_future=True, source=Source("Mandela Rules", "68")),
    Field("leave_days", Kind.INT, Label("Чыгуунун мөөнөтү, сутка", "Срок выезда, суток", "Leave, days"), minimum=1,
        maximum=7, source=pec("97(1)")),
    Field("leave_asked_at", Kind.TIMESTAMP, Label("Чыгуу суралды", "Заявление о выезде", "Leave asked at"),
        not_future=True, source=pec("97(5)")),
    Field("return_due_at", Kind.TIMESTAMP, Label("Кайтуу мөөнөтү", "Срок возвращения", "To return by"),
        source=pec("97(9)")),
    Field("returned_at", Kind.TIMESTAMP, Label("Кайтып келди", "Возвратился(ась)", "Returned at"), not_future=True,
        source=pec("97(11)")),
)

DISCIPLINE = Section("discipline", Label("Сыйлоо жана тартип чарасы", "Поощрение и взыскание", "Discipline"),
    pec("116–120"))
_DISCIPLINE_FIELDS = DISCIPLINE.of(
    Field("incentive", Kind.CODE, Label("Сыйлоо", "Поощрение", "Incentive"), codes="prison_incentive",
        required_when=Equals("kind", "incentive"), source=pec("116")),
    Field("sanction", Kind.CODE, Label("Тартип чарасы", "Взыскание", "Sanction"), unit="sanction_imposed",
        codes="prison_sanction", required_when=Equals("kind", "sanction"), source=pec("118(1)")),
    Field("isolation_days", Kind.INT, Label("Обочолонтуу, сутка", "Изоляция, суток", "Isolation, days"),
        unit="sanction_imposed", minimum=0, source=pec("118(1)(3)"),
        help=Label("15 суткадан ашса – эскертүү.", "Более 15 суток – сигнал.", "More than 15 days raises an alarm.")),
    Field("breach", Kind.RICH, Label("Тартип бузуу", "Нарушение", "Breach of order"), max_length=10_000,
        source=pec("119")),
    Field("breach_found_at", Kind.TIMESTAMP, Label("Бузуу табылды", "Нарушение выявлено", "Breach found at"),
        not_future=True, source=pec("120(3)")),
    Field("explanation", Kind.RICH, Label("Соттолгондун түшүндүрмөсү", "Объяснение осуждённого",
        "Explanation of the person"), max_length=10_000, source=pec("120(2)")),
    Field("fit_for_isolation", Kind.TRI, Label("Ден соолугу боюнча кармоого болот", "Может содержаться по здоровью",
        "Fit to be held there"), sensitivity=_SPECIAL,
        required_when=OneOf("sanction", ("isolation_cell", "single_cell")), source=pec("120(7)")),
    Field("persistent_offender", Kind.TRI, Label("Кара ниеттүү бузуучу деп таанылды", "Признан злостным нарушителем",
        "Recognised as a persistent offender"), source=pec("119(5)")),
)

COMPLAINT = Section("complaint", Label("Арыз жана программа", "Обращение и программа", "Complaint and programme"),
    pec("25, 108, 111"))
_COMPLAINT_FIELDS = COMPLAINT.of(
    Field("confidential", Kind.TRI, Label("Купуя арыз", "Конфиденциальное обращение", "Confidential complaint"),
        source=Source("Mandela Rules", "8(d), 57"),
        help=Label("Купуя арыздын мазмуну бул жерге жазылбайт.", "Содержание конфиденциальной жалобы здесь не пишут.",
            "The content of a confidential complaint is not written here.")),
    Field("addressed_to", Kind.TEXT, Label("Кимге жөнөтүлгөн", "Кому адресовано", "Addressed to"), max_length=300,
        source=pec("25")),
    Field("forwarded_at", Kind.TIMESTAMP, Label("Жөнөтүлдү", "Направлено", "Forwarded at"), not_future=True,
        source=pec("25")),
    Field("answer", Kind.RICH, Label("Жооп", "Ответ", "Answer"), unit="reply", max_length=10_000),
    Field("answered_at", Kind.TIMESTAMP, Label("Жооп берилди", "Ответ дан", "Answered at"), unit="reply",
        not_future=True),
    Field("programme", Kind.TEXT, Label("Программанын аталышы", "Название программы", "Programme"),
        unit="programme_done", max_length=300, required_when=Equals("kind", "programme"), source=pec("111")),
    Field("programme_result", Kind.TEXT, Label("Жыйынтыгы", "Результат", "Result"), unit="programme_done",
        max_length=1_000),
)

HEALTH = Section("health", Label("Ден соолук жана күч колдонуу", "Здоровье и применение силы", "Health and force"),
    pec("86, 101"))
_HEALTH_FIELDS = HEALTH.of(
    Field("injuries", Kind.RICH, Label("Жаракаттар", "Телесные повреждения", "Injuries"), max_length=10_000,
        sensitivity=_SPECIAL, required_when=Equals("kind", "injury"), source=Source("Mandela Rules", "8(f)")),
    Field("doctor_name", Kind.TEXT, Label("Дарыгер", "Врач", "Doctor"), unit="examination", max_length=200),
    Field("examined_at", Kind.TIMESTAMP, Label("Дарыгер карады", "Осмотрен(а) врачом", "Examined at"),
        unit="examination", not_future=True),
    Field("force_reason", Kind.TEXT, Label("Күч колдонуунун себеби", "Основание применения силы",
        "Why force was used"), max_length=1_000, required_when=Equals("kind", "force"), source=pec("86")),
    Field("inquiry_findings", Kind.RICH, Label("Иликтөөнүн жыйынтыгы", "Выводы расследования",
        "Findings of the inquiry"), max_length=20_000, source=Source("Mandela Rules", "8(f), 71")),
    Field("remains", Kind.TEXT, Label("Сөөк кимге берилди", "Кому передано тело", "Destination of the remains"),
        max_length=500, source=Source("Mandela Rules", "8(f), 72")),
    Field("files", Kind.FILE, Label("Тиркемелер", "Приложения", "Attachments"), merge=Merge.SET),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000),
)

PRISON_EVENT = RecordType(
    "prison_event",
    1,
    Label("Жазаны өтөөдөгү окуя", "Событие при отбывании наказания", "Event during imprisonment"),
    Archetype.EVENT,
    (*_EVENT_FIELDS, *_TRANSFER_FIELDS, *_DISCIPLINE_FIELDS, *_COMPLAINT_FIELDS, *_HEALTH_FIELDS),
    roles=("penitentiary_officer", "facility_doctor", "clerk", "head"),
    sentence=Label(
        "[{person}: ]{kind}, {happened_at}[, {to_facility}][, {sanction}][, {isolation_days} сутка][, {incentive}]",
        "[{person}: ]{kind}, {happened_at}[, {to_facility}][, {sanction}][, {isolation_days} суток][, {incentive}]",
        "[{person}: ]{kind}, {happened_at}[, {to_facility}][, {sanction}][, {isolation_days} days][, {incentive}]",
    ),
    sections=(EVENT, TRANSFER, DISCIPLINE, COMPLAINT, HEALTH),
    columns=("imprisonment", "kind", "happened_at", "person", "to_facility", "sanction", "isolation_days",
        "return_due_at", "returned_at"),
    moment="happened_at",
    source=pec("75–120"),
    steps=("P66",),
    purpose="execution_of_sentences",
)

TYPES = (PRISON_EVENT,)
