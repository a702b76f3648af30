"""Nothing readable in any file, and nothing of an erased record even for whoever has the key."""

from __future__ import annotations

import base64
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from icjims_core.packing import OpenAct
from icjims_core.problem import Locked, Refused
from icjims_core.projections.log import opened
from icjims_core.projections.tables import act_table
from icjims_desktop.store import opening
from icjims_desktop.store.drafts import DraftKey
from icjims_desktop.store.log import erase
from icjims_desktop.store.log.commits import Change
from icjims_desktop.store.safekeeping import backup, verify
from icjims_desktop.store.store import Store
from tests.store.workstation import PASSWORD, Workstation, confirm, write

CANARY = "Канарейкина Жылдызкан"
TYPED = "черновикканарейки"
ASKED = "вопросканарейки"


def forms(text: str) -> Iterator[bytes]:
    """The text as it might lie in a file."""
    for variant in {text, text.casefold(), text.upper()}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"):
            plain = variant.encode(encoding, "ignore")
            yield plain
            yield plain.hex().encode()
            yield plain.hex().upper().encode()
            # Base64 of the text depends on how many bytes stand before it.
            for shift in range(3):
                yield base64.b64encode(bytes(shift) + plain)[4:-4]


def hits(roots: list[Path], texts: list[str]) -> list[str]:
    wanted = [(text, form) for text in texts for form in forms(text)]
    found = []
    for root in roots:
        for path in root.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                found += [f"{path.name}: {text}" for text, form in wanted if form in data]
    return found


def busy_day(workstation: Workstation, outside: Path) -> Store:
    store = workstation.enrolled()
    for number in range(30):
        write(store, {"text": f"{CANARY} {number}"}, context={})
    store.search.catch_up()
    assert len(store.search.find("Канарейкина")) == 30
    assert store.search.find(ASKED) == []
    store.drafts.keep(DraftKey("note"), {"text": TYPED}, {}, now=1)
    backup.backup(store, outside / "backup")
    return store


def test_no_file_shows_a_record_a_draft_a_question_or_a_password(
    workstation: Workstation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    store = busy_day(workstation, tmp_path)
    secrets = [CANARY, "Канарейкина", TYPED, ASKED, PASSWORD]
    assert hits([tmp_path], secrets) == []
    keys = [store.database.key, store.device.signing.private_bytes_raw(), store.slot.author.private_bytes_raw()]
    store.users.change_password(PASSWORD, PASSWORD + "2")
    store.close()
    with pytest.raises(Locked):
        workstation.unlock(password=CANARY)
    assert hits([tmp_path], secrets) == []
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for key in keys:
        assert key not in everything
        assert key.hex().encode() not in everything
        assert base64.b64encode(key) not in everything


def test_the_search_for_canaries_finds_one(tmp_path: Path) -> None:
    for number, encoding in enumerate(("utf-8", "utf-16-le", "cp1251")):
        (tmp_path / f"{number}").write_bytes(b"x" * number + f"..{CANARY}..".encode(encoding))
    (tmp_path / "base64").write_bytes(base64.b64encode(f"a{CANARY}b".encode()))
    assert {hit.split(":")[0] for hit in hits([tmp_path], [CANARY])} == {"0", "1", "2", "base64"}


def decrypted(store: Store, target: Path) -> bytes:
    """The bytes of the whole database without its encryption; nothing is in free pages or in the log."""
    connection = opening.connect(store.database.path, store.database.key)
    try:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute(f"ATTACH DATABASE '{target}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')")
        rows = connection.execute("SELECT * FROM plain.search_data").fetchall()
        connection.execute("DETACH DATABASE plain")
    finally:
        connection.close()
    return target.read_bytes() + b"".join(row[1] for row in rows)


def test_an_erased_record_is_in_no_file_and_its_act_still_verifies(workstation: Workstation, tmp_path: Path) -> None:
    store = workstation.enrolled()
    kept = write(store, {"text": "остаётся"}, record=b"k" * 16)
    record = write(store, {"text": CANARY}, record=b"e" * 16)
    write(store, {"text": f"{CANARY} исправлено", "place": "тайна"}, record=record)
    store.drafts.keep(DraftKey("note", record), {"text": CANARY}, {}, now=1)
    store.search.catch_up()
    assert [hit.id for hit in store.search.find("Канарейкина")] == [record]
    with pytest.raises(Refused, match="unsent_work"):
        erase.erase(store.database, record, basis="order 1", now=5)
    confirm(store)
    before = store.journal.digests(), tallies_and_headers(store)
    plain = decrypted(store, tmp_path / "plain-before")
    assert CANARY.encode() in plain
    assert b"kanareikina" in plain

    assert erase.erase(store.database, record, basis="order 1", now=5).revisions == 2
    store.journal.reader.forget()

    assert (store.journal.digests(), tallies_and_headers(store)) == before
    assert store.journal.load([record]) == {}
    assert store.search.find("Канарейкина") == []
    assert store.drafts.all() == []
    found = verify.verify(store.database)
    assert (found.findings, found.erased, found.withdrawn) == ([], 2, 0)
    plain = decrypted(store, tmp_path / "plain-after")
    for secret in (CANARY, "Канарейкина", "канареикина", "канарейкина", "kanareikina", "исправлено", "тайна"):
        assert secret.encode() not in plain
    assert store.journal.load([kept])
    store.close()
    store = workstation.unlock()
    assert store.warnings == []
    with store.database.read() as connection:
        assert erase.erased_records(connection) == {record}


def tallies_and_headers(store: Store) -> list[tuple[bytes, bytes, bytes]]:
    with store.database.read() as connection:
        numbers = connection.scalars(select(act_table.c.number).order_by(act_table.c.number)).all()
        tallies = connection.scalars(select(act_table.c.tally).order_by(act_table.c.number)).all()
        sources = [opened(connection, number).source for number in numbers]
    return [(tally, act.header, act.signature) for tally, act in zip(tallies, sources, strict=True)]


def test_erasing_one_revision_of_an_act_leaves_its_neighbours(workstation: Workstation) -> None:
    store = workstation.enrolled()
    changes = [Change(bytes([n]) * 16, "note", 1, None, {}, {"put": {"text": f"value {n}"}}) for n in range(1, 6)]
    store.journal.commit(changes, now=1)
    confirm(store)
    erase.erase(store.database, b"\x03" * 16, basis="order 2", now=5)
    store.journal.reader.forget()
    with store.database.read() as connection:
        act = opened(connection, 1)
        assert isinstance(act, OpenAct)
        assert sorted(act.bodies) == [0, 1, 3, 4]
        assert not hasattr(act.source, "seed")
        assert len(erase.erased_leaves(connection, b"")) == 0
    assert verify.verify(store.database).sound
    assert len(store.journal.load([change.record for change in changes])) == 4


def test_a_hardened_process_leaves_no_core(tmp_path: Path) -> None:
    program = (
        "import os, resource; from icjims_desktop.platform.hardening import harden_process; harden_process();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)), flush=True);"
        "open('made', 'w').close(); os.abort()"
    )
    before = resource.getrlimit(resource.RLIMIT_CORE)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split("\n")[0] == "(0, 0) 0o77", done.stderr
    assert done.returncode < 0
    assert [path.name for path in tmp_path.iterdir()] == ["made"]
    assert resource.getrlimit(resource.RLIMIT_CORE) == before
