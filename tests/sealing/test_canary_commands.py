"""What is sealed leaks through no command of `icjims`: each that reads cases is asked, each that reads none is named.

A command that is added to the program must be entered here, as one that is asked or as one that reads no cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pytest

from icjims_core.modules import registry
from icjims_desktop.cli.parser import COMMANDS
from tests.cli.program import Program
from tests.sealing.country import country, text
from tests.sealing.test_canary import SUM, WORDS, Scene, day
from tests.store.test_secrecy import hits

READ_NO_CASES = {
    "types": "the declared forms",
    "contacts": "the published directory of lawyers, interpreters and others",
    "clock show": "the clock of the computer",
    "clock confirm": "the clock of the computer",
    "demo-data": "makes up cases",
    "restore": "puts a sealed file in the place of the store, and tells when it was made",
    "repair": "puts the rows of a damaged store into a new file, and tells how many",
    "enrol": "makes a store",
    "user add": "makes a user",
    "passwd": "changes a password",
    "lock": "closes the store",
}
PERIOD = ("--from", "2025-01-01", "--to", "2027-01-01")
IN_WORDS_TOO = frozenset({"show", "history", "case", "conflicts", "safeguards", "persons duplicates"})
"""Whose lines for people are looked at besides the document; what they tell stands in it."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ids:
    """What somebody who may not read it can know of a day: the ids of the case, of its person, of what is sealed."""

    case: str
    person: str
    sealed: tuple[str, ...]


def read(record: str, folder: Path) -> Iterator[Words]:
    """Everything that reads a record."""
    name = record[-4:]
    yield from ((each, record) for each in ("show", "history", "disclosures", "persons candidates", "persons group"))
    yield "attachment", record, SUM, str(folder / "copy"), "--purpose", "supervision: x"
    yield "letter", record, str(folder / f"letter-{name}.pdf")
    yield "print", record, str(folder / f"act-{name}.pdf"), "--purpose", "supervision: x"
    yield "print", record, "--preview"


def changed(record: str, ids: Ids) -> Iterator[Words]:
    """Everything that would change a record."""
    yield from ((each, record) for each in ("sign", "countersign"))
    yield "edit", record, "account=x"
    yield "attach", record, str(Path(__file__))
    yield "detach", record, SUM, "--reason", "x"
    yield "supersede", record, "--reason", "x"
    yield "annul", record, "--reason", "x"
    yield "explain", record, "event_place", "--text", "x"
    yield "resolve", record, "event_place", "--value", "x", "--reason", "x"
    yield "persons link", record, ids.person, "--reason", "x"
    yield "persons unlink", record, ids.person, "--reason", "x"


def asked(ids: Ids, folder: Path) -> Iterator[Words]:
    """Every command line that reads cases, those that change something last."""
    for each in ("case", "course", "next", "safeguards", "custody", "deadlines"):
        yield each, ids.case
    yield from (("deadlines", "--all"), ("conflicts",), ("log",), ("log", "--centre"), ("status",), ("notice",))
    yield from (("handovers", "--all"), ("register doubts",), ("retention", "--all"), ("held", "--on", "2026-03-07"))
    yield "occupancy", *PERIOD
    yield from (("persons duplicates",), ("persons find", "Токтогулов"), ("disclosures", ids.person))
    for word in WORDS[:3]:
        # The beginning alone: what is asked for stands in the answer to the journal of readings.
        yield "search", word[:-2]
        yield "persons find", word[:-2]
    for name in sorted({"sealed_record", "person", "note", *(each for each in registry() if registry()[each].sealed)}):
        yield "list", name
        yield "export", "--type", name, str(folder / f"{name}.jsonl"), "--all", "--purpose", "supervision: x"
    yield "inventory", ids.case, str(folder / "inventory.pdf"), "--purpose", "supervision: x"
    # The others are asked for in test_canary_papers.
    yield "journal", "complaints", str(folder / "journal.pdf"), *PERIOD
    yield "takeover", "--template", str(folder / "takeover.xlsx")
    for record in ids.sealed:
        yield from read(record, folder)
    yield from changed(ids.sealed[0], ids)
    yield ("shell",)
    yield "new", "person", "surname=Токтогулов", "--case", ids.case
    yield "import", "--type", "person", str(folder / "person.jsonl")
    yield "call", ids.sealed[0], "--case", ids.case, "result=reached"
    yield ("sync",)
    yield from (("bundle " + each, str(folder / "stick")) for each in ("export", "import"))
    yield from (("check",), ("rebuild",), ("verify",), ("backup", str(folder / "backup")))


def test_every_command_is_asked_or_named_as_one_that_reads_no_cases() -> None:
    nobody = Ids("case", "person", ("record",))
    names = {words[0] for words in asked(nobody, Path("folder"))}
    assert names | READ_NO_CASES.keys() == COMMANDS.keys()
    assert names & READ_NO_CASES.keys() == set()
    assert all(READ_NO_CASES.values())


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with country(tmp_path_factory.mktemp("country")) as made:
        found = day(made)
        for each in (found.officer, found.prosecutor, found.investigator, found.colleague, found.stranger):
            each.close()
        yield found


def leaks(program: Program, login: str, scene: Scene, folder: Path) -> set[str]:
    """Commands whose answer, or the file that they write, holds a canary."""
    me = ("--user", login)
    people: Any = program.json("list", "person", "--limit", "1", *me)["records"]
    ids = Ids(text(scene.case), people[0]["id"], tuple(map(text, scene.sealed.values())))
    found: set[str] = set()
    for words in asked(ids, folder):
        tokens = [*words[0].split(), *words[1:], *me]
        for form in ([], ["--json"]) if words[0] in IN_WORDS_TOO else (["--json"],):
            lines = "\n".join(f"show {each}\nhistory {each}" for each in ids.sealed) if words[0] == "shell" else ""
            done = program.run(*tokens, *form, stdin=lines)
            assert done.code in (0, 3, 4), (words, done)
            said = done.out + done.err
            for each in words[1:]:
                said = said.replace(each, "")
            if any(word.casefold() in said.casefold() for word in WORDS):
                found.add(words[0])
        for path in sorted(folder.glob("*.pdf")):
            if any(word.casefold() in printed(path).casefold() for word in WORDS):
                found.add(words[0])
            path.unlink()
    return found


def printed(path: Path) -> str:
    book = pypdf.PdfReader(path)
    return " ".join(page.extract_text() for page in book.pages) + str(dict(book.metadata or {}))


@pytest.mark.parametrize("login", ["neighbour", "stranger"])
def test_no_command_tells_what_is_sealed_to_who_may_not_read_it(scene: Scene, tmp_path: Path, login: str) -> None:
    program = Program(scene.country.places[login], scene.country.folder / "state")
    assert leaks(program, login, scene, tmp_path) == set()
    assert hits([tmp_path], list(WORDS)) == []


def test_the_search_for_leaks_finds_them_with_a_reader(scene: Scene, tmp_path: Path) -> None:
    program = Program(scene.country.places["prosecutor"], scene.country.folder / "state")
    found = leaks(program, "prosecutor", scene, tmp_path)
    assert found >= {"show", "history", "case", "conflicts", "shell"}
    assert found.isdisjoint({"search", "export", "persons find", "log", "status", "verify", "backup", "journal"})
