"""The board of the story: what runs out on a Tuesday in November, in three languages."""
# ruff: noqa: DTZ001, E501

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime

from icjims_desktop.services.law import custody_told, liberty
from icjims_desktop.ui.dossier.liberty import NOT_APPLICABLE
from icjims_desktop.ui.today.data import ORDER, Board, Clock, DueRow, End, Explained, Group, Left, Wait
from tests.ui.scenes import CASE, say

NOW = datetime(2026, 11, 24, 10, 40)
_COUNTS = {Group.TODAY: 2, Group.OVERDUE: 1, Group.WEEK: 1, Group.LATER: 3, Group.DONE_LATE: 2}


def now() -> datetime:
    """The clock of the story."""
    return NOW


def _left(due: datetime, *, exact: bool = False, missed: bool = False) -> Left:
    return Left(due, exact, due.date(), missed)


def dues() -> tuple[DueRow, ...]:
    """Due dates in the order of their groups."""
    told = (
        ("A", _left(datetime(2026, 11, 23, 9, 0), exact=True, missed=True),
         say("Туугандарына билдирүү", "Уведомление родственников о задержании", "Relatives told of the apprehension"),
         say("КЖПК 102(1)-берене", "ст. 102(1) УПК", "art. 102(1) CPC")),
        ("A", _left(datetime(2026, 11, 24, 14, 15), exact=True),
         say("Кармоо токтомунун көчүрмөсү прокурорго", "Копия постановления о задержании прокурору",
             "Apprehension order to the prosecutor"), say("КЖПК 97(4)-берене", "ст. 97(4) УПК", "art. 97(4) CPC")),
        ("B", _left(datetime(2026, 11, 25, 0, 0)),
         say("Тараптарга топ түзүү көчүрмөсү", "Копия о создании группы — сторонам", "Copy on the group to the parties"),
         say("КЖПК 163-берене", "ст. 163 УПК", "art. 163 CPC")),
        ("B", _left(datetime(2026, 11, 27, 0, 0)),
         say("Билдирүү боюнча чечим", "Решение по сообщению о преступлении", "Decision on the report of a crime"),
         say("КЖПК 153(3)-берене", "ст. 153(3) УПК", "art. 153(3) CPC")),
        ("B", _left(datetime(2026, 12, 4, 0, 0)),
         say("Тергөөнү узартуу өтүнүчү", "Ходатайство о продлении следствия", "Motion to extend the investigation"),
         say("КЖПК 162(4)-берене", "ст. 162(4) УПК", "art. 162(4) CPC")),
        ("B", _left(datetime(2026, 12, 5, 0, 0)),
         say("Камакты узартуу өтүнүчү", "Ходатайство о продлении стражи", "Motion to extend custody"),
         say("КЖПК 115(3)-берене", "ст. 115(3) УПК", "art. 115(3) CPC")),
        ("C", _left(datetime(2026, 12, 11, 0, 0)),
         say("Тергөө мөөнөтүнүн аягы", "Конец срока следствия", "End of the investigation"),
         say("КЖПК 162(1)-берене", "ст. 162(1) УПК", "art. 162(1) CPC")),
    )  # fmt: skip
    person = say("Ниязов Адилет", "Ниязов Адилет", "Niyazov Adilet")
    return tuple(
        DueRow("c", f"k{number}", severity, left, what, article, CASE, person, 1 + 2 * (number == 6), 1 + (number == 1))
        for number, (severity, left, what, article) in enumerate(told)
    )


def board() -> Board:
    """The due dates under their headings."""
    numbers = array("q")
    for group, first in ((Group.TODAY, 1), (Group.OVERDUE, 0), (Group.WEEK, 3), (Group.LATER, 4)):
        numbers.append(-1 - ORDER.index(group))
        numbers.extend(range(first, first + _COUNTS[group]))
    return Board(numbers, _COUNTS, mine=7, office=23, own=True, only_mine=True, group=None, uncertain=True)


def fetch(numbers: Sequence[int], deliver: Callable[[Sequence[DueRow]], None]) -> None:
    """Rows of the board, at once."""
    every, nothing = dues(), Left(None, exact=False, day=None)
    headings = [DueRow("", "", "", nothing, "", "", "", "", group=each, count=_COUNTS[each]) for each in ORDER]
    deliver([every[each] if each >= 0 else headings[-1 - each] for each in numbers])


