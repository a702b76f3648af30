"""References to the codes whose cited articles were read in the consolidated text.

Each function takes an article, with part and point as in `97(2)`, and is used only where that text
was read and says what the field holds; anything else is cited by a plain `Source`, unverified.
"""

from __future__ import annotations

from icjims_core.schema import Source


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
