"""The receipt that completes a hand-over, given by the body that received (P08, P54)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, Merge, OneOf, RecordType, Section

# Fields read as the lines of a table.
# fmt: off

RECEIPT = Section("receipt", Label("Алуу", "Получение", "Receipt"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("handover", Kind.REF, Label("Кайсы жөнөтүү", "Какая передача", "Which hand-over"), required=True,
        target="handover"),
    Field("received_at", Kind.TIMESTAMP, Label("Алынган убакыт", "Время получения", "Received at"), required=True,
        not_future=True),
    Field("received_by", Kind.TEXT, Label("Ким алды (кызматы)", "Кем получено (должность)", "Received by (post)"),
        required=True, max_length=200),
    Field("receiver_number", Kind.TEXT, Label("Алган органдын номери", "Номер получателя (входящий, канцелярии)",
        "Number given by the receiver"), max_length=60, searchable=True),
    Field("receiver_office", Kind.TEXT, Label("Алган орган (коду)", "Принявший орган (код)",
        "Receiving office (code)"), max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office"),
)

CHECK = Section("check", Label("Текшерүү", "Проверка полученного", "Check of what came"))
_CHECK_FIELDS = CHECK.of(
    Field("complete", Kind.TRI, Label("Тизме боюнча толук", "Соответствует описи", "Complete by the inventory"),
        unit="completeness"),
    Field("discrepancies", Kind.RICH, Label("Айырмачылыктар", "Расхождения", "Discrepancies"), unit="completeness",
        max_length=20_000, required_when=OneOf("complete", ("no",))),
    Field("volumes", Kind.INT, Label("Алынган томдор", "Получено томов", "Volumes received"), unit="extent",
        minimum=0, maximum=10_000),
    Field("folios", Kind.INT, Label("Алынган барактар", "Получено листов", "Folios received"), unit="extent",
        minimum=0, maximum=1_000_000),
    Field("accepted", Kind.TRI, Label("Өндүрүшкө кабыл алынды", "Принято к производству", "Accepted"),
        unit="acceptance"),
    Field("returned_reason", Kind.RICH, Label("Кайтаруунун себеби", "Причина возврата", "Reason of the return"),
        unit="acceptance", max_length=10_000, required_when=OneOf("accepted", ("no",))),
    Field("scan", Kind.FILE, Label("Тилкаттын сүрөтү", "Скан расписки", "Scan of the signed receipt"),
        merge=Merge.SET),
    Field("remarks", Kind.TEXT, Label("Эскертүүлөр", "Замечания", "Remarks"), merge=Merge.APPEND, max_length=4_000),
)

HANDOVER_RECEIPT = RecordType(
    "handover_receipt",
    1,
    Label("Алгандыгы жөнүндө ырастоо", "Подтверждение получения", "Receipt of a hand-over"),
    Archetype.EVENT,
    (*_RECEIPT_FIELDS, *_CHECK_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "court_clerk", "judge",
        "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "Алынды: {received_at}, {received_by}[, № {receiver_number}][; тизме боюнча толук: {complete}]",
        "Получено: {received_at}, {received_by}[, № {receiver_number}][; по описи полностью: {complete}]",
        "Received {received_at}, {received_by}[, No. {receiver_number}][; complete by the inventory: {complete}]",
    ),
    sections=(RECEIPT, CHECK),
    columns=("handover", "received_at", "received_by", "receiver_number", "complete", "accepted"),
    moment="received_at",
    steps=("P08", "P54", "P64", "P76"),
)

TYPES = (HANDOVER_RECEIPT,)
