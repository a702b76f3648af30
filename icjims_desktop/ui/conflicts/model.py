"""The decision being made: a choice per field, and what will be written."""

from dataclasses import dataclass

from icjims_desktop.ui.conflicts.data import (
    ConflictData,
    Decision,
    FieldConflict,
    FieldDecision,
    Side,
)
from icjims_desktop.ui.conflicts.differences import Piece, combine, text_of

CHOICES = ("was", "mine", "theirs", "combined", "edited")


@dataclass(slots=True)
class Choice:
    """What was chosen in one field."""

    kind: str = ""
    their: int = 0
    """Which of the others, when there are several."""
    text: str = ""


class DecisionModel:
    """Choices of one conflict; fields that the law ties together are chosen together."""

    def __init__(self, data: ConflictData) -> None:
        self.data = data
        self.choices = [Choice() for _ in data.fields]

    def choose(self, number: int, kind: str) -> bool:
        """Choose for a field; False when that choice does not exist there."""
        field = self.data.fields[number]
        if kind == "was" and field.was is None:
            return False
        if kind == "combined" and (not field.is_text or self.combined(number) is None):
            return False
        tied = range(len(self.choices)) if self.data.one_unit and kind != "combined" else (number,)
        for each in tied:
            choice = self.choices[each]
            if kind == "theirs" and choice.kind == "theirs":
                choice.their = (choice.their + 1) % len(self.data.theirs)
            choice.kind = kind
        return True

    def edit(self, number: int, text: str) -> None:
        """Write a text of one's own into a field."""
        self.choices[number] = Choice("edited", self.choices[number].their, text)

    def theirs(self, number: int) -> Side:
        """The other version now shown in a field."""
        return self.data.fields[number].theirs[self.choices[number].their]

    def combined(self, number: int) -> tuple[Piece, ...] | None:
        """Mine and theirs in one text, None where they dispute the same words."""
        field = self.data.fields[number]
        base = field.was.text if field.was else ""
        return combine(base, field.mine.text, self.theirs(number).text)

    def result(self, number: int) -> Side | None:
        """What will stand in the field, None while nothing is chosen."""
        field, choice = self.data.fields[number], self.choices[number]
        if choice.kind == "combined":
            return Side(text_of(self.combined(number) or ()))
        if choice.kind == "edited":
            return Side(choice.text)
        return {"was": field.was, "mine": field.mine, "theirs": self.theirs(number)}.get(choice.kind)

    @property
    def complete(self) -> bool:
        """Whether every field is decided."""
        return all(choice.kind for choice in self.choices)

    def decision(self, reason: str) -> Decision:
        """The decision to be recorded; ValueError while a field is open."""
        if not self.complete:
            raise ValueError("a field is still open")
        fields = tuple(self._decide(number, field) for number, field in enumerate(self.data.fields))
        return Decision(self.data.id, fields, reason)

    def _decide(self, number: int, field: FieldConflict) -> FieldDecision:
        choice = self.choices[number]
        result = self.result(number)
        text = result.text if result else ""
        authors = {
            "was": self.data.was,
            "mine": self.data.mine,
            "theirs": self.data.theirs[choice.their],
        }
        author = authors.get(choice.kind)
        return FieldDecision(field.name, choice.kind, author.dot if author else "", text)
