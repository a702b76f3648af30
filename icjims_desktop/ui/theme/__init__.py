"""Look of the application: tokens, type, palettes and the live theme."""

from icjims_desktop.ui.theme.live import Theme, start_theme, theme
from icjims_desktop.ui.theme.tokens import THEMES, ThemeMode, Tokens, contrast
from icjims_desktop.ui.theme.typography import Type

__all__ = ["THEMES", "Theme", "ThemeMode", "Tokens", "Type", "contrast", "start_theme", "theme"]
