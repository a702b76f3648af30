"""Assessment of risks and needs by an instrument: an entry per domain, the stated level, the client's view (P69)."""

from __future__ import annotations

import re
from typing import Final

from icjims_core.declarations.paper_header import PAPER, paper
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
    Source,
)
from icjims_core.instruments import Domain, instrument
from icjims_core.law.references import pec

INSTRUMENT: Final = instrument("structured_judgement")
"""The instrument whose domains the form has; its file is where a lawyer or a psychologist corrects the texts."""
_EDITIONS: Final = ", ".join(INSTRUMENT.editions)

# Fields read as the lines of a table.
# fmt: off
START = Section("start", Label("Баалоо", "Оценка", "Assessment"), pec("165(1)(3)"))
_START_FIELDS = START.of(
    Field("person", Kind.REF, Label("Пробациянын кардары", "Клиент пробации", "Probation client"),
        required=True, target="person"),
    Field("supervision", Kind.REF,
        Label("Пробациялык көзөмөл", "Пробационный надзор", "Probation supervision"),
        target="supervision"),
    Field("instrument", Kind.CODE, Label("Колдонулган курал", "Инструмент оценки", "Instrument"),
        required=True, unit="instrument_used", codes="assessment_instrument"),
    Field("instrument_edition", Kind.TEXT,
        Label("Куралдын редакциясы", "Редакция инструмента", "Edition of the instrument"), required=True,
        unit="instrument_used", max_length=40, pattern="|".join(map(re.escape, INSTRUMENT.editions)),
        help=Label(f"Бар редакциялар: {_EDITIONS}.", f"Существующие редакции: {_EDITIONS}.",
            f"Editions that exist: {_EDITIONS}.")),
    Field("occasion", Kind.CODE, Label("Эмне үчүн", "Повод оценки", "Occasion"),
        codes="assessment_occasion"),
    Field("assessed_at", Kind.TIMESTAMP, Label("Бааланган убакыт", "Время оценки", "Assessed at"),
        not_future=True),
    Field("assessor", Kind.TEXT, Label("Баалаган адам", "Кто оценивал", "Assessor"), max_length=200),
    Field("sources", Kind.CODE,
        Label("Маалыматтын булактары", "Источники сведений", "Sources of information"),
        merge=Merge.SET, codes="information_source", source=pec("165(1)(3)")),
    Field("consent", Kind.TRI,
        Label("Кардар сүйлөшүүгө макул болду", "Клиент согласился на беседу", "The client agreed to talk")),
)


def _section(domain: Domain) -> Section:
    return Section(domain.code, domain.label, pec("165(1)(3)"))


def _entry(domain: Domain) -> tuple[Field, ...]:
    """How a domain is rated, on what facts, and what the officer thinks of it; all three conflict as one."""
    name, unit = domain.code, f"{domain.code}_entry"
    hidden = Sensitivity.SPECIAL_CATEGORY if domain.special else Sensitivity.ORDINARY
    stated = OneOf(f"{name}_rating", ("strength", "some_concern", "serious_concern"))
    ky, ru, en = domain.label
    return _section(domain).of(
        Field(f"{name}_rating", Kind.CODE,
            Label(f"{ky}: баа", f"{ru}: оценка", f"{en}: rating"), unit=unit, codes=INSTRUMENT.ratings,
            help=domain.help(), sensitivity=hidden, assertion=Assertion.ASSESSMENT),
        Field(f"{name}_facts", Kind.RICH,
            Label(f"{ky}: фактылар жана булагы", f"{ru}: факты и их источник", f"{en}: facts and their source"),
            unit=unit, required_when=stated, max_length=10_000, sensitivity=hidden),
        Field(f"{name}_opinion", Kind.RICH,
            Label(f"{ky}: кызматкердин пикири", f"{ru}: мнение сотрудника", f"{en}: the officer’s opinion"),
            unit=unit, max_length=10_000, sensitivity=hidden, assertion=Assertion.ASSESSMENT),
    )


JUDGEMENT = Section("judgement", Label("Жалпы ой", "Общее суждение", "Judgement"), pec("165(1)(3)"))
_JUDGEMENT_FIELDS = JUDGEMENT.of(
    Field("level", Kind.CODE,
        Label("Кызматкер белгилеген деңгээл", "Уровень, определённый сотрудником", "Level stated by the officer"),
        unit="stated_level", codes=INSTRUMENT.levels, assertion=Assertion.ASSESSMENT,
        help=Label("Деңгээлди кызматкер өзү белгилейт: программа эсептебейт.",
            "Уровень определяет сам сотрудник: программа его не вычисляет.",
            "The officer states the level: the program does not work it out.")),
    Field("reasons", Kind.RICH,
        Label("Деңгээлдин негиздемеси", "Обоснование уровня", "Reasons of the level"), unit="stated_level",
        required_when=Filled("level"), max_length=20_000, assertion=Assertion.ASSESSMENT),
    Field("client_view", Kind.RICH,
        Label("Кардардын өз пикири", "Мнение клиента", "The client’s own view"), max_length=10_000,
        source=Source("European Probation Rules", "66–71")),
    Field("client_view_missing", Kind.TEXT,
        Label("Кардардын пикири эмне үчүн жок", "Почему нет мнения клиента", "Why the client’s view is missing"),
        max_length=1_000, required_when=AllOf((Filled("level"), Blank("client_view")))),
    Field("override_level", Kind.CODE,
        Label("Жетекчи белгилеген башка деңгээл", "Иной уровень, определённый руководителем",
            "Another level stated by the head"), unit="override", codes=INSTRUMENT.levels,
        assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("override_reasons", Kind.RICH,
        Label("Башка деңгээлдин негиздемеси", "Обоснование иного уровня", "Reasons of the other level"),
        unit="override", required_when=Filled("override_level"), max_length=10_000,
        assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("override_by", Kind.TEXT,
        Label("Ким өзгөрттү", "Кем определён иной уровень", "Who stated the other level"), unit="override",
        required_when=Filled("override_level"), max_length=200, stays_open=True),
    Field("review_on", Kind.DATE, Label("Кайра бааланчу күн", "Дата пересмотра", "Review on"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

RISK_ASSESSMENT = RecordType(
    "risk_assessment",
    1,
    Label("Тобокелдикти жана муктаждыктарды баалоо", "Оценка рисков и потребностей",
        "Assessment of risks and needs"),
    Archetype.ORDER,
    (
        *_START_FIELDS,
        *(field for domain in INSTRUMENT.domains for field in _entry(domain)),
        *_JUDGEMENT_FIELDS,
        *paper("risk_assessment"),
    ),
    roles=("probation_officer", "head"),
    sentence=Label(
        "{person}: тобокелдикти баалоо[, {occasion}][, {assessed_at}]",
        "{person}: оценка рисков и потребностей[, {occasion}][, {assessed_at}]",
        "{person}: assessment of risks and needs[, {occasion}][, {assessed_at}]",
    ),
    sections=(START, *(_section(each) for each in INSTRUMENT.domains), JUDGEMENT, PAPER),
    columns=("person", "supervision", "instrument", "instrument_edition", "occasion", "assessed_at", "level",
        "override_level", "review_on"),
    moment="assessed_at",
    source=pec("165(1)(3)"),
    steps=("P69",),
    signing=Signing("2026-1", by=("probation_officer",)),
    purpose="execution_of_sentences",
)

TYPES = (RISK_ASSESSMENT,)
