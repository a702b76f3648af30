"""The advice that a record just made has no place in its case by law."""

from __future__ import annotations

from icjims_core.problem import Problem
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.output import problem_document, with_warnings
from icjims_desktop.cli.session import Session


def with_advice(session: Session, record: bytes, answer: Answer) -> Answer:
    """The answer of `new`, with `out_of_place` under `warnings` where the law puts the step elsewhere."""
    reasons = session.workspace.procedure.out_of_place(record, session.language)
    if not reasons:
        return answer
    advice = problem_document(Problem("out_of_place", reasons=" ".join(reasons)), session.language)
    lines = answer.lines

    def told(language: str) -> list[str]:
        return [*lines(language), str(advice["text"])]

    return Answer(with_warnings(answer.document, [advice]), told, answer.exit_code)
