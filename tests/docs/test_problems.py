"""docs/problems.md names every problem that the programs raise."""

from tests.docs.problem_page import PAGE, codes, page


def test_the_page_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert written == page(), "run `python -m tests.docs.problem_page`"


def test_codes_are_found_where_they_are_raised() -> None:
    found = codes()

    assert {3} <= found["not_found"]
    assert {6} <= found["bad_root"]
    assert {5} <= found["stalled"]
    assert found["case_withdrawn"] == set()
