"""Running the migrations; apart from the schema because Alembic takes longer to load than most commands to run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection

_MIGRATIONS: Final = Path(__file__).parent / "migrations"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config


def migrate(connection: Connection, version: str = "head") -> None:
    """Bring the lasting tables to a version."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def scripts() -> list[Script]:
    """Every migration, the newest first."""
    return list(ScriptDirectory.from_config(_config()).walk_revisions())
