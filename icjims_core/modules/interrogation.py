"""Interrogation and its protocol: who, when, with whom, under which rules, what (P24, P33)."""

from __future__ import annotations

from dataclasses import replace

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
from icjims_core.declarations.schema import (
    Archetype,
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
from icjims_core.law.references import cpc

_MENDEZ = Source("Méndez Principles 2021", "principles 2, 3")

# Fields read as the lines of a table.
# fmt: off
TIME = Section("time", Label("Ким жана качан", "Кто и когда", "Who and when"), cpc("170(3), 196, 197"))
_TIME_FIELDS = TIME.of(
    Field("person", Kind.REF, Label("Суракка алынган адам", "Допрашиваемый", "Person interrogated"),
        required=True, target="person"),
    Field("action", Kind.CODE,
        Label("Тергөө аракети", "Следственное действие", "Investigative action"),
        codes="investigative_action"),
    Field("kind", Kind.CODE, Label("Биринчи же кошумча", "Первый или дополнительный", "First or further"),
        unit="kind_of", codes="interrogation_kind", source=cpc("198(13), 194")),
    Field("further_reason", Kind.TEXT, Label("Кошумча же кайталап суроонун себеби",
        "Причина дополнительного или повторного допроса", "Why there is a further interrogation"), unit="kind_of",
        max_length=1_000, required_when=OneOf("kind", ("additional", "repeated")), source=cpc("198(13)")),
    Field("capacity", Kind.CODE,
        Label("Кайсы абалда суралды", "В качестве кого", "In which capacity"),
        required=True, codes="interrogation_capacity"),
    Field("breaks", Kind.TEXT, Label("Тыныгуулар", "Перерывы", "Breaks"), merge=Merge.SET,
        max_length=11, pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]",
        help=Label("Мисалы: 13:40-14:50", "Например: 13:40-14:50", "For example: 13:40-14:50"),
        source=cpc("197(2)")),
    Field("break_reasons", Kind.TEXT, Label("Үзгүлтүктөрдүн себептери", "Причины прерывания допроса",
        "Why it was interrupted"), max_length=1_000, required_when=Filled("breaks"), source=cpc("198(14)")),
    Field("minutes_before", Kind.INT, Label("Ушул күнү мурда суралган, мүнөт", "Допрошен ранее в этот день, минут",
        "Minutes interrogated before on this day"), minimum=0, maximum=1_440, source=cpc("197(2), 462(1)")),
    Field("medical_limit", Kind.TEXT, Label("Дарыгердин корутундусу боюнча чек",
        "Предел продолжительности по заключению врача", "Limit set by a doctor"), max_length=300,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("197(3)")),
    Field("night_reason", Kind.TEXT,
        Label("Түнкүсүн өткөрүүнүн себеби", "Причина проведения ночью",
            "Reason for acting at night"), max_length=500, source=cpc("165(2)")),
    Field("summons", Kind.CODE, Label("Кантип чакырылды", "Способ вызова", "How summoned"),
        unit="summoning", codes="summons_way", source=cpc("196(2), 196(4), 196(5)")),
    Field("summoned_at", Kind.TIMESTAMP,
        Label("Чакырылган убакыт", "Повестка вручена", "Summoned at"), unit="summoning",
        not_future=True, source=cpc("196(1), 196(2)")),
    Field("identity_checked", Kind.TEXT, Label("Инсандыгы кантип такталды", "Как удостоверена личность",
        "How identity was checked"), max_length=300, source=cpc("198(1), 199(2)")),
    Field("criminal_record_asked", Kind.TRI, Label("Соттуулугу такталды", "Сведения о судимости выяснены",
        "Criminal record was asked"), source=cpc("199(2)")),
)

PRESENT = Section("present", Label("Катышкандар", "Участвующие лица", "Persons present"),
    cpc("103(1), 198(3), 203, 462(2)"))
