"""What the application remembers of its looks, and what the unlock screen may tell; no personal data in either."""

from pathlib import Path
from typing import Final, Literal, TypeVar

import msgspec

from icjims_desktop.app.arguments import Language
from icjims_desktop.platform import files

SETTINGS_FILE: Final = "desktop.json"
STANDING_FILE: Final = "standing.json"

T = TypeVar("T")


class Settings(msgspec.Struct, frozen=True):
    """Language, theme and size of text of the person at this computer."""

    language: Language = "ru"
    theme: Literal["light", "dark", "high"] = "light"
    scale: float = 1.0


class KnownStanding(msgspec.Struct, frozen=True):
    """How the work stood when it was last seen: times in ms since 1970, counts; nothing of any case or person."""

    office: str = ""
    last_success: int = 0
    waiting: int = 0
    refused: int = 0
    drafts: int = 0
    drafts_at: int = 0


def read_settings(folder: Path) -> Settings | None:
    """The settings, `None` where there are none that can be read."""
    return _read(folder / SETTINGS_FILE, Settings)


def write_settings(folder: Path, settings: Settings) -> None:
    """Remember them; raises `OSError`."""
    files.make_private_directory(folder)
    files.replace_file(folder / SETTINGS_FILE, msgspec.json.encode(settings))


def read_standing(data_dir: Path) -> KnownStanding | None:
    """How the work of this store stood; `None` where that is not known."""
    return _read(data_dir / STANDING_FILE, KnownStanding)


def write_standing(data_dir: Path, standing: KnownStanding) -> None:
    """Remember it beside the store; raises `OSError`."""
    files.replace_file(data_dir / STANDING_FILE, msgspec.json.encode(standing))


def _read(path: Path, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
