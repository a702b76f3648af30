"""Reopening of a case by new or newly discovered circumstances (P63)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
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
MOTION = Section("motion", Label("Кайра баштоо жөнүндө өтүнүч", "Ходатайство о возобновлении", "Motion to reopen"),
    cpc("451–454"))
_MOTION_FIELDS = MOTION.of(
    Field("filed_at", Kind.TIMESTAMP, Label("Өтүнүч берилди", "Ходатайство подано", "Motion filed at"), required=True,
        not_future=True, source=cpc("454")),
    Field("circumstance", Kind.CODE, Label("Жаңы же кайра ачылган жагдай", "Новое или вновь открывшееся обстоятельство",
        "New or newly discovered circumstance"), required=True, codes="new_circumstance",
        source=cpc("451(3), 451(4)")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person"),
    Field("applicant", Kind.CODE, Label("Ким берди", "Кем подано", "Filed by"), unit="filed_by", codes="appellant",
        source=cpc("454")),
    Field("applicant_name", Kind.TEXT, Label("Берген адамдын аты-жөнү", "ФИО подавшего", "Name"), unit="filed_by",
        max_length=200, searchable=True),
    Field("verdict", Kind.REF, Label("Кайсы өкүм", "Какой приговор", "Which verdict"), target="verdict",
        source=cpc("451(1)")),
    Field("decision_reviewed", Kind.TEXT, Label("Кайсы чечим кайра каралат", "Какое решение пересматривается",
        "Decision to be reviewed"), max_length=300, source=cpc("451(1), 452")),
    Field("discovered_on", Kind.DATE, Label("Жагдай ачылган күн", "День открытия обстоятельств",
        "Day the circumstance was discovered"), not_future=True, source=cpc("453(4)")),
    Field("established_by", Kind.TEXT, Label("Кайсы акт менен аныкталган", "Каким актом установлено",
        "By which act established"), max_length=500, source=cpc("451(3), 451(5)")),
    Field("in_favour", Kind.TRI, Label("Соттолгондун пайдасына", "В пользу осуждённого",
        "In favour of the convicted person"), source=cpc("453(1), 453(3)"),
        help=Label("Пайдасына болсо, мөөнөт чектелбейт.", "В пользу осуждённого – без ограничения срока.",
            "In favour there is no limit of time.")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Доводы", "Arguments"), max_length=50_000,
        assertion=Assertion.ASSESSMENT),
)

DECISION = Section("decision", Label("Соттун чечими", "Решение суда", "Decision of the court"), cpc("452, 455"))
_DECISION_FIELDS = DECISION.of(
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), max_length=200, searchable=True, source=cpc("452")),
    Field("received_at", Kind.TIMESTAMP, Label("Сотко түштү", "Поступило в суд", "Received by the court at"),
        not_future=True),
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="court_ruling",
        codes="new_circumstance_decision", source=cpc("455(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылды", "Решение принято", "Decided at"),
        unit="court_ruling", not_future=True, not_before="filed_at", source=cpc("455(1)")),
    Field("outcome", Kind.RICH, Label("Эмне жокко чыгарылды жана иш кайда берилди",
        "Что отменено и куда передано дело", "What was quashed and where the case goes"), max_length=20_000,
        required_when=OneOf("decision", ("reopened_discovered", "reopened_new")), source=cpc("455(1), 456")),
    Field("appealed_at", Kind.TIMESTAMP, Label("Баш тартуу даттанылды", "Отказ обжалован", "Refusal appealed at"),
        not_future=True, source=cpc("455(2)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, Label("Иш берилди", "Дело передано", "Case sent on at"), not_future=True,
        source=cpc("455(1)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

NEW_CIRCUMSTANCES = RecordType(
    "new_circumstances",
    1,
    Label("Жаңы жагдайлар боюнча кайра баштоо", "Возобновление по новым обстоятельствам",
        "Reopening by new circumstances"),
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_DECISION_FIELDS, *order_header("new_circumstances")),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Кайра баштоо өтүнүчү {filed_at}[, {person}]: {circumstance}[ — {decision}]",
        "Ходатайство о возобновлении {filed_at}[, {person}]: {circumstance}[ — {decision}]",
        "Motion to reopen {filed_at}[, {person}]: {circumstance}[ — {decision}]",
    ),
    sections=(MOTION, DECISION, HEADER),
    columns=("filed_at", "circumstance", "person", "applicant", "verdict", "discovered_on", "court", "decision",
        "decided_at"),
    moment="filed_at",
    source=cpc("451–456"),
    steps=("P63",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (NEW_CIRCUMSTANCES,)
