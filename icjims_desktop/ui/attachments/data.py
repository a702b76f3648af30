"""A file as the screens know it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that a record states, and whether its bytes are on this computer; `size` in bytes."""

    sha256: str
    name: str
    size: int
    mime: str
    here: bool = True
    captured_at: str = ""
