"""The advice that a record just made has no place in its case by law."""

from __future__ import annotations

from icjims_core.problem import Parameter
from icjims_desktop.cli import output
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.session import Session


def with_advice(session: Session, record: bytes, answer: Answer) -> Answer:
    """The answer of `new`, with `out_of_place` under `warnings` where the law puts the step elsewhere."""
    reasons = session.workspace.procedure.out_of_place(record, session.language)
    params: dict[str, Parameter] = {"reasons": " ".join(reasons)}
    return output.advised(
        answer, output.warning_documents([("out_of_place", params)] if reasons else [], session.language)
    )
