"""Colour tokens of the three themes as data, and the contrast they must keep."""

from dataclasses import dataclass
from enum import StrEnum


class ThemeMode(StrEnum):
    """The themes a user can choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by meaning, `#RRGGBB`; amber is due, red late or refused, green confirmed."""

    bg: str
    rail: str
    surface: str
    raised: str
    sunken: str
    line: str
    line2: str
    ctl: str
    text: str
    text2: str
    muted: str
    accent: str
    accent_fill: str
    on_accent: str
    tint: str
    tint_line: str
    due: str
    due_bg: str
    due_line: str
    late: str
    late_bg: str
    late_line: str
    ok: str
    ok_bg: str
    ok_line: str
    track: str
    their: str
    their_bg: str
    veil: str
    veil_alpha: float
    edge_px: int
    """Width of ordinary edges: 1, in high contrast 2."""


LIGHT = Tokens(
    bg="#F5F7F9", rail="#EBEEF2", surface="#FFFFFF", raised="#FFFFFF", sunken="#F0F3F6",
    line="#DCE1E7", line2="#C3CBD5", ctl="#7F8B99",
    text="#16202B", text2="#465260", muted="#5B6673",
    accent="#1B5A9C", accent_fill="#1B5A9C", on_accent="#FFFFFF",
    tint="#E6EFF8", tint_line="#B5CDE6",
    due="#854A00", due_bg="#FFF2D9", due_line="#E5B45C",
    late="#AE2318", late_bg="#FDEBE9", late_line="#E39B94",
    ok="#17693B", ok_bg="#E4F3E9", ok_line="#9CCDB0",
    track="#E3E8ED", their="#2B333D", their_bg="#ECEFF2",
    veil="#16202B", veil_alpha=0.50, edge_px=1,
)  # fmt: skip

DARK = Tokens(
    bg="#14181D", rail="#101317", surface="#1B2026", raised="#232A32", sunken="#171B21",
    line="#2D3640", line2="#414D5A", ctl="#758494",
    text="#E8ECF0", text2="#B7C1CC", muted="#95A1AE",
    accent="#86B6EE", accent_fill="#2A69AE", on_accent="#FFFFFF",
    tint="#1D3147", tint_line="#34587F",
    due="#F0B860", due_bg="#38290F", due_line="#80602A",
    late="#FF9E94", late_bg="#401C19", late_line="#8A3D36",
    ok="#7FD09C", ok_bg="#152F1F", ok_line="#326A48",
    track="#2D3640", their="#D6DAE0", their_bg="#2B2F38",
    veil="#0A0D10", veil_alpha=0.72, edge_px=1,
)  # fmt: skip

HIGH = Tokens(
    bg="#000000", rail="#000000", surface="#000000", raised="#0A0A0A", sunken="#141414",
    line="#8F8F8F", line2="#FFFFFF", ctl="#FFFFFF",
    text="#FFFFFF", text2="#FFFFFF", muted="#D6D6D6",
    accent="#7CC4FF", accent_fill="#7CC4FF", on_accent="#000000",
    tint="#003A66", tint_line="#7CC4FF",
    due="#FFD166", due_bg="#000000", due_line="#FFD166",
    late="#FF8A80", late_bg="#000000", late_line="#FF8A80",
    ok="#7CE38B", ok_bg="#000000", ok_line="#7CE38B",
    track="#3A3A3A", their="#FFFFFF", their_bg="#3A3A3A",
    veil="#000000", veil_alpha=0.85, edge_px=2,
)  # fmt: skip

THEMES: dict[ThemeMode, Tokens] = {
    ThemeMode.LIGHT: LIGHT,
    ThemeMode.DARK: DARK,
    ThemeMode.HIGH: HIGH,
}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "text2") for ground in ("surface", "bg", "rail", "raised")),
    *((ink, "sunken") for ink in ("text", "text2", "muted")),
    *((ink, "tint") for ink in ("text", "text2", "muted", "accent")),
    *(("muted", ground) for ground in ("surface", "bg", "rail", "raised")),
    *(("accent", ground) for ground in ("surface", "bg", "rail")),
    ("on_accent", "accent_fill"),
    *((mark, ground) for mark in ("due", "late", "ok") for ground in ("surface", f"{mark}_bg")),
    ("their", "their_bg"),
)
"""Pairs (ink, ground) that carry words: WCAG contrast at least 4.5."""

EDGE_PAIRS: tuple[tuple[str, str], ...] = (("ctl", "surface"), ("accent", "surface"))
"""Pairs that mark the edge of a control: contrast at least 3."""


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two `#RRGGBB` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
