"""Verification of testimony on the spot and investigative experiment (P39)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
SUBJECT = Section("subject", Label("Эмне текшерилет", "Что проверяется", "What is verified"), cpc("215–218"))
_SUBJECT_FIELDS = SUBJECT.of(
    Field("kind", Kind.CODE, Label("Аракеттин түрү", "Вид действия", "Kind of action"), required=True,
        codes="verification_kind", source=cpc("215, 217")),
    Field("person", Kind.REF, Label("Кимдин көрсөтмөсү", "Чьи показания", "Whose testimony"), target="person",
        required_when=Equals("kind", "on_spot"), source=cpc("215(1), 215(3)")),
    Field("capacity", Kind.CODE, Label("Абалы", "Процессуальное положение", "Capacity"),
        codes="interrogation_capacity", source=cpc("215(1)")),
    Field("interrogated", Kind.REF, Label("Мурунку суракка алуу", "Предшествующий допрос",
        "Interrogation before"), target="interrogation", required_when=Equals("kind", "on_spot"),
        source=cpc("216(1)")),
    Field("purpose", Kind.RICH, Label("Максаты", "Цель", "Purpose"), max_length=5_000,
        source=cpc("216(7), 218(3)")),
    Field("voluntary", Kind.TRI, Label("Ыктыярдуу катышты", "Участие добровольное", "Took part voluntarily"),
        source=cpc("216(7)")),
    Field("rights_explained", Kind.TRI, Label("Укуктары жана тартиби түшүндүрүлдү", "Права и порядок разъяснены",
        "Rights and procedure explained"), source=cpc("216(2), 218(2)")),
    Field("liability_warned", Kind.TRI, Label("Жалган көрсөтмө үчүн жоопкерчилик эскертилди",
        "Предупреждён об ответственности за ложные показания", "Warned of liability for false testimony"),
        source=cpc("216(2)")),
    Field("lawyers", Kind.TEXT, Label("Адвокаттар жана өкүлдөр", "Адвокаты и представители",
        "Lawyers and representatives"), merge=Merge.SET, max_length=200, source=cpc("215(4), 217(4)")),
    Field("specialists", Kind.TEXT, Label("Адистер, эксперттер, педагог", "Специалисты, эксперты, педагог",
        "Specialists, experts, pedagogue"), merge=Merge.SET, max_length=300, source=cpc("215(4), 217(3), 217(4)")),
    Field("danger_assessed", Kind.TRI, Label("Өмүргө, ден соолукка, ар-намыска коркунуч жок",
        "Опасности для жизни, здоровья, чести нет", "No danger to life, health or dignity"),
        assertion=Assertion.ASSESSMENT, source=cpc("216(5), 217(5), 218(4)")),
)

SPOT = Section("spot", Label("Жол жана жер", "Маршрут и место", "Route and place"), cpc("216(3), 216(7)"))
_SPOT_FIELDS = SPOT.of(
    Field("start_point", Kind.TEXT, Label("Баштоо чекити", "Исходная точка", "Starting point"), max_length=500,
        source=cpc("216(7)")),
    Field("route", Kind.RICH, Label("Жүрүү ыкмасы жана маршруту", "Способ передвижения и маршрут",
        "Way of moving and route"), max_length=10_000, source=cpc("216(7)")),
    Field("end_point", Kind.TEXT, Label("Акыркы пункт", "Конечный пункт", "End point"), max_length=500,
        source=cpc("216(7)")),
    Field("free_choice", Kind.TRI, Label("Багытты адам өзү тандады", "Направление выбирало само лицо",
        "The person chose the way"), source=cpc("216(3)")),
)

EXPERIMENT = Section("experiment", Label("Эксперимент", "Эксперимент", "Experiment"), cpc("217, 218"))
_EXPERIMENT_FIELDS = EXPERIMENT.of(
    Field("conditions", Kind.RICH, Label("Шарттары", "Условия", "Conditions"), max_length=10_000,
        required_when=Equals("kind", "experiment"), source=cpc("217(6), 218(3)")),
    Field("reconstructed", Kind.TEXT, Label("Абал кайра түзүлдүбү", "Подвергалась ли обстановка реконструкции",
        "Whether the scene was reconstructed"), max_length=1_000, source=cpc("218(1)(3), 218(3)")),
    Field("things_used", Kind.TEXT, Label("Колдонулган предметтер", "Использованные предметы", "Things used"),
        merge=Merge.SET, max_length=300, source=cpc("218(3)")),
    Field("repetitions", Kind.INT, Label("Кайталоолордун саны", "Число опытов", "Number of repetitions"),
        minimum=1, maximum=100, source=cpc("217(2)")),
)

RESULT = Section("result", Label("Жүрүшү жана жыйынтыгы", "Ход и результаты", "Course and result"),
    cpc("216(7), 218(3)"))
_RESULT_FIELDS = RESULT.of(
    Field("content", Kind.RICH, Label("Көрсөтмөлөр жана аракеттер", "Показания и действия",
        "Statements and actions"), searchable=True, source=cpc("216(7), 218(3)")),
    Field("found", Kind.RICH, Label("Табылган нерселер", "Обнаруженное", "Things found"), max_length=10_000,
        source=cpc("216(4), 216(7)")),
    Field("items", Kind.REF, Label("Алынган далилдер", "Изъятые предметы", "Things taken"), merge=Merge.SET,
        target="evidence", source=cpc("216(4)"), stays_open=True),
    Field("outcome", Kind.CODE, Label("Жыйынтык", "Результат", "Result"), codes="verification_result",
        assertion=Assertion.ASSESSMENT),
    Field("photos", Kind.FILE, Label("Сүрөттөр", "Фотоснимки", "Photographs"), merge=Merge.SET,
        source=cpc("216(6), 217(7)")),
    Field("plan", Kind.FILE, Label("План, схема", "План, схема", "Plan or scheme"), merge=Merge.SET,
        source=cpc("216(6), 217(7)")),
)

VERIFICATION = RecordType(
    "verification",
    1,
    Label("Көрсөтмөлөрдү текшерүү, эксперимент", "Проверка показаний, эксперимент", "Verification or experiment"),
    Archetype.EVENT,
    (*_SUBJECT_FIELDS, *_SPOT_FIELDS, *_EXPERIMENT_FIELDS, *_RESULT_FIELDS, *recording(), *challenge(),
        *header("verification")),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sentence=Label(
        "{kind}[: {person}][, {started_at}][, {place}][ — {outcome}]",
        "{kind}[: {person}][, {started_at}][, {place}][ — {outcome}]",
        "{kind}[: {person}][, {started_at}][, {place}][ — {outcome}]",
    ),
    sections=(SUBJECT, SPOT, EXPERIMENT, RESULT, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "person", "started_at", "place", "outcome"),
    moment="started_at",
    source=cpc("215–218"),
    steps=("P39",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (VERIFICATION,)
