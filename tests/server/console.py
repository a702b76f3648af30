"""`icjims-server` in tests: its commands, its running process, and workstations that reach it over HTTP."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import httpx

from icjims_core import request_signature, wire
from icjims_sync_server.cli.main import main
from tests.server.town import base64url, code_of
from tests.server.workstation import Keys, Workstation, new_id

PASSWORD = "correct horse battery"


class Console:
    """One centre, administered from the command line."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.folder = folder
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("ICJIMS_", "LANG", "LC_"))
        } | {"ICJIMS_SERVER_DATA_DIR": str(folder), "ICJIMS_PASSWORD": PASSWORD, "LANG": "ru_RU.UTF-8"}
        if database:
            self.environment["ICJIMS_DATABASE_URL"] = database

    def run(self, *words: str) -> tuple[int, dict[str, object]]:
        """Run a command with --json; its exit code and its one document (of stderr where it failed)."""
        out, err = io.StringIO(), io.StringIO()
        with (
            patch.dict(os.environ, self.environment, clear=True),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            try:
                code = main([*words, "--json"])
            except SystemExit as left:
                return int(str(left.code)), {}
        told = (out if code == 0 else err).getvalue()
        assert told.count("\n") == 1, told
        document = json.loads(told)
        assert isinstance(document, dict)
        return code, document

    def do(self, *words: str) -> dict[str, object]:
        """Run a command that must succeed."""
        code, document = self.run(*words)
        assert code == 0, document
        return document

    @contextlib.contextmanager
    def serving(self, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
        """`serve` on a free port until the end of the block: the process and its address."""
        process = subprocess.Popen(
            [sys.executable, "-m", "icjims_sync_server", "serve", "--port", "0", *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            found = re.fullmatch(r"listening on (https?://\S+)\n", line)
            assert found, (line, process.stderr.read() if process.stderr else "")
            yield process, found[1]
        finally:
            process.terminate()
            process.communicate(timeout=30)


def enrol(client: httpx.Client, address: str, ticket: str) -> Workstation:
    """Enrol a workstation by its ticket over HTTP."""
    keys = Keys()
    body = json.dumps(
        {
            "code": code_of(ticket),
            "device_name": "pc",
            "signing_key": base64url(keys.signing_public),
            "sealing_key": base64url(keys.sealing.public_key().public_bytes_raw()),
            "author_key": base64url(keys.author_public),
        }
    ).encode()

    def send(path: str, content: bytes, content_type: str) -> bytes:
        headers = request_signature.signed_headers(
            keys.signing,
            method="POST",
            url=address + path,
            created=int(time.time()),
            nonce=new_id(),
            body=content,
            content_type=content_type,
        )
        answer = client.post(address + path, content=content, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.content

    enrolled = json.loads(send("/v1/enrolments", body, "application/json"))
    return Workstation(bytes.fromhex(enrolled["device"]), keys, lambda sent: send("/v1/sync", sent, wire.MEDIA_TYPE))


def port_of(process: subprocess.Popen[str]) -> int:
    """The port that a process listens on."""
    inodes = set()
    for entry in Path(f"/proc/{process.pid}/fd").iterdir():
        try:
            link = str(entry.readlink())
        except FileNotFoundError:
            continue
        found = re.fullmatch(r"socket:\[(\d+)\]", link)
        if found:
            inodes.add(found[1])
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        words = line.split()
        if words[9] in inodes and words[3] == "0A":
            return int(words[1].rpartition(":")[2], 16)
    raise AssertionError("nothing listens")


def redirected(station: Workstation, client: httpx.Client, address: str, port: int):  # type: ignore[no-untyped-def]
    """Requests signed for the old address that arrive at the new port, as behind a moved name."""
    url = f"http://127.0.0.1:{port}/v1/sync"

    def send(sent: bytes) -> bytes:
        headers = request_signature.signed_headers(
            station.keys.signing,
            method="POST",
            url=url,
            created=int(time.time()),
            nonce=new_id(),
            body=sent,
            content_type=wire.MEDIA_TYPE,
        )
        answer = client.post(url, content=sent, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.content

    assert address
    return send
