"""docs/cli.md names every command of both programs with every argument that it takes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from icjims_desktop.cli.grammar import Command
from icjims_desktop.cli.parser import COMMANDS, COMMON
from icjims_sync_server.cli.grammar import parser
from icjims_sync_server.services.administration.people import ROLES

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
ICJIMS, SERVER = PAGE.split("## icjims-server")


def row(text: str, command: str) -> str:
    """The first cell of the row of a command, where rows may tell of several."""
    cells = [line.split(" | ")[0] for line in text.splitlines() if line.startswith("| `")]
    return next((cell for cell in cells if any(each.startswith(command) for each in _written(cell))), "")


def _written(cell: str) -> list[str]:
    return [part + " " for part in cell.replace("|", "").split("`")[1::2]]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda each: each.name)
def test_each_command_of_a_workstation_is_told(command: Command) -> None:
    told = row(ICJIMS, f"{command.name} ")

    assert told, f"no row for {command.name}"
    missing = [each.name for each in command.arguments if not _is_told(each.name, each.metavar, told)]
    assert missing == []


def _is_told(name: str, metavar: str, told: str) -> bool:
    return name in told if name.startswith("--") else metavar in told


def test_no_command_is_told_that_a_workstation_lacks() -> None:
    first = [_written(line)[0] for line in ICJIMS.splitlines() if line.startswith("| `")]
    names = tuple(f"{name} " for name in COMMANDS)
    assert [each for each in first if not each.startswith(names)] == []


def test_common_options_are_told() -> None:
    common = ICJIMS.split("### ")[0]
    assert [each.name for each in COMMON if each.name not in common] == []


def test_each_command_of_the_centre_is_told() -> None:
    found = dict(_commands(parser(), ""))
    assert len(found) > 10
    untold = {name: options - set(re.split(r"[][`|, ]+", row(SERVER, name))) for name, options in found.items()}
    assert {name: options for name, options in untold.items() if options} == {}


def _commands(command: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, set[str]]]:
    """Each command with the options of its own."""
    inner = [action for action in command._actions if isinstance(action, argparse._SubParsersAction)]
    for action in inner:
        for word, each in action.choices.items():
            yield from _commands(each, f"{name}{word} ")
    if not inner:
        common = {"-h", "--help", "--data-dir", "--db", "--json", "--language"}
        yield name, {option for action in command._actions for option in action.option_strings} - common


def test_every_role_is_told() -> None:
    assert [role for role in ROLES if f"`{role}`" not in SERVER] == []
