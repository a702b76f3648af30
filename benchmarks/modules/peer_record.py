"""The record of the peers' workload as a declared type: twenty fields, three of them in the list projection."""

from icjims_core.declarations.schema import Archetype, Field, Kind, RecordType
from icjims_core.declarations.words import Label, Words

_FIELDS = (
    *("case_no", "office", "kind", "article", "stage", "status", "registered_at", "deadline_at", "next_action_at"),
    *("suspect", "victim", "investigator", "prosecutor", "judge", "place", "fabula", "measure", "note"),
)


def _words(text: str, sentence: str = "") -> Words:
    return Words(Label(text, text, text), sentence=Label(sentence, sentence, sentence))


TYPES = (
    RecordType(
        name="peer_record",
        version=1,
        words=_words("peer record", "{case_no}"),
        archetype=Archetype.EVENT,
        fields=(
            *(Field(name, Kind.TEXT, _words(name)) for name in _FIELDS),
            Field("damage", Kind.INT, _words("damage")),
        ),
        roles=("clerk",),
        columns=("case_no", "status", "stage"),
        in_case=False,
    ),
)
