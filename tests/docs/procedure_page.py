"""docs/procedure.md as the declarations and the rules tell it; `python -m tests.docs.procedure_page` writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from icjims_core import codes
from icjims_core.codes import CodeEntry
from icjims_core.deadlines.rules import shipped_rules
from icjims_core.declarations.schema import Field, RecordType, Source
from icjims_core.modules import module_of, registry
from icjims_core.safeguards.stamps import Stamp, stamps
from icjims_core.workflow.contents import contents

PAGE: Final = Path(__file__).parents[2] / "docs" / "procedure.md"
DOUBT: Final = "°"
_HEAD: Final = f"""\
# The procedure, step by step

What the program knows of each step of the criminal process: where it is recorded, what is asked, which
time limits run, which rights are watched, and under which article. The page is written by
`python -m tests.docs.procedure_page` from the declarations in `icjims_core/modules/`, the rules in
`icjims_core/deadlines/rules/`, `icjims_core/safeguards/stamps.toml` and
`icjims_core/workflow/contents.toml`, and checked in CI; to correct it, correct those.

`{DOUBT}` marks what nobody has yet checked against the text of the law: an article that was not read or
does not say exactly this. `*` marks a field that must be filled, `?` one that must be filled in certain
cases. Labels of fields in three languages: `icjims types NAME`.
"""


def page() -> str:
    """The whole page."""
    steps = codes.code_list("procedure_step").entries.values()
    return "\n".join([_HEAD, *_overview(steps), *_steps(steps), *_types(), ""])


def types_of(step: str) -> list[RecordType]:
    """The record types that hold a step of the map."""
    return [each for each in registry().values() if step in each.steps]


def deadlines_of(step: str) -> list[str]:
    """The time limits of what records a step, and those that name the step themselves."""
    named = [each.id for each in shipped_rules().rules if step in each.steps]
    recorded = [one for declared in types_of(step) for one in shipped_rules().of_type(declared.name)]
    return _cited(dict.fromkeys([*recorded, *named]))


def _overview(steps: Iterable[CodeEntry]) -> Iterator[str]:
    fields = [each for declared in registry().values() for each in declared.fields]
    rules, watched = shipped_rules().rules, stamps().stamp
    yield "## State of verification\n"
    yield "| | all | checked against the law |\n| --- | --- | --- |"
    yield f"| steps | {len(list(steps))} | |"
    yield f"| record types | {len(registry())} | {sum(_is_read(each.source) for each in registry().values())} |"
    yield f"| fields with an article | {_count(fields)} | {sum(_is_read(each.source) for each in fields)} |"
    yield f"| time limits | {len(rules)} | {sum(each.verified for each in rules)} |"
    yield f"| rights in the safeguard passport | {len(watched)} | {sum(each.verified for each in watched)} |"
    items = contents().content
    yield f"| items of what acts must state | {len(items)} | {sum(each.verified for each in items)} |\n"


def _count(fields: Iterable[Field]) -> int:
    return sum(each.source is not None for each in fields)


def _is_read(source: Source | None) -> bool:
    return source is not None and source.verified


def _steps(steps: Iterable[CodeEntry]) -> Iterator[str]:
    yield "## Steps\n"
    for each in steps:
        types = types_of(each.code)
        deadlines = deadlines_of(each.code)
        rights = dict.fromkeys(_right(stamp) for stamp in stamps().stamp if stamp.on in {one.name for one in types})
        yield f"### {each.code} {each.label.en}\n"
        yield f"{each.label.ru} · {each.label.ky} · {each.official}\n"
        yield f"- recorded as: {', '.join(f'[`{one.name}`](#{one.name})' for one in types)}"
        yield f"- time limits: {', '.join(deadlines) or 'none'}"
        yield f"- rights watched: {', '.join(rights) or 'none'}\n"


def _types() -> Iterator[str]:
    yield "## Record types\n"
    for declared in sorted(registry().values(), key=lambda each: each.name):
        yield f"### {declared.name}\n"
        yield f"{declared.label.en} · {declared.label.ru} · {declared.label.ky} · {_article(declared.source)}\n"
        steps = ", ".join(declared.steps) or "–"
        yield f"- module: `icjims_core/modules/{module_of(declared.name)}.py`; steps: {steps}"
        yield f"- recorded by: {', '.join(f'`{each}`' for each in declared.roles)}{_handling(declared)}"
        yield f"- fields: {', '.join(map(_field, declared.fields))}"
        yield from _contents(declared)
        yield f"- time limits: {', '.join(_deadlines(declared)) or 'none'}"
        rights = [_right(each) for each in stamps().stamp if each.on == declared.name]
        yield f"- rights watched: {', '.join(rights) or 'none'}\n"


def _contents(declared: RecordType) -> Iterator[str]:
    """What the law demands of the act, item by item; it is told before the signature."""
    rules = contents().of(declared.name)
    if rules:
        items = (
            f"{', '.join(map(_item, each.items))} ({each.article}{'' if each.verified else DOUBT})" for each in rules
        )
        yield f"- must state: {'; '.join(items)}"


def _item(item: tuple[str, ...]) -> str:
    return " or ".join(f"`{each}`" for each in item)


def _handling(declared: RecordType) -> str:
    parts = []
    if declared.signing is not None:
        parts.append(f"signed by {', '.join(f'`{each}`' for each in declared.signing.by)}")
        parts += [f"{capacity} of `{role}`" for role, capacity in declared.signing.countersigned_by]
    if declared.sealed:
        parts.append(f"sealed: `{declared.sealed}`")
    if declared.command:
        parts.append(f"made by `icjims {declared.command}` alone")
    return "".join(f"; {each}" for each in parts)


def _field(field: Field) -> str:
    need = "*" if field.required else "?" if field.required_when is not None else ""
    return f"`{field.name}`{need}{DOUBT if field.source is not None and not field.source.verified else ''}"


def _article(source: Source | None) -> str:
    if source is None:
        return "no article of its own"
    return f"{source.act} {source.article}{'' if source.verified else DOUBT}"


def _deadlines(declared: RecordType) -> list[str]:
    return _cited(shipped_rules().of_type(declared.name))


def _cited(ids: Iterable[str]) -> list[str]:
    known = {each.id: each for each in shipped_rules().rules}
    found = (known[each] for each in ids)
    return [f"{each.id} ({each.act} {each.article}{'' if each.verified else DOUBT})" for each in found]


def _right(stamp: Stamp) -> str:
    return f"{stamp.en.lower()} ({stamp.article}{'' if stamp.verified else DOUBT})"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
