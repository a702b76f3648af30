"""What others than its signers state on liberty after a signature, told of the steps that the rules read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from icjims_core.custody.births import with_former_births
from icjims_core.law.casefile import Added, Step, parts_of
from icjims_core.projections import added
from icjims_core.projections.records import Record, Written
from icjims_desktop.services import identifiers
from icjims_desktop.services.documents import officer_of
from icjims_desktop.services.oversight.holding import Held
from icjims_desktop.services.scope import View

_PERSON = "person"


def with_added(host: Held, records: Mapping[bytes, Record], steps: list[Step]) -> list[Step]:
    """The steps, each with what was added; a person also with the former births that make him a child.

    `host` holds the acts whose signatures are asked for.
    """
    taking = [each for each in steps if each.id in host.records and each.takes_liberty and each.counts]
    return [_read(host, each, records, taking) for each in steps]


def _read(host: Held, step: Step, records: Mapping[bytes, Record], taking: Iterable[Step]) -> Step:
    record = records[identifiers.parse(step.id)]
    if step.id in host.records:
        return replace(step, added=tuple(_told(host.view, added.filled_in(host, record))))
    if step.type != _PERSON or len(record.written) < 2 or not (former := added.former_births(record)):
        return step
    acts = [each for each in taking if each.names(step.id)]
    written = added.restated_births(host, record, [host.records[each.id] for each in acts])
    if not written:
        return step
    births = [parts_of(step.declared, added.BIRTH, each) for each in former]
    told = tuple(_told(host.view, ((added.BIRTH, each) for each in written)))
    return with_former_births(step, added.BIRTH, births, acts, told)


def _told(view: View, found: Iterable[tuple[str, Written]]) -> Iterator[Added]:
    for unit, each in found:
        author = view.people.author(each.act.header.author)
        yield Added(unit, author.login, author.office, each.act.header.recorded_at, officer_of(author))
