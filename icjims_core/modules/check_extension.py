"""Extension of the pre-investigation check (P05)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Label,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off

ORDER = Section("order", Label("Узартуу токтому", "Постановление о продлении", "Order of extension"), cpc("153(3)"))
_ORDER_FIELDS = ORDER.of(
    Field("reason", Kind.CODE, Label("Узартуунун негизи", "Основание продления", "Ground of the extension"),
        required=True, codes="check_extension_reason", source=cpc("153(3)(1), 153(3)(2)")),
    Field("ordered_at", Kind.TIMESTAMP, Label("Токтом чыгарылды", "Постановление вынесено", "Order made at"),
        required=True, not_future=True, source=cpc("153(3)")),
    Field("reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), max_length=20_000,
        assertion=Assertion.ASSESSMENT, source=cpc("153(3)")),
    Field("done_so_far", Kind.RICH, Label("Аткарылган текшерүү аракеттери", "Что сделано при проверке",
        "What the check has done so far"), max_length=20_000),
    Field("new_term_until", Kind.DATE, Label("Текшерүү качанга чейин узартылат", "Срок проверки продлевается до",
        "Check extended until"), not_before="ordered_at", source=cpc("153(3)")),
)

CONSENT = Section("consent", Label("Прокурордун чечими", "Решение прокурора", "Decision of the prosecutor"),
    cpc("153(3)"))
_CONSENT_FIELDS = CONSENT.of(
    Field("prosecutor_consent", Kind.TRI, Label("Прокурор узартты", "Прокурор продлил срок",
        "Extended by the prosecutor"), unit="prosecutor_decision", source=cpc("153(3)"), stays_open=True),
    Field("prosecutor_name", Kind.TEXT, Label("Прокурор", "Прокурор", "Prosecutor"), unit="prosecutor_decision",
        max_length=200, stays_open=True),
    Field("decided_at", Kind.TIMESTAMP, Label("Прокурор чечкен убакыт", "Время решения прокурора",
        "Prosecutor decided at"), unit="prosecutor_decision", not_future=True, not_before="ordered_at",
        stays_open=True),
    Field("refusal_reasons", Kind.RICH, Label("Баш тартуунун жүйөлөрү", "Мотивы отказа", "Reasons of the refusal"),
        max_length=10_000, required_when=Equals("prosecutor_consent", "no"), assertion=Assertion.ASSESSMENT,
        stays_open=True),
    Field("applicant_told_at", Kind.TIMESTAMP, Label("Арыз ээсине билдирилди", "Заявитель извещён",
        "Applicant told at"), not_future=True, stays_open=True),
)

CHECK_EXTENSION = RecordType(
    "check_extension",
    1,
    Label("Текшерүү мөөнөтүн узартуу", "Продление срока проверки", "Extension of the check"),
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_CONSENT_FIELDS, *header("check_extension")),
    roles=("investigator", "inquiry_officer", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Текшерүү мөөнөтү узартылууда: {reason}[, {new_term_until} чейин][; прокурордун макулдугу: "
        "{prosecutor_consent}]",
        "Продление срока проверки: {reason}[, до {new_term_until}][; согласие прокурора: {prosecutor_consent}]",
        "Extension of the check: {reason}[, until {new_term_until}][; consent of the prosecutor: "
        "{prosecutor_consent}]",
    ),
    sections=(ORDER, CONSENT, HEADER),
    columns=("reason", "ordered_at", "new_term_until", "prosecutor_consent", "decided_at"),
    moment="ordered_at",
    source=cpc("153(3)"),
    steps=("P04", "P05"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer"), (("prosecutor", "consent"),)),
)

TYPES = (CHECK_EXTENSION,)