_PRESENT_FIELDS = PRESENT.of(
    Field("lawyer_present", Kind.TRI,
        Label("Адвокат катышты", "Адвокат присутствовал", "Lawyer present"), unit="lawyer_present_named",
        source=cpc("103(1), 244(2)")),
    Field("lawyer_name", Kind.TEXT, Label("Адвокаты", "Адвокат", "Lawyer"), unit="lawyer_present_named",
        max_length=200),
    Field("lawyer_missing_reason", Kind.TEXT, Label("Адвокат катышпаса, себеби", "Почему адвокат не участвовал",
        "Why no lawyer took part"), unit="lawyer_present_named", max_length=500, source=cpc("80(4)(1), 103(1)")),
    Field("lawyer_waived", Kind.TRI, Label("Адвокаттан анын катышуусунда баш тартты",
        "Отказ от адвоката в его присутствии", "Lawyer waived in the lawyer’s presence"),
        source=cpc("80(4)(1), 170(6)")),
    Field("testimony_language", Kind.CODE,
        Label("Көрсөтмө берүү тили", "Язык показаний", "Language of testimony"),
        codes="language", source=cpc("198(1)")),
    Field("language_understood", Kind.TRI, Label("Өндүрүштүн тилин түшүнөт", "Понимает язык производства",
        "Understands the language of the proceedings"), source=cpc("198(1), 199(6)")),
    Field("interpreter_warned", Kind.TRI, Label("Котормочу жоопкерчилик жөнүндө эскертилди",
        "Переводчик предупреждён об ответственности", "Interpreter warned of liability"), source=cpc("169(2)")),
    Field("is_child", Kind.TRI, Label("Бала", "Ребёнок", "Child"),
        help=Label("2 сааттан ашык эмес, 8:00–22:00.", "Не более 2 часов подряд и 4 в день, с 8:00 до 22:00.",
            "At most 2 hours at a time and 4 a day, 8:00–22:00."), source=cpc("203, 462(1)")),
    Field("legal_representative", Kind.REF,
        Label("Мыйзамдуу өкүлү", "Законный представитель", "Legal representative"),
        target="person", source=cpc("203(1), 462(2)")),
    Field("representative_missing_reason", Kind.TEXT, Label("Мыйзамдуу өкүлү катышпаса, себеби",
        "Почему нет законного представителя", "Why there is no legal representative"), max_length=500,
        source=cpc("203(1), 462(2)"), stays_open=True),
    Field("child_officer", Kind.TEXT, Label("Балдарды коргоо органынын кызматкери",
        "Сотрудник органа по защите детей", "Child-protection officer"), max_length=200,
        source=cpc("203(1), 462(2)")),
    Field("psychologist", Kind.TEXT,
        Label("Психолог же педагог", "Психолог или педагог", "Psychologist or pedagogue"),
        max_length=200, source=cpc("203(1), 462(2)")),
    Field("psychologist_missing_reason", Kind.TEXT, Label("Психолог же педагог катышпаса, себеби",
        "Почему нет психолога или педагога", "Why there is no psychologist or pedagogue"), max_length=500,
        source=cpc("203(1), 462(2)"), stays_open=True),
    Field("doctor", Kind.TEXT, Label("Дарыгердин уруксаты жана катышуусу", "Разрешение и присутствие врача",
        "Permission and presence of a doctor"), max_length=300, sensitivity=Sensitivity.SPECIAL_CATEGORY,
        source=cpc("198(3)")),
    Field("assistant", Kind.TEXT, Label("Жаңсоо тилинин адиси же көрбөгөндүн ассистенти",
        "Сурдопереводчик или ассистент незрячего", "Sign-language interpreter or assistant of a blind person"),
        max_length=200, source=cpc("198(3), 199(7)")),
    Field("others_present", Kind.REF,
        Label("Башка катышкандар", "Иные участвующие лица", "Others present"), merge=Merge.SET,
        target="person", source=cpc("170(3)")),
    Field("same_sex_wished", Kind.TRI, Label("Бир жыныстагы кызматкерди каалады",
        "Просил(а) сотрудника того же пола", "Asked for an officer of the same sex"),
        source=Source("Istanbul Convention", "50–56")),
)

RIGHTS = Section("rights", Label("Эскертүүлөр", "Разъяснения и предупреждения", "Warnings"),
    cpc("198(2), 202(2)"))
_RIGHTS_FIELDS = RIGHTS.of(
    Field("rights_explained", Kind.TRI,
        Label("Укуктары жана милдеттери түшүндүрүлдү", "Права и обязанности разъяснены",
            "Rights and duties explained"), source=cpc("103(2), 198(2)")),
    Field("rights_missing_reason", Kind.TEXT, Label("Укуктары түшүндүрүлбөсө, себеби",
        "Почему права не разъяснены", "Why the rights were not explained"), max_length=500,
        source=cpc("103(2), 198(2)"), stays_open=True),
    Field("suspicion_told", Kind.TRI, Label("Эмнеден шектелгени айтылды", "Объявлено, в чём подозревается",
        "Told of the suspicion"), source=cpc("103(2)")),
    Field("liability_warned", Kind.TRI,
        Label("Жалган көрсөтмө үчүн жоопкерчилик эскертилди",
            "Предупреждён об ответственности за ложные показания",
            "Warned of liability for false testimony"), source=cpc("198(2), 202(2), 203(2)")),
    Field("self_incrimination_told", Kind.TRI, Label("Өзүнө жана жакындарына каршы айтпоо укугу түшүндүрүлдү",
        "Разъяснено право не свидетельствовать против себя и близких",
        "Right not to testify against self and relatives explained"), source=cpc("198(10), 202(2)")),
    Field("silence_used", Kind.TRI,
        Label("Көрсөтмө берүүдөн баш тартты", "Отказался(ась) давать показания",
            "Declined to testify"), source=cpc("44(1)(9)")),
)

REMOTE = Section("remote", Label("Алыстан суроо жана чакыруу", "Дистанционный допрос", "Remote interrogation"),
    cpc("201"))
