"""docs/processing.md, the register of processing; `python -m tests.docs.processing_page` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from icjims_core.data_protection.processing import Activity, activities
from icjims_core.data_protection.retention import RetentionClass
from icjims_core.declarations.schema import Source

PAGE: Final = Path(__file__).parents[2] / "docs" / "processing.md"
_HEAD: Final = """\
# Register of processing

What personal data the program processes, for which purpose, on what legal basis, who records them and how
long they are kept: the register of Directive (EU) 2016/680, article 24. It is written by
`python -m tests.docs.processing_page` from the declarations in `icjims_core/modules/` and the data in
`icjims_core/data_protection/`, and checked in CI. `°` marks a term that nobody has yet checked against
the rules of archives; the assessment of impact is a draft until a data-protection officer approves it.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for each in activities() for line in _activity(each))])


def _activity(one: Activity) -> Iterator[str]:
    yield f"## {one.label.en}\n"
    yield f"{one.label.ru} · {one.label.ky}\n"
    yield f"- record types: {_listed(one.types)}"
    yield f"- rests on: {', '.join(one.acts)}"
    yield f"- categories of persons: {_listed(one.categories) or 'the person whom the record is about'}"
    yield f"- special categories of data, under {citation(one.exception)}: {_listed(one.special) or 'none'}"
    yield f"- sealed to named officers: {_listed(one.sealed) or 'none'}"
    yield f"- recorded by: {_listed(one.writers)}"
    yield f"- kept: {'; '.join(map(_kept, one.kept))}"
    yield f"- impact assessment: {', '.join(one.assessments)}\n"


def citation(source: Source) -> str:
    """An article as the page has it."""
    return f"{source.act} {source.article}{'' if source.verified else '°'}"


def _kept(kind: RetentionClass) -> str:
    mark = "" if kind.verified else "°"
    years = f"{kind.years} years{mark}, looked through every {kind.review_years}"
    return f"{kind.en.lower()}: {years}, then {kind.action}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{each}`" for each in names)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
