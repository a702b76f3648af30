"""Languages of the screens: live switch, dates as people write them."""

from icjims_desktop.ui.i18n.language import Language, LanguageSwitch, languages

__all__ = ["Language", "LanguageSwitch", "languages"]
