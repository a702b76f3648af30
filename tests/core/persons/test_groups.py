"""Groups that links make: transitive, undone with the link, contradictions shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icjims_core.persons.groups import Link, denied, group_of, told_apart

ids = st.sampled_from("abcdefgh")
links = st.lists(
    st.builds(Link, st.uuids().map(str), ids, ids, st.booleans()),
    max_size=12,
)


def test_links_join_through_others_and_end_with_them() -> None:
    first, second, apart = (
        Link("1", "a", "b", same=True),
        Link("2", "c", "b", same=True),
        Link("3", "a", "d", same=False),
    )
    assert group_of("a", [first, second, apart]) == {"a", "b", "c"}
    assert group_of("a", [first, apart]) == {"a", "b"}
    assert group_of("d", [first, second, apart]) == {"d"}
    assert told_apart("a", [first, second, apart]) == {"d"}
    assert denied("abc", [first, second, apart]) == ()
    assert denied("abc", [first, second, Link("4", "c", "a", same=False)]) == (Link("4", "c", "a", same=False),)


@given(links)
def test_belonging_together_is_mutual_and_the_order_does_not_matter(stated: list[Link]) -> None:
    for person in "abcdefgh":
        group = group_of(person, stated)
        assert person in group
        assert all(group_of(each, reversed(stated)) == group for each in group)
