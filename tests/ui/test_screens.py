"""Every screen: names, tab stops, nothing clipped, in three languages and at large text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from icjims_desktop.ui.components.text import ElidedText
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.theme import ThemeMode, theme
from tests.ui.stage import SCENES, Stage

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
_OF_QT = frozenset({"qt_scrollarea_viewport", "qt_spinbox_lineedit", ""})


def settle() -> None:
    """Let layouts finish."""
    for _ in range(4):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def interactive(window: QWidget) -> Iterator[QWidget]:
    """What a person can use on the screen now shown."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, INTERACTIVE) and widget.isVisible() and not _is_inner(widget):
            yield widget


def _has_tab_stop(widget: QWidget) -> bool:
    """In an exclusive group Qt leaves the stop to the chosen one; arrow keys reach the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    members = group.buttons() if group is not None and group.exclusive() else [widget]
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in members)


def _is_inner(widget: QWidget) -> bool:
    made_by_qt = widget.metaObject().className() in {"QLineEditIconButton", "QHeaderView", "QTableCornerButton"}
    return made_by_qt or isinstance(widget.parentWidget(), QComboBox)


@pytest.mark.parametrize("scene", SCENES)
def test_everything_usable_has_names_and_a_tab_stop(stage: Stage, scene: str) -> None:
    QAccessible.setActive(True)
    stage.show(scene)
    settle()
    seen: dict[str, QWidget] = {}
    for widget in interactive(stage.window):
        if widget.objectName() in _OF_QT and not isinstance(widget, QAbstractButton):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        assert told.text(QAccessible.Text.Name).strip(), widget.objectName()
        assert widget.objectName(), told.text(QAccessible.Text.Name)
        assert widget.objectName() not in seen, widget.objectName()
        assert _has_tab_stop(widget), widget.objectName()
        seen[widget.objectName()] = widget
    assert len(seen) >= 4


@pytest.mark.parametrize("scene", ["today", "cases", "case", "conflicts", "sync", "papers", "people"])
def test_tab_comes_to_everything_of_a_page(stage: Stage, qtbot: QtBot, scene: str) -> None:
    stage.show(scene)
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    settle()
    stage.window.shell.bar.lock.setFocus()
    reached: set[QWidget | None] = set()
    while QApplication.focusWidget() not in reached:
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [each for each in interactive(stage.window) if each.isEnabled() and each.objectName() not in _OF_QT]
    assert [each.objectName() for each in wanted if not reached.intersection(_stops_for(each))] == []


def _stops_for(widget: QWidget) -> list[QWidget]:
    """Where the arrows lead to it: in an exclusive group one of its members."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return list(group.buttons()) if group is not None and group.exclusive() else [widget]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scene", SCENES)
def test_no_label_is_clipped(stage: Stage, scene: str, language: Language) -> None:
    languages.choose(language)
    stage.show(scene)
    settle()
    assert clipped(stage.window) == []
    stage.show(scene)  # a second time, over its own remains
    settle()
    assert clipped(stage.window) == []


@pytest.mark.parametrize("scene", ["unlock", "case", "form", "sync"])
def test_large_text_is_not_clipped(dressed: QApplication, scene: str) -> None:
    theme.apply(ThemeMode.LIGHT, 1.25)
    languages.choose(Language.RU)
    large = Stage()
    large.window.resize(1920, 1080)
    large.window.show()
    large.show(scene)
    settle()
    found = clipped(large.window)
    delete(large.window)
    assert found == []


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons that show less than they say, and pages wider than their frame."""
    wrong = []
    for label in window.findChildren(QLabel):
        if label.isVisible() and not isinstance(label, ElidedText) and label.text():
            needed = _needed(label)
            if needed.width() > label.width() or needed.height() > label.height() + 1:
                wrong.append(f"{label.text()}: {needed.toTuple()} > {label.size().toTuple()}")
    for button in window.findChildren(QAbstractButton):
        narrow = button.width() + 1 < button.minimumSizeHint().width()  # metrics are fractions
        if button.isVisible() and button.text() and narrow and not _is_inner(button):
            wrong.append(f"button {button.objectName()}: {button.width()} < {button.minimumSizeHint().width()}")
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    for area in areas:
        inner = area.widget()
        if inner is not None and inner.width() > area.viewport().width():
            wrong.append(f"page {area.objectName()}")
    return wrong


def _needed(label: QLabel) -> QSize:
    metrics = label.fontMetrics()
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        longest = max(metrics.horizontalAdvance(word) for word in label.text().split())
        return QSize(longest, height)
    return QSize(metrics.horizontalAdvance(label.text()), metrics.height() - 2)


@pytest.mark.parametrize("scene", SCENES)
def test_language_changes_while_shown(stage: Stage, scene: str) -> None:
    stage.show(scene)
    settle()
    english = _words(stage.window)
    languages.choose(Language.RU)
    stage.show(scene)
    settle()
    russian = _words(stage.window)
    languages.choose(Language.EN)
    stage.show(scene)
    settle()
    assert _words(stage.window) == english
    assert len(english - russian) >= len(english) // 3


def _words(window: QWidget) -> set[str]:
    labels = {each.text() for each in window.findChildren(QLabel) if each.isVisible()}
    return labels | {each.text() for each in window.findChildren(QAbstractButton) if each.isVisible()}


@pytest.mark.parametrize("mode", ThemeMode)
def test_every_theme_draws(stage: Stage, mode: ThemeMode) -> None:
    theme.apply(mode)
    for scene in SCENES:
        stage.show(scene)
        settle()
        image = stage.window.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(0, 1366, 9) for y in range(0, 768, 7)}
        assert len(colours) > 5


def test_frame_fits_the_smallest_screen(qtbot: QtBot, stage: Stage) -> None:
    for scene in SCENES:
        stage.show(scene)
        settle()
        least = stage.window.minimumSizeHint()
        assert least.width() <= 1366, scene
        assert least.height() <= 696, scene


def test_labels_are_plain_text(stage: Stage) -> None:
    for scene in SCENES:
        stage.show(scene)
    for label in stage.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
