"""The invented story of the pictures, second part: a disagreement, and an exchange under way."""

from datetime import date, datetime

# ruff: noqa: DTZ001, E501, FBT003
# Local wall-clock times of a story, told in tables.
from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.components.progress import Segment, SegmentState
from icjims_desktop.ui.components.sync_sentence import SyncFacts
from icjims_desktop.ui.conflicts import data as conflict
from icjims_desktop.ui.sync_panel import data as sync
from tests.ui.scenes import CASE, NOW, office, say


def conflict_items() -> tuple[conflict.ConflictItem, ...]:
    """The queue of two."""
    liberty = ChipData(say("Адамдын эркиндиги", "Свобода человека", "Liberty of a person"), ChipKind.ACCENT, "shield")
    return (
        conflict.ConflictItem("c1", say("Кармоо токтому, Асанов Эрмек", "Постановление о задержании, Асанов Эрмек",
            "Order of apprehension, Asanov Ermek"), say("3 талаа · прокуратура менен", "3 поля · с прокуратурой",
            "3 fields · with the prosecutor"), CASE, say("кечээден бери", "со вчерашнего дня", "since yesterday"), liberty),
        conflict.ConflictItem("c2", say("Сурак протоколу, Сыдыкова", "Протокол допроса, Сыдыкова",
            "Record of questioning, Sydykova"), say("1 талаа · А. Жапаров", "1 поле · А. Жапаров", "1 field · A. Zhaparov"),
            CASE, say("бүгүн, 09:12", "сегодня, 09:12", "today, 09:12")),
    )  # fmt: skip


def disagreement() -> conflict.ConflictData:
    """Three fields between an investigator and a prosecutor."""
    base = say(
        "Автобекеттен чыга беришинде кармалды, жанында кара түстүү сумка болгон. Суроолорго жай жооп берди.",
        "Задержан у выхода с автостанции, при себе имел сумку чёрного цвета. На вопросы отвечал спокойно.",
        "Apprehended at the exit of the bus station, had a black bag with him. Answered questions calmly.",
    )
    mine = say(
        "Автобекеттен башкы чыга беришинде кармалды, жанында кара түстүү сумка болгон. Суроолорго жай жооп берди.",
        "Задержан у главного выхода с автостанции, при себе имел сумку чёрного цвета и телефон Samsung. На вопросы "
        "отвечал спокойно.",
        "Apprehended at the main exit of the bus station, had a black bag with him. Answered questions calmly.",
    )
    theirs = say(
        "Автобекеттен чыга беришинде кармалды, жанында көк түстүү сумка болгон. Суроолорго котормочу аркылуу жай "
        "жооп берди.",
        "Задержан у выхода с автостанции, при себе имел сумку тёмно-синего цвета. На вопросы отвечал спокойно через "
        "переводчика.",
        "Apprehended at the exit of the bus station, had a dark blue bag with him. Answered questions calmly through an "
        "interpreter.",
    )
    side = conflict.Side
    fields = (
        conflict.FieldConflict(
            "actual_at",
            say("Иш жүзүндө кармалган убакыт", "Фактическое задержание, время", "Actual apprehension, time"),
            say(
                "КЖПК 97 · өзгөртүүнү прокурор көрөт",
                "ст. 97 УПК · изменение увидит прокурор",
                "art. 97 CPC · the prosecutor will see the change",
            ),
            side("14:20", say("кол менен киргизилген", "введено вручную", "typed by hand")),
            side("14:30", say("ИВС журналы", "журнал ИВС", "custody register")),
            (side("14:05", say("автобекеттин видеосу", "видеозапись автостанции", "video of the bus station")),),
            consequences={
                "theirs": say(
                    "сааттар жылат: сот 11:05ке чейин", "часы сдвинутся: суд до 11:05", "clocks move: court until 11:05"
                )
            },
        ),
        conflict.FieldConflict(
            "order_place",
            say("Түзүлгөн жери", "Место составления", "Place of the order"),
            say("ар бири өзүнчө өзгөрткөн", "каждый изменил по-своему", "each changed it differently"),
            side("с. Сокулук", "ул. Фрунзе"),
            side("с. Сокулук, РОВД", say("каб. 7", "каб. 7", "room 7")),
            (side("с. Сокулук, ИВС", say("кабинетсиз", "без кабинета", "no room")),),
        ),
        conflict.FieldConflict(
            "motive",
            say("Жагдайлар", "Обстоятельства", "Circumstances"),
            say(
                "текст: сөздөр талашпайт, бириктирсе болот",
                "текст: слова не спорят, можно объединить",
                "text: the words do not clash, can be combined",
            ),
            side(base),
            side(mine),
            (side(theirs),),
            is_text=True,
        ),
    )
    return conflict.ConflictData("c1", conflict_items()[0].title, CASE,
        say("2ден 1, кечээден бери күтөт", "1 из 2, ждёт со вчерашнего дня", "1 of 2, waits since yesterday"),
        conflict.Author("a:1", say("бланк, 23.11, 15:40", "бланк, 23.11 в 15:40", "form, 23.11, 15:40")),
        conflict.Author("a:2", say("Н. Жумабаева, бүгүн 09:12", "Н. Жумабаева, сегодня 09:12", "N. Zhumabaeva, today 09:12")),
        (conflict.Author("b:1", say("Э. Абдыраева, прокуратура, 23.11 17:05", "Э. Абдыраева, прокуратура, 23.11 17:05",
            "E. Abdyraeva, prosecutor, 23.11 17:05")),), fields,
        ChipData(say("Адамдын эркиндиги: машина тандабайт", "Свобода человека: машина не выбирает",
            "Liberty of a person: no machine chooses"), ChipKind.ACCENT, "shield"), agreed=11)  # fmt: skip


