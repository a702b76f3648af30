"""Looking outside one's own cases: a purpose is asked for, and kept for the case while the store is open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from icjims_core import codes, problem
from icjims_core.access import Operation, Refused
from icjims_core.codes.nearest import nearest
from icjims_desktop.services import identifiers
from icjims_desktop.services.moments import instant
from icjims_desktop.services.oversight import access
from icjims_desktop.services.people import Me
from icjims_desktop.services.scope import View

PURPOSES: Final = "purpose"
"""The code list of declared purposes."""


class Purpose(NamedTuple):
    """Why somebody looks: a code of the list, empty where none was named, and what he added in words."""

    code: str
    text: str


def read_purpose(stated: str | None) -> Purpose:
    """`CODE`, `CODE: words` or words alone."""
    head, _, rest = (stated or "").partition(":")
    if head.strip() in codes.code_list(PURPOSES).entries:
        return Purpose(head.strip(), rest.strip())
    return Purpose("", (stated or "").strip())


def check_purpose(stated: str | None) -> None:
    """Raises `Refused("invalid", rule="code")` for a purpose that names no code of the list, in one's own cases too."""
    if stated is not None and not read_purpose(stated).code:
        listed, head = codes.code_list(PURPOSES), stated.partition(":")[0].strip()
        told = {"list": PURPOSES, "value": head[:100], "nearest": ", ".join(nearest(listed, head) or listed.entries)}
        raise problem.Refused("invalid", field="--purpose", rule="code", **told)


class Asking:
    """What one user may look at, and the purposes that he has stated since the store was unlocked."""

    def __init__(self, me: Callable[[], Me], now: Callable[[], int]) -> None:
        self._me = me
        self._now = now
        self._stated: dict[bytes, str] = {}

    def check(
        self,
        view: View,
        cases: Iterable[bytes | None],
        purpose: str | None = None,
        operation: Operation = Operation.CONSULT,
    ) -> str | None:
        """The purpose to be logged with what is shown of these cases; raises what the rules say against showing it.

        A purpose holds for its cases until the store is locked, so that a case is opened with one question.
        """
        wanted = {each for each in cases if each is not None}
        refused = self._refused(view, wanted, purpose, operation)
        if refused:
            case = min(refused)
            raise refused[case].problem(case=identifiers.to_text(case), codes=", ".join(purposes()))
        check_purpose(purpose)
        if purpose is not None:
            self._keep(view, wanted, purpose)
            return purpose
        return next((self._stated[each] for each in sorted(wanted) if each in self._stated), None)

    def stated(self, case: bytes | None) -> str | None:
        """The purpose that was stated for a case, if one was."""
        return self._stated.get(case) if case is not None else None

    def withheld(
        self, view: View, cases: Iterable[bytes | None], purpose: str | None = None, *, dues: bool = False
    ) -> frozenset[bytes]:
        """Of what a list would show, the cases that are left out until a purpose is stated; raises `check_purpose`.

        `dues`: the list is of due dates, which no restriction of data hides.
        """
        check_purpose(purpose)
        wanted = {each for each in cases if each is not None}
        return frozenset(self._refused(view, wanted, purpose, Operation.LIST, dues=dues))

    def unopened(self, view: View, cases: Iterable[bytes], purpose: str | None = None) -> frozenset[bytes]:
        """Those of the cases that are not opened without a purpose, and for which none was stated yet."""
        return frozenset(self._refused(view, cases, purpose, Operation.CONSULT))

    def asks(self, view: View, case: bytes) -> bool:
        """Whether a case is not opened without a purpose, and none was stated yet."""
        return bool(self.unopened(view, {case}))

    def _refused(
        self, view: View, cases: Iterable[bytes], purpose: str | None, operation: Operation, *, dues: bool = False
    ) -> dict[bytes, Refused]:
        """What is refused with the purpose that is stated now, or was for the case."""
        by_code: dict[str, list[bytes]] = {}
        for case in cases:
            stated = self._stated.get(case) if purpose is None else purpose
            by_code.setdefault(read_purpose(stated).code, []).append(case)
        found: dict[bytes, Refused] = {}
        for code, several in by_code.items():
            found |= access.refused(view, self._me(), operation, several, self._at(), code, dues=dues)
        return found

    def _keep(self, view: View, cases: Iterable[bytes], purpose: str) -> None:
        """Remember the purpose of those cases that would not be shown without one."""
        outside = access.refused(view, self._me(), Operation.CONSULT, cases, self._at())
        self._stated.update(dict.fromkeys(outside, purpose))

    def _at(self) -> datetime.datetime:
        return instant(self._now())


def purposes() -> list[str]:
    """The codes of the declared purposes."""
    return list(codes.code_list(PURPOSES).entries)
