"""The invented story of the pictures (case 08-009-2026-000412) as view data, in three languages."""

from collections.abc import Callable, Sequence
from datetime import datetime

# ruff: noqa: DTZ001, FBT003, E501
# Local wall-clock times of a story, told in tables.
from icjims_core.modules import record_type
from icjims_desktop.ui.cases.data import CaseFilter, CaseRow
from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.components.progress import LedgerData, Segment, SegmentState
from icjims_desktop.ui.components.sync_sentence import SyncFacts
from icjims_desktop.ui.components.timeline import Run, TimelineRow
from icjims_desktop.ui.dossier import data as dossier
from icjims_desktop.ui.fields import Candidate, FormContext
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.record_form.data import ClockLine, FieldProblem, FormData
from icjims_desktop.ui.shell.data import Count, ShellData
from icjims_desktop.ui.unlock.data import KeyboardState, UnlockData, UnlockFailure, UnlockUser

NOW = datetime(2026, 11, 24, 10, 40)
CASE = "08-009-2026-000412"
ASANOV = "0b0e6f5e-0000-4000-8000-000000000001"


def say(ky: str, ru: str, en: str) -> str:
    """The text in the language now shown."""
    return {"ky": ky, "ru": ru, "en": en}[languages.current.value]


def office() -> str:
    """The office of the story."""
    return say("Сокулук РИИБ · 009", "Сокулукский ОВД · 009", "Sokuluk Police · 009")


def shell() -> ShellData:
    """Who works, and what waits."""
    counts = {"cases": Count(38), "conflicts": Count(2, "text"), "sync": Count(1, "late")}
    facts = SyncFacts(waiting=3, offline_since=datetime(2026, 11, 24, 10, 12))
    name = say("Н. Жумабаева", "Н. Жумабаева", "N. Zhumabaeva")
    return ShellData(name, office(), True, counts, facts)


def unlock() -> UnlockData:
    """The unlock screen after a refused password."""
    name = say("Жумабаева Нургүл", "Жумабаева Нургуль", "Zhumabaeva Nurgul")
    position = say("тергөөчү", "следователь", "investigator")
    station = say("К-2 жумуш орду", "рабочее место К-2", "workstation K-2")
    users = (UnlockUser("n.zhumabaeva", name, f"{position} · 009-017"), UnlockUser("a.japarov", "А. Жапаров", ""))
    facts = SyncFacts(last_success=datetime(2026, 11, 24, 10, 38))
    now = datetime(2026, 11, 24, 10, 52)
    return UnlockData(f"{office()} · {station}", users, now, True, facts, 3, datetime(2026, 11, 24, 10, 32), 10)


def keyboard() -> KeyboardState:
    """A Russian layout with Caps Lock on."""
    return KeyboardState(say("РУС", "РУС", "RUS"), caps_lock=True)


def failure() -> UnlockFailure:
    """Three tries are left."""
    return UnlockFailure(3, 10)


_CASES: tuple[tuple[str, str, str, str, int | None, bool, int], ...] = (
    ("000412", "Бекенов, Асанов", "КЖК 207 ч. 2", "investigation", 17, False, 2),
    ("000455", "Ниязов Адилет", "КЖК 205 ч. 1", "apprehension", 0, True, 0),
    ("000398", "Мамытов Кубан", "КЖК 138", "check", 3, True, 0),
    ("000376", "Садыров", "КЖК 205 ч. 3", "investigation", -1, True, 0),
    ("000441", "Топ адамдар", "КЖК 209 ч. 4", "investigation", 7, False, 0),
    ("000433", "Жээнбеков", "КЖК 280", "court", 11, True, 0),
    ("000460", "Токтосунов", "КЖК 280", "check", None, True, 0),
)


