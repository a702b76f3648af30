"""The story of the pictures where acts are signed, in three languages."""

from icjims_core.law.references import citation
from icjims_core.modules import record_type
from icjims_core.problem import Locked
from icjims_core.problem_texts import problem_parts
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.signing.data import ContentLine, Need, SigningData
from icjims_desktop.ui.workplace import Place
from tests.ui.scenes import CASE, say


def _law(article: str) -> str:
    return citation("CPC", article, languages.current.value)


def to_sign(*, blocked: bool = False) -> SigningData:
    """An interrogation that is to be signed; `blocked` where the explanation of the rights is not recorded."""
    here = Place("form", record="apprehension-1", case="case-0", unit="rights_missing_reason")
    needs = (
        Need(
            "rights_explained",
            say("Укуктары түшүндүрүлдү", "Права разъяснены", "Rights explained"),
            _law("97(1), 97(2)"),
            blocks=True,
            reason_at=here,
        ),
    )
    warned = (
        Need(
            "doctor", say("Дарыгер карады", "Осмотрен(а) врачом", "Examined by a doctor"), _law("44(1)"), blocks=False
        ),
        Need(
            "relatives",
            say("Жакындарына билдирилди", "Близкие уведомлены", "Relatives told"),
            _law("102(1)"),
            blocks=False,
        ),
    )
    return SigningData(
        record="interrogation-1",
        capacity="officer",
        capacity_words="",
        title=record_type("interrogation").label.text(languages.current.value),
        remark=f"23.11 16:30 · {CASE}",
        edition="2026-1",
        lines=(
            ContentLine(say("Суракка алынган адам", "Допрашиваемый", "Person questioned")),
            ContentLine(say("Адам", "Лицо", "Person"), say("Асанов Эрмек", "Асанов Эрмек", "Asanov Ermek")),
            ContentLine(say("Башталды", "Начат", "Began at"), "23.11.2026 16:30"),
            ContentLine(
                say("Көрсөтмө", "Показания", "Testimony"),
                say(
                    "Автобекетке 14:00дө келгенин, сумканы алганын моюнуна алат, телефонду көргөн эмес.",
                    "Показал, что пришёл на автостанцию в 14:00; сумку взял, телефона в ней не видел.",
                    "Says that he came to the bus station at 14:00; took the bag, saw no telephone in it.",
                ),
            ),
        ),
        needs=(*needs, *warned) if blocked else warned,
        signed=(say("Айдай Сыдыкова · котормочу · 16:50", "А. Сыдыкова · переводчик · 16:50", "A. Sydykova · 16:50"),),
    )


def refusal() -> tuple[str, str]:
    """A wrong password."""
    words = problem_parts(Locked("wrong_password", attempts_left=4), languages.current.value)
    return words.happened, f"{words.means} {words.todo}"
