"""The safeguard passport of a person on paper: every stamp that is due, how it stands, by what it is shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.declarations.words import Label
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

_TITLE: Final = Label("Кепилдик паспорту", "Паспорт гарантий", "Safeguard passport")
_STAMPS: Final = Label("кепилдиктер", "гарантии", "safeguards")
_HEADINGS: Final = (
    Heading(Label("Кепилдик", "Гарантия", "Safeguard"), 4.0),
    Heading(Label("Абалы", "Состояние", "How it stands"), 2.2),
    Heading(Label("Эмне менен ырасталат, качан", "Чем подтверждается, когда", "Shown by, when"), 4.6),
    Heading(Label("Берене, ким милдеттүү", "Статья, кто обязан", "Article, who is bound"), 3.2),
)
_STATUS: Final = {
    Status.MET: Label("жазылган", "записано", "recorded"),
    Status.EXPLAINED: Label("себеби жазылган", "записана причина", "reason recorded"),
    Status.ANNULLED: Label("жазуу жокко чыгарылган", "запись аннулирована", "record annulled"),
    Status.BEFORE_TAKEOVER: Label("кабыл алууга чейин", "до приёма с бумаги", "before the take-over"),
}
_LATE: Final = Label("кечигип жазылган", "сделано с опозданием", "recorded late")
_OVERDUE: Final = Label("ЖАЗЫЛГАН ЭМЕС", "НЕ ЗАПИСАНО", "NOT RECORDED")
_UNTIL: Final = Label("{until} чейин", "до {until}", "by {until}")
_NOT_YET: Final = Label("азырынча жок", "ещё нет", "not yet")
_TRIED: Final = Label("аракет {at}, {by}: {result}", "попытка {at}, {by}: {result}", "tried {at}, {by}: {result}")
_ABOUT: Final = Label(
    "{name}; иш {number}; {at} карата", "{name}; дело {number}; на {at}", "{name}; case {number}; as of {at}"
)


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
        under = _ABOUT.text(language).format(name=standing.name, number=number, at=_shown(at))
        table = Table(_TITLE, (under, standing.state.label), _HEADINGS, lines, _STAMPS, wide=False)
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
    return _TRIED.text(language).format(at=at, by=attempt.by or "—", result=attempt.result)


def _how(stamp: StampTold, language: str) -> str:
    if stamp.late:
        return _LATE.text(language)
    if stamp.status in _STATUS:
        return _STATUS[Status(stamp.status)].text(language)
    if stamp.overdue:
        return _OVERDUE.text(language)
    return _UNTIL.text(language).format(until=_shown(stamp.due)) if stamp.due else _NOT_YET.text(language)


def _shown(moment: datetime.datetime) -> str:
    return f"{moment.astimezone(LOCAL):%d.%m.%Y %H:%M}"
