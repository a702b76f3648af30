"""The live language of the screens: catalogues exchanged while the program runs."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from icjims_desktop.ui.resources import resource_path


class Language(StrEnum):
    """The three languages; the value names the catalogue."""

    KY = "ky"
    RU = "ru"
    EN = "en"

    @property
    def native_name(self) -> str:
        """Its name in itself, the same on every screen."""
        return {"ky": "Кыргызча", "ru": "Русский", "en": "English"}[self.value]

    @property
    def locale(self) -> QLocale:
        """Qt's locale for month names, weekdays and sorting."""
        return QLocale({"ky": "ky_KG", "ru": "ru_RU", "en": "en_GB"}[self.value])


class LanguageSwitch(QObject):
    """Exchanges the catalogues; every widget then gets a LanguageChange event."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._current = Language.EN
        self._installed: list[QTranslator] = []
        self._all: tuple[QTranslator, ...] = ()
        self._catalogues: dict[str, bytes] = {}
        """The files as they were read: a translator does not copy them, and a file may be replaced while this runs."""

    @property
    def current(self) -> Language:
        """The language now shown."""
        return self._current

    def choose(self, language: Language) -> None:
        """Show the screens in `language` from now on."""
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("languages need an application")
        self._current = language
        QLocale.setDefault(language.locale)
        for old in self._installed:
            app.removeTranslator(old)
        self._installed = [self._load_qt(language), self._load_own(language)]
        for translator in self._installed:
            app.installTranslator(translator)
        self.changed.emit(language.value)

    def every(self, context: str, text: str) -> tuple[str, ...]:
        """A text of the catalogues in each of the languages, whichever is shown."""
        if not self._all:
            self._all = tuple(self._load_own(each) for each in Language)
        return tuple(each.translate(context, text) or text for each in self._all)

    def _load_own(self, language: Language) -> QTranslator:
        translator = QTranslator(self)
        if not translator.load(self._catalogue(f"icjims_{language}.qm")):
            raise FileNotFoundError(f"icjims_{language}.qm")
        return translator

    def _catalogue(self, name: str) -> bytes:
        if name not in self._catalogues:
            self._catalogues[name] = resource_path("translations", name).read_bytes()
        return self._catalogues[name]

    def _load_qt(self, language: Language) -> QTranslator:
        translator = QTranslator(self)
        if language is Language.KY:  # Qt has no Kyrgyz catalogue of its own
            translator.load(self._catalogue("qtbase_ky.qm"))
        elif language is Language.RU:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            translator.load("qtbase_ru", folder)
        return translator


languages = LanguageSwitch()
"""The language of this process."""
