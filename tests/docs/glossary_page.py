"""The parts of docs/glossary.md that the declarations tell; `python -m tests.docs.glossary_page` writes them again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from icjims_core import codes
from icjims_core.declarations.words import Label
from icjims_core.modules import module_of, registry

PAGE: Final = Path(__file__).parents[2] / "docs" / "glossary.md"
FIRST: Final = "## Types of records"


def by_hand() -> str:
    """The parts before, as they stand."""
    return PAGE.read_text(encoding="utf-8").partition(FIRST)[0]


def by_program() -> str:
    """Types, roles and code lists."""
    types = [(f"`{each.name}`", *_label(each.label), f"`{module_of(each.name)}.py`") for each in registry().values()]
    roles = [(f"`{each.code}`", *_label(each.label)) for each in codes.code_list("role").entries.values()]
    lists = map(codes.code_list, codes.names())
    listed = [(f"`{each.name}`", str(len(each.entries)), each.edition, each.source) for each in lists]
    return "\n".join(
        (
            f"{FIRST}\n",
            *_table("name|English|Russian|Kyrgyz|declared in `icjims_core/modules/`", types),
            "## Roles\n",
            *_table("name|English|Russian|Kyrgyz", roles),
            "## Code lists\n",
            *_table("name|codes|edition|source", listed),
        )
    )


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> list[str]:
    columns = head.split("|")
    return [
        f"| {' | '.join(columns)} |",
        f"|{' --- |' * len(columns)}",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]


def _label(label: Label) -> tuple[str, str, str]:
    return label.en, label.ru, label.ky


if __name__ == "__main__":
    PAGE.write_text(by_hand() + by_program(), encoding="utf-8")
