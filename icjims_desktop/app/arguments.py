"""The command line of the application."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

Language = Literal["ky", "ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ky", "ru", "en")


@dataclass(frozen=True, slots=True)
class Arguments:
    """`screenshots`: draw the screens of the store into this folder and end."""

    data_dir: Path | None
    language: Language | None
    user: str | None
    screenshots: Path | None


def read(words: Sequence[str]) -> Arguments:
    """Read it; ends the process with 2 for what is no argument."""
    parser = argparse.ArgumentParser(prog="icjims-desktop", description="ICJIMS: case work, with or without a network.")
    parser.add_argument("--data-dir", type=Path, help="folder of the store (or ICJIMS_DATA_DIR)")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the screens")
    parser.add_argument("--user", help="login of the user who is offered first (or ICJIMS_USER)")
    parser.add_argument(
        "--screenshots", type=Path, metavar="DIR", help="unlock with ICJIMS_PASSWORD, draw every screen, and end"
    )
    found = parser.parse_args(list(words))
    return Arguments(found.data_dir, found.language, found.user, found.screenshots)
