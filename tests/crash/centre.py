"""A centre as a process behind a proxy, its commands, and its log as SQLite reads it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from tests.chaos_proxy import ChaosProxy
from tests.crash import programs
from tests.crash.ledger import Lost
from tests.crash.programs import PASSWORD, Document, Failed, Program, Starter, environment

START_SECONDS: Final = 60.0


class Centre:
    """A centre in a folder, served by a process of its own behind a proxy that counts bytes and breaks on demand."""

    def __init__(self, folder: Path, fresh: Starter, warm: Starter, *, options: tuple[str, ...] = ()) -> None:
        self.folder, self.fresh, self.warm, self.options = folder, fresh, warm, options
        self.log = folder.with_suffix(".log")
        self.program: Program | None = None
        self.port = 0
        self.proxy = ChaosProxy(0)

    def run(self, *words: str, folder: Path | None = None) -> Document:
        """One command of `icjims-server`."""
        variables = environment(ICJIMS_SERVER_DATA_DIR=str(folder or self.folder), ICJIMS_PASSWORD=PASSWORD)
        return programs.run(self.warm, "icjims-server", words, variables, self.log)

    def serve(self, *, fresh: bool = False) -> None:
        """Start serving, on the same port as before."""
        words = ["serve", "--host", "127.0.0.1", "--port", str(self.port), *self.options]
        variables = environment(ICJIMS_SERVER_DATA_DIR=str(self.folder))
        starter = self.fresh if fresh else self.warm
        self.program = Program.start(starter, "icjims-server", words, variables, self.log)
        line = self.program.line(START_SECONDS)
        if line is None or not line.startswith("listening on "):
            raise Failed("centre_did_not_start", 1, self.log.read_text()[-600:])
        self.port = self.proxy.target = urlsplit(line.removeprefix("listening on ")).port or 0

    @property
    def address(self) -> str:
        """Where offices reach it: through the proxy."""
        return f"{'http' if self.options else 'https'}://127.0.0.1:{self.proxy.port}"

    def kill(self) -> None:
        """Kill -9 of the serving process."""
        if self.program is not None:
            self.program.kill()
            self.program = None

    def dots(self) -> set[str]:
        """Every dot of the log, asked of the file; raises `Lost` where one is there twice."""
        rows = self._query("SELECT lower(hex(replica)) || ':' || counter FROM act WHERE stream = 0", self.folder)
        if len(rows) != len(set(rows)):
            raise Lost(f"the centre has two contents for {[dot for dot, count in Counter(rows).items() if count > 1]}")
        return {str(row[0]) for row in rows}

    def newest(self, replica: str, folder: Path | None = None) -> int:
        """The newest counter of a replica in the log, of which none is missing below; of this folder's files."""
        statement = "SELECT count(*), coalesce(max(counter), 0) FROM act WHERE stream = 0 AND lower(hex(replica)) = ?"
        ((count, newest),) = self._query(statement, folder or self.folder, replica)
        if count != newest:
            raise Lost(f"the centre has {count} acts of {replica} up to {newest}")
        return int(newest)

    @staticmethod
    def _query(statement: str, folder: Path, *parameters: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(next(folder.glob("*.db")))) as connection:
            return connection.execute(statement, parameters).fetchall()
