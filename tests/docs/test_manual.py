"""What the manual puts in quotation marks is what stands on the screen in that language."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_buttons_and_pages_are_called_as_they_are(language: str) -> None:
    catalogue = ElementTree.parse(ROOT / "resources" / "translations" / f"icjims_{language}.ts")  # noqa: S314  # our own file
    shown = {each.text for each in catalogue.iter("translation")}
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "manual").glob(f"*-{language}.md")]
    quoted = {name for page in pages for name in re.findall("«([^»]+)»", page)}

    assert len(quoted) > 3
    assert {name for name in quoted if " ".join(name.split()) not in shown} == set()
