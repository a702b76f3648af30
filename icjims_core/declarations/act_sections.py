"""Parts that several kinds of acts share: the judge's control, the recording, the challenge, an order's header."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.act_header import header
from icjims_core.declarations.schema import (
    AllOf,
    AnyOf,
    Blank,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    OneOf,
    Section,
)
from icjims_core.law.references import cpc

_OF_ACTIONS: Final = frozenset({
    "started_at", "ended_at", "region", "place", "place_geo", "technical_means", "technical_warned", "attended",
})  # fmt: skip
"""What the header says of an action in place and time, and an order does not."""


def order_header(type_name: str) -> tuple[Field, ...]:
    """The fields of the header for an order or a decision of this record type: no place, time or means of an action."""
    return header(type_name, without=_OF_ACTIONS)


SEALED_APART: Final = Label(
    "Кыйноо, мыкаачылык жөнүндө бул жерде жазылбайт: ал үчүн өзүнчө жабык жазуу бар.",
    "О пытках и жестоком обращении здесь не пишут: для этого есть отдельная закрытая запись.",
    "Torture and ill-treatment are not written of here: they have a sealed record of their own.",
)
"""The help of fields that every officer reads, beside which an allegation is recorded."""

# Fields read as the lines of a table.
# fmt: off
CONTROL = Section("control", Label("Соттун көзөмөлү", "Судебный контроль", "Control by the court"),
    cpc("165(5), 269, 270"))


def judicial_control() -> tuple[Field, ...]:
    """The fields of the section `CONTROL`: the judge's permission before an action or the check after it."""
    return CONTROL.of(
        Field("prosecutor_consent", Kind.TRI,
            Label("Прокурордун макулдугу", "Согласие прокурора", "Prosecutor’s consent"), unit="consent",
            source=cpc("165(5), 212(3)"), stays_open=True),
        Field("consent_at", Kind.TIMESTAMP,
            Label("Прокурор чечкен убакыт", "Время решения прокурора", "Prosecutor decided at"), unit="consent",
            not_future=True, stays_open=True),
        Field("filed_at", Kind.TIMESTAMP,
            Label("Өтүнүч сотко берилди", "Ходатайство подано в суд", "Motion filed at"), not_future=True,
            source=cpc("165(5)"), stays_open=True),
        Field("court_received_at", Kind.TIMESTAMP,
            Label("Сотко түшкөн убакыт", "Поступило в суд", "Received by the court at"), not_future=True,
            source=cpc("269(1), 269(2)"), stays_open=True),
        Field("court_decision", Kind.CODE, Label("Соттун чечими", "Решение суда", "Decision of the court"),
            unit="court_ruling", codes="motion_decision", source=cpc("269(3)"), stays_open=True),
        Field("decided_at", Kind.TIMESTAMP, Label("Чечим чыгарылды", "Решение вынесено", "Decided at"),
            unit="court_ruling", not_future=True, source=cpc("269(1)–269(3)"), stays_open=True),
        Field("judge", Kind.TEXT, Label("Тергөө судьясы", "Следственный судья", "Investigating judge"),
            unit="court_ruling", max_length=200, stays_open=True),
        Field("order_number", Kind.TEXT,
            Label("Токтомдун номери", "Номер постановления", "Number of the ruling"), unit="court_ruling",
            max_length=60, searchable=True, stays_open=True),
        Field("order_valid_until", Kind.DATE,
            Label("Токтом качанга чейин күчүндө", "Постановление действует до", "Ruling valid until"),
            unit="court_ruling", source=cpc("269(8)"), stays_open=True),
        Field("urgent_reason", Kind.TEXT,
            Label("Кечиктирилгистиктин негиздемеси", "Обоснование неотложности", "Why it was urgent"),
            max_length=2_000, source=cpc("172(6), 212(9), 223(1)")),
        Field("judge_notified_at", Kind.TIMESTAMP,
            Label("Тергөө судьясына билдирилди", "Следственный судья уведомлён", "Judge notified at"),
            not_future=True, source=cpc("270(1)"), stays_open=True),
        Field("prosecutor_notified_at", Kind.TIMESTAMP,
            Label("Прокурорго билдирилди", "Прокурор уведомлён", "Prosecutor notified at"), not_future=True,
            source=cpc("270(1)"), stays_open=True),
        Field("lawfulness", Kind.CODE,
            Label("Мыйзамдуулугун текшерүү", "Проверка законности", "Check of lawfulness"), unit="court_check",
            codes="lawfulness_decision", source=cpc("270(2)"), stays_open=True),
        Field("lawfulness_at", Kind.TIMESTAMP,
            Label("Текшерүү чечими чыккан убакыт", "Время решения о законности", "Checked at"),
            unit="court_check", not_future=True, source=cpc("270(2)"), stays_open=True),
        Field("private_ruling", Kind.RICH,
            Label("Жеке аныктама жана ага жооп", "Частное определение и ответ", "Private ruling and the reply"),
            max_length=10_000, source=cpc("270(2)"), stays_open=True),
    )


