"""Receipt of the case by the court and the judge’s first decision on it (P55)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Label, Merge, RecordType, Section, Signing
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
RECEIPT = Section("receipt", Label("Иштин сотко түшүшү", "Поступление дела в суд", "Receipt by the court"), cpc("277"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("received_at", Kind.TIMESTAMP, Label("Иш сотко түштү", "Дело поступило в суд", "Case received at"),
        required=True, not_future=True, source=cpc("277(3)")),
    Field("court", Kind.TEXT, Label("Сот", "Суд", "Court"), max_length=200, searchable=True, source=cpc("277(2)(2)")),
    Field("court_number", Kind.TEXT, Label("Соттогу иштин номери", "Номер дела в суде", "Court registry number"),
        max_length=60, searchable=True,
        help=Label("Бул номер прокурордон өткөрүп берүүнү ырастайт.", "Этот номер подтверждает приём от прокурора.",
            "This number confirms the hand-over from the prosecutor.")),
    Field("judge", Kind.TEXT, Label("Судья", "Судья", "Judge"), unit="allocation", max_length=200,
        source=cpc("277(2)(2)")),
    Field("allocated_automatically", Kind.TRI, Label("Судья автоматтык түрдө бөлүштүрүлдү",
        "Судья определён автоматизированной системой", "Judge allocated by the automated system"), unit="allocation",
        source=cpc("29(1)")),
    Field("accused", Kind.REF, Label("Айыпталуучулар", "Обвиняемые", "Accused persons"), merge=Merge.SET,
        target="person"),
    Field("in_custody", Kind.REF, Label("Кармоодогу айыпталуучулар", "Обвиняемые под стражей", "Accused in custody"),
        merge=Merge.SET, target="person", source=cpc("303")),
    Field("volumes", Kind.INT, Label("Томдор", "Томов", "Volumes"), unit="case_file", minimum=0),
    Field("folios", Kind.INT, Label("Барактар", "Листов", "Folios"), unit="case_file", minimum=0),
)

DECISION = Section("decision", Label("Судьянын чечими", "Решение судьи", "Decision of the judge"), cpc("277, 278"))
_DECISION_FIELDS = DECISION.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling",
        codes="court_receipt_decision", source=cpc("277(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылды", "Решение принято", "Decided at"), unit="ruling",
        not_future=True, not_before="received_at", source=cpc("277(2)(1), 277(3)")),
    Field("reasons", Kind.RICH, Label("Чечимдин негиздери жана маңызы", "Основания и сущность решения",
        "Grounds and substance of the decision"), unit="ruling", max_length=20_000, source=cpc("277(2)(3)")),
    Field("return_grounds", Kind.CODE, Label("Прокурорго кайтаруунун негиздери", "Основания возвращения прокурору",
        "Grounds of return to the prosecutor"), merge=Merge.SET, codes="court_return_ground",
        required_when=Equals("decision", "returned_prosecutor"), source=cpc("278(1)")),
    Field("to_court", Kind.TEXT, Label("Кайсы сотко жөнөтүлдү", "В какой суд направлено", "To which court"),
        max_length=200, required_when=Equals("decision", "jurisdiction"), source=cpc("277(1)(2), 274(1)")),
    Field("joined_with", Kind.TEXT, Label("Кайсы иш менен бириктирилет", "С каким делом соединяется",
        "With which case joined"), max_length=100, required_when=Equals("decision", "joined"),
        source=cpc("277(1)(3)")),
    Field("preliminary_asked_at", Kind.TIMESTAMP, Label("Алдын ала угуу өтүнүчү", "Ходатайство о слушании",
        "Preliminary hearing asked at"), unit="preliminary_motion", not_future=True, source=cpc("279(2)")),
    Field("preliminary_asked_by", Kind.TEXT, Label("Ким суранды", "Кем заявлено", "Asked by"),
        unit="preliminary_motion", max_length=200, source=cpc("279(2)")),
    Field("preliminary_grounds", Kind.CODE, Label("Алдын ала угуунун негиздери", "Основания слушания",
        "Grounds of the preliminary hearing"), merge=Merge.SET, codes="preliminary_ground",
        required_when=Equals("decision", "preliminary_set"), source=cpc("279(1)")),
    Field("copies_sent_at", Kind.TIMESTAMP, Label("Көчүрмөлөрү тараптарга жөнөтүлдү", "Копии направлены сторонам",
        "Copies sent to the parties at"), not_future=True, source=cpc("278(2)"), stays_open=True),
    Field("sent_at", Kind.TIMESTAMP, Label("Иш жөнөтүлдү", "Дело направлено", "Case sent on at"), not_future=True,
        not_before="decided_at", source=cpc("277(1)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

COURT_RECEIPT = RecordType(
    "court_receipt",
    1,
    Label("Иштин сотко түшүшү", "Поступление дела в суд", "Receipt of the case by the court"),
    Archetype.ORDER,
    (*_RECEIPT_FIELDS, *_DECISION_FIELDS, *order_header("court_receipt")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "Иш сотко түштү: {received_at}[, {court}][, № {court_number}][ — {decision}]",
        "Дело поступило в суд: {received_at}[, {court}][, № {court_number}][ — {decision}]",
        "Case received by the court: {received_at}[, {court}][, no. {court_number}][ — {decision}]",
    ),
    sections=(RECEIPT, DECISION, HEADER),
    columns=("received_at", "court", "court_number", "judge", "decision", "decided_at", "sent_at"),
    moment="received_at",
    source=cpc("277, 278"),
    steps=("P55",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (COURT_RECEIPT,)
