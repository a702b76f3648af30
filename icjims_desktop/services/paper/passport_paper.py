"""The safeguard passport of a person on paper: every stamp that is due, how it stands, by what it is shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.paper.printed import printed
from icjims_core.problem import Refused
from icjims_core.safeguards.passport import Status
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.import_export.files import whole_file
from icjims_desktop.services.law.liberty import AttemptTold, Liberty, StampTold, Standing
from icjims_desktop.services.moments import instant
from icjims_desktop.services.paper import numbering, printed_pages
from icjims_desktop.services.paper.printed_pages import Heading, Line, Table
from icjims_desktop.services.paper.printing import Printed

_SAYS: Final = printed("passport")
_HEADINGS: Final = (
    Heading(_SAYS["safeguard"], 4.0),
    Heading(_SAYS["standing"], 2.2),
    Heading(_SAYS["shown_by"], 4.6),
    Heading(_SAYS["article"], 3.2),
)
_STATUS: Final = {
    Status.MET: _SAYS["met"],
    Status.EXPLAINED: _SAYS["explained"],
    Status.ANNULLED: _SAYS["annulled"],
    Status.BEFORE_TAKEOVER: _SAYS["before_takeover"],
}


class PassportPaper:
    """Passports out of one open store; each is told to the audit log before it is written."""

    def __init__(self, desk: Desk, liberty: Liberty) -> None:
        self._desk, self._liberty = desk, liberty

    def write(self, case: bytes, person: str, path: Path, language: str) -> Printed:
        """Write the passport of a person of a case as PDF; raises `not_found`, `file_failed`."""
        desk = self._desk
        told = self._liberty.of_case(case, language, on_paper=True)
        standing = next((each for each in told.persons if each.person == person), None)
        if standing is None:
            raise Refused("not_found", record=person)
        with desk.view() as view:
            head, about = view.record(case), view.record(identifiers.parse(person))
            number = numbering.called(numbering.values_of(view, [head])[case]).marked(language)
        lines = list(_lines(standing, language))
        at = instant(desk.now()).astimezone(LOCAL)
        under = _SAYS["about"].text(language).format(name=standing.name, number=number, at=_shown(at))
        taken = [_SAYS["taken"].text(language).format(words=each.words(language)) for each in standing.apprehended]
        doubts = [each.text for each in told.warnings if each.code == "clock_uncertain"]
        table = Table(
            _SAYS["title"],
            (under, standing.state.label, *doubts, *taken),
            _HEADINGS,
            lines,
            _SAYS["stamps"],
            wide=False,
        )
        desk.consultation.record("export", now=desk.now(), type="safeguard_passport", file=path.name[:200])
        desk.consultation.looked("export", [head, about], now=desk.now())
        with whole_file(path) as file:
            pages = printed_pages.write(table, file)
        return Printed(len(lines), pages)


def _lines(standing: Standing, language: str) -> Iterator[Line]:
    for each in standing.stamps:
        if each.status != Status.NOT_APPLICABLE:
            shown = each.reason or each.shown_by
            when = f"{shown}: {_shown(each.at)}" if each.at else shown
            told = [*([when] if when else []), *(_tried(one, language) for one in each.attempts)]
            yield Line([each.label, _how(each, language), "; ".join(told), f"{each.article}; {each.who}"])


def _tried(attempt: AttemptTold, language: str) -> str:
    at = _shown(attempt.at) if attempt.at else "—"
    return _SAYS["tried"].text(language).format(at=at, by=attempt.by or "—", result=attempt.result)


def _how(stamp: StampTold, language: str) -> str:
    if stamp.late:
        return _SAYS["late"].text(language)
    if stamp.status in _STATUS:
        return _STATUS[Status(stamp.status)].text(language)
    if stamp.overdue:
        return _SAYS["overdue"].text(language)
    if stamp.due:
        return _SAYS["until"].text(language).format(until=_shown(stamp.due))
    return _SAYS["not_yet"].text(language)


def _shown(moment: datetime.datetime) -> str:
    return f"{moment.astimezone(LOCAL):%d.%m.%Y %H:%M}"
