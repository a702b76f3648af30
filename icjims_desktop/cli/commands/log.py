"""The command that reads the log of looking: log."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import partial

from icjims_core.access import cases_of
from icjims_core.law.rule_data import BISHKEK
from icjims_core.problem import Refused
from icjims_desktop.cli import reading, stated, words
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session
from icjims_desktop.services.moments import milliseconds
from icjims_desktop.services.oversight.audit_log import LogFilter
from icjims_desktop.services.oversight.log_words import WHOSE

_DAY = datetime.timedelta(days=1)


def log(session: Session, parsed: Parsed) -> Answer:
    """Show who looked at what, and why."""
    until = _day(parsed, "to")
    wanted = LogFilter(
        case=stated.case(parsed),
        user=parsed.text("of"),
        since=_milliseconds(_day(parsed, "from")),
        until=_milliseconds(until + _DAY if until else None),
    )
    workspace = session.workspace
    document = workspace.syncing.centre_log(wanted) if parsed.on("centre") else workspace.audit_log(wanted)
    return Answer(document, partial(_lines, document))


def _lines(document: reading.Document, language: str) -> Iterable[str]:
    whose = WHOSE[document["where"]].text(language)
    if not document["events"]:
        return [f"{whose}.", reading.NOTHING.text(language)]
    rows = reading.table(
        (
            words.moment(each["at"]),
            str(each.get("author") or each.get("user", "")),
            words.of_list("role", each.get("role"), language),
            words.done(each, language),
            ", ".join(cases_of(each)),
            words.purpose(each, language),
            str(each.get("file") or each.get("text") or ""),
        )
        for each in document["events"]
    )
    return [f"{whose}.", *rows]


def _day(parsed: Parsed, option: str) -> datetime.datetime | None:
    """The first moment of a day in Bishkek; raises `Refused("bad_date")`."""
    text = parsed.text(option)
    if text is None:
        return None
    try:
        return datetime.datetime.combine(datetime.date.fromisoformat(text), datetime.time(), BISHKEK)
    except ValueError:
        raise Refused("bad_date", field=option) from None


def _milliseconds(moment: datetime.datetime | None) -> int | None:
    return None if moment is None else milliseconds(moment)
