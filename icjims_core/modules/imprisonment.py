"""Imprisonment: the admission file of a convicted person, term, placement, preparation of release, release (P66)."""

from __future__ import annotations

from icjims_core.declarations.act_sections import SEALED_APART
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.law.references import cc, pec


def _mandela(rule: str) -> Source:
    return Source("Mandela Rules", rule)


_SPECIAL = Sensitivity.SPECIAL_CATEGORY

# Fields read as the lines of a table.
# fmt: off
ADMISSION = Section("admission", Label("Кабыл алуу", "Приём в учреждение", "Admission"), pec("78"))
_ADMISSION_FIELDS = ADMISSION.of(
    Field("person", Kind.REF, Label("Соттолгон адам", "Осуждённый", "Convicted person"), required=True,
        target="person", source=pec("78(1)(1)")),
    Field("order_document", Kind.TEXT, Label("Кабыл алуунун негизи болгон документ", "Документ – основание приёма",
        "Order on which admitted"), required=True, unit="admission_order", max_length=300, source=pec("78(1)(1)"),
        help=Label("Жарактуу документсиз адам кабыл алынбайт.", "Без действительного документа приём невозможен.",
            "Without a valid order nobody is admitted.")),
    Field("order_authority", Kind.TEXT, Label("Документти ким чыгарды", "Кем вынесен документ", "Authority"),
        unit="admission_order", max_length=300, source=_mandela("7(b)")),
    Field("order_on", Kind.DATE, Label("Документтин күнү", "Дата документа", "Date of the order"),
        unit="admission_order", not_future=True, source=_mandela("7(b)")),
    Field("verdict", Kind.REF, Label("Өкүм", "Приговор", "Verdict"), target="verdict"),
    Field("admitted_at", Kind.TIMESTAMP, Label("Кабыл алынган күн жана саат", "Дата и час приёма",
        "Day and hour of admission"), required=True, not_future=True, source=_mandela("7(c)")),
    Field("facility", Kind.TEXT, Label("Мекеме", "Учреждение", "Facility"), unit="placement", max_length=300,
        searchable=True),
    Field("facility_kind", Kind.CODE, Label("Мекеменин түрү", "Вид учреждения", "Kind of facility"),
        unit="placement", codes="correctional_facility", source=pec("73")),
    Field("file_number", Kind.TEXT, Label("Жеке иштин номери", "Номер личного дела", "File number"), max_length=60,
        searchable=True),
    Field("delivered_by", Kind.TEXT, Label("Ким жеткирди", "Кем доставлен(а)", "Delivered by"), max_length=200),
    Field("arrested_at", Kind.TIMESTAMP, Label("Кармалган убакыт", "Время задержания", "Arrested at"),
        unit="arrest_facts", not_future=True, source=_mandela("7(b)")),
    Field("arrest_place", Kind.TEXT, Label("Кармалган жер жана себеп", "Место и причина задержания",
        "Place and reason of arrest"), unit="arrest_facts", max_length=500, source=_mandela("7(b)")),
    Field("self_perceived_gender", Kind.TEXT, Label("Өзү сезген гендер", "Самоощущаемый гендер",
        "Self-perceived gender"), max_length=60, sensitivity=_SPECIAL, source=_mandela("7(a)")),
    Field("rights_explained_at", Kind.TIMESTAMP, Label("Укуктары жана тартип түшүндүрүлдү",
        "Права и порядок разъяснены", "Rights and rules explained at"), unit="information", not_future=True,
        source=pec("17, 78(2)(2)")),
    Field("rights_language", Kind.CODE, Label("Кайсы тилде", "На каком языке", "In which language"),
        unit="information", codes="language", source=_mandela("55")),
)

CONDITION = Section("condition", Label("Ден соолугу жана мүлкү", "Состояние и имущество", "Condition and property"),
    pec("78(1)"))
_CONDITION_FIELDS = CONDITION.of(
    Field("injuries", Kind.RICH, Label("Көрүнгөн жаракаттар", "Видимые телесные повреждения", "Visible injuries"),
        max_length=10_000, sensitivity=_SPECIAL, source=pec("78(1)(3)")),
    Field("health", Kind.RICH, Label("Ден соолугу жөнүндө маалымат", "Сведения о здоровье", "Health"),
        max_length=10_000, sensitivity=_SPECIAL, source=pec("78(1)(3)")),
    Field("examined_at", Kind.TIMESTAMP, Label("Дарыгер карады", "Осмотрен(а) врачом", "Examined by a doctor at"),
        unit="examination", not_future=True, source=_mandela("30")),
    Field("doctor_name", Kind.TEXT, Label("Дарыгер", "Врач", "Doctor"), unit="examination", max_length=200),
    Field("disability_needs", Kind.TEXT, Label("Мүмкүнчүлүгү чектелген адамдын муктаждыктары",
        "Потребности, связанные с инвалидностью", "Needs of a disability"), max_length=1_000, sensitivity=_SPECIAL,
        source=_mandela("5(2)")),
    Field("pregnancy", Kind.TRI, Label("Кош бойлуу", "Беременность", "Pregnancy"), sensitivity=_SPECIAL,
        source=Source("Bangkok Rules", "6")),
    Field("complaints", Kind.TEXT, Label("Кабыл алуудагы даттануулар", "Жалобы при приёме", "Complaints on admission"),
        merge=Merge.APPEND, max_length=4_000, source=pec("78(1)(4)"), help=SEALED_APART),
    Field("property", Kind.RICH, Label("Сактоого алынган мүлк", "Имущество, принятое на хранение",
        "Property taken in keeping"), max_length=20_000, source=pec("78(1)(2)")),
)

