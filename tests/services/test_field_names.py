"""A refusal names the field of the form that was filled in, and never that of another form."""

from __future__ import annotations

import pytest

from icjims_core.problem import Refused
from icjims_core.problem_texts import problem_parts
from icjims_desktop.services.recording import assignments
from tests.services.bureau import Bureau, new_case


def test_a_wrong_code_names_the_field_of_its_own_form(bureau: Bureau) -> None:
    officer = bureau.open("sydykov", "investigator")
    case = new_case(officer)
    with pytest.raises(Refused) as caught:
        officer.records.new("restraint", assignments.parse(("step=no-such-step",)), case=case)
    told = str(problem_parts(caught.value, "en"))
    assert "First or changed charge" not in told
    assert "Step" in told


def test_a_field_of_many_forms_is_called_by_its_name_where_no_form_is_named() -> None:
    told = str(problem_parts(Refused("invalid", field="step", rule="filter"), "en"))
    assert "First or changed charge" not in told
