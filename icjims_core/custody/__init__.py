"""The ledger of custody: when a person was without liberty, for how long together, and what it is worth."""

from __future__ import annotations

from icjims_core.custody.events import Struck, struck
from icjims_core.custody.ledger import Account, Ledger, ledger
from icjims_core.custody.limit import Limit
from icjims_core.custody.rules import custody_rules
from icjims_core.custody.segment import Segment

__all__ = ["Account", "Ledger", "Limit", "Segment", "Struck", "custody_rules", "ledger", "struck"]
