"""What the law and the map of the procedure say of liberty is what the ledger makes of it: one example a rule.

`law.tsv` is written by hand from them, not from the rules: steps and account as in `examples.tsv`, then where it is
said (an article with its part, or a step of the map) and the words. Words of the map are told in English. A day of
custody that was begun counts whole, so that four days from nine o'clock on are five.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from icjims_core.custody import custody_rules
from icjims_core.custody.rules import CustodyRules
from tests.core.custody.examples import account
from tests.core.custody.test_mutation import put_in_force, without

LAW = Path(__file__).with_name("law.tsv")
LISTS = ("hold", "release", "lapse", "credit")
RULES = [(name, at) for name in LISTS for at in range(len(getattr(custody_rules(), name)))]


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the file."""

    steps: str
    account: str
    source: str
    words: str


SAID = [Said(*line.split("\t")) for line in LAW.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("said", SAID, ids=lambda each: f"{each.source}-{each.steps}")
def test_the_account_is_what_the_law_says(said: Said) -> None:
    assert account(said.steps) == said.account


@pytest.mark.parametrize(("name", "at"), RULES)
def test_every_rule_rests_on_words_of_the_law_or_the_map(name: str, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    several = getattr(custody_rules(), name)
    less: CustodyRules = msgspec.structs.replace(custody_rules(), **{name: without(several, several[at])})
    put_in_force(less, monkeypatch)
    assert any(account(each.steps) != each.account for each in SAID)
