"""Search, seizure and personal search (P36)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CHALLENGE, CONTROL, RECORDING, challenge, judicial_control, recording
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
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
SUBJECT = Section("subject", Label("Эмне үчүн жана кайда", "Основание и место", "Ground and place"), cpc("212, 213"))
_SUBJECT_FIELDS = SUBJECT.of(
    Field("kind", Kind.CODE, Label("Аракеттин түрү", "Вид действия", "Kind of action"), required=True,
        codes="search_kind", source=cpc("212(1), 212(2), 213")),
    Field("person", Kind.REF, Label("Кимде жүргүзүлдү", "У кого проведён", "At whose place or on whom"),
        target="person", required_when=Equals("kind", "personal_search"), source=cpc("212(1), 213(1)")),
    Field("organisation", Kind.TEXT, Label("Уюм", "Организация", "Organisation"), max_length=300,
        source=cpc("212(12)")),
    Field("place_kind", Kind.CODE, Label("Жердин түрү", "Вид места", "Kind of place"), codes="search_place",
        source=cpc("212(12), 212(13)")),
    Field("basis", Kind.CODE, Label("Негизи: соттун чечими же кечиктирилгис учур",
        "Основание: решение суда или неотложность", "Basis: court order or urgency"), required=True,
        codes="entry_basis", source=cpc("212(4), 212(9), 213(2)")),
    Field("reasons", Kind.RICH, Label("Жетиштүү маалыматтар", "Достаточные данные", "Sufficient data"),
        max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("212(1), 212(5)")),
    Field("sought", Kind.RICH, Label("Эмне же ким изделди", "Что или кто разыскивались", "What or who was sought"),
        max_length=10_000, source=cpc("212(1), 212(2)")),
)

COURSE = Section("course", Label("Жүрүшү", "Ход", "Course"), cpc("212(7)–212(19), 213(3)"))
_COURSE_FIELDS = COURSE.of(
    Field("order_shown_at", Kind.TIMESTAMP, Label("Токтом көрсөтүлдү", "Постановление предъявлено",
        "Order shown at"), not_future=True, source=cpc("212(10), 212(11)")),
    Field("offered_to_give", Kind.TRI, Label("Өз ыктыяры менен берүү сунушталды", "Предложено выдать добровольно",
        "Asked to give up voluntarily"), source=cpc("212(10), 212(11)")),
    Field("surrender", Kind.CODE, Label("Кантип берилди же алынды", "Выдано или изъято", "Given up or taken"),
        codes="surrender", source=cpc("214(2)")),
    Field("officers", Kind.TEXT, Label("Жүргүзгөн кызматкерлер", "Кто производил", "Officers who acted"),
        merge=Merge.SET, max_length=300, source=cpc("170(3)")),
    Field("officers_same_sex", Kind.TRI, Label("Жеке тинтүүнү бир жыныстагы адам жүргүздү",
        "Личный обыск провело лицо того же пола", "Personal search by a person of the same sex"), unit="same_sex",
        required_when=Equals("kind", "personal_search"), source=cpc("213(3)")),
    Field("specialists_same_sex", Kind.TRI, Label("Катышкан адистер да ошол жыныста",
        "Специалисты того же пола", "Specialists of the same sex"), unit="same_sex", source=cpc("213(3)")),
    Field("residents_present", Kind.TEXT, Label("Ким катышты (жашаган адам, администрация, жергиликтүү бийлик)",
        "Кто присутствовал (проживающий, администрация, орган МСУ)",
        "Who was present for the place (resident, management, local body)"), max_length=500,
        source=cpc("172(7), 172(8), 212(12)")),
    Field("lawyers", Kind.TEXT, Label("Адвокаттар", "Адвокаты", "Lawyers"), merge=Merge.SET, max_length=200,
        source=cpc("212(12)")),
    Field("specialists", Kind.TEXT, Label("Адистер", "Специалисты", "Specialists"), merge=Merge.SET,
        max_length=300, source=cpc("212(7), 212(17)")),
    Field("forced_entry", Kind.TEXT, Label("Ачылган жайлар, келтирилген зыян", "Вскрытия и повреждения",
        "What was opened or damaged"), max_length=1_000, source=cpc("212(10)")),
    Field("leaving_forbidden", Kind.TRI, Label("Чыгууга жана сүйлөшүүгө тыюу салынды",
        "Запрещено покидать место и общаться", "Leaving and talking forbidden"), source=cpc("212(15)")),
    Field("destruction_attempts", Kind.RICH, Label("Жок кылууга же жашырууга аракеттер",
        "Попытки уничтожить или спрятать", "Attempts to destroy or hide"), max_length=5_000,
        source=cpc("214(3)")),
    Field("privacy_protected", Kind.TRI, Label("Жеке турмуш маалыматын коргоо чаралары көрүлдү",
        "Приняты меры защиты частной жизни", "Private life was protected"), source=cpc("212(14)")),
)

RESULTS = Section("results", Label("Табылганы жана алынганы", "Обнаружено и изъято", "Found and taken"), cpc("214"))
_RESULTS_FIELDS = RESULTS.of(
    Field("description", Kind.RICH, Label("Кайда, кандай жагдайда, кандай абалда табылды",
        "Где, при каких обстоятельствах и в каком состоянии обнаружено",
        "Where, how and in what state things were found"), searchable=True, source=cpc("214(2)")),
    Field("items_listed", Kind.RICH, Label("Алынгандардын тизмеси: саны, салмагы, белгилери, баасы",
        "Опись изъятого: количество, вес, признаки, стоимость",
        "Things taken: number, weight, marks, value"), max_length=50_000, source=cpc("214(2)")),
    Field("items", Kind.REF, Label("Алынган далилдер", "Изъятые предметы", "Things taken"), merge=Merge.SET,
        target="evidence", source=cpc("212(16), 214(2)"), stays_open=True),
    Field("packaging", Kind.TEXT, Label("Таңгагы, мөөрү, кол коюлушу", "Упаковка, печать, подписи",
        "Packaging, seal, signatures"), max_length=1_000, source=cpc("212(19)")),
    Field("digital_by_specialist", Kind.TEXT, Label("Электрондук алып жүрүүчүнү алган адис",
        "Специалист, изъявший электронный носитель", "Specialist who took the data carrier"), max_length=300,
        source=cpc("212(17)")),
    Field("digital_copied", Kind.TRI, Label("Ээсинин өтүнүчү боюнча маалымат көчүрүлдү",
        "Информация скопирована по ходатайству владельца", "Data copied at the owner’s request"),
        source=cpc("212(17)")),
    Field("returned", Kind.TEXT, Label("Кайтарылган, ишке тиешеси жок буюмдар", "Возвращено как не относящееся к делу",
        "Returned as not relevant"), max_length=1_000, source=cpc("212(18)"), stays_open=True),
    Field("copy_given_at", Kind.TIMESTAMP, Label("Протоколдун көчүрмөсү берилди", "Копия протокола вручена",
        "Copy of the protocol handed at"), unit="copy", not_future=True, source=cpc("214(4)"), stays_open=True),
    Field("copy_given_to", Kind.TEXT, Label("Көчүрмө кимге берилди", "Кому вручена копия", "To whom"), unit="copy",
        max_length=300, required_when=Filled("copy_given_at"), source=cpc("214(4)"), stays_open=True),
    Field("video", Kind.FILE, Label("Сүрөт жана видео", "Фото- и видеосъёмка", "Photographs and video"),
        merge=Merge.SET, source=cpc("212(7)")),
    Field("video_missing_reason", Kind.TEXT, Label("Сүрөт же видео жок болсо, себеби",
        "Почему нет фото- или видеосъёмки", "Why there is no photograph or video"), max_length=500,
        required_when=AllOf((OneOf("recorded", ("no", "not_asked")), Blank("video"))), source=cpc("212(7)")),
)

SEARCH = RecordType(
    "search",
    1,
    Label("Тинтүү, алып коюу", "Обыск, выемка", "Search and seizure"),
    Archetype.EVENT,
    (*_SUBJECT_FIELDS, *judicial_control(), *_COURSE_FIELDS, *_RESULTS_FIELDS, *recording(), *challenge(),
        *header("search")),
    roles=("investigator", "inquiry_officer", "prosecutor", "head"),
    sentence=Label(
        "{kind}[: {person}][, {organisation}][, {place}][, {started_at}][, негизи: {basis}][, {surrender}]",
        "{kind}[: {person}][, {organisation}][, {place}][, {started_at}][, основание: {basis}][, {surrender}]",
        "{kind}[: {person}][, {organisation}][, {place}][, {started_at}][, basis: {basis}][, {surrender}]",
    ),
    sections=(SUBJECT, CONTROL, COURSE, RESULTS, RECORDING, CHALLENGE, HEADER),
    columns=("kind", "person", "place", "started_at", "ended_at", "basis", "judge_notified_at", "lawfulness"),
    moment="started_at",
    source=cpc("212–214"),
    steps=("P36",),
    signing=Signing("2026-1", ("investigator", "inquiry_officer", "prosecutor"), (("prosecutor", "consent"),)),
)

TYPES = (SEARCH,)
