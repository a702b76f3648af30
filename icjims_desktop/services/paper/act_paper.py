"""An act as a paper to be signed by hand, filed or served: what stands on it, and what never does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from icjims_core import codes, signing
from icjims_core.access import Operation
from icjims_core.compartments import SEALED_RECORD
from icjims_core.declarations.schema import Archetype, Field, Kind, Section
from icjims_core.declarations.sentence import MISSING, date_words, words
from icjims_core.declarations.words import Words
from icjims_core.encoding import Value
from icjims_core.law.references import citation
from icjims_core.modules import record_type
from icjims_core.paper import telltale
from icjims_core.paper.printed import printed
from icjims_core.paper.serving import INTERNAL, is_free
from icjims_core.problem import Refused
from icjims_core.projections.records import Record
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import headers_of, officer_of, parts_of
from icjims_desktop.services.import_export.files import whole_file
from icjims_desktop.services.paper import numbering, paper_pages, printed_act
from icjims_desktop.services.paper.paper_pages import Hand, Paper, Part, Row
from icjims_desktop.services.paper.printed_act import Act
from icjims_desktop.services.persons import participants
from icjims_desktop.services.persons.participants import PERSON
from icjims_desktop.services.recording import signatures
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording, code_label

_IN_HEAD: Final = frozenset({"act_number", "place", "region"})

_SAYS: Final = printed("act")


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as it would be written now, with the digest of all that stands on it.

    `to_read`: of a copy to be served, what people wrote themselves: no program finds every contact in it, so that
    somebody reads it first. `places`: stems of names in the addresses of others, for `icjims_core.paper.telltale`.
    """

    paper: Paper
    digest: str
    to_read: tuple[Row, ...] = ()
    places: frozenset[str] = frozenset()

    def look_at(self, text: str) -> list[tuple[int, int]]:
        """Ranges of a line of the paper to look at twice, where something that is to be read stands in it."""
        return telltale.spans(text, self.places) if any(each.text in text for each in self.to_read) else []


def named_in_log(record: Record, path: Path) -> dict[str, Value]:
    """What the log, which leaves the workstation, calls a paper: of what is sealed neither its kind nor its file."""
    if record.unsealed is not None:
        return {"type": SEALED_RECORD}
    return {"type": record.row.type, "file": path.name[:200]}


