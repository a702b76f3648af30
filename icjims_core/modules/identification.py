"""Presentation for identification: who recognises whom or what, among what, and how (P35)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, RECORDING, challenge, recording
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

# Fields read as the lines of a table.
# fmt: off
BEFORE = Section("before", Label("Таанытууга чейин", "До предъявления", "Before the presentation"), cpc("209, 210(1)"))
_BEFORE_FIELDS = BEFORE.of(
    Field("person", Kind.REF, Label("Тааныган адам", "Опознающий", "Person who identifies"), required=True,
        target="person", source=cpc("209(1)")),
    Field("capacity", Kind.CODE, Label("Тааныгандын абалы", "Процессуальное положение опознающего",
        "Capacity of that person"), codes="interrogation_capacity", source=cpc("209(1)")),
    Field("interrogated", Kind.REF, Label("Алдын ала суракка алуу", "Предварительный допрос",
        "Interrogation beforehand"), target="interrogation", source=cpc("209(5)")),
    Field("previous_description", Kind.RICH, Label("Мурун айткан белгилери", "Ранее названные приметы",
        "Description given before"), max_length=10_000, source=cpc("209(5)(4), 210(1)")),
    Field("seen_before", Kind.TRI, Label("Объектини мурун көргөн же жакшы билген",
        "Ранее видел или хорошо знал объект", "Saw or knew the object before"), source=cpc("209(2), 209(5)(2)")),
    Field("senses_defects", Kind.TEXT, Label("Сезүү органдарынын же психиканын кемчилиги",
        "Дефекты органов чувств или психики", "Defects of the senses or mind"), max_length=500,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("209(5)(3)")),
    Field("warned", Kind.TRI, Label("Жоопкерчилик жана укуктар эскертилди", "Предупреждён, права разъяснены",
        "Warned of liability, rights explained"), source=cpc("210(5)")),
    Field("repeated", Kind.TRI, Label("Ошол эле белгилер боюнча мурун таанытылган",
        "Ранее уже проводилось по тем же признакам", "Done before by the same marks"), source=cpc("209(3)")),
)

PRESENTATION = Section("presentation", Label("Көрсөтүү", "Предъявление", "Presentation"), cpc("209, 210"))
_PRESENTATION_FIELDS = PRESENTATION.of(
    Field("object_kind", Kind.CODE, Label("Таанытылуучу объект", "Объект опознания", "What is identified"),
        required=True, codes="identification_object", source=cpc("209(1)")),
    Field("presented_person", Kind.REF, Label("Көрсөтүлгөн адам", "Опознаваемый", "Person presented"),
        target="person", required_when=Equals("object_kind", "person"), source=cpc("210(4)")),
    Field("presented_item", Kind.REF, Label("Көрсөтүлгөн далил", "Опознаваемый предмет", "Thing presented"),
        target="evidence", source=cpc("210(13)")),
    Field("object_text", Kind.TEXT, Label("Объектинин баяндалышы", "Описание объекта", "Description of the object"),
        max_length=1_000, source=cpc("210(12)–210(15)")),
    Field("mode", Kind.CODE, Label("Ыкмасы", "Способ", "Way of presentation"), codes="identification_mode",
        source=cpc("209(4), 209(7), 210(7)–210(11)")),
    Field("mode_reason", Kind.TEXT, Label("Бул ыкманын себеби", "Почему этим способом", "Why in this way"),
        max_length=1_000, required_when=OneOf("mode", ("photo", "video", "unseen", "voice")),
        source=cpc("209(4), 210(7), 211(2)")),
    Field("lookalikes", Kind.INT, Label("Көрсөтүлгөндөрдүн жалпы саны", "Всего предъявлено лиц или предметов",
        "Number of persons or things shown"), minimum=1, maximum=50,
        help=Label("Адам да, сүрөт да, предмет да кеминде үчөө.", "Не менее трёх лиц, снимков, предметов.",
            "At least three persons, photographs or things."), source=cpc("210(4), 210(9), 210(13)")),
    Field("lookalikes_described", Kind.RICH, Label("Калгандары: жынысы, жашы, кийими, окшоштугу",
        "Остальные: пол, возраст, одежда, сходство", "The others: sex, age, clothing, likeness"),
        max_length=10_000, source=cpc("210(4), 210(13)")),
    Field("single_reason", Kind.TEXT, Label("Жалгыз көрсөтүлсө, себеби", "Почему объект один",
        "Why a single object was shown"), max_length=500, required_when=Equals("lookalikes", 1),
        source=cpc("210(12), 210(13)")),
    Field("place_chosen", Kind.TEXT, Label("Адам ээлеген орун", "Какое место занял опознаваемый",
        "Place the person took"), max_length=200, source=cpc("210(4)")),
    Field("others_consent", Kind.TRI, Label("Калгандары макул жана тааныш эмес",
        "Остальные согласны и не знакомы опознающему", "The others consent and are strangers"),
        source=cpc("210(3)")),
    Field("specialists", Kind.TEXT, Label("Адистер, психолог, педагог", "Специалисты, психолог, педагог",
        "Specialists, psychologist, pedagogue"), merge=Merge.SET, max_length=300, source=cpc("210(10)")),
)

RESULT = Section("result", Label("Жыйынтыгы", "Результат", "Result"), cpc("210(6), 211"))
_RESULT_FIELDS = RESULT.of(
    Field("outcome", Kind.CODE, Label("Жыйынтык", "Результат", "Result"), codes="identification_result",
        source=cpc("210(6), 211(1)")),
    Field("recognised_by", Kind.RICH, Label("Кайсы белгилер боюнча тааныды", "По каким признакам опознан объект",
        "By which marks"), max_length=10_000, required_when=Equals("outcome", "recognised"), source=cpc("211(1)")),
    Field("told_presented_at", Kind.TIMESTAMP, Label("Жыйынтык көрсөтүлгөн адамга айтылды",
        "Результат сообщён опознаваемому", "Result told to the person presented at"), not_future=True,
        source=cpc("211(2)"), stays_open=True),
    Field("identity_kept_apart", Kind.TRI, Label("Тааныгандын маалыматы өзүнчө сакталат",
        "Данные опознающего хранятся отдельно", "Particulars of the witness kept apart"), source=cpc("211(2)")),
    Field("photos", Kind.FILE, Label("Сүрөттөр жана видеожазуу", "Фотографии и видеозапись",
        "Photographs and video"), merge=Merge.SET, source=cpc("211(3)")),
)

IDENTIFICATION = RecordType(
    "identification",
    1,
    Label("Таанытуу", "Предъявление для опознания", "Identification"),
    Archetype.EVENT,
    (*_BEFORE_FIELDS, *_PRESENTATION_FIELDS, *_RESULT_FIELDS, *recording(), *challenge(), *header("identification")),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sentence=Label(
        "Таанытуу: {object_kind}[, {presented_person}][, {mode}][ — {outcome}][, {started_at}]",
        "Опознание: {object_kind}[, {presented_person}][, {mode}][ — {outcome}][, {started_at}]",
        "Identification: {object_kind}[, {presented_person}][, {mode}][ — {outcome}][, {started_at}]",
    ),
    sections=(BEFORE, PRESENTATION, RESULT, RECORDING, CHALLENGE, HEADER),
    columns=("object_kind", "presented_person", "mode", "lookalikes", "outcome", "started_at"),
    moment="started_at",
    source=cpc("209–211"),
    steps=("P35",),
    signing=Signing("2026-1", ("investigator", "prosecutor")),
)

TYPES = (IDENTIFICATION,)
