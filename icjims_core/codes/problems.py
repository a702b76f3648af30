"""The sentences of known failures: what happened, what it means, what is safe, what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from icjims_core.problem import Parameter, Problem

LANGUAGES: Final = ("ky", "ru", "en")


class Parts(NamedTuple):
    """A problem told to a person, in the order in which it is read."""

    happened: str
    means: str
    safe: str
    todo: str


@cache
def _texts() -> Mapping[str, Mapping[str, object]]:
    file = resources.files("icjims_core.codes") / "problems.toml"
    found: Mapping[str, Mapping[str, object]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def known_codes() -> frozenset[str]:
    """Every code that has its own sentences; `invalid.RULE` are the rules of validation."""
    return frozenset(_texts()) - {"_safe", "_unknown"}


def problem_parts(problem: Problem, language: str) -> Parts:
    """The four sentences in `ky`, `ru` or `en`; any other language reads Russian.

    A code without sentences of its own reads as the general ones with code and parameters in them.
    """
    language = language if language in LANGUAGES else "ru"
    texts = _texts()
    rule = f"{problem.code}.{problem.params.get('rule')}"
    text = texts.get(rule) or texts.get(problem.code) or texts["_unknown"]
    values = _Params(code=problem.code, params=str(problem))
    values.update((name, each) for name, each in problem.params.items() if each is not None)
    happened, means, todo = (each.format_map(values) for each in _lines(text[language]))
    safe = _lines(texts["_safe"][f"{text.get('safe', 'unchanged')}_{language}"])
    return Parts(happened, means, "".join(safe), todo)


def _lines(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def problem_text(problem: Problem, language: str) -> str:
    """The four sentences as one paragraph."""
    return " ".join(each for each in problem_parts(problem, language) if each)


class _Params(dict[str, Parameter]):
    """Parameters by name; one that the problem does not carry reads as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"
