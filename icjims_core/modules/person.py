"""The person as the case knows him or her: names, birth, documents, language, care and needs."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.law.references import cc, cpc

# Fields read as the lines of a table.
# fmt: off
_SPECIAL = Sensitivity.SPECIAL_CATEGORY
_CONTACT = Sensitivity.CONTACT
_INTERROGATION_RECORD = cpc("199(2)")
_QUALITY = Source("Directive (EU) 2016/680", "7")


NAME = Section("name", Label("Аты-жөнү", "Фамилия, имя, отчество", "Name"))
_NAME_FIELDS = NAME.of(
    Field("surname", Kind.TEXT, Label("Фамилиясы", "Фамилия", "Surname"), required=True,
        max_length=100, searchable=True,
        help=Label("Документтеги жазылышы боюнча; белгисиз болсо — кандайча аталганы.",
            "Как в документе; если неизвестна — как лицо назвали.",
            "As written in the document; if unknown, what the person was called."),
        source=_INTERROGATION_RECORD),
    Field("name", Kind.TEXT, Label("Аты", "Имя", "Given name"), max_length=100, searchable=True,
        source=_INTERROGATION_RECORD),
    Field("patronymic", Kind.TEXT, Label("Атасынын аты", "Отчество", "Patronymic"), max_length=100,
        searchable=True, source=_INTERROGATION_RECORD),
    Field("name_variants", Kind.TEXT,
        Label("Аты-жөнүнүн башка жазылыштары", "Иные написания имени",
            "Other spellings of the name" ),
        merge=Merge.SET, max_length=200, searchable=True),
    Field("aliases", Kind.TEXT, Label("Лакап аттары", "Прозвища", "Aliases"), merge=Merge.SET,
        max_length=200, searchable=True),
    Field("surname_ky", Kind.TEXT, Label("Фамилиясы кыргызча", "Фамилия по-кыргызски", "Surname in Kyrgyz"),
        unit="kyrgyz_name", max_length=100, searchable=True),
    Field("name_ky", Kind.TEXT, Label("Аты кыргызча", "Имя по-кыргызски", "Given name in Kyrgyz"),
        unit="kyrgyz_name", max_length=100, searchable=True),
    Field("patronymic_ky", Kind.TEXT, Label("Атасынын аты кыргызча", "Отчество по-кыргызски",
        "Patronymic in Kyrgyz"), unit="kyrgyz_name", max_length=100, searchable=True),
    Field("surname_ru", Kind.TEXT, Label("Фамилиясы орусча", "Фамилия по-русски", "Surname in Russian"),
        unit="russian_name", max_length=100, searchable=True),
    Field("name_ru", Kind.TEXT, Label("Аты орусча", "Имя по-русски", "Given name in Russian"),
        unit="russian_name", max_length=100, searchable=True),
    Field("patronymic_ru", Kind.TEXT, Label("Атасынын аты орусча", "Отчество по-русски",
        "Patronymic in Russian"), unit="russian_name", max_length=100, searchable=True),
    Field("name_source", Kind.CODE, Label("Аты-жөнү кайдан белгилүү", "Откуда известно имя", "How the name is known"),
        codes="attribute_source", source=_QUALITY),
)

BIRTH = Section("birth", Label("Туулушу жана жынысы", "Рождение и пол", "Birth and sex"))
_BIRTH_FIELDS = BIRTH.of(
    Field("sex", Kind.CODE, Label("Жынысы", "Пол", "Sex"), codes="sex"),
    Field("gender_stated", Kind.TEXT,
        Label("Өзү айткан гендери", "Гендер со слов лица", "Gender as stated by the person"),
        max_length=100, sensitivity=_SPECIAL, assertion=Assertion.FACT,
        source=Source("Mandela Rules", "7")),
    Field("birth_date", Kind.DATE, Label("Туулган күнү", "Дата рождения", "Date of birth"),
        unit="birth", not_future=True, source=_INTERROGATION_RECORD),
    Field("birth_year", Kind.INT, Label("Туулган жылы", "Год рождения", "Year of birth"),
        unit="birth", minimum=1850, maximum=2200),
    Field("estimated_age", Kind.INT,
        Label("Болжолдуу жашы", "Предполагаемый возраст", "Estimated age"), unit="birth", minimum=0,
        maximum=130, assertion=Assertion.ASSESSMENT),
    Field("birth_basis", Kind.CODE,
        Label("Жашы кантип аныкталган", "Как установлен возраст", "How the age is known"),
        unit="birth", codes="date_basis"),
    Field("birth_place", Kind.TEXT, Label("Туулган жери", "Место рождения", "Place of birth"),
        max_length=300, source=_INTERROGATION_RECORD),
    Field("deceased", Kind.TRI, Label("Каза болгон", "Умер(ла)", "Deceased"), unit="death"),
    Field("death_date", Kind.DATE, Label("Каза болгон күнү", "Дата смерти", "Date of death"),
        unit="death", not_future=True, not_before="birth_date"),
)

IDENTITY = Section("identity",
    Label("Документтер жана жарандык", "Документы и гражданство", "Identity"))
_IDENTITY_FIELDS = IDENTITY.of(
    Field("pin", Kind.PIN, Label("ЖИН (ПИН)", "ПИН", "Personal identification number"),
        searchable=True, help=Label("14 сан", "14 цифр", "14 digits")),
    Field("document_kind", Kind.CODE,
        Label("Документтин түрү", "Вид документа", "Kind of document"), unit="document",
        codes="id_document", source=cpc("256(5)")),
    Field("document_number", Kind.TEXT,
        Label("Документтин сериясы жана номери", "Серия и номер документа", "Document number"),
        unit="document", max_length=60, searchable=True),
    Field("document_issued", Kind.TEXT,
        Label("Качан жана ким берген", "Когда и кем выдан", "Issued when and by whom"),
        unit="document", max_length=200),
    Field("citizenship", Kind.CODE, Label("Жарандыгы", "Гражданство", "Citizenship"),
        codes="citizenship", source=_INTERROGATION_RECORD),
    Field("ethnicity", Kind.TEXT, Label("Улуту", "Национальность", "Ethnicity"), max_length=100,
        sensitivity=_SPECIAL, source=_INTERROGATION_RECORD),
    Field("other_documents", Kind.TEXT, Label("Башка документтери", "Иные документы", "Other documents"),
        merge=Merge.SET, max_length=200, searchable=True, source=cpc("256(5)")),
    Field("identity_source", Kind.CODE, Label("Маалымат кайдан белгилүү", "Откуда известны сведения",
        "How the identity is known"), codes="attribute_source", source=_QUALITY),
)

LANGUAGE = Section("language", Label("Тили", "Язык", "Language"))
_LANGUAGE_FIELDS = LANGUAGE.of(
    Field("languages", Kind.CODE, Label("Билген тилдери", "Владеет языками", "Languages"),
        merge=Merge.SET, codes="language"),
    Field("interpreter_needed", Kind.TRI,
        Label("Котормочу керек", "Нужен переводчик", "Interpreter needed"), source=cpc("198(1)")),
)

CONTACT = Section("contact", Label("Дареги жана байланыш", "Адрес и связь", "Address and contact"))
_CONTACT_FIELDS = CONTACT.of(
    Field("region", Kind.CODE,
        Label("Жашаган аймагы", "Территория проживания", "Region of residence"), codes="region"),
    Field("actual_address", Kind.TEXT,
        Label("Иш жүзүндөгү дареги", "Фактический адрес", "Actual address"), max_length=500,
        sensitivity=_CONTACT, source=_INTERROGATION_RECORD),
    Field("registered_address", Kind.TEXT,
        Label("Катталган дареги", "Адрес регистрации", "Registered address"), max_length=500,
        sensitivity=_CONTACT),
    Field("phones", Kind.TEXT, Label("Телефондору", "Телефоны", "Telephones"), merge=Merge.SET,
        max_length=40, pattern=r"\+?[0-9 ()-]{3,30}", sensitivity=_CONTACT),
    Field("emergency_contact", Kind.TEXT,
        Label("Шашылыш кабарлана турган адам", "Кого известить", "Whom to notify"), max_length=300,
        sensitivity=_CONTACT, source=Source("Mandela Rules", "7")),
    Field("address_source", Kind.CODE, Label("Дарек кайдан белгилүү", "Откуда известен адрес",
        "How the address is known"), codes="attribute_source", source=_QUALITY),
)

CIRCUMSTANCES = Section("circumstances", Label("Турмуш шарттары", "Условия жизни", "Circumstances"),
    _INTERROGATION_RECORD)
_CIRCUMSTANCES_FIELDS = CIRCUMSTANCES.of(
    Field("education", Kind.CODE, Label("Билими", "Образование", "Education"), codes="education",
        source=_INTERROGATION_RECORD),
    Field("marital_status", Kind.CODE,
        Label("Үй-бүлөлүк абалы", "Семейное положение", "Marital status"), codes="marital_status",
        source=_INTERROGATION_RECORD),
    Field("occupation", Kind.TEXT,
        Label("Иштеген жери, кесиби", "Место работы, занятие", "Work or occupation"),
        max_length=300, source=_INTERROGATION_RECORD),
    Field("dependants", Kind.INT,
        Label("Багуусундагылардын саны", "Число иждивенцев", "Number of dependants"), minimum=0,
        maximum=50, source=cpc("256(4)")),
    Field("workplace", Kind.TEXT, Label("Иштеген же окуган жери (дареги)", "Место работы или учёбы (адрес)",
        "Place of work or study (address)"), max_length=300, sensitivity=_CONTACT,
        source=_INTERROGATION_RECORD),
    Field("sole_carer", Kind.TRI,
        Label("Балдарды жалгыз багат", "Единственный воспитывающий", "Sole carer"),
        source=cc("87(1)")),
    Field("criminal_record", Kind.TRI, Label("Соттуулугу", "Судимость", "Criminal record"),
        source=_INTERROGATION_RECORD),
    Field("military_service", Kind.TRI,
        Label("Мөөнөттүү аскер кызматында", "Военнослужащий срочной службы",
            "Conscript in service" ),
        source=cpc("51(1)(6)")),
    Field("military_status", Kind.CODE, Label("Аскердик абалы", "Отношение к военной службе", "Military status"),
        codes="military_status", source=cpc("51(1)(6), 159(3)")),
    Field("circumstances_source", Kind.CODE, Label("Шарттар кайдан белгилүү", "Откуда известны условия жизни",
        "How the circumstances are known"), codes="attribute_source", source=_QUALITY),
)

NEEDS = Section("needs", Label("Өзгөчө муктаждыктар", "Особые потребности", "Particular needs"))
_NEEDS_FIELDS = NEEDS.of(
    Field("disability", Kind.TRI, Label("Мүмкүнчүлүгү чектелген", "Инвалидность", "Disability"),
        unit="disability_state", sensitivity=_SPECIAL, source=cpc("51(1)(1)")),
    Field("disability_kind", Kind.TEXT,
        Label("Кандай жардам керек", "Какая помощь нужна", "What support is needed"),
        unit="disability_state", required_when=Equals("disability", "yes"), max_length=300,
        sensitivity=_SPECIAL),
    Field("pregnancy", Kind.TRI, Label("Кош бойлуу", "Беременность", "Pregnancy"),
        sensitivity=_SPECIAL, source=cc("87(1)")),
    Field("health_notes", Kind.RICH,
        Label("Ден соолугу боюнча маалымат", "Сведения о здоровье", "Health information"),
        max_length=10_000, sensitivity=_SPECIAL),
    Field("needs_source", Kind.CODE, Label("Муктаждыктар кайдан белгилүү", "Откуда известно о потребностях",
        "How the needs are known"), codes="attribute_source", source=_QUALITY),
)

OTHER = Section("other", Label("Башка маалымат", "Иные сведения", "Other"))
_OTHER_FIELDS = OTHER.of(
    Field("description", Kind.RICH,
        Label("Сырткы белгилери, өзгөчөлүктөрү", "Приметы", "Description"), max_length=10_000),
    Field("photos", Kind.FILE, Label("Сүрөттөрү", "Фотографии", "Photographs"), merge=Merge.SET,
        sensitivity=_SPECIAL),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

PERSON = RecordType(
    "person",
    1,
    Label("Адам", "Лицо", "Person"),
    Archetype.PERSON,
    (
        *_NAME_FIELDS,
        *_BIRTH_FIELDS,
        *_IDENTITY_FIELDS,
        *_LANGUAGE_FIELDS,
        *_CONTACT_FIELDS,
        *_CIRCUMSTANCES_FIELDS,
        *_NEEDS_FIELDS,
        *_OTHER_FIELDS,
    ),
    roles=("duty_officer", "inquiry_officer", "investigator", "detention_officer", "facility_doctor", "prosecutor",
        "court_clerk", "judge", "probation_officer", "penitentiary_officer", "clerk", "head"),
    sentence=Label(
        "{surname}[ {name}][ {patronymic}][, {birth_date} туулган][, ЖИН {pin}]",
        "{surname}[ {name}][ {patronymic}][, дата рождения {birth_date}][, ПИН {pin}]",
        "{surname}[ {name}][ {patronymic}][, born {birth_date}][, PIN {pin}]",
    ),
    sections=(NAME, BIRTH, IDENTITY, LANGUAGE, CONTACT, CIRCUMSTANCES, NEEDS, OTHER),
    columns=("surname", "name", "patronymic", "sex", "birth_date", "birth_year", "pin",
        "citizenship", "region", "document_number"),
    source=_INTERROGATION_RECORD,
    steps=("P12", "P13", "P14"),
)

TYPES = (PERSON,)