def exchange() -> sync.SyncData:
    """An exchange under way with one refusal."""
    case_412 = f"000412 · {say('Бекенов, Асанов', 'Бекенов, Асанов', 'Bekenov, Asanov')}"
    segments = (*[Segment(SegmentState.DONE)] * 9, Segment(SegmentState.REFUSED), Segment(SegmentState.WAITING, 0.45),
        *[Segment(SegmentState.WAITING)] * 3)  # fmt: skip
    line, session, state, outcome = sync.QueueLine, sync.SessionLine, sync.QueueState, sync.SessionOutcome
    queue = (
        line(f"000455 · {say('Ниязов (бала)', 'Ниязов (ребёнок)', 'Niyazov (child)')}",
            say("Кармоо, билдирүүлөр, дарыгердин кароосу", "Задержание, уведомления, осмотр врача",
                "Apprehension, notices, medical examination"), 200_000, state.IN_CENTRE, datetime(2026, 11, 24, 10, 37)),
        line(case_412, say("Күбө Сыдыкованын сурагы", "Допрос свидетеля Сыдыковой", "Questioning of witness Sydykova"),
            100_000, state.REFUSED),
        line(case_412, say("Кароо протоколу, 3 сүрөт", "Протокол осмотра, 3 снимка", "Record of inspection, 3 pictures"),
            4_200_000, state.GOING, percent=45),
        line(f"000441 · {say('топ адамдар', 'группа лиц', 'group')}", say("Топ жөнүндө токтом, 2 көчүрмө",
            "Постановление о группе, 2 копии сторонам", "Order on the group, 2 copies"), 100_000, state.NEXT),
        line(say("Текшерүү 1207 · Токтосунов", "Проверка 1207 · Токтосунов", "Check 1207 · Toktosunov"),
            say("Түшүндүрмө, рапорт", "Объяснение, рапорт", "Explanation, report"), 100_000, state.WAITING),
    )  # fmt: skip
    sessions = (
        session(datetime(2026, 11, 24, 10, 36), outcome.GOING, 9, 21, 50),
        session(datetime(2026, 11, 24, 8, 2), outcome.ALL_ARRIVED, 3, 46, 72),
        session(datetime(2026, 11, 23, 18, 10), outcome.BROKE_OFF, 5, 0, 280, planned=8),
        session(datetime(2026, 11, 23, 12, 31), outcome.STICK, 40, 174, 25, package=30),
    )
    refused = sync.RefusedItem("r1",
        say("Борбор кабыл алган жок: күбө Сыдыкованын сурагы, иш 000412", "Центр не принял: допрос свидетеля Сыдыковой, дело 000412",
            "The centre refused: questioning of witness Sydykova, case 000412"),
        say("Туулган күнү келечекте: 12.05.2062. Жазуу бүтүн, ушул жерде калат.",
            "Дата рождения в будущем: 12.05.2062. Запись цела и остаётся у вас.",
            "The birth date is in the future: 12.05.2062. The record is whole and stays here."),
        say("Жылын оңдоп, кайра кол коюңуз: ушул эле сеанста кетет.", "Исправьте год и подпишите снова: уйдёт в этом же сеансе.",
            "Correct the year and sign again: it goes in this same session."),
        say("Жылын оңдоо", "Исправить год", "Correct the year"))  # fmt: skip
    return sync.SyncData(
        f"{office()[:-6]}, {say('К-2 жумуш орду', 'рабочее место К-2', 'workstation K-2')}",
        NOW,
        SyncFacts(waiting=4, sent=9, total=14, refused=1, going=True, last_success=datetime(2026, 11, 24, 8, 3)),
        segments,
        current=say("кароо протоколу", "протокол осмотра", "record of inspection"),
        current_done=1_900_000,
        current_size=4_200_000,
        rate_kbs=38,
        seconds_left=62,
        limit_kbs=64,
        refused=refused,
        queue=queue,
        queue_total=14,
        sessions=sessions,
        digests=sync.DigestsData(
            True,
            datetime(2026, 11, 24, 8, 3),
            12408,
            say("тулпар · кайың · 41 · жайлоо", "тулпар · кайың · 41 · жайлоо", "tulpar · kaiyn · 41 · jailoo"),
        ),
        stick=sync.StickData(31, date(2026, 11, 23), 118),
        clock_offset_seconds=0.4,
        every_minutes=15,
    )
