"""Colours keep their contrast, fonts are the bundled ones."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from icjims_desktop.ui.resources import resource_path
from icjims_desktop.ui.theme import THEMES, ThemeMode, Type, contrast, theme
from icjims_desktop.ui.theme.tokens import EDGE_PAIRS, TEXT_PAIRS
from icjims_desktop.ui.theme.typography import FACES, TYPE_SPECS


def test_contrast_formula_knows_black_on_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#5B6673", "#FFFFFF") == pytest.approx(5.8, abs=0.05)


@pytest.mark.parametrize("mode", ThemeMode)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_words_can_be_read(mode: ThemeMode, ink: str, ground: str) -> None:
    tokens = THEMES[mode]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("mode", ThemeMode)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_of_controls_can_be_seen(mode: ThemeMode, edge: str, ground: str) -> None:
    tokens = THEMES[mode]
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("face", FACES)
def test_bundled_faces_draw_kyrgyz_letters(dressed: QApplication, face: str) -> None:
    font = QRawFont(str(resource_path("fonts", face)), 13)
    glyphs = font.glyphIndexesForString("ңөүҢӨҮё№")
    assert font.familyName().startswith("Noto Sans")
    assert 0 not in glyphs
    assert len(set(glyphs)) == 8


@pytest.mark.parametrize("role", Type)
def test_roles_are_set_in_real_weights(dressed: QApplication, role: Type) -> None:
    font = theme.font(role)
    assert QFontInfo(font).family() == "Noto Sans"
    assert QFontInfo(font).weight() == TYPE_SPECS[role].weight
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting


def test_scale_changes_type_and_is_bounded(dressed: QApplication) -> None:
    theme.apply(ThemeMode.LIGHT, 9)
    assert theme.scale == 1.75
    assert theme.font(Type.BODY).pixelSize() == 23