def _deadline(days: int | None) -> ChipData | None:
    if days is None:
        return None
    if days < 0:
        text = say("1 күн кечикти", "Опоздали на 1 день", "1 day late")
        return ChipData(text, ChipKind.LATE, "octagon")
    if days == 0:
        return ChipData(say("Бүгүн, 23:15", "Сегодня, 23:15", "Today, 23:15"), ChipKind.DUE, "clock")
    text = say(f"{days} күн калды", f"Осталось {days} дн.", f"{days} days left")
    return ChipData(text, ChipKind.DUE if days <= 3 else ChipKind.NEUTRAL, "clock")


def case_rows(count: int = 38) -> tuple[CaseRow, ...]:
    """The list of cases."""
    stages = {
        "investigation": say("Тергөө", "Следствие", "Investigation"),
        "apprehension": say("Кармалган", "Задержание", "Apprehension"),
        "check": say("Текшерүү", "Проверка", "Check"),
        "court": say("Сотто", "В суде", "In court"),
    }
    deed = say("каракчылык", "разбой", "robbery")
    rows = []
    for number in range(count):
        nr, who, article, stage, days, sent, conflicts = _CASES[number % len(_CASES)]
        title = f"{who} — {deed}" if number == 0 else who
        shown = f"08-009-2026-{int(nr) - (number // len(_CASES)) * 61:06}"
        rows.append(
            CaseRow(
                f"case-{number}",
                shown,
                title,
                article,
                say("Н. Жумабаева", "Н. Жумабаева", "N. Zhumabaeva"),
                f"{24 - number // 7}.11",
                stages[stage],
                _deadline(days),
                sent,
                conflicts,
            )
        )
    return tuple(rows)


def case_filters() -> tuple[CaseFilter, ...]:
    """Named filters."""
    return (
        CaseFilter("all", say("Баары", "Все", "All"), 38),
        CaseFilter("mine", say("Меники", "Мои", "Mine"), 21),
        CaseFilter("due", say("Ушул аптада", "Срок на этой неделе", "Due this week"), 7),
        CaseFilter("unsent", say("Жөнөтүлө элек", "Не отправлены", "Not sent"), 3),
    )


def fetch_cases(ids: Sequence[int], deliver: Callable[[Sequence[CaseRow]], None]) -> None:
    """Rows of the list, at once."""
    rows = case_rows()
    deliver([rows[number % len(rows)] for number in ids])


