"""Persons who may be one: found before a record is made, offered with an explained score, linked; never merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from icjims_core.names import other_layout
from icjims_core.persons import blocking
from icjims_core.persons.comparison import UNLIKELY, Score, compare, weights
from icjims_core.persons.groups import Link, denied, told_apart
from icjims_core.persons.profile import PERSON, Profile
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk, Saved
from icjims_desktop.services.documents import Document
from icjims_desktop.services.moments import instant
from icjims_desktop.services.persons import person_links
from icjims_desktop.services.persons.person_links import DIFFERENT, PERSON_LINK, SAME
from icjims_desktop.services.persons.person_questions import profile_of_question, profile_of_values
from icjims_desktop.services.reading import masking
from icjims_desktop.services.recording import assignments, writing
from icjims_desktop.services.recording.writing import Stated
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording
from icjims_desktop.store.projections import persons as kept
from icjims_desktop.store.projections.persons import Met

SHOWN: Final = 12
MOST_PAIRS: Final = 50
_MET: Final = 400
_PAIRS_COMPARED: Final = 20_000
_WORDS_FOUND: Final = 100
_GROUNDS: Final = (("pin", "same_pin"), ("document", "same_document"))
_UNTOLD: Final = "…"
_NOT_LISTED: Final = frozenset({"pin", "document", "place"})
_NAMES: Final = ("surname", "given", "father")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be the one asked for: his record, its case, his line in words, and the score.

    `linked`: whether a standing link already says so. `masked`: a child outside one's assignment: initials only.
    """

    record: bytes
    case: bytes | None
    line: str
    score: Score
    linked: bool = False
    masked: bool = False

    def reasons(self, language: str) -> tuple[str, ...]:
        """The parts of the score in words, the heaviest first."""
        return tuple(each.text(language) for each in self.score.parts)

    def document(self, language: str) -> Document:
        """As programs read it."""
        return {
            "id": identifiers.to_text(self.record),
            "case": identifiers.to_text(self.case) if self.case else None,
            "text": self.line,
            "score": self.score.percent,
            "grade": self.score.grade,
            "linked": self.linked,
            "masked": self.masked,
            "explanation": [
                {"field": each.field, "agreement": each.agreement, "weight": each.weight, "text": text}
                for each, text in zip(self.score.parts, self.reasons(language), strict=True)
            ],
        }


