"""Where things lie: the files of a data directory, and the user's own folders."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from icjims_desktop.platform.files import make_private_directory

_APPLICATION = "icjims"


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """The files of one workstation's store."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.root / "icjims.db"

    @property
    def slots(self) -> Path:
        """The password slots, a file for each user."""
        return self.root / "slots"

    @property
    def attachments(self) -> Path:
        """The encrypted files attached to records, one file for each content."""
        return self.root / "attachments"

    @property
    def attempts(self) -> Path:
        """Wrong passwords and refused unlocks since the last unlock."""
        return self.root / "attempts.json"

    @property
    def lock(self) -> Path:
        """The file that the process using the store holds locked."""
        return self.root / "icjims.lock"

    @property
    def mark(self) -> Path:
        """The head mark beside the store."""
        return self.root / "head.mark"

    @property
    def aside(self) -> Path:
        """Files that a restore put away."""
        return self.root / "aside"

    def aside_for(self, reason: str) -> Path:
        """A new folder for files put away, numbered so that none is put over another."""
        make_private_directory(self.aside)
        taken = {path.name for path in self.aside.iterdir()}
        number = next(at for at in itertools.count(1) if f"{at:03}-{reason}" not in taken)
        target = self.aside / f"{number:03}-{reason}"
        make_private_directory(target)
        return target

    @property
    def has_store(self) -> bool:
        """Whether a store was made here; it begins with the first slot, which is written last."""
        return self.slots.is_dir() and any(self.slots.glob("*.json*"))


def data_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """`ICJIMS_DATA_DIR`, or the folder of this system for a user's data."""
    chosen = environment.get("ICJIMS_DATA_DIR")
    return Path(chosen) if chosen else platformdirs.user_data_path(_APPLICATION, appauthor=False)


def state_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """`ICJIMS_STATE_DIR`, or the folder of this system for a user's state: the second place of head marks."""
    chosen = environment.get("ICJIMS_STATE_DIR")
    return Path(chosen) if chosen else platformdirs.user_state_path(_APPLICATION, appauthor=False)


def config_directory(environment: Mapping[str, str] = os.environ) -> Path:
    """`ICJIMS_CONFIG_DIR`, or the folder of this system for a user's settings."""
    chosen = environment.get("ICJIMS_CONFIG_DIR")
    return Path(chosen) if chosen else platformdirs.user_config_path(_APPLICATION, appauthor=False)
