"""Deposition: testimony of a victim or witness before the investigating judge (P40)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Label, Merge, RecordType, Section, Signing
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", Label("Өтүнүч", "Ходатайство", "Motion"), cpc("205, 206"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF, Label("Кимдин көрсөтмөсү", "Чьи показания", "Whose testimony"), required=True,
        target="person", source=cpc("205(1), 205(2)")),
    Field("capacity", Kind.CODE, Label("Абалы", "Процессуальное положение", "Capacity"),
        codes="interrogation_capacity", source=cpc("205")),
    Field("ground", Kind.CODE, Label("Негизи", "Основание", "Ground"), codes="deposition_ground",
        source=cpc("205, 207(7)")),
    Field("requested_by", Kind.TEXT, Label("Ким өтүнүч кылды", "Кто ходатайствовал", "Requested by"),
        max_length=300, source=cpc("205(1), 206(1)")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=10_000, source=cpc("206(1)")),
    Field("filed_at", Kind.TIMESTAMP, Label("Сотко берилди", "Подано в суд", "Filed at"), not_future=True,
        source=cpc("206(1)")),
    Field("received_at", Kind.TIMESTAMP, Label("Сотко түшкөн убакыт", "Поступило в суд", "Received at"),
        not_future=True, source=cpc("206(2)"), stays_open=True),
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling", codes="motion_decision",
        source=cpc("206(2)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"),
        unit="ruling", not_future=True, source=cpc("206(2)"), stays_open=True),
    Field("judge", Kind.TEXT, Label("Тергөө судьясы", "Следственный судья", "Investigating judge"), unit="ruling",
        max_length=200, stays_open=True),
    Field("refusal_appealed_at", Kind.TIMESTAMP, Label("Баш тартуу даттанылды", "Отказ обжалован",
        "Refusal appealed at"), not_future=True, source=cpc("206(3)"), stays_open=True),
)

SESSION = Section("session", Label("Сот жыйыны", "Заседание", "Session"), cpc("207"))
_SESSION_FIELDS = SESSION.of(
    Field("scheduled_at", Kind.TIMESTAMP, Label("Дайындалган убакыт", "Назначено на", "Scheduled for"),
        source=cpc("206(2)"), stays_open=True),
    Field("notified_at", Kind.TIMESTAMP, Label("Прокурорго жана коргоого билдирилди",
        "Прокурор и защита извещены", "Prosecutor and defence notified at"), not_future=True,
        source=cpc("206(2)"), stays_open=True),
    Field("parties_present", Kind.TEXT, Label("Катышкан тараптар", "Присутствовавшие стороны", "Parties present"),
        merge=Merge.SET, max_length=300, source=cpc("207(1)"), stays_open=True),
    Field("accused_absent_reason", Kind.TEXT, Label("Айыпталуучу чакырылбаса же келбесе, себеби",
        "Почему обвиняемый не вызван или не явился", "Why the accused was not called or did not come"),
        max_length=1_000, source=cpc("207(2), 207(5)"), stays_open=True),
    Field("without_defence", Kind.TRI, Label("Коргоо тарабы катышкан жок", "В отсутствие стороны защиты",
        "Without the defence"), unit="defence", source=cpc("207(3)"), stays_open=True),
    Field("without_defence_reason", Kind.TEXT, Label("Коргоо катышпагандын себеби",
        "Почему без стороны защиты", "Why without the defence"), unit="defence", max_length=500,
        required_when=Equals("without_defence", "yes"), source=cpc("207(3)"), stays_open=True),
    Field("out_of_court", Kind.TRI, Label("Көчмө жыйын (оор оорулуу)", "Выездное заседание (тяжелобольной)",
        "Session outside the court (serious illness)"), source=cpc("207(1), 207(6)"), stays_open=True),
    Field("child_support", Kind.TEXT, Label("Баланын өкүлү жана психологу", "Представитель и психолог ребёнка",
        "Representative and psychologist of the child"), max_length=300, source=cpc("203(1), 207(7)"), stays_open=True),
    Field("liability_warned", Kind.TRI, Label("Жоопкерчилик жана укуктар эскертилди",
        "Предупреждён, права разъяснены", "Warned of liability, rights explained"), source=cpc("202(2), 207(1)"),
        stays_open=True),
    Field("content", Kind.RICH, Label("Көрсөтмөлөр, суроолор жана жооптор", "Показания, вопросы и ответы",
        "Statements, questions and answers"), searchable=True, source=cpc("207(1)"), stays_open=True),
    Field("not_held_reason", Kind.TEXT, Label("Сурак болбосо, себеби", "Почему допрос не состоялся",
        "Why it was not held"), max_length=1_000, source=cpc("207(5)"), stays_open=True),
    Field("minutes_sent_at", Kind.TIMESTAMP, Label("Протокол тергөөчүгө жөнөтүлдү",
        "Протокол направлен следователю", "Minutes sent to the investigator at"), not_future=True,
        source=cpc("207(8)"), stays_open=True),
    Field("repeat_ground", Kind.TEXT, Label("Сотто кайра суроонун негизи", "Основание повторного допроса в суде",
        "Why questioned again at trial"), max_length=500, source=cpc("208(2)"), stays_open=True),
)

DEPOSITION = RecordType(
    "deposition",
    1,
    Label("Көрсөтмөлөрдү депонирлөө", "Депонирование показаний", "Deposition"),
    Archetype.EVENT,
    (*_MOTION_FIELDS, *_SESSION_FIELDS, *recording(), *challenge(), *header("deposition")),
    roles=("investigator", "prosecutor", "court_clerk", "judge", "head"),
    sentence=Label(
        "Депонирлөө: {person}[, {ground}][, чечим: {decision}][, {started_at}]",
        "Депонирование показаний: {person}[, {ground}][, решение: {decision}][, {started_at}]",
        "Deposition of {person}[, {ground}][, decision: {decision}][, {started_at}]",
    ),
    sections=(MOTION, SESSION, RECORDING, CHALLENGE, HEADER),
    columns=("person", "ground", "filed_at", "decision", "decided_at", "scheduled_at", "started_at"),
    moment="filed_at",
    source=cpc("205–208"),
    steps=("P40",),
    signing=Signing("2026-1", ("judge", "court_clerk", "investigator")),
)

TYPES = (DEPOSITION,)
