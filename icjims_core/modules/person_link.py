"""Two records said to be one person: a statement with reasons, undone by annulling it; nothing is ever merged."""

from __future__ import annotations

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
    Source,
)

# Fields read as the lines of a table.
# fmt: off

PERSONS = Section("persons", Label("Жазуулар", "Записи", "Records"))
_PERSONS_FIELDS = PERSONS.of(
    Field("person", Kind.REF, Label("Биринчи жазуу", "Первая запись", "First record"), required=True,
        target="person"),
    Field("other_person", Kind.REF, Label("Экинчи жазуу", "Вторая запись", "Second record"), required=True,
        target="person"),
    Field("other_case", Kind.REF, Label("Экинчи жазуунун иши", "Дело второй записи", "Case of the second record"),
        target="case"),
)

DECISION = Section("decision", Label("Чечим", "Решение", "Decision"), Source("Directive (EU) 2016/680", "7, 11"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), required=True, unit="judged",
        codes="link_decision", assertion=Assertion.ASSESSMENT),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылган убакыт", "Время решения", "Decided at"),
        unit="judged", not_future=True),
    Field("decided_by", Kind.TEXT, Label("Ким чечти", "Кем принято", "Decided by"), unit="judged", max_length=200,
        source=Source("Directive (EU) 2016/680", "11")),
    Field("grounds", Kind.CODE, Label("Негиздери", "Основания", "Grounds"), merge=Merge.SET, codes="link_ground",
        required_when=OneOf("decision", ("same",))),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=10_000,
        assertion=Assertion.ASSESSMENT),
    Field("score", Kind.INT, Label("Программанын баасы, пайыз", "Оценка программы, проценты",
        "Score of the program, per cent"), unit="computed", minimum=0, maximum=100, assertion=Assertion.ASSESSMENT,
        source=Source("Directive (EU) 2016/680", "7(1)")),
    Field("score_parts", Kind.TEXT, Label("Баа кантип чыкты", "Из чего сложилась оценка", "How the score came about"),
        unit="computed", max_length=1_000, assertion=Assertion.ASSESSMENT),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000),
)

PERSON_LINK = RecordType(
    "person_link",
    1,
    Label("Жазуулардын байланышы", "Связь записей о лице", "Link of two person records"),
    Archetype.EVENT,
    (*_PERSONS_FIELDS, *_DECISION_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "probation_officer",
        "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "{person} жана {other_person}: {decision}[, {decided_at}]",
        "{person} и {other_person}: {decision}[, {decided_at}]",
        "{person} and {other_person}: {decision}[, {decided_at}]",
    ),
    sections=(PERSONS, DECISION),
    columns=("person", "other_person", "decision", "decided_at", "score"),
    moment="decided_at",
)

TYPES = (PERSON_LINK,)
