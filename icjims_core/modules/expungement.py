"""The end of a criminal record: conviction, when the term began, ground, entry in the register (P83)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Field, Gravity, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cc

# Fields read as the lines of a table.
# fmt: off
CONVICTION = Section("conviction", Label("Соттуулук", "Судимость", "Conviction"), cc("95"))
_CONVICTION_FIELDS = CONVICTION.of(
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"),
        required=True, target="person"),
    Field("article", Kind.CODE,
        Label("Кылмыш-жаза кодексинин беренеси", "Статья УК", "Article of the Criminal Code"),
        unit="qualification", codes="criminal_code_article", source=cc("95(4)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part"), source=cc("95(4)")),
    Field("in_force_date", Kind.DATE,
        Label("Өкүм күчүнө кирген күн", "Приговор вступил в силу", "Verdict in force from"),
        not_future=True, source=cc("95(1)")),
    Field("child_at_crime", Kind.TRI,
        Label("Кылмыш он сегизге чейин жасалган", "Преступление совершено до 18 лет",
            "Under eighteen at the time of the crime"),
        help=Label("Мөөнөттөр эки эсе кыскарат.", "Сроки сокращаются наполовину.", "The terms are halved."),
        source=cc("113")),
    Field("served_on", Kind.DATE,
        Label("Жазаны өтөп бүткөн күн", "Наказание отбыто", "Punishment served on"), not_future=True,
        source=cc("95(4)")),
    Field("probation_ended_on", Kind.DATE,
        Label("Пробациялык көзөмөл аяктаган күн", "Надзор окончен", "Supervision ended on"),
        not_future=True, source=cc("95(3)")),
)

END = Section("end_part", Label("Жоюлушу", "Погашение", "Expungement"), cc("95"))
_END_FIELDS = END.of(
    Field("ground", Kind.CODE, Label("Негизи", "Основание", "Ground"), required=True,
        codes="expungement_ground", source=cc("95(2), 95(3), 95(4)")),
    Field("expunged_on", Kind.DATE,
        Label("Соттуулук жоюлган күн", "Судимость погашена", "Expunged on"), source=cc("95(4)")),
    Field("registered_on", Kind.DATE,
        Label("Соттолгондордун реестрине киргизилди", "Внесено в реестр осуждённых",
            "Entered in the register of convicted persons on"), not_future=True, source=cc("95(5)")),
    Field("exceptions", Kind.TEXT,
        Label("Мыйзамда калган чектөөлөр", "Ограничения, сохранённые законами", "Restrictions kept by other laws"),
        max_length=2_000, source=cc("95(6)")),
    Field("person_told_at", Kind.TIMESTAMP,
        Label("Адамга билдирилди", "Лицо уведомлено", "The person told at"), not_future=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

EXPUNGEMENT = RecordType(
    "expungement",
    1,
    Label("Соттуулуктун жоюлушу", "Погашение судимости", "End of the criminal record"),
    Archetype.EVENT,
    (*_CONVICTION_FIELDS, *_END_FIELDS),
    roles=("probation_officer", "penitentiary_officer", "court_clerk", "clerk", "head"),
    sentence=Label(
        "{person}: соттуулук жоюлду[ {expunged_on}] — {ground}",
        "{person}: судимость погашена[ {expunged_on}] — {ground}",
        "{person}: criminal record ended[ {expunged_on}] — {ground}",
    ),
    sections=(CONVICTION, END),
    columns=("person", "article", "part", "served_on", "probation_ended_on", "ground", "expunged_on"),
    moment="expunged_on",
    source=cc("95"),
    steps=("P83",),
    purpose="execution_of_sentences",
)

TYPES = (EXPUNGEMENT,)
