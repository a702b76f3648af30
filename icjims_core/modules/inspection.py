"""Inspection of a scene, objects or a corpse, examination of the body, exhumation (P03, P37)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, CONTROL, RECORDING, challenge, judicial_control, recording
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cpc

_CORPSE = ("corpse", "corpse_repeated", "exhumation")

# Fields read as the lines of a table.
# fmt: off
SUBJECT = Section("subject", Label("Эмне каралды", "Что осматривалось", "What was inspected"), cpc("172–177"))
_SUBJECT_FIELDS = SUBJECT.of(
    Field("kind", Kind.CODE, Label("Кароонун түрү", "Вид осмотра", "Kind of inspection"), required=True,
        codes="inspection_kind", source=cpc("172–176")),
    Field("basis", Kind.CODE, Label("Кирүүнүн жана кароонун негизи", "Основание проведения", "Basis of the action"),
        codes="entry_basis", required_when=OneOf("kind", ("dwelling", "body_examination", "exhumation")),
        source=cpc("172(5), 172(6), 175(3), 177(1)")),
    Field("repeated_ground", Kind.CODE, Label("Кайталап кароонун негизи", "Основание повторного осмотра",
        "Ground of the repeated inspection"), codes="repeated_inspection_ground",
        required_when=Equals("kind", "scene_repeated"), source=cpc("172(14)")),
    Field("task_from", Kind.TEXT, Label("Кимдин тапшырмасы боюнча", "По чьему поручению", "On whose errand"),
        max_length=300, source=cpc("172(4)")),
    Field("residents", Kind.TEXT, Label("Жашагандар жана алардын мамилеси", "Проживающие и их отношение",
        "Residents and what they said"), max_length=1_000, sensitivity=Sensitivity.CONTACT,
        source=cpc("172(5), 172(7)")),
    Field("witness_of_entry", Kind.TEXT, Label("Ким катышты (жашаган адам, администрация, жергиликтүү бийлик)",
        "Кто присутствовал (проживающий, администрация, орган МСУ)",
        "Who was present for the place (resident, management, local body)"), max_length=500,
        source=cpc("172(7), 172(8)")),
    Field("diplomatic_consent", Kind.TRI, Label("Дипломатиялык өкүлчүлүктүн макулдугу",
        "Согласие дипломатического представительства", "Consent of the diplomatic mission"), source=cpc("172(9)")),
)

CONDITIONS = Section("conditions", Label("Шарттары", "Условия", "Conditions"), cpc("170(3), 172"))
_CONDITIONS_FIELDS = CONDITIONS.of(
    Field("weather", Kind.CODE, Label("Аба ырайы", "Погода", "Weather"), codes="weather"),
    Field("lighting", Kind.CODE, Label("Жарыктандыруу", "Освещение", "Light"), codes="lighting"),
    Field("temperature_c", Kind.INT, Label("Аба температурасы, °C", "Температура воздуха, °C",
        "Air temperature, °C"), minimum=-60, maximum=60),
    Field("boundaries", Kind.TEXT, Label("Кароонун чектери", "Границы осмотра", "Boundaries"), max_length=1_000),
    Field("scene_guarded", Kind.TEXT, Label("Окуя жерин ким кайтарды, өзгөрүүлөр", "Охрана места и изменения на нём",
        "Who guarded the scene, what was changed"), max_length=1_000, source=cpc("152, 172(3)")),
    Field("specialists", Kind.TEXT, Label("Адистер", "Специалисты", "Specialists"), merge=Merge.SET, max_length=300,
        source=cpc("168, 172(2)")),
    Field("forensic_doctor", Kind.TEXT, Label("Соттук медик же дарыгер", "Судебный медик или врач",
        "Forensic doctor or physician"), max_length=300, required_when=OneOf("kind", _CORPSE),
        source=cpc("174(1), 177(5)")),
    Field("rights_explained", Kind.TRI, Label("Катышуучуларга укуктары түшүндүрүлдү", "Участникам разъяснены права",
        "Rights explained to those present"), source=cpc("165(1), 166")),
)

COURSE = Section("course", Label("Жүрүшү жана жыйынтыгы", "Ход и результаты", "Course and results"),
    cpc("172(10), 172(11), 173, 175(8)"))
_COURSE_FIELDS = COURSE.of(
    Field("description", Kind.RICH, Label("Табылгандардын баяндалышы", "Описание обнаруженного",
        "Description of what was found"), searchable=True, source=cpc("170(3), 172, 175(8)")),
    Field("traces", Kind.TEXT, Label("Табылган издер", "Обнаруженные следы", "Traces found"), merge=Merge.SET,
        max_length=1_000, source=cpc("172(10)")),
    Field("items", Kind.REF, Label("Алынган далилдер", "Изъятые предметы", "Things taken"), merge=Merge.SET,
        target="evidence", source=cpc("172(10), 173(2)"), stays_open=True),
    Field("items_listed", Kind.RICH, Label("Алынгандар: белгилери, таңгагы, мөөрү",
        "Изъятое: признаки, упаковка, печать", "Things taken: marks, packaging, seals"), max_length=50_000,
        source=cpc("172(10)")),
    Field("shown_to_participants", Kind.TRI, Label("Алынгандар катышуучуларга көрсөтүлдү",
        "Изъятое предъявлено участникам", "Shown to those present"), source=cpc("172(11)")),
    Field("photo_table", Kind.FILE, Label("Сүрөт таблицасы", "Фототаблица", "Photo table"), merge=Merge.SET,
        source=cpc("170(8), 172(11)")),
    Field("plan", Kind.FILE, Label("План, схема", "План, схема", "Plan or scheme"), merge=Merge.SET,
        source=cpc("170(8)")),
    Field("statements", Kind.RICH, Label("Катышуучулардын арыздары", "Заявления участников",
        "Statements of those present"), max_length=20_000, source=cpc("172(12), 174(5)")),
)

CORPSE = Section("corpse", Label("Өлүк", "Труп", "Corpse"), cpc("174, 176, 177"))
_CORPSE_FIELDS = CORPSE.of(
    Field("deceased", Kind.REF, Label("Каза болгон адам", "Умерший", "Deceased"), target="person",
        source=cpc("174, 177(7)(3)")),
    Field("death_date", Kind.DATE, Label("Каза болгон күнү", "Дата смерти", "Date of death"), not_future=True,
        source=cpc("177(7)(3)")),
    Field("body_position", Kind.RICH, Label("Дененин абалы, позасы", "Положение и поза трупа", "Position of the body"),
        max_length=10_000),
    Field("body_changes", Kind.RICH, Label("Өлүктүн өзгөрүүлөрү жана жаракаттары", "Трупные явления и повреждения",
        "Changes after death and injuries"), max_length=20_000),
    Field("unidentified_recorded", Kind.TRI, Label("Белгисиз өлүк: сүрөт, бармак издери, ткань үлгүсү алынды",
        "Неопознанный: фото, отпечатки, образцы ткани взяты",
        "Unidentified: photographs, prints and tissue taken"), source=cpc("174(3)")),
    Field("exhumation_ground", Kind.CODE, Label("Эксгумациянын негизи", "Основание эксгумации",
        "Ground of exhumation"), codes="exhumation_ground", required_when=Equals("kind", "exhumation"),
        source=cpc("176(1)")),
    Field("relatives_told_at", Kind.TIMESTAMP, Label("Каза болгондун жакындарына билдирилди",
        "Близкие умершего уведомлены", "Relatives of the deceased told at"), unit="relatives", not_future=True,
        source=cpc("177(1)")),
    Field("relatives_consent", Kind.TRI, Label("Жакындары макул", "Близкие согласны", "Relatives consent"),
        unit="relatives", source=cpc("177(1)")),
    Field("burial_place", Kind.TEXT, Label("Көмүлгөн жер, администрация", "Место захоронения, администрация",
        "Burial place and its administration"), max_length=500, source=cpc("177(4), 177(5)")),
    Field("sent_to", Kind.TEXT, Label("Өлүк кайда жөнөтүлдү", "Куда направлен труп", "Where the body was sent"),
        max_length=300, source=cpc("177(7)(8)")),
    Field("reburied_at", Kind.TIMESTAMP, Label("Кайра жерге берилди", "Повторно захоронен", "Buried again at"),
        not_future=True, source=cpc("177(10)"), stays_open=True),
)

BODY = Section("body", Label("Күбөлөндүрүү", "Освидетельствование", "Examination of the body"), cpc("175"))
_BODY_FIELDS = BODY.of(
    Field("person", Kind.REF, Label("Күбөлөндүрүлгөн адам", "Освидетельствуемый", "Person examined"),
        target="person", required_when=Equals("kind", "body_examination"), source=cpc("175(1)")),
    Field("purpose", Kind.RICH, Label("Максаты жана негиздери", "Цель и основания", "Purpose and grounds"),
        max_length=5_000, source=cpc("175(2)")),
    Field("examiner", Kind.TEXT, Label("Ким күбөлөндүрдү", "Кто производил", "Examined by"), max_length=300,
        required_when=Equals("kind", "body_examination"), source=cpc("175(4), 175(5)")),
    Field("same_sex", Kind.TRI, Label("Тергөөчү менен адам бир жыныста", "Следователь и лицо одного пола",
        "Investigator and person are of one sex"), unit="other_sex", source=cpc("175(5)")),
    Field("investigator_absent", Kind.TRI, Label("Башка жыныстагы тергөөчү катышкан жок",
        "Следователь другого пола не присутствовал", "Investigator of the other sex was absent"), unit="other_sex",
        required_when=Equals("same_sex", "no"), source=cpc("175(5)")),
    Field("by_doctor", Kind.TRI, Label("Дарыгер жүргүздү", "Проведено врачом", "Made by a doctor"),
        unit="other_sex", required_when=Equals("same_sex", "no"), source=cpc("175(5)")),
    Field("imaging_consent", Kind.TRI, Label("Сүрөткө тартууга макулдук", "Согласие на фото- и видеосъёмку",
        "Consent to photographs and video"), source=cpc("175(6)")),
    Field("findings", Kind.RICH, Label("Денедеги белгилер жана жаракаттар", "Обнаруженные признаки и повреждения",
        "Marks and injuries found"), max_length=20_000, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("175(1), 175(8)")),
    Field("intoxication", Kind.TRI, Label("Мас абалы", "Состояние опьянения", "Intoxication"),
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("175(1)")),
    Field("sealed_images", Kind.FILE, Label("Мөөр басылган сүрөттөр (сотко гана)",
        "Опечатанные изображения (только суду)", "Sealed images (for the court alone)"), merge=Merge.SET,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("175(6)")),
)

INSPECTION = RecordType(
    "inspection",
    1,
    Label("Кароо", "Осмотр", "Inspection"),
    Archetype.EVENT,
    (*_SUBJECT_FIELDS, *judicial_control(), *_CONDITIONS_FIELDS, *_COURSE_FIELDS, *_CORPSE_FIELDS, *_BODY_FIELDS,
        *recording(), *challenge(), *header("inspection")),
    roles=("inquiry_officer", "investigator", "prosecutor", "head"),
    sentence=Label(
        "{kind}[, {started_at}][, {place}][: {person}][: {deceased}]",
        "{kind}[, {started_at}][, {place}][: {person}][: {deceased}]",
        "{kind}[, {started_at}][, {place}][: {person}][: {deceased}]",
    ),
    sections=(SUBJECT, CONTROL, CONDITIONS, COURSE, CORPSE, BODY, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "started_at", "place", "basis", "person", "deceased", "drawn_by", "lawfulness"),
    moment="started_at",
    source=cpc("172–177"),
    steps=("P03", "P04", "P37"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor")),
)

TYPES = (INSPECTION,)
