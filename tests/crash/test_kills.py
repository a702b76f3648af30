"""kill -9 while programs write, send, receive and serve: what was acknowledged is there, everywhere, exactly once."""

from __future__ import annotations

import math
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.kinds import KINDS
from tests.crash.programs import Starter, starters
from tests.crash.town import Town, town
from tests.crash.trials import Kind, Tally

FEW = 3
FEWEST = 200
IN_ONE_TOWN = 60
"""Trials after which everything is compared and a new town begins, so that the last one costs what the first did."""
SEED = int(os.environ.get("CRASH_SEED") or random.SystemRandom().getrandbits(32))
"""Printed with every town; set CRASH_SEED to have it again."""


@pytest.fixture(scope="module")
def started() -> Iterator[tuple[Starter, Starter]]:
    with starters() as found:
        yield found


def try_kind(kind: type[Kind], made: Town, tally: Tally, wanted: int) -> None:
    """So many more trials that count."""
    work = kind(made, tally)
    work.prepare()
    wanted += tally.trials
    while tally.trials < wanted:
        work.trial()


def close_books(made: Town, tally: Tally) -> None:
    """Compare everything with the ledger."""
    made.finish()
    tally.acknowledged += len(made.ledger.entries)
    tally.found += made.first.found_unanswered + made.second.found_unanswered


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    """Print while the test runs."""
    with capsys.disabled():
        print(f"\n{line}", end="", flush=True)


@pytest.mark.timeout(300)
def test_nothing_acknowledged_is_lost(
    tmp_path: Path, started: tuple[Starter, Starter], capsys: pytest.CaptureFixture[str]
) -> None:
    """All four kinds on one town, a few trials of each."""
    tally = Tally("all kinds")
    say(capsys, f"CRASH_SEED={SEED}")
    with town(tmp_path / "town", started, SEED) as made:
        for kind in KINDS:
            try_kind(kind, made, tally, FEW)
        close_books(made, tally)
    assert tally.trials == FEW * len(KINDS)
    assert tally.acknowledged > 3 * FEW


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_acknowledged_is_lost_in_many_trials(
    kind: type[Kind],
    tmp_path: Path,
    started: tuple[Starter, Starter],
    capsys: pytest.CaptureFixture[str],
    trials: int,
) -> None:
    """200 trials over the four kinds, more where `--size` asks for more."""
    wanted, tally, begun = math.ceil(max(FEWEST, trials) / len(KINDS)), Tally(kind.name), time.monotonic()
    while tally.trials < wanted:
        seed = SEED + tally.trials
        say(capsys, f"{kind.name}: CRASH_SEED={seed}")
        with town(tmp_path / f"{kind.name}-{tally.trials}", started, seed) as made:
            try_kind(kind, made, tally, min(IN_ONE_TOWN, wanted - tally.trials))
            close_books(made, tally)
    say(capsys, f"{tally.line()}; {time.monotonic() - begun:.0f} s")
    assert tally.trials == wanted
    assert tally.acknowledged > wanted
