"""A private PostgreSQL for the tests: a real server, unprivileged, gone with the session."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

OWNER = "icjims"
INSTALLED_UNDER = Path("/usr/lib/postgresql")  # where Debian and Ubuntu keep every version
START_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, reached by its Unix socket in `socket_folder`."""

    socket_folder: Path

    def url(self, database: str) -> str:
        """Give the address of a database in SQLAlchemy's form."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.socket_folder}"

    def create(self, database: str) -> str:
        """Make an empty database and give its address."""
        self._execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        return self.url(database)

    def drop(self, database: str) -> None:
        """Remove a database, ending whatever is still connected to it."""
        self._execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database)))

    def connect(self) -> psycopg.Connection:
        """Connect to the database that every server has."""
        return psycopg.connect(host=str(self.socket_folder), user=OWNER, dbname="postgres", autocommit=True)

    def _execute(self, statement: sql.Composed) -> None:
        with self.connect() as connection:
            connection.execute(statement)


def find_programs() -> Path | None:
    """Give the folder of `initdb` and `postgres`, the newest where there are several.

    None where there is no server, and on Windows, where the socket that we need is not at hand.
    """
    if sys.platform == "win32":
        return None
    found = [program.parent for program in INSTALLED_UNDER.glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def running_server(programs: Path) -> Iterator[Server]:
    """Start a server in a new folder, without durability, and remove both at the end."""
    folder = Path(tempfile.mkdtemp(prefix="icjims-postgres-"))
    prefix = _unprivileged(folder)
    try:
        _make_cluster(programs, folder, prefix)
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                _server_command(programs, folder, prefix),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
            try:
                server = Server(folder)
                _wait_until_ready(server, process, folder / "log")
                yield server
            finally:
                process.terminate()
                process.wait(timeout=START_SECONDS)
    finally:
        shutil.rmtree(folder)


def _unprivileged(folder: Path) -> list[str]:
    """Give the words before a command that make it run as an account without rights.

    PostgreSQL refuses to run as root; the kernel ends the server when the tests are killed.
    """
    if sys.platform != "linux":
        return []
    import pwd  # noqa: PLC0415  # Windows has no such module

    prefix = ["setpriv", "--pdeathsig", "QUIT"]
    if os.geteuid() == 0:
        account = pwd.getpwnam("nobody")
        os.chown(folder, account.pw_uid, account.pw_gid)
        prefix += [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
    return prefix


def _make_cluster(programs: Path, folder: Path, prefix: list[str]) -> None:
    command = [*prefix, str(programs / "initdb"), "--pgdata", str(folder / "data"), "--no-sync"]
    command += ["--username", OWNER, "--auth-local", "trust", "--auth-host", "reject"]
    command += ["--encoding", "UTF8", "--locale", "C.UTF-8" if sys.platform == "linux" else "C"]
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"initdb failed: {done.stderr}")


def _server_command(programs: Path, folder: Path, prefix: list[str]) -> list[str]:
    settings = {
        "fsync": "off",
        "full_page_writes": "off",
        "listen_addresses": "",
        "max_connections": "100",
        "shared_buffers": "64MB",
        "synchronous_commit": "off",
        "unix_socket_directories": str(folder),
    }
    options = [f"--{name}={value}" for name, value in settings.items()]
    return [*prefix, str(programs / "postgres"), "-D", str(folder / "data"), *options]


def _wait_until_ready(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers.

    Raises RuntimeError with the server's log when it ended, or has not answered in time.
    """
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            _pause_unless_ended(process)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text(errors='replace')}")


def _pause_unless_ended(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=0.02)
    except subprocess.TimeoutExpired:
        return
