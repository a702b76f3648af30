"""`icjims`: the command line on a data directory, for scripts, support and scheduled work (docs/cli.md)."""

from __future__ import annotations

import importlib
import io
import itertools
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from icjims_core.problem import Problem
from icjims_desktop.cli import help_text, output
from icjims_desktop.cli.answer import Answer, Document
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.parser import parse
from icjims_desktop.cli.session import Session, Surroundings, language_of, prompt

INTERRUPTED = 130


def main() -> int:
    """Run the command line of this process; the exit code."""
    from icjims_desktop.platform.hardening import harden_process  # noqa: PLC0415 - before anything secret is read

    harden_process()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is not sys.stdin else "strict")
    around = Surroundings(os.environ, sys.stdin, sys.stdout, sys.stderr, prompt)
    try:
        return run(sys.argv[1:], around)
    except KeyboardInterrupt:
        return INTERRUPTED


def run(tokens: Sequence[str], around: Surroundings) -> int:
    """Run one command line; the exit code."""
    json = "--json" in tokens
    try:
        parsed = parse(tokens)
    except Problem as problem:
        output.write_problem(around, problem, _language(tokens, around.environment), json=json)
        return problem.exit_code
    session = Session(around, parsed)
    if parsed.on("help") or parsed.on("version") or parsed.command is None:
        output.write(around.stdout, help_text.text(parsed, session.language))
        return 0
    try:
        answer = execute(session, parsed)
        if answer is not None:
            output.write_answer(around, answer, warnings_of(session), session.language, json=parsed.on("json"))
    except Problem as problem:
        output.write_problem(around, problem, session.language, json=parsed.on("json"))
        return problem.exit_code
    else:
        return answer.exit_code if answer else 0
    finally:
        session.close()


def execute(session: Session, parsed: Parsed) -> Answer | None:
    """Run the command that was read; `None` where it has answered by itself. Raises `Problem`."""
    if parsed.command is None:
        raise TypeError("a command line without a command")
    module, _, name = parsed.command.handler.partition(":")
    handler: Callable[[Session, Parsed], Answer | None] = getattr(
        importlib.import_module(f"icjims_desktop.cli.commands.{module}"), name
    )
    return handler(session, parsed)


def warnings_of(session: Session) -> list[Document]:
    """What the store advised when it was opened."""
    if session.opened is None:
        return []
    return output.warning_documents(session.opened.warnings, session.language)


def _language(tokens: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of a command line that could not be read."""
    chosen = dict(itertools.pairwise(tokens)).get("--language")
    joined = next((each.partition("=")[2] for each in tokens if each.startswith("--language=")), None)
    return language_of(chosen or joined, environment)


if __name__ == "__main__":
    sys.exit(main())
