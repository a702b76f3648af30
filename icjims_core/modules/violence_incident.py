"""An incident of family violence: statement, relation, children, weapons, danger signs, needs, referral (P81)."""

from __future__ import annotations

from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Source,
)
from icjims_core.law.references import cc

# Fields read as the lines of a table.
# fmt: off
# The law of 27.04.2017 № 63 on protection from family violence; its text was not read, so nothing here is verified.
_LAW = Source("DV", "№ 63")

STATEMENT = Section("statement", Label("Арыз", "Заявление", "Statement"))
_STATEMENT_FIELDS = STATEMENT.of(
    Field("victim", Kind.REF, Label("Жабыр тарткан адам", "Пострадавшее лицо", "Person harmed"),
        required=True, target="person"),
    Field("person", Kind.REF,
        Label("Зомбулук кылган адам", "Лицо, совершившее насилие", "Person who used violence"),
        target="person"),
    Field("reported_at", Kind.TIMESTAMP, Label("Арыз түшкөн убакыт", "Время заявления", "Reported at"),
        required=True, not_future=True, source=_LAW),
    Field("channel", Kind.CODE, Label("Кандай жол менен келди", "Способ поступления", "How it came"),
        codes="report_channel"),
    Field("reported_by", Kind.TEXT,
        Label("Ким билдирди", "Кто сообщил", "Reported by"), max_length=300),
    Field("happened_at", Kind.TIMESTAMP, Label("Окуянын убактысы", "Время события", "When it happened"),
        not_future=True),
    Field("account", Kind.RICH, Label("Эмне болгон", "Что произошло", "What happened"),
        max_length=50_000, searchable=True),
    Field("kinds", Kind.CODE, Label("Зомбулуктун түрлөрү", "Виды насилия", "Kinds of violence"),
        merge=Merge.SET, codes="violence_kind", sensitivity=Sensitivity.SPECIAL_CATEGORY, source=_LAW),
)

RELATION = Section("relation_part", Label("Мамилелери", "Отношения", "Relation"), cc("177"))
_RELATION_FIELDS = RELATION.of(
    Field("relation", Kind.CODE,
        Label("Жабыр тарткан адамдын мамилеси", "Отношение пострадавшего к совершившему",
            "Relation of the person harmed"), codes="victim_relation",
        required_when=Blank("relation_missing"), source=cc("177")),
    Field("relation_missing", Kind.TEXT,
        Label("Мамиле эмне үчүн көрсөтүлгөн эмес", "Почему отношение не указано",
            "Why no relation is stated"), max_length=500),
    Field("equated_to_family", Kind.TRI,
        Label("Үй-бүлө мүчөсүнө теңештирилген адам", "Лицо, приравненное к члену семьи",
            "Person equated to a family member"), source=cc("177")),
    Field("living_together", Kind.TRI,
        Label("Чогуу жашайт", "Проживают совместно", "Live together")),
    Field("children_present", Kind.TRI,
        Label("Балдар ошол жерде болгон", "Присутствовали дети", "Children were present")),
    Field("children", Kind.INT, Label("Канча бала", "Сколько детей", "How many children"), minimum=0,
        maximum=30),
    Field("children_harmed", Kind.TRI,
        Label("Балдар жабыр тартты", "Дети пострадали", "Children were harmed")),
    Field("child_body_told_at", Kind.TIMESTAMP,
        Label("Балдарды коргоо органына билдирилди", "Орган по защите детей уведомлён",
            "Child-protection body told at"), not_future=True),
)

