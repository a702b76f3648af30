"""Every tag of the international classification of crime has its field, written from the classification."""

from __future__ import annotations

import pytest

from icjims_core import codes
from icjims_core.declarations.schema import Kind, Sensitivity
from icjims_core.modules import registry

EVENT = {
    "At": ("case", "completion"),
    "We": ("case", "weapon"),
    "SiC": ("case", "situational_context"),
    "Geo": ("case", "region"),
    "DaT": ("case", "event_from"),
    "Lo": ("case", "location_type"),
    "Mot": ("case", "motives"),
    "Cy": ("case", "cyber_related"),
    "Rep": ("case", "reported_by"),
}
VICTIM = {
    "SV": ("participant", "sex"),
    "AV": ("participant", "age_at_act"),
    "STV": ("participant", "age_at_act"),
    "ViP": ("participant", "relation_to_accused"),
    "Cit": ("person", "citizenship"),
    "LS": ("participant", "legal_status"),
    "Int": ("participant", "intoxication"),
    "ES": ("participant", "economic_sector"),
}
PERPETRATOR = {
    "SP": ("participant", "sex"),
    "AP": ("participant", "age_at_act"),
    "STP": ("participant", "age_at_act"),
    "Cit": ("person", "citizenship"),
    "Int": ("participant", "intoxication"),
    "EASt": ("participant", "economic_activity"),
    "Rec": ("participant", "repeat_offender"),
}


@pytest.mark.parametrize("tags", [EVENT, VICTIM, PERPETRATOR], ids=["event", "victim", "perpetrator"])
def test_every_tag_has_a_field_whose_codes_resolve(tags: dict[str, tuple[str, str]]) -> None:
    for tag, (type_name, name) in tags.items():
        declared = registry()[type_name].by_name[name]
        if declared.kind is Kind.CODE:
            assert codes.code_list(str(declared.codes)).entries, tag


def test_intoxication_is_of_the_special_categories() -> None:
    assert registry()["participant"].by_name["intoxication"].sensitivity is Sensitivity.SPECIAL_CATEGORY
