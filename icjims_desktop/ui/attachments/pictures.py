"""Pictures out of the bytes of attached files, decoded on a worker within bounded memory and never written in clear."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

LARGEST_FILE: Final = 32 << 20
"""Bytes of a file that is decoded at all; a larger one is shown by its icon."""
MOST_PIXELS: Final = 40_000_000
"""Pixels of a picture that is decoded: 160 MB at four bytes each."""
FORMATS: Final = frozenset({b"jpeg", b"jpg", b"png", b"gif", b"bmp"})
"""Plain pictures alone; formats that may point elsewhere (SVG) are not opened."""
THUMBNAIL: Final = QSize(112, 112)
SCREEN: Final = QSize(2400, 1600)


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture: four bytes for each pixel, row by row, as `QImage.Format.Format_RGB32`."""

    width: int
    height: int
    pixels: bytes

    def image(self) -> QImage:
        """The picture for the screen."""
        found = QImage(self.pixels, self.width, self.height, self.width * 4, QImage.Format.Format_RGB32)
        return found.copy()


def is_picture(mime: str) -> bool:
    """Whether a file says that it is a picture of a kind that is shown."""
    return mime.removeprefix("image/").encode() in FORMATS and mime.startswith("image/")


def decode(pieces: Iterable[bytes], size: int, room: QSize) -> QImage | None:
    """A picture scaled into `room`, upright; None for what is no picture, or too large to be decoded safely.

    `size` is what the record states of the file, in bytes. The pieces are not asked for where it is too large.
    """
    if size > LARGEST_FILE:
        return None
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > LARGEST_FILE:
            return None
    buffer = QBuffer()
    buffer.setData(QByteArray(bytes(data)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in FORMATS:
        return None
    found = reader.size()
    if not found.isValid() or found.width() * found.height() > MOST_PIXELS:
        return None
    reader.setAutoTransform(True)
    if found.width() > room.width() or found.height() > room.height():
        reader.setScaledSize(found.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else image


def picture(pieces: Iterable[bytes], size: int) -> Picture | None:
    """A picture for the viewer."""
    image = decode(pieces, size, SCREEN)
    if image is None:
        return None
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return Picture(plain.width(), plain.height(), bytes(plain.constBits()))


def small(pieces: Iterable[bytes], size: int) -> bytes | None:
    """A small picture as PNG, to be kept beside the file."""
    image = decode(pieces, size, THUMBNAIL)
    if image is None:
        return None
    found = QBuffer()
    found.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(found, "PNG")  # type: ignore[call-overload]
    return bytes(found.data().data())
