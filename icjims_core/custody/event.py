"""An event of the ledger: liberty taken, prolonged, given back, or its ground gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from icjims_core.law.finding import Citation

ORDER: Final = ("declared", "release", "hold", "extend", "unlisted", "sentence", "confirm", "lapse")
"""What comes first of the things stated for one minute."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a step says about the liberty of a person at a moment.

    `what`: `hold`, `extend`, `release`, `lapse`, `sentence` (a hold by the verdict until it comes into force, whatever
    term was ordered before), `confirm` (a hold that counts only where nothing else goes on), `declared` (a whole
    segment stated on taking over from paper) or `unlisted` (held then, since nobody knows when).
    `case`: where it is recorded; `kind`: of a hold; `since`, `until`: the term stated; `decided`: when it was ordered;
    `to_be_signed`: where the law demands a signature that it lacks;
    `ends`: the kinds that a release or a lapse concerns; `if_held`: a release that says of nobody that he was held.
    """

    at: datetime
    what: str
    step: str
    type: str
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None
    ends: tuple[str, ...] = ()
    place: str = ""
    child: bool = False
    ended: datetime | None = None
    citation: Citation = field(default=Citation())
    case: str = ""
    decided: datetime | None = None
    if_held: bool = False
    to_be_signed: Citation = field(default=Citation())

    @property
    def order(self) -> tuple[datetime, int, str, str]:
        """Its place among the events of a person, the same whatever order they were entered in."""
        return (self.at, ORDER.index(self.what), self.kind, self.step)
