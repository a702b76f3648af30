"""What is sealed leaks into no paper, journal, audit log or account of who was held, and into no report of a defect."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pypdf
import pytest

from icjims_core.problem import Problem
from icjims_desktop.app import crash
from icjims_desktop.services.oversight.audit_log import LogFilter
from icjims_desktop.services.paper.printing import journals
from icjims_desktop.services.workspace import Workspace
from tests.sealing.country import PROSECUTION, country, new, sync, text
from tests.sealing.test_canary import WORDS, Scene, day

BEGIN, END = datetime.date(2025, 1, 1), datetime.date(2027, 1, 1)
HELD_ON = datetime.date(2026, 3, 7)


@dataclass
class Desks:
    """The day of the canaries, with those who look at it from outside: in the office, above it and elsewhere."""

    scene: Scene
    person: str
    each: dict[str, Workspace]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    with country(tmp_path_factory.mktemp("country")) as made:
        scene = day(made)
        made.share(scene.officer, "guard", "security_officer")
        outside = [made.enrol("head", "head"), made.enrol("security", "security_officer")]
        people: Any = scene.officer.records.list("person")["records"]
        person = str(people[0]["id"])
        words = ["facility=ИВС-1", "commitment_document=№ 1", "admission_decision=admitted"]
        words.append("rights_explained_at=2026-03-07 10:05")
        times = 'admission_times:={"at": "2026-03-07 10:00", "source": "officer"}'
        sync(*outside, scene.colleague)
        new(scene.colleague, "facility_admission", f"person={person}", times, *words, case=scene.case)
        sync(scene.colleague, scene.officer, scene.prosecutor, scene.investigator, scene.stranger, *outside)
        several = (scene.officer, scene.prosecutor, scene.investigator, scene.colleague, scene.stranger, *outside)
        yield Desks(scene, person, {each.me.login: each for each in several})


def papers(desks: Desks, workspace: Workspace, path: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every paper that can be asked for, and how it is written."""
    case = desks.scene.case
    for kind, record in desks.scene.sealed.items():
        yield f"act {kind}", partial(workspace.act_paper, record, path, "ru")
        yield f"letter {kind}", partial(workspace.letters.write, record, path)
    yield "passport", partial(workspace.passport_paper, case, desks.person, path, "ru")
    yield "inventory", partial(workspace.printing.inventory, case, path, "ru")
    for name in journals():
        yield f"journal {name}", partial(workspace.printing.journal, name, path, "ru", begin=BEGIN, end=END)


def written(desks: Desks, workspace: Workspace, folder: Path) -> dict[str, str]:
    """The words of every paper, with its title and name, or of the refusal."""
    found: dict[str, str] = {}
    path = folder / "paper.pdf"
    for name, write in papers(desks, workspace, path):
        try:
            write()
        except Problem as problem:
            found[name] = str(problem)
            continue
        book = pypdf.PdfReader(path)
        pages = " ".join(" ".join(page.extract_text().split()) for page in book.pages)
        found[name] = f"{pages} {dict(book.metadata or {})}"
        path.unlink()
    return found


def leaks(said: str) -> list[str]:
    return [word for word in WORDS if word.casefold() in said.casefold()]


@pytest.mark.parametrize("login", ["colleague", "stranger", "head", "security"])
def test_no_paper_of_who_is_no_reader_tells_anything(desks: Desks, tmp_path: Path, login: str) -> None:
    found = written(desks, desks.each[login], tmp_path)
    assert {name: leaks(said) for name, said in found.items() if leaks(said)} == {}
    kinds = [f"{name}: {kind}" for name, said in found.items() for kind in desks.scene.sealed if kind in said]
    assert kinds == []


def test_papers_of_a_reader_that_are_of_the_whole_case_or_office_tell_nothing(desks: Desks, tmp_path: Path) -> None:
    found = written(desks, desks.each["officer"], tmp_path)
    assert leaks(found["letter allegation"]) or leaks(found["act allegation"]), "the search for leaks finds one"
    common = {name: said for name, said in found.items() if name.startswith(("passport", "inventory", "journal"))}
    assert "Токтогулов" in common["passport"]
    assert {name: leaks(said) for name, said in common.items() if leaks(said)} == {}
    assert "пыт" not in common["passport"].casefold()


@pytest.mark.parametrize("login", ["colleague", "stranger", "head", "prosecutor"])
def test_who_was_held_is_told_without_what_he_alleges(desks: Desks, login: str) -> None:
    told = [
        desks.each[login].duties.held(HELD_ON, "", "ru"),
        desks.each[login].duties.retention("ru", every=True),
    ]
    said = json.dumps(told, ensure_ascii=False, default=str)
    assert leaks(said) == []
    if login != "prosecutor":
        assert [kind for kind in desks.scene.sealed if kind in said] == []
    if login == "head":
        assert "ИВС-1" in said


def test_a_defect_met_while_sealed_words_are_open_is_reported_without_them(
    desks: Desks, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = json.dumps(desks.scene.prosecutor.records.show(desks.scene.sealed["allegation"]), ensure_ascii=False)
    assert leaks(shown)
    with pytest.raises(ValueError, match="invalid literal") as caught:
        int(shown)
    crash.write_places(caught.value)
    said = capsys.readouterr()
    assert "ValueError" in said.err
    assert leaks(said.err + said.out + crash.place_of(caught.value)) == []


def test_the_offices_are_those_of_the_scene(desks: Desks) -> None:
    assert desks.each["prosecutor"].me.office == PROSECUTION
    assert desks.each["head"].me.office == desks.each["officer"].me.office


def test_the_audit_log_tells_nothing_of_what_was_read_and_written(desks: Desks) -> None:
    """The last test of the scene: the officer locks, and the security officer unlocks the same computer."""
    scene = desks.scene
    for word in WORDS:
        scene.officer.records.search(word[:-2], "ru")
    scene.officer.close()
    guard = scene.country.unlock("guard")
    told = json.dumps(guard.audit_log(LogFilter()), ensure_ascii=False)
    assert text(scene.case) in told, "that the case was looked at is told"
    assert "officer" in told
    assert leaks(told) == []
    assert [kind for kind in scene.sealed if kind in told] == []
