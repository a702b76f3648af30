"""The part of the table of commands that is for monitors and data-protection officers."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.words import Label
from icjims_desktop.cli.grammar import Argument, Command

DUTIES: Final = (
    Command(
        "held",
        Label("Ким кармалган", "Кто содержался под стражей", "Who was held on a day"),
        "duties:held",
        (
            Argument("--on", Label("Кайсы күнү", "В какой день", "On which day"), "DATE", required=True),
            Argument("--facility", Label("Жайдын аты", "Название места", "Part of the name of the place"), "TEXT"),
        ),
    ),
    Command(
        "occupancy",
        Label("Кармоо жайларында канча адам болгон", "Сколько человек содержалось", "How many were held, by month"),
        "duties:occupied",
        (
            Argument("--from", Label("Кайсы күндөн", "С какого дня", "From which day"), "DATE", required=True),
            Argument("--to", Label("Кайсы күнгө чейин", "По какой день", "Until which day"), "DATE", required=True),
            Argument("--facility", Label("Жайдын аты", "Название места", "Part of the name of the place"), "TEXT"),
        ),
    ),
    Command(
        "retention",
        Label("Сактоо мөөнөттөрү", "Сроки хранения", "What is to be looked through, archived or erased"),
        "duties:retention",
        (Argument("--all", Label("Мөөнөтү келе электер да", "Вместе с будущими", "Those that are to come too")),),
    ),
    Command(
        "disclosures",
        Label("Жазуу кимге берилген", "Кому передана запись", "To whom a record has gone"),
        "duties:disclosures",
        (Argument("record", Label("Жазуунун коду", "Код записи", "Id of the record"), "RECORD", required=True),),
    ),
    Command(
        "notice",
        Label("Маалымат жөнүндө эскертме", "Памятка о данных", "What a person is told about the data"),
        "duties:notice",
    ),
)
