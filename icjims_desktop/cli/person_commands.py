"""The part of the table of commands that is about persons: who may be one, and statements that they are."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.words import Label
from icjims_desktop.cli.grammar import Argument, Command

_REASON: Final = Argument("--reason", Label("Себеби", "Причина", "The reason"), "TEXT")
_PERSON: Final = Argument(
    "record", Label("Адамдын жазуусу", "Запись о лице", "Record of a person"), "RECORD", required=True
)
_OTHER: Final = Argument("other", Label("Экинчи жазуу", "Вторая запись", "The other record"), "OTHER", required=True)

PERSONS: Final = (
    Command(
        "persons find",
        Label("Адамды издөө, жазылышы кандай болсо да", "Поиск лица в любом написании", "Find a person, however spelt"),
        "persons:find",
        (
            Argument(
                "text",
                Label("Аты-жөнү, туулган күнү, ЖИН", "Имя, дата рождения, ПИН", "Names, date of birth, PIN"),
                "TEXT",
                required=True,
            ),
            Argument("--limit", Label("Эң көп", "Не больше", "At most so many"), "N"),
        ),
    ),
    Command(
        "persons candidates",
        Label("Ошол эле адам болушу мүмкүн", "Возможно, то же лицо", "Records that may be of the same person"),
        "persons:candidates",
        (_PERSON,),
    ),
    Command(
        "persons duplicates",
        Label("Кайталанган болушу мүмкүн жазуулар", "Возможные повторы", "Pairs of records that may be of one person"),
        "persons:duplicates_here",
        (Argument("--limit", Label("Эң көп", "Не больше", "At most so many"), "N"),),
    ),
    Command(
        "persons group",
        Label("Байланышкан жазуулар", "Связанные записи", "Records that are said to be of this person"),
        "persons:group",
        (_PERSON,),
    ),
    Command(
        "persons link",
        Label(
            "Эки жазуу бир адамдыкы деп айтуу", "Указать, что записи об одном лице", "Say that two records are of one"
        ),
        "persons:link",
        (
            _PERSON,
            _OTHER,
            _REASON,
            Argument("--ground", Label("Негизи", "Основание", "Code of the ground"), "CODE"),
            Argument("--different", Label("Ар башка адамдар", "Это разные лица", "That they are different persons")),
        ),
    ),
    Command(
        "persons unlink",
        Label("Байланышты жокко чыгаруу", "Аннулировать связь", "Annul what was said of the two"),
        "persons:unlink",
        (_PERSON, _OTHER, _REASON),
    ),
)
