"""The programs of the product as a person runs them: the centre's commands, and an office's open shell."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

Answer = dict[str, Any]
PASSWORD = "Ала-Тоо 2026 көктөм"  # noqa: S105 — the password of a training office, printed at the end


class Failed(Exception):
    """A program answered with a problem."""

    def __init__(self, code: str, text: str, exit_code: int) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.exit_code = exit_code


def environment(**more: str) -> dict[str, str]:
    """The environment of a program of the demonstration: no settings of the user's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ICJIMS_")}
    return kept | {"PYTHONUTF8": "1"} | more


class Centre:
    """A centre in a directory, served by its own process."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.run("init")
        self._server = subprocess.Popen(
            [*self._command(), "serve", "--host", "127.0.0.1", "--port", "0"],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=(directory / "serve.log").open("wb"),
            text=True,
        )
        line = self._server.stdout.readline().strip() if self._server.stdout else ""
        if not line.startswith("listening on "):
            raise Failed("centre_did_not_start", line, self._server.wait())
        self.url = line.removeprefix("listening on ")

    def _command(self) -> list[str]:
        return [sys.executable, "-m", "icjims_sync_server.cli.main", "--data-dir", str(self._directory)]

    def run(self, *words: str) -> Answer:
        """Run one command of `icjims-server`; raises `Failed`."""
        done = subprocess.run(
            [*self._command(), *words, "--json"],
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            problem = _problem(done.stderr)
            raise Failed(problem["code"], problem["text"], done.returncode)
        return cast("Answer", json.loads(done.stdout)) if done.stdout.strip() else {}

    def stop(self) -> None:
        """Stop serving and wait for the end."""
        self._server.terminate()
        self._server.wait(30)


def _problem(text: str) -> dict[str, str]:
    """The problem document among the lines of an error output."""
    for line in reversed(text.splitlines()):
        if line.startswith("{"):
            return cast("dict[str, dict[str, str]]", json.loads(line))["problem"]
    return {"code": "unknown", "text": text[-300:]}


class Office:
    """A workstation of an office: an `icjims shell` that stays open on its encrypted store."""

    def __init__(self, directory: Path, code: str, name: str, login: str) -> None:
        self.directory, self.code, self.name, self.login = directory, code, name, login
        self._environment = environment(
            ICJIMS_DATA_DIR=str(directory),
            ICJIMS_STATE_DIR=str(directory.parent / f"state-{code}"),
            ICJIMS_PASSWORD=PASSWORD,
        )
        self._shell: subprocess.Popen[str] | None = None

    def enrol(self, ticket: str, address: str) -> None:
        """Make the store and enrol the device at this address of the centre; raises `Failed`."""
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "icjims_desktop.cli.main",
                "enrol",
                "--ticket",
                ticket,
                "--server",
                address,
                "--json",
            ],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            problem = _problem(done.stderr)
            raise Failed(problem["code"], problem["text"], done.returncode)

    def open(self) -> None:
        """Open the shell."""
        self._shell = subprocess.Popen(
            [sys.executable, "-m", "icjims_desktop.cli.main", "shell"],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(self.directory / "shell.log").open("ab"),
            text=True,
            encoding="utf-8",
        )

    def run(self, *words: str, allow: tuple[int, ...] = (0, 4)) -> Answer:
        """Run one command in the open shell; raises `Failed` for an exit that is not allowed."""
        shell = self._shell
        if shell is None or shell.stdin is None or shell.stdout is None:
            raise Failed("not_open", self.name, 7)
        shell.stdin.write(shlex.join(words) + "\n")
        shell.stdin.flush()
        line = shell.stdout.readline()
        if not line:
            raise Failed("shell_ended", self.name, shell.wait())
        answer = cast("Answer", json.loads(line))
        if answer["exit"] not in allow:
            problem = answer.get("problem", {"code": "unknown", "text": line})
            raise Failed(problem["code"], problem["text"], answer["exit"])
        return cast("Answer", answer.get("result", answer))

    def close(self) -> None:
        """End the shell and wait until the store is closed."""
        if self._shell is not None and self._shell.stdin is not None:
            self._shell.stdin.close()
            self._shell.wait(30)
            self._shell = None
