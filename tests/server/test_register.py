"""Numbers of the Register out of a signed file: every check, all or nothing, and ordinary records at the offices."""

from __future__ import annotations

import base64
import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core.acts import Revision
from icjims_core.encoding import decode
from icjims_core.paper.numbers import provisional
from icjims_core.problem import Refused
from icjims_sync_server.services.administration import people, register
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.services.scope import scopes
from tests.server.console import Console
from tests.server.town import Town
from tests.server.workstation import Workstation

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()


def entry(case: bytes, number: str, **more: str) -> dict[str, str]:
    return {
        "register_number": number,
        "registered_at": "2026-03-02T09:15+06:00",
        "provisional_number": provisional("O1", case, 1),
        **more,
    }


def written(*entries: dict[str, str]) -> bytes:
    content = {"format": "icjims-register-1", "issuer": "ЕРП", "issued_at": "2026-03-02T18:00+06:00"}
    return json.dumps({**content, "entries": entries}, ensure_ascii=False).encode()


def take(town: Town, data: bytes, *, dry_run: bool = False) -> register.Report:
    register.trust(town.centre, PUBLIC, "ЕРП")
    return register.take(town.centre, data, KEY.sign(data), dry_run=dry_run)


def rules(town: Town, *entries: dict[str, str]) -> list[object]:
    return [each["rule"] for each in take(town, written(*entries), dry_run=True).errors]


def cases_of(town: Town, count: int = 1) -> tuple[str, Workstation, list[bytes]]:
    """An office, its workstation, and cases that the centre has."""
    office = town.office()
    station = town.station(office, role="clerk")
    cases = [station.new_case(summary="Кража") for _ in range(count)]
    station.sync()
    return office, station, cases


def entries_at(station: Workstation, case: bytes) -> list[dict[str, object]]:
    """What a workstation holds of the numbers of a case, by its feeds."""
    bodies = [body for feed in station.held.values() for body in feed.values()]
    revisions = [decode(body, Revision) for body in bodies]
    return [dict(each.changes["put"]) for each in revisions if each.type == "register_entry" and each.case == case]


def test_numbers_reach_every_office_that_has_the_case_as_ordinary_records(town: Town) -> None:
    office, station, (case,) = cases_of(town)
    other, elsewhere, (second,) = cases_of(town)
    scopes.assign(town.centre, case, office=other, login=None, until=None)
    data = written(entry(case, "08-009-2026-100001", body="009"), {**entry(second, "08-009-2026-100002")})
    report = take(town, data)
    assert (report.imported, report.unchanged, report.errors) == (2, 0, [])
    for each in (station, elsewhere):
        assert each.agrees(each.sync())
    (found,) = entries_at(station, case)
    assert found["registration"] == {
        "register_number": "08-009-2026-100001",
        "registered_at": "2026-03-02T09:15+06:00",
    }
    assert found["taken_from"]["source"] == "signed_file"  # type: ignore[index]
    assert found["taken_from"]["file_digest"] == report.digest  # type: ignore[index]
    assert entries_at(elsewhere, case) == [found]
    assert len(entries_at(elsewhere, second)) == 1
    assert entries_at(station, second) == []
    with town.centre.database.read() as connection:
        author = people.account_by_login(connection, f"register.{office}")
    assert (author.role, author.office) == ("clerk", office)
    assert verification.verify(town.centre).wrong == []
    again = take(town, data)
    assert (again.imported, again.unchanged) == (0, 2)
    third = take(town, written(entry(cases_of(town)[2][0], "08-009-2026-100003")))
    assert third.imported == 1


def test_a_file_that_nobody_trusted_has_signed_is_refused(town: Town) -> None:
    _, _, (case,) = cases_of(town)
    data = written(entry(case, "08-009-2026-200001"))
    stranger = Ed25519PrivateKey.generate()
    register.trust(town.centre, PUBLIC, "ЕРП")
    for content, signature in ((data, stranger.sign(data)), (data + b" ", KEY.sign(data)), (data, b"")):
        with pytest.raises(Refused, match="bad_register_signature"):
            register.take(town.centre, content, signature)
    for content in (b"{}", b"\xff", data.replace(b"issuer", b"publisher"), written()):
        with pytest.raises(Refused, match="bad_register_file"):
            register.take(town.centre, content, KEY.sign(content))


def test_every_mistake_is_named_and_one_of_them_stops_the_whole_file(town: Town) -> None:
    _, station, (case, second, third) = cases_of(town, 3)
    take(town, written(entry(case, "08-009-2026-300001")))
    wrong = [
        entry(b"n" * 16, "08-009-2026-300009"),
        entry(second, "8-9-2026-412"),
        entry(second, "08-999-2026-300002"),
        entry(second, " 08–009–2026–300001"),
        entry(case, "08-009-2026-300003"),
        entry(second, "08-009-2026-300004", registered_at="2199-01-01T09:00+06:00"),
        {**entry(second, "08-009-2026-300005"), "case": str(uuid.UUID(bytes=case))},
        entry(second, "08-009-2026-300006"),
        entry(third, "08-009-2026-300006"),
    ]
    expected = ["no_case", "pattern", "body", "duplicate", "other_number", "future", "no_case", "duplicate"]
    assert rules(town, *wrong) == expected
    with pytest.raises(Refused) as problem:
        take(town, written(entry(second, "08-009-2026-300007"), wrong[0]))
    assert (problem.value.code, problem.value.params["count"], problem.value.params["entry"]) == (
        "register_refused",
        1,
        2,
    )
    station.sync()
    assert entries_at(station, second) == []


def test_without_a_key_nothing_is_believed_and_the_command_line_does_it_all(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "numbers.json"
    file.write_bytes(written(entry(b"n" * 16, "08-009-2026-400001")))
    Path(f"{file}.sig").write_bytes(base64.b64encode(KEY.sign(file.read_bytes())) + b"\n")
    code, told = console.run("register", "import", str(file))
    assert (code, told["problem"]["code"]) == (3, "register_key_missing")  # type: ignore[index]
    pem = tmp_path / "register.pem"
    public = KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    pem.write_bytes(public)
    assert console.do("register", "trust", str(pem), "--name", "ЕРП") == {
        "keys": [{"key": PUBLIC.hex(), "name": "ЕРП"}]
    }
    assert console.do("register", "keys") == {"keys": [{"key": PUBLIC.hex(), "name": "ЕРП"}]}
    code, told = console.run("register", "import", str(file))
    assert (code, told["problem"]["code"]) == (3, "register_refused")  # type: ignore[index]
    report: Any = console.do("register", "import", str(file), "--dry-run")
    assert [each["rule"] for each in report["errors"]] == ["no_case"]
    pem.write_text("none")
    assert console.run("register", "trust", str(pem))[1]["problem"]["code"] == "bad_register_key"  # type: ignore[index]
    assert console.do("register", "doubts") == {"doubts": []}
