"""Measures for the safety of a participant or those near to him or her: request, decision, end (P13)."""

from __future__ import annotations

from dataclasses import replace

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
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

REQUEST = Section("request", Label("Арыз", "Заявление о мерах безопасности", "Request"), cpc("76(1), 76(2)"))
_REQUEST_FIELDS = REQUEST.of(
    Field("person", Kind.REF, Label("Коргоого алынуучу адам", "Защищаемое лицо", "Protected person"), required=True,
        target="person",
        help=Label("Маалыматы чектелген адам — псевдонимдүү жазуу.",
            "При ограничении сведений — запись лица под псевдонимом.",
            "Where data are restricted, the record under the pseudonym.")),
    Field("requested_at", Kind.TIMESTAMP, Label("Арыз түшкөн убакыт", "Заявление получено", "Requested at"),
        not_future=True, source=cpc("76(3)")),
    Field("own_initiative", Kind.TRI, Label("Органдын демилгеси боюнча", "По инициативе органа",
        "On the body’s own initiative"), source=cpc("76(2)")),
    Field("requested_by", Kind.TEXT, Label("Ким кайрылды", "Кто обратился", "Requested by"), max_length=200,
        source=cpc("76(3)")),
    Field("threat", Kind.RICH, Label("Коркутуу жөнүндө маалымат", "Сведения об угрозе", "The threat"),
        max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("76(1)")),
    Field("threat_from", Kind.TEXT, Label("Коркунуч кимден", "От кого исходит угроза", "From whom"), max_length=300,
        source=cpc("77(1)(1)")),
    Field("relatives_too", Kind.TEXT, Label("Жакындары да корголот", "Защищаются и близкие",
        "Those near also protected"), merge=Merge.SET, max_length=200, source=cpc("76(1)")),
)

DECISION = Section("decision", Label("Чечим", "Решение", "Decision"), cpc("76, 77"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), required=True, unit="decided",
        codes="security_decision", source=cpc("76(2), 76(4)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"),
        required=True, unit="decided", not_future=True, not_before="requested_at", source=cpc("76(3)")),
    Field("measures", Kind.CODE, Label("Коопсуздук чаралары", "Меры безопасности", "Security measures"),
        merge=Merge.SET, codes="security_measure_kind",
        required_when=OneOf("decision", ("granted", "partly")), source=cpc("77(1), 78(1), 79")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, required_when=Equals("decision", "refused")),
    Field("pseudonym", Kind.TEXT, Label("Псевдоним", "Псевдоним", "Pseudonym"), max_length=100, source=cpc("77(3)")),
    Field("executing_body", Kind.TEXT, Label("Аткаруучу орган", "Исполняющий орган", "Body that carries it out"),
        max_length=300, source=cpc("77(1)(3), 79(6)")),
    Field("valid_until", Kind.DATE, Label("Качанга чейин", "Действуют до", "In force until"), not_before="decided_at"),
)

NOTICE = Section("notice", Label("Билдирүү", "Уведомление", "Notice"), cpc("76(3), 76(4)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("notified_at", Kind.TIMESTAMP, Label("Арыз ээсине билдирилди", "Заявитель уведомлён",
        "Applicant notified at"), not_future=True, not_before="decided_at", source=cpc("76(3)"), stays_open=True),
    Field("copy_sent_at", Kind.TIMESTAMP, Label("Токтомдун көчүрмөсү жөнөтүлдү", "Копия постановления направлена",
        "Copy of the order sent at"), not_future=True, not_before="decided_at", source=cpc("76(3)"), stays_open=True),
    Field("appeal_explained", Kind.TRI, Label("Даттануу укугу түшүндүрүлдү", "Право обжалования разъяснено",
        "Right of appeal explained"), source=cpc("76(4)"), stays_open=True),
    Field("warning_announced_at", Kind.TIMESTAMP, Label("Эскертүү тил кат менен жарыяланды",
        "Предостережение объявлено под расписку", "Warning announced at"), not_future=True, source=cpc("77(2)"),
        stays_open=True),
)

END = Section("end", Label("Чараларды жокко чыгаруу", "Отмена мер", "End of the measures"), cpc("77(7)"))
_END_FIELDS = END.of(
    Field("cancelled_at", Kind.TIMESTAMP, Label("Чаралар жокко чыгарылды", "Меры отменены", "Measures cancelled at"),
        unit="cancelled", not_future=True, not_before="decided_at", source=cpc("77(7)"), stays_open=True),
    Field("cancel_reason", Kind.TEXT, Label("Жокко чыгаруунун себеби", "Причина отмены", "Reason of the end"),
        unit="cancelled", max_length=1_000, source=cpc("77(7)"), stays_open=True),
    Field("cancel_notified_at", Kind.TIMESTAMP, Label("Корголгон адамга билдирилди", "Защищаемое лицо уведомлено",
        "Protected person notified of the end at"), not_future=True, source=cpc("77(7)"), stays_open=True),
    Field("course", Kind.TEXT, Label("Аткарылышы", "Ход исполнения", "How it is carried out"), merge=Merge.APPEND,
        max_length=4_000, stays_open=True),
)

# Where a measure is decided on or carried out is where the protected person can be found.
_HEADER = tuple(
    replace(each, sensitivity=Sensitivity.CONTACT) if each.name == "place" else each
    for each in header("security_measure")
)

SECURITY_MEASURE = RecordType(
    "security_measure",
    1,
    Label("Коопсуздук чарасы", "Мера безопасности", "Security measure"),
    Archetype.ORDER,
    (*_REQUEST_FIELDS, *_DECISION_FIELDS, *_NOTICE_FIELDS, *_END_FIELDS, *_HEADER),
    roles=("inquiry_officer", "investigator", "prosecutor", "judge", "court_clerk", "clerk", "head"),
    sentence=Label(
        "Коопсуздук чаралары: {person} — {decision}, {decided_at}[; {measures}]",
        "Меры безопасности: {person} — {decision}, {decided_at}[; {measures}]",
        "Security measures: {person} — {decision}, {decided_at}[; {measures}]",
    ),
    sections=(REQUEST, DECISION, NOTICE, END, HEADER),
    columns=("person", "requested_at", "decision", "decided_at", "notified_at", "cancelled_at"),
    moment="decided_at",
    source=cpc("75–79"),
    steps=("P13",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (SECURITY_MEASURE,)