_REMOTE_FIELDS = REMOTE.of(
    Field("remote", Kind.TRI, Label("Видеобайланыш аркылуу", "В режиме видеосвязи", "By video link"),
        unit="by_video", source=cpc("201(1)")),
    Field("remote_ground", Kind.CODE, Label("Негизи", "Основание", "Ground"), unit="by_video",
        codes="remote_ground", required_when=Equals("remote", "yes"), source=cpc("201(2)")),
    Field("remote_body", Kind.TEXT, Label("Адам турган жердеги орган жана тергөөчү",
        "Орган и следователь по месту нахождения лица", "Body and investigator where the person is"),
        max_length=300, source=cpc("201(1), 201(5)")),
    Field("appearance_changed", Kind.TRI, Label("Көрүнүшү жана үнү өзгөртүлдү", "С изменением внешности и голоса",
        "Appearance and voice were changed"), source=cpc("201(6)")),
    Field("faults", Kind.TEXT, Label("Техникалык бузулуулар", "Технические неисправности", "Technical faults"),
        max_length=1_000, source=cpc("201(5)")),
    Field("sent_at", Kind.TIMESTAMP, Label("Протокол тергөөчүгө жөнөтүлдү", "Протокол направлен следователю",
        "Protocol sent to the investigator at"), not_future=True, source=cpc("201(5)"), stays_open=True),
)

PLAN = Section("plan", Label("Сүйлөшүүнүн планы", "План беседы", "Plan of the interview"), _MENDEZ)
_PLAN_FIELDS = PLAN.of(
    Field("interview_plan", Kind.RICH, Label("План: эмнени билүү керек, кандай тартипте",
        "План: что выяснить и в каком порядке", "Plan: what to learn and in which order"), max_length=10_000,
        source=_MENDEZ),
    Field("interview_outcome", Kind.CODE, Label("Сүйлөшүүнүн жыйынтыгы", "Итог беседы", "Outcome of the interview"),
        codes="interview_outcome", source=_MENDEZ),
)

CONTENT = Section("content", Label("Мазмуну", "Содержание", "Content"), cpc("198, 199"))
_CONTENT_FIELDS = CONTENT.of(
    Field("content", Kind.RICH,
        Label("Көрсөтмөлөр, суроолор жана жооптор", "Показания, вопросы и ответы",
            "Statements, questions and answers"), searchable=True, source=cpc("199(1)")),
    Field("questions_rejected", Kind.RICH, Label("Четке кагылган суроолор жана жүйөлөрү",
        "Отведённые вопросы и мотивы", "Questions rejected and why"), max_length=10_000, source=cpc("199(1), 203(3)")),
    Field("shown", Kind.REF, Label("Көрсөтүлгөн далилдер", "Предъявленные доказательства", "Evidence shown"),
        merge=Merge.SET, target="evidence", source=cpc("198(8)")),
    Field("drawings", Kind.FILE, Label("Адам жасаган схемалар, сүрөттөр", "Схемы и рисунки допрашиваемого",
        "Drawings by the person"), merge=Merge.SET, source=cpc("199(3)")),
    Field("handwritten", Kind.TRI, Label("Өз колу менен жазды", "Показания записаны собственноручно",
        "Written by own hand"), source=cpc("198(5)")),
    Field("guilt_admission", Kind.CODE, Label("Айыбын моюнга алуусу", "Отношение к обвинению",
        "Attitude to the charge"), codes="guilt_admission", source=cpc("244(6)")),
    Field("confession", Kind.TRI,
        Label("Айыбын моюнга алды", "Признательные показания", "Confession"),
        source=cpc("200(2)(6)")),
    Field("each_page_signed", Kind.TRI, Label("Ар бир бетине кол коюлду", "Подписана каждая страница",
        "Every page signed"), source=cpc("199(5), 199(7)")),
)


def _act_fields() -> tuple[Field, ...]:
    """The header of the act, the time of whose beginning an interrogation cannot do without."""
    return tuple(
        replace(each, required=True) if each.name == "started_at" else each for each in header("interrogation")
    )


INTERROGATION = RecordType(
    "interrogation",
    1,
    Label("Суракка алуу", "Допрос", "Interrogation"),
    Archetype.EVENT,
    (*_TIME_FIELDS, *_PRESENT_FIELDS, *_RIGHTS_FIELDS, *_REMOTE_FIELDS, *_PLAN_FIELDS, *_CONTENT_FIELDS,
        *recording(), *challenge(), *_act_fields()),
    roles=("inquiry_officer", "investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "{person} суракка алынды[ ({capacity})]: {started_at}[ – {ended_at}][, адвокат: "
        "{lawyer_name}]",
        "Допрос: {person}[ ({capacity})], {started_at}[ – {ended_at}][, адвокат {lawyer_name}]",
        "{person} interrogated[ ({capacity})] {started_at}[ – {ended_at}][, lawyer {lawyer_name}]",
    ),
    sections=(TIME, PRESENT, RIGHTS, REMOTE, PLAN, CONTENT, RECORDING, CHALLENGE, HEADER),
    columns=("person", "action", "capacity", "started_at", "ended_at", "drawn_by",
        "lawyer_present", "confession"),
    moment="started_at",
    source=cpc("170, 196–203"),
    steps=("P04", "P24", "P33"),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor")),
)

TYPES = (INTERROGATION,)
