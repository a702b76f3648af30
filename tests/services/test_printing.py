"""Journals and inventories on paper: every page numbered and counted, in two languages, told to the audit log first."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, new_case, text

BEGIN, END = datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)
LONG = "Ү. Ө. Ң. үйүнөн уурдалган телефон жөнүндө арыз, кайталанган сөздөр менен. " * 4


def enter(workspace: Workspace, type_: str, *words: str, case: bytes | None = None) -> bytes:
    return workspace.records.new(type_, assignments.parse(words), case=case).record


def entry(workspace: Workspace, number: object, day: str = "2026-03-05", subject: str = "Кража") -> bytes:
    stated = ("journal=information", f"entry_number={number}", f"entry_date={day}", f"subject={subject}")
    return enter(workspace, "journal_entry", *stated)


def journal(workspace: Workspace, path: Path, name: str = "information") -> tuple[int, list[str]]:
    printed = workspace.printing.journal(name, path, "ru", begin=BEGIN, end=END)
    pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    assert printed.pages == len(pages)
    return printed.rows, pages


def counts(pages: list[str]) -> list[tuple[int, int, int, int]]:
    """Of each page: on this page, so far, its number, and of how many."""
    found = []
    for page in pages:
        here, so_far = re.search(r"на этой странице: (\d+); с начала: (\d+)", page).groups()  # type: ignore[union-attr]
        number, every = re.search(r"Страница (\d+) из (\d+)", page).groups()  # type: ignore[union-attr]
        found.append((int(here), int(so_far), int(number), int(every)))
    return found


def test_each_page_tells_its_number_what_it_counts_and_what_was_counted_so_far(aida: Workspace, tmp_path: Path) -> None:
    for number in range(1, 31):
        entry(aida, number, subject=LONG)
    rows, pages = journal(aida, tmp_path / "j.pdf")
    found = counts(pages)
    assert rows == 30
    assert len(pages) > 2
    assert [each[2:] for each in found] == [(at, len(pages)) for at in range(1, len(pages) + 1)]
    assert sum(each[0] for each in found) == found[-1][1] == 30
    assert [each[1] for each in found] == [sum(one[0] for one in found[: at + 1]) for at in range(len(found))]
    assert ["Итого: 30" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    for page in pages:
        for words in (
            "Маалыматтарды каттоо журналы (МКЖ)",
            "Журнал учёта информации (ЖУИ)",
            "Первомайский РУВД (001)",
            "01.03.2026 – 31.03.2026",
            "М. О. / М. П.",
            "Должность, подпись, фамилия",
            "Жазуунун",
            "бул бетте",
        ):
            assert words in page, words
    assert "Ү. Ө. Ң. үйүнөн" in " ".join(pages[0].split())


def test_entries_come_by_day_and_number_and_those_of_other_days_stay_out(aida: Workspace, tmp_path: Path) -> None:
    for number, day in (("10", "2026-03-05"), ("9", "2026-03-05"), ("11", "2026-03-04"), ("1", "2026-04-01")):
        entry(aida, number, day, subject=f"событие-{number}")
    _, pages = journal(aida, tmp_path / "j.pdf")
    assert re.findall(r"событие-(\d+)", pages[0]) == ["11", "9", "10"]


def test_an_annulled_entry_stays_and_is_not_counted(aida: Workspace, tmp_path: Path) -> None:
    entry(aida, 1)
    aida.records.annul(entry(aida, 2, subject="ошибочная"), "Ошибка")
    rows, pages = journal(aida, tmp_path / "j.pdf")
    assert rows == 2
    assert "ошибочная" in pages[0]
    assert "аннулировано" in pages[0]
    assert counts(pages)[0][:2] == (1, 1)


def test_letters_and_entries_of_the_same_journal_are_one_list(aida: Workspace, tmp_path: Path) -> None:
    entry(aida, 1)
    letters = ("direction=incoming", "office_number=7", "dated=2026-03-05", "subject=Запрос", "sheets=3")
    enter(aida, "correspondence", *letters)
    enter(aida, "correspondence", *letters[1:], "direction=outgoing")
    enter(aida, "journal_entry", "journal=incoming", "entry_number=8", "entry_date=2026-03-06", "subject=По книге")
    rows, pages = journal(aida, tmp_path / "l.pdf", "incoming")
    assert rows == 2
    assert pages[0].index("Запрос") < pages[0].index("По книге")


def test_only_what_this_office_wrote_is_its_journal(
    bureau: Bureau, aida: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry(aida, 1)
    monkeypatch.setattr(aida.desk, "me", replace(aida.desk.me, office="002"))
    rows, _ = journal(aida, tmp_path / "j.pdf")
    assert rows == 0
    assert bureau.audit(aida)[-1]["event"] == "export"


def test_the_inventory_counts_folios_by_volume(aida: Workspace, tmp_path: Path) -> None:
    case = new_case(aida)
    second = enter(aida, "case_volume", "volume_number=2", "title=Экспертизы", case=case)
    first = enter(aida, "case_volume", "volume_number=1", "title=Материалы", case=case)
    for volume, title, begin, end in (
        (second, "заключение", 1, 40),
        (first, "рапорт", 3, 9),
        (first, "заявление", 1, 2),
    ):
        stated = (f"volume={text(volume)}", f"title={title}", f"folio_from={begin}", f"folio_to={end}")
        enter(aida, "case_folio", *stated, case=case)
    path = tmp_path / "i.pdf"
    printed = aida.printing.inventory(case, path, "ky")
    (page,) = [each.extract_text() for each in pypdf.PdfReader(path).pages]
    order = [page.index(words) for words in ("Материалы", "заявление", "рапорт", "Экспертизы", "заключение")]
    assert (printed.rows, order) == (5, sorted(order))
    assert "Листов — на этой странице: 49; с начала: 49; Итого: 49" in page
    assert f"Дело {aida.records.show(case)['number']['value']}" in " ".join(page.split())  # type: ignore[index]


def test_printing_is_in_the_audit_log_and_an_unknown_journal_is_refused(
    bureau: Bureau, aida: Workspace, tmp_path: Path
) -> None:
    record = entry(aida, 1)
    journal(aida, tmp_path / "j.pdf")
    told = bureau.audit(aida)[-2:]
    assert [(each["event"], each.get("type"), each.get("file")) for each in told[:1]] == [
        ("export", "information", "j.pdf")
    ]
    assert told[1]["records"] == [text(record)]
    with pytest.raises(Refused, match="no_such_journal"):
        aida.printing.journal("diary", tmp_path / "d.pdf", "ru", begin=BEGIN, end=END)
    assert not (tmp_path / "d.pdf").exists()


def test_the_same_journal_is_the_same_file(aida: Workspace, tmp_path: Path) -> None:
    entry(aida, 1)
    for name in ("a.pdf", "b.pdf"):
        journal(aida, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_dispute_and_a_sign_that_no_font_has_are_told(bureau: Bureau, aida: Workspace, tmp_path: Path) -> None:
    bakyt = bureau.open("bakyt")
    record = entry(aida, 1, subject="Кража ≠ и\u0306")
    bureau.exchange()
    aida.records.edit(record, assignments.parse(("resolution=Первое",)))
    bakyt.records.edit(record, assignments.parse(("resolution=Второе",)))
    bureau.exchange()
    _, pages = journal(aida, tmp_path / "j.pdf")
    assert "в споре" in pages[0]
    assert "Кража ? й" in " ".join(pages[0].split())
