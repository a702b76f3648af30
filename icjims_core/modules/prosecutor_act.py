"""The prosecutor's act of supervision: annulment, written instruction, approval, a new term (P09)."""

from __future__ import annotations

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
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

TARGET = Section("target", Label("Каралган чечим", "Рассмотренное решение", "Decision looked at"), cpc("35"))
_TARGET_FIELDS = TARGET.of(
    Field("target_type", Kind.CODE, Label("Кайсы чечим же аракет", "Какое решение или действие", "Which decision"),
        required=True, unit="target_of", codes="prosecutor_act_target", source=cpc("35(1)")),
    Field("act", Kind.REF, Label("Чечимдин жазуусу", "Запись решения", "Record of the decision"), unit="target_of"),
    Field("target_date", Kind.DATE, Label("Чечимдин күнү", "Дата решения", "Date of the decision"), unit="target_of",
        not_future=True),
    Field("target_by", Kind.TEXT, Label("Чечимди ким чыгарган", "Кем вынесено решение", "Decision made by"),
        unit="target_of", max_length=200),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person"),
)

DECISION = Section("decision", Label("Прокурордун актысы", "Акт прокурора", "Act of the prosecutor"),
    cpc("35, 154(4)"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), required=True, unit="decided",
        codes="prosecutor_act_decision", source=cpc("35(1)(6), 35(1)(8), 35(1)(11), 154(4)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"),
        required=True, unit="decided", not_future=True),
    Field("prosecutor_name", Kind.TEXT, Label("Прокурор (кызматы, наамы)", "Прокурор (должность, звание)",
        "Prosecutor (post, rank)"), unit="decided", max_length=300),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, required_when=OneOf("decision", ("annul", "annul_initiate",
            "annul_further_check", "refuse"))),
    Field("instruction", Kind.RICH, Label("Көрсөтмөнүн мазмуну", "Содержание указания", "Instruction"),
        max_length=20_000, required_when=Equals("decision", "instruct"), source=cpc("35(1)(8), 35(2)")),
    Field("instruction_until", Kind.DATE, Label("Көрсөтмөнү аткаруу мөөнөтү", "Срок исполнения указания",
        "Instruction to be carried out by")),
    Field("new_term_until", Kind.DATE, Label("Жаңы мөөнөт качанга чейин", "Новый срок до", "New term until"),
        required_when=Equals("decision", "set_term"), source=cpc("153(3), 162(4)")),
    Field("new_term_level", Kind.CODE, Label("Мөөнөттү узарткан прокурордун деңгээли", "Уровень прокурора",
        "Level of the prosecutor"), codes="extension_level", source=cpc("162(4), 162(5)")),
)

EXECUTION = Section("execution", Label("Тапшыруу жана аткаруу", "Вручение и исполнение", "Service and execution"))
_EXECUTION_FIELDS = EXECUTION.of(
    Field("addressee", Kind.TEXT, Label("Кимге жиберилди", "Кому направлено", "Sent to"), unit="sending",
        max_length=300, stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, Label("Жөнөтүлгөн убакыт", "Направлено", "Sent at"), unit="sending",
        not_future=True, not_before="decided_at", stays_open=True),
    Field("received_at", Kind.TIMESTAMP, Label("Алынган убакыт", "Получено", "Received at"), not_future=True,
        not_before="sent_at", stays_open=True),
    Field("executed_at", Kind.TIMESTAMP, Label("Аткарылган убакыт", "Исполнено", "Carried out at"),
        unit="carried_out", not_future=True, not_before="decided_at", stays_open=True),
    Field("executed_how", Kind.RICH, Label("Кантип аткарылды", "Как исполнено", "How it was carried out"),
        unit="carried_out", max_length=10_000, stays_open=True),
    Field("objections", Kind.TEXT, Label("Тергөөчүнүн каршы пикирлери", "Возражения следователя",
        "Objections of the investigator"), merge=Merge.APPEND, max_length=4_000, source=cpc("35(1)(10), 35(2)"),
        stays_open=True),
)

PROSECUTOR_ACT = RecordType(
    "prosecutor_act",
    1,
    Label("Прокурордук көзөмөл актысы", "Акт прокурорского надзора", "Act of prosecutorial supervision"),
    Archetype.ORDER,
    (*_TARGET_FIELDS, *_DECISION_FIELDS, *_EXECUTION_FIELDS, *header("prosecutor_act")),
    roles=("prosecutor", "clerk"),
    sentence=Label(
        "Прокурор: {target_type} — {decision}, {decided_at}[; мөөнөт {new_term_until} чейин]",
        "Прокурор: {target_type} — {decision}, {decided_at}[; срок до {new_term_until}]",
        "Prosecutor: {target_type} — {decision}, {decided_at}[; term until {new_term_until}]",
    ),
    sections=(TARGET, DECISION, EXECUTION, HEADER),
    columns=("target_type", "decision", "decided_at", "prosecutor_name", "new_term_until", "sent_at", "executed_at"),
    moment="decided_at",
    source=cpc("35, 154(4)"),
    steps=("P05", "P06", "P07", "P09", "P45", "P46"),
    signing=Signing("2026-1", ("prosecutor",)),
)

TYPES = (PROSECUTOR_ACT,)
