"""Bundled fonts, icons and translations, for the screens."""

from icjims_desktop.platform.resources import resource_path

__all__ = ["resource_path"]
