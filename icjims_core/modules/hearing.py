"""Court hearing: what is heard, who comes, adjournment, minutes, decision (P25, P55–P60)."""

from __future__ import annotations

from icjims_core.law import cpc
from icjims_core.schema import (
    Archetype,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
)

# Fields read as the lines of a table.
# fmt: off
SCHEDULE = Section("schedule", Label("Дайындоо", "Назначение", "Scheduling"), cpc("277, 280"))
_SCHEDULE_FIELDS = SCHEDULE.of(
    Field("kind", Kind.CODE, Label("Сот жыйынынын түрү", "Вид заседания", "Kind of hearing"),
        required=True, codes="hearing_kind"),
    Field("scheduled_at", Kind.TIMESTAMP,
        Label("Дайындалган убакыт", "Назначено на", "Scheduled for"), unit="schedule",
        source=cpc("280(3)")),
    Field("venue", Kind.TEXT, Label("Өтө турган жери", "Место заседания", "Venue"),
        unit="schedule", max_length=300, source=cpc("280(3)")),
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), max_length=200, searchable=True,
        source=cpc("308(3)")),
    Field("court_number", Kind.TEXT,
        Label("Соттогу иштин номери", "Номер дела в суде", "Court registry number"),
        max_length=60, searchable=True),
    Field("received_at", Kind.TIMESTAMP,
        Label("Материалдар сотко түшкөн убакыт", "Материалы поступили в суд",
            "Materials received by the court at"), not_future=True, source=cpc("265(1), 277(3)")),
    Field("judge", Kind.TEXT, Label("Судья", "Судья", "Judge"), max_length=200, searchable=True,
        source=cpc("308(3)")),
    Field("clerk", Kind.TEXT,
        Label("Сот катчысы", "Секретарь заседания", "Court clerk"), max_length=200,
        source=cpc("308(1)")),
    Field("closed", Kind.TRI, Label("Жабык жыйын", "Закрытое заседание", "Closed hearing"),
        source=cpc("280(3)")),
    Field("notified_at", Kind.TIMESTAMP,
        Label("Тараптарга билдирилди", "Стороны извещены", "Parties notified at"),
        not_future=True, source=cpc("279(3), 280(6)")),
    Field("probation_report_ordered", Kind.TRI,
        Label("Пробациялык доклад тапшырылды", "Поручен пробационный доклад",
            "Probation report ordered"), source=cpc("280(4)")),
)

SESSION = Section("session", Label("Жыйындын жүрүшү", "Ход заседания", "Session"), cpc("308"))
_SESSION_FIELDS = SESSION.of(
    Field("started_at", Kind.TIMESTAMP, Label("Башталган убакыт", "Время начала", "Started at"),
        unit="session_time", not_future=True, source=cpc("308(3)")),
    Field("ended_at", Kind.TIMESTAMP, Label("Аяктаган убакыт", "Время окончания", "Ended at"),
        unit="session_time", not_future=True, not_before="started_at", source=cpc("308(3)")),
    Field("accused", Kind.REF, Label("Айыпталуучулар", "Обвиняемые", "Accused persons"),
        merge=Merge.SET, target="person", source=cpc("308(3)")),
    Field("attended", Kind.REF, Label("Келгендер", "Явились", "Persons who came"),
        merge=Merge.SET, target="person", source=cpc("308(3)")),
    Field("absent", Kind.REF, Label("Келбегендер", "Не явились", "Persons absent"),
        merge=Merge.SET, target="person"),
    Field("prosecutor", Kind.TEXT,
        Label("Айыптоочу", "Государственный обвинитель", "Prosecutor"), max_length=200,
        source=cpc("308(3)")),
    Field("lawyers", Kind.TEXT, Label("Адвокаттар", "Адвокаты", "Lawyers"), merge=Merge.SET,
        max_length=200, source=cpc("308(3)")),
    Field("interpreter", Kind.REF, Label("Котормочу", "Переводчик", "Interpreter"),
        target="person", source=cpc("308(3)")),
    Field("probation_report_read", Kind.TRI,
        Label("Пробациялык доклад окулду", "Пробационный доклад оглашён",
            "Probation report read out"), source=cpc("339(2)")),
    Field("recorded", Kind.TRI,
        Label("Аудио-, видеожазуу жүргүзүлдү", "Велась аудио-, видеозапись", "Session recorded"),
        source=cpc("308(2), 308(4)")),
    Field("course", Kind.RICH,
        Label("Жыйындын кыскача жүрүшү", "Краткий ход заседания", "Course of the session"),
        searchable=True),
)

OUTCOME = Section("outcome", Label("Жыйынтыгы", "Итог", "Outcome"), cpc("265(3), 277(1), 348"))
_OUTCOME_FIELDS = OUTCOME.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling",
        codes="hearing_decision"),
    Field("decided_at", Kind.TIMESTAMP,
        Label("Жарыяланган убакыт", "Время оглашения", "Pronounced at"), unit="ruling",
        not_future=True),
    Field("decision_summary", Kind.RICH,
        Label("Чечимдин маңызы", "Сущность решения", "Substance of the decision"),
        unit="ruling", max_length=50_000, source=cpc("277(2)")),
    Field("adjourned_to", Kind.TIMESTAMP,
        Label("Качанга калтырылды", "Отложено до", "Adjourned to"), unit="adjournment"),
    Field("adjournment_reason", Kind.CODE,
        Label("Калтыруунун себеби", "Причина отложения", "Reason of adjournment"),
        unit="adjournment", required_when=Equals("decision", "adjourned"),
        codes="adjournment_reason"),
    Field("minutes_signed_at", Kind.TIMESTAMP,
        Label("Протоколго кол коюлду", "Протокол подписан", "Minutes signed at"),
        not_future=True, source=cpc("308(5)")),
    Field("remarks", Kind.TEXT,
        Label("Протоколго эскертүүлөр", "Замечания на протокол", "Remarks on the minutes"),
        merge=Merge.APPEND, max_length=4_000),
)

HEARING = RecordType(
    "hearing",
    1,
    Label("Сот жыйыны", "Судебное заседание", "Court hearing"),
    Archetype.SCHEDULE,
    (*_SCHEDULE_FIELDS, *_SESSION_FIELDS, *_OUTCOME_FIELDS),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sentence=Label(
        "{kind}[, {scheduled_at}][, {court}][, судья {judge}][ — {decision}]",
        "{kind}[, {scheduled_at}][, {court}][, судья {judge}][ — {decision}]",
        "{kind}[, {scheduled_at}][, {court}][, judge {judge}][ — {decision}]",
    ),
    sections=(SCHEDULE, SESSION, OUTCOME),
    columns=("kind", "scheduled_at", "court", "court_number", "judge", "started_at", "decision",
        "decided_at", "adjourned_to", "adjournment_reason"),
    moment="scheduled_at",
    source=cpc("265, 277, 279, 280, 308, 348"),
    steps=("P25", "P55", "P56", "P57", "P59", "P60"),
)

TYPES = (HEARING,)
