"""An allegation of torture or ill-treatment: sealed to its recorder, the prosecutor and the competent body (P19)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER, header
from icjims_core.declarations.schema import (
    AllOf,
    Archetype,
    Assertion,
    Blank,
    Earliest,
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

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY
_ISTANBUL = Source("Istanbul Protocol", "2022 edition")

RECEIPT = Section("receipt", Label("Арыздын түшүшү", "Поступление заявления", "Receipt"), cpc("44(6), 128"))
_RECEIPT_FIELDS = RECEIPT.of(
    Field("person", Kind.REF, Label("Жабыр тарткан адам", "Пострадавшее лицо", "Person ill-treated"), required=True,
        target="person"),
    Field("received_times", Kind.STATEMENT, Label("Арыз түшкөн убакыт тууралуу маалыматтар",
        "Сведения о времени поступления", "Statements on the time of receipt"), required=True, merge=Merge.APPEND,
        not_future=True, source=cpc("128(2)"), stays_open=True),
    Field("received_at", Kind.TIMESTAMP, Label("Арыз түшкөн убакыт", "Время поступления", "Received at"),
        derived=Earliest("received_times"), source=cpc("128(2)")),
    Field("from_whom", Kind.CODE, Label("Кимден", "От кого", "From whom"), unit="told_by", codes="allegation_from",
        source=cpc("44(6), 128(2)")),
    Field("informant", Kind.TEXT, Label("Билдирген адам", "Кто сообщил", "Who told"), unit="told_by",
        max_length=200),
    Field("channel", Kind.CODE, Label("Кантип келип түштү", "Способ поступления", "How it came"),
        codes="motion_channel"),
    Field("received_by", Kind.TEXT, Label("Ким алды (кызматы)", "Кем принято (должность)", "Received by (post)"),
        max_length=300),
    Field("document", Kind.FILE, Label("Арыздын сүрөтү", "Скан заявления", "Scan of the statement"),
        merge=Merge.SET),
)

EVENT = Section("event", Label("Эмне болгон", "Что произошло", "What is alleged"))
_EVENT_FIELDS = EVENT.of(
    Field("account", Kind.RICH, Label("Адамдын айтып бергени", "Рассказ пострадавшего", "Account of the person"),
        required=True, max_length=50_000, sensitivity=_SPECIAL),
    Field("event_from", Kind.TIMESTAMP, Label("Окуя башталган убакыт", "Начало события", "Began"),
        unit="event_time", not_future=True),
    Field("event_to", Kind.TIMESTAMP, Label("Окуя аяктаган убакыт", "Окончание события", "Ended"),
        unit="event_time", not_future=True, not_before="event_from"),
    Field("event_place", Kind.TEXT, Label("Окуя болгон жер", "Место события", "Place"), max_length=500),
    Field("accused_body", Kind.TEXT, Label("Кайсы органдын кызматкерлери", "Сотрудники какого органа",
        "Officers of which body"), unit="complained_of", max_length=300),
    Field("accused_office", Kind.TEXT, Label("Органдын коду", "Код органа", "Code of the office"),
        unit="complained_of", max_length=40, pattern=r"[0-9A-Za-z-]{2,40}", picked_from="office",
        name_in="accused_body",
        help=Label("Бул органга жазуу көрсөтүлбөйт.", "Этому органу запись не показывается.",
            "The record is not shown to this office.")),
    Field("accused_persons", Kind.TEXT, Label("Кимдер (аты, кызматы, белгилери)", "Кто (имя, должность, приметы)",
        "Who (name, post, description)"), merge=Merge.SET, max_length=300),
    Field("witnesses", Kind.TEXT, Label("Күбөлөр", "Очевидцы", "Witnesses"), merge=Merge.SET, max_length=300),
    Field("methods", Kind.CODE, Label("Кыйноонун ыкмалары", "Способы жестокого обращения", "Methods"),
        merge=Merge.SET, codes="ill_treatment_method", sensitivity=_SPECIAL, source=_ISTANBUL),
    Field("purpose_stated", Kind.TEXT, Label("Эмне талап кылынган", "Чего добивались", "What was demanded"),
        max_length=1_000),
    Field("further_statements", Kind.TEXT, Label("Кийинки түшүндүрмөлөр", "Последующие пояснения",
        "Later statements"), merge=Merge.APPEND, max_length=10_000, sensitivity=_SPECIAL, stays_open=True),
)

INJURIES = Section("injuries", Label("Жаракаттар жана карап чыгуу", "Повреждения и освидетельствование",
    "Injuries and examination"), cpc("44(6), 179(11)"))
_INJURIES_FIELDS = INJURIES.of(
    Field("injuries", Kind.RICH, Label("Көрүнгөн жаракаттар", "Видимые повреждения", "Injuries seen"),
        max_length=20_000, sensitivity=_SPECIAL, source=cpc("44(6)")),
    Field("psychological", Kind.RICH, Label("Психологиялык абалы", "Психологическое состояние",
        "Psychological condition"), max_length=10_000, sensitivity=_SPECIAL, assertion=Assertion.ASSESSMENT,
        source=_ISTANBUL),
    Field("photo_taken", Kind.TRI, Label("Сүрөткө тартылды", "Фотосъёмка проведена", "Photographed"),
        required_when=AllOf((Filled("expert_examined_at"), Blank("video_taken"))), source=cpc("179(11)"),
        stays_open=True),
    Field("video_taken", Kind.TRI, Label("Видеого тартылды", "Видеозапись проведена", "Filmed"),
        source=cpc("179(11)"), stays_open=True),
    Field("images", Kind.FILE, Label("Сүрөттөр жана видео", "Фотографии и видео", "Photographs and video"),
        merge=Merge.SET, sensitivity=_SPECIAL, stays_open=True),
    Field("medical_ordered_at", Kind.TIMESTAMP, Label("Медициналык күбөлөндүрүү дайындалды",
        "Медицинское освидетельствование назначено", "Medical examination ordered at"), not_future=True,
        source=cpc("44(6)"), stays_open=True),
    Field("medical_examined_at", Kind.TIMESTAMP, Label("Медициналык күбөлөндүрүү өткөрүлдү",
        "Медицинское освидетельствование проведено", "Medically examined at"), not_future=True,
        source=cpc("44(6)"), stays_open=True),
    Field("examination_missing_reason", Kind.TEXT, Label("Күбөлөндүрүү өткөрүлбөсө, себеби",
        "Почему нет освидетельствования", "Why there was no examination"), max_length=500,
        source=cpc("44(6)"), stays_open=True),
    Field("expert_ordered_at", Kind.TIMESTAMP, Label("Сот-медициналык экспертиза дайындалды",
        "Судебно-медицинская экспертиза назначена", "Forensic examination ordered at"), not_future=True,
        source=cpc("179(11)"), stays_open=True),
    Field("expert_missing_reason", Kind.TEXT, Label("Экспертиза дайындалбаса, себеби",
        "Почему экспертиза не назначена", "Why no expert examination was ordered"), max_length=500,
        source=cpc("179(11)"), stays_open=True),
    Field("expert_examination", Kind.REF, Label("Ошол экспертиза", "Эта экспертиза", "That examination"),
        target="expert_examination", source=cpc("179(11)"), stays_open=True),
    Field("expert_examined_at", Kind.TIMESTAMP, Label("Эксперт карады", "Осмотрен(а) экспертом",
        "Examined by the expert at"), not_future=True, source=cpc("179(11)"), stays_open=True),
    Field("istanbul_form_number", Kind.TEXT, Label("Стамбул протоколу боюнча форманын номери",
        "Номер формы по Стамбульскому протоколу", "Number of the Istanbul Protocol form"), max_length=60,
        source=_ISTANBUL, stays_open=True),
)

FORWARDING = Section("forwarding", Label("Жөнөтүү", "Направление", "Forwarding"), cpc("128(2), 159"))
_FORWARDING_FIELDS = FORWARDING.of(
    Field("forwarded_at", Kind.TIMESTAMP, Label("Прокурорго же сотко жөнөтүлдү", "Передано прокурору или в суд",
        "Forwarded to the prosecutor or court at"), unit="forwarding_of", not_future=True, source=cpc("128(2)"),
        stays_open=True),
    Field("forwarding_missing_reason", Kind.TEXT, Label("Жөнөтүлбөсө, себеби",
        "Почему не передано", "Why it was not forwarded"), max_length=500,
        source=cpc("128(2)"), stays_open=True),
    Field("forwarded_to", Kind.TEXT, Label("Кимге жөнөтүлдү", "Кому передано", "Forwarded to"),
        unit="forwarding_of", max_length=300, source=cpc("128(2)"), stays_open=True),
    Field("letter_number", Kind.TEXT, Label("Коштомо каттын номери", "Номер сопроводительного письма",
        "Number of the forwarding letter"), unit="forwarding_of", max_length=60, stays_open=True),
    Field("prosecutor_received_at", Kind.TIMESTAMP, Label("Прокурор алды", "Получено прокурором",
        "Received by the prosecutor at"), not_future=True, stays_open=True),
    Field("competent_body", Kind.TEXT, Label("Кайсы органга берилди", "Какому органу передано по подследственности",
        "Competent body it went to"), unit="transfer", max_length=300, source=cpc("159(6)"), stays_open=True),
    Field("transferred_at", Kind.TIMESTAMP, Label("Органга берилген убакыт", "Передано органу", "Transferred at"),
        unit="transfer", not_future=True, stays_open=True),
)

RESPONSE = Section("response", Label("Коргоо жана жыйынтык", "Защита и результат", "Protection and outcome"),
    cpc("76, 77(6)"))
_RESPONSE_FIELDS = RESPONSE.of(
    Field("protection", Kind.CODE, Label("Убактылуу коргоо чаралары", "Временные меры защиты",
        "Interim protection"), merge=Merge.SET, codes="allegation_protection", source=cpc("76, 77(6)"),
        stays_open=True),
    Field("outcome", Kind.CODE, Label("Жыйынтыгы", "Результат", "Outcome"), unit="result",
        codes="allegation_outcome", source=cpc("27, 153(2)"), stays_open=True),
    Field("outcome_at", Kind.TIMESTAMP, Label("Жыйынтык чыккан убакыт", "Дата результата", "Outcome at"),
        unit="result", not_future=True, stays_open=True),
    Field("outcome_reasons", Kind.RICH, Label("Жүйөлөрү", "Мотивы", "Reasons"), unit="result", max_length=20_000,
        required_when=OneOf("outcome", ("refused", "terminated")), assertion=Assertion.ASSESSMENT, stays_open=True),
    Field("new_case_number", Kind.TEXT, Label("Козголгон иштин ЕРП номери", "Номер ЕРП возбуждённого дела",
        "Register number of the case initiated"), max_length=40, stays_open=True),
    Field("person_told_at", Kind.TIMESTAMP, Label("Жабыр тарткан адамга билдирилди", "Пострадавшее лицо уведомлено",
        "Person told at"), not_future=True, stays_open=True),
    Field("tainted_evidence", Kind.TEXT, Label("Мыйзамсыз алынды делген далилдер",
        "Доказательства, полученные, как утверждается, под пыткой", "Evidence said to be got by torture"),
        merge=Merge.SET, max_length=300, source=Source("CAT", "15"), stays_open=True),
)

ALLEGATION = RecordType(
    "allegation",
    1,
    Label("Кыйноо жөнүндө арыз", "Заявление о пытках", "Allegation of ill-treatment"),
    Archetype.EVENT,
    (*_RECEIPT_FIELDS, *_EVENT_FIELDS, *_INJURIES_FIELDS, *_FORWARDING_FIELDS, *_RESPONSE_FIELDS,
        *header("allegation")),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer"),
    sentence=Label(
        "Кыйноо жөнүндө арыз: {person}, {received_at}[; прокурорго жөнөтүлдү: {forwarded_at}][; жыйынтык: {outcome}]",
        "Заявление о пытках: {person}, {received_at}[; передано прокурору: {forwarded_at}][; результат: {outcome}]",
        "Allegation of ill-treatment: {person}, {received_at}[; forwarded {forwarded_at}][; outcome: {outcome}]",
    ),
    sections=(RECEIPT, EVENT, INJURIES, FORWARDING, RESPONSE, HEADER),
    moment="received_at",
    source=cpc("44(6), 128, 179(11)"),
    steps=("P19",),
    sealed="torture_allegation",
    signing=Signing("2026-1", ("duty_officer", "inquiry_officer", "investigator", "detention_officer",
        "facility_doctor", "prosecutor", "judge", "probation_officer", "penitentiary_officer")),
)

TYPES = (ALLEGATION,)
