"""What is sealed leaks into nothing: canaries in every sealed field, looked for on every surface there is."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from icjims_core.modules import registry
from icjims_core.problem import Problem, Refused
from icjims_desktop.services.exchange import outbox
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store import opening
from icjims_desktop.store.drafts import DraftKey
from icjims_desktop.store.safekeeping import backup, verify
from icjims_sync_server.services.scope import scopes
from tests.cli.program import Program
from tests.sealing.country import CANARY, ELSEWHERE, PROSECUTION, Country, country, new, sync, text
from tests.store.test_secrecy import forms, hits

PHOTOGRAPH = f"{CANARY} на снимке".encode()
SUM = hashlib.sha256(PHOTOGRAPH).hexdigest()
WORDS = (CANARY, "канареечка", "KanareikaLatin", SUM)
"""In the allegation, its reasons and its file, in the protected identity, in the special action; the file's hash."""
_MAX_LIST = 50


@dataclasses.dataclass
class Scene:
    """A day on which everything sealed was recorded, corrected, disputed, signed and drafted."""

    country: Country
    officer: Workspace
    prosecutor: Workspace
    investigator: Workspace
    colleague: Workspace
    stranger: Workspace
    case: bytes
    sealed: dict[str, bytes]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with country(tmp_path_factory.mktemp("country")) as made:
        yield day(made)


def day(made: Country) -> Scene:
    officer = made.enrol("officer", "duty_officer")
    made.share(officer, "neighbour", "clerk")
    prosecutor = made.enrol("prosecutor", "prosecutor", PROSECUTION)
    investigator = made.enrol("investigator", "investigator")
    colleague = made.enrol("colleague", "clerk")
    stranger = made.enrol("stranger", "clerk", ELSEWHERE)
    made.supervise()
    sync(officer, prosecutor, investigator, colleague, stranger)
    case = new(officer, "case", "summary=Драка у рынка")
    person = new(officer, "person", "surname=Токтогулов", case=case)
    who = f"person={text(person)}"
    sealed = {
        "allegation": new(
            officer,
            "allegation",
            who,
            "received_times=2026-03-07 12:00",
            f"account={CANARY} рассказ",
            f"informant={CANARY}",
            f"accused_persons={CANARY} Иван",
            f"further_statements={CANARY} пояснил",
            case=case,
        )
    }
    sync(officer, prosecutor, investigator)
    sealed["protected_identity"] = new(
        investigator, "protected_identity", who, "pseudonym=Сирень", f"real_surname={WORDS[1]}", case=case
    )
    sealed["special_action"] = new(
        investigator, "special_action", "kind=interception", f"aim={WORDS[2]}", f"facts={WORDS[2]}", case=case
    )
    officer.records.edit(sealed["allegation"], assignments.parse([f"event_place={CANARY} подвал"]))
    prosecutor.records.edit(sealed["allegation"], assignments.parse([f"event_place={CANARY} чердак"]))
    officer.signing.sign(sealed["allegation"], officer.signing.enter("correct horse battery"))
    investigator.records.annul(sealed["special_action"], f"{WORDS[2]} отпало")
    photograph = made.folder.parent / f"{CANARY}.txt"
    photograph.write_bytes(PHOTOGRAPH)
    officer.attachments.attach(sealed["allegation"], photograph, "images", captured_at="2026-03-07 12:30")
    officer.attachments.keep_thumbnail(sealed["allegation"], SUM, f"{CANARY} в малом".encode())
    photograph.unlink()
    assert b"".join(officer.attachments.open(sealed["allegation"], SUM)) == PHOTOGRAPH
    assert officer.attachments.thumbnail(sealed["allegation"], SUM)
    key = DraftKey("allegation", sealed["allegation"], case)
    officer.drafts.keep(key, {"account": f"{CANARY} набрано"}, {}, now=1)
    sync(officer, prosecutor, investigator, prosecutor, officer)
    scopes.assign(made.district.centre, case, office=ELSEWHERE, login=None, until=None)
    sync(colleague, stranger)
    stranger.state_purpose(case, "supervision")
    made.project()
    return Scene(made, officer, prosecutor, investigator, colleague, stranger, case, sealed)


def test_the_readers_read_what_they_should(scene: Scene) -> None:
    shown = json.dumps(scene.prosecutor.records.show(scene.sealed["allegation"]), ensure_ascii=False)
    assert CANARY in shown
    assert "чердак" in shown, "both values of a dispute"
    assert "подвал" in shown
    assert scene.prosecutor.status()["conflicts"] == scene.officer.status()["conflicts"] == 1
    assert WORDS[1] in json.dumps(scene.prosecutor.records.show(scene.sealed["protected_identity"]), ensure_ascii=False)
    assert scene.officer.records.show(scene.sealed["protected_identity"])["type"] == "sealed_record"
    assert scene.prosecutor.signing.standing(scene.sealed["allegation"])["signed"]


