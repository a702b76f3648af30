"""An officer looks at the doubted clock and confirms date and time; the confirmation is in the audit log."""

from __future__ import annotations

import datetime

from sqlalchemy import func, select

from icjims_core.acts import ACT
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.law.finding import finding_text
from icjims_core.problem import Refused
from icjims_core.projections.tables import act_table
from icjims_core.safeguards.warnings import clock_doubt
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.law.clock import CONFIRMED
from icjims_desktop.services.moments import instant


class Timekeeping:
    """The clock of one open store for its user."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def document(self) -> Document:
        """What the clock shows, whether it is believed and why not, and when it was confirmed last."""
        now = instant(self._desk.now())
        judged = self._desk.clock.judge(now, self._newest())
        confirmed = self._desk.clock.confirmed.at
        return {
            "now": _shown(now),
            "trusted": judged.trusted,
            "reason": judged.reason or None,
            "confirmed_at": _shown(instant(confirmed)) if confirmed else None,
        }

    def confirm(self, stated: str) -> Document:
        """Believe the clock from now on, since the officer states date and time (`YYYY-MM-DD HH:MM` of Bishkek).

        Raises `Refused`: `bad_date`, and `clock_differs` where the clock shows another time: then it must be set.
        """
        self._desk.check_enrolled()
        try:
            moment = datetime.datetime.strptime(stated.strip(), "%Y-%m-%d %H:%M").replace(tzinfo=LOCAL)
        except ValueError:
            raise Refused("bad_date", field="moment") from None
        newest = self._newest()
        doubt = self._desk.clock.judge(instant(self._desk.now()), newest).reason
        done = self._desk.clock.confirm(moment, newest)
        self._desk.consultation.record(CONFIRMED, now=done.at, stated=_shown(moment), device_at=done.at, reason=doubt)
        return self.document()

    def doubts(self, language: str) -> list[Document]:
        """That what is counted until now may be wrong, in words; nothing while the clock is believed."""
        trusted = self._desk.clock.judge(instant(self._desk.now()), self._newest()).trusted
        found = clock_doubt(trusted=trusted)
        return [{"code": each.code, "text": finding_text(each, language, {})} for each in found]

    def _newest(self) -> int:
        with self._desk.view() as view:
            return (
                view.connection.scalar(select(func.max(act_table.c.recorded_at)).where(act_table.c.stream == ACT)) or 0
            )


def _shown(moment: datetime.datetime) -> str:
    return f"{moment.astimezone(LOCAL):%Y-%m-%d %H:%M}"
