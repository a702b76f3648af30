"""The texts of `--help` and `--version`, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable

from icjims_core.declarations.words import Label
from icjims_desktop.cli.grammar import Argument, Command, Parsed
from icjims_desktop.cli.parser import COMMANDS, COMMON

_USAGE = Label("Колдонуу", "Использование", "Usage")
_COMMANDS = Label("Буйруктар", "Команды", "Commands")
_ARGUMENTS = Label("Аргументтер", "Аргументы", "Arguments")
_COMMON = Label("Жалпы", "Общие", "Common")


def text(parsed: Parsed, language: str) -> str:
    """What `--version` or `--help` prints, for one command or for all."""
    if parsed.on("version"):
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, and rarely asked

        try:
            return f"icjims {version('icjims-desktop')}\n"
        except PackageNotFoundError:
            return "icjims\n"
    lines = _one(parsed.command, language) if parsed.command else _all(language)
    return "".join(f"{line}\n" for line in lines)


def _all(language: str) -> Iterable[str]:
    yield f"{_USAGE.text(language)}: icjims [--data-dir DIR] COMMAND …"
    yield ""
    yield f"{_COMMANDS.text(language)}:"
    yield from _columns((each.usage(), each.summary.text(language)) for each in COMMANDS.values())
    yield ""
    yield from _arguments(_COMMON, COMMON, language)


def _one(command: Command, language: str) -> Iterable[str]:
    yield f"{_USAGE.text(language)}: icjims {command.usage()}"
    yield ""
    yield command.summary.text(language)
    yield ""
    if command.arguments:
        yield from _arguments(_ARGUMENTS, command.arguments, language)
        yield ""
    yield from _arguments(_COMMON, COMMON, language)


def _arguments(title: Label, arguments: Iterable[Argument], language: str) -> Iterable[str]:
    yield f"{title.text(language)}:"
    shown = ((f"{each.name} {each.metavar}" if each.option else each.metavar, each.help) for each in arguments)
    yield from _columns((name.rstrip(), label.text(language)) for name, label in shown)


def _columns(rows: Iterable[tuple[str, str]]) -> Iterable[str]:
    """Two columns; what is too wide for the first has a line of its own."""
    for name, words in rows:
        if len(name) > 34:
            yield f"  {name}"
            yield f"  {'':36}{words}"
        else:
            yield f"  {name:36}{words}"
