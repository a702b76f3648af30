"""Extension of the investigation: motion, level of the prosecutor, decision, the new end of the term (P44)."""

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
MOTION = Section("motion", Label("Узартуу жөнүндө өтүнүч", "Ходатайство о продлении", "Motion to extend"),
    cpc("162(4)"))
_MOTION_FIELDS = MOTION.of(
    Field("motion_at", Kind.TIMESTAMP, Label("Өтүнүч берилди", "Ходатайство подано", "Motion filed at"), required=True,
        not_future=True, source=cpc("162(4)"),
        help=Label("Мөөнөт бүткөнгө чейин 7 суткадан кечиктирбестен.", "Не позднее 7 суток до истечения срока.",
            "Not later than 7 days before the term ends.")),
    Field("current_until", Kind.DATE, Label("Азыркы мөөнөттүн аягы", "Окончание текущего срока", "Current term ends"),
        required=True, source=cpc("162(1)")),
    Field("prosecutor_level", Kind.CODE, Label("Узартуучу прокурордун деңгээли", "Уровень прокурора",
        "Level of the prosecutor"), unit="request", codes="prosecutor_level", source=cpc("162(4), 162(5)")),
    Field("requested_until", Kind.DATE, Label("Качанга чейин узартуу суралат", "Просят продлить до",
        "Asked to extend until"), unit="request", not_before="current_until", source=cpc("162(4)")),
    Field("reasons", Kind.RICH, Label("Узартуунун жүйөлөрү", "Мотивы продления", "Reasons for the extension"),
        max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("162(4)")),
    Field("special_complexity", Kind.TRI, Label("Иш өзгөчө татаал", "Дело представляет особую сложность",
        "Case of special complexity"), assertion=Assertion.ASSESSMENT, source=cpc("162(5)")),
    Field("exceptional", Kind.RICH, Label("Өзгөчө учурдун негиздемеси", "Обоснование исключительного случая",
        "Why the case is exceptional"), max_length=10_000, assertion=Assertion.ASSESSMENT,
        required_when=OneOf("prosecutor_level", ("general",)), source=cpc("162(5)")),
)

DECISION = Section("decision", Label("Прокурордун чечими", "Решение прокурора", "Decision of the prosecutor"),
    cpc("162(4), 162(5)"))
_DECISION_FIELDS = DECISION.of(
    Field("received_at", Kind.TIMESTAMP, Label("Прокурорго келип түштү", "Поступило прокурору",
        "Received by the prosecutor at"), not_future=True, stays_open=True),
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="ruling", codes="extension_decision",
        source=cpc("162(4)"), stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим кабыл алынды", "Решение принято", "Decided at"), unit="ruling",
        not_future=True, stays_open=True),
    Field("decided_by", Kind.TEXT, Label("Ким чечти (кызматы, аты-жөнү)", "Кем принято (должность, ФИО)",
        "Decided by (post, name)"), unit="ruling", max_length=300, stays_open=True),
    Field("extended_until", Kind.DATE, Label("Узартылган мөөнөттүн аягы", "Срок продлён до", "Extended until"),
        unit="ruling", not_before="current_until", required_when=OneOf("decision", ("granted", "shorter")),
        source=cpc("162(4), 162(5)"), stays_open=True),
    Field("refusal_reasons", Kind.RICH, Label("Баш тартуунун жүйөлөрү", "Мотивы отказа", "Reasons for the refusal"),
        unit="ruling", max_length=10_000, required_when=OneOf("decision", ("refused", "shorter")),
        assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("register_entered_at", Kind.TIMESTAMP, Label("Реестрге киргизилди", "Внесено в Единый реестр",
        "Entered in the Register at"), not_future=True, source=cpc("162(4)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

TERM_EXTENSION = RecordType(
    "term_extension",
    1,
    Label("Тергөөнүн мөөнөтүн узартуу", "Продление срока следствия", "Extension of the investigation"),
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_DECISION_FIELDS,
        *order_header("term_extension")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Тергөөнүн мөөнөтүн узартуу: {current_until} күнүнөн[ {extended_until} күнүнө чейин][ — {decision}]",
        "Продление срока следствия с {current_until}[ до {extended_until}][ — {decision}]",
        "Extension of the investigation from {current_until}[ to {extended_until}][ — {decision}]",
    ),
    sections=(MOTION, DECISION, HEADER),
    columns=("motion_at", "current_until", "prosecutor_level", "requested_until", "decision", "decided_at",
        "extended_until"),
    moment="motion_at",
    source=cpc("162"),
    steps=("P44",),
    signing=Signing("2026-1", ("investigator",), (("prosecutor", "prosecutor_approval"),)),
)

TYPES = (TERM_EXTENSION,)
