"""From the log of this workstation, or of the centre, to the lines of its page; runs on a worker."""

import uuid
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

from icjims_core.access import cases_of
from icjims_core.law.rule_data import BISHKEK
from icjims_desktop.ui.consultations.data import LogLine, LogRead, Whose
from icjims_desktop.ui.i18n.dates import format_day, format_time
from icjims_desktop.ui.wording import case_number, stored_moment

if TYPE_CHECKING:
    from icjims_desktop.services.workspace import Workspace


def read(workspace: "Workspace", whose: Whose, days: int, now: datetime, language: str) -> LogRead:
    """The log of so many days (0: all of it); that it was read is written where it lies.

    Raises `may_not_read_log`, and of the centre what keeps it from being reached.
    """
    from icjims_desktop.services.oversight.audit_log import LogFilter  # noqa: PLC0415 - loaded at the unlock
    from icjims_desktop.services.oversight.log_words import WHOSE  # noqa: PLC0415 - as above

    first = datetime.combine(now.date() - timedelta(days=days - 1), time(), BISHKEK)
    wanted = LogFilter(since=int(first.timestamp() * 1000) if days else None)
    log = workspace.syncing.centre_log if whose is Whose.CENTRE else workspace.audit_log
    events = cast("list[dict[str, Any]]", log(wanted)["events"])
    ids = {each for event in events for each in cases_of(event)}
    known = workspace.cases.numbers_of([uuid.UUID(each).bytes for each in ids])
    numbers = {str(uuid.UUID(bytes=case)): case_number(several) for case, several in known.items()}
    lines = tuple(_line(each, numbers, now, language) for each in reversed(events))
    return LogRead(whose, WHOSE[whose.value].text(language), lines)


def _line(event: "dict[str, Any]", numbers: Mapping[str, str], now: datetime, language: str) -> LogLine:
    from icjims_desktop.services.oversight import log_words  # noqa: PLC0415 - loaded at the unlock

    at = stored_moment(str(event["at"]))
    why = (log_words.purpose(event, language), str(event.get("file") or event.get("text") or ""))
    return LogLine(
        f"{format_day(at.date(), now.date())} {format_time(at)}" if at else "",
        str(event.get("author") or event.get("user") or ""),
        log_words.of_list("role", event.get("role"), language),
        log_words.done(event, language),
        ", ".join(numbers.get(each, each) for each in cases_of(event)),
        "; ".join(filter(None, why)),
    )