def surfaces(workspace: Workspace, scene: Scene, folder: Path) -> Iterator[tuple[str, object]]:
    """Everything that a user is told, surface by surface."""
    ids = [scene.case, *scene.sealed.values()]
    for record in ids:
        yield "show", workspace.records.show(record)
        yield "history", workspace.records.history(record)
        yield "step", workspace.cases.step(record, "ru")
        yield "lines of history", workspace.cases.history(record)
        yield "standing", workspace.signing.standing(record)
        yield "files", workspace.attachments.here(record)
    yield "files of the case", [dataclasses.astuple(each) for each in workspace.attachments.of_case(scene.case)]
    yield "verify", verify.verify(workspace.store.database, attachments=workspace.store.attachments).findings
    yield "case", workspace.records.case(scene.case)
    yield "conflicts", workspace.records.conflicts()
    yield "disputes", workspace.cases.disputes("ru")
    yield "file", workspace.cases.file(scene.case, "ru")
    yield "lines", workspace.cases.lines(list(workspace.cases.numbers()), "ru")
    yield "outbox", outbox.parcels(workspace.desk, "ru")
    yield "status", workspace.status()
    yield "drafts", [each.key for each in workspace.drafts.all()]
    assert workspace.records.search("Драк", "ru")["hits"], "the beginning of an open word is found"
    for word in WORDS:
        # What is asked stands in the audit log as it was asked: not the whole canary, which is looked for there too.
        yield "search", [f"{CANARY}: found" for _ in workspace.records.search(word[:-2], "ru")["hits"]]  # type: ignore[attr-defined]
        yield "filter", [f"{CANARY}: found" for _ in workspace.cases.containing(word[:-2])]
    for name in sorted(registry()):
        yield f"list {name}", workspace.records.list(name, limit=_MAX_LIST)
        try:
            workspace.files.give(name, folder / f"{workspace.me.login}-{name}.jsonl", annulled=True)
        except Problem as problem:
            yield f"export {name}", str(problem)
    for language in ("ky", "ru", "en"):
        for rule in ("course", "next", "safeguards", "custody"):
            yield rule, getattr(workspace.procedure, rule)(scene.case, language)
        yield "deadlines", workspace.procedure.deadlines(scene.case, language, every=True)


def told(workspace: Workspace, scene: Scene, folder: Path) -> list[str]:
    """Surfaces of a user on which a canary, or the kind of a sealed record, is seen."""
    found: list[str] = []
    for name, shown in surfaces(workspace, scene, folder):
        words = json.dumps(shown, ensure_ascii=False, default=repr)
        found += [f"{name}: {word}" for word in WORDS if word.casefold() in words.casefold()]
        if name in ("show", "history", "step", "lines of history", "case", "file", "outbox", "conflicts", "disputes"):
            found += [f"{name}: {kind}" for kind in scene.sealed if kind in words]
    return found


@pytest.mark.parametrize("login", ["colleague", "stranger"])
def test_another_officer_and_another_office_are_told_nothing(scene: Scene, tmp_path: Path, login: str) -> None:
    workspace: Workspace = getattr(scene, login)
    assert told(workspace, scene, tmp_path) == []
    assert hits([tmp_path], list(WORDS)) == []
    assert workspace.status()["conflicts"] == 0
    assert sum(1 for each in registry() if workspace.records.list(each)["records"] and registry()[each].sealed) == 0


def test_the_search_for_leaks_finds_them_with_a_reader(scene: Scene, tmp_path: Path) -> None:
    found = told(scene.prosecutor, scene, tmp_path)
    seen = {each.partition(":")[0] for each in found}
    assert seen >= {"show", "history", "case", "conflicts", "disputes", "files", "files of the case"}
    assert not seen & {"search", "filter", "drafts", "status", "outbox", "verify"}
    assert hits([tmp_path], list(WORDS)) == []


def plain(workspace: Workspace, target: Path) -> bytes:
    """Every byte of a store without its encryption: what whoever unlocks that computer can come at."""
    connection = opening.connect(workspace.store.database.path, workspace.store.database.key)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute(f"ATTACH DATABASE '{target}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')")
        rows = connection.execute("SELECT * FROM plain.search_data").fetchall()
        connection.execute("DETACH DATABASE plain")
    finally:
        connection.close()
    return target.read_bytes() + b"".join(row[1] for row in rows)