DANGER = Section("danger", Label("Кооптуулукту баалоо", "Оценка опасности", "Assessment of danger"))
_DANGER_FIELDS = DANGER.of(
    Field("weapons", Kind.TRI,
        Label("Курал болгон", "Применялось или имеется оружие", "Weapons used or at hand"), unit="arms"),
    Field("weapons_text", Kind.TEXT, Label("Кандай курал", "Какое оружие", "Which weapons"),
        unit="arms", max_length=500, required_when=Equals("weapons", "yes")),
    Field("previous_incidents", Kind.TRI,
        Label("Мурда да болгон", "Были прежние случаи", "There were earlier incidents"), unit="history"),
    Field("previous_count", Kind.INT,
        Label("Мурдагы учурлардын саны", "Число прежних случаев", "Number of earlier incidents"),
        unit="history", minimum=0, maximum=1_000),
    Field("previous_text", Kind.RICH,
        Label("Мурдагы учурлар", "Прежние случаи", "Earlier incidents"), unit="history",
        max_length=10_000),
    Field("danger_signs", Kind.CODE,
        Label("Кооптуу белгилер", "Признаки опасности", "Danger signs"), merge=Merge.SET,
        codes="danger_sign", source=Source("Istanbul Convention", "51")),
    Field("danger_level", Kind.CODE,
        Label("Кызматкер белгилеген деңгээл", "Уровень, определённый сотрудником", "Level stated by the officer"),
        unit="danger_stated", codes="risk_level", assertion=Assertion.ASSESSMENT),
    Field("danger_reasons", Kind.RICH,
        Label("Деңгээлдин негиздемеси", "Обоснование уровня", "Reasons of the level"),
        unit="danger_stated", max_length=10_000, required_when=Filled("danger_level"),
        assertion=Assertion.ASSESSMENT),
    Field("victim_view", Kind.RICH,
        Label("Жабыр тарткан адамдын өз баасы", "Как оценивает опасность само лицо",
            "The danger as the person harmed sees it"), max_length=10_000),
    Field("assessed_by", Kind.TEXT, Label("Ким баалады", "Кто оценил", "Assessed by"), max_length=200),
)

NEEDS = Section("needs", Label("Жардам жана жолдоо", "Помощь и направление", "Help and referral"))
_NEEDS_FIELDS = NEEDS.of(
    Field("injuries", Kind.RICH, Label("Жаракаттары", "Телесные повреждения", "Injuries"),
        max_length=10_000, sensitivity=Sensitivity.SPECIAL_CATEGORY),
    Field("medical_help_at", Kind.TIMESTAMP,
        Label("Медициналык жардам көрсөтүлдү", "Оказана медицинская помощь", "Medical help given at"),
        not_future=True),
    Field("shelter", Kind.TRI,
        Label("Баш калкалоочу жай керек", "Нужен приют", "Shelter is needed"), unit="shelter_need"),
    Field("shelter_given_at", Kind.TIMESTAMP,
        Label("Баш калкалоочу жайга орноштурулду", "Размещён(а) в приюте", "In a shelter from"),
        unit="shelter_need", not_future=True,
        help=Label("Баш калкалоочу жайдын дареги жазылбайт.", "Адрес приюта не записывается.",
            "The address of the shelter is not written down."), source=Source("CEDAW GR", "33, 35")),
    Field("referrals", Kind.CODE, Label("Кайда жолдонду", "Куда направлено", "Referred to"),
        merge=Merge.SET, codes="support_service", source=_LAW),
    Field("referral_consent", Kind.TRI,
        Label("Жолдоого макулдугу", "Согласие на направление", "Consent to the referral")),
    Field("wants_notice", Kind.TRI,
        Label("Бошотулганын билдирүүнү каалайт", "Желает знать об освобождении", "Wishes to be told of release"),
        source=Source("Istanbul Convention", "56")),
    Field("same_sex_officer", Kind.TRI,
        Label("Ошол жыныстагы кызматкерди каалайт", "Желает сотрудника того же пола",
            "Wishes an officer of the same sex")),
    Field("attachments", Kind.FILE, Label("Тиркемелер", "Приложения", "Attachments"), merge=Merge.SET),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND,
        max_length=4_000),
)

VIOLENCE_INCIDENT = RecordType(
    "violence_incident",
    1,
    Label("Үй-бүлөлүк зомбулук учуру", "Случай семейного насилия", "Incident of family violence"),
    Archetype.EVENT,
    (*_STATEMENT_FIELDS, *_RELATION_FIELDS, *_DANGER_FIELDS, *_NEEDS_FIELDS),
    roles=("duty_officer", "inquiry_officer", "investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Үй-бүлөлүк зомбулук, {reported_at}: жабыр тарткан — {victim}[ ({relation})][; {person}]",
        "Семейное насилие, {reported_at}: пострадавшее лицо — {victim}[ ({relation})][; {person}]",
        "Family violence, {reported_at}: harmed — {victim}[ ({relation})][; {person}]",
    ),
    sections=(STATEMENT, RELATION, DANGER, NEEDS),
    columns=("victim", "person", "reported_at", "happened_at", "relation", "children_present", "weapons",
        "danger_level"),
    moment="reported_at",
    source=_LAW,
    steps=("P81",),
    purpose="protection_from_violence",
)

TYPES = (VIOLENCE_INCIDENT,)
