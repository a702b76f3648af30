"""What a person reads at the centre's terminal: no names of members, no raw values, in three languages."""

from __future__ import annotations

import contextlib
import io
import os
import re
from unittest.mock import patch

import pytest

from icjims_sync_server.cli import words
from icjims_sync_server.cli.main import main
from tests.server.console import Console

RAW = re.compile(r"[{}=]|'[a-z_]+'|\d{4}-\d\d-\d\d|\b\d{13}\b")
MEMBERS = re.compile(r"\b[a-z]+_[a-z_]+\b")


def read(console: Console, *line: str) -> str:
    """The text of a command that must succeed, of which nothing may be raw."""
    out = io.StringIO()
    with patch.dict(os.environ, console.environment, clear=True), contextlib.redirect_stdout(out):
        assert main(list(line)) == 0
    told = out.getvalue()
    assert RAW.search(told) is None, told
    return told


@pytest.fixture
def administered(console: Console) -> Console:
    console.do("office", "add", "T7", "--name", "РОВД")
    console.do("ticket", "--office", "T7", "--user", "tilek", "--role", "investigator", "--public-url", "https://c")
    return console


@pytest.mark.parametrize(("language", "office"), [("ky", "мекеме"), ("ru", "орган"), ("en", "office")])
def test_results_are_told_in_words(administered: Console, language: str, office: str) -> None:
    for line in (("office", "list"), ("user", "list"), ("status",), ("quarantine", "list"), ("supervision", "list")):
        told = read(administered, *line, "--language", language)
        assert MEMBERS.search(told) is None, told
    assert office in read(administered, "user", "list", "--language", language)
    role = {"ky": "тергөөчү", "ru": "следователь", "en": "investigator"}[language]
    assert role in read(administered, "user", "list", "--language", language)


def test_work_in_quarantine_is_told_with_the_reason_and_local_times() -> None:
    row = {"code": "device_revoked", "type": "person", "recorded_at": "2026-03-02T09:00+06:00"}
    told = "\n".join(words.lines({"quarantined": [row]}, "ru"))
    assert "доступ компьютера отозван" in told
    assert "02.03.2026 09:00" in told


def test_every_code_has_its_words_and_nothing_is_a_dash() -> None:
    assert words.cell("last_seen", 1_790_000_000_000, "ru") == "21.09.2026 20:13"
    assert words.cell("last_seen", None, "ru") == "—"
    assert list(words.lines({"active": False}, "en")) == ["active: no"]
    assert words.cell("heads", [{"replica": "ab", "stream": "act", "counter": 3}], "ru") == "ab записи 3"
    assert words.cell("kind", "to_court", "en") != "to_court"
