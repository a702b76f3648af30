"""The part of the table of commands that is about numbers, paper and hand-over."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.words import Label
from icjims_desktop.cli.grammar import FORCE, Argument, Command

_PURPOSE: Final = Argument(
    "--purpose",
    Label("Эмне үчүн караласыз (журналга)", "Цель обращения (в журнал)", "Why you look, for the audit log"),
    "TEXT",
)
_RECORD: Final = Argument(
    "record", Label("Жазуунун номери", "Идентификатор записи", "Id of the record"), "RECORD", required=True
)

PAPER: Final = (
    Command(
        "handovers",
        Label("Жолдо жоголгондор", "Отправлено и не получено", "What was sent and not received in time"),
        "paper:handovers",
        (
            Argument(
                "--all", Label("Мөөнөтү келе электерин да", "Вместе с теми, что в сроке", "Those still within time too")
            ),
            _PURPOSE,
        ),
    ),
    Command(
        "register doubts",
        Label("КБР номерлериндеги шектер", "Сомнения в номерах ЕРП", "Doubtful numbers of the Register"),
        "paper:register_doubts",
    ),
    Command(
        "clock show",
        Label("Компьютердин сааты", "Часы компьютера", "Whether the clock of this computer is believed"),
        "paper:clock_show",
    ),
    Command(
        "clock confirm",
        Label("Күндү жана убакытты ырастоо", "Подтвердить дату и время", "Confirm date and time of this computer"),
        "paper:clock_confirm",
        (
            Argument(
                "moment",
                Label("Азыркы күн жана убакыт", "Сейчас, дата и время", "Date and time now, of Bishkek"),
                "YYYY-MM-DD HH:MM",
                required=True,
            ),
        ),
    ),
    Command(
        "detach",
        Label("Тиркемени жазуудан алуу", "Убрать приложение из записи", "Take an attached file away from its record"),
        "attaching:detach",
        (
            _RECORD,
            Argument("sha256", Label("SHA-256", "SHA-256", "SHA-256"), "SHA256", required=True),
            Argument("--reason", Label("Себеби", "Причина", "The reason"), "TEXT"),
        ),
    ),
    Command(
        "print",
        Label("Актыны кагазга басып чыгаруу (PDF)", "Печать акта на бумаге (PDF)", "Print an act as a paper (PDF)"),
        "paper:act",
        (
            _RECORD,
            Argument("file", Label("Файл", "Файл", "The file"), "FILE.pdf"),
            Argument(
                "--served-to",
                Label(
                    "Кимге тапшырылат: accused же адамдын жазуусу",
                    "Кому вручается: accused или запись лица",
                    "Whom it is served on: accused, or the record of a person",
                ),
                "WHOM",
            ),
            Argument(
                "--checked",
                Label(
                    "Ушул суммадагы көрүү окулду: жабырлануучунун да, күбөнүн да дареги жана байланышы жок",
                    "Прочитан просмотр с этой суммой: адресов и контактов потерпевшего и свидетелей в нём нет",
                    "The preview of this digest was read: no address or contact of a victim or witness is in it",
                ),
                "DIGEST",
            ),
            Argument(
                "--preview",
                Label(
                    "Кагазда эмне турарын көрсөтүү, эч нерсе жазбоо",
                    "Показать, что будет на бумаге, и ничего не писать",
                    "Show what would stand on the paper, and write nothing",
                ),
            ),
            FORCE,
            _PURPOSE,
        ),
    ),
    Command(
        "journal",
        Label("Журналды басып чыгаруу (PDF)", "Печать журнала (PDF)", "Print a journal of this office (PDF)"),
        "paper:journal",
        (
            Argument("name", Label("Журналдын аты", "Имя журнала", "Name of the journal"), "NAME", required=True),
            Argument("file", Label("Файл", "Файл", "The file"), "FILE.pdf", required=True),
            Argument("--from", Label("Биринчи күнү", "Первый день", "First day"), "DATE", required=True),
            Argument("--to", Label("Акыркы күнү", "Последний день", "Last day"), "DATE", required=True),
            FORCE,
        ),
    ),
    Command(
        "inventory",
        Label("Иштин описи (PDF)", "Опись дела (PDF)", "Print the inventory of a case file (PDF)"),
        "paper:inventory",
        (
            Argument("case", Label("Иш", "Дело", "The case"), "CASE", required=True),
            Argument("file", Label("Файл", "Файл", "The file"), "FILE.pdf", required=True),
            FORCE,
            _PURPOSE,
        ),
    ),
    Command(
        "takeover",
        Label("Кагаздан кабыл алуу (XLSX)", "Принять дела с бумаги (XLSX)", "Take cases over from paper, in bulk"),
        "paper:takeover",
        (
            Argument("file", Label("Толтурулган файл", "Заполненный файл", "The workbook, filled in"), "FILE.xlsx"),
            Argument("--dry-run", Label("Текшерүү гана", "Только проверить", "Only say what it would come to")),
            Argument("--template", Label("Бош үлгүнү жазуу", "Записать образец", "Write the template"), "FILE.xlsx"),
            FORCE,
        ),
    ),
)
