"""The part of the table of commands that is about numbers, paper and hand-over."""

from __future__ import annotations

from typing import Final

from icjims_core.schema import Label
from icjims_desktop.cli.grammar import Argument, Command

PAPER: Final = (
    Command(
        "handovers",
        Label("Жолдо жоголгондор", "Отправлено и не получено", "What was sent and not received in time"),
        "paper:handovers",
        (
            Argument(
                "--all", Label("Мөөнөтү келе электерин да", "Вместе с теми, что в сроке", "Those still within time too")
            ),
        ),
    ),
    Command(
        "register doubts",
        Label("КБР номерлериндеги шектер", "Сомнения в номерах ЕРП", "Doubtful numbers of the Register"),
        "paper:register_doubts",
    ),
    Command(
        "takeover",
        Label("Кагаздан кабыл алуу (XLSX)", "Принять дела с бумаги (XLSX)", "Take cases over from paper, in bulk"),
        "paper:takeover",
        (
            Argument("file", Label("Толтурулган файл", "Заполненный файл", "The workbook, filled in"), "FILE.xlsx"),
            Argument("--dry-run", Label("Текшерүү гана", "Только проверить", "Only say what it would come to")),
            Argument("--template", Label("Бош үлгүнү жазуу", "Записать образец", "Write the template"), "FILE.xlsx"),
        ),
    ),
)
