"""Words for codes and times that documents carry as programs read them: periods of keeping, signatures, moments."""

from __future__ import annotations

import datetime
from typing import Final

from icjims_core.declarations.sentence import MISSING, date_words
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.declarations.words import Label
from icjims_desktop.services.oversight.log_words import ACTIONS, EVENTS, done, label, of_list, purpose

__all__ = ["ACTIONS", "DECISIONS", "EVENTS", "RETENTION", "SIGNATURES", "done", "label", "moment", "of_list", "purpose"]

RETENTION: Final = {
    "review": Label("кароо керек", "пересмотреть", "look through"),
    "archive": Label("архивге өткөрүү", "передать в архив", "to the archive"),
    "erase": Label("өчүрүү", "стереть", "erase"),
    "anonymise": Label("атсыздоо", "обезличить", "anonymise"),
    "keep": Label("сактоо", "хранить", "keep"),
}
SIGNATURES: Final = {
    "valid": Label("кол туура", "подпись верна", "signature valid"),
    "unknown_author": Label(
        "автору борбордо ырастала элек", "автор центром ещё не заверен", "author not certified yet"
    ),
    "invalid": Label("КОЛ ТУУРА ЭМЕС", "ПОДПИСЬ НЕВЕРНА", "SIGNATURE INVALID"),
}
DECISIONS: Final = {
    "accepted": Label("кабыл алынган", "принято", "accepted"),
    "refused": Label("борбор кабыл алган жок", "центром не принято", "refused by the centre"),
    "quarantined": Label("карантинде", "в карантине", "quarantined"),
}


def moment(text: object) -> str:
    """A time with its zone as `DD.MM.YYYY HH:MM` of Bishkek; a day as such; nothing as a dash."""
    if not text:
        return MISSING
    try:
        found = datetime.datetime.fromisoformat(str(text))
    except ValueError:
        return str(text)
    return date_words(str(text) if found.tzinfo is None else moment_of(found)[:16])