@pytest.mark.parametrize("login", ["officer", "prosecutor", "investigator", "colleague", "stranger"])
def test_no_store_holds_a_canary_even_unlocked(scene: Scene, tmp_path: Path, login: str) -> None:
    workspace: Workspace = getattr(scene, login)
    workspace.store.search.catch_up()
    data = plain(workspace, tmp_path / "plain")
    assert "Драка".encode() in data, "the search for canaries sees what is open"
    assert [word for word in WORDS for form in forms(word) if form in data] == []
    with workspace.store.database.read() as connection:
        types = set(connection.exec_driver_sql("SELECT DISTINCT type FROM record").scalars())
    assert "sealed_record" in types
    assert {name for name in types if name in registry() and registry()[name].sealed} == set()


def test_no_file_of_the_centre_or_of_a_workstation_holds_a_canary(scene: Scene, tmp_path: Path) -> None:
    backup.backup(scene.officer.store, tmp_path / "backup")
    scene.officer.syncing.export_bundle(tmp_path / "stick.bundle")
    scene.prosecutor.syncing.export_bundle(tmp_path / "other.bundle")
    assert hits([scene.country.folder, tmp_path], list(WORDS)) == []


def test_what_a_bundle_brings_is_closed_too(scene: Scene, tmp_path: Path) -> None:
    acts, _ = scene.officer.syncing.export_bundle(tmp_path / "stick.bundle", ["001"]).offices["001"]
    assert acts, "there is something to be read in it"
    scene.colleague.syncing.import_bundle(tmp_path / "stick.bundle")
    data = plain(scene.colleague, tmp_path / "plain")
    assert [word for word in WORDS for form in forms(word) if form in data] == []
    assert scene.colleague.records.show(scene.sealed["allegation"])["type"] == "sealed_record"


def test_who_has_the_same_file_is_not_told_that_it_is_sealed_here(scene: Scene, tmp_path: Path) -> None:
    """Nor does who may not read the record get at a file of it, whatever he knows of it."""
    record = scene.sealed["allegation"]
    for workspace in (scene.colleague, scene.stranger):
        for ask in (workspace.attachments.open, workspace.attachments.thumbnail):
            with pytest.raises(Refused, match="not_found"):
                ask(record, SUM)
        with pytest.raises(Refused, match="not_found"):
            workspace.attachments.save_copy(record, SUM, tmp_path / "copy", purpose="supervision: x")
    known = bytes.fromhex(SUM)
    assert scene.officer.store.attachments.holds([known]) == set()
    data = plain(scene.officer, tmp_path / "plain")
    assert known not in data


def test_logs_and_refusals_tell_nothing(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for workspace in (scene.colleague, scene.stranger):
            for record in scene.sealed.values():
                with pytest.raises(Problem) as caught:
                    workspace.records.edit(record, assignments.parse(["account=x"]))
                assert caught.value.code == "sealed"
                assert not any(kind in str(caught.value) for kind in scene.sealed)
        scene.officer.syncing.synchronise()
    assert not any(word in each.getMessage() for each in caplog.records for word in (*WORDS, "allegation"))


def test_another_user_of_the_same_computer_learns_nothing_from_window_or_shell(scene: Scene, tmp_path: Path) -> None:
    """The last test of the scene: the officer locks, and his neighbour unlocks the same store."""
    scene.officer.close()
    neighbour = scene.country.unlock("neighbour")
    assert told(neighbour, scene, tmp_path) == []
    data = plain(neighbour, tmp_path / "plain")
    assert [word for word in WORDS for form in forms(word) if form in data] == []
    neighbour.close()
    program = Program(scene.country.places["neighbour"], scene.country.folder / "state")
    record, case = text(scene.sealed["allegation"]), text(scene.case)
    asked = (
        ("show", record),
        ("history", record),
        ("case", case),
        ("conflicts",),
        ("search", CANARY),
        ("list", "allegation"),
        ("edit", record, "account=x"),
        ("attach", record, __file__),
        ("attachment", record, "0" * 64, str(tmp_path / "copy")),
        ("attachment", record, SUM, str(tmp_path / "copy")),
        ("detach", record, SUM, "--reason", "x"),
        ("verify",),
        ("letter", record, str(tmp_path / "letter.pdf")),
    )
    answers: dict[tuple[str, ...], str] = {}
    for words in asked:
        done = program.run(*words, "--user", "neighbour", "--json")
        said = (done.out + done.err).replace(json.dumps(list(words))[1:-1], "")
        if words[0] in ("attachment", "detach"):
            said = said.replace(SUM, "0" * 64)
        assert not any(each in said for each in WORDS if words[0] != "search"), (words, said)
        assert "account" not in said
        answers[words[:3]] = said
    assert answers["attachment", record, SUM] == answers["attachment", record, "0" * 64], "and he learns nothing by it"
    assert list(tmp_path.glob("[lc]*")) == []