FAMILY = Section("family", Label("Үй-бүлөсү", "Семья и связи", "Family"), pec("31, 74(3)"))
_FAMILY_FIELDS = FAMILY.of(
    Field("children", Kind.RICH, Label("Балдары: аты, жашы, жайгашкан жери, камкорчусу",
        "Дети: имена, возраст, место, опека", "Children: names, ages, place, custody"), max_length=10_000,
        sensitivity=_SPECIAL, source=_mandela("7(e)"),
        help=Label("Баланын кызыкчылыгы үчүн гана, купуя.", "Конфиденциально, только в интересах ребёнка.",
            "Confidential, only in the child’s interest.")),
    Field("child_with_mother", Kind.TRI, Label("Бала энеси менен", "Ребёнок находится с матерью",
        "Child with the mother"), sensitivity=_SPECIAL, source=Source("Bangkok Rules", "3")),
    Field("care_arranged", Kind.TEXT, Label("Багуусундагыларга камкордук", "Устройство иждивенцев",
        "Care arranged for dependants"), max_length=1_000, source=Source("Bangkok Rules", "2(2)")),
    Field("emergency_contact", Kind.TEXT, Label("Өзгөчө учурда кимге билдирүү керек",
        "Кого известить в экстренном случае", "Emergency contact"), max_length=500,
        sensitivity=Sensitivity.CONTACT, source=_mandela("7(f)")),
    Field("family_told_at", Kind.TIMESTAMP, Label("Туугандарына билдирилди", "Родственники уведомлены",
        "Family told at"), not_future=True, source=pec("31(1), 74(3)")),
    Field("embassy_told_at", Kind.TIMESTAMP, Label("Элчиликке билдирилди", "Дипломатическое представительство извещено",
        "Embassy told at"), not_future=True, source=pec("31(2)")),
    Field("court_told_at", Kind.TIMESTAMP, Label("Сотко билдирилди", "Суд извещён о прибытии", "Court told at"),
        not_future=True, source=pec("78(3)")),
)

TERM = Section("term", Label("Мөөнөтү жана бөлүп жайгаштыруу", "Срок и размещение", "Term and classification"),
    pec("79, 159"))
_TERM_FIELDS = TERM.of(
    Field("term_from", Kind.DATE, Label("Мөөнөттүн башталышы", "Начало срока", "Term begins"), unit="term"),
    Field("term_until", Kind.DATE, Label("Мөөнөттүн аягы", "Конец срока", "Term ends"), unit="term",
        not_before="term_from", source=pec("159(2)")),
    Field("life_term", Kind.TRI, Label("Өмүр бою", "Пожизненно", "For life"), unit="term", source=cc("68")),
    Field("credit_days", Kind.INT, Label("Эсепке алынган күндөр", "Зачтено дней", "Days credited"), unit="term",
        minimum=0),
    Field("classification", Kind.RICH, Label("Классификация жана жеке программа", "Классификация и программа",
        "Classification and programme"), max_length=10_000, assertion=Assertion.ASSESSMENT, source=_mandela("8(b)")),
    Field("separation", Kind.TEXT, Label("Кимдерден бөлүп кармоо", "От кого содержать отдельно",
        "From whom to be kept apart"), max_length=500, source=pec("79")),
    Field("home_distance_km", Kind.INT, Label("Үйүнө чейинки аралык, км", "Расстояние до дома, км",
        "Distance to home, km"), minimum=0, source=_mandela("59")),
    Field("release_application_from", Kind.DATE, Label("ШМБ укугу келген күн", "Право на УДО наступает",
        "Conditional release possible from"), source=cc("88(4), 112(2)")),
)

PREPARATION = Section("preparation", Label("Бошотууга даярдоо", "Подготовка к освобождению", "Preparation for release"),
    pec("162"))
