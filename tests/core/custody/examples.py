"""Worked examples of the ledger, one a line: what is recorded of a person, and the account that comes of it.

`step [; step …]  account`, apart by a tab; the steps come a day apart, the account is looked at four days after.
A step is its record type with what it states: `field` alone is a time, `field+N` a time N days later, `+Nh` N
hours, `field=value` anything else. The account names each stretch with its hours, then the credit and the findings.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from icjims_core import codes
from icjims_core.custody import custody_rules, ledger
from icjims_core.custody.rules import Hold, Release
from icjims_core.declarations.schema import Kind, Merge
from icjims_core.encoding import Value
from icjims_core.law.casefile import Step
from icjims_core.modules import registry
from tests.core.workflow.story import CASE, at, file_of, step, ts

EXAMPLES = Path(__file__).with_name("examples.tsv")
A = "person-a"
FIRST = at("2026-03-02 09:00")
DAY = timedelta(days=1)
HELD = {
    "apprehension": "apprehension actual_at",
    "custody": "restraint decided_at measure=custody step=chosen decision=granted valid_until+50",
    "house_arrest": "restraint decided_at measure=house_arrest step=chosen decision=granted valid_until+50",
    "hospital": "takeover taken_at stage_at stage=investigation custody_segments=hospital_2026-03-02T09:00/",
    "imprisonment": "imprisonment admitted_at order_document=1",
}
"""How a stretch of each kind begins."""
TERMED = ("custody", "house_arrest")
MORE = {kind: f"restraint decided_at measure={kind} step=extended decision=granted valid_until" for kind in TERMED}
"""Kinds of which a term is ordered, and how it is prolonged: two months after 2 March end on the 61st day."""
TO_COURT = (
    HELD["custody"],
    "court_receipt received_at",
    "hearing started_at kind=preliminary",
    "hearing started_at kind=trial",
    "hearing decided_at decision=suspended",
    "hearing started_at kind=trial",
    "verdict pronounced_at kind=guilty_punishment",
    "appeal filed_at appealed_act=verdict",
    "entry_into_force in_force_at",
    "entry_into_force sent_at",
)
"""The way of somebody in custody through the courts; each part of it is an example."""
BESIDE = (
    "apprehension actual_at released_at+48h",
    "apprehension actual_at released_at+49h",
    "apprehension actual_at released_at+24h is_child=yes",
    "apprehension actual_at released_at+25h is_child=yes",
    *(" ; ".join(TO_COURT[:count]) for count in range(2, len(TO_COURT) + 1)),
    *(
        f"{HELD['custody']} ; takeover taken_at stage_at stage={state}"
        for state in ("conditional_release", "ended", "expunged", "execution")
    ),
    "apprehension actual_at is_child=yes ; facility_admission admitted_at admission_decision=admitted",
    "restraint decided_at measure=custody step=chosen decision=granted valid_until+364 ; participant status_from+360",
    "restraint decided_at measure=custody step=chosen decision=granted valid_until+400 ; participant status_from+380",
    *(f"restraint decided_at measure={kind} step=chosen decision=granted valid_until+61" for kind in TERMED),
    *(f"restraint decided_at measure={kind} step=chosen decision=granted valid_until+62" for kind in TERMED),
    *(f"apprehension actual_at ; {HELD[kind].replace('+50', '+60')}" for kind in TERMED),
    *(f"apprehension actual_at ; {HELD[kind].replace('+50', '+61')}" for kind in TERMED),
    *(f"{HELD[kind]} ; {MORE[kind]}+110" for kind in TERMED),
    *(f"{HELD[kind]} ; {MORE[kind]}+111" for kind in TERMED),
)


def examples() -> list[tuple[str, str]]:
    """Steps and account of each line."""
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [(steps, account) for steps, account in (line.split("\t") for line in lines)]


def account(steps: str) -> str:
    """What comes of these steps."""
    recorded = [_step(words.split(), number) for number, words in enumerate(steps.split(" ; "))]
    last = FIRST + DAY * (len(recorded) - 1)
    later = max((int(word.rpartition("+")[2]) for word in steps.split() if "status_from+" in word), default=0)
    opened = [step("case", CASE), step("person", A), step("initiation", decided_at="2026-03-01 09:00")]
    file = file_of(*opened, *recorded)
    found = ledger([file], A, last + DAY * (4 + later)).acted
    stretches = [f"{each.kind}:{_hours(each, found.now)}" for each in found.segments]
    open_ = [f"until {each.until:%m-%d}" for each in found.segments if each.until]
    told = sorted({each.code for each in found.findings})
    custody = f"custody {found.pretrial // timedelta(hours=1)}+{found.court // timedelta(hours=1)}"
    return " ".join([*stretches, *open_, custody, f"credit {found.credit}", *told])


def _hours(segment: object, now: object) -> str:
    began, ended = segment.began, segment.ended  # type: ignore[attr-defined]
    return f"{((ended or now) - began) // timedelta(hours=1)}{'' if ended else '…'}"


def _step(words: Sequence[str], number: int) -> Step:
    declared = registry()[words[0]]
    values: dict[str, Value] = {"person": A} if "person" in declared.by_name else {}
    for word in words[1:]:
        name, _, stated = word.partition("=")
        name, _, days = name.partition("+")
        ahead = timedelta(hours=int(days[:-1])) if days.endswith("h") else DAY * int(days or 0)
        moment = ts(FIRST + DAY * number + ahead)
        value: Value = stated.replace("_2026", " 2026") or moment
        kind = declared.by_name[name].kind if name in declared.by_name else Kind.TIMESTAMP
        value = str(value)[:10] if kind is Kind.DATE else value
        several = name in declared.by_name and declared.by_name[name].merge is Merge.SET
        values[name] = [str(value)] if several else value
    return step(words[0], f"step-{number}", **values)


def written() -> Iterator[str]:
    """The lines that the rules as they stand give: each record that takes or gives liberty, after each stretch."""
    rules, seen = custody_rules(), set[str]()
    lines = [*BESIDE, *HELD.values(), *(f"{each} ; participant status_from+30" for each in HELD.values())]
    for rule in rules.every:
        for steps in _variants(rule):
            lines += [steps, *(f"{before} ; {steps}" for before in HELD.values())]
    for line in lines:
        if line not in seen:
            seen.add(line)
            yield f"{line}\t{account(line)}"


def _variants(rule: Hold | Release) -> Iterator[str]:
    usual = {name: wanted[0] if isinstance(wanted, list) else wanted for name, wanted in rule.when.items()}
    for time in rule.at:
        yield _words(rule, [time], usual)
    if len(rule.at) > 1:
        yield _words(rule, [f"{rule.at[0]}+1", *rule.at[1:]], usual)
    for name, wanted in rule.when.items():
        for value in [*(wanted if isinstance(wanted, list) else [wanted]), *_others(rule, name, wanted)]:
            yield _words(rule, rule.at[:1], {**usual, name: value})


def _others(rule: Hold | Release, name: str, wanted: object) -> list[str]:
    field = registry()[rule.type].by_name[name]
    listed = "tri" if field.kind is Kind.TRI else field.codes
    allowed = wanted if isinstance(wanted, list) else [wanted]
    several = [each for each in codes.code_list(listed).entries if each not in allowed] if listed else []
    none = ["-"] if "-" not in allowed else []
    return [*several[:1], *several[-1:], *none]


def _words(rule: Hold | Release, times: Sequence[str], when: Mapping[str, object]) -> str:
    until = [f"{each}+40" for each in getattr(rule, "until", [])]
    words = [rule.type, *times, *until, *(f"{name}={value}" for name, value in when.items() if value != "-")]
    return " ".join(dict.fromkeys(words))


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in written())
