"""What an office keeps beside its cases: journals, letters, volumes, requests, leave (P01, P02, P82, P84)."""

from __future__ import annotations

import datetime
from typing import Final

from icjims_core.casebook.plan import reference
from icjims_core.casebook.story import Story
from icjims_core.declarations.stored_forms import LOCAL

_DATA_CODE: Final = datetime.datetime(2025, 8, 1, tzinfo=LOCAL)
"""From here on its terms run."""


def register_in_journal(story: Story, received: str) -> None:
    """The entry of the report in the journal of the duty officer."""
    book = story.book
    if not book.chance(0.35):
        return
    values = {
        "journal": "information",
        "entry_number": str(1000 + story.number),
        "entry_date": received[:10],
        "entered_at": received,
        "entered_by": story.somebody(),
        "subject": book.say("Кылмыш жөнүндө арыз", "Заявление о преступлении"),
        "book_number": str(story.today.year),
        "page": story.number // 20 % 300 + 1,
        "line": story.number % 20 + 1,
        "about_case": reference(book.case),
    }
    book.enter("journal_entry", "duty_officer", values)


def number_of_register(story: Story, registered: str) -> None:
    """What an officer copies from the training paper of the Register, which never looks like a number of it."""
    book = story.book
    values = {
        "other_number": f"УЧЕБНЫЙ-{story.number:05d}",
        "registered_at": registered,
        **story.qualified(),
        "source": "paper",
        "source_document": book.say("Окуу баракчасы (ойдон чыгарылган)", "Учебный лист Реестра (вымышленный)"),
        "paper_date": registered[:10],
        "paper_issued_by": book.say("Окуу борбору (ойдон чыгарылган)", "Учебный центр (вымышленный)"),
        "paper_kept_at": book.say("Иш, 1-том, 1-барак", "Дело, том 1, лист 1"),
        "entered_by": story.somebody(),
        "doubt": "format",
        "doubt_note": book.say("Окуу иши: чыныгы номер жок.", "Учебное дело: настоящего номера нет."),
    }
    book.enter("register_entry", "duty_officer", values)


def write_letter(story: Story, kind: str, direction: str = "outgoing") -> None:
    """A letter in or out, with the numbers of both sides."""
    book = story.book
    values: dict[str, object] = {
        "direction": direction,
        "kind": kind,
        "office_number": f"{story.number}/{len(book.entries)}",
        "dated": book.day(),
        "file_index": f"{book.number(1, 9)}/{book.number(1, 40)}",
        "correspondent": book.say("Райондук прокуратура", "Прокуратура района"),
        "subject": book.say("Жазган иш боюнча", "По уголовному делу"),
        "sheets": book.number(1, 12),
        "way": "courier",
        "about_case": reference(book.case),
    }
    values["sent_at" if direction == "outgoing" else "received_at"] = book.at
    book.enter("correspondence", "clerk", values)


def bind_volumes(story: Story, volumes: int, folios: int) -> None:
    """The volumes of the case with an inventory of some of their papers."""
    book = story.book
    for volume in range(1, volumes + 1):
        values = {
            "volume_number": volume,
            "kind": "main",
            "begun_on": story.initiated.date().isoformat() if story.initiated else book.day(),
            "finished_on": book.day(),
            "folios": folios // volumes,
            "inventory_at": book.at,
            "inventory_by": story.officer,
            "sewn": "yes",
            "state": "sewn",
        }
        record = book.enter("case_volume", "investigator", values)
        for line in range(1, book.number(1, 3) + 1):
            folio: dict[str, object] = {"volume": reference(record), "line": line, "kind": "original"}
            folio["title"] = book.say("Токтом", "Постановление") if line == 1 else book.say("Протокол", "Протокол")
            folio |= {"folio_from": line * 5, "folio_to": line * 5 + 3, "placed_on": book.day()}
            book.enter("case_folio", "investigator", folio)


def keep_office(story: Story) -> None:
    """What happens in the office in the days of this case and belongs to none."""
    book = story.book
    if book.chance(0.03):
        _work_for_an_offence(story)
    if book.chance(0.02):
        _go_on_leave(story)