class Persons:
    """Who may be whom, as the user may see it. What is offered is in the audit stream before it is shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- looking ----------------------------------------------------------------------------------------------------

    def find(self, question: str, language: str, *, limit: int = SHOWN) -> tuple[Candidate, ...]:
        """Persons whom these words may mean: names in any order and spelling, a date of birth, a personal number.

        Those who only begin alike come last. What finds nothing is tried as if typed in the other keyboard layout.
        """
        self._follow()
        found: tuple[Candidate, ...] = ()
        words = self._desk.store.search.find(question, limit=_WORDS_FOUND)
        with self._desk.view() as view:
            named = [each.id for each in words if each.type == PERSON]
            for asked in dict.fromkeys((question, other_layout(question))):
                if not found:
                    found = self._found(view, profile_of_question(asked), named, language, limit)
        ids = [identifiers.to_text(each.record) for each in found]
        self._desk.consultation.record("search", now=self._desk.now(), text=question[:1000], records=list(ids))
        return found

    def candidates(self, record: bytes, language: str, *, limit: int = SHOWN) -> tuple[Candidate, ...]:
        """Records that may be of the same person as this one; raises `Refused("not_found")`, `not_a_person`."""
        self._follow()
        with self._desk.view() as view:
            person = self._asked(view, record)
            hidden = masking.of(self._desk, view).hides(person)
            known = kept.of_records(view.connection, [record], view.condition())
            found = self._likely(view, known[0].profile if known else Profile(), record, language, limit)
        if hidden:
            found = tuple(replace(each, score=_untold(each.score)) for each in found)
        return self._looked(found)

    def before_making(
        self, values: Mapping[str, object], language: str, *, record: bytes | None = None, limit: int = SHOWN
    ) -> tuple[Candidate, ...]:
        """The same for what is being typed; `record` is the one that is being changed or will be made."""
        self._follow()
        with self._desk.view() as view:
            found = self._likely(view, profile_of_values(values), record, language, limit)
        return self._looked(found)

    def duplicates(self, language: str, *, limit: int = MOST_PAIRS) -> tuple[tuple[Candidate, Candidate], ...]:
        """Pairs of records here that may be of one person and of which nobody has said anything, the likeliest first.

        Only those are compared that share a personal number, a document or a day of birth.
        """
        self._follow()
        with self._desk.view() as view:
            compared = [
                (one, other, compare(one.profile, other.profile))
                for one, other in kept.pairs(view.connection, view.condition(), limit=_PAIRS_COMPARED)
            ]
            compared = [each for each in compared if each[2].grade != UNLIKELY]
            compared.sort(key=lambda each: (-each[2].weight, each[0].id, each[1].id))
            decided = person_links.decided(view)
            found: list[tuple[Candidate, Candidate]] = []
            for one, other, score in compared:
                if len(found) < limit and frozenset((one.id, other.id)) not in decided:
                    offered = self._offered(view, [(one, score), (other, score)], frozenset(), language, 2)
                    found += [_pair(*offered)] if len(offered) == 2 else []
        self._looked(tuple(each for pair in found for each in pair))
        return tuple(found)

    def linked(self, language: str, *, limit: int = MOST_PAIRS) -> tuple[tuple[Link, Candidate, Candidate], ...]:
        """What officers have said of two records and what stands, the latest first, with how they compare today."""
        self._follow()
        found: list[tuple[Link, Candidate, Candidate]] = []
        with self._desk.view() as view:
            for link in reversed(person_links.standing(view)):
                ids = identifiers.named((link.one, link.other))
                met = {each.id: each for each in kept.of_records(view.connection, ids, view.condition())}
                if len(found) == limit or len(met) < 2:
                    continue
                score = compare(met[ids[0]].profile, met[ids[1]].profile)
                offered = self._offered(view, [(met[each], score) for each in ids], frozenset(), language, 2)
                found += [(link, *_pair(*offered))] if len(offered) == 2 else []
        self._looked(tuple(each for _, *pair in found for each in pair))
        return tuple(found)

    def group(self, record: bytes, language: str) -> Document:
        """The records that links say to be of this person, and statements that contradict it."""
        with self._desk.view() as view:
            self._asked(view, record)
            members, links = person_links.around(view, identifiers.to_text(record))
            records = view.records(identifiers.named(sorted(members)))
            outside = self._desk.asking.withheld(view, (each.row.case for each in records.values()))
            records = {key: each for key, each in records.items() if each.row.case not in outside}
            wording = Wording(view, language, masking.of(self._desk, view))
            wording.prepare(records.values())
            shown: Document = {
                "person": identifiers.to_text(record),
                "group": [_member(each, wording) for key, each in sorted(records.items()) if key != record],
                "links": [each.record for each in links if each.same],
                "denied": [each.record for each in denied(members, links)],
            }
            looked = list(records.values())
        self._desk.consultation.looked("group", looked, now=self._desk.now())
        return shown

    # --- linking ----------------------------------------------------------------------------------------------------

    def link(self, one: bytes, other: bytes, reason: str | None, *, same: bool = True, ground: str = "") -> Saved:
        """Say with reasons that two records are of one person, or are not (`same=False`); annulling it undoes it.

        `ground`: a code of `link_ground`, by default what the comparison found. Raises `Refused`: `reason_required`,
        `not_found`, `not_a_person`, `purpose_required`, `same_record`, `already_linked`, `role_may_not_write`,
        `invalid`.
        """
        text = writing.reason_text(reason, required=True)
        values = self.prepared(one, other, same=same, ground=ground) | {"reasons": text}
        desk, now = self._desk, self._desk.now()  # not before the moment that is stated
        record = desk.ids.new(now)
        with desk.view() as view:
            case = view.record(one).row.case
            stated = Stated(assignments.of_object(values), text)
            change = writing.new(view, desk.me, record, PERSON_LINK, case, stated, now)
        return desk.save(change, now)

    def prepared(self, one: bytes, other: bytes, *, same: bool = True, ground: str = "") -> dict[str, object]:
        """The values of a statement about two records, all but its reasons; raises as `link` does."""
        self._follow()
        if one == other:
            raise Refused("same_record", record=identifiers.to_text(one))
        with self._desk.view() as view:
            persons = self._asked(view, one), self._asked(view, other)
            _check_unlinked(view, one, other, same=same)
            score = self._score(view, one, other)
        cases = [each.row.case for each in persons]
        stated = {
            "person": identifiers.to_text(one),
            "other_person": identifiers.to_text(other),
            "decision": SAME if same else DIFFERENT,
            "decided_at": instant(self._desk.now()).isoformat(timespec="seconds"),
            "decided_by": self._desk.me.name,
            "score": score.percent,
            "score_parts": "; ".join(f"{each.code} {each.weight:+.1f}" for each in score.parts)[:1000] or None,
            "grounds": [ground or _ground(score)] if same else None,
            "other_case": _text(cases[1]) if cases[1] != cases[0] else None,
        }
        return {name: each for name, each in stated.items() if each is not None}

    def unlink(self, one: bytes, other: bytes, reason: str | None) -> list[Saved]:
        """Annul what stands between two records; raises `Refused("not_linked")`, `reason_required` and more."""
        text = writing.reason_text(reason, required=True) or ""
        desk, now = self._desk, self._desk.now()
        with desk.view() as view:
            for each in (one, other):
                _person(view, each)
            links = person_links.between(view, identifiers.to_text(one), identifiers.to_text(other))
            if not links:
                raise Refused("not_linked", record=identifiers.to_text(one), other=identifiers.to_text(other))
            changes = [
                writing.annul(view, desk.me, view.record(identifiers.parse(each.record)), text, None, now)
                for each in links
            ]
        return [desk.save(each, now) for each in changes]

    # --- how --------------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        self._desk.check_enrolled()
        self._desk.store.search.catch_up()

    def _found(
        self, view: View, asked: Profile, named: Sequence[bytes], language: str, limit: int
    ) -> tuple[Candidate, ...]:
        """Who answers a question: first whoever agrees, the best first, then those found by their words alone."""
        least = weights().search.least
        met = kept.meeting(view.connection, blocking.questions(asked), view.condition(), limit=_MET)
        met += kept.of_records(view.connection, named, view.condition())
        scored = {each.id: (each, compare(asked, each.profile)) for each in met}
        agreeing = [each for each in scored.values() if each[1].weight >= least or each[0].id in named]
        agreeing.sort(key=lambda each: (-each[1].weight, each[0].id))
        return self._offered(view, agreeing, frozenset(), language, limit)

    def _likely(
        self, view: View, asked: Profile, record: bytes | None, language: str, limit: int
    ) -> tuple[Candidate, ...]:
        """Who may be this person, without himself and those who were said to be another."""
        linked: frozenset[str] = frozenset()
        left_out: set[bytes] = set()
        if record is not None:
            linked, links = person_links.around(view, identifiers.to_text(record))
            left_out = {record, *map(identifiers.parse, told_apart(identifiers.to_text(record), links))}
        met = kept.meeting(view.connection, blocking.questions(asked), view.condition(), limit=_MET)
        scored = [(each, compare(asked, each.profile)) for each in met if each.id not in left_out]
        scored = [each for each in scored if each[1].grade != UNLIKELY]
        scored.sort(key=lambda each: (-each[1].weight, each[0].id))
        return self._offered(view, scored, linked, language, limit)

    def _asked(self, view: View, record: bytes) -> Record:
        """A person of a case that the user may read, if need be after he has stated why."""
        found = _person(view, record)
        self._desk.asking.check(view, [found.row.case])
        return found

    def _offered(
        self, view: View, scored: Sequence[tuple[Met, Score]], linked: frozenset[str], language: str, limit: int
    ) -> tuple[Candidate, ...]:
        """In words; without those of cases that the user must state a purpose for."""
        outside = self._desk.asking.withheld(view, (each.case for each, _ in scored))
        chosen = [each for each in scored if each[0].case not in outside][:limit]
        records = view.records(each.id for each, _ in chosen)
        mask = masking.of(self._desk, view)
        wording = Wording(view, language, mask)
        wording.prepare(records.values())
        hidden = {each: mask.hides(record) for each, record in records.items()}
        return tuple(
            Candidate(
                met.id,
                met.case,
                wording.line(records[met.id]),
                _untold(score) if hidden[met.id] else _withheld(score) if mask.brief(records[met.id]) else score,
                linked=identifiers.to_text(met.id) in linked,
                masked=hidden[met.id],
            )
            for met, score in chosen
            if met.id in records
        )

    def _score(self, view: View, one: bytes, other: bytes) -> Score:
        known = {each.id: each.profile for each in kept.of_records(view.connection, [one, other], view.condition())}
        return compare(known.get(one, Profile()), known.get(other, Profile()))

    def _looked(self, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        looked = [(each.record, each.case) for each in found]
        self._desk.consultation.looked_at("candidates", looked, now=self._desk.now())
        return found


def _pair(one: Candidate, other: Candidate) -> tuple[Candidate, Candidate]:
    """A pair whose explanation tells nothing that either of the two would not."""
    parts = zip(one.score.parts, other.score.parts, strict=True)
    score = replace(one.score, parts=tuple(here if here.one == _UNTOLD else there for here, there in parts))
    return replace(one, score=score), replace(other, score=score)


def _untold(score: Score) -> Score:
    """The score without the values compared: of a child whose name is masked they would tell it."""
    return replace(score, parts=tuple(replace(each, one=_UNTOLD, other=_UNTOLD) for each in score.parts))


def _withheld(score: Score) -> Score:
    """The score without the values that a list does not show outside one's own cases."""
    parts = _untold(score).parts
    pairs = zip(score.parts, parts, strict=True)
    return replace(score, parts=tuple(bare if told.field in _NOT_LISTED else told for told, bare in pairs))


def _member(record: Record, wording: Wording) -> Document:
    return {"id": identifiers.to_text(record.row.id), "case": _text(record.row.case), "text": wording.line(record)}


def _person(view: View, record: bytes) -> Record:
    found = view.record(record)
    if found.row.type != PERSON:
        raise Refused("not_a_person", record=identifiers.to_text(record), type=found.row.type)
    return found


def _check_unlinked(view: View, one: bytes, other: bytes, *, same: bool) -> None:
    standing = person_links.between(view, identifiers.to_text(one), identifiers.to_text(other))
    if any(each.same == same for each in standing):
        raise Refused("already_linked", record=identifiers.to_text(one), other=identifiers.to_text(other))


def _ground(score: Score) -> str:
    """The code of `link_ground` that the comparison gives."""
    agreed = {each.field: each.weight > 0 for each in score.parts}
    for field, ground in _GROUNDS:
        if any(each.field == field and each.agreement == "same" for each in score.parts):
            return ground
    if any(agreed.get(each) for each in _NAMES):
        return "same_names_and_birth" if agreed.get("birth") else "similar_names"
    return "other"


def _text(record: bytes | None) -> str | None:
    return identifiers.to_text(record) if record is not None else None
