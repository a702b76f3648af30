"""Type roles (size, weight, line) and the bundled faces they are set in."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from icjims_desktop.ui.resources import resource_path

FAMILY = "Noto Sans"
FACES = ("NotoSans-Regular.ttf", "NotoSans-Medium.ttf", "NotoSans-SemiBold.ttf")


class Type(StrEnum):
    """Every size and weight a text may have."""

    NUMBER = "number"
    TITLE = "title"
    SECTION = "section"
    BODY = "body"
    STRONG = "strong"
    NAME = "name"
    META = "meta"
    META_STRONG = "meta_strong"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class TypeSpec:
    """Pixels at scale 1, weight and line height."""

    px: int
    weight: int
    line: int


TYPE_SPECS: dict[Type, TypeSpec] = {
    Type.NUMBER: TypeSpec(26, 600, 32),
    Type.TITLE: TypeSpec(20, 600, 28),
    Type.SECTION: TypeSpec(15, 600, 20),
    Type.BODY: TypeSpec(13, 400, 18),
    Type.STRONG: TypeSpec(13, 500, 18),
    Type.NAME: TypeSpec(13, 600, 18),
    Type.META: TypeSpec(12, 400, 16),
    Type.META_STRONG: TypeSpec(12, 500, 16),
    Type.KEY: TypeSpec(11, 500, 18),
}


def load_fonts() -> None:
    """Register the bundled faces with Qt; raises FileNotFoundError if one is missing."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resource_path("fonts", face)))


def make_font(role: Type, scale: float = 1.0) -> QFont:
    """The face of a role at a scale (0.9 to 1.75), unhinted so that ң ө ү keep their shape."""
    spec = TYPE_SPECS[role]
    font = QFont(FAMILY)
    font.setPixelSize(round(spec.px * scale))
    font.setWeight(QFont.Weight(spec.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
