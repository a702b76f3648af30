"""Command lines are read by the table, whatever the values look like."""

from __future__ import annotations

import pytest

from icjims_core.declarations.words import Label
from icjims_desktop.cli import help_text
from icjims_desktop.cli.grammar import Usage
from icjims_desktop.cli.parser import COMMANDS, parse
from icjims_desktop.cli.session import language_of


def test_options_stand_anywhere_and_take_whatever_follows() -> None:
    read = parse(["--data-dir", "d", "edit", "R", "a=b", "--reason", "--json", "c-=-5", "--json", "e:={}"])
    assert read.command is COMMANDS["edit"]
    assert dict(read.values) == {
        "data-dir": "d",
        "record": "R",
        "values": ("a=b", "c-=-5", "e:={}"),
        "reason": "--json",
        "json": True,
    }
    assert parse(["show", "R", "--data-dir=x=y"]).text("data-dir") == "x=y"


def test_two_words_make_a_command() -> None:
    read = parse(["bundle", "export", "f", "--to", "001"])
    assert (read.command, read.text("to")) == (COMMANDS["bundle export"], "001")
    with pytest.raises(Usage, match="unknown_command"):
        parse(["bundle"])


def test_json_values_of_resolve_have_an_option_of_their_own() -> None:
    read = parse(["resolve", "R", "u", '--value:={"a": "b=c"}', "--reason", "x"])
    assert (read.text("value:"), read.text("value")) == ('{"a": "b=c"}', None)


def test_two_dashes_end_the_options() -> None:
    assert parse(["search", "--", "--json"]).text("text") == "--json"
    assert parse(["search", "-5"]).text("text") == "-5"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ([], "no_command"),
        (["bogus"], "unknown_command"),
        (["show"], "argument_missing"),
        (["show", "a", "b"], "too_many_arguments"),
        (["show", "a", "--limit", "3"], "unknown_option"),
        (["show", "a", "--data-dir"], "option_needs_value"),
        (["show", "a", "--json=1"], "option_takes_no_value"),
        (["list", "case", "--limit", "1", "--limit", "2"], "option_twice"),
        (["import", "f.jsonl"], "argument_missing"),
    ],
)
def test_what_cannot_be_read_says_why(line: list[str], code: str) -> None:
    with pytest.raises(Usage) as problem:
        parse(line)
    assert (problem.value.code, problem.value.exit_code) == (code, 2)


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "٣", "9" * 40])
def test_counts_are_whole_numbers_above_zero(number: str) -> None:
    with pytest.raises(Usage, match="bad_number"):
        parse(["list", "case", "--limit", number]).number("limit")


def test_help_needs_nothing_else() -> None:
    assert parse(["new", "--help"]).command is COMMANDS["new"]
    for language in ("ky", "ru", "en"):
        whole = help_text.text(parse(["-h"]), language)
        assert all(each.usage() in whole and each.summary.text(language) in whole for each in COMMANDS.values())
        assert "--case" in help_text.text(parse(["new", "--help"]), language)


def test_every_command_has_what_runs_it_and_three_languages() -> None:
    for command in COMMANDS.values():
        module, _, name = command.handler.partition(":")
        loaded = __import__(f"icjims_desktop.cli.commands.{module}", fromlist=[name])
        assert callable(getattr(loaded, name)), command.name
        labels: list[Label] = [command.summary, *(each.help for each in command.arguments)]
        assert all(all(label) for label in labels)


@pytest.mark.parametrize(
    ("chosen", "environment", "language"),
    [
        (None, {}, "ru"),
        (None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "ru"),
        (None, {"LANG": "en_GB", "LC_ALL": "ky_KG"}, "ky"),
        (None, {"LANG": "en_GB", "ICJIMS_LANGUAGE": "ky"}, "ky"),
        ("ru", {"ICJIMS_LANGUAGE": "ky"}, "ru"),
        ("de", {"ICJIMS_LANGUAGE": "ky"}, "ky"),
    ],
)
def test_the_language_is_chosen_in_this_order(chosen: str | None, environment: dict[str, str], language: str) -> None:
    assert language_of(chosen, environment) == language
