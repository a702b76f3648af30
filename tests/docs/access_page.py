"""Makes docs/access.md from the rules of access; `python -m tests.docs.access_page` writes it again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from icjims_core import access
from icjims_core.access import Operation, Rule
from icjims_core.codes import code_list
from icjims_core.modules import registry

PAGE: Final = Path(__file__).parents[2] / "docs" / "access.md"

HEAD: Final = """\
# Who may do what

Workstation, command line and centre ask one function, with the rules below
([ADR 18](adr/0018-access.md)). For each operation the rules are read from above; the first whose
conditions all hold decides, and what no rule allows is refused. The rules are data:
`icjims_core/access/rules.toml`, `liberty.toml`, `decisions.toml` and `private.toml`, whose heads explain every
condition in Russian. An article without “(verified)” has not been read for this.

This page is written by `python -m tests.docs.access_page`.
"""

WHO: Final = """\
## Who records and who signs

Declared with each type of record. A `clerk` records every type; what a command makes is made by it
alone. `consent` and `approval` are countersignatures.
"""

LIBERTY: Final = """\
## Fields on liberty and safeguards

A dispute in one of these units is decided by the supervising prosecutor alone.
"""


DECISIONS: Final = """\
## Decisions on who has a case

What stands in these units, and whether the record is annulled, is changed by whoever decided it, a head of his office
or the supervising prosecutor (`decision`).
"""

PRIVATE: Final = """\
## Private files

Records of these types, the signatures under them and the explanations of values in them are given by
the centre to admitted offices alone, and shown there to the roles named
([ADR 23](adr/0023-private-files.md)). An office of whose people only the chancery is known keeps its own.
"""


def page() -> str:
    """The page."""
    rules = access.shipped()
    parts = [HEAD, f"Edition {rules.edition}. Oversight: {_codes(rules.oversight)}.\n"]
    for operation in Operation:
        parts.append(f"## `{operation}`\n")
        parts += _table("rule|when|answer|what it says|article", (_row(each) for each, _ in rules.about(operation)))
    parts.append(WHO)
    parts += _table("type|recorded by|signed by|countersigned by", _types())
    parts.append(LIBERTY)
    parts += _table("about|units|article", _liberty())
    parts.append(DECISIONS)
    units = access.decision_units()
    parts += _table("type|units", ((f"`{type_}`", _codes(sorted(units[type_]))) for type_ in sorted(units)))
    parts.append(PRIVATE)
    parts += _table("file|types|open to|in their offices also to|by supervision to|article", _private())
    return "\n".join(parts)


def _private() -> Iterable[tuple[str, ...]]:
    for each in access.private_files():
        article = _article(each.article, verified=each.verified)
        yield (
            each.en,
            _codes(each.types),
            _codes(each.bodies),
            _codes(each.within),
            f"`{each.overseer}`",
            article,
        )


def _row(rule: Rule) -> tuple[str, ...]:
    when = "; ".join(f"{name}: {_codes(wanted)}" for name, wanted in rule.conditions().items()) or "always"
    answer = "allowed" if rule.allow else f"refused: `{rule.code}`"
    return rule.id, when, answer, rule.en, _article(rule.article, verified=rule.verified)


def _types() -> Iterable[tuple[str, ...]]:
    for each in sorted(registry().values(), key=lambda each: each.name):
        signing = each.signing
        pairs = signing.countersigned_by if signing else ()
        yield (
            f"`{each.name}`",
            f"by `{each.command}`: {_codes(each.roles)}" if each.command else _codes(each.roles),
            _codes(signing.by) if signing else "–",
            ", ".join(f"`{role}` ({capacity})" for role, capacity in pairs) or "–",
        )


def _liberty() -> Iterable[tuple[str, ...]]:
    for group in access.liberty().group:
        yield group.en, _codes(group.units), _article(group.article, verified=group.verified)


def _article(article: str, *, verified: bool) -> str:
    if article == "ICJIMS":
        return "rule of the system"
    return f"{article} (verified)" if verified else article


def _codes(words: Iterable[str]) -> str:
    return ", ".join(f"`{each}`" for each in words)


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> list[str]:
    columns = head.split("|")
    lines = [f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]


def roles_named() -> set[str]:
    """Every role that a rule names."""
    rules = access.shipped()
    return {role for rule in rules.rule for role in rule.role} | {*rules.oversight, *rules.write_every_type}


def known_roles() -> set[str]:
    """The roles of the list."""
    return set(code_list("role").entries)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
