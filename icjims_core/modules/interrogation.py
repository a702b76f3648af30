"""Interrogation and its protocol: who, when, with whom, under which rules, what (P24, P33)."""

from __future__ import annotations

from icjims_core.law import cpc
from icjims_core.schema import (
    Archetype,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
)

# Fields read as the lines of a table.
# fmt: off
TIME = Section("time", Label("Убактысы жана орду", "Время и место", "Time and place"),
    cpc("170(3), 197"))
_TIME_FIELDS = TIME.of(
    Field("person", Kind.REF, Label("Суракка алынган адам", "Допрашиваемый", "Person interrogated"),
        required=True, target="person"),
    Field("action", Kind.CODE,
        Label("Тергөө аракети", "Следственное действие", "Investigative action"),
        codes="investigative_action"),
    Field("capacity", Kind.CODE,
        Label("Кайсы абалда суралды", "В качестве кого", "In which capacity"),
        codes="interrogation_capacity"),
    Field("started_at", Kind.TIMESTAMP, Label("Башталган убакыт", "Время начала", "Started at"),
        required=True, unit="time", not_future=True, source=cpc("170(3)")),
    Field("ended_at", Kind.TIMESTAMP, Label("Аяктаган убакыт", "Время окончания", "Ended at"),
        unit="time", not_future=True, not_before="started_at", source=cpc("170(3)")),
    Field("breaks", Kind.TEXT, Label("Тыныгуулар", "Перерывы", "Breaks"), merge=Merge.SET,
        max_length=11, pattern=r"([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]",
        help=Label("Мисалы: 13:40-14:50", "Например: 13:40-14:50", "For example: 13:40-14:50"),
        source=cpc("197(2)")),
    Field("night_reason", Kind.TEXT,
        Label("Түнкүсүн өткөрүүнүн себеби", "Причина проведения ночью",
            "Reason for acting at night"), max_length=500, source=cpc("165(2)")),
    Field("region", Kind.CODE, Label("Аймак", "Территория", "Region"), codes="region"),
    Field("place", Kind.TEXT, Label("Өткөрүлгөн жер", "Место проведения", "Place"),
        max_length=500, source=cpc("170(3)")),
    Field("official", Kind.TEXT,
        Label("Протоколду түзгөн кызмат адамы", "Кто составил протокол",
            "Officer who drew up the protocol"), max_length=200, source=cpc("170(3)")),
    Field("summons", Kind.CODE, Label("Кантип чакырылды", "Способ вызова", "How summoned"),
        unit="summoning", codes="summons_way", source=cpc("196(2), 196(4), 196(5)")),
    Field("summoned_at", Kind.TIMESTAMP,
        Label("Чакырылган убакыт", "Повестка вручена", "Summoned at"), unit="summoning",
        not_future=True),
)

PRESENT = Section("present", Label("Катышкандар", "Участвующие лица", "Persons present"),
    cpc("170(3), 198, 462(2)"))
_PRESENT_FIELDS = PRESENT.of(
    Field("lawyer_present", Kind.TRI,
        Label("Адвокат катышты", "Адвокат присутствовал", "Lawyer present"), unit="lawyer",
        source=cpc("103(1)")),
    Field("lawyer_name", Kind.TEXT, Label("Адвокаты", "Адвокат", "Lawyer"), unit="lawyer",
        max_length=200),
    Field("interpreter", Kind.REF, Label("Котормочу", "Переводчик", "Interpreter"),
        target="person", source=cpc("198(3), 199(6)")),
    Field("language", Kind.CODE,
        Label("Көрсөтмө берүү тили", "Язык показаний", "Language of testimony"),
        codes="language", source=cpc("198(1)")),
    Field("legal_representative", Kind.REF,
        Label("Мыйзамдуу өкүлү", "Законный представитель", "Legal representative"),
        target="person", source=cpc("462(2)")),
    Field("psychologist", Kind.TEXT,
        Label("Психолог же педагог", "Психолог или педагог", "Psychologist or pedagogue"),
        max_length=200, source=cpc("462(2)")),
    Field("others_present", Kind.REF,
        Label("Башка катышкандар", "Иные участвующие лица", "Others present"), merge=Merge.SET,
        target="person", source=cpc("170(3)")),
)

RIGHTS = Section("rights", Label("Эскертүүлөр", "Разъяснения и предупреждения", "Warnings"),
    cpc("198(2)"))
