"""Tables of a workstation that never travel: commit number, declarations, drafts, search entries, erasures."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from icjims_core.projections.tables import metadata

commit_table: Final = Table(
    "commit_number",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("tag", LargeBinary, nullable=False),
)
"""One row: how many transactions this store has committed, and a random tag of the last one."""

declaration_table: Final = Table(
    "declaration",
    metadata,
    Column("type", Text, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
)
"""The declarations that the list projections were made from."""

draft_table: Final = Table(
    "draft",
    metadata,
    Column("user", LargeBinary, primary_key=True),
    Column("type", Text, primary_key=True),
    Column("record", LargeBinary, primary_key=True),
    Column("case_id", LargeBinary, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("saved_at", BigInteger, nullable=False),
)
"""What a user has typed and not saved: one draft per user, type, record (empty: a new one) and case (empty: none)."""

search_queue_table: Final = Table("search_queue", metadata, Column("record_number", Integer, primary_key=True))
"""Records that changed since the search last read them; triggers fill it."""

search_mark_table: Final = Table(
    "search_mark",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("record_number", Integer, nullable=False),
)
"""One row: the search has never read a record above this number; those below are noted when they change."""

erased_table: Final = Table(
    "erased",
    metadata,
    Column("act_number", Integer, primary_key=True),
    Column("leaf", Integer, primary_key=True),
    Column("leaf_hash", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False, index=True),
    Column("case_id", LargeBinary),
    Column("erased_at", BigInteger, nullable=False),
    Column("basis", Text, nullable=False),
)
"""Revisions that were lawfully erased: the hash that stands in their place."""

attachment_table: Final = Table(
    "attachment",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    Column("file", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("added_at", BigInteger, nullable=False),
)
"""Files kept beside the store, each encrypted under a key of its own that stands here alone; `file` names it there."""

attachment_use_table: Final = Table(
    "attachment_use",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("record", LargeBinary, primary_key=True, index=True),
)
"""The records that a file is attached to; without one its key goes."""

standing_table: Final = Table(
    "case_standing",
    metadata,
    Column("case_id", LargeBinary, primary_key=True),
    Column("print", LargeBinary, nullable=False),
    Column("computed_at", BigInteger, nullable=False),
    Column("valid_until", BigInteger, nullable=False),
    Column("stage", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What the rules said of a case when they were last asked: its stage and its due dates, without any text of it.

Disposable: `print` names the revisions that it follows from, `valid_until` when time alone may change it."""
