"""Who stands in for an officer, from when to when, in which cases."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Kind, Label, Merge, RecordType, Section

# Fields read as the lines of a table.
# fmt: off

OFFICERS = Section("officers", Label("Ким кимдин ордунда", "Кто кого замещает", "Who stands in for whom"))
_OFFICERS_FIELDS = OFFICERS.of(
    Field("officer", Kind.TEXT, Label("Орду басылган кызматкер (аты программада)", "Замещаемый (имя в программе)",
        "Officer substituted (login)"), required=True, max_length=100, searchable=True),
    Field("substitute", Kind.TEXT, Label("Ордун баскан кызматкер (аты программада)", "Замещающий (имя в программе)",
        "Substitute (login)"), required=True, max_length=100, searchable=True),
    Field("reason", Kind.CODE, Label("Себеби", "Причина", "Reason"), codes="substitution_reason"),
)

PERIOD = Section("period", Label("Мөөнөтү жана иштер", "Период и дела", "Period and cases"))
_PERIOD_FIELDS = PERIOD.of(
    Field("valid_from", Kind.TIMESTAMP, Label("Качантан", "С какого времени", "From"), required=True, unit="period_of"),
    Field("valid_until", Kind.TIMESTAMP, Label("Качанга чейин", "До какого времени", "Until"), unit="period_of",
        not_before="valid_from"),
    Field("all_cases", Kind.BOOL, Label("Бардык иштери", "Все дела", "All cases")),
    Field("cases", Kind.REF, Label("Иштер", "Дела", "Cases"), merge=Merge.SET, target="case",
        required_when=Equals("all_cases", value=False)),
)

ORDER = Section("order", Label("Буйрук", "Приказ", "Order"))
_ORDER_FIELDS = ORDER.of(
    Field("order_number", Kind.TEXT, Label("Буйруктун номери", "Номер приказа", "Number of the order"),
        unit="ordered", max_length=60),
    Field("ordered_at", Kind.DATE, Label("Буйруктун күнү", "Дата приказа", "Date of the order"), unit="ordered"),
    Field("ordered_by", Kind.TEXT, Label("Ким буйруду", "Кем издан", "Ordered by"), unit="ordered", max_length=200),
    Field("cases_passed", Kind.TRI, Label("Иштер актысы менен өткөрүлдү", "Дела переданы по акту",
        "Cases passed over by an act")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000),
)

SUBSTITUTION = RecordType(
    "substitution",
    1,
    Label("Ордун басуу", "Замещение", "Substitution"),
    Archetype.ORDER,
    (*_OFFICERS_FIELDS, *_PERIOD_FIELDS, *_ORDER_FIELDS),
    roles=("head", "prosecutor", "clerk", "administrator"),
    sentence=Label(
        "{officer} ордуна {substitute}, {valid_from}[ — {valid_until}][, {reason}]",
        "{officer}: замещает {substitute}, с {valid_from}[ по {valid_until}][, {reason}]",
        "{substitute} stands in for {officer} from {valid_from}[ until {valid_until}][, {reason}]",
    ),
    sections=(OFFICERS, PERIOD, ORDER),
    columns=("officer", "substitute", "valid_from", "valid_until", "all_cases", "reason"),
    moment="valid_from",
    in_case=False,
    purpose="office_work",
)

TYPES = (SUBSTITUTION,)
