"""docs/rights.md out of tests/rights/duties.toml; `python -m tests.docs.rights_page` writes it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "rights.md"
DUTIES: Final = ROOT / "tests" / "rights" / "duties.toml"
_HEAD: Final = """\
# Human rights and data protection, duty by duty

What the Directive (EU) 2016/680 (L), Convention 108+ (C), the law of the Kyrgyz Republic (K), the safeguards
against ill-treatment (I) and the rules on prison, women, children and penalties without isolation (N) ask of
the program; what does it; and the tests that fail without it. Written by `python -m tests.docs.rights_page`
from `tests/rights/duties.toml`, and checked in CI.

| | source | what the program does | tests |
| --- | --- | --- | --- |
"""


def duties() -> list[dict[str, Any]]:
    """The duties in the order of the table."""
    found: list[dict[str, Any]] = tomllib.loads(DUTIES.read_text(encoding="utf-8"))["duty"]
    return found


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(f"{_row(each)}\n" for each in duties())


def _row(duty: dict[str, Any]) -> str:
    tests = "<br>".join(f"`{each}`" for each in duty.get("tests", ())) or "waits for a later release"
    return f"| {duty['code']} | {duty['source']} | {duty['what']} | {tests} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