class ActPaper:
    """Papers of acts out of one open store; each is told to the audit log before it is written."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self,
        record: bytes,
        path: Path,
        language: str,
        *,
        served_to: str = "",
        checked: str = "",
        purpose: str | None = None,
    ) -> int:
        """Write the paper of a record as PDF; how many pages.

        `served_to`: the id of a person of the case, or `accused`; empty: the paper stays in the case file. On a paper
        that is served the addresses and contacts of nobody else stand. `checked`: the digest of the preview that was
        read; nothing else than what was shown is written. Raises `Refused`: `not_found`, `sealed` where the user may
        not read it, `sealed_not_exported` for a served copy of what is sealed, `not_printed` for what is no paper,
        `check_free_text` for a served copy whose free texts nobody has checked, `paper_changed`, `purpose_required`,
        `file_failed`.
        """
        desk = self._desk
        with desk.view() as view:
            found, act, purpose = self._opened(view, record, served_to, purpose, language)
            shown = _Composer(view, act, language).preview()
        if checked and checked != shown.digest:
            raise Refused("paper_changed")
        if shown.to_read and not checked:
            raise Refused("check_free_text", fields=", ".join(dict.fromkeys(each.label for each in shown.to_read)))
        told = named_in_log(found, path)
        if act.to is not None:
            read: dict[str, Value] = {"checked": bool(checked), "paper": shown.digest}
            told |= {"served_to": served_to, "persons": [*sorted(act.to.persons)], **read}
        desk.consultation.exported("print", found, now=desk.now(), purpose=purpose, **told)
        with whole_file(path) as file:
            return paper_pages.write([shown.paper], file)

    def preview(self, record: bytes, language: str, *, served_to: str = "", purpose: str | None = None) -> Preview:
        """All that would stand on the paper now, for somebody to read it first. Raises as `write`."""
        desk = self._desk
        with desk.view() as view:
            found, act, purpose = self._opened(view, record, served_to, purpose, language)
            shown = _Composer(view, act, language).preview()
        desk.consultation.looked("show", [found], now=desk.now(), purpose=purpose)
        return shown

    def _opened(
        self, view: View, record: bytes, served_to: str, purpose: str | None, language: str
    ) -> tuple[Record, Act, str | None]:
        """An act that the user may print for this person, as it is read, and the purpose that is logged with it."""
        found = view.record(record)
        if found.row.type == SEALED_RECORD:
            raise Refused("sealed", record=identifiers.to_text(record))
        declared = record_type(found.row.type)
        if declared.command or declared.heads_case:
            raise Refused("not_printed", type=declared.name)
        if served_to and found.unsealed is not None:
            raise Refused("sealed_not_exported", type=declared.name)
        purpose = self._desk.asking.check(view, [found.row.case], purpose, Operation.PRINT)
        return found, printed_act.read(view, found, declared, served_to, language), purpose


def _is_free(field: Field) -> bool:
    """Whether a row may hold what somebody wrote himself: another record, too, is named by a line of its texts."""
    return is_free(field) or (field.kind is Kind.REF and field.target not in (PERSON, participants.PARTICIPANT))


class _Composer:
    """Puts one paper together in one language."""

    def __init__(self, view: View, act: Act, language: str) -> None:
        self._view, self._act, self._language = view, act, language
        self._wording = Wording(view, language)
        self._names = self._names_of(act)

    def paper(self) -> Paper:
        """Everything that stands on the paper."""
        act, language = self._act, self._language
        source = act.declared.source
        record, office = identifiers.to_text(act.record.row.id), self._author()[1]
        name = self._view.people.office_name(office)
        title = act.declared.label.text(language)
        hands = tuple(self._hands())
        return Paper(
            title=title[:1].upper() + title[1:],
            left=(name, *([office] if office and office != name else [])),
            right=tuple(map(self._clean, self._numbers())),
            under=tuple(
                self._clean(each)
                for each in (citation(source.act, source.article, language) if source else "", self._place_and_time())
                if each
            ),
            remarks=tuple(map(self._clean, self._remarks())),
            parts=tuple(self._parts()),
            hands_title=_SAYS["hands"].text(language),
            hands=tuple(replace(each, who=self._clean(each.who)) for each in hands),
            foot=(_SAYS["foot"].text(language).format(record=record), self._digest()),
            language=language,
            closed=act.record.unsealed is not None,
        )

    def preview(self) -> Preview:
        """The paper with its digest, and what is to be read of it."""
        paper, to = self.paper(), self._act.to
        to_read = self._texts() if to is not None else ()
        return Preview(paper, paper_pages.digest_of(paper), to_read, to.places if to is not None else frozenset())

    def _texts(self) -> tuple[Row, ...]:
        """The rows that hold what somebody wrote himself, as they stand on the paper."""
        act, language = self._act, self._language
        place = act.declared.by_name.get("place")
        told = self._told_in_head(place) if place is not None else ""
        found = [Row(place.label.text(language), self._clean(told))] if place is not None and told else []
        if act.record.state.annulments:
            reason = str(act.record.state.annulments[0].value)
            found.append(Row(_SAYS["reason"].text(language), self._clean(reason)))
        return (*found, *(row for field, row in self._rows(act.declared.fields) if _is_free(field)))

    def _clean(self, text: str) -> str:
        return self._act.to.without_contacts(text) if self._act.to is not None else text

    def _author(self) -> tuple[str, str, str]:
        """Name, office and role of the officer who recorded the act."""
        written = headers_of(self._act.record, self._view.people)
        created = self._act.record.state.created
        author = written[created][0] if created is not None and created in written else None
        return (author.name or author.login, author.office, author.role) if author else ("", "", "")

    def _numbers(self) -> Iterator[str]:
        case = self._act.record.row.case
        if case is not None:
            called = numbering.called(numbering.values_of(self._view, [self._view.record(case)])[case])
            yield _SAYS["case"].text(self._language).format(number=called.marked(self._language))
        number = self._act.values.get("act_number") or self._act.values.get("order_number")
        if number:
            yield _SAYS["act"].text(self._language).format(number=number)

    def _place_and_time(self) -> str:
        values, declared = self._act.values, self._act.declared
        told = [self._told_in_head(declared.by_name[name]) for name in ("region", "place") if name in declared.by_name]
        moment = values.get(declared.moment or "")
        return ", ".join(each for each in (*told, date_words(str(moment)) if moment else "") if each)

    def _told_in_head(self, field: Field) -> str:
        act = self._act
        kept = act.to is None or act.to.keeps(act.declared, field, act.person)
        return self._told(field, act.values.get(field.name)) if kept else ""

    def _remarks(self) -> Iterator[str]:
        act, language = self._act, self._language
        if act.record.state.annulments:
            yield _SAYS["annulled"].text(language).format(reason=act.record.state.annulments[0].value)
        if act.declared.signing is not None:
            yield from self._standing()
        if act.to is not None:
            yield _SAYS["copy"].text(language).format(name=act.to_name)

    def _standing(self) -> Iterator[str]:
        standing, language = signatures.standing(self._view, self._act.record), self._language
        said = {
            signing.Standing.DRAFT: _SAYS["draft"],
            signing.Standing.CHANGED: _SAYS["changed"],
            signing.Standing.SUPERSEDED: _SAYS["superseded"],
        }.get(standing)
        if said is not None:
            yield said.text(language)
        for each in signatures.of(self._view, self._act.record):
            if each.valid:
                name = officer_of(self._view.people.author(bytes.fromhex(each.statement.key))).words(language)
                capacity = code_label("signing_capacity", each.statement.capacity, language)
                at = date_words(each.statement.signed_at)
                yield _SAYS["signed"].text(language).format(name=name, capacity=capacity, at=at)
        if self._open and any(field.unit in self._open for field, _ in self._rows(self._act.declared.fields)):
            yield _SAYS["outside"].text(language)

    def _parts(self) -> Iterator[Part]:
        declared, language = self._act.declared, self._language
        known = {each.name for each in declared.sections}
        for section in (Section("", Words(declared.label)), *declared.sections):
            fields = [
                each
                for each in declared.fields
                if each.section == section.name or (not section.name and each.section not in known)
            ]
            rows = tuple(self._marked(field, row) for field, row in self._rows(fields))
            if rows:
                source = citation(section.source.act, section.source.article, language) if section.source else ""
                yield Part(section.label.text(language), source, rows)

    def _marked(self, field: Field, row: Row) -> Row:
        return replace(row, label=f"{row.label} *") if field.unit in self._open else row

    @cached_property
    def _open(self) -> frozenset[str]:
        """The units of a signed act that its signatures do not cover."""
        declared, view = self._act.declared, self._view
        signed = declared.signing is not None and any(each.valid for each in signatures.of(view, self._act.record))
        return signing.open_units(declared) if signed else frozenset()

    def _rows(self, fields: Iterable[Field]) -> Iterator[tuple[Field, Row]]:
        act = self._act
        for field in fields:
            if not field.writable or field.name in _IN_HEAD or f"{act.declared.name}.{field.name}" in INTERNAL:
                continue
            if act.to is not None and not act.to.keeps(act.declared, field, act.person):
                continue
            values: Sequence[object] = [act.values.get(field.name)]
            if field.unit in act.record.state.conflicts():
                several = act.record.state.siblings(field.unit).values()
                values = [parts_of(act.declared, field.unit, each).get(field.name) for each in several]
            told = [self._told(field, each) for each in values]
            sides = list(dict.fromkeys(each for each in told if each))
            text = "\n".join(sides)
            if len(sides) > 1:
                text = f"{_SAYS['disputed'].text(self._language)}\n{text}"
            if text:
                yield field, Row(field.label.text(self._language), self._clean(text))

    def _told(self, field: Field, value: object) -> str:
        if value in (None, "", []):
            return ""
        if field.kind in (Kind.TEXT, Kind.RICH):
            return "\n".join(map(str, value)) if isinstance(value, list) else str(value)
        return words(field, value, self._language, lambda each: self._names.get(each, MISSING), _code_in_full)

    def _names_of(self, act: Act) -> dict[str, str]:
        """What the act refers to, by id: people by name and role, anything else by its line."""
        wanted = {each for field in act.declared.fields if field.kind is Kind.REF for each in self._ids(field)}
        found = {key: each for key, each in self._view.records(wanted).items() if not (act.to and each.unsealed)}
        names = self._wording.names_of(found.values())
        names |= {each.id: f"{each.name} ({each.role})" for each in act.people}
        return names

    def _ids(self, field: Field) -> list[bytes]:
        stated = self._act.values.get(field.name)
        several = stated if isinstance(stated, list) else [stated]
        return identifiers.named(several)

    def _hands(self) -> Iterator[Hand]:
        """Who signs by hand: those who took part in a protocol, who gets a copy, the officer, his superiors."""
        act, language = self._act, self._language
        under = _SAYS["signature"].text(language)
        if act.to is not None:
            yield Hand(_SAYS["received"].text(language).format(name=act.to_name), under)
        elif act.declared.archetype is Archetype.EVENT:
            yield from (Hand(each, under, _SAYS["refusal"].text(language)) for each in self._present())
        name, _, role = self._author()
        post = str(act.values.get("drawn_by") or code_label("role", role, language))
        yield Hand(", ".join(each for each in (post, "" if name in post else name) if each), under)
        if act.declared.signing is not None and act.to is None:
            for superior, capacity in act.declared.signing.countersigned_by:
                told = code_label("signing_capacity", capacity, language)
                yield Hand(f"{told[:1].upper()}{told[1:]} ({code_label('role', superior, language)})", under)
        if act.to is None and act.declared.archetype is Archetype.ORDER and act.person in self._names:
            yield Hand(_SAYS["received"].text(language).format(name=self._names[act.person]), under)

    def _present(self) -> Iterator[str]:
        """The person whom the protocol concerns and everybody whom it names as taking part, each once."""
        seen: set[str] = set()
        for field in self._act.declared.fields:
            if field.kind is Kind.REF and (field.target == participants.PARTICIPANT or field.name == "person"):
                for each in map(identifiers.to_text, self._ids(field)):
                    of = next((one for one in self._act.people if each in (one.id, one.person)), None)
                    key = of.person if of else each
                    if key not in seen and each in self._names:
                        seen.add(key)
                        yield f"{of.name} ({of.role})" if of else self._names[each]
        lawyer = str(self._act.values.get("lawyer_name") or "")
        if lawyer and not any(each.name == lawyer for each in self._act.people if each.person in seen):
            yield f"{lawyer} ({code_label('participant_role', 'lawyer', self._language)})"

    def _digest(self) -> str:
        """What binds the paper to the record: the sum of what is signed, else of everything that stands."""
        record, declared = self._act.record, self._act.declared
        if declared.signing is not None and not record.state.conflicts():
            return signing.content(declared, record.state)
        return (record.unsealed.digest if record.unsealed else record.state.digest()).hex()


def _code_in_full(list_: str, code: str, language: str) -> str:
    return codes.in_full(list_, code, code_label(list_, code, language))
