"""The table: every figure with its ratio to a limit or to a peer of the same run, beside the goal."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from benchmarks.steps import Figures

OURS: Final = "icjims"

Measure = Literal["seconds", "wire", "processor"]


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: the figure (step or fact), what it is compared with, and the greatest ratio to that.

    `against`: a limit, a peer, or `absolute`, where `most` is the greatest value itself.
    """

    figure: str
    against: str
    most: float
    wire: bool = False


GOALS: Final = (
    Goal("pull_small", "small_rows", 1.3),
    Goal("pull_small", "small_durable_rows", 1.3),
    Goal("pull_small", "small_decoded_rows", 1.3),
    Goal("pull_small", "pouchdb", 1 / 18),
    Goal("pull_big", "big_rows", 1.25),
    Goal("pull_big", "big_durable_rows", 1.25),
    Goal("pull_big", "big_decoded_rows", 1.25),
    Goal("pull_big", "pouchdb", 1 / 17),
    Goal("push_small", "anki", 1 / 2),
    Goal("push_small", "pouchdb", 1 / 8),
    Goal("edits_small", "pouchdb", 1 / 5),
    Goal("edits_big", "pouchdb", 1 / 10),
    Goal("edits_big", "absolute", 0.025),
    Goal("conflicts", "automerge", 1 / 4.5),
    Goal("conflicts", "pouchdb", 1 / 19),
    Goal("no_change_small", "ping", 2),
    Goal("no_change_small", "pouchdb", 1 / 5),
    Goal("no_change_big", "ping", 2),
    Goal("no_change_big", "pouchdb", 1 / 5),
    Goal("pull_big", "absolute", 14.5e6, wire=True),
    Goal("push_small", "absolute", 1.75e6, wire=True),
    Goal("edits_small", "absolute", 30e3, wire=True),
    Goal("no_change_small", "absolute", 600, wire=True),
    Goal("conflicts", "absolute", 0.30e6, wire=True),
    Goal("disk_small", "small_rows_bytes", 1.2),
    Goal("disk_big", "big_rows_bytes", 1.2),
    Goal("client_mb_small", "absolute", 150),
    Goal("client_mb_big", "absolute", 150),
)

STEPS: Final = {
    "pull_small": "pull",
    "pull_big": "pull, large",
    "push_small": "push",
    "edits_small": "200+200",
    "edits_big": "200+200 on large",
    "conflicts": "conflicts",
    "no_change_small": "no change",
    "no_change_big": "no change, large",
}


def value(figures: Figures, name: str, measure: Measure = "seconds") -> float | None:
    """The median of a step, or a fact; `None` where it was not measured."""
    if name in figures.facts:
        return figures.facts[name]
    repeats = figures.steps.get(name)
    return statistics.median(getattr(each, measure) for each in repeats) if repeats else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A goal beside what was found; `ratio` to what it is compared with, and `by_processor` in processor time."""

    goal: Goal
    found: float
    ratio: float
    by_processor: float | None

    @property
    def reached(self) -> bool:
        """Whether the ratio is small enough."""
        return self.ratio <= self.goal.most


def judge(ours: Figures, peers: Sequence[Figures], limits: Mapping[str, float]) -> list[Verdict]:
    """Every goal of which both sides were measured."""
    by_name = {each.name: each for each in peers}
    verdicts: list[Verdict] = []
    for goal in GOALS:
        measure: Measure = "wire" if goal.wire else "seconds"
        found, other = value(ours, goal.figure, measure), _other(goal, by_name, limits, measure)
        if found is None or not other:
            continue
        spent = value(ours, goal.figure, "processor")
        others = None if goal.wire or goal.against == "absolute" else _other(goal, by_name, limits, "processor")
        verdicts.append(Verdict(goal, found, found / other, spent / others if spent and others else None))
    return verdicts


def _other(goal: Goal, peers: Mapping[str, Figures], limits: Mapping[str, float], measure: Measure) -> float | None:
    if goal.against == "absolute":
        return 1.0
    if goal.against in peers:
        return value(peers[goal.against], goal.figure, measure)
    return limits.get(f"{goal.against}_processor" if measure == "processor" else goal.against)


def markdown(
    title: Sequence[str],
    ours: Figures,
    peers: Sequence[Figures],
    limits: Mapping[str, float],
    verdicts: Sequence[Verdict],
) -> str:
    """The report as text."""
    every = [ours, *peers]
    lines = [*title, "", *_table("Time", every, "seconds", seconds)]
    lines += _table("Processor time, both sides", every, "processor", seconds)
    lines += _table("Wire", every, "wire", size)
    lines += ["## Client", "", "| program | disk | disk, large | peak memory | large |", "|---|---:|---:|---:|---:|"]
    for each in every:
        shown = [_or_dash(each.facts.get(name), size) for name in ("disk_small", "disk_big")]
        shown += [_or_dash(each.facts.get(name), "{:.0f} MB".format) for name in ("client_mb_small", "client_mb_big")]
        lines.append(f"| {each.name} | {' | '.join(shown)} |")
    lines += ["", "## Limits", "", "| what | found |", "|---|---:|"]
    lines += [f"| {name} | {(size if 'bytes' in name else seconds)(found)} |" for name, found in limits.items()]
    lines += ["", "## Goals", "", _HEAD, "|---|---:|---|---:|---:|---:|---|"]
    lines += [_row(each) for each in verdicts]
    lines += ["", *(f"- {each.name}: {note}" for each in every for note in each.notes)]
    return "\n".join(lines) + "\n"


_HEAD: Final = "| figure | found | against | ratio | in processor time | goal | |"


def _table(title: str, every: Sequence[Figures], measure: Measure, show: Callable[[float], str]) -> list[str]:
    lines = [f"## {title}", "", f"| program | {' | '.join(STEPS.values())} |", "|---|" + "---:|" * len(STEPS)]
    for each in every:
        shown = [_or_dash(value(each, step, measure), show) for step in STEPS]
        lines.append(f"| {each.name} | {' | '.join(shown)} |")
    return [*lines, ""]


def _or_dash(found: float | None, show: Callable[[float], str]) -> str:
    return "–" if found is None else show(found)


def _row(verdict: Verdict) -> str:
    goal = verdict.goal
    show = size if goal.wire or goal.figure.startswith("disk") else seconds
    if goal.figure.startswith("client_mb"):
        show = "{:.0f} MB".format
    if goal.against == "absolute":
        ratio, most = "", f"≤ {show(goal.most)}"
    else:
        ratio, most = f"{verdict.ratio:.3g}", f"≤ {goal.most:.3g}"
    name = goal.figure + (" (wire)" if goal.wire else "")
    reached = "reached" if verdict.reached else "missed"
    spent = "" if verdict.by_processor is None else f"{verdict.by_processor:.3g}"
    return f"| {name} | {show(verdict.found)} | {goal.against} | {ratio} | {spent} | {most} | {reached} |"


def seconds(found: float) -> str:
    """A time."""
    return f"{found * 1000:.1f} ms" if found < 1 else f"{found:.2f} s"


def size(found: float) -> str:
    """A number of bytes."""
    return f"{found / 1e6:.2f} MB" if found >= 1e6 else f"{found / 1e3:.1f} kB"
