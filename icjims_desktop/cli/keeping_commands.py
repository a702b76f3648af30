"""The commands on the store as a whole: copies of it, checks, mending, and data for training."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.words import Label
from icjims_desktop.cli.grammar import Argument, Command

_FILE: Final = Argument("file", Label("Файл", "Файл", "The file"), "FILE", required=True)

KEEPING: Final = (
    Command("backup", Label("Көчүрмө сактоо", "Резервная копия", "Back the store up"), "keeping:backup", (_FILE,)),
    Command(
        "restore",
        Label("Көчүрмөдөн калыбына келтирүү", "Восстановить из копии", "Restore from a backup"),
        "keeping:restore",
        (_FILE,),
        opens=False,
    ),
    Command("check", Label("Тез текшерүү", "Быстрая проверка", "Quick check"), "keeping:check"),
    Command("verify", Label("Толук текшерүү", "Полная проверка", "Check everything"), "keeping:verify"),
    Command(
        "rebuild",
        Label(
            "Тизмелерди жана издөөнү журналдан кайра түзүү",
            "Построить списки и поиск заново из журнала",
            "Make lists and search again from the log",
        ),
        "keeping:rebuild",
    ),
    Command(
        "repair",
        Label("Бузулган сактагычты оңдоо", "Восстановить повреждённое хранилище", "Repair a damaged store"),
        "keeping:repair",
        opens=False,
    ),
    Command(
        "demo-data",
        Label("Окуу маалыматы", "Учебные данные", "Make up cases for training"),
        "keeping:demo_data",
        (
            Argument("--cases", Label("Иштердин саны", "Число дел", "Number of cases"), "N", required=True),
            Argument(
                "--seed",
                Label("Кайталоо саны", "Число для повторения", "Number that repeats the same data"),
                "S",
                required=True,
            ),
        ),
    ),
)
