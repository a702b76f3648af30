"""What a user may do with an act of the timeline, by his role and how far the act has come."""

from icjims_core.declarations.schema import SUPERSEDES, Archetype
from icjims_core.modules import registry
from icjims_core.signing import Standing
from icjims_desktop.ui.dossier.step_bar import CORRECT, COUNTERSIGN, LETTER, PRINT, SIGN

ALLEGATION = "allegation"
"""Goes to the prosecutor with a letter at once; only its readers see it as one."""
_SIGNED = frozenset({Standing.SIGNED, Standing.CHANGED, Standing.REGISTERED})


def actions_of(type_: str, standing: Standing | None, role: str) -> tuple[str, ...]:
    """Print, sign, countersign, correct, write its letter; the store has the last word."""
    declared = registry().get(type_)
    if declared is None or declared.command or declared.heads_case or declared.archetype is Archetype.PERSON:
        return ()
    found = [PRINT, LETTER] if type_ == ALLEGATION else [PRINT]
    if declared.signing is None or standing is None:
        return tuple(found)
    if role in declared.signing.by and standing in (Standing.DRAFT, Standing.CHANGED):
        found.append(SIGN)
    elif role in dict(declared.signing.countersigned_by) and standing in (Standing.SIGNED, Standing.REGISTERED):
        found.append(COUNTERSIGN)
    if role in declared.roles and SUPERSEDES in declared.by_name and standing in _SIGNED:
        found.append(CORRECT)
    return tuple(found)
