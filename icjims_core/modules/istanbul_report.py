"""Medical report on ill-treatment in the form of the Istanbul Protocol, sealed from those complained of (P19, P23)."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Equals,
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
from icjims_core.law.references import cc, cpc

_ISTANBUL: Final = Source("Istanbul Protocol", "2022, ch. IV–VI, annex IV")
_BANGKOK: Final = Source("Bangkok Rules", "6–8")
_SPECIAL: Final = Sensitivity.SPECIAL_CATEGORY

# Fields read as the lines of a table.
# fmt: off
CONDITIONS = Section("conditions", Label("Шарттары", "Условия обследования", "Conditions"), _ISTANBUL)
_CONDITIONS_FIELDS = CONDITIONS.of(
    Field("person", Kind.REF, Label("Каралган адам", "Обследованный", "Person examined"), required=True,
        target="person", source=cpc("44(6)")),
    Field("examination", Kind.REF, Label("Медициналык күбөлөндүрүү", "Медицинское освидетельствование",
        "Medical examination"), target="medical_examination", source=cpc("44(6)")),
    Field("allegation", Kind.REF, Label("Кыйноо жөнүндө арыз", "Заявление о пытках", "Allegation of torture"),
        target="allegation", source=cpc("44(6), 128")),
    Field("requested_at", Kind.TIMESTAMP, Label("Даттануу түшкөн убакыт", "Жалоба поступила",
        "Complaint received at"), not_future=True, source=cpc("44(6), 179(11)")),
    Field("examined_at", Kind.TIMESTAMP, Label("Каралган убакыт", "Время обследования", "Examined at"),
        required=True, not_future=True, source=cpc("44(6)")),
    Field("examination_ended_at", Kind.TIMESTAMP, Label("Кароо бүттү", "Окончено", "Ended at"), not_future=True,
        not_before="examined_at", source=_ISTANBUL),
    Field("examiner", Kind.TEXT, Label("Эксперт же дарыгер: аты-жөнү, адистиги, мекемеси",
        "Эксперт или врач: фамилия, специальность, учреждение", "Examiner: name, specialty, institution"),
        required=True, max_length=300, source=_ISTANBUL),
    Field("examiner_independent", Kind.TRI, Label("Эксперт даттанылган органдан көз каранды эмес",
        "Эксперт независим от органа, на который жалуются", "Examiner independent of the body complained of"),
        source=_ISTANBUL),
    Field("privacy", Kind.CODE, Label("Жашыруундук", "Конфиденциальность", "Privacy"), unit="privacy_kept",
        codes="confidentiality", source=_ISTANBUL),
    Field("officers_present", Kind.TEXT, Label("Катышкан кызматкерлер жана себеби",
        "Присутствовавшие сотрудники и причина", "Officers present and why"), unit="privacy_kept",
        max_length=500, required_when=OneOf("privacy", ("officer_present", "officer_out_of_hearing")),
        source=_ISTANBUL),
    Field("restrained", Kind.TRI, Label("Кишенде болгон", "Лицо было в наручниках", "The person was in restraints"),
        source=_ISTANBUL),
    Field("consent", Kind.TRI, Label("Маалыматтуу макулдук", "Информированное согласие", "Informed consent"),
        unit="consent_given", source=_ISTANBUL),
    Field("consent_limits", Kind.TEXT, Label("Макулдуктун чектери же баш тартуу", "Пределы согласия или отказ",
        "Limits of the consent or refusal"), unit="consent_given", max_length=1_000,
        required_when=Equals("consent", "no"), source=_ISTANBUL),
    Field("interpreter_used", Kind.TRI, Label("Котормочу катышты", "С переводчиком", "With an interpreter"),
        source=_ISTANBUL),
    Field("hindered", Kind.RICH, Label("Кароого тоскоолдук болду", "Воспрепятствование обследованию",
        "Hindrance of the examination"), max_length=5_000, source=cc("192")),
)

HISTORY = Section("history", Label("Адамдын айткандары", "Рассказ лица", "Account of the person"), _ISTANBUL)
_HISTORY_FIELDS = HISTORY.of(
    Field("psychosocial_history", Kind.RICH, Label("Камакка чейинки жашоосу жана ден соолугу",
        "Психосоциальный анамнез и здоровье до события", "Psychosocial and medical history before"),
        max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("account", Kind.RICH, Label("Болгон окуя адамдын өз сөзү менен", "Рассказ о событии словами лица",
        "Account of the event in the person’s words"), max_length=30_000, sensitivity=_SPECIAL,
        source=_ISTANBUL),
    Field("methods", Kind.CODE, Label("Айтылган ыкмалар", "Названные способы", "Methods alleged"), merge=Merge.SET,
        codes="ill_treatment_method", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("alleged_at", Kind.TIMESTAMP, Label("Болгон убакыт", "Время события", "When it happened"), unit="alleged",
        not_future=True, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("alleged_place", Kind.TEXT, Label("Болгон жер", "Место события", "Where it happened"), unit="alleged",
        max_length=500, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("alleged_by", Kind.TEXT, Label("Ким жасаган", "Кто причинил", "By whom"), unit="alleged",
        max_length=500, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("symptoms_then", Kind.RICH, Label("Ошол учурдагы белгилер", "Симптомы тогда", "Symptoms at the time"),
        max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("symptoms_now", Kind.RICH, Label("Азыркы белгилер", "Симптомы сейчас", "Symptoms now"),
        max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("sexual_violence", Kind.TRI, Label("Сексуалдык зомбулук жөнүндө айтты", "Заявляет о сексуальном насилии",
        "Alleges sexual violence"), sensitivity=_SPECIAL, source=_BANGKOK),
)

FINDINGS = Section("findings", Label("Табылгандар", "Обнаруженное", "Findings"), _ISTANBUL)
_FINDINGS_FIELDS = FINDINGS.of(
    Field("physical_findings", Kind.RICH, Label("Физикалык табылгандар", "Физические находки",
        "Physical findings"), max_length=30_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("injuries_found", Kind.TRI, Label("Дене жаракаттары табылды", "Телесные повреждения обнаружены",
        "Injuries found"), sensitivity=_SPECIAL, source=cpc("44(6)")),
    Field("body_map", Kind.TEXT, Label("Дене картасы: жери, өлчөмү, түсү, формасы, эскилиги",
        "Карта тела: место, размер, цвет, форма, давность", "Body map: place, size, colour, shape, age"),
        merge=Merge.SET, max_length=500, sensitivity=_SPECIAL,
        required_when=Equals("injuries_found", "yes"), source=_ISTANBUL),
    Field("body_diagrams", Kind.FILE, Label("Дене схемалары", "Схемы тела", "Body diagrams"), merge=Merge.SET,
        sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("photos", Kind.FILE, Label("Масштабдуу сүрөттөр", "Фотографии с масштабом", "Photographs with a scale"),
        merge=Merge.SET, sensitivity=_SPECIAL, source=cpc("179(11)")),
    Field("photos_missing_reason", Kind.TEXT, Label("Сүрөт жок болсо, себеби", "Почему нет фотографий",
        "Why there are no photographs"), max_length=500,
        required_when=AllOf((Equals("injuries_found", "yes"), Blank("photos"))), source=cpc("179(11)")),
    Field("tests", Kind.RICH, Label("Изилдөөлөр жана алардын жыйынтыгы", "Исследования и их результаты",
        "Tests and results"), max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("mental_state", Kind.RICH, Label("Психологиялык бөлүк", "Психологическая часть",
        "Psychological part"), max_length=20_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("functioning", Kind.RICH, Label("Күнүмдүк жашоого таасири", "Влияние на повседневную жизнь",
        "Effect on daily life"), max_length=5_000, sensitivity=_SPECIAL, source=_ISTANBUL),
)

OPINION = Section("opinion", Label("Корутунду", "Заключение", "Opinion"), _ISTANBUL)
_OPINION_FIELDS = OPINION.of(
    Field("consistency", Kind.CODE, Label("Табылгандар айтылганга канчалык дал келет",
        "Степень соответствия рассказу", "Degree of consistency with the account"), codes="istanbul_consistency",
        sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT, required_when=Filled("account"), source=_ISTANBUL),
    Field("interpretation", Kind.RICH, Label("Пикир жана негиздери", "Мнение и обоснование",
        "Opinion and its grounds"), max_length=20_000, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT,
        source=_ISTANBUL),
    Field("limits", Kind.RICH, Label("Кароонун чектери", "Ограничения обследования",
        "Limits of the evaluation"), max_length=5_000, source=_ISTANBUL),
    Field("recommendations", Kind.RICH, Label("Сунуштар: дарылоо, изилдөө, коргоо",
        "Рекомендации: лечение, обследование, защита", "Recommendations: treatment, tests, protection"),
        max_length=5_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("form_number", Kind.TEXT, Label("Форманын номери", "Номер формы", "Number of the form"), max_length=60,
        searchable=True, source=_ISTANBUL),
)

COPIES = Section("copies", Label("Көчүрмөлөр", "Копии", "Copies"), _ISTANBUL)
_COPIES_FIELDS = COPIES.of(
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү Башкы прокуратурага жөнөтүлдү",
        "Копия направлена в Генеральную прокуратуру", "Copy sent to the Prosecutor General’s Office at"),
        unit="to_prosecutor", not_future=True, source=_ISTANBUL, stays_open=True),
    Field("prosecutor_missing_reason", Kind.TEXT, Label("Жөнөтүлбөсө, себеби", "Почему не направлена",
        "Why it was not sent"), unit="to_prosecutor", max_length=500,
        required_when=AllOf((Filled("account"), Blank("copy_to_prosecutor_at"))), source=_ISTANBUL, stays_open=True),
    Field("copy_to_institution_at", Kind.TIMESTAMP, Label("Көчүрмөсү мекемеде калды", "Копия в учреждении",
        "Copy kept by the institution at"), not_future=True, source=_ISTANBUL, stays_open=True),
    Field("copy_to_person_at", Kind.TIMESTAMP, Label("Көчүрмөсү жабырлануучуга берилди",
        "Копия вручена пострадавшему", "Copy given to the person at"), not_future=True, source=_ISTANBUL,
        stays_open=True),
    Field("confirmed_at", Kind.TIMESTAMP, Label("Алгандыгы ырасталды", "Получение подтверждено",
        "Receipt confirmed at"), unit="confirmation", not_future=True, source=_ISTANBUL, stays_open=True),
    Field("confirmed_by", Kind.TEXT, Label("Ким ырастады", "Кем подтверждено", "Confirmed by"),
        unit="confirmation", max_length=300, required_when=Filled("confirmed_at"), source=_ISTANBUL, stays_open=True),
)

ISTANBUL_REPORT = RecordType(
    "istanbul_report",
    1,
    Label("Мыкаачылык жөнүндө медициналык отчёт", "Медицинский отчёт о жестоком обращении",
        "Medical report on ill-treatment"),
    Archetype.EVENT,
    (*_CONDITIONS_FIELDS, *_HISTORY_FIELDS, *_FINDINGS_FIELDS, *_OPINION_FIELDS, *_COPIES_FIELDS,
        *order_header("istanbul_report")),
    roles=("facility_doctor", "prosecutor", "judge"),
    sentence=Label(
        "Медициналык отчёт: {person}, {examined_at}[, {consistency}]",
        "Медицинский отчёт: {person}, {examined_at}[, {consistency}]",
        "Medical report: {person}, {examined_at}[, {consistency}]",
    ),
    sections=(CONDITIONS, HISTORY, FINDINGS, OPINION, COPIES, HEADER),
    columns=(),
    moment="examined_at",
    source=cpc("44(6), 128, 179(11)"),
    steps=("P19", "P23"),
    signing=Signing("2026-1", ("facility_doctor",)),
    sealed="torture_allegation",
)

TYPES = (ISTANBUL_REPORT,)
