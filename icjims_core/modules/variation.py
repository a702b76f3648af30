"""A representation to a court to vary, replace or end a measure, and what the court decided (P78)."""

from __future__ import annotations

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cc, cpc, pec

# Fields read as the lines of a table.
# fmt: off
REPRESENTATION = Section("representation", Label("Сунуштама", "Представление", "Representation"),
    cc("83(5), 84"))
_REPRESENTATION_FIELDS = REPRESENTATION.of(
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        target="supervision"),
    Field("kind", Kind.CODE, Label("Эмне суралат", "О чём представление", "What is asked"),
        required=True, codes="variation_kind", source=cc("83(5), 84(2), 84(4)")),
    Field("filed_by_client", Kind.TRI,
        Label("Соттолгондун өтүнүчү боюнча", "По ходатайству осуждённого", "At the convict’s own motion"),
        source=cc("83(5)")),
    Field("obligations", Kind.CODE,
        Label("Кайсы милдеттер", "Какие обязанности", "Which obligations"), merge=Merge.SET,
        codes="probation_obligation", source=cc("83(2), 83(5)")),
    Field("reasons", Kind.RICH, Label("Себептери", "Причины", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=pec("166(3)")),
    Field("half_term_on", Kind.DATE,
        Label("Мөөнөттүн жарымы өтө турган күн", "Половина срока истекает", "Half of the term is over on"),
        source=pec("166(4), 167(3)")),
    Field("damage_repaid", Kind.TRI,
        Label("Зыян толук төлөндү", "Ущерб возмещён полностью", "Damage fully repaid"),
        source=cc("84(4)")),
    Field("client_view", Kind.RICH,
        Label("Кардардын пикири", "Мнение клиента", "The client’s view"), max_length=10_000),
    Field("sent_at", Kind.TIMESTAMP,
        Label("Сотко жөнөтүлдү", "Направлено в суд", "Sent to the court at"), not_future=True,
        source=pec("166(3), 168"), stays_open=True),
    Field("breaches", Kind.REF,
        Label("Негиз болгон бузуулар", "Нарушения, лежащие в основе", "Breaches it rests on"),
        merge=Merge.SET, target="breach", source=pec("168")),
)

COURT = Section("court_part", Label("Соттун чечими", "Решение суда", "Decision of the court"),
    cpc("436, 438"))
_COURT_FIELDS = COURT.of(
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), unit="ruling", max_length=200, stays_open=True),
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling",
        codes="court_answer", source=cpc("438(6)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP,
        Label("Чечим чыгарылды", "Решение вынесено", "Decided at"), unit="ruling", not_future=True,
        not_before="sent_at", required_when=Filled("decision"), source=cpc("438(6)"), stays_open=True),
    Field("order_number", Kind.TEXT,
        Label("Токтомдун номери", "Номер постановления", "Number of the ruling"), unit="ruling",
        max_length=60, stays_open=True),
    Field("client_attended", Kind.TRI,
        Label("Кардар жыйынга катышты", "Клиент участвовал в заседании", "The client attended the hearing"),
        source=cpc("438(5)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP,
        Label("Токтом пробацияга келди", "Постановление получено", "Ruling received at"),
        not_future=True, source=cpc("438(6)"), stays_open=True),
    Field("retry_from", Kind.DATE,
        Label("Кайра качан берилсе болот", "Повторно не ранее", "Not again before"),
        help=Label("Сот баш тартса, үч айдан кийин.", "При отказе — по истечении трёх месяцев.",
            "After a refusal, three months later."),
        source=pec("166(4), 167(3)"), stays_open=True),
    Field("result_text", Kind.RICH,
        Label("Чечимдин маңызы", "Суть решения", "Substance of the ruling"), max_length=10_000, stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000, stays_open=True),
)

VARIATION = RecordType(
    "variation",
    1,
    Label("Сотко сунуштама", "Представление в суд", "Representation to the court"),
    Archetype.ORDER,
    (*_REPRESENTATION_FIELDS, *_COURT_FIELDS, *paper("variation")),
    roles=("probation_officer", "clerk", "head"),
    sentence=Label(
        "{person}: {kind}[, сотко {sent_at}][ — {decision}][, {decided_at}]",
        "{person}: {kind}[, в суд {sent_at}][ — {decision}][, {decided_at}]",
        "{person}: {kind}[, to the court {sent_at}][ — {decision}][, {decided_at}]",
    ),
    sections=(REPRESENTATION, COURT, PAPER),
    columns=("person", "supervision", "kind", "sent_at", "court", "decision", "decided_at", "retry_from"),
    moment="sent_at",
    source=cc("83(5), 84"),
    steps=("P78",),
    signing=Signing("2026-1", by=("probation_officer",), countersigned_by=(("head", "approval"),)),
    purpose="execution_of_sentences",
)

TYPES = (VARIATION,)
