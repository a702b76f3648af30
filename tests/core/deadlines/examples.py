"""The worked examples as case files, and what the engine says of them."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icjims_core.deadlines import Alternative, Deadline, Now, Rules, deadlines, shipped_calendar, shipped_rules
from icjims_core.deadlines.counting import LOCAL
from icjims_core.declarations.schema import Gravity, Kind, Merge, RecordType
from icjims_core.law.casefile import CaseFile, Step, case_file, units_from
from icjims_core.modules import record_type

EXAMPLES = [Path(__file__).with_name(each) for each in ("examples.toml", "taken_over.toml")]
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=LOCAL)
GRAVE = {"N": ("205", "1"), "L": ("205", "2"), "T": ("205", "4"), "O": ("122", "1")}


@dataclass(frozen=True)
class Example:
    """One worked example: a rule, what is recorded, and what must come out."""

    name: str
    rule: str
    file: CaseFile
    now: Now
    due: str
    state: str
    every: tuple[str, ...]
    warn_on: str
    nth: int


def examples() -> Iterator[Example]:
    """The examples of the file, one for each pair of its `ends`."""
    rows = [row for path in EXAMPLES for row in tomllib.loads(path.read_text(encoding="utf-8"))["example"]]
    for count, row in enumerate(rows, 1):
        pairs = row.get("ends") or [("", row.get("due", "none"))]
        for at, (start, due) in enumerate(pairs, 1):
            now = datetime.datetime.fromisoformat(f"{row['now']}+06:00") if "now" in row else LONG_AGO
            yield Example(
                name=f"{row['rule']}-{count}.{at}",
                rule=row["rule"],
                file=built(row["steps"], start),
                now=Now(now),
                due=due,
                state=row.get("state", "running"),
                every=tuple(row.get("all", ())),
                warn_on=row.get("warn_on", ""),
                nth=row.get("at", 0),
            )


def built(rows: list[dict[str, dict[str, Any]]], start: str = "") -> CaseFile:
    """A case file of these records; `@` is the start."""
    steps = []
    for number, row in enumerate(rows, 1):
        for name, given in row.items():
            steps.append(step(f"s{number}", name, {key: _put(value, start) for key, value in given.items()}))
    return case_file("c", steps)


def step(record: str, name: str, given: Mapping[str, Any]) -> Step:
    """A record of a type with these values as a person writes them."""
    declared = record_type(name)
    values = dict(given)
    if "person" in declared.by_name and name != "person":
        values.setdefault("person", "p")
    for field, value in list(values.items()):
        rule = declared.by_name[field].derived
        if isinstance(rule, Gravity):
            article, part = GRAVE[values.pop(field)]
            values.setdefault(rule.article, article)
            values[rule.part] = part if values[rule.article] == article else "1"
        else:
            values[field] = _stored(declared, field, value)
    return Step(record, name, declared, units_from(declared, values))


def _put(value: Any, start: str) -> Any:
    return start if value == "@" else value


def _stored(declared: RecordType, name: str, value: Any) -> Any:
    field = declared.by_name[name]
    several = field.merge in (Merge.SET, Merge.APPEND)
    members = value if isinstance(value, list) else [value]
    if field.kind is Kind.STATEMENT:
        stored: list[Any] = [{"at": f"{each}+06:00", "source": "document"} for each in members]
    elif field.kind is Kind.TIMESTAMP:
        stored = [f"{each}+06:00" for each in members]
    else:
        stored = members
    return stored if several else stored[0]


def found(example: Example, rules: Rules | None = None) -> list[Deadline]:
    """The deadlines of the example's rule, in the order of their ends."""
    every = deadlines(example.file, rules or shipped_rules(), shipped_calendar(), example.now)
    return [each for each in every if each.rule == example.rule]


def flaws(example: Example, rules: Rules | None = None) -> list[str]:
    """What comes out otherwise than the example says."""
    several = found(example, rules)
    if example.state == "none":
        return [f"there is one: {each.due}" for each in several]
    if not several or (len(several) != 1 and not example.nth) or example.nth > len(several):
        return [f"{len(several)} deadlines: {[shown(each.acted) for each in several]}"]
    one = several[max(example.nth, 1) - 1]
    wrong = []
    if shown(one.acted) != example.due.removesuffix("T24:00"):
        wrong.append(f"due {shown(one.acted)}, not {example.due}")
    if one.state != example.state:
        wrong.append(f"{one.state}, not {example.state}")
    if example.every and tuple(sorted({shown(each) for each in one.alternatives})) != example.every:
        wrong.append(f"shown {[shown(each) for each in one.alternatives]}, not {example.every}")
    if example.warn_on and str(one.warn_on) != example.warn_on:
        wrong.append(f"reminder on {one.warn_on}, not {example.warn_on}")
    return wrong


def shown(alternative: Alternative) -> str:
    """An end as the examples write it."""
    due = alternative.due
    if due is None:
        return "none"
    return due.day.isoformat() if due.whole_day else due.moment.isoformat(timespec="minutes")[:16]
