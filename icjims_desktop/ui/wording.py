"""Stored things as people read them: moments of this country's clock, values of fields, problems, numbers of cases."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final, cast

from icjims_core.codes import code_list, in_full
from icjims_core.declarations.schema import Field, Kind, Source
from icjims_core.declarations.sentence import MISSING, words
from icjims_core.declarations.stored_forms import LOCAL
from icjims_core.law.references import citation
from icjims_core.paper.numbers import short
from icjims_core.problem import Parameter, Problem
from icjims_core.problem_texts import Parts, problem_parts
from icjims_core.safeguards import stamps
from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.i18n.dates import format_day, format_time
from icjims_desktop.ui.i18n.mark import translate

FormerLabels = Mapping[str, Mapping[str, Mapping[str, str]]]
"""list → code → language → label."""
NO_FORMER: Final[FormerLabels] = {}
_LAST_MOMENT: Final = 253_370_764_799_000


def local(milliseconds: int) -> datetime:
    """The wall clock of Bishkek at a time in milliseconds since 1970 UTC, without a zone."""
    # A claimed time may lie beyond what a calendar knows; it decides nothing and is shown as far as it can be.
    return datetime.fromtimestamp(min(milliseconds, _LAST_MOMENT) / 1000, LOCAL).replace(tzinfo=None)


def stored_moment(text: str) -> datetime | None:
    """A stored date or timestamp, or one of RFC 3339, by the wall clock of Bishkek; None for an empty text."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:  # a newer or foreign program may have stored what this one cannot read
        return None
    return found.astimezone(LOCAL).replace(tzinfo=None) if found.tzinfo else found


def moment_words(moment: datetime, today: datetime) -> str:
    """`09:12` of today, else `24.11 09:12`."""
    at = format_time(moment)
    return at if moment.date() == today.date() else f"{format_day(moment.date(), today.date())} {at}"


def problem_words(problem: Problem) -> Parts:
    """A problem in the language now shown; types, roles and safeguards by their names."""
    language = languages.current.value
    params = {name: _named(name, each, language) for name, each in problem.params.items()}
    return problem_parts(type(problem)(problem.code, **params), language)


def advice_words(advice: Sequence[Problem], first: str = "") -> tuple[str, str, str]:
    """Advice for the banner: fact, consequence and remedy of a single piece; of several, or after `first`, a list."""
    told = [problem_words(each) for each in advice]
    if len(told) == 1 and not first:
        return told[0].happened, told[0].means, told[0].todo
    fact = first or translate("Wording", "It is recorded. Look at this:")
    return fact, "\n".join(f"{at}. {each.happened} {each.means} {each.todo}" for at, each in enumerate(told, 1)), ""


def _named(name: str, value: Parameter, language: str) -> Parameter:
    text = str(value)
    if name == "role" and text in code_list("role"):
        return code_words("role", text, language)
    if name == "missing":
        known = {each.code: each.label.text(language) for each in stamps().stamp}
        return ", ".join(known.get(each, each) for each in text.split(", "))
    return value


def value_words(
    field: Field, value: object, language: str, name_of: Callable[[str], str], former: FormerLabels = NO_FORMER
) -> str:
    """A stored value in words, texts in full; empty for nothing. `former`: labels of codes that read otherwise now."""
    if value in (None, "", []):
        return ""
    if field.kind in {Kind.TEXT, Kind.RICH} and isinstance(value, str):
        return value
    return words(field, value, language, name_of, partial(_words_then, former=former))


def _words_then(list_: str, code: str, language: str, former: FormerLabels) -> str:
    then = former.get(list_, {}).get(code)
    return in_full(list_, code, code_words(list_, code, language) if then is None else then.get(language, then["ru"]))


def former_of(document: Mapping[str, object]) -> FormerLabels:
    """`labels` of a document of `show`: the words that its codes had when they were written, where they have others."""
    return cast("FormerLabels", document.get("labels", NO_FORMER))


def unwrapped(value: object) -> object:
    """The entries of an append without their authors and times; anything else as it is."""
    if not isinstance(value, list):
        return value
    return [each.get("text", each.get("value", each)) if isinstance(each, dict) else each for each in value]


def code_words(list_: str, code: str, language: str) -> str:
    """The label of a code."""
    return code_list(list_).label(code, language)


def size_words(size: int) -> str:
    """The size of a file of so many bytes: `640 КБ`, `4,2 МБ`."""
    if size < 1_000_000:
        return translate("Wording", "{size} KB").format(size=-(-size // 1000))
    text = f"{size / 1_000_000:.1f}"
    shown = text if languages.current is Language.EN else text.replace(".", ",")
    return translate("Wording", "{size} MB").format(size=shown)


def case_number(values: Mapping[str, object]) -> str:
    """What a case is called by: the number of the Register, else the provisional one in short, told as such."""
    if values.get("register_number"):
        return str(values["register_number"])
    if values.get("provisional_number"):
        return translate("Wording", "{number} · provisional").format(number=short(str(values["provisional_number"])))
    return translate("Wording", "no number yet")


def record_title(values: Mapping[str, object], sentence: str) -> str:
    """What a case is called on its page: what happened in short, else its line without what is missing or disputed."""
    return " ".join(str(values.get("summary") or trimmed(sentence)).split())


def trimmed(sentence: str) -> str:
    """A line without a last part that nothing stands in (it is empty, or in conflict)."""
    return sentence.removesuffix(MISSING).rstrip(" :,—")


def qualification(values: Mapping[str, object], language: str) -> str:
    """`ст. 205 ч. 2 УК · Кража`, or nothing."""
    article = values.get("article")
    if not article:
        return ""
    entry = code_list("criminal_code_article").entries.get(str(article))
    number = entry.official if entry and entry.official else str(article)
    pattern = translate("Wording", "art. {article} CC")
    if values.get("part"):
        pattern = translate("Wording", "art. {article}({part}) CC")
    shown = pattern.format(article=number, part=values.get("part"))
    return f"{shown} · {entry.label.text(language)}" if entry else shown


def law_words(source: Source | None) -> str:
    """`ст. 97 УПК`: an article with the short name of its act, or nothing."""
    return citation(source.act, source.article, languages.current.value) if source else ""


def fields_of(document: Mapping[str, object]) -> dict[str, object]:
    """The agreed values of a document of `show`, by field; what is in conflict is left out."""
    fields = document.get("fields")
    if not isinstance(fields, dict):
        return {}
    return {name: each["value"] for name, each in fields.items() if "value" in each}


def disputed_of(document: Mapping[str, object]) -> frozenset[str]:
    """The fields in conflict of a document of `show`."""
    fields = document.get("fields")
    return (
        frozenset(name for name, each in fields.items() if "siblings" in each)
        if isinstance(fields, dict)
        else frozenset()
    )
