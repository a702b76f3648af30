"""A case with many signed acts is opened by as many statements as one with few."""

from __future__ import annotations

from sqlalchemy import event

from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, Bureau, new_case
from tests.services.offices import apprehended, make


def statements(workspace: Workspace, case: bytes) -> int:
    """How many statements the store answers while the page of a case is read."""
    asked: list[str] = []
    engine = workspace.store.database._reader

    def trace(connection: object, *_: object) -> None:
        connection.set_trace_callback(asked.append)  # type: ignore[attr-defined]

    def end(connection: object, *_: object) -> None:
        connection.set_trace_callback(None)  # type: ignore[attr-defined]

    event.listen(engine, "checkout", trace)
    event.listen(engine, "checkin", end)
    workspace.cases.file(case, "ru")
    event.remove(engine, "checkout", trace)
    event.remove(engine, "checkin", end)
    return len(asked)


def test_signed_acts_of_a_case_are_read_together(bureau: Bureau) -> None:
    aida, head = bureau.open("aida", "investigator"), bureau.open("head", "head")
    case = new_case(aida)
    bureau.exchange()
    words = ("kind=single", "officer=А", "accepted_at=2026-09-01 09:00")
    make(head, "acceptance", case, *words, "login=aida")
    bureau.exchange()

    def sign(times: int) -> int:
        for _ in range(times):
            act = apprehended(aida, case)
            aida.signing.sign(act, aida.signing.enter(PASSWORD))
        return statements(aida, case)

    few = sign(4)
    assert few > 10, "the statements are counted"
    more = sign(16)
    assert (more - few) / 16 <= 1
