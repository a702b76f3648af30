"""Which records of a case belong to its private files."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from icjims_core import access
from icjims_core.projections.index import Place
from icjims_core.projections.log import LogReader


def is_private(connection: Connection, reader: LogReader, type_name: str, places: Sequence[Place]) -> bool:
    """Whether a record of this type, whose revisions lie there, belongs to a private file.

    What follows another record does so by what any of its revisions names: nothing said later takes it out again.
    """
    if type_name not in access.FOLLOWERS:
        return type_name in access.private_types()
    read = reader.read(connection, {place.act for place in places})
    return any(
        access.file_of(type_name, read[place.act].revision(place.leaf).changes) is not None
        for place in places
        if place.leaf in read[place.act].bodies
    )
