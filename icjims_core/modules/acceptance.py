"""Taking a case into one's hands, alone or as an investigative group (P10)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
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

OFFICER = Section("officer", Label("Ишти алган тергөөчү", "Следователь, принявший дело", "Officer in charge"),
    cpc("157, 161"))
_OFFICER_FIELDS = OFFICER.of(
    Field("kind", Kind.CODE, Label("Кандай кабыл алынды", "Вид принятия", "How it is taken"), required=True,
        codes="acceptance_kind", source=cpc("157(1), 161(2), 163(1)")),
    Field("officer", Kind.TEXT, Label("Тергөөчү же топтун жетекчиси", "Следователь или руководитель группы",
        "Investigator, or leader of the group"), required=True, unit="in_charge", max_length=200, searchable=True,
        source=cpc("157(1)(1), 163(1)")),
    Field("post", Kind.TEXT, Label("Кызматы, наамы", "Должность, звание", "Post and rank"), unit="in_charge",
        max_length=200),
    Field("login", Kind.TEXT, Label("Программадагы аты", "Имя в программе", "Login"), unit="in_charge",
        max_length=100),
    Field("accepted_at", Kind.TIMESTAMP, Label("Качантан", "Принято с", "In charge from"), required=True,
        not_future=True, source=cpc("161(2)")),
    Field("until", Kind.TIMESTAMP, Label("Качанга чейин", "В производстве до", "In charge until"), unit="ended",
        not_future=True, not_before="accepted_at", stays_open=True),
    Field("end_reason", Kind.CODE, Label("Алмаштыруунун себеби", "Причина смены", "Reason of the change"),
        unit="ended", codes="acceptance_reason", stays_open=True),
    Field("reason", Kind.CODE, Label("Кабыл алуунун себеби", "Основание принятия", "Reason of the acceptance"),
        codes="acceptance_reason", source=cpc("69, 157, 163(1)")),
    Field("previous_officer", Kind.TEXT, Label("Мурдагы тергөөчү", "Прежний следователь", "Previous officer"),
        max_length=200),
    Field("workload", Kind.INT, Label("Ушул учурда өндүрүшүндөгү иштер", "Дел в производстве на этот момент",
        "Cases in hand at this time"), minimum=0, maximum=10_000),
)

GROUP = Section("group", Label("Тергөө тобу", "Следственная группа", "Investigative group"), cpc("163"))
_GROUP_FIELDS = GROUP.of(
    Field("members", Kind.TEXT, Label("Топтун мүчөлөрү", "Члены группы", "Members of the group"), merge=Merge.SET,
        max_length=200, required_when=OneOf("kind", ("group", "group_change")), source=cpc("163(1)")),
    Field("order_number", Kind.TEXT, Label("Токтомдун номери", "Номер постановления", "Number of the order"),
        unit="group_order", max_length=60),
    Field("ordered_at", Kind.TIMESTAMP, Label("Токтом чыгарылды", "Постановление вынесено", "Order made at"),
        unit="group_order", not_future=True, required_when=Equals("kind", "group"), source=cpc("163(1)")),
    Field("ordered_by", Kind.TEXT, Label("Прокурор же тергөө бөлүмүнүн жетекчиси",
        "Прокурор или руководитель следственного подразделения", "Prosecutor or head of the unit"),
        unit="group_order", max_length=200, source=cpc("163(1)")),
    Field("copies_served_at", Kind.TIMESTAMP, Label("Көчүрмөлөр тараптарга берилди", "Копии предоставлены сторонам",
        "Copies given to the parties at"), not_future=True, source=cpc("163(2)"), stays_open=True),
    Field("recusal_explained", Kind.TRI, Label("Четтетүү укугу түшүндүрүлдү", "Право на отвод разъяснено",
        "Right of recusal explained"), source=cpc("163(2)"), stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү прокурорго жөнөтүлдү",
        "Копия направлена прокурору", "Copy sent to the prosecutor at"), not_future=True, source=cpc("161(2)"),
        stays_open=True),
)

ACCEPTANCE = RecordType(
    "acceptance",
    1,
    Label("Өндүрүшкө кабыл алуу", "Принятие к производству", "Taking the case"),
    Archetype.ORDER,
    (*_OFFICER_FIELDS, *_GROUP_FIELDS, *header("acceptance")),
    roles=("investigator", "inquiry_officer", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Өндүрүшкө алды: {officer}, {accepted_at}[, {kind}][; {until} чейин]",
        "Принял(а) к производству: {officer}, {accepted_at}[, {kind}][; до {until}]",
        "Taken by {officer} {accepted_at}[, {kind}][; until {until}]",
    ),
    sections=(OFFICER, GROUP, HEADER),
    columns=("officer", "login", "kind", "accepted_at", "until", "reason"),
    moment="accepted_at",
    source=cpc("157, 161, 163"),
    steps=("P10",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor", "head")),
)

TYPES = (ACCEPTANCE,)
