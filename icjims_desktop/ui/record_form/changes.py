"""What a person has changed in a form: fields whose entry, as it would be stored, is not what was shown to him."""

from collections.abc import Mapping

from icjims_core.declarations.schema import Merge, RecordType
from icjims_core.declarations.validation import read_values
from icjims_core.problem import Refused

EMPTY: tuple[object, ...] = (None, "", [])


def changed(declared: RecordType, shown: Mapping[str, object], raw: Mapping[str, object]) -> dict[str, object]:
    """The fields of `raw` that differ from the stored values in `shown`; of an append only new entries count."""
    return {name: each for name, each in raw.items() if _differs(declared, name, shown.get(name), each)}


def _differs(declared: RecordType, name: str, before: object, after: object) -> bool:
    field = declared.by_name[name]
    if field.merge is Merge.APPEND:
        return after not in EMPTY
    if before in EMPTY or after in EMPTY:
        return (before in EMPTY) != (after in EMPTY)
    try:
        return read_values(declared, {name: after})[name] != read_values(declared, {name: before})[name]
    except Refused:
        return True
