"""The private PostgreSQL is real, separate for each module, and leaves nothing behind."""

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text

from tests import postgres

START_AND_DIE = """
import os
from tests import postgres
with postgres.running_server(postgres.find_programs()) as server:
    pid = (server.socket_folder / "data" / "postmaster.pid").read_text().splitlines()[0]
    print(pid, server.socket_folder, flush=True)
    os._exit(9)
"""


def test_both_engines_hold_kyrgyz_letters(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE person (name text NOT NULL)"))
        connection.execute(text("INSERT INTO person VALUES ('Өмүрбек Ңаңаев')"))
        assert connection.execute(text("SELECT name FROM person")).scalar_one() == "Өмүрбек Ңаңаев"
    engine.dispose()


def test_databases_are_separate(postgres_server: postgres.Server) -> None:
    urls = [postgres_server.create(name) for name in ("one", "two")]
    engines = [create_engine(url) for url in urls]
    with engines[0].begin() as connection:
        connection.execute(text("CREATE TABLE only_here (id integer)"))
    with engines[1].begin() as connection:
        tables = connection.execute(text("SELECT tablename FROM pg_tables")).scalars().all()
    assert "only_here" not in tables
    for engine, name in zip(engines, ("one", "two"), strict=True):
        engine.dispose()
        postgres_server.drop(name)


def test_server_is_gone_at_the_end(postgres_server: postgres.Server) -> None:
    programs = postgres.find_programs()
    assert programs is not None, "the running session server came from somewhere"
    with postgres.running_server(programs) as server:
        assert server.socket_folder != postgres_server.socket_folder
        server.connect().close()
    assert not server.socket_folder.exists()
    with pytest.raises(psycopg.OperationalError):
        server.connect()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_server_ends_with_a_killed_session(postgres_server: postgres.Server) -> None:
    assert postgres_server.socket_folder.exists()
    done = subprocess.run(
        [sys.executable, "-c", START_AND_DIE],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 9, done.stderr
    pid, folder = done.stdout.split()
    assert ended_within(int(pid), seconds=20.0)
    shutil.rmtree(folder)


def ended_within(pid: int, seconds: float) -> bool:
    """Wait for the end of a process that is not our child."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], seconds)[0])
    finally:
        os.close(process)
