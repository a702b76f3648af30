"""What every procedural act states beside its own subject: the last section of its form (CPC 170, 171)."""

from __future__ import annotations

from collections.abc import Collection

from icjims_core.declarations.schema import Field, Kind, Label, Merge, Section
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
HEADER = Section("act", Label("Актынын маалыматтары", "Сведения об акте", "About the act"), cpc("170"))


def header(type_name: str, *, without: Collection[str] = ()) -> tuple[Field, ...]:
    """The fields of the section `HEADER` for acts of this record type, which may supersede acts of their own type.

    `without` names those that the act itself states elsewhere in its form.
    """
    return tuple(each for each in _fields(type_name) if each.name not in without)


def _fields(type_name: str) -> tuple[Field, ...]:
    return HEADER.of(
        Field("act_number", Kind.TEXT, Label("Актынын номери", "Номер акта", "Number of the act"), max_length=60,
            searchable=True),
        Field("started_at", Kind.TIMESTAMP, Label("Башталды", "Начато", "Began at"), unit="act_time",
            not_future=True, source=cpc("170(3)")),
        Field("ended_at", Kind.TIMESTAMP, Label("Аяктады", "Окончено", "Ended at"), unit="act_time",
            not_future=True, not_before="started_at", source=cpc("170(3)")),
        Field("region", Kind.CODE, Label("Аймак", "Территория", "Region"), codes="region"),
        Field("place", Kind.TEXT, Label("Өткөргөн жери", "Место производства", "Place"), max_length=500,
            searchable=True, source=cpc("170(3)")),
        Field("place_geo", Kind.GEO, Label("Картадагы чекит", "Точка на карте", "Point on the map")),
        Field("drawn_by", Kind.TEXT, Label("Ким түздү (кызматы, наамы)", "Кем составлен (должность, звание)",
            "Drawn up by (post, rank)"), max_length=300, source=cpc("170(3)")),
        Field("language", Kind.CODE, Label("Актынын тили", "Язык акта", "Language of the act"),
            codes="proceedings_language"),
        Field("interpreter", Kind.REF, Label("Котормочу", "Переводчик", "Interpreter"), target="participant"),
        Field("attended", Kind.REF, Label("Катышкандар", "Участвовали", "Took part"), merge=Merge.SET,
            target="participant", source=cpc("170(3)")),
        Field("signatures", Kind.SIGNATURE, Label("Катышкандардын колдору", "Подписи участников",
            "Signatures of those who took part"), merge=Merge.APPEND, source=cpc("170(7), 171"), stays_open=True),
        Field("technical_means", Kind.TEXT, Label("Техникалык каражаттар", "Технические средства",
            "Technical means"), merge=Merge.SET, max_length=300, source=cpc("170(4)")),
        Field("technical_warned", Kind.TRI, Label("Катышкандарга эскертилди", "Участники предупреждены о применении",
            "Those present were warned of them"), source=cpc("170(4)")),
        Field("read_aloud", Kind.TRI, Label("Окулуп берилди", "Оглашено участникам", "Read to those present"),
            source=cpc("170(5)")),
        Field("remarks", Kind.TEXT, Label("Эскертүүлөр, толуктоолор", "Замечания и дополнения",
            "Remarks and additions"), merge=Merge.APPEND, max_length=4_000, source=cpc("170(5)")),
        Field("attachments", Kind.FILE, Label("Тиркемелер", "Приложения", "Attachments"), merge=Merge.SET,
            source=cpc("170(8)")),
        Field("signed_scan", Kind.FILE, Label("Кол коюлган кагаздын сканы", "Скан подписанной бумаги",
            "Scan of the signed paper"), merge=Merge.SET, source=cpc("170(7)"), stays_open=True),
        Field("legal_basis", Kind.TEXT, Label("Укуктук негизи", "Правовое основание", "Legal basis"),
            max_length=200),
        Field("supersedes", Kind.REF, Label("Кайсы актынын ордуна", "Взамен акта", "Supersedes the act"),
            target=type_name),
    )
