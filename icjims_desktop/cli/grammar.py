"""The grammar of a command line as a table: commands, their arguments, and the reading of tokens by them.

An option always takes the token after it, whatever that begins with; `--` ends the options; options may stand before
or after the command and between its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from icjims_core.declarations.words import Label
from icjims_core.problem import Parameter, Problem


class Usage(Problem):
    """The command line cannot be read (exit 2)."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a command: positional, or an option when its name begins with `--`.

    `metavar` names what it takes; an option without one is a switch. `many` takes all that is left; `required` options
    and positionals must be given.
    """

    name: str
    help: Label
    metavar: str = ""
    required: bool = False
    many: bool = False

    @property
    def option(self) -> bool:
        """Whether it is given by name."""
        return self.name.startswith("--")

    @property
    def key(self) -> str:
        """Under which the value is found in `Parsed.values`."""
        return self.name.removeprefix("--")


FORCE: Final = Argument(
    "--force",
    Label("Бар файлды алмаштыруу", "Заменить существующий файл", "Replace a file that is there"),
)
"""What a command takes that writes a file for people."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name (one or two words), what it does, its arguments, and `module:function` that runs it.

    `opens` tells whether it needs the unlocked store.
    """

    name: str
    summary: Label
    handler: str
    arguments: tuple[Argument, ...] = ()
    opens: bool = True

    def usage(self) -> str:
        """The command with its arguments in the usual notation."""
        return " ".join([self.name, *(_notation(each) for each in self.arguments)])


@dataclass(frozen=True, slots=True)
class Parsed:
    """A command line that was read. Switches are `True`, what takes many is a tuple, what was not given is absent."""

    command: Command | None
    values: Mapping[str, str | bool | tuple[str, ...]]

    def text(self, key: str) -> str | None:
        """The value of an argument that takes one, or `None`."""
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def given(self, key: str) -> str:
        """The value of an argument that must be there."""
        value = self.values[key]
        if not isinstance(value, str):
            raise TypeError(key)
        return value

    def many(self, key: str) -> tuple[str, ...]:
        """The values of an argument that takes many."""
        value = self.values.get(key, ())
        return value if isinstance(value, tuple) else ()

    def on(self, key: str) -> bool:
        """Whether a switch was set."""
        return self.values.get(key) is True

    def number(self, key: str) -> int | None:
        """The value as a whole number above zero, or `None`; raises `Usage("bad_number")`."""
        value = self.text(key)
        if value is None:
            return None
        if not (value.isascii() and value.isdigit()) or not 0 < int(value[:18]) < 10**15:
            raise Usage("bad_number", option=f"--{key}", value=value[:100])
        return int(value)


HELP: Final = "--help"


@dataclass(slots=True)
class _Reading:
    commands: Mapping[str, Command]
    options: dict[str, Argument]
    command: Command | None = None
    words: list[str] = field(default_factory=list)
    values: dict[str, str | bool | tuple[str, ...]] = field(default_factory=dict)

    def word(self, word: str) -> None:
        """A token that is no option: part of the command's name at first, then one of its arguments."""
        self.words.append(word)
        if self.command is None:
            name = " ".join(self.words)
            if name in self.commands:
                self.command = self.commands[name]
                self.options |= {each.name: each for each in self.command.arguments if each.option}
                self.words = []
            elif not any(each.startswith(f"{name} ") for each in self.commands):
                raise Usage("unknown_command", command=name[:100])

    def option(self, argument: Argument, value: str | None, rest: list[str]) -> None:
        """An option with what follows it."""
        if argument.key in self.values:
            raise Usage("option_twice", option=argument.name)
        if not argument.metavar:
            if value is not None:
                raise Usage("option_takes_no_value", option=argument.name)
            self.values[argument.key] = True
        elif value is not None:
            self.values[argument.key] = value
        elif rest:
            self.values[argument.key] = rest.pop(0)
        else:
            raise Usage("option_needs_value", option=argument.name)


def read(tokens: Sequence[str], commands: Mapping[str, Command], common: Sequence[Argument]) -> Parsed:
    """Read a command line; raises `Usage`. With `--help` nothing is required and the rest may be missing."""
    reading = _Reading(commands, {each.name: each for each in common})
    rest = list(tokens)
    ended = False
    while rest:
        part = rest.pop(0)
        if part == "--" and not ended:
            ended = True
        elif part == "-h" and not ended:
            reading.values["help"] = True
        elif ended or not part.startswith("--"):
            reading.word(part)
        else:
            name, argument, value = _named(part, reading.options)
            if argument is None:
                raise Usage("unknown_option", option=name[:100])
            reading.option(argument, value, rest)
    return _finish(reading)


def _named(token: str, options: Mapping[str, Argument]) -> tuple[str, Argument | None, str | None]:
    """The option that a token names and the value in it; a name may end in `:`, as `--value:=JSON` does."""
    name, equals, value = token.partition("=")
    return name, options.get(name), value if equals else None


def _finish(reading: _Reading) -> Parsed:
    values, command = reading.values, reading.command
    if values.get("help") or values.get("version"):
        return Parsed(command, values)
    if command is None:
        raise Usage("unknown_command" if reading.words else "no_command", command=" ".join(reading.words)[:100])
    words = reading.words
    for each in command.arguments:
        if each.option:
            continue
        if each.many:
            values[each.key], words = tuple(words), []
        elif words:
            values[each.key] = words.pop(0)
    if words:
        raise Usage("too_many_arguments", value=words[0][:100])
    missing: list[Parameter] = [
        each.name for each in command.arguments if each.required and values.get(each.key) in (None, ())
    ]
    if missing:
        raise Usage("argument_missing", argument=missing[0])
    return Parsed(command, values)


def _notation(argument: Argument) -> str:
    if not argument.option:
        shown = f"{argument.metavar} …" if argument.many else argument.metavar
        return shown if argument.required else f"[{shown}]"
    joint = "=" if argument.name.endswith(":") else " "
    shown = f"{argument.name}{joint}{argument.metavar}" if argument.metavar else argument.name
    return shown if argument.required else f"[{shown}]"
