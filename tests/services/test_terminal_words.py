"""What a person reads at a terminal: labels, local times and codes in words, in three languages; never a raw value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icjims_desktop.cli import reading, words
from icjims_desktop.cli.commands import duties, log
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import Bureau, edit, new_case, new_person, text

RAW = re.compile(r"[{}]|\d{4}-\d\d-\d\d|\d\dZ\b|'[a-z_]+'")
"""Braces of a dict, a time that no person writes, a quoted name."""
LANGUAGES = ("ky", "ru", "en")


@pytest.fixture
def clerk(bureau: Bureau) -> Workspace:
    return bureau.open("aida", "clerk")


def told(lines: Iterable[str]) -> str:
    """The text, of which nothing may be raw."""
    found = "\n".join(lines)
    assert RAW.search(found) is None, found
    return found


@pytest.fixture
def apprehension(clerk: Workspace) -> bytes:
    case = new_case(clerk, "summary=Кража", "place_geo=42.870000,74.590000")
    person = new_person(clerk, case)
    stated = (
        f"person={text(person)}",
        'actual_times:={"at": "2026-03-07 23:40", "source": "protocol"}',
        "ground=caught",
    )
    record = clerk.records.new("apprehension", assignments.parse(stated), case=case).record
    edit(clerk, record, 'signatures:={"method": "refused", "reason": "Без адвоката"}')
    return record


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_and_its_history_are_told_by_labels_and_local_times(
    clerk: Workspace, apprehension: bytes, language: str
) -> None:
    shown: Any = clerk.records.show(apprehension)
    whole = told(reading.record_lines(shown, language))
    assert "07.03.2026 23:40" in whole
    assert "42.870000, 74.590000" in told(reading.record_lines(clerk.records.show(bytes.fromhex(
        str(shown["case"]).replace("-", ""))), language))  # fmt: skip
    clerk.records.annul(apprehension, "Ошибка")
    history: Any = clerk.records.history(apprehension)
    past = told(reading.history_lines(clerk.records.type_of(apprehension), history, language))
    assert reading.ANNULLED.text(language) in past
    assert words.SIGNATURES["valid"].text(language) in past
    assert "21.09.2026 20:13" in past, "the time of the revision in Bishkek"
    assert not re.search(r"\b(actual_times|signatures|ground)\b", past)


@pytest.mark.parametrize("language", LANGUAGES)
def test_duties_and_the_log_are_told_in_words(
    bureau: Bureau, clerk: Workspace, apprehension: bytes, tmp_path: Path, language: str
) -> None:
    case = clerk.records.show(apprehension)["case"]
    clerk.files.give("apprehension", tmp_path / "f.jsonl", purpose="criminal_proceedings: запрос суда")
    held: Any = clerk.duties.held(date(2026, 3, 8), "", language)
    assert duties._NOWHERE.text(language) in told(duties._held_lines(held, language))
    reviews: Any = clerk.duties.retention(language, every=True)
    assert words.RETENTION["review"].text(language) in told(duties._retention_lines(reviews, language))
    gone: Any = clerk.duties.disclosures(apprehension)
    line = told(duties._disclosure_lines(gone, language))
    assert words.ACTIONS["export"].text(language) in line
    assert words.of_list("purpose", "criminal_proceedings", language) in line
    at = "2026-09-21T14:13:20.000Z"
    events = [{"at": at, **each} for each in bureau.audit(clerk)]
    read = told(log._lines({"where": "workstation", "events": events}, language))
    assert words.EVENTS["consultation"].text(language) in read
    assert words.ACTIONS["held"].text(language) in read
    assert "criminal_proceedings" not in read
    assert "запрос суда" in read
    assert "21.09.2026 20:13" in read
    assert str(case) in read


def test_nothing_found_is_a_sentence(clerk: Workspace) -> None:
    for language in LANGUAGES:
        for lines in (
            duties._held_lines({"held": []}, language),
            duties._retention_lines({"reviews": [], "warnings": []}, language),
            duties._disclosure_lines({"disclosures": []}, language),
            log._lines({"where": "workstation", "events": []}, language),
        ):
            assert list(lines)[-1] == reading.NOTHING.text(language)


def test_an_event_that_a_newer_version_writes_stands_for_itself() -> None:
    assert words.done({"event": "teleport", "action": "beam"}, "ru") == "teleport: beam"
    assert words.moment("+99ms") == "+99ms"
    assert words.moment("2026-03-07T23:40:10.500Z") == "08.03.2026 05:40"
