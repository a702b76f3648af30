"""`icjims-server` as other programs use it: JSON, exit codes, work while `serve` runs, TLS, kill and restart."""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import signal
import ssl
import stat
import subprocess
import sys
import time
import uuid
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from icjims_core import request_signature
from icjims_sync_server.services.administration import authority
from icjims_sync_server.services.administration.installation import Place, now_utc
from tests.server.console import Console, enrol, redirected
from tests.server.workstation import Workstation, new_id


def test_a_centre_from_init_to_status_over_its_own_tls(console: Console) -> None:
    keys = console.folder / "keys"
    assert stat.S_IMODE(console.folder.stat().st_mode) == 0o700
    with console.serving() as (process, address):
        assert address.startswith("https://127.0.0.1:")
        ticket = str(
            console.do("ticket", "--office", "A", "--user", "aibek", "--role", "investigator", "--approved")["ticket"]
        )
        content = json.loads(base64.urlsafe_b64decode(ticket.removeprefix("ICJIMS1.") + "==="))
        assert (content["u"], content["l"], content["o"]) == (address, "aibek", "A")
        context = ssl.create_default_context(cafile=str(keys / "authority.crt"))
        with httpx.Client(verify=context) as client:
            pem = client.get(address + "/v1/ca").content
            info = (
                x509.load_pem_x509_certificate(pem)
                .public_key()
                .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
            )
            assert content["p"] == hashlib.sha256(info).hexdigest()
            station = enrol(client, address, ticket)
            case = station.new_case(number="1")
            assert station.agrees(station.sync())
            console.do("office", "add", "B", "--name", "B")
            changed = console.do("assign", str(uuid.UUID(bytes=case)), "--office", "B")
            assert (changed["feed"], changed["changed"]) == ("office:B", True)
            device = station.device.hex()
            console.do("device", "suspend", device)
            with pytest.raises(AssertionError, match="device_suspended"):
                station.sync()
            console.do("device", "approve", device)
            station.sync()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    status = console.do("status")
    assert isinstance(status["devices"], list)
    assert status["devices"][0]["last_seen"] is not None
    assert (status["acts"], status["refused"], status["quarantined"], status["waiting"]) == (1, 0, 0, 0)
    report = console.do("verify")
    assert report["wrong"] == []
    for name in ("centre-signing.key", "centre-sealing.key", "authority.key", "server.key"):
        assert stat.S_IMODE((keys / name).stat().st_mode) == 0o600


def test_plain_http_is_for_loopback_only(console: Console) -> None:
    code, told = console.run("serve", "--insecure-http", "--host", "0.0.0.0", "--port", "0")  # noqa: S104
    assert (code, told["problem"]["code"]) == (3, "insecure_http_not_loopback")  # type: ignore[index]
    with console.serving("--insecure-http") as (_, address):
        assert address.startswith("http://127.0.0.1:")
        assert httpx.get(address + "/v1/health").json() == {"status": "ok"}


def test_problems_on_stderr_and_exit_codes(console: Console, tmp_path: Path) -> None:
    cases: list[tuple[int, str, list[str]]] = [
        (
            3,
            "no_such_office",
            ["ticket", "--office", "X", "--user", "u", "--role", "judge", "--public-url", "https://x"],
        ),
        (3, "no_such_device", ["device", "revoke", "../../etc/passwd"]),
        (3, "no_such_user", ["user", "disable", "nobody"]),
        (3, "no_such_case", ["assign", "not-an-id", "--office", "A"]),
        (3, "no_such_case", ["withdraw", str(uuid.UUID(int=7)), "--office", "A"]),
        (3, "bad_office_code", ["office", "add", "../x", "--name", "x"]),
        (3, "bad_name", ["office", "add", "C", "--name", " "]),
        (3, "no_address", ["ticket", "--office", "A", "--user", "u", "--role", "judge"]),
        (3, "not_initialised", ["--data-dir", str(tmp_path / "none"), "status"]),
        (2, "usage", ["frobnicate"]),
        (2, "usage", ["ticket", "--office", "A", "--user", "u", "--role", "emperor"]),
        (2, "usage", ["office", "rename"]),
        (2, "usage", ["serve", "--port", "many"]),
    ]
    for code, problem, words in cases:
        found, told = console.run(*words)
        assert found == code, (words, told)
        document = told["problem"]
        assert isinstance(document, dict)
        assert document["code"] == problem
        assert document["text"]


