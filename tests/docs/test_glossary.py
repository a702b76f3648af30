"""docs/glossary.md follows the declarations, and each thing has one word."""

import re
from pathlib import Path

from icjims_core import codes
from tests.docs.glossary_page import PAGE, by_hand, by_program

ROOT = Path(__file__).parents[2]
ROWS = [
    [cell.strip().removesuffix(" (check)") for cell in line.strip("| ").split(" | ")]
    for line in by_hand().splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| English"))
]


def test_the_page_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert written == by_hand() + by_program(), "run `python -m tests.docs.glossary_page`"


def test_a_word_stands_for_one_thing() -> None:
    assert len(ROWS) > 50
    for column in (0, 1, 2):
        words = [row[column] for row in ROWS]
        assert sorted({each for each in words if words.count(each) > 1}) == []


def test_russian_and_kyrgyz_are_written_in_cyrillic() -> None:
    assert [row for row in ROWS if re.search("[a-z]", row[1] + row[2])] == []


def test_what_is_named_in_the_code_is_there() -> None:
    folders = ("icjims_core", "icjims_desktop", "icjims_sync_server")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".toml"}]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    source += " ".join([*codes.names(), *(path.as_posix() for path in files)])
    named = {name for row in ROWS for name in re.findall(r"`([\w$./]+)(?:\(\))?`", row[3])}
    assert len(named) > 40
    assert [name for name in sorted(named) if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source)] == []
