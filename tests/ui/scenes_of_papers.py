"""Invented papers and pairs of persons for the pictures and the tests of the screens."""

from datetime import date

from icjims_core.codes import code_list
from icjims_desktop.services.paper.act_paper import Preview
from icjims_desktop.services.paper.paper_pages import Hand, Paper, Part, Row, digest_of
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.papers.data import Checked, Journal, Printable, Recipient, Shown
from icjims_desktop.ui.people.data import SAME, Pair, Side
from tests.ui.scenes import say

TODAY = date(2026, 11, 24)


def printable() -> Printable:
    """A protocol, and three on whom a copy of it may be served."""
    roles = code_list("participant_role")

    def role(code: str) -> str:
        return roles.label(code, languages.current.value)

    title = say(
        "Бекенов Нурланды суракка алуу, 24.11.2026 10:20",
        "Допрос Бекенова Нурлана, 24.11.2026 10:20",
        "Interrogation of Bekenov Nurlan, 24.11.2026 10:20",
    )
    people = (("b", "Бекенов Нурлан", "accused"), ("a", "Асанова Гүлнара", "victim"), ("s", "Садыков Үсөн", "lawyer"))
    return Printable("r", title, tuple(Recipient(each, name, role(code)) for each, name, code in people))


def shown(person: str = "b", said: str = "") -> Shown:
    """The copy for one of them, as it would be written."""
    data = printable()
    whom = next(each.name for each in data.recipients if each.person == person)
    told = said or "Видел, как двое остановили потерпевшего у дома […] и забрали телефон. Живёт у мечети, 0555 123456. "
    read = (Row("Место производства", "г. Бишкек, кабинет 5"), Row("Содержание показаний", told * 5))
    paper = Paper(
        title=say("Суракка алуу", "Допрос", "Interrogation"),
        left=("Сокулукский РОВД", "009"),
        right=("Дело КУСП-412",),
        under=("ст. 194 УПК", "г. Бишкек, кабинет 5, 24.11.2026 10:20"),
        remarks=(say(f"Тапшыруу үчүн көчүрмө: {whom}", f"Копия для вручения: {whom}", f"Copy to be served: {whom}"),),
        parts=(Part(say("Көрсөтмөлөр", "Показания", "Statements"), "ст. 194 УПК", read),),
        hands_title=say("Колдор", "Подписи", "Signatures"),
        hands=(Hand(whom, ""),),
        foot=("r", "0" * 64),
        language=languages.current.value,
    )
    return Shown(data.record, person, Preview(paper, digest_of(paper), read))


def journals() -> tuple[Journal, ...]:
    """The journals of the list."""
    listed = code_list("journal_kind")
    return tuple(Journal(code, listed.label(code, languages.current.value)) for code in listed.entries)


def checked() -> Checked:
    """A workbook with two mistakes."""
    return Checked(
        "Сокулук-2026.xlsx",
        17,
        31,
        0,
        (
            (
                f"{say('Иштер', 'Дела', 'Cases')} D4",
                say(
                    "«Кабыл алынган убакыт» толтурулган эмес.",
                    "«Время приёма» не заполнено.",
                    "“Taken over at” is empty.",
                ),
            ),
            (
                f"{say('Адамдар', 'Лица', 'Persons')} F12",
                say("Мындай код жок: «тешкилет».", "Нет такого кода: «заведено».", "There is no such code: “begun”."),
            ),
        ),
        2,
    )


def pairs() -> tuple[Pair, ...]:
    """Two pairs, and one of which an officer has said that it is one person."""
    born = say(
        "12.03.1991 туулган, ЖИН 21203199100547",
        "дата рождения 12.03.1991, ПИН 21203199100547",
        "born 12.03.1991, PIN 21203199100547",
    )
    why = (
        say("ЖИНи бирдей", "ПИН совпадает", "same personal number"),
        say("аттары окшош: Асанов — Асанoв", "имена похожи: Асанов — Асанoв", "names alike: Asanov — Asanov"),
        say("туулган күнү бирдей", "дата рождения совпадает", "same date of birth"),
    )
    one = Side("p1", "c1", "Асанов Эрмек Жолдошевич", born, "08-009-2026-000412")
    other = Side("p2", "c2", "Асанов Эрмек", born, "08-009-2025-001733")
    third = Side("p3", "c3", "Токтосунова Айгүл", "", "ВР-001-0017")
    return (
        Pair(one, other, 97, likely=True, reasons=why),
        Pair(other, third, 58, likely=False),
        Pair(one, third, 61, likely=False, said=SAME),
    )
