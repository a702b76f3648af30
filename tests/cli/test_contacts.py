"""The directory of contacts and published lists on the command line, in processes of their own."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from icjims_core.directory import PublicationEntry
from icjims_core.publishing import publications
from tests.cli.program import Program
from tests.services.bureau import Bureau
from tests.services.test_contacts import CSV, enter


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    """An office whose directory is at hand."""
    made = Bureau(tmp_path)
    made.open("aida")
    enter(made, CSV)
    return made


def test_a_call_is_found_listed_and_logged(bureau: Bureau) -> None:
    bureau.close()
    program = Program(bureau.root / "aida", bureau.root / "state")
    found = program.json("contacts", "--kind", "interpreter", "--speaks", "uz")["contacts"]
    assert [(each["id"], each["place"], each["phone"]) for each in found] == [("sample/d", "41721", "0555 4")]
    assert "Гани Г." in program.run("contacts", "--place", "41721", "--language", "ru").out
    case = program.json("new", "case", "summary=Кража")["id"]
    made = program.json("call", "sample/d", "--case", case, "language=tg", "result=will_come")
    shown = program.json("show", made["id"])["fields"]
    assert (shown["listed_as"]["value"], shown["called_name"]["value"]) == ("sample/d (2026-1)", "Гани Г.")
    refused = program.run("call", "sample/zz", "--case", case, "result=told", "--json")
    assert (refused.code, refused.problem["code"]) == (3, "not_found")
    assert program.run("contacts", "--kind", "friend", "--json").code == 3


def test_an_old_record_keeps_its_words_in_a_process_that_never_saw_them_change(bureau: Bureau) -> None:
    text = (resources.files("icjims_core.codes.lists") / "contact_attempt_way.toml").read_text(encoding="utf-8")
    bureau.close()
    program = Program(bureau.root / "aida", bureau.root / "state")
    case = program.json("new", "case", "summary=Кража")["id"]
    stated = ("contact_attempt", "service=relative", "called_at=2026-03-01 10:00", "result=told", "way=letter")
    old = program.json("new", *stated, "--case", case)["id"]
    workspace = bureau.again("aida")
    body = publications.pack(f'edition = "2030-1"\n{text.split(chr(10), 1)[1]}'.replace("письмом", "отправлением"))
    bureau._enter(PublicationEntry(len(bureau.entries) + 1, "list", "contact_attempt_way", "2030-1", body))
    workspace.store.journal.take_directory(bureau.entries)
    workspace.close()
    new = program.json("new", *stated, "--case", case)["id"]
    told = {each: program.run("show", each, "--language", "ru").out for each in (old, new)}
    assert "письмом [letter]" in told[old]
    assert "отправлением [letter]" in told[new]
    assert program.json("show", old)["labels"]["contact_attempt_way"]["letter"]["edition"] == "2026-1"
    assert "labels" not in program.json("show", new)
    assert program.json("history", new)["revisions"][0]["editions"] == {"contact_attempt_way": "2030-1"}