RECORDING = Section("recording", Label("Жазуу", "Звуко- и видеозапись", "Recording"), cpc("170(4), 200"))


def recording() -> tuple[Field, ...]:
    """The fields of the section `RECORDING`; where a ground for it holds, a missing recording is to be explained."""
    return RECORDING.of(
        Field("recording_grounds", Kind.CODE,
            Label("Жазуунун негиздери", "Основания записи", "Grounds of the recording"), merge=Merge.SET,
            codes="recording_ground", source=cpc("200(1), 200(2)")),
        Field("recorded", Kind.TRI, Label("Жазуу жүргүзүлдү", "Запись велась", "A recording was made"),
            source=cpc("200(6)")),
        Field("means", Kind.CODE, Label("Эмне менен жазылды", "Чем фиксировалось", "How it was recorded"),
            merge=Merge.SET, codes="technical_means", source=cpc("170(4)")),
        Field("recording_told", Kind.TRI,
            Label("Жазуу жөнүндө алдын ала айтылды", "О записи сообщено заранее", "Told of the recording beforehand"),
            source=cpc("170(4), 200(3)")),
        Field("recording_whole", Kind.TRI,
            Label("Жазуу аракеттин жүрүшүн толук камтыйт", "Запись отражает весь ход действия",
                "The recording covers the whole action"), source=cpc("200(4)")),
        Field("recording_replayed", Kind.TRI,
            Label("Жазуу катышуучуга толук көрсөтүлдү", "Запись полностью воспроизведена участнику",
                "The recording was replayed to the person"), source=cpc("200(5)")),
        Field("recording_remarks", Kind.RICH,
            Label("Жазууга толуктоолор", "Дополнения к записи", "Additions to the recording"), max_length=10_000,
            source=cpc("200(5), 200(6)")),
        Field("recording_files", Kind.FILE, Label("Жазуунун файлдары", "Файлы записи", "Files of the recording"),
            merge=Merge.SET, source=cpc("170(8)")),
        Field("recording_sealed", Kind.TEXT,
            Label("Жазуу кайда мөөр басылып сакталат", "Где хранится опечатанная запись",
                "Where the sealed recording is kept"), max_length=300, source=cpc("200(6)")),
        Field("recording_missing", Kind.CODE,
            Label("Жазуу жок болсо, эмне үчүн", "Почему запись не велась", "Why there is no recording"),
            unit="recording_absence", codes="recording_missing",
            required_when=AllOf((Filled("recording_grounds"),
                AnyOf((Blank("recorded"), OneOf("recorded", ("no", "not_asked")))))), source=cpc("200(2)")),
        Field("recording_missing_reason", Kind.TEXT,
            Label("Жазуу жок болгондун түшүндүрмөсү", "Объяснение отсутствия записи",
                "Explanation of the missing recording"), unit="recording_absence", max_length=500),
    )


CHALLENGE = Section("challenge", Label("Жол берилүүчүлүгү", "Допустимость", "Admissibility"),
    cpc("80(3), 80(4)(2), 80(5)"))


def challenge() -> tuple[Field, ...]:
    """The fields of the section `CHALLENGE`: evidence challenged as got by torture, or found inadmissible."""
    return CHALLENGE.of(
        Field("torture_challenged", Kind.TRI, Label("Кыйноо менен алынган деп талашылууда",
            "Оспаривается как полученное под пытками", "Challenged as got by torture"), unit="challenge",
            source=cpc("80(4)(2)"), stays_open=True,
            help=Label("Тарап ачык өтүнүчүндө талашса гана. Жабык жазууда айтылган ошол жерде калат.",
                "Только если сторона оспорила открытым ходатайством. Сказанное в закрытой записи остаётся в ней.",
                "Only where a party challenged it by an open motion. What a sealed record says stays there.")),
        Field("inadmissible", Kind.TRI, Label("Жол берилгис деп табылды", "Признано недопустимым",
            "Found inadmissible"), unit="challenge", source=cpc("80(3), 80(4)"), stays_open=True),
        Field("inadmissible_reason", Kind.TEXT, Label("Кандай бузуу болгон", "В чём нарушение", "What the breach was"),
            unit="challenge", max_length=2_000, required_when=Equals("inadmissible", "yes"), source=cpc("80(5)"),
            stays_open=True),
    )


def relies_on() -> Field:
    """What a charge, an indictment or a verdict rests on: evidence, interrogations and other protocols of the case."""
    return Field("relies_on", Kind.REF, Label("Кайсы далилдерге жана протоколдорго таянат",
        "На какие доказательства и протоколы опирается", "Evidence and protocols it relies on"), merge=Merge.SET,
        source=cpc("80(3)"))
