"""Medical examination of a person deprived of liberty: condition, injuries, body map, copies (P23)."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import SEALED_APART, order_header
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
OCCASION = Section("occasion", Label("Кароонун жүйөсү", "Повод и условия", "Occasion and conditions"), cpc("44(6)"))
_OCCASION_FIELDS = OCCASION.of(
    Field("person", Kind.REF, Label("Каралган адам", "Освидетельствованный", "Person examined"), required=True,
        target="person", source=cpc("44(6)")),
    Field("occasion", Kind.CODE, Label("Эмне себептен каралды", "Повод", "Occasion"), required=True,
        codes="examination_occasion", source=cpc("44(6), 97(6), 114(8)"), help=SEALED_APART),
    Field("admission", Kind.REF, Label("Кармоо жайына кабыл алуу", "Водворение", "Admission"),
        target="facility_admission", required_when=Equals("occasion", "delivery"), source=cpc("44(6)")),
    Field("requested_by", Kind.TEXT, Label("Ким суранды", "По чьему ходатайству", "Requested by"),
        max_length=300, source=cpc("44(6), 97(6), 114(8)")),
    Field("requested_at", Kind.TIMESTAMP, Label("Суралган убакыт", "Запрошено", "Requested at"),
        not_future=True, required_when=OneOf("occasion", ("own_request", "defence_motion")),
        source=cpc("44(6), 97(6), 114(8)")),
    Field("examined_at", Kind.TIMESTAMP, Label("Каралган убакыт", "Время освидетельствования", "Examined at"),
        required=True, unit="examination", not_future=True, source=cpc("44(6)")),
    Field("examination_place", Kind.TEXT, Label("Каралган жер", "Место освидетельствования", "Place"),
        unit="examination", max_length=300, source=_ISTANBUL),
    Field("examination_ended_at", Kind.TIMESTAMP, Label("Кароо бүттү", "Окончено", "Ended at"),
        not_future=True, not_before="examined_at", source=_ISTANBUL),
    Field("late_reason", Kind.TEXT, Label("Кечигүүнүн себеби", "Причина задержки", "Reason of the delay"),
        max_length=500, source=cc("192")),
    Field("doctor", Kind.TEXT, Label("Дарыгер: аты-жөнү, адистиги", "Врач: фамилия, специальность",
        "Doctor: name, specialty"), unit="examiner", max_length=300, source=_ISTANBUL),
    Field("doctor_body", Kind.TEXT, Label("Дарыгер кайсы мекемеден", "Учреждение врача", "Institution"),
        unit="examiner", max_length=300, source=cpc("178(4)")),
    Field("doctor_independent", Kind.TRI, Label("Дарыгер тергөө органынан көз каранды эмес",
        "Врач независим от органа следствия", "Doctor independent of the investigating body"), unit="examiner",
        source=_ISTANBUL),
    Field("doctor_same_sex", Kind.TRI, Label("Дарыгердин жынысы адамдын каалоосуна ылайык",
        "Пол врача соответствует желанию лица", "Sex of the doctor as the person wished"), source=_BANGKOK),
    Field("interpreter_used", Kind.TRI, Label("Котормочу катышты", "С переводчиком", "With an interpreter"),
        source=_ISTANBUL),
    Field("privacy", Kind.CODE, Label("Жашыруундук", "Конфиденциальность", "Privacy"), unit="privacy_kept",
        codes="confidentiality", source=_ISTANBUL),
    Field("officers_present", Kind.TEXT, Label("Катышкан кызматкерлер жана себеби",
        "Присутствовавшие сотрудники и причина", "Officers present and why"), unit="privacy_kept",
        max_length=500, required_when=OneOf("privacy", ("officer_present", "officer_out_of_hearing")),
        source=_ISTANBUL),
    Field("restrained", Kind.TRI, Label("Кишенде болгон", "Лицо было в наручниках", "The person was in restraints"),
        source=_ISTANBUL),
    Field("consent", Kind.TRI, Label("Кароого макул болду", "Согласие на освидетельствование", "Consent"),
        unit="consent_given", source=_ISTANBUL),
    Field("refusal_reason", Kind.TEXT, Label("Макул болбосо, себеби", "Причина отказа", "Why it was refused"),
        unit="consent_given", max_length=1_000, required_when=Equals("consent", "no"), source=_ISTANBUL),
)

HISTORY = Section("history", Label("Ден соолугу", "Анамнез и жалобы на здоровье", "Health and complaints of health"),
    _ISTANBUL)
_HISTORY_FIELDS = HISTORY.of(
    Field("health_history", Kind.RICH, Label("Мурунку ден соолугу, оорулары", "Анамнез, прежние болезни и травмы",
        "Medical history"), max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("complaints", Kind.RICH, Label("Ден соолугуна даттануулар", "Жалобы на здоровье", "Complaints of health"),
        max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL, help=SEALED_APART),
)

FINDINGS = Section("findings", Label("Табылгандар", "Обнаруженное", "Findings"), _ISTANBUL)
_FINDINGS_FIELDS = FINDINGS.of(
    Field("general_condition", Kind.RICH, Label("Жалпы абалы", "Общее состояние", "General condition"),
        max_length=5_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("injuries_found", Kind.TRI, Label("Дене жаракаттары табылды", "Телесные повреждения обнаружены",
        "Injuries found"), sensitivity=_SPECIAL, source=cpc("44(6)")),
    Field("injury_kinds", Kind.CODE, Label("Жаракаттардын түрү", "Виды повреждений", "Kinds of injury"),
        merge=Merge.SET, codes="injury_kind", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("body_parts", Kind.CODE, Label("Дененин бөлүктөрү", "Части тела", "Parts of the body"), merge=Merge.SET,
        codes="body_part", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("body_map", Kind.TEXT, Label("Дене картасы: жери, өлчөмү, түсү, формасы, эскилиги",
        "Карта тела: место, размер, цвет, форма, давность", "Body map: place, size, colour, shape, age"),
        merge=Merge.SET, max_length=500, sensitivity=_SPECIAL,
        required_when=Equals("injuries_found", "yes"), source=_ISTANBUL),
    Field("body_diagrams", Kind.FILE, Label("Дене схемалары", "Схемы тела", "Body diagrams"), merge=Merge.SET,
        sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("photos", Kind.FILE, Label("Масштабдуу сүрөттөр", "Фотографии с масштабом", "Photographs with a scale"),
        merge=Merge.SET, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("photos_missing_reason", Kind.TEXT, Label("Сүрөт жок болсо, себеби", "Почему нет фотографий",
        "Why there are no photographs"), max_length=500,
        required_when=AllOf((Equals("injuries_found", "yes"), Blank("photos"))), source=_ISTANBUL),
    Field("tests", Kind.RICH, Label("Изилдөөлөр жана алардын жыйынтыгы", "Исследования и их результаты",
        "Tests and results"), max_length=10_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("mental_state", Kind.RICH, Label("Психикалык абалы", "Психологическая часть", "Psychological part"),
        max_length=20_000, sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("self_harm_risk", Kind.TRI, Label("Өзүнө зыян келтирүү коркунучу", "Риск самоповреждения",
        "Risk of self-harm"), sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT, source=_ISTANBUL),
    Field("intoxication", Kind.TRI, Label("Мас абалы", "Состояние опьянения", "Intoxication"),
        sensitivity=_SPECIAL),
    Field("pregnant", Kind.TRI, Label("Кош бойлуу", "Беременность", "Pregnant"), sensitivity=_SPECIAL,
        source=_BANGKOK),
    Field("reproductive_health", Kind.RICH, Label("Репродуктивдик ден соолук (макулдук менен)",
        "Репродуктивное здоровье (с согласия)", "Reproductive health (with consent)"), max_length=5_000,
        sensitivity=_SPECIAL, source=_BANGKOK),
)

OPINION = Section("opinion", Label("Корутунду", "Заключение врача", "Opinion"), _ISTANBUL)
_OPINION_FIELDS = OPINION.of(
    Field("fit_for_detention", Kind.TRI, Label("Кармоодо болууга мүмкүн", "Может содержаться под стражей",
        "Fit to be held"), sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT, source=cpc("116(2)")),
    Field("treatment", Kind.RICH, Label("Жардам жана дайындалган дарылоо", "Помощь и назначения",
        "Treatment and recommendations"), max_length=5_000, sensitivity=_SPECIAL, source=cpc("97(6)")),
    Field("referred_to", Kind.TEXT, Label("Кайда жөнөтүлдү", "Куда направлен(а)", "Referred to"), max_length=300,
        sensitivity=_SPECIAL),
    Field("forensic_asked", Kind.TRI, Label("Соттук-медициналык экспертиза сунушталды",
        "Рекомендована судебно-медицинская экспертиза", "Forensic examination recommended"),
        source=cpc("179(11)")),
    Field("form_number", Kind.TEXT, Label("Форманын номери", "Номер формы", "Number of the form"), max_length=60,
        searchable=True, source=_ISTANBUL),
)

COPIES = Section("copies", Label("Көчүрмөлөр", "Копии", "Copies"), cpc("44(6)"))
_COPIES_FIELDS = COPIES.of(
    Field("copy_to_person_at", Kind.TIMESTAMP, Label("Көчүрмөсү адамга берилди", "Копия вручена лицу",
        "Copy given to the person at"), not_future=True, source=_ISTANBUL, stays_open=True),
    Field("copy_to_lawyer_at", Kind.TIMESTAMP, Label("Көчүрмөсү адвокатка берилди", "Копия передана адвокату",
        "Copy given to the lawyer at"), not_future=True, source=_ISTANBUL, stays_open=True),
    Field("copy_to_prosecutor_at", Kind.TIMESTAMP, Label("Көчүрмөсү прокуратурага жөнөтүлдү",
        "Копия направлена в прокуратуру", "Copy sent to the prosecutor at"), unit="to_prosecutor",
        not_future=True, source=_ISTANBUL, stays_open=True),
    Field("prosecutor_missing_reason", Kind.TEXT, Label("Жөнөтүлбөсө, себеби", "Почему не направлена",
        "Why it was not sent"), unit="to_prosecutor", max_length=500,
        required_when=AllOf((Equals("injuries_found", "yes"), Blank("copy_to_prosecutor_at"))),
        source=_ISTANBUL, stays_open=True),
    Field("copy_to_institution_at", Kind.TIMESTAMP, Label("Көчүрмөсү мекемеде калды", "Копия в учреждении",
        "Copy kept by the institution at"), not_future=True, source=_ISTANBUL, stays_open=True),
    Field("confirmed_at", Kind.TIMESTAMP, Label("Алгандыгы ырасталды", "Получение подтверждено",
        "Receipt confirmed at"), unit="confirmation", not_future=True, source=_ISTANBUL, stays_open=True),
    Field("confirmed_by", Kind.TEXT, Label("Ким ырастады", "Кем подтверждено", "Confirmed by"),
        unit="confirmation", max_length=300, required_when=Filled("confirmed_at"), source=_ISTANBUL, stays_open=True),
)

MEDICAL_EXAMINATION = RecordType(
    "medical_examination",
    1,
    Label("Медициналык күбөлөндүрүү", "Медицинское освидетельствование", "Medical examination"),
    Archetype.EVENT,
    (*_OCCASION_FIELDS, *_HISTORY_FIELDS, *_FINDINGS_FIELDS, *_OPINION_FIELDS, *_COPIES_FIELDS,
        *order_header("medical_examination")),
    roles=("facility_doctor", "detention_officer", "penitentiary_officer", "prosecutor"),
    sentence=Label(
        "{person} дарыгер карады: {examined_at}[, {occasion}][, дарыгер {doctor}]",
        "Медосвидетельствование: {person}, {examined_at}[, {occasion}][, врач {doctor}]",
        "{person} examined by a doctor {examined_at}[, {occasion}][, doctor {doctor}]",
    ),
    sections=(OCCASION, HISTORY, FINDINGS, OPINION, COPIES, HEADER),
    columns=("person", "occasion", "requested_at", "examined_at", "doctor", "copy_to_prosecutor_at"),
    moment="examined_at",
    source=cpc("44(6), 97(6), 114(8)"),
    steps=("P23",),
    signing=Signing("2026-1", ("facility_doctor",)),
)

TYPES = (MEDICAL_EXAMINATION,)
