"""Settings of the screens: language, theme and size of text, at once and without a dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icjims_desktop.ui.components.base import row
from icjims_desktop.ui.components.button import Button
from icjims_desktop.ui.components.overlay import Overlay
from icjims_desktop.ui.components.segmented import LanguageControl, Segmented
from icjims_desktop.ui.components.text import Text
from icjims_desktop.ui.theme import ThemeMode, Type, theme

SCALES = ("0.9", "1.0", "1.25", "1.5", "1.75")


class SettingsSheet(Overlay):
    """Three choices that take effect at once."""

    appearance_chosen = Signal(str, float)
    """Theme and scale, to be remembered by the application."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("settings_sheet", parent, 620)
        self._title = Text(Type.TITLE)
        self._language_name, self._theme_name, self._scale_name = (Text() for _ in range(3))
        self.language = LanguageControl("settings_language")
        self.theme = Segmented("settings_theme", tuple(mode.value for mode in ThemeMode))
        self.scale = Segmented("settings_scale", SCALES)
        self.done = Button("settings_done")
        self.body.addWidget(self._title)
        for name, control in (
            (self._language_name, self.language),
            (self._theme_name, self.theme),
            (self._scale_name, self.scale),
        ):
            self.body.addLayout(row([name, None, control], gap=16))
        self.body.addLayout(row([None, self.done]))
        self.theme.choose(theme.mode.value)
        self.scale.choose(min(SCALES, key=lambda each: abs(float(each) - theme.scale)))
        self.theme.chosen.connect(self._on_theme)
        self.scale.chosen.connect(self._on_scale)
        self.done.clicked.connect(self.close_sheet)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language now shown."""
        self._title.setText(self.tr("Settings"))
        self.setAccessibleName(self._title.text())
        self._language_name.setText(self.tr("Language of the screens"))
        self._theme_name.setText(self.tr("Theme"))
        self._scale_name.setText(self.tr("Size of text"))
        self.done.setText(self.tr("Done"))
        modes = {
            ThemeMode.LIGHT.value: self.tr("Light"),
            ThemeMode.DARK.value: self.tr("Dark"),
            ThemeMode.HIGH.value: self.tr("High contrast"),
        }
        self.theme.say(modes, self._theme_name.text())
        percent = {scale: f"{round(float(scale) * 100)} %" for scale in SCALES}
        self.scale.say(percent, self._scale_name.text())

    def _on_theme(self, value: str) -> None:
        theme.apply(ThemeMode(value), theme.scale)
        self.appearance_chosen.emit(value, theme.scale)

    def _on_scale(self, value: str) -> None:
        theme.apply(theme.mode, float(value))
        self.appearance_chosen.emit(theme.mode.value, theme.scale)
