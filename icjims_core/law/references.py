"""References to the codes: which articles were read in the consolidated text, and how an article is cited to people.

The functions named after a code take an article, with part and point as in `97(2)`, and are used only where that text
was read and says what the field holds; anything else is cited by a plain `Source`, unverified.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from icjims_core.declarations.schema import Source
from icjims_core.declarations.words import Label

_ACT: Final = "[A-Z][A-Za-z]*"


def cpc(article: str) -> Source:
    """Criminal Procedure Code of 28.10.2021 № 129, edition of 9.08.2025."""
    return Source("CPC", article, verified=True)


def cc(article: str) -> Source:
    """Criminal Code of 28.10.2021 № 127, edition of 28.07.2025."""
    return Source("CC", article, verified=True)


def pec(article: str) -> Source:
    """Penal Execution Code of 31.01.2017 № 17, edition of 31.07.2025."""
    return Source("PEC", article, verified=True)


def dc(article: str) -> Source:
    """Digital Code of 31.07.2025 № 178."""
    return Source("DC", article, verified=True)


@cache
def citations() -> Mapping[str, Label]:
    """How an article of each act is cited, by the name of the act; one that is not listed is cited as it is written."""
    file = resources.files("icjims_core.law") / "citations.toml"
    return {act: Label(**each) for act, each in tomllib.loads(file.read_text(encoding="utf-8")).items()}


@cache
def _groups() -> re.Pattern[str]:
    """Where the articles of a further act begin: after its name, one that is listed or any abbreviation."""
    named = sorted(map(re.escape, citations()), key=len, reverse=True)
    return re.compile(rf"(?:^|[,;] )({'|'.join((*named, _ACT))}),? (?=[0-9№v])")


def citation(act: str, article: str, language: str) -> str:
    """Articles in `ky`, `ru` or `en`: `ст. 97(2), 97(3) УПК`; those of other acts may follow: `435(4); CC 90(1)`."""
    own, _, others = article.partition("; ")
    known = citations().get(act)
    told = known.text(language).format(own) if known else f"{act} {own}".strip()
    return f"{told}, {cited(others, language)}" if others else told


def cited(text: str, language: str) -> str:
    """A reference of the rule files, such as `CC 84(1), 84(4), CPC 436(1)`, as people read it; other texts as is."""
    parts = _groups().split(text)
    if parts[0]:
        return text
    return ", ".join(citation(act, article, language) for act, article in zip(parts[1::2], parts[2::2], strict=True))