def test_a_backup_without_a_password_and_without_a_terminal_is_refused(console: Console, tmp_path: Path) -> None:
    environment = {name: value for name, value in console.environment.items() if name != "ICJIMS_PASSWORD"}
    done = subprocess.run(
        [sys.executable, "-m", "icjims_sync_server", "backup", str(tmp_path / "backup"), "--json"],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    assert (done.returncode, done.stdout, json.loads(done.stderr)["problem"]["code"]) == (7, "", "password_needed")
    assert not (tmp_path / "backup").exists()


def test_common_options_stand_before_or_after(console: Console, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    console.do("--data-dir", other, "init")
    assert console.do("office", "list", "--data-dir", other)["offices"] == []
    assert console.do("--data-dir", other, "office", "list")["offices"] == []
    assert len(console.do("office", "list")["offices"]) == 1  # type: ignore[arg-type]


def test_people_move_and_are_disabled(console: Console) -> None:
    console.do("office", "add", "B", "--name", "B")
    console.do("ticket", "--office", "A", "--user", "айбек", "--role", "judge", "--public-url", "https://x")
    moved = console.do("user", "move", "айбек", "--office", "B")["user"]
    assert isinstance(moved, dict)
    assert (moved["office"], moved["active"]) == ("B", True)
    code, _ = console.run("ticket", "--office", "A", "--user", "айбек", "--role", "judge", "--public-url", "https://x")
    assert code == 3
    disabled = console.do("user", "disable", "айбек")["user"]
    assert isinstance(disabled, dict)
    assert disabled["active"] is False
    code, told = console.run(
        "ticket", "--office", "B", "--user", "айбек", "--role", "judge", "--public-url", "https://x"
    )
    assert (code, told["problem"]["code"]) == (3, "user_disabled")  # type: ignore[index]


def test_the_certificate_names_hosts_and_is_renewed(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.keys.mkdir()
    now = now_utc()
    authority.make(place.keys, now)
    pin = authority.pin(place.keys)
    first = authority.server_files(place.keys, ["localhost", "127.0.0.1"], now).certificate.read_bytes()
    assert authority.server_files(place.keys, ["localhost"], now).certificate.read_bytes() == first
    names = x509.load_pem_x509_certificate(first).extensions.get_extension_for_class(x509.SubjectAlternativeName)
    assert names.value.get_values_for_type(x509.DNSName) == ["localhost"]
    other = authority.server_files(place.keys, ["localhost", "centre.kg"], now).certificate.read_bytes()
    assert other != first
    later = now + datetime.timedelta(days=300)
    assert authority.server_files(place.keys, ["localhost", "centre.kg"], later).certificate.read_bytes() != other
    authority.make(place.keys, later)
    assert authority.pin(place.keys) == pin


def kill_mid_push(console: Console, rounds: int) -> None:
    """Push without pause, kill the centre at random moments: what was acknowledged is there."""
    import random  # noqa: PLC0415
    import threading  # noqa: PLC0415

    acknowledged: list[str] = []
    station: Workstation | None = None
    for round_number in range(rounds):
        with console.serving("--insecure-http") as (process, address), httpx.Client() as client:
            if station is None:
                ticket = console.do("ticket", "--office", "A", "--user", "u", "--role", "clerk", "--approved")["ticket"]
                station = enrol(client, address, str(ticket))
            station.post = redirected(station, client, address, int(address.rpartition(":")[2]))
            timer = threading.Timer(random.Random(round_number).uniform(0.05, 0.4), process.kill)
            timer.start()
            try:
                while True:
                    station.act(*[station.revision(new_id(), type="person") for _ in range(5)])
                    sent = [station.heads[0].act.hex()]
                    answer = station.sync()
                    assert {result for result, _ in answer.codes} <= {"stored", "duplicate"}
                    acknowledged += sent
            except (httpx.TransportError, httpx.RemoteProtocolError):
                pass
            timer.join()
            process.wait(timeout=20)
    with console.serving("--insecure-http") as (_, address), httpx.Client() as client:
        assert station is not None
        station.post = redirected(station, client, address, int(address.rpartition(":")[2]))
        answer = station.sync()
        assert station.agrees(answer)
        body = json.dumps({"acts": acknowledged[-4000:]}).encode()
        url = address + "/v1/acts/known"
        headers = request_signature.signed_headers(
            station.keys.signing,
            method="POST",
            url=url,
            created=int(time.time()),
            nonce=new_id(),
            body=body,
            content_type="application/json",
        )
        known = client.post(url, content=body, headers=headers).json()["known"]
        assert sorted(known) == sorted(acknowledged[-4000:])
    assert len(acknowledged) > rounds
    assert console.do("verify")["wrong"] == []


def test_law_1_killed_in_the_middle_of_pushes_nothing_acknowledged_is_lost(console: Console) -> None:
    kill_mid_push(console, 2)


@pytest.mark.long
def test_law_1_killed_again_and_again(console: Console, trials: int) -> None:
    kill_mid_push(console, trials)
