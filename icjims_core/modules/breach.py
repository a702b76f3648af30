"""A breach by a probation client: what happened, the explanation, and the officer's reasoned response (P77)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cc, pec

# Fields read as the lines of a table.
# fmt: off
FOUND = Section("found", Label("Бузуу", "Нарушение", "Breach"), pec("168"))
_FOUND_FIELDS = FOUND.of(
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        target="supervision"),
    Field("kind", Kind.CODE, Label("Бузуунун түрү", "Вид нарушения", "Kind of breach"),
        required=True, codes="breach_kind", source=pec("48(2), 58(2), 64(1), 166(1)")),
    Field("obligation", Kind.CODE,
        Label("Аткарылбаган милдет", "Неисполненная обязанность", "Obligation not performed"),
        codes="probation_obligation", required_when=Equals("kind", "obligation"), source=cc("83(2)")),
    Field("happened_at", Kind.TIMESTAMP,
        Label("Качан болгон", "Когда допущено", "When it happened"), required=True, not_future=True),
    Field("found_at", Kind.TIMESTAMP,
        Label("Качан аныкталды", "Когда выявлено", "Found at"), not_future=True),
    Field("found_by", Kind.TEXT, Label("Ким аныктады", "Кем выявлено", "Found by"), max_length=200),
    Field("facts", Kind.RICH, Label("Эмне болгон", "Что произошло", "What happened"),
        max_length=20_000, searchable=True),
    Field("contact", Kind.REF,
        Label("Кайсы байланышта аныкталды", "При каком контакте выявлено", "Contact at which it was found"),
        target="contact"),
)

EXPLANATION = Section("explanation_part",
    Label("Түшүндүрмө жана себеп", "Объяснение и причина", "Explanation and reason"), pec("48(1), 168(1)"))
_EXPLANATION_FIELDS = EXPLANATION.of(
    Field("explanation", Kind.RICH,
        Label("Кардардын түшүндүрмөсү", "Объяснение клиента", "The client’s explanation"),
        max_length=10_000, source=pec("48(1), 58(1)")),
    Field("explanation_missing", Kind.TEXT,
        Label("Түшүндүрмө эмне үчүн жок", "Почему нет объяснения", "Why there is no explanation"),
        max_length=1_000, required_when=AllOf((Filled("response"), Blank("explanation")))),
    Field("good_reason", Kind.CODE,
        Label("Жүйөлүү себеп", "Уважительная причина", "Good reason"), unit="reason",
        codes="good_reason", required_when=Filled("response"), source=pec("48(3), 58(3), 168(1)")),
    Field("reason_document", Kind.TEXT,
        Label("Ырастаган документ", "Подтверждающий документ", "Supporting document"),
        unit="reason", max_length=300, required_when=OneOf("good_reason", ("illness", "documented")),
        source=pec("48(3), 58(3)")),
)

RESPONSE = Section("response_part", Label("Чечим", "Решение", "Response"), pec("168"))
_RESPONSE_FIELDS = RESPONSE.of(
    Field("response", Kind.CODE, Label("Көрүлгөн чара", "Принятая мера", "Response"),
        unit="response_made", codes="breach_response", source=pec("48, 58, 64, 168")),
    Field("decided_at", Kind.TIMESTAMP,
        Label("Чечим кабыл алынды", "Решение принято", "Decided at"), unit="response_made",
        not_future=True, not_before="happened_at", required_when=Filled("response")),
    Field("decided_by", Kind.TEXT, Label("Ким чечти", "Кем принято", "Decided by"),
        unit="response_made", max_length=200),
    Field("reasons", Kind.RICH,
        Label("Чараны тандоонун негиздемеси", "Обоснование меры", "Reasons of the response"),
        unit="response_made", max_length=10_000, required_when=Filled("response"),
        assertion=Assertion.ASSESSMENT,
        help=Label("168-берененин 2- жана 3-бөлүктөрү бири-бирин жаап турат: тандоону негиздеңиз.",
            "Части 2 и 3 статьи 168 пересекаются: обоснуйте выбор.",
            "Parts 2 and 3 of article 168 overlap: give reasons for the choice."),
        source=pec("168(2), 168(3)")),
    Field("earlier_warning", Kind.REF,
        Label("Мурдагы эскертүү", "Предыдущее предупреждение", "The earlier warning"), target="breach",
        source=pec("168(2)")),
    Field("warning_number", Kind.TEXT,
        Label("Эскертүүнүн номери", "Номер предупреждения", "Number of the warning"), unit="warning",
        max_length=60, source=pec("168(1)"), stays_open=True),
    Field("warned_at", Kind.TIMESTAMP,
        Label("Эскертүү тапшырылды", "Предупреждение вручено", "Warning served at"), unit="warning",
        not_future=True, required_when=Equals("response", "warning"), source=pec("168(1)"), stays_open=True),
    Field("consequences_explained", Kind.TRI,
        Label("Кийинки бузуунун натыйжасы түшүндүрүлдү", "Последствия повторного нарушения разъяснены",
            "Consequences of a further breach explained"), unit="warning", source=pec("168(1)"), stays_open=True),
    Field("variation", Kind.REF,
        Label("Сотко сунуштама", "Представление в суд", "Representation to the court"),
        target="variation", source=pec("168(2), 168(3)"), stays_open=True),
)

BREACH = RecordType(
    "breach",
    1,
    Label("Тартипти бузуу", "Нарушение порядка и условий", "Breach"),
    Archetype.EVENT,
    (*_FOUND_FIELDS, *_EXPLANATION_FIELDS, *_RESPONSE_FIELDS, *paper("breach")),
    roles=("probation_officer", "head"),
    sentence=Label(
        "{person}: {kind}, {happened_at}[; себеби: {good_reason}][; чара: {response}]",
        "{person}: {kind}, {happened_at}[; причина: {good_reason}][; мера: {response}]",
        "{person}: {kind}, {happened_at}[; reason: {good_reason}][; response: {response}]",
    ),
    sections=(FOUND, EXPLANATION, RESPONSE, PAPER),
    columns=("person", "supervision", "kind", "happened_at", "good_reason", "response", "decided_at",
        "warned_at"),
    moment="happened_at",
    source=pec("168"),
    steps=("P77",),
    signing=Signing("2026-1", by=("probation_officer", "head")),
    purpose="execution_of_sentences",
)

TYPES = (BREACH,)
