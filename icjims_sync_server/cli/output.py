"""What the command line prints: one JSON document or a few lines, and problems in the user's language."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from icjims_core.problem import Problem
from icjims_core.problem_texts import problem_text
from icjims_sync_server.cli import words

LANGUAGES: Final = ("ky", "ru", "en")


def language_of(asked: str | None, environment: Mapping[str, str]) -> str:
    """The language asked for, else that of the environment, else English."""
    if asked:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return value[:2] if value[:2] in LANGUAGES else "en"
    return "en"


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go, and how."""

    json: bool
    language: str

    def result(self, value: Mapping[str, object]) -> None:
        """Print a result."""
        if self.json:
            print(json.dumps(value, ensure_ascii=False))
            return
        for line in words.lines(value, self.language):
            print(line)

    def line(self, text: str) -> None:
        """Print a line at once."""
        print(text, flush=True)

    def problem(self, problem: Problem) -> int:
        """Say on stderr what failed; the exit code."""
        text = problem_text(problem, self.language)
        if self.json:
            document = {"problem": {"code": problem.code, "params": problem.params, "text": text}}
            print(json.dumps(document, ensure_ascii=False), file=sys.stderr)
        else:
            print(f"{text} [{problem.code}]", file=sys.stderr)
        return problem.exit_code


def password(environment: Mapping[str, str], descriptor: int | None) -> str | None:
    """The password from a descriptor or the environment; `None`: ask."""
    if descriptor is not None:
        with os.fdopen(descriptor, encoding="utf-8", closefd=False) as file:
            return file.readline().rstrip("\n")
    return environment.get("ICJIMS_PASSWORD")
