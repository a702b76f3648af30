"""Backups are sealed, and a restored centre lives a new life of its feeds."""

from __future__ import annotations

import stat
from pathlib import Path

import httpx
import pytest

from tests.server.console import PASSWORD, Console, enrol, port_of, redirected


def test_a_backup_is_sealed_and_a_restored_centre_lives_a_new_epoch(console: Console, tmp_path: Path) -> None:
    target = tmp_path / "backup.icjims"
    with console.serving("--insecure-http") as (_, address), httpx.Client() as client:
        ticket = console.do("ticket", "--office", "A", "--user", "u", "--role", "investigator", "--approved")["ticket"]
        station = enrol(client, address, str(ticket))
        for _ in range(3):
            station.new_case(note="CANARY-backup")
        station.sync()
        console.do("backup", str(target))
        lost = station.new_case()
        station.sync()
        later = console.do("ticket", "--office", "A", "--user", "v", "--role", "investigator", "--approved")["ticket"]
        enrol(client, address, str(later))
        station.sync()
    restored = check_sealed(console, target, tmp_path)
    told = restored.do("restore", str(target))
    assert [device["device"] for device in told["devices"]] == [station.device.hex()]  # type: ignore[attr-defined]
    assert told["epoch"] != console.do("status")["epoch"]
    assert restored.run("restore", str(target))[0] == 3
    assert restored.do("verify")["wrong"] == []
    with restored.serving("--insecure-http", "--public-url", address) as (process, _), httpx.Client() as client:
        port = port_of(process)
        station.post = redirected(station, client, address, port)
        with pytest.raises(AssertionError, match="pending_approval"):
            station.sync()
        restored.do("device", "approve", station.device.hex())
        known = station.directory
        answer = station.sync()
        assert (answer.welcome.standing, answer.welcome.act.counter) == ("ok", 3)
        assert known == 7
        assert len(answer.welcome.directory) > 0
        station.outbox = [station.own[station.heads[0].act].source]
        assert station.sync().codes == [("stored", "")]
        answer = station.sync()
        assert station.agrees(answer)
        assert any(lost in body for body in station.held["office:A"].values())
    assert restored.do("verify")["wrong"] == []


def check_sealed(console: Console, target: Path, tmp_path: Path) -> Console:
    """Nothing is read from the backup, and nothing is made of a wrong password, a damaged or a cut one."""
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    sealed = target.read_bytes()
    signing = (console.folder / "keys" / "centre-signing.key").read_bytes()
    assert b"CANARY-backup" not in sealed
    assert signing.splitlines()[1] not in sealed
    assert console.run("backup", str(target))[0] == 3
    restored = Console(tmp_path / "restored")
    restored.environment["ICJIMS_PASSWORD"] = "wrong password, long enough"
    assert restored.run("restore", str(target))[0] == 7
    restored.environment["ICJIMS_PASSWORD"] = PASSWORD
    for at in (0, 30, 60, len(sealed) // 2, len(sealed) - 1):
        damaged = tmp_path / "damaged"
        damaged.write_bytes(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :])
        assert restored.run("restore", str(damaged))[0] in (3, 6, 7)
        assert not (tmp_path / "restored").exists()
    (tmp_path / "cut").write_bytes(sealed[:-100])
    assert restored.run("restore", str(tmp_path / "cut"))[0] == 6
    return restored
