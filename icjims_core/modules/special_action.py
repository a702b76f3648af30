"""Special investigative actions: sealed records of what is done without the person's knowledge (P41)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.act_sections import CONTROL, judicial_control
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
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
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
REQUEST = Section("request", Label("Өтүнүч", "Ходатайство", "Request"), cpc("219, 221"))
_REQUEST_FIELDS = REQUEST.of(
    Field("kind", Kind.CODE, Label("Аракеттин түрү", "Вид действия", "Kind of action"), required=True,
        codes="special_action_kind", source=cpc("220, 221(3)(7)")),
    Field("ground", Kind.CODE, Label("Негизи", "Основание", "Ground"), codes="special_action_ground",
        source=cpc("219(4), 223(1), 269(4)")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person",
        source=cpc("221(3)(6)")),
    Field("target_text", Kind.TEXT, Label("Жер, предмет, номер же лакап ат", "Место, предмет, номер или псевдоним",
        "Place, thing, number or pseudonym"), max_length=1_000, source=cpc("221(3)(6), 221(4)")),
    Field("third_person", Kind.TRI, Label("Үчүнчү адамга карата", "В отношении третьего лица",
        "In respect of a third person"), source=cpc("219(5)")),
    Field("article", Kind.CODE, Label("Берене", "Статья", "Article"), unit="qualification",
        codes="criminal_code_article", source=cpc("221(3)(4)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?", source=cpc("221(3)(4)")),
    Field("facts", Kind.RICH, Label("Иштин кыскача мазмуну", "Краткая фабула", "Facts in brief"),
        max_length=20_000, source=cpc("221(3)(3)")),
    Field("reasons", Kind.RICH, Label("Зарылдыгы, башкача алуу мүмкүн эместиги",
        "Необходимость и невозможность иного способа", "Why it is needed and nothing else will do"),
        max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("219(1), 221(3)(5)")),
    Field("aim", Kind.RICH, Label("Максаты", "Цель", "Aim"), max_length=5_000, source=cpc("221(3)(7)")),
    Field("term_reason", Kind.TEXT, Label("Мөөнөттүн негиздемеси", "Обоснование срока", "Why this term"),
        max_length=1_000, source=cpc("221(3)(7)")),
    Field("executing_body", Kind.TEXT, Label("Тапшырылган орган", "Кому поручено", "Body entrusted"),
        max_length=300, source=cpc("219(6), 221(3)(8)")),
    Field("written_consent", Kind.FILE, Label("Жазуу жүзүндөгү макулдук", "Письменное согласие",
        "Written consent"), required_when=OneOf("kind", ("infiltration",)), source=cpc("219(4), 237(1)")),
    Field("lawyer_excluded", Kind.TRI, Label("Адвокат менен сүйлөшүү кирбейт", "Разговоры с адвокатом исключены",
        "Talks with the lawyer are excluded"), source=cpc("219(9), 230(1)")),
)

TERM = Section("term", Label("Мөөнөт", "Срок", "Term"), cpc("222, 223"))
_TERM_FIELDS = TERM.of(
    Field("urgent", Kind.TRI, Label("Чечимсиз башталды (өмүрдү сактоо)", "Начато без решения (спасение жизни)",
        "Begun without an order (saving of life)"), source=cpc("223(1)"), stays_open=True),
    Field("valid_from", Kind.TIMESTAMP, Label("Качантан", "Разрешено с", "Allowed from"), unit="term",
        source=cpc("222(1)"), stays_open=True),
    Field("valid_until", Kind.TIMESTAMP, Label("Качанга чейин", "Разрешено до", "Allowed until"), unit="term",
        not_before="valid_from", source=cpc("222(1), 269(8)"), stays_open=True),
    Field("extends", Kind.REF, Label("Кайсы аракетти узартат", "Продлевает действие", "Extends the action"),
        target="special_action", source=cpc("222(2)"), stays_open=True),
    Field("first_from", Kind.TIMESTAMP, Label("Биринчи мөөнөттүн башталышы", "Начало первого срока",
        "Begin of the first term"), required_when=Filled("extends"), source=cpc("222(2)"), stays_open=True),
    Field("actually_started_at", Kind.TIMESTAMP, Label("Иш жүзүндө башталды", "Фактически начато",
        "Actually begun at"), unit="actual", not_future=True, source=cpc("222(3), 270(1)"), stays_open=True),
    Field("actually_ended_at", Kind.TIMESTAMP, Label("Иш жүзүндө аяктады", "Фактически окончено",
        "Actually ended at"), unit="actual", not_future=True, not_before="actually_started_at",
        source=cpc("222(4)"), stays_open=True),
    Field("stopped_reason", Kind.TEXT, Label("Токтотуунун себеби", "Причина прекращения", "Why it was stopped"),
        max_length=1_000, source=cpc("222(4), 223(2), 230(4)"), stays_open=True),
)

RESULT = Section("result", Label("Жыйынтыгы", "Результаты", "Results"), cpc("224, 225, 228"))
_RESULT_FIELDS = RESULT.of(
    Field("results", Kind.RICH, Label("Алынган маалымат", "Полученные сведения", "What was obtained"),
        source=cpc("228(1)"), stays_open=True),
    Field("report_received_at", Kind.TIMESTAMP, Label("Отчёт мөөр басылып алынды", "Отчёт получен опечатанным",
        "Report received under seal at"), not_future=True, source=cpc("230(5), 232(3), 237(3)"), stays_open=True),
    Field("examined_at", Kind.TIMESTAMP, Label("Тергөөчү изилдеди (протокол)", "Исследовано следователем (протокол)",
        "Examined by the investigator at"), not_future=True, source=cpc("230(6), 231(3), 232(3)"), stays_open=True),
    Field("items", Kind.REF, Label("Далилдер", "Вещественные доказательства", "Evidence"), merge=Merge.SET,
        target="evidence", source=cpc("228(1), 230(7)"), stays_open=True),
    Field("carrier_storage", Kind.TEXT, Label("Алып жүрүүчү кайда сакталат", "Где хранится носитель",
        "Where the carrier is kept"), max_length=300, source=cpc("227(1), 230(7)"), stays_open=True),
    Field("copies_made", Kind.TRI, Label("Протоколдон көчүрмө жасалды", "Копии протоколов изготовлены",
        "Copies were made"), source=cpc("224(5)"), stays_open=True),
    Field("used_elsewhere", Kind.TEXT, Label("Башка ишке берилди: ким макул болду",
        "Использовано по другому делу: кто согласовал", "Used in another case: who agreed"),
        max_length=500, source=cpc("225(1)"), stays_open=True),
    Field("irrelevant_found_at", Kind.TIMESTAMP, Label("Ишке тиешеси жок материал аныкталды",
        "Установлены материалы без доказательственного значения", "Irrelevant material found at"),
        not_future=True, source=cpc("224(4), 227(1)"), stays_open=True),
    Field("destroyed_at", Kind.TIMESTAMP, Label("Жок кылынды", "Уничтожено", "Destroyed at"), unit="destruction",
        not_future=True, source=cpc("223(2), 224(4), 227(1)"), stays_open=True),
    Field("destruction_act", Kind.TEXT, Label("Жок кылуу актысынын номери", "Номер акта об уничтожении",
        "Number of the destruction act"), unit="destruction", max_length=60,
        required_when=Filled("destroyed_at"), source=cpc("224(4), 227(1)"), stays_open=True),
    Field("destruction_file", Kind.FILE, Label("Жок кылуу актысы", "Акт об уничтожении", "Destruction act"),
        source=cpc("224(4)"), stays_open=True),
)

NOTICE = Section("notice", Label("Адамга билдирүү", "Уведомление лица", "Notice to the person"), cpc("226, 227"))
_NOTICE_FIELDS = NOTICE.of(
    Field("affected", Kind.REF, Label("Укугу чектелген адамдар", "Лица, чьи права ограничены",
        "Persons whose rights were limited"), merge=Merge.SET, target="person", source=cpc("226(1)"), stays_open=True),
    Field("notice_given_at", Kind.TIMESTAMP, Label("Жазуу жүзүндө билдирилди", "Письменно уведомлён(а)",
        "Written notice given at"), unit="notice", not_future=True, source=cpc("226(1), 226(2)"), stays_open=True),
    Field("notice_missing_reason", Kind.TEXT, Label("Билдирилбесе, себеби", "Почему не уведомлён(а)",
        "Why no notice was given"), unit="notice", max_length=1_000, source=cpc("226(2)"), stays_open=True),
    Field("access_asked_at", Kind.TIMESTAMP, Label("Кошулбаган материал менен таанышуу суралды",
        "Ходатайство об ознакомлении с неприобщённым", "Asked to see what was left out"), unit="access",
        not_future=True, source=cpc("227(2)"), stays_open=True),
    Field("access_decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="access",
        codes="motion_decision", source=cpc("227(3)"), stays_open=True),
    Field("phone_numbers", Kind.TEXT, Label("Байланыш номерлери", "Номера связи", "Numbers"), merge=Merge.SET,
        max_length=60, sensitivity=Sensitivity.CONTACT, source=cpc("230(2), 231(2)")),
    Field("post_office", Kind.TEXT, Label("Байланыш мекемеси", "Учреждение связи", "Post office"),
        max_length=300, required_when=Equals("kind", "post"), source=cpc("229(2)(5)")),
    Field("money_issued", Kind.MONEY, Label("Сатып алууга берилген акча", "Выданные деньги", "Money issued"),
        minimum=0, required_when=AllOf((Equals("kind", "purchase"), Filled("actually_ended_at"))),
        source=cpc("239(2)"), stays_open=True),
    Field("provocation_excluded", Kind.TRI, Label("Тукуруу болгон жок", "Провокация не допущена",
        "There was no incitement"), required_when=AllOf((Equals("kind", "purchase"), Filled("actually_ended_at"))),
        source=cpc("239(3)"), stays_open=True),
)

SPECIAL_ACTION = RecordType(
    "special_action",
    1,
    Label("Атайын тергөө аракети", "Специальное следственное действие", "Special investigative action"),
    Archetype.EVENT,
    (*_REQUEST_FIELDS, *judicial_control(), *_TERM_FIELDS, *_RESULT_FIELDS, *_NOTICE_FIELDS,
        *header("special_action")),
    roles=("investigator", "prosecutor", "judge"),
    sentence=Label(
        "{kind}[: {person}][, {valid_from}][ – {valid_until}][, чечим: {court_decision}]",
        "{kind}[: {person}][, {valid_from}][ – {valid_until}][, решение: {court_decision}]",
        "{kind}[: {person}][, {valid_from}][ – {valid_until}][, decision: {court_decision}]",
    ),
    sections=(REQUEST, CONTROL, TERM, RESULT, NOTICE, HEADER),
    columns=(),
    moment="filed_at",
    source=cpc("219–239"),
    steps=("P41",),
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge"), (("prosecutor", "consent"),)),
    sealed="special_action",
)

TYPES = (SPECIAL_ACTION,)
