"""A further count of a charge: what the accused is said to have done under one more article (P27)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Gravity,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
)
from icjims_core.law.references import cc, cpc

# Fields read as the lines of a table.
# fmt: off
COUNT = Section("count", Label("Айыптын эпизоду", "Эпизод обвинения", "Count"), cpc("241(2)"))
_COUNT_FIELDS = COUNT.of(
    Field("charge", Kind.REF, Label("Айып", "Обвинение", "Charge"), required=True, target="charge",
        source=cpc("241(2)")),
    Field("article", Kind.CODE, Label("Берене", "Статья", "Article"), required=True, unit="qualification",
        codes="criminal_code_article", source=cpc("241(1)(3)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?", source=cpc("241(1)(3)")),
    Field("point", Kind.TEXT, Label("Пункту", "Пункт", "Point"), unit="qualification", max_length=20,
        source=cpc("241(1)(3)")),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part"), source=cc("19")),
    Field("description", Kind.RICH, Label("Ушул берене боюнча аракеттер", "Действия, вменяемые по этой статье",
        "Actions charged under this article"), max_length=50_000, searchable=True, source=cpc("241(2)")),
    Field("guilt_form", Kind.CODE, Label("Күнөөнүн формасы", "Форма вины", "Form of guilt"), codes="guilt_form",
        assertion=Assertion.ASSESSMENT, source=cpc("241(1)(2)")),
    Field("participation", Kind.CODE, Label("Катышуу формасы", "Форма участия", "Form of participation"),
        codes="participation_form", source=cc("40, 41")),
    Field("offence_stage", Kind.CODE, Label("Кылмыштын аякташы", "Стадия преступления", "Stage of the offence"),
        codes="offence_stage", source=cc("33–37")),
    Field("committed_at", Kind.TIMESTAMP, Label("Жасалган убакыт", "Время совершения", "Committed at"),
        not_future=True, source=cpc("241(1)(2)")),
    Field("committed_place", Kind.TEXT, Label("Жасалган жер", "Место совершения", "Place of the act"),
        max_length=500, source=cpc("241(1)(2)")),
    Field("ended_at", Kind.DATE, Label("Бул эпизод боюнча кыскартылды", "Прекращено по эпизоду",
        "This count was terminated on"), not_future=True, source=cpc("245(2)")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000),
)

CHARGE_COUNT = RecordType(
    "charge_count",
    1,
    Label("Айыптын эпизоду", "Эпизод обвинения", "Count of a charge"),
    Archetype.EVENT,
    _COUNT_FIELDS,
    roles=("investigator", "prosecutor", "head"),
    sentence=Label(
        "Айыптын эпизоду: КЖКнын {article#}-беренеси[, {part}-бөлүгү][: {description}]",
        "Эпизод обвинения: ст. {article#}[ ч. {part}] УК[: {description}]",
        "Count: art. {article#}[ part {part}] CC[: {description}]",
    ),
    sections=(COUNT,),
    columns=("charge", "article", "part", "committed_at", "ended_at"),
    source=cpc("241(2)"),
    steps=("P27",),
)

TYPES = (CHARGE_COUNT,)
