"""The commands on the published directory of lawyers, interpreters and others."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.words import Label
from icjims_desktop.cli.grammar import Argument, Command

CONTACTS: Final = (
    Command(
        "contacts",
        Label(
            "Адвокаттардын, котормочулардын ж.б. маалымдамасы",
            "Справочник адвокатов, переводчиков и других",
            "The directory of lawyers, interpreters and others",
        ),
        "contacts:contacts",
        (
            Argument("--kind", Label("Ким: contact_service коду", "Кто: код contact_service", "Who"), "CODE"),
            Argument("--speaks", Label("Кайсы тилде", "На каком языке", "Of this language"), "CODE"),
            Argument(
                "--place",
                Label("Аймак же кеңсе", "Территория или подразделение", "Of this region, or at this office"),
                "CODE",
            ),
        ),
    ),
    Command(
        "call",
        Label("Чалууну журналга жазуу", "Записать вызов в журнал", "Log a call to somebody of the directory"),
        "contacts:call",
        (
            Argument("contact", Label("Маалымдама/жазуу", "Справочник/запись", "Directory/entry"), "ID", required=True),
            Argument("--case", Label("Иш", "Дело", "The case"), "CASE", required=True),
            Argument(
                "values",
                Label(
                    "Маанилер: result=will_come …",
                    "Значения: result=will_come …",
                    "Values: result=will_come and others",
                ),
                "field=value",
                many=True,
            ),
        ),
    ),
)
