"""The transitions of a record type as programs outside read them (docs/cli.md, `types`)."""

from __future__ import annotations

from icjims_core.workflow.machine import Machine, case_machine, person_machine


def transitions_of(type_name: str) -> list[dict[str, object]]:
    """What recording a step of this type may change: plain values, ready for JSON."""
    return [*_of(type_name, case_machine(), "case"), *_of(type_name, person_machine(), "person")]


def _of(type_name: str, machine: Machine, of: str) -> list[dict[str, object]]:
    return [
        {
            "of": of,
            "code": each.code,
            "from": list(each.sources),
            "to": each.to,
            "at": list(each.on.at),
            "when": dict(each.on.when),
            "needs": list(each.needs),
            "article": each.article,
            "verified": each.verified,
        }
        for each in machine.leading_to(type_name)
    ]