def _steps() -> tuple[TimelineRow, ...]:
    author = say("Н. Жумабаева", "Н. Жумабаева", "N. Zhumabaeva")

    def step(number: int, when: str, icon: str, words: Sequence[Run], who: str = "", **more: object) -> TimelineRow:
        day, time = when.split()
        return TimelineRow(f"step-{number}", day, time, icon, tuple(words), who or author, **more)  # type: ignore[arg-type]

    return (
        step(0, "24.11 09:50", "talk", (
            Run(say("Күбө ", "Допрошена свидетель ", "Witness ")),
            Run(say("Сыдыкова Т. К.", "Сыдыкова Т. К.", "Sydykova T. K."), True),
            Run(say(" кошумча суракка алынды, 42 мүнөт, үн жазуу менен",
                    ", дополнительно, 42 минуты, с аудиозаписью",
                    " questioned again, 42 minutes, sound recorded"))), signed=False, in_centre=False),
        step(1, "23.11 14:20", "cuffs", (
            Run(say("Асанов Эрмек", "Асанов Эрмек", "Asanov Ermek"), True),
            Run(say(" иш жүзүндө кармалды; протокол 15:40та түзүлдү, адвокат 15:05те",
                    " фактически задержан; протокол в 15:40, адвокат в 15:05",
                    " apprehended; protocol at 15:40, lawyer at 15:05"))), f"{author}, {office()[:-6]}", liberty=True),
        step(2, "20.11 16:30", "flask", (
            Run(say("Дактилоскопиялык экспертизанын № 1184 корутундусу келди: изи Асановдуку",
                    "Пришло заключение дактилоскопии № 1184: след Асанова",
                    "Fingerprint report No. 1184 came: the trace is Asanov's")),),
            say("Мамлекеттик эксперттик кызмат", "Государственная экспертная служба", "State Forensic Service")),
        step(3, "14.11 11:10", "eye", (
            Run(say("Жабырлануучу ", "Потерпевшая ", "Victim ")),
            Run(say("Өмүрбекова Ж.", "Омурбекова Ж.", "Omurbekova Zh."), True),
            Run(say(" сүрөт боюнча тааныды, 3 окшош адамдын ичинен",
                    " опознала по фотографии среди 3 похожих лиц",
                    " recognised a photograph among 3 alike"))),
            say("А. Жапаров, тергөөчү", "А. Жапаров, следователь", "A. Zhaparov, investigator")),
        step(4, "13.10 10:45", "scales", (
            Run(say("Сот кармоону мыйзамдуу деп тапты жана ", "Суд признал задержание законным и взял под стражу ",
                    "The court found the apprehension lawful and remanded ")),
            Run(say("Бекенов Нурланды", "Бекенова Нурлана", "Bekenov Nurlan"), True),
            Run(say(" 2 айга камакка алды", " на 2 месяца", " for 2 months"))),
            say("Сокулук райондук сотунун тергөө судьясы", "Следственный судья Сокулукского районного суда",
                "Investigating judge, Sokuluk District Court")),
        step(5, "12.10 18:05", "document", (
            Run(say("Бекенов Нурланга", "Бекенову Нурлану", "Bekenov Nurlan"), True),
            Run(say(" айып коюлду, адвокат Г. Исаева катышты; сурак видеого жазылды",
                    " предъявлено обвинение с участием адвоката Г. Исаевой",
                    " charged, lawyer G. Isaeva present; questioning on video")))),
        step(6, "11.10 20:15", "cuffs", (
            Run(say("Бекенов Нурлан", "Бекенов Нурлан", "Bekenov Nurlan"), True),
            Run(say(" иш жүзүндө кармалды; жакындарына 20:40та, адвокатка 20:50дө айтылды",
                    " фактически задержан; родные в 20:40, адвокат в 20:50",
                    " apprehended; relatives told 20:40, lawyer 20:50"))),
            say("А. Жапаров, Сокулук РИИБ", "А. Жапаров, Сокулукский ОВД", "A. Zhaparov, Sokuluk Police")),
        step(7, "11.10 19:05", "flag", (
            Run(say("Кылмыш иши козголду, КЖК 207-берененин 2-бөлүгү; көчүрмө прокурорго 21:30да",
                    "Возбуждено дело, ст. 207 ч. 2 УК; копия прокурору в 21:30",
                    "Case opened, art. 207(2) CC; copy to the prosecutor at 21:30")),)),
        step(8, "10.10 08:30", "tray", (
            Run(say("Арыз кабыл алынды, каттоо № 1093; талон арыз ээсине колуна берилди",
                    "Принято заявление, регистрация № 1093; талон выдан заявителю",
                    "Report received, entry No. 1093; slip handed to the applicant")),),
            say("Кезметчи Т. Сатаров", "Дежурный Т. Сатаров", "Duty officer T. Satarov")),
    )  # fmt: skip


