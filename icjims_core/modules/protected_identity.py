"""The true identity of a protected person: the sealed envelope of the paper case (P13, CPC 77(3))."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Field,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
_CONTACT = Sensitivity.CONTACT

PSEUDONYM = Section("pseudonym", Label("Псевдоним", "Псевдоним", "Pseudonym"), cpc("77(3)"))
_PSEUDONYM_FIELDS = PSEUDONYM.of(
    Field("person", Kind.REF, Label("Псевдонимдүү жазуу", "Запись под псевдонимом", "Record under the pseudonym"),
        required=True, target="person"),
    Field("pseudonym", Kind.TEXT, Label("Аты (псевдоним)", "Имя (псевдоним)", "Name (pseudonym)"), required=True,
        max_length=100, source=cpc("77(3)")),
    Field("sample_signature", Kind.FILE, Label("Кол тамганын үлгүсү", "Образец подписи", "Sample signature"),
        merge=Merge.SET, source=cpc("77(3)")),
    Field("security_measure", Kind.REF, Label("Коопсуздук чаралары жөнүндө токтом",
        "Постановление о мерах безопасности", "Order on security measures"), target="security_measure"),
    Field("reasons", Kind.RICH, Label("Жашыруун сактоонун себептери", "Причины сохранения тайны",
        "Reasons for secrecy"), max_length=20_000, assertion=Assertion.ASSESSMENT, source=cpc("77(3)")),
)

IDENTITY = Section("identity", Label("Чыныгы анкеталык маалыматы", "Подлинные анкетные данные", "True identity"),
    cpc("77(3)"))
_IDENTITY_FIELDS = IDENTITY.of(
    Field("real_surname", Kind.TEXT, Label("Чыныгы фамилиясы", "Подлинная фамилия", "True surname"), required=True,
        max_length=100),
    Field("real_name", Kind.TEXT, Label("Чыныгы аты", "Подлинное имя", "True given name"), max_length=100),
    Field("real_patronymic", Kind.TEXT, Label("Чыныгы атасынын аты", "Подлинное отчество", "True patronymic"),
        max_length=100),
    Field("sex", Kind.CODE, Label("Жынысы", "Пол", "Sex"), codes="sex"),
    Field("birth_date", Kind.DATE, Label("Туулган күнү", "Дата рождения", "Date of birth"), not_future=True),
    Field("pin", Kind.PIN, Label("ЖИН (ПИН)", "ПИН", "Personal identification number")),
    Field("document", Kind.TEXT, Label("Документи", "Документ", "Document"), max_length=200),
    Field("address", Kind.TEXT, Label("Дареги", "Адрес", "Address"), max_length=500, sensitivity=_CONTACT),
    Field("phone", Kind.TEXT, Label("Телефону", "Телефон", "Telephone"), max_length=60, sensitivity=_CONTACT),
    Field("work", Kind.TEXT, Label("Иштеген же окуган жери", "Место работы или учёбы", "Work or study"),
        max_length=300),
    Field("relation_to_accused", Kind.CODE, Label("Айыпкерге болгон мамилеси", "Отношение к обвиняемому",
        "Relation to the accused"), codes="victim_relation"),
)

ENVELOPE = Section("envelope", Label("Мөөр басылган конверт", "Опечатанный конверт", "Sealed envelope"),
    cpc("77(3)"))
_ENVELOPE_FIELDS = ENVELOPE.of(
    Field("envelope_number", Kind.TEXT, Label("Конверттин номери", "Номер конверта", "Number of the envelope"),
        unit="envelope_kept", max_length=60),
    Field("sealed_at", Kind.TIMESTAMP, Label("Мөөр басылган убакыт", "Опечатан", "Sealed at"), unit="envelope_kept",
        not_future=True),
    Field("kept_at", Kind.TEXT, Label("Кайда сакталат", "Где хранится", "Where it is kept"), unit="envelope_kept",
        max_length=300, source=cpc("77(3)")),
    Field("disclosed_at", Kind.TIMESTAMP, Label("Маалымат ачылган убакыт", "Данные раскрыты", "Disclosed at"),
        unit="disclosure", not_future=True, source=cpc("77(7)"), stays_open=True),
    Field("disclosed_to", Kind.TEXT, Label("Кимге ачылды жана негизи", "Кому и на каком основании раскрыты",
        "To whom and on what ground"), unit="disclosure", max_length=500, source=cpc("77(3), 77(7)"), stays_open=True),
    Field("disclosure_told_at", Kind.TIMESTAMP, Label("Корголгон адамга ачылганы билдирилди",
        "Лицо уведомлено о раскрытии", "Protected person told of it at"), unit="disclosure", not_future=True,
        source=cpc("77(7)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

PROTECTED_IDENTITY = RecordType(
    "protected_identity",
    1,
    Label("Корголгон адамдын чыныгы маалыматы", "Подлинные данные защищаемого лица",
        "True identity of a protected person"),
    Archetype.PERSON,
    (*_PSEUDONYM_FIELDS, *_IDENTITY_FIELDS, *_ENVELOPE_FIELDS),
    roles=("investigator", "prosecutor", "judge"),
    sentence=Label(
        "Жашыруун маалымат: псевдоним «{pseudonym}»[, конверт № {envelope_number}]",
        "Закрытые данные: псевдоним «{pseudonym}»[, конверт № {envelope_number}]",
        "Sealed identity: pseudonym “{pseudonym}”[, envelope No. {envelope_number}]",
    ),
    sections=(PSEUDONYM, IDENTITY, ENVELOPE),
    source=cpc("77(3)"),
    steps=("P13",),
    sealed="protected_identity",
    signing=Signing("2026-1", ("investigator", "prosecutor", "judge")),
)

TYPES = (PROTECTED_IDENTITY,)