def answer_for_data(story: Story) -> None:
    """What people ask about their data and what is lost of it, after the case, since the Digital Code is in force."""
    book = story.book
    asked, lost = book.chance(0.045), story.turns("data_lost", 0.03)
    if asked or lost:
        book.meanwhile = None
        book.until(_DATA_CODE + datetime.timedelta(days=book.number(0, 400)))
    if asked:
        _ask_about_data(story)
    if lost:
        _lose_data(story)


def _ask_about_data(story: Story) -> None:
    book = story.book
    kind = book.pick("access", "information", "copy", "rectification", "completion", "erasure")
    decision = book.pick("granted", "granted", "granted_partly", "criminal_procedure")
    received = book.at
    decided = book.wait(days=(1, 12))
    values = {
        "applicant": story.somebody(),
        "kind": kind,
        "received_at": received,
        "way": book.pick("in_person", "post", "electronic"),
        "identity_checked": "yes",
        "scope": book.say("Мен жөнүндө кандай маалымат бар?", "Какие сведения обо мне имеются?"),
        "decision": decision,
        "decided_at": decided,
        "reasons": book.say("Иш жүрүп жатат.", "Ведётся производство по делу.") if decision != "granted" else None,
        "answered_at": decided if book.chance(0.9) else None,
    }
    book.enter("data_request", "clerk", values)


def _lose_data(story: Story) -> None:
    book = story.book
    happened = book.past(book.number(60, 2000))
    discovered = book.at
    harmless = book.chance(0.3)
    processor = book.chance(0.75)
    told = book.wait(minutes=(200, 5500))
    values = {
        "description": book.say("Кызматтык ноутбук жоголду.", "Утерян служебный ноутбук."),
        "discovered_at": discovered,
        "happened_at": happened,
        "found_by_processor": "yes" if processor else "no",
        "device_encrypted": "yes",
        "no_harm": "yes" if harmless else "no",
        "consequences": None if harmless else book.say("Маалымат ачылышы мүмкүн.", "Возможно раскрытие данных."),
        "measures": book.say("Кирүү укугу жабылды.", "Доступ закрыт."),
        "controller_told_at": told if processor else None,
        "regulator_told_at": told if not harmless and book.chance(0.85) else None,
        "delay_reason": book.say("Майрам күндөрү.", "Праздничные дни.") if book.chance(0.2) else None,
    }
    book.enter("data_incident", "security_officer", values)


def _work_for_an_offence(story: Story) -> None:
    book = story.book
    decided = book.at
    received = book.wait(days=(1, 5))
    appeared = book.wait(days=(1, 14))
    begun = book.wait(days=(1, 8))
    hours = book.number(2, 20) * 4
    reports = []
    for _ in range(book.number(1, 4)):
        at = book.wait(days=(7, 7))
        reports += [{"at": at, "source": "journal"}]
    missed = book.chance(0.25)
    values = {
        "offender": story.somebody(),
        "sex": "male",
        "offence_article": book.pick("70", "125", "126"),
        "court": story.court,
        "order_number": f"АД-{story.number}",
        "decided_at": decided,
        "hours_total": hours,
        "papers_received_at": received,
        "appeared_at": appeared,
        "execution_from": begun,
        "site": book.say("Айыл өкмөтүнүн аймагы", "Территория айыл окмоту"),
        "reports": reports,
        "hours_done": hours // 2 if missed else hours,
        "breach_kinds": [book.code("administrative_breach")] if missed else None,
        "representation_at": book.at if missed else None,
        "ended_on": book.day(),
        "end_reason": "replaced" if missed else "hours_done",
    }
    book.enter("administrative_work", "probation_officer", values)


def _go_on_leave(story: Story) -> None:
    book = story.book
    values = {
        "officer": story.officer,
        "substitute": story.somebody(),
        "reason": book.code("substitution_reason"),
        "valid_from": book.at,
        "valid_until": book.ahead(days=book.number(5, 30)),
        "all_cases": False,
        "cases": [reference(book.case)],
        "order_number": f"Л-{story.number}",
        "ordered_at": book.day(),
    }
    book.enter("substitution", "head", values)
