"""Whether a prosecutor is of the level whose consent an act asks for (CPC 162(4)–(5))."""

from __future__ import annotations

from icjims_core.declarations.schema import RecordType
from icjims_core.law.drafts import level_of_consent
from icjims_core.law.prosecutors import is_of_level
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services.documents import agreed_values
from icjims_desktop.services.people import Me


def may_consent(declared: RecordType, act: Record, me: Me) -> bool:
    """Whether the user's office is of the level that the act asks for."""
    return is_of_level(me.office, _asked(declared, act, me)[0])


def check_level(declared: RecordType, act: Record, me: Me) -> None:
    """Raises `Refused("prosecutor_of_higher_level")` where it is not."""
    if not may_consent(declared, act, me):
        raise Refused("prosecutor_of_higher_level", type=declared.name, article=_asked(declared, act, me)[1])


def _asked(declared: RecordType, act: Record, me: Me) -> tuple[str, str]:
    return level_of_consent(declared.name, agreed_values(declared, act.state), me.role)