_RIGHTS_FIELDS = RIGHTS.of(
    Field("rights_explained", Kind.TRI,
        Label("Укуктары жана милдеттери түшүндүрүлдү", "Права и обязанности разъяснены",
            "Rights and duties explained"), source=cpc("103(2), 198(2)")),
    Field("liability_warned", Kind.TRI,
        Label("Жалган көрсөтмө үчүн жоопкерчилик эскертилди",
            "Предупреждён об ответственности за ложные показания",
            "Warned of liability for false testimony"), source=cpc("198(2)")),
    Field("silence_used", Kind.TRI,
        Label("Көрсөтмө берүүдөн баш тартты", "Отказался(ась) давать показания",
            "Declined to testify"), source=cpc("44(1)(9)")),
)

RECORDING = Section("recording", Label("Жазуу", "Звуко- и видеозапись", "Recording"), cpc("200"))
_RECORDING_FIELDS = RECORDING.of(
    Field("means", Kind.CODE,
        Label("Техникалык каражаттар", "Технические средства", "Technical means"),
        merge=Merge.SET, codes="technical_means", source=cpc("170(4)")),
    Field("recording_grounds", Kind.CODE,
        Label("Жазуунун негиздери", "Основания записи", "Grounds of the recording"),
        merge=Merge.SET, codes="recording_ground", source=cpc("200(1), 200(2)")),
    Field("recording_told", Kind.TRI,
        Label("Жазуу жөнүндө алдын ала айтылды", "О записи сообщено заранее",
            "Told of the recording beforehand"), source=cpc("170(4), 200(3)")),
    Field("recording_missing_reason", Kind.TEXT,
        Label("Жазуу жок болсо — себеби", "Почему запись не велась", "Why there is no recording"),
        max_length=500),
)

CONTENT = Section("content", Label("Мазмуну", "Содержание", "Content"), cpc("199"))
_CONTENT_FIELDS = CONTENT.of(
    Field("content", Kind.RICH,
        Label("Көрсөтмөлөр, суроолор жана жооптор", "Показания, вопросы и ответы",
            "Statements, questions and answers"), searchable=True, source=cpc("199(1)")),
    Field("confession", Kind.TRI,
        Label("Айыбын моюнга алды", "Признательные показания", "Confession"),
        source=cpc("200(2)(6)")),
    Field("read_aloud", Kind.TRI,
        Label("Окуп чыкты же окуп берилди", "Прочитано лично или оглашено",
            "Read by the person or read aloud"), source=cpc("199(4)")),
    Field("remarks", Kind.TEXT,
        Label("Эскертүүлөр жана толуктоолор", "Замечания и дополнения", "Remarks and additions"),
        merge=Merge.APPEND, max_length=4_000, source=cpc("170(5), 199(4)")),
    Field("signature", Kind.CODE,
        Label("Суракка алынгандын колу", "Подпись допрашиваемого", "Signature"),
        unit="signing", codes="signature_result", source=cpc("170(7), 171, 199(5)")),
    Field("refusal_reason", Kind.TEXT,
        Label("Кол коюудан баш тартуунун себеби", "Причина отказа от подписи",
            "Reason for refusing to sign"), unit="signing", max_length=1_000,
        source=cpc("171(2), 199(5)")),
)

INTERROGATION = RecordType(
    "interrogation",
    1,
    Label("Суракка алуу", "Допрос", "Interrogation"),
    Archetype.EVENT,
    (*_TIME_FIELDS, *_PRESENT_FIELDS, *_RIGHTS_FIELDS, *_RECORDING_FIELDS, *_CONTENT_FIELDS),
    roles=("inquiry_officer", "investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "{person} суракка алынды[ ({capacity})]: {started_at}[ – {ended_at}][, адвокат: "
        "{lawyer_name}]",
        "Допрос: {person}[ ({capacity})], {started_at}[ – {ended_at}][, адвокат {lawyer_name}]",
        "{person} interrogated[ ({capacity})] {started_at}[ – {ended_at}][, lawyer {lawyer_name}]",
    ),
    sections=(TIME, PRESENT, RIGHTS, RECORDING, CONTENT),
    columns=("person", "action", "capacity", "started_at", "ended_at", "official",
        "lawyer_present", "confession"),
    moment="started_at",
    source=cpc("170, 196–200"),
    steps=("P24", "P33"),
)

TYPES = (INTERROGATION,)
