"""Writing answers and problems: one JSON document, or text for a person."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TextIO

import msgspec

from icjims_core.problem import Parameter, Problem
from icjims_core.problem_texts import known_codes, problem_text
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Usage
from icjims_desktop.cli.session import Surroundings

_STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal or turns the direction of a line; line breaks and tabs are the texts' own."""


def harmless(text: str) -> str:
    """A text that shows such characters instead of obeying them: a record may hold what a stranger wrote."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def problem_document(problem: Problem, language: str) -> Document:
    """Code, parameters and the sentences of a failure; all that cannot be read says so in one way."""
    usage = problem.exit_code == Usage.exit_code and problem.code not in known_codes()
    text = problem_text(Usage("usage") if usage else problem, language)
    return {"code": problem.code, "params": dict(problem.params), "text": text}


def warning_documents(warnings: Iterable[tuple[str, Mapping[str, Parameter]]], language: str) -> list[Document]:
    """The same of advice."""
    return [problem_document(Problem(code, **params), language) for code, params in warnings]


def to_json(document: object) -> str:
    """One line of JSON, as people can read it: no escapes but the needed ones."""
    return harmless(msgspec.json.encode(document).decode())


def write_answer(around: Surroundings, answer: Answer, warnings: list[Document], language: str, *, json: bool) -> None:
    """The answer on standard output; warnings in the document, or on standard error for a person."""
    if json:
        write(around.stdout, to_json(with_warnings(answer.document, warnings)) + "\n")
        return
    for each in warnings:
        write(around.stderr, harmless(f"{each['text']}\n"))
    write(around.stdout, harmless("".join(f"{line}\n" for line in answer.lines(language))))


def with_warnings(document: Document, warnings: list[Document]) -> Document:
    """The document with these put before the warnings that it has."""
    if not warnings:
        return document
    known = document.get("warnings")
    return document | {"warnings": [*warnings, *(known if isinstance(known, list) else [])]}


def advised(answer: Answer, warnings: list[Document]) -> Answer:
    """The answer with advice: under `warnings`, and as sentences below what a person reads."""
    if not warnings:
        return answer

    def lines(language: str) -> Iterator[str]:
        yield from answer.lines(language)
        yield from (str(each["text"]) for each in warnings)

    return Answer(with_warnings(answer.document, warnings), lines, answer.exit_code)


def with_advice(answer: Answer, advice: Iterable[Problem], language: str) -> Answer:
    """The answer of a command that saved something, with what the services advise."""
    return advised(answer, [problem_document(each, language) for each in advice])


def write_problem(around: Surroundings, problem: Problem, language: str, *, json: bool) -> None:
    """The failure on standard error."""
    shown = problem_document(problem, language)
    write(
        around.stderr, to_json({"problem": shown}) + "\n" if json else harmless(f"{shown['text']} [{problem.code}]\n")
    )


def write(stream: TextIO, text: str) -> None:
    """Write at once; a reader who has gone away is no failure of what was done."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # What is still buffered must not be tried again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
