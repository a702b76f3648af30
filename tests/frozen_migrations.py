"""Texts of the migrations: `python -m tests.frozen_migrations` keeps those of new ones and never writes over another.

What a migration does at the centre is taken down for both engines by Alembic itself, without a database.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations

from icjims_desktop.store import migrating as desktop
from icjims_sync_server.store import migrating as centre

TESTS = Path(__file__).parent
ENGINES = ("sqlite", "postgresql")


def of_store() -> dict[Path, str]:
    """File → statements of each migration of a workstation."""
    folder = TESTS / "store" / "migrations"
    return {folder / f"{step.name}.sql": ";\n".join([*step.statements, ""]) for step in desktop.steps()}


def of_centre() -> dict[Path, str]:
    """File → statements of each migration of the centre on each engine."""
    folder = TESTS / "server" / "migrations"
    return {
        folder / f"{Path(script.path).stem}.{engine}.sql": _taken_down(script.module, engine)
        for script in centre.scripts()
        for engine in ENGINES
    }


def kept(texts: Mapping[Path, str]) -> dict[Path, str]:
    """What is kept beside these texts."""
    folder = next(iter(texts)).parent
    return {path: path.read_text(encoding="utf-8") for path in folder.glob("*.sql")}


def _taken_down(module: object, engine: str) -> str:
    text = io.StringIO()
    context = MigrationContext.configure(
        dialect_name=engine, opts={"as_sql": True, "literal_binds": True, "output_buffer": text}
    )
    with Operations.context(context):
        module.upgrade()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.getvalue().strip().splitlines()) + "\n"


def main() -> None:
    """Keep what is new."""
    for path, text in (of_store() | of_centre()).items():
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
