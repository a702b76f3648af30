"""What a request for the log asks for, read strictly out of its address."""

from __future__ import annotations

import re
import uuid
from typing import Final
from urllib.parse import parse_qsl

from icjims_core.problem import Refused
from icjims_sync_server.services.scope.log_reading import Asked

NAMES: Final = ("case", "of", "from", "to", "after")
MAX_TEXT: Final = 200
_WHOLE: Final = re.compile("0|[1-9][0-9]{0,15}")


def read(query: bytes) -> Asked:
    """The filters in a query string, each at most once; raises `Refused("bad_schema")` for anything else."""
    try:
        text = query.decode("ascii")
        pairs = (
            parse_qsl(text, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=len(NAMES))
            if text
            else []
        )
    except ValueError:
        raise Refused("bad_schema", what="query") from None
    found = dict(pairs)
    if len(found) != len(pairs) or not found.keys() <= set(NAMES):
        raise Refused("bad_schema", what="query")
    if any(not 0 < len(value) <= MAX_TEXT or "\x00" in value for value in found.values()):
        raise Refused("bad_schema", what="query")
    return Asked(
        case=_case(found.get("case")),
        user=found.get("of"),
        since=_moment(found.get("from"), "from"),
        until=_moment(found.get("to"), "to"),
        after=found.get("after"),
    )


def _case(text: str | None) -> bytes | None:
    try:
        return None if text is None else uuid.UUID(text).bytes
    except ValueError:
        raise Refused("bad_schema", what="case") from None


def _moment(text: str | None, name: str) -> int | None:
    if text is None:
        return None
    if not _WHOLE.fullmatch(text) or int(text) >= 1 << 53:
        raise Refused("bad_schema", what=name)
    return int(text)