def case() -> dossier.DossierData:
    """The case page."""
    done, due = Segment(SegmentState.DONE), Segment(SegmentState.HOLLOW_DUE)
    offers = (
        ("charge", say("Айып коюу", "Обвинение", "Charge"), "240–243",
         say("өтүнүчтөн мурда керек", "нужно до ходатайства", "needed before the motion"), True),
        ("remand", say("Камакка алуу өтүнүчү", "Ходатайство о страже", "Motion for remand"), "106, 114",
         say("25.11, 11:20га чейин", "до 25.11, 11:20", "until 25.11, 11:20"), True),
        ("expert", say("Экспертиза дайындоо", "Назначить экспертизу", "Order an expert"), "178",
         say("суроолор даяр үлгүдө", "вопросы в образце готовы", "questions are prepared"), True),
        ("indictment", say("Айыптоо актысы", "Обвинительный акт", "Indictment"), "256",
         say("Тааныштыруу бүтө элек (251)", "Ознакомление не окончено (251)", "Reading not finished (251)"), False),
        ("search", say("Тинтүү", "Обыск", "Search"), "220",
         say("сот уруксаты керек", "нужно разрешение суда", "needs leave of the court"), True),
    )  # fmt: skip
    cpc = say("КЖПК {}", "ст. {} УПК", "art. {} CPC")
    custody = say("камакта", "под стражей", "in custody")
    return dossier.DossierData(
        "case-0",
        CASE,
        say("Бекенов, Асанов — каракчылык", "Бекенов, Асанов — разбой", "Bekenov, Asanov — robbery"),
        (
            ChipData(say("Тергөөдө", "Следствие", "Investigation"), ChipKind.ACCENT),
            ChipData(say("КЖК 207-берене, 2-бөлүк · оор", "ст. 207 ч. 2 УК · тяжкое", "art. 207(2) CC · grave")),
        ),
        (
            ChipData(say("Асановду сотко: 24 с 40 мүн", "Асанова в суд: 24 ч 40 мин", "Asanov to court: 24 h 40 min"),
                     ChipKind.ACCENT, "clock"),
            ChipData(say("Тергөө мөөнөтү: 17 күн калды, 11.12", "Срок следствия: 17 дней, 11.12",
                         "Investigation: 17 days left, 11.12"), icon="clock"),
            ChipData(say("Бекеновдун камагы: 16 күн калды, 10.12", "Стража Бекенова: 16 дней, 10.12",
                         "Bekenov in custody: 16 days left, 10.12"), icon="lock"),
        ),
        say("Н. Жумабаева, тергөөчү", "Н. Жумабаева, следователь", "N. Zhumabaeva, investigator"),
        office(),
        tuple(
            dossier.ActOffer(id_, title, cpc.format(article), reason, allowed, urgent=id_ == "remand")
            for id_, title, article, reason, allowed in offers
        ),
        (
            dossier.StepKind("", say("Баары", "Все", "All"), 9),
            dossier.StepKind("liberty", say("Эркиндик", "Свобода", "Liberty"), 6),
            dossier.StepKind("evidence", say("Далил", "Доказательства", "Evidence"), 14),
            dossier.StepKind("court", say("Сот", "Суд", "Court"), 3),
        ),
        _steps(),
        (
            dossier.Participant("p1", say("Асанов Эрмек", "Асанов Эрмек", "Asanov Ermek"),
                say("шектүү · адв. К. Орозбеков", "подозреваемый · адв. К. Орозбеков", "suspect · law. K. Orozbekov"),
                say("кармалган", "задержан", "apprehended"), in_custody=True),
            dossier.Participant("p2", say("Бекенов Нурлан", "Бекенов Нурлан", "Bekenov Nurlan"),
                say("айыпталуучу · адв. Г. Исаева", "обвиняемый · адв. Г. Исаева", "accused · law. G. Isaeva"), custody),
            dossier.Participant("p3", say("Өмүрбекова Жылдыз", "Омурбекова Жылдыз", "Omurbekova Zhyldyz"),
                say("жабырлануучу · дареги жашырылган", "потерпевшая · адрес скрыт", "victim · address withheld")),
        ),
        9,
        (
            dossier.Measure(say("Бекенов — камакка алуу", "Бекенов — стража", "Bekenov — custody"), "11.10 – 10.12",
                say("45 күн өттү · 16 калды", "прошло 45 дней · осталось 16", "45 days used · 16 left"),
                say("эң көбү 1 жыл", "не более 1 года", "1 year at most"),
                "", LedgerData(45, 61, 365),
                say("Узартуу өтүнүчү 05.12ге чейин · КЖПК 115", "Продление просить до 05.12 · ст. 115 УПК",
                    "Ask for extension before 05.12 · art. 115 CPC"), "p2"),
        ),
        (dossier.Safeguards("8 / 10",
            (*[done] * 8, due, Segment(SegmentState.HOLLOW)),
            (
                dossier.SafeguardLine(say("Дарыгер: азыр, кароо жазыла элек, КЖПК 44-6",
                    "Врач: сейчас, осмотр не записан, ст. 44-6", "Doctor: now, no examination yet, art. 44-6"), due=True),
                dossier.SafeguardLine(say("Сотко жеткирүү: мөөнөтү 25.11, 11:20", "Доставить в суд: до 25.11, 11:20",
                    "Bring to court: until 25.11, 11:20")),
            ), "p1", say("Асанов", "Асанов", "Asanov")),),
        (
            dossier.DocumentLine("d1", say("Суракка алуу протоколу", "Протокол допроса", "Record of questioning"), "", draft=True),
            dossier.DocumentLine("d2", say("Кармоо токтому № 12", "Постановление № 12", "Order No. 12"), "23.11 · PDF"),
            dossier.DocumentLine("d3", say("Экспертиза № 1184", "Экспертиза № 1184", "Expert report No. 1184"), "20.11 · PDF"),
            dossier.DocumentLine("d4", say("Соттун токтому, камак", "Решение суда, стража", "Court order, custody"), "13.10 · PDF"),
        ),
        46,
    )  # fmt: skip


