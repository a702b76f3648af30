"""Makes docs/problems.md from the source; `python -m tests.docs.problem_page` writes it again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from icjims_core import access, problem
from icjims_core.problem import Problem
from icjims_core.problem_texts import known_codes, problem_parts

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "problems.md"
PACKAGES: Final = ("icjims_core", "icjims_desktop", "icjims_sync_server")
EXITS: Final = {
    name: each.exit_code for name, each in vars(problem).items() if isinstance(each, type) and issubclass(each, Problem)
} | {"Usage": 2}
DECISIONS: Final = ("Judgement", "Outcome", "Advice", "advise", "_outcome", "_put_aside", "Failure")
"""Calls that carry a code without raising it: verdicts, outcomes, advice."""

HEAD: Final = """\
# Problem codes

Every known failure has a code that does not change. Programs decide by the code and the exit status;
people read its sentences, which the programs print in Kyrgyz, Russian and English. A problem is printed as

    {"problem": {"code": …, "params": {…}, "text": …}}

on standard error, or sent by the centre as a problem document ([protocol.md](protocol.md) §12.6). The
centre's verdicts, outcomes and advice under `warnings` use codes of the same list.

Exit 2: usage; 3: refused, or not found; 5: network; 6: integrity; 7: locked. "–": never ends a
command by itself. "…" stands for a parameter.

This page is written by `python -m tests.docs.problem_page`.
"""


def trees() -> Iterator[ast.Module]:
    """Every file of the product, parsed."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def codes() -> dict[str, set[int]]:
    """Code → the exit statuses that it may end a command with; none for codes that are told and never raised."""
    found: dict[str, set[int]] = {}
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                for code in _codes_in(name, node):
                    found.setdefault(code, set()).update([EXITS[name]] if name in EXITS else [])
    for rule in access.shipped().rule:
        if rule.code:
            found.setdefault(rule.code, set()).add(EXITS["Refused"])
    return found


def _codes_in(name: str, call: ast.Call) -> Iterator[str]:
    given = call.args[:1] if name in EXITS else call.args if name in DECISIONS else []
    for argument in given:
        for part in (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value in _told(name, part.value):
                yield part.value


def _told(name: str, code: str) -> frozenset[str]:
    """Of what is raised every code; of other calls only what has sentences, since they hold other words too."""
    return frozenset([code]) if name in EXITS else known_codes()


def page() -> str:
    """The page."""
    raised = codes()
    rows = []
    for code in sorted({*raised, *(each for each in known_codes() if "." not in each)} - {"_rule"}):
        exits = ", ".join(map(str, sorted(raised.get(code, ())))) or "–"
        meaning = _meaning(code) or (_meaning("usage") if exits == "2" else "")
        rows.append(f"| `{code}` | {exits} | {meaning} |")
    rules = [f"| `{code.partition('.')[2]}` | {_meaning(code)} |" for code in sorted(known_codes()) if "." in code]
    return "\n".join(
        (
            HEAD,
            "| code | exit | what it says |",
            "| --- | --- | --- |",
            *rows,
            "",
            "## Rules of validation",
            "",
            "The code `invalid` (exit 3) names the `field` and the `rule`:",
            "",
            "| rule | what it says |",
            "| --- | --- |",
            *rules,
            "",
        )
    )


def _meaning(code: str) -> str:
    if code not in known_codes():
        return ""
    name, _, rule = code.partition(".")
    parts = problem_parts(Problem(name, rule=rule) if rule else Problem(name), "en")
    told = " ".join(each for each in (parts.happened, parts.means) if each)
    return " ".join(told.split()).replace("|", "\\|").replace("—", "…")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
