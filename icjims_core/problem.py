"""Known failures as values: a stable code, its parameters, and how a program should exit on it.

    Problem
      ├── Refused      a rule, a right, a validation or a missing thing (exit 3)
      ├── Unreachable  no network, or what answered is not the centre     (exit 5)
      ├── Broken       stored or received bytes are not what they claim   (exit 6)
      └── Locked       wrong password, locked out, store in use           (exit 7)

A `Problem` never carries a sentence: the interfaces make it from `code` and `params` in the user's language
(`icjims_core.problem_texts`).
"""

from __future__ import annotations

from typing import ClassVar

Parameter = str | int | bool | None


class Problem(Exception):
    """A known failure. `code` is stable and documented; `params` are plain values that name field, record or limit."""

    exit_code: ClassVar[int] = 3

    def __init__(self, code: str, /, **params: Parameter) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code}({shown})"


class Refused(Problem):
    """The request is understood and declined: by a rule, a right, a validation, or because there is no such thing."""


class Unreachable(Problem):
    """The centre did not answer, or what answered is not the centre."""

    exit_code = 5


class Broken(Problem):
    """Bytes are malformed, forged or damaged."""

    exit_code = 6


class Locked(Problem):
    """The store cannot be opened now: wrong password, locked out, or in use by another process."""

    exit_code = 7
