"""A file as the screens know it."""

from dataclasses import dataclass

_ICONS = {"application": "document", "text": "document", "video": "play", "audio": "talk", "image": "camera"}


def file_icon(mime: str) -> str:
    """The icon of a kind of file."""
    return _ICONS.get(mime.partition("/")[0], "clip")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that a record states, and whether its bytes are on this computer; `size` in bytes."""

    sha256: str
    name: str
    size: int
    mime: str
    here: bool = True
    captured_at: str = ""
