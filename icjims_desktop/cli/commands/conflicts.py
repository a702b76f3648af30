"""Commands on conflicts: conflicts, resolve."""

from __future__ import annotations

from functools import partial

from icjims_desktop.cli import reading, stated
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.commands.records import saved
from icjims_desktop.cli.grammar import Parsed, Usage
from icjims_desktop.cli.session import Session
from icjims_desktop.services.recording.assignments import Assignment, Operator, json_value

CONFLICTS_WAIT = 4


def conflicts(session: Session, parsed: Parsed) -> Answer:
    """Show the conflicts that wait."""
    document = session.workspace.records.conflicts(purpose=parsed.text("purpose"))
    code = CONFLICTS_WAIT if document["conflicts"] else 0
    return Answer(document, partial(reading.conflict_lines, document), code)


def resolve(session: Session, parsed: Parsed) -> Answer:
    """Decide one."""
    return saved(
        session.workspace.records.resolve(
            stated.record(parsed),
            parsed.given("unit"),
            _choice(parsed),
            parsed.text("reason"),
            seen=stated.seen(parsed),
        )
    )


def explain(session: Session, parsed: Parsed) -> Answer:
    """Explain one's own value in dispute."""
    return saved(session.workspace.records.explain(stated.record(parsed), parsed.given("unit"), parsed.text("text")))


def _choice(parsed: Parsed) -> str | Assignment:
    """What was chosen: exactly one of `--take`, `--value`, `--value:=`."""
    unit, json = parsed.given("unit"), parsed.text("value:")
    given = [parsed.text(name) is not None for name in ("take", "value", "value:")]
    if given.count(True) != 1:
        raise Usage("one_choice_needed", options="--take, --value, --value:=")
    if json is not None:
        return Assignment(unit, Operator.WHOLE, json_value(json, unit))
    value = parsed.text("value")
    return parsed.given("take") if value is None else Assignment(unit, Operator.TEXT, value)
