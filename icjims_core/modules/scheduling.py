"""Scheduling of the trial: checks, date and place, publicity, summonses, measures, probation report (P57)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Kind,
    Label,
    Merge,
    OneOf,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
CHECK = Section("check", Label("Текшерилген маселелер", "Выясненные вопросы", "Questions checked"), cpc("280(1)"))
_CHECK_FIELDS = CHECK.of(
    Field("decided_at", Kind.TIMESTAMP, Label("Токтом чыгарылды", "Постановление вынесено", "Order made at"),
        required=True, not_future=True, source=cpc("280(2)")),
    Field("accused", Kind.REF, Label("Айыпталуучулар", "Обвиняемые", "Accused persons"), merge=Merge.SET,
        target="person", source=cpc("280(1), 280(5)")),
    Field("qualification", Kind.RICH, Label("Ар биринин айыптоосунун квалификациясы",
        "Квалификация обвинения каждого", "Qualification of each charge"), max_length=10_000, source=cpc("280(5)")),
    Field("competent", Kind.TRI, Label("Иш ушул соттун соттолуулугунда", "Дело подсудно данному суду",
        "The court is competent"), source=cpc("280(1)(1)")),
    Field("indictment_served", Kind.TRI, Label("Айыптоо актысы өз убагында тапшырылган",
        "Обвинительный акт вручён своевременно", "Indictment served in time"), source=cpc("280(1)(2)")),
    Field("damages_secured", Kind.TRI, Label("Зыянды жана конфискацияны камсыздоо чаралары көрүлгөн",
        "Приняты меры по возмещению ущерба и конфискации", "Measures for damages and confiscation taken"),
        source=cpc("280(1)(3)")),
    Field("preliminary_needed", Kind.TRI, Label("Алдын ала угууга негиз бар", "Есть основания для слушания",
        "There are grounds for a preliminary hearing"), source=cpc("280(1)(4)")),
)

ORDER = Section("order", Label("Сот жыйынын дайындоо", "Назначение заседания", "Setting of the trial"),
    cpc("280(2), 280(3)"))
_ORDER_FIELDS = ORDER.of(
    Field("scheduled_at", Kind.TIMESTAMP, Label("Дайындалган убакыт", "Назначено на", "Set for"), unit="schedule",
        source=cpc("280(3)(1)")),
    Field("venue", Kind.TEXT, Label("Өтө турган жери", "Место заседания", "Venue"), unit="schedule", max_length=300,
        source=cpc("280(3)(1)")),
    Field("judge", Kind.TEXT, Label("Судья", "Судья", "Judge"), max_length=200),
    Field("lawyer_appointed", Kind.TRI, Label("Милдеттүү катышуучу адвокат дайындалды",
        "Назначен адвокат при обязательном участии", "Lawyer appointed where mandatory"), unit="defence",
        source=cpc("280(3)(2)")),
    Field("lawyer_name", Kind.TEXT, Label("Дайындалган адвокат", "Назначенный адвокат", "Lawyer appointed"),
        unit="defence", max_length=200, source=cpc("280(3)(2)")),
    Field("summoned", Kind.REF, Label("Чакырылгандар", "Вызываются в заседание", "Summoned"), merge=Merge.SET,
        target="person", source=cpc("280(3)(3), 282")),
    Field("summoned_pseudonyms", Kind.TEXT, Label("Лакап аттар менен чакырылгандар", "Вызываются под псевдонимами",
        "Summoned under pseudonyms"), merge=Merge.SET, max_length=100, source=cpc("256(3)")),
    Field("closed", Kind.TRI, Label("Жабык жыйын", "Закрытое заседание", "Closed trial"), unit="publicity",
        source=cpc("280(3)(4), 291")),
    Field("closed_ground", Kind.CODE, Label("Жабык өткөрүүнүн негизи", "Основание закрытого заседания",
        "Ground of closing"), unit="publicity", codes="closed_hearing_ground", required_when=Equals("closed", "yes"),
        source=cpc("291(1), 291(2)")),
    Field("broadcast", Kind.TRI, Label("Онлайн берүүгө уруксат", "Разрешена онлайн-трансляция",
        "Broadcast allowed"), source=cpc("280(3)(5), 290-1")),
    Field("restraint_decision", Kind.RICH, Label("Ар биринин бөгөт коюу чарасы боюнча чечим",
        "Решение о мере пресечения каждого", "Decision on each measure of restraint"), max_length=10_000,
        source=cpc("280(2), 303(2)")),
)

REPORT = Section("probation_report", Label("Пробациялык доклад", "Пробационный доклад", "Probation report"),
    cpc("280(4)"))
_REPORT_FIELDS = REPORT.of(
    Field("probation_report", Kind.CODE, Label("Пробациялык доклад", "Пробационный доклад", "Probation report"),
        unit="report_order", codes="probation_report_order", source=cpc("280(4)"),
        help=Label("Балдарга, аялдарга, мүмкүнчүлүгү чектелгендерге – милдеттүү.",
            "По детям, женщинам, лицам с ограниченными возможностями – обязателен.",
            "Mandatory for children, women and persons with disabilities.")),
    Field("probation_report_due_on", Kind.DATE, Label("Доклад берүү мөөнөтү", "Срок представления доклада",
        "Report due on"), unit="report_order"),
    Field("probation_office", Kind.CODE, Label("Кайсы пробация органына", "Какому органу пробации",
        "To which probation body"), unit="report_order", codes="office",
        required_when=OneOf("probation_report", ("mandatory", "discretionary")), source=cpc("280(4)")),
    Field("probation_report_grounds", Kind.CODE, Label("Докладдын негиздери", "Основания поручения",
        "Grounds of the report"), merge=Merge.SET, codes="probation_report_ground", source=cpc("280(4)")),
    Field("probation_report_for", Kind.REF, Label("Кимдер боюнча доклад", "В отношении кого доклад",
        "Report on whom"), merge=Merge.SET, target="person", source=cpc("280(4)")),
    Field("no_report_reason", Kind.TEXT, Label("Доклад тапшырылбагандын себеби", "Почему доклад не поручен",
        "Why no report was ordered"), max_length=500, required_when=Equals("probation_report", "not_ordered")),
    Field("probation_told_at", Kind.TIMESTAMP, Label("Токтом пробация органына жөнөтүлдү",
        "Копия направлена в орган пробации", "Copy sent to the probation body at"), not_future=True,
        source=cpc("280(4)"), stays_open=True),
)

NOTICE = Section("notice", Label("Билдирүүлөр", "Извещения", "Notices"), cpc("280(6)"))
_NOTICE_FIELDS = NOTICE.of(
    Field("notified_at", Kind.TIMESTAMP, Label("Тараптарга билдирилди", "Стороны извещены", "Parties notified at"),
        not_future=True, source=cpc("280(6)"),
        help=Label("Жыйынга чейин кеминде 5 сутка мурда.", "Не менее чем за 5 суток до заседания.",
            "At least 5 days before the session."), stays_open=True),
    Field("summons_sent_at", Kind.TIMESTAMP, Label("Чакыруу кагаздары жөнөтүлдү", "Повестки направлены",
        "Summonses sent at"), not_future=True, source=cpc("282(1)"), stays_open=True),
    Field("file_open_from", Kind.TIMESTAMP, Label("Тараптар иш менен тааныша алат", "Дело доступно сторонам с",
        "The file is open to the parties from"), source=cpc("281"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

SCHEDULING = RecordType(
    "scheduling",
    1,
    Label("Сот жыйынын дайындоо", "Назначение судебного заседания", "Scheduling of the trial"),
    Archetype.ORDER,
    (*_CHECK_FIELDS, *_ORDER_FIELDS, *_REPORT_FIELDS, *_NOTICE_FIELDS, *order_header("scheduling")),
    roles=("court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "Сот жыйыны дайындалды {decided_at}[: {scheduled_at}][, {venue}][; пробациялык доклад: {probation_report}]",
        "Назначено судебное заседание {decided_at}[: {scheduled_at}][, {venue}][; доклад: {probation_report}]",
        "Trial set {decided_at}[: {scheduled_at}][, {venue}][; probation report: {probation_report}]",
    ),
    sections=(CHECK, ORDER, REPORT, NOTICE, HEADER),
    columns=("decided_at", "scheduled_at", "venue", "judge", "closed", "broadcast", "probation_report",
        "probation_report_due_on", "notified_at"),
    moment="decided_at",
    source=cpc("280"),
    steps=("P57",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (SCHEDULING,)
