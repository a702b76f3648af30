"""One count of a verdict: the charge, the finding, the article found, the punishment for it (P60)."""

from __future__ import annotations

from icjims_core.declarations.schema import Archetype, Equals, Field, Gravity, Kind, Label, Merge, RecordType, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
CHARGE = Section("charge", Label("Айыптоо", "Обвинение", "Charge"), cpc("346(2)"))
_CHARGE_FIELDS = CHARGE.of(
    Field("verdict", Kind.REF, Label("Өкүм", "Приговор", "Verdict"), required=True, target="verdict"),
    Field("count_number", Kind.INT, Label("Эпизоддун номери", "Номер эпизода", "Number of the count"), minimum=1),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person",
        source=cpc("346(3)")),
    Field("article", Kind.CODE, Label("Айыптоонун беренеси", "Статья обвинения", "Article charged"), required=True,
        unit="charged", codes="criminal_code_article", source=cpc("352(5)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="charged", max_length=4,
        pattern=r"[1-9](-[1-9])?", source=cpc("352(5)")),
    Field("point", Kind.TEXT, Label("Пункту", "Пункт", "Point"), unit="charged", max_length=20, source=cpc("352(5)")),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part")),
    Field("completion", Kind.CODE, Label("Кылмыштын стадиясы", "Стадия преступления", "Stage of the crime"),
        codes="completion"),
)

FINDING = Section("finding", Label("Соттун чечими", "Решение суда", "Finding"), cpc("346, 354"))
_FINDING_FIELDS = FINDING.of(
    Field("finding", Kind.CODE, Label("Эпизод боюнча чечим", "Решение по эпизоду", "Finding on the count"),
        required=True, codes="count_finding", source=cpc("346(1), 354(2)")),
    Field("found_article", Kind.CODE, Label("Кайсы берене боюнча күнөөлүү", "Статья, по которой признан виновным",
        "Article found"), unit="found", codes="criminal_code_article",
        required_when=Equals("finding", "reclassified"), source=cpc("354(1)(3)")),
    Field("found_part", Kind.TEXT, Label("Бөлүгү, сот боюнча", "Часть по приговору", "Part found"), unit="found",
        max_length=4, pattern=r"[1-9](-[1-9])?", source=cpc("354(1)(3)")),
    Field("found_point", Kind.TEXT, Label("Пункту, сот боюнча", "Пункт по приговору", "Point found"), unit="found",
        max_length=20, source=cpc("354(1)(3)")),
    Field("found_gravity", Kind.CODE, Label("Оордугу, сот боюнча", "Тяжесть по приговору", "Gravity found"),
        codes="gravity", derived=Gravity("found_article", "found_part")),
    Field("acquittal_ground", Kind.CODE, Label("Актоонун негизи", "Основание оправдания", "Ground of acquittal"),
        codes="acquittal_ground", required_when=Equals("finding", "acquitted"), source=cpc("350(1)")),
    Field("termination_ground", Kind.CODE, Label("Кыскартуунун негизи", "Основание прекращения",
        "Ground of termination"), codes="exclusion_ground", required_when=Equals("finding", "terminated"),
        source=cpc("302")),
    Field("role_in_crime", Kind.RICH, Label("Кылмыштагы ролу жана катышуу даражасы", "Роль и степень участия",
        "Role and degree of participation"), max_length=5_000, source=cpc("346(3)")),
)

PUNISHMENT = Section("punishment", Label("Эпизод үчүн жаза", "Наказание за преступление", "Punishment"),
    cpc("354(1)(4)"))
_PUNISHMENT_FIELDS = PUNISHMENT.of(
    Field("punishment", Kind.CODE, Label("Жазанын түрү", "Вид наказания", "Kind of punishment"),
        unit="count_punishment", codes="punishment", source=cpc("354(1)(4)")),
    Field("term_years", Kind.INT, Label("Мөөнөтү, жыл", "Срок, лет", "Term, years"), unit="count_punishment",
        minimum=0, maximum=20),
    Field("term_months", Kind.INT, Label("Мөөнөтү, ай", "Срок, месяцев", "Term, months"), unit="count_punishment",
        minimum=0, maximum=60),
    Field("work_hours", Kind.INT, Label("Коомдук жумуш, саат", "Общественные работы, часов", "Community work, hours"),
        unit="count_punishment", minimum=0, maximum=200),
    Field("fine", Kind.MONEY, Label("Айып пул", "Штраф", "Fine"), unit="count_punishment", minimum=0),
    Field("additional", Kind.CODE, Label("Кошумча жазалар", "Дополнительные наказания", "Additional punishments"),
        merge=Merge.SET, codes="punishment"),
    Field("no_punishment", Kind.CODE, Label("Жаза дайындалбагандын негизи", "Основание неназначения наказания",
        "Why no punishment was given"), codes="sentence_release_ground", source=cpc("349(3), 349(4)")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000),
)

VERDICT_COUNT = RecordType(
    "verdict_count",
    1,
    Label("Өкүмдүн эпизоду", "Эпизод приговора", "Count of a verdict"),
    Archetype.ORDER,
    (*_CHARGE_FIELDS, *_FINDING_FIELDS, *_PUNISHMENT_FIELDS),
    roles=("court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "[{person}: ]{article#}-берене[, {part}-бөлүк] — {finding}[, {found_article#}-берене][; {punishment}]",
        "[{person}: ]ст. {article#}[ ч. {part}] — {finding}[, ст. {found_article#}][; {punishment}]",
        "[{person}: ]art. {article#}[ part {part}] — {finding}[, art. {found_article#}][; {punishment}]",
    ),
    sections=(CHARGE, FINDING, PUNISHMENT),
    columns=("verdict", "count_number", "person", "article", "part", "finding", "found_article", "found_part",
        "punishment", "term_years", "term_months"),
    source=cpc("346, 354"),
    steps=("P60",),
)

TYPES = (VERDICT_COUNT,)
