"""Draws every screen in three languages and two themes into docs/screens.

QT_QPA_PLATFORM=offscreen python -m tests.ui.make_screens [--scene case] [--language ky] [--theme dark] [--to DIR]
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import ThemeMode, start_theme, theme
from tests.ui.stage import SCENES, Stage

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"


def draw(stage: Stage, scene: str) -> QImage:
    """One screen, after layouts have settled."""
    stage.show(scene)
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    return stage.window.grab().toImage()


def main() -> int:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scene", choices=SCENES, action="append")
    parser.add_argument("--language", choices=[each.value for each in Language], action="append")
    parser.add_argument("--theme", choices=[each.value for each in ThemeMode], action="append")
    parser.add_argument("--to", type=Path, default=FOLDER)
    wanted = parser.parse_args()
    app = QApplication(sys.argv[:1])
    start_theme(app)
    wanted.to.mkdir(parents=True, exist_ok=True)
    for mode in wanted.theme or ("light", "dark"):
        theme.apply(ThemeMode(mode))
        for language in wanted.language or [each.value for each in Language]:
            languages.choose(Language(language))
            stage = Stage()
            stage.window.show()
            for scene in wanted.scene or SCENES:
                image = draw(stage, scene).convertToFormat(QImage.Format.Format_RGB888)
                image.save(str(wanted.to / f"{scene}_{language}_{mode}.png"), quality=0)
            stage.window.close()
            stage.window.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
