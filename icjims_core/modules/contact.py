"""A contact with a probation client: planned, held or missed, and the client's explanation (P71)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Label, Merge, OneOf, RecordType, Section
from icjims_core.law.references import cc, pec

# Fields read as the lines of a table.
# fmt: off
MEETING = Section("meeting", Label("Байланыш", "Контакт", "Contact"), pec("165, 166"))
_MEETING_FIELDS = MEETING.of(
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        required=True, target="supervision"),
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        target="person"),
    Field("kind", Kind.CODE, Label("Байланыштын түрү", "Вид контакта", "Kind of contact"),
        required=True, codes="contact_kind"),
    Field("planned_at", Kind.TIMESTAMP,
        Label("Пландалган убакыт", "Запланировано на", "Planned for"), source=pec("165(1)(4)")),
    Field("held_at", Kind.TIMESTAMP,
        Label("Болгон убакыт", "Состоялся", "Held at"), unit="outcome", not_future=True,
        source=cc("83(1)(4)")),
    Field("result", Kind.CODE, Label("Жыйынтыгы", "Результат", "Result"), unit="outcome",
        codes="contact_result"),
    Field("officer", Kind.TEXT,
        Label("Ким каттады", "Кто зарегистрировал", "Registered by"), max_length=200),
    Field("place", Kind.TEXT, Label("Орду", "Место", "Place"), max_length=300),
    Field("others_present", Kind.TEXT,
        Label("Дагы ким катышты", "Кто ещё участвовал", "Who else took part"), merge=Merge.SET, max_length=200,
        help=Label("Баланын шартын текшерүүдө — камкорчулук органынын өкүлү.",
            "При обследовании условий ребёнка — представитель органа опеки.",
            "At a survey of a child’s housing, a representative of the guardianship body."), source=pec("167(2)")),
    Field("group_topic", Kind.TEXT,
        Label("Топтук сабактын аталышы", "Тема группового занятия", "Name of the group session"),
        max_length=300, required_when=Equals("kind", "group_session")),
    Field("topics", Kind.TEXT,
        Label("Аңгеменин темалары", "Темы беседы", "Topics of the talk"), merge=Merge.SET,
        max_length=200, source=cc("83(1)(4)")),
    Field("summary", Kind.RICH,
        Label("Кыскача мазмуну", "Краткое содержание", "Summary"), max_length=20_000,
        searchable=True),
    Field("obligations_checked", Kind.CODE,
        Label("Текшерилген милдеттер", "Проверенные обязанности", "Obligations checked"),
        merge=Merge.SET, codes="probation_obligation", source=cc("83(2)")),
    Field("act_number", Kind.TEXT,
        Label("Текшерүү актысынын номери", "Номер акта обследования", "Number of the act of the survey"),
        max_length=60, required_when=Equals("kind", "housing_survey"), source=pec("167(2)")),
    Field("registration", Kind.SIGNATURE,
        Label("Каттоо барагындагы колу", "Подпись в регистрационном листе",
            "Signature on the registration sheet"), merge=Merge.APPEND),
)

ABSENCE = Section("absence", Label("Келбей калуу", "Неявка", "Absence"), pec("48(3), 168(1)"))
_ABSENCE_FIELDS = ABSENCE.of(
    Field("explanation", Kind.RICH,
        Label("Кардардын түшүндүрмөсү", "Объяснение клиента", "The client’s explanation"),
        max_length=10_000, source=pec("48(1), 168(1)")),
    Field("good_reason", Kind.CODE,
        Label("Жүйөлүү себеп", "Уважительная причина", "Good reason"), unit="reason",
        codes="good_reason", required_when=OneOf("result", ("absent", "absent_good_reason")),
        source=pec("48(3), 58(3), 168(1)")),
    Field("reason_document", Kind.TEXT,
        Label("Ырастаган документ", "Подтверждающий документ", "Supporting document"),
        unit="reason", max_length=300, source=pec("48(3), 58(3)")),
    Field("document_scan", Kind.FILE,
        Label("Документтин сүрөтү", "Скан документа", "Scan of the document"), merge=Merge.SET),
)

NEXT = Section("next", Label("Андан ары", "Далее", "What next"))
_NEXT_FIELDS = NEXT.of(
    Field("next_at", Kind.TIMESTAMP,
        Label("Кийинки келүү", "Следующая явка", "Next appointment"), source=cc("83(1)(4)")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

CONTACT = RecordType(
    "contact",
    1,
    Label("Кардар менен байланыш", "Контакт с клиентом", "Contact with a client"),
    Archetype.EVENT,
    (*_MEETING_FIELDS, *_ABSENCE_FIELDS, *_NEXT_FIELDS),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{kind}[, {planned_at} пландалган][, болду: {held_at}][ — {result}][; себеби: {good_reason}]",
        "{kind}[, запланировано {planned_at}][, состоялось {held_at}][ — {result}][; причина: {good_reason}]",
        "{kind}[, planned {planned_at}][, held {held_at}][ — {result}][; reason: {good_reason}]",
    ),
    sections=(MEETING, ABSENCE, NEXT),
    columns=("supervision", "person", "kind", "planned_at", "held_at", "result", "officer", "good_reason",
        "next_at"),
    moment="planned_at",
    source=pec("165, 166"),
    steps=("P71",),
    purpose="execution_of_sentences",
)

TYPES = (CONTACT,)
