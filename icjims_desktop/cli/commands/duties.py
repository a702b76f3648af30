"""Commands of monitors and data-protection officers: held, occupancy, retention, disclosures, notice."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import partial

from icjims_core.data_protection.notice import notice as read_notice
from icjims_core.declarations.sentence import MISSING
from icjims_core.declarations.words import Label
from icjims_core.problem import Refused
from icjims_desktop.cli import reading, stated, words
from icjims_desktop.cli.answer import Answer
from icjims_desktop.cli.grammar import Parsed
from icjims_desktop.cli.session import Session

_CHANGED = Label("андан кийин өзгөрдү", "с тех пор изменена", "changed since")
_NOWHERE = Label("эч жерге киргизилген эмес", "никуда не помещён", "admitted nowhere")
_CASE = Label("Иш", "Дело", "Case")
_WHEN = Label("Качан", "Когда", "When")
_WHO = Label("Ким", "Кто", "Who")
_HELD = (
    Label("Жай", "Место", "Place"),
    Label("Адам", "Лицо", "Person"),
    Label("Киргизилген", "Помещён", "Admitted"),
    Label("Чыккан", "Выбыл", "Ended"),
    Label("Каралган", "Осмотрен", "Examined"),
    Label("Даттануулар", "Жалоб", "Complaints"),
    Label("Мониторинг", "Посещений", "Visits"),
)
_OCCUPANCY = (
    Label("Жай", "Место", "Place"),
    Label("Мезгил", "Период", "Period"),
    Label("Келди", "Поступило", "Admitted"),
    Label("Кетти", "Выбыло", "Left"),
    Label("Адам-күн", "Человеко-дней", "Days"),
    Label("Аягында", "На конец", "At the end"),
    Label("Аялдар", "Женщин", "Women"),
    Label("Балдар", "Детей", "Children"),
)
_COUNTED = ("admitted", "left", "days", "present", "women", "children")
_RETENTION = (
    Label("Кароо күнү", "Пересмотр", "Review on"),
    Label("Эмне кылуу керек", "Что сделать", "Action"),
    Label("Класс", "Класс", "Class"),
    Label("Жазуулар", "Записей", "Records"),
    Label("Сактоо мөөнөтү", "Хранить до", "Keep until"),
    _CASE,
)
_DISCLOSURES = (
    _WHEN,
    Label("Эмне", "Что", "What"),
    _WHO,
    Label("Милдети", "Роль", "Role"),
    Label("Файл же мекеме", "Файл или орган", "File or office"),
    Label("Кимге тапшырылды", "Кому вручено", "Served on"),
    Label("Максаты", "Цель", "Purpose"),
    Label("Жазуу", "Запись", "Record"),
)


def held(session: Session, parsed: Parsed) -> Answer:
    """Show who was held on a day."""
    document = session.workspace.duties.held(_day(parsed, "on"), parsed.text("facility") or "", session.language)
    return Answer(document, partial(_held_lines, document))


def occupied(session: Session, parsed: Parsed) -> Answer:
    """Show how many were held where, month by month."""
    first, last = _day(parsed, "from"), _day(parsed, "to")
    facility = parsed.text("facility") or ""
    document = session.workspace.duties.occupancy(first, last, facility, session.language)
    return Answer(document, partial(_occupancy_lines, document))


def retention(session: Session, parsed: Parsed) -> Answer:
    """Show which records are to be looked through, archived or erased."""
    document = session.workspace.duties.retention(session.language, every=parsed.on("all"))
    return Answer(document, partial(_retention_lines, document))


def disclosures(session: Session, parsed: Parsed) -> Answer:
    """Show to whom a record has gone from this workstation."""
    document = session.workspace.duties.disclosures(stated.record(parsed))
    return Answer(document, partial(_disclosure_lines, document))


def notice(session: Session, _parsed: Parsed) -> Answer:
    """Show what a person is told about his or her data."""
    told = read_notice(session.language)
    return Answer(
        {"title": told.title, "paragraphs": list(told.paragraphs)}, lambda _language: [told.title, "", *told.paragraphs]
    )


def _day(parsed: Parsed, name: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(parsed.given(name))
    except ValueError:
        raise Refused("bad_date", field=name) from None


def _headed(heads: Sequence[Label], rows: Sequence[Sequence[str]], language: str) -> Iterable[str]:
    """Rows under their heads; of none a sentence."""
    if not rows:
        return [reading.NOTHING.text(language)]
    return reading.table([tuple(each.text(language) for each in heads), *rows])


def _held_lines(document: reading.Document, language: str) -> Iterable[str]:
    rows = [
        (
            each["facility"] or _NOWHERE.text(language),
            each["name"],
            words.moment(each["admitted_at"]),
            words.moment(each["ended_at"]),
            ", ".join(map(words.moment, each["examined_at"])) or MISSING,
            str(each["complaints"]),
            str(each["monitoring_visits"]),
        )
        for each in document["held"]
    ]
    return _headed(_HELD, rows, language)


def _occupancy_lines(document: reading.Document, language: str) -> Iterable[str]:
    rows = [
        (
            each["facility"] or MISSING,
            f"{words.moment(each['began'])} – {words.moment(each['ended'])}",
            *(str(each[name]) for name in _COUNTED),
        )
        for each in document["occupancy"]
    ]
    yield from reading.warned(document)
    yield from _headed(_OCCUPANCY, rows, language)


def _retention_lines(document: reading.Document, language: str) -> Iterable[str]:
    rows = [
        (
            words.moment(each["review_on"]),
            words.label(words.RETENTION, each["action"], language),
            each["label"],
            str(each["records"]),
            words.moment(each["keep_until"]),
            each["case"] or each["record"],
        )
        for each in document["reviews"]
    ]
    yield from reading.warned(document)
    yield from _headed(_RETENTION, rows, language)


def _disclosure_lines(document: reading.Document, language: str) -> Iterable[str]:
    rows = [
        (
            words.moment(each["at"]),
            words.done(each, language),
            each["user"],
            words.of_list("role", each.get("role"), language),
            str(each.get("file") or ", ".join(each.get("offices", ()))),
            ", ".join(each.get("served_on", ())),
            words.purpose(each, language),
            _CHANGED.text(language) if each["changed_since"] else "",
        )
        for each in document["disclosures"]
    ]
    return _headed(_DISCLOSURES, rows, language)
