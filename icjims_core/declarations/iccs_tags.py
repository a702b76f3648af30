"""What the international classification of crime asks besides its code: tags of the event and of people in it."""

from __future__ import annotations

from icjims_core.declarations.schema import Assertion, Field, Kind, Label, Merge, Section, Sensitivity, Source

_ICCS = Source("ICCS", "version 1.0")

# Fields read as the lines of a table.
# fmt: off
EVENT_TAGS = Section("event_tags", Label("Окуя: эл аралык статистика (ICCS)",
    "Событие: международная статистика (ICCS)", "The event in international statistics (ICCS)"))


def event_tags() -> tuple[Field, ...]:
    """Fields of the section `EVENT_TAGS`: the tags We, SiC, Lo, Mot, Cy, Rep; At, Geo and DaT are the event's own."""
    return EVENT_TAGS.of(
        Field("weapon", Kind.CODE, Label("Колдонулган курал", "Применённое оружие", "Weapon used"),
            codes="iccs_weapon", source=_ICCS),
        Field("situational_context", Kind.CODE, Label("Жагдайы", "Обстановка", "Situational context"),
            merge=Merge.SET, codes="iccs_context", assertion=Assertion.ASSESSMENT, source=_ICCS),
        Field("location_type", Kind.CODE, Label("Жердин түрү", "Вид места", "Type of location"),
            codes="iccs_location", source=_ICCS),
        Field("motives", Kind.CODE, Label("Себептери", "Мотивы", "Motives"), merge=Merge.SET, codes="iccs_motive",
            assertion=Assertion.ASSESSMENT, source=_ICCS),
        Field("cyber_related", Kind.TRI, Label("Санариптик чөйрөдө же анын жардамы менен жасалган",
            "Совершено в цифровой среде или с её помощью", "Cyber-related"), source=_ICCS),
        Field("reported_by", Kind.CODE, Label("Ким билдирди", "Кто сообщил", "Reported by"),
            codes="iccs_reported_by", source=_ICCS),
    )


PERSON_TAGS = Section("person_tags", Label("Адам: эл аралык статистика (ICCS)",
    "Лицо: международная статистика (ICCS)", "The person in international statistics (ICCS)"))


def person_tags() -> tuple[Field, ...]:
    """Fields of the section `PERSON_TAGS`: the tags LS, ES, Int, EASt and Rec; the rest are the person's own."""
    return PERSON_TAGS.of(
        Field("legal_status", Kind.CODE, Label("Жабырлануучунун укуктук макамы", "Правовой статус потерпевшего",
            "Legal status of the victim"), codes="iccs_legal_status", source=_ICCS),
        Field("economic_sector", Kind.CODE, Label("Жабырлануучунун экономикадагы сектору",
            "Сектор экономики потерпевшего", "Economic sector of the victim"), codes="iccs_sector", source=_ICCS),
        Field("intoxication", Kind.CODE, Label("Окуя учурундагы мас абалы", "Опьянение во время события",
            "Intoxication at the time of the event"), codes="iccs_intoxication",
            sensitivity=Sensitivity.SPECIAL_CATEGORY, source=_ICCS),
        Field("economic_activity", Kind.CODE, Label("Окуя учурундагы иши", "Род занятий на время события",
            "Economic activity at the time of the event"), codes="iccs_activity", source=_ICCS),
        Field("repeat_offender", Kind.TRI, Label("Мурда соттолгон же жоопкерчиликке тартылган",
            "Ранее судим(а) или привлекался(лась)", "Repeat offender"), source=_ICCS),
    )
