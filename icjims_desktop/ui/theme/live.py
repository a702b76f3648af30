"""The one live theme of the application: tokens, scale and fonts, with a signal on change."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from icjims_desktop.ui.theme.palette import make_palette
from icjims_desktop.ui.theme.stylesheet import make_stylesheet
from icjims_desktop.ui.theme.tokens import THEMES, ThemeMode, Tokens
from icjims_desktop.ui.theme.typography import Type, load_fonts, make_font

SCALE_MIN, SCALE_MAX = 0.9, 1.75


class Theme(QObject):
    """Colours and sizes now in force; painters read it, `changed` tells them to repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode = ThemeMode.LIGHT
        self._scale = 1.0
        self._fonts: dict[Type, QFont] = {}

    @property
    def mode(self) -> ThemeMode:
        """Which theme is shown."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """Colours of the theme now shown."""
        return THEMES[self._mode]

    @property
    def scale(self) -> float:
        """Factor on type and row heights, 0.9 to 1.75."""
        return self._scale

    def apply(self, mode: ThemeMode, scale: float = 1.0) -> None:
        """Set style, palette, fonts and style sheet of the running application."""
        self._mode = mode
        self._scale = min(max(scale, SCALE_MIN), SCALE_MAX)
        self._fonts = {role: make_font(role, self._scale) for role in Type}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.font(Type.BODY))
            app.setPalette(make_palette(self.tokens))
            app.setStyleSheet(make_stylesheet(self.tokens, self._scale))
        self.changed.emit()

    def font(self, role: Type) -> QFont:
        """The face of a role at the scale now in force (shared; copy before changing)."""
        if not self._fonts:
            self._fonts = {each: make_font(each, self._scale) for each in Type}
        return self._fonts[role]

    def colour(self, token: str) -> QColor:
        """The colour of a token, by name."""
        return QColor(getattr(self.tokens, token))

    def px(self, value: float) -> int:
        """A length of the 4-px grid at the scale now in force."""
        return round(value * self._scale)


theme = Theme()
"""The theme of this process (Qt has one application per process too)."""


def start_theme(app: QApplication, mode: ThemeMode = ThemeMode.LIGHT, scale: float = 1.0) -> None:
    """Fusion, bundled fonts and the chosen theme; call once, before the first window."""
    app.setStyle(QStyleFactory.create("Fusion"))
    load_fonts()
    theme.apply(mode, scale)