def clocks() -> tuple[Clock, ...]:
    """Two persons whose liberty runs out."""
    rows = dues()
    starts = (datetime(2026, 11, 24, 2, 15), datetime(2026, 11, 23, 14, 20))
    names = (
        say("Ниязов Адилет", "Ниязов Адилет", "Niyazov Adilet"),
        say("Асанов Эрмек", "Асанов Эрмек", "Asanov Ermek"),
    )
    ends = (datetime(2026, 11, 24, 14, 15), datetime(2026, 11, 25, 11, 20))
    lasts = (datetime(2026, 11, 25, 2, 15), datetime(2026, 11, 25, 14, 20))
    return tuple(
        Clock(
            "c", f"k{at}", CASE, names[at], rows[1].what, rows[1].article, starts[at], ends[at], (ends[at], lasts[at])
        )
        for at in range(2)
    )


def waits() -> tuple[Wait, ...]:
    """What waits."""
    return (
        Wait("refused", "octagon", "late", say("Борбор 1 өзгөртүүнү алган жок", "Центр не принял 1 изменение",
            "The centre did not accept 1 change"), say("Алмашуу бетинде", "На странице обмена", "On the sync page")),
        Wait("drafts", "pen", "text2", say("3 каралама", "3 черновика", "3 drafts"), "10:32"),
    )  # fmt: skip


def explained() -> tuple[Explained, ...]:
    """The first two due dates with their reasons."""
    steps = say(
        "24.11.2026 02:15 окуясынан: Кармоо, «Иш жүзүндө кармалган убакыт».|12 саат 24.11.2026 02:15 мүнөтүнөн.",
        "От события 24.11.2026 02:15: Задержание, «Время фактического задержания».|12 часов с минуты 24.11.2026 02:15.",
        "From the event of 24.11.2026 02:15: Apprehension, “Actual time”.|12 hours from the minute 24.11.2026 02:15.",
    )
    ends = (
        End(
            "24.11.2026 14:15",
            say("иш жүзүндө кармалгандан", "с фактического задержания", "from the deed"),
            acted_on=True,
        ),
        End("24.11.2026 17:40", say("токтомдон", "с составления постановления", "from the order"), acted_on=False),
    )
    consequence = say("прокурор көрбөйт", "прокурор не видит незаконного задержания", "the prosecutor cannot see it")
    return tuple(
        Explained(
            each.key, "c", "r", each.what, each.subject, each.article, number == 1, each.severity, consequence,
            each.left, "missed" if each.left.missed else "running", tuple(steps.split("|")), ends if number else (),
        )
        for number, each in enumerate(dues()[:2])
    )  # fmt: skip


def told() -> liberty.Told:
    """A person in custody with three stamps."""
    began = datetime(2026, 10, 10, 20, 15)
    where = liberty.Where("r", "apprehension", "lawyer_notified_at")
    stamp = (
        "A",
        say("КЖПК 102-берене", "ст. 102 УПК", "art. 102 CPC"),
        True,
        say("тергөөчү", "следователь", "investigator"),
    )
    label = say("Адвокатка билдирилди", "Адвокат уведомлён", "Lawyer told")
    stamps = (
        liberty.StampTold("a", label, "met", *stamp, late=False, overdue=False, at=began, shown_by=label, record="r"),
        liberty.StampTold("b", label, "missing", *stamp, late=False, overdue=True, record_it=where, say_why=where),
        liberty.StampTold("c", label, "explained", *stamp, late=False, overdue=False, reason=label),
        liberty.StampTold("d", label, NOT_APPLICABLE, *stamp, late=False, overdue=False),
    )
    segment = custody_told.SegmentTold("custody", began, None, datetime(2026, 12, 10), "", declared=False, record="r")
    finding = say("Мөөнөт өттү", "Срок истёк, а человек всё ещё под стражей", "Held after the term")
    account = custody_told.Account(
        (segment,), held_now=True, kind="custody", since=began, until=datetime(2026, 12, 10), hours=1080,
        limit=custody_told.LimitTold(1464, 8760, 0, 12, "115(11)"), credit_days=90, readings=2,
        findings=(custody_told.Misfit("held_after_term", finding, "r"),),
    )  # fmt: skip
    state = liberty.State("accused", say("айыпталуучу", "обвиняемый", "accused"), began, label)
    name = say("Бекенов Нурлан", "Бекенов Нурлан", "Bekenov Nurlan")
    return liberty.Told(state, (liberty.Standing("p", name, state, stamps, account),), (), ())
