"""Records for whoever works with them: make, edit, annul, resolve, show, list, search, history, conflicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from icjims_core.clocks import Vector
from icjims_core.modules import record_type, registry
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk, Saved
from icjims_desktop.services.documents import Document
from icjims_desktop.services.moments import instant
from icjims_desktop.services.paper import numbering
from icjims_desktop.services.reading import casefile, conflicts, history, lists, masking
from icjims_desktop.services.recording import decisions, signatures, statements, writing
from icjims_desktop.services.recording.assignments import Assignment
from icjims_desktop.services.recording.writing import Stated
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording
from icjims_desktop.store.log.commits import Change

SEARCH_LIMIT: Final = 50


class Records:
    """The records of one store as its user may see and change them. Ids are 16 bytes.

    Everything that shows something writes the consultation to the audit stream first.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- writing ----------------------------------------------------------------------------------------------------

    def new(
        self,
        type_: str,
        assignments: Sequence[Assignment],
        *,
        case: bytes | None = None,
        reason: str | None = None,
        record: bytes | None = None,
    ) -> Saved:
        """Make a record; `record` where its id was given out before (a draft of the screen).

        Raises `Refused`: `unknown_type`, `role_may_not_write`, `invalid` (field, rule), `case_required`,
        `case_not_allowed`, `not_found` for the case.
        """
        now = self._desk.now()
        record = record or self._desk.ids.new(now)
        self._desk.check_enrolled()
        numbered = numbering.with_number(self._desk, type_, record, assignments)
        entered = statements.witnessed(type_, numbered, now)
        stated = Stated(entered, writing.reason_text(reason, required=False))
        with self._desk.view() as view:
            change = writing.new(view, self._desk.me, record, type_, case, stated, now)
        return self._desk.save(change, now)

    def edit(
        self,
        record: bytes,
        assignments: Sequence[Assignment],
        *,
        reason: str | None = None,
        seen: Vector | None = None,
    ) -> Saved:
        """Change a record; `seen`: what its author had before him, by default the record as it is now.

        Raises `Refused`: `not_found`, `role_may_not_write`, `annulled`, `unit_in_conflict`, `invalid`, `bad_vector`,
        `nothing_to_save`.
        """
        text = writing.reason_text(reason, required=False)

        def change_of(view: View, found: Record, now: int) -> Change:
            entered = statements.witnessed(found.row.type, assignments, now)
            return writing.edit(view, self._desk.me, found, Stated(entered, text, seen), now)

        return self._write(record, change_of)

    def annul(self, record: bytes, reason: str | None, *, undo: bool = False, seen: Vector | None = None) -> Saved:
        """Annul a record or take the annulment back; raises `reason_required`, `annulled`, `not_annulled` and more."""
        text = writing.reason_text(reason, required=True) or ""
        step = writing.undo_annul if undo else writing.annul
        return self._write(record, lambda view, found, now: step(view, self._desk.me, found, text, seen, now))

    def annulling(self, record: bytes) -> Literal["annul", "undo", ""]:
        """Whether this user may annul a record, or take its annulment back; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            found = view.record(record)
            undo = bool(found.state.annulments)
            step = writing.undo_annul if undo else writing.annul
            try:
                step(view, self._desk.me, found, "", None, self._desk.now())
            except Refused:
                return ""
        return "undo" if undo else "annul"

    def resolve(
        self,
        record: bytes,
        unit: str,
        choice: str | Assignment,
        reason: str | None,
        *,
        seen: Vector | None = None,
    ) -> Saved:
        """Decide a conflict: take the value of a dot (`replica:counter`), or state a whole new value.

        Raises `Refused`: `reason_required`, `no_conflict`, `no_such_value`, `bad_dot`, `unit_incomplete`, `invalid` …
        """
        stated = Stated((), writing.reason_text(reason, required=True), seen)
        return self._write(
            record,
            lambda view, found, now: writing.resolve(view, self._desk.me, found, unit, choice, stated, now),
        )

    def _write(self, record: bytes, change_of: Callable[[View, Record, int], Change]) -> Saved:
        now = self._desk.now()
        with self._desk.view() as view:
            change = change_of(view, view.record(record), now)
        return self._desk.save(change, now)

    def explain(self, record: bytes, name: str, text: str | None) -> Saved:
        """Say of one's own value in dispute why it was recorded so; it is shown beside the values and decides nothing.

        Raises `Refused`: `not_found`, `no_conflict`, `may_not_explain`, `reason_required`.
        """
        now, words = self._desk.now(), writing.reason_text(text, required=True) or ""
        made = self._desk.ids.new(now)
        with self._desk.view() as view:
            change = decisions.explanation(view, self._desk.me, view.record(record), name, words, made, now)
        return self._desk.save(change, now)

    # --- looking ----------------------------------------------------------------------------------------------------

    def show(self, record: bytes, *, purpose: str | None = None) -> Document:
        """The document of a record, of an act with its status and signatures; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            found = view.record(record)
            purpose = self._desk.asking.check(view, [found.row.case], purpose)
            document = numbering.documents_of(view, [found])[0]
            declared = registry().get(found.row.type)
            if declared is not None and declared.signing is not None:
                document |= signatures.document(view, found)
        self._looked("show", [found], purpose)
        return document

    def list(
        self,
        type_: str,
        filters: Sequence[Assignment] = (),
        *,
        limit: int = lists.DEFAULT_LIMIT,
        after: bytes | None = None,
        purpose: str | None = None,
    ) -> Document:
        """Records of a type with these values, by ascending id, and `next` where there are more.

        Those of cases outside one's own are left out until a purpose is stated (`withheld` counts them), or show only
        what finds them (`brief`).
        """
        wanted = lists.read_filter(record_type(type_), filters)
        with self._desk.view() as view:
            several, last = lists.find(view, type_, wanted, limit=limit, after=after)
            found, withheld = self._without_withheld(view, several, purpose)
            shown: Document = {"records": masking.in_list(self._desk, view, found, purpose)}
        if last is not None:
            shown["next"] = identifiers.to_text(last)
        self._looked("list", found, purpose)
        return shown | withheld

    def case(self, case: bytes, *, purpose: str | None = None) -> Document:
        """The case and its records in the order of what happened; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            found = casefile.records_of(view, case)
            purpose = self._desk.asking.check(view, [case], purpose)
            shown: Document = {"records": numbering.documents_of(view, found)}
        self._looked("case", found, purpose)
        return shown

    def history(self, record: bytes, *, purpose: str | None = None) -> Document:
        """Every revision of a record with its signature checked; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            found = view.to_read(record)
            purpose = self._desk.asking.check(view, [found.row.case], purpose)
            shown = history.document(history.lines(view, found), found.row.type)
        self._looked("history", [found], purpose)
        return shown

    def type_of(self, record: bytes) -> str:
        """The type of a record, as its reader knows it; raises `Refused("not_found")`."""
        with self._desk.view() as view:
            return view.record(record).row.type

    def conflicts(self, *, purpose: str | None = None) -> Document:
        """The conflicts that wait for a person, one per unit; of cases outside one's own as in `list`."""
        with self._desk.view() as view:
            found, withheld = self._without_withheld(view, conflicts.records(view), purpose)
            shown = conflicts.document(view, self._desk.me, found, instant(self._desk.now()))
        self._looked("conflicts", found, purpose)
        return shown | withheld

    def search(
        self, question: str, language: str, *, limit: int = SEARCH_LIMIT, purpose: str | None = None
    ) -> Document:
        """What the words are found in, the best first; of cases outside one's own as in `list`."""
        self._desk.check_enrolled()
        search = self._desk.store.search
        search.catch_up()
        hits = search.find(question, limit=limit)
        with self._desk.view() as view:
            held = view.records(each.id for each in hits)
            several, withheld = self._without_withheld(view, list(held.values()), purpose)
            found = {each.row.id: each for each in several}
            mask = masking.of(self._desk, view, purpose)
            mask.read(several)
            wording = Wording(view, language, mask)
            wording.prepare(several)
            shown = [
                {
                    "id": identifiers.to_text(each.id),
                    "type": each.type,
                    "case": identifiers.to_text(each.case) if each.case else None,
                    "text": wording.line(found[each.id]),
                }
                | ({"brief": True} if mask.brief(found[each.id]) else {})
                for each in hits
                if each.id in found
            ]
        ids = [str(each["id"]) for each in shown]
        self._desk.consultation.record("search", now=self._desk.now(), text=question[:1000], records=list(ids))
        return {"hits": shown} | withheld

    def _without_withheld(
        self, view: View, found: Sequence[Record], purpose: str | None
    ) -> tuple[Sequence[Record], Document]:
        """The records that may be shown, and how many may not for want of a purpose."""
        outside = self._desk.asking.withheld(view, (each.row.case for each in found), purpose)
        shown = [each for each in found if each.row.case not in outside]
        return shown, {"withheld": len(found) - len(shown)} if outside else {}

    def _looked(self, action: str, found: Sequence[Record], purpose: str | None = None) -> None:
        self._desk.consultation.looked(action, found, now=self._desk.now(), purpose=purpose)
