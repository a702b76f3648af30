"""The command `shell`: one command line a line, one JSON line an answer, the store open all the while."""

from __future__ import annotations

import shlex

from icjims_core.problem import Problem
from icjims_desktop.cli import help_text, main, output
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed, Usage
from icjims_desktop.cli.parser import parse
from icjims_desktop.cli.session import Session

_NOT_HERE = frozenset({"shell", "enrol", "restore", "repair"})
"""They need a store that nobody has open."""


def shell(session: Session, _parsed: Parsed) -> None:
    """Run the lines of standard input until it ends; the first answer carries what the store advised."""
    session.workspace  # noqa: B018 - unlocked before the first line, so that a wrong password ends at once
    warnings = main.warnings_of(session)
    for line in session.around.stdin:
        if line.strip():
            output.write(session.around.stdout, output.to_json(_run(session, line, warnings)) + "\n")
            warnings = []


def _run(session: Session, line: str, warnings: list[Document]) -> Document:
    """What one line answers."""
    try:
        answer = _execute(session, line)
    except Problem as problem:
        return {"exit": problem.exit_code, "problem": output.problem_document(problem, session.language)}
    return {"exit": answer.exit_code, "result": output.with_warnings(answer.document, warnings)}


def _execute(session: Session, line: str) -> Answer:
    try:
        tokens = shlex.split(line)
    except ValueError:
        raise Usage("bad_quoting") from None
    parsed = parse(tokens)
    if parsed.on("help") or parsed.on("version") or parsed.command is None:
        text = help_text.text(parsed, session.language)
        return Answer({"text": text}, lambda _language: [text])
    if parsed.command.name in _NOT_HERE:
        raise Usage("not_in_shell", command=parsed.command.name)
    answer = main.execute(session, parsed)
    if answer is None:
        raise TypeError(parsed.command.name)
    return answer
