"""Events laid out as stretches of time: one at a time within a case, several where cases run side by side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from icjims_core.custody.contradictions import Contradictions
from icjims_core.custody.event import Event
from icjims_core.custody.segment import Segment

_SAME_RELEASE: Final = timedelta(days=1)
"""Within it two records of a release are of one and the same."""
_APPREHENSION: Final = "apprehension"
_MEASURES: Final = ("custody", "house_arrest")


@dataclass(slots=True)
class Walk:
    """Takes events in their order. What is said in a case concerns its own stretch, else that of another case."""

    done: list[Segment] = field(default_factory=list)
    open: dict[str, Segment] = field(default_factory=dict)
    notes: Contradictions = field(default_factory=Contradictions)

    def enter(self, event: Event) -> None:
        """Takes one event into account."""
        match event.what:
            case "declared":
                self._declare(event)
            case "unlisted":
                if event.case not in self.open:
                    self.notes.add("held_since_unknown", event)
                    self.open[event.case] = begun(event, declared=True)
            case "hold":
                self._hold(event)
            case "extend":
                self._extend(event)
            case "sentence":
                self._sentence(event)
            case "release":
                self._release(event)
            case "confirm":
                if not self.open:
                    self.open[event.case] = begun(event)
            case _:
                self._lapse(event)

    def segments(self) -> tuple[Segment, ...]:
        """All stretches in the order of their beginning."""
        every = [*self.done, *self.open.values()]
        return tuple(sorted(every, key=lambda each: (each.began, each.kind, each.steps)))

    def _declare(self, event: Event) -> None:
        segment = begun(event, declared=True)
        if event.ended is not None:
            self.done.append(replace(segment, ended=event.ended))
        else:
            self._close(event.case, event.at)
            self.open[event.case] = segment

    def _hold(self, event: Event) -> None:
        own = self.open.get(event.case)
        if own is not None and own.kind == event.kind:
            self.notes.add("custody_taken_twice", event)
            self.open[event.case] = _prolonged(own, event)
            return
        if event.kind == _APPREHENSION and self.open:
            self.notes.add("apprehended_while_held", event)
            if own is not None and not _is_on_paper_alone(own, event):
                return
        for case in [case for case, each in self.open.items() if case == event.case or each.kind == _APPREHENSION]:
            self._close(case, event.at)
        self.open[event.case] = begun(event)

    def _extend(self, event: Event) -> None:
        cases = [case for case in self._concerned(event) if self.open[case].kind == event.kind]
        if not cases and self._released_since(event):
            return
        if not cases:
            self.notes.add("extension_of_nothing", event)
            self._close(event.case, event.at)
            self.open[event.case] = begun(event)
        for case in cases:
            self._check_term(case, event)
            self.open[case] = _prolonged(self.open[case], event)

    def _sentence(self, event: Event) -> None:
        cases = [case for case in self._concerned(event) if self.open[case].kind == event.kind]
        if not cases:
            self._close(event.case, event.at)
            self.open[event.case] = replace(begun(event), sentenced=event.at)
        for case in cases:
            self._check_term(case, event)
            self.open[case] = replace(_prolonged(self.open[case], event), until=None, sentenced=event.at)

    def _released_since(self, event: Event) -> bool:
        """Whether who was to be held longer was let go after that was ordered, before it was to begin."""
        ends = (each.ended for each in self.done if each.kind == event.kind)
        return event.decided is not None and any(each is not None and each >= event.decided for each in ends)

    def _check_term(self, case: str, event: Event) -> None:
        until = self.open[case].until
        if until is not None and event.at > until:
            self.notes.add("held_without_order", event)

    def _release(self, event: Event) -> None:
        cases = [case for case in self._concerned(event) if self.open[case].kind in event.ends]
        for case in cases:
            found = self.open[case]
            self.open[case] = replace(found, steps=tuple(dict.fromkeys((*found.steps, event.step))))
            self._close(case, event.at)
        if (
            not cases
            and not event.if_held
            and not any(each.ended and event.at - each.ended <= _SAME_RELEASE for each in self.done)
        ):
            self.notes.add("release_of_nobody", event)

    def _lapse(self, event: Event) -> None:
        for case in self._concerned(event):
            if self.open[case].kind in event.ends:
                self.open[case] = replace(self.open[case], lapsed=event.at, lapsed_by=event.step)
                self.notes.lapsed(event)

    def _concerned(self, event: Event) -> list[str]:
        """The cases whose open stretch an event is about: its own, or where that has none, the others."""
        return [event.case] if event.case in self.open else sorted(self.open)

    def _close(self, case: str, at: datetime) -> None:
        if case in self.open:
            self.done.append(replace(self.open.pop(case), ended=at))


def begun(event: Event, *, declared: bool = False) -> Segment:
    """The stretch that begins with an event."""
    found = Segment(event.kind, event.at, None, event.until, (event.step,), event.place, child=event.child)
    return replace(found, declared=True, told=event.decided) if declared else found


def _is_on_paper_alone(segment: Segment, event: Event) -> bool:
    """Whether a stretch that an event finds going on is a measure of which only a take-over told, before it."""
    return segment.told is not None and event.at >= segment.told and segment.kind in _MEASURES


def _prolonged(segment: Segment, event: Event) -> Segment:
    """The segment with the term that an event gives it; what was ordered before a verdict takes none from it.

    What is ordered after a take-over takes the place of the term that was on paper then.
    """
    until = max(filter(None, (segment.until, event.until)), default=None)
    since = segment.told is not None and event.until is not None and (event.decided or event.at) >= segment.told
    until = event.until if since else until
    if segment.sentenced is not None and event.decided is not None and event.decided <= segment.sentenced:
        until = segment.until
    steps = tuple(dict.fromkeys((*segment.steps, event.step)))
    told = None if since else segment.told
    return replace(segment, until=until, steps=steps, place=event.place or segment.place, told=told)