LAWYERS = (("Орозбеков Канат", "1183", "4"), ("Орозалиева Айжан", "0967", "31"), ("Орозов Руслан", "1420", "12"))


def context() -> FormContext:
    """Clock and look-ups of the form."""

    def search(_target: str, text: str, found: Callable[[Sequence[Candidate]], None]) -> None:
        register = say("реестр", "реестр", "register")
        km = say("км", "км", "km")
        found(
            [
                Candidate(number, name, f"{register} {number} · {distance} {km}")
                for name, number, distance in LAWYERS
                if text.casefold() in name.casefold()
            ]
        )

    def name_of(_target: str, record_id: str) -> str:
        return "Асанов Эрмек Жолдошевич" if record_id == ASANOV else ""

    return FormContext(lambda: datetime(2026, 11, 23, 15, 53), search, name_of)


def form() -> FormData:
    """The form of an apprehension, half filled."""
    limits = (
        (say("прокурорго", "прокурору", "to prosecutor"), "24.11, 02:20"),
        (say("сотко, 45 с", "в суд, 45 ч", "to court, 45 h"), "25.11, 11:20"),
        (say("чеги, 48 с", "предел, 48 ч", "limit, 48 h"), "25.11, 14:20"),
    )
    return FormData(
        record_type("apprehension"),
        {
            "person": ASANOV,
            "actual_times": [{"at": "2026-11-23T14:20+06:00", "source": "officer"}],
            "place": say("Автобекет", "Автостанция", "Bus station"),
            "delivered_at": "2026-11-23T15:05+06:00",
            "order_at": "2026-11-23T15:40+06:00",
            "order_place": say("Сокулук айылы", "с. Сокулук", "Sokuluk"),
            "rights_explained_at": "2026-11-23T14:35+06:00",
            "lawyer_name": "Орозбеков Канат",
            "lawyer_arrived_at": "2026-11-23T15:05+06:00",
            "relative_name": "Асанова Г.",
        },
        CASE,
        say("2-версия, мурункусу сакталат", "Версия 2, прежняя хранится", "Version 2, the former is kept"),
        datetime(2026, 11, 23, 15, 52),
        may_sign=True,
        clocks_remark=say("кармоодон, 23.11, 14:20", "от задержания, 23.11 в 14:20", "from 23.11, 14:20"),
        clocks=tuple(ClockLine(*limit) for limit in limits),
    )


def time_question() -> FieldProblem:
    """A time before the apprehension."""
    return FieldProblem(
        "relatives_notified_times",
        say(
            "13:50 кармоодон (14:20) эрте. Кайсы убакыт туура?",
            "13:50 раньше задержания (14:20). Какое время верно?",
            "13:50 is before the apprehension (14:20). Which time is right?",
        ),
        say(
            "14:20да ката болсо, себебин жазып оңдоңуз: прокурор көрөт.",
            "Если ошибка в 14:20, исправьте его с причиной: прокурор увидит.",
            "If 14:20 is wrong, correct it with a reason: the prosecutor will see it.",
        ),
    )