_PREPARATION_FIELDS = PREPARATION.of(
    Field("preparation_from", Kind.DATE, Label("Даярдоо башталды", "Подготовка начата", "Preparation began on"),
        source=pec("162(1)"), help=Label("Мөөнөт бүткөнгө 6 ай калганда кечиктирбестен.",
            "Не позднее чем за 6 месяцев.", "Not later than 6 months before.")),
    Field("local_bodies_told_at", Kind.TIMESTAMP, Label("Жергиликтүү органдарга жана жумуш кызматына билдирилди",
        "Уведомлены органы самоуправления и занятости", "Local bodies and employment service told at"),
        not_future=True, source=pec("162(1)")),
    Field("probation_told_at", Kind.TIMESTAMP, Label("Пробация органына билдирилди", "Орган пробации уведомлён",
        "Probation body told at"), not_future=True, source=pec("159(4), 160(6)")),
    Field("residence_after", Kind.TEXT, Label("Бошогондон кийинки дареги", "Избранное место жительства",
        "Residence after release"), max_length=500, sensitivity=Sensitivity.CONTACT, source=pec("162(1)")),
    Field("housing", Kind.TRI, Label("Турак жайы бар", "Есть жильё", "Has housing"), source=pec("162(1)")),
    Field("documents_ready", Kind.TRI, Label("Документтери даяр", "Документы оформлены", "Documents are in order"),
        source=pec("159(3)")),
    Field("preparation_plan", Kind.RICH, Label("Даярдоонун планы", "План подготовки", "Plan of preparation"),
        max_length=20_000, source=pec("162(2)")),
)

RELEASE = Section("release", Label("Бошотуу", "Освобождение", "Release"), pec("158, 159"))
_RELEASE_FIELDS = RELEASE.of(
    Field("released_at", Kind.TIMESTAMP, Label("Бошотулган күн жана саат", "Дата и час освобождения",
        "Day and hour of release"), unit="release_facts", not_future=True, not_before="admitted_at",
        source=_mandela("7(c)")),
    Field("release_ground", Kind.CODE, Label("Бошотуунун негизи", "Основание освобождения", "Ground of release"),
        unit="release_facts", codes="prison_release_ground", required_when=Filled("released_at"),
        source=pec("158")),
    Field("certificate_number", Kind.TEXT, Label("Маалымкаттын номери", "Номер справки об освобождении",
        "Number of the certificate"), unit="release_facts", max_length=60, source=pec("159(3)")),
    Field("property_returned", Kind.TRI, Label("Мүлкү жана акчасы кайтарылды", "Имущество и деньги возвращены",
        "Property and money returned"), source=pec("159(3)")),
    Field("travel_provided", Kind.TRI, Label("Жол жана тамак камсыздалды", "Обеспечены проезд и питание",
        "Travel and food provided"), source=pec("163(1)")),
    Field("file_copy_given", Kind.TRI, Label("Жеке делонун күбөлөндүрүлгөн көчүрмөсү берилди",
        "Заверенная копия личного дела выдана", "Certified copy of the file given"), source=_mandela("9")),
    Field("appearance_explained", Kind.TRI, Label("Пробацияга 5 күндө келүү түшүндүрүлдү",
        "Разъяснена явка в пробацию в 5 дней", "Told to appear at probation in 5 days"), source=pec("160(6)")),
    Field("victim_told_at", Kind.TIMESTAMP, Label("Жабырлануучуга билдирилди", "Потерпевший извещён",
        "Victim told of the release at"), not_future=True, source=Source("Istanbul Convention", "56")),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000),
)

IMPRISONMENT = RecordType(
    "imprisonment",
    1,
    Label("Эркиндигинен ажыратууну аткаруу", "Исполнение лишения свободы", "Imprisonment"),
    Archetype.DOSSIER,
    (*_ADMISSION_FIELDS, *_CONDITION_FIELDS, *_FAMILY_FIELDS, *_TERM_FIELDS, *_PREPARATION_FIELDS, *_RELEASE_FIELDS),
    roles=("penitentiary_officer", "facility_doctor", "clerk", "head"),
    sentence=Label(
        "{person}: мекемеге кабыл алынды {admitted_at}[, {facility}][, {term_until} чейин][; бошотулду {released_at}]",
        "{person}: принят(а) в учреждение {admitted_at}[, {facility}][, до {term_until}][; освобождение {released_at}]",
        "{person}: admitted {admitted_at}[, {facility}][, until {term_until}][; released {released_at}]",
    ),
    sections=(ADMISSION, CONDITION, FAMILY, TERM, PREPARATION, RELEASE),
    columns=("person", "admitted_at", "facility", "facility_kind", "file_number", "term_from", "term_until",
        "release_application_from", "released_at", "release_ground"),
    moment="admitted_at",
    source=pec("72–80, 158–163"),
    steps=("P66",),
    purpose="execution_of_sentences",
)

TYPES = (IMPRISONMENT,)
