"""The record of the peers' workload as a declared type: twenty fields, three of them in the list projection."""

from icjims_core.declarations.schema import Archetype, Field, Kind, Label, RecordType

_FIELDS = (
    *("case_no", "office", "kind", "article", "stage", "status", "registered_at", "deadline_at", "next_action_at"),
    *("suspect", "victim", "investigator", "prosecutor", "judge", "place", "fabula", "measure", "note"),
)


def _label(text: str) -> Label:
    return Label(ky=text, ru=text, en=text)


TYPES = (
    RecordType(
        name="peer_record",
        version=1,
        label=_label("peer record"),
        archetype=Archetype.EVENT,
        fields=(
            *(Field(name, Kind.TEXT, _label(name)) for name in _FIELDS),
            Field("damage", Kind.INT, _label("damage")),
        ),
        roles=("clerk",),
        sentence=_label("{case_no}"),
        columns=("case_no", "status", "stage"),
        in_case=False,
    ),
)
