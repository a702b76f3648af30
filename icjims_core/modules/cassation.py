"""Cassation in the Supreme Court: filing, sending, return unheard, hearing, result (P62)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
FILING = Section("filing", Label("Кассациялык даттануу", "Кассационная жалоба, представление", "Cassation appeal"),
    cpc("440, 443, 444"))
_FILING_FIELDS = FILING.of(
    Field("filed_at", Kind.TIMESTAMP, Label("Биринчи инстанцияга берилди", "Подана в суд первой инстанции",
        "Filed with the court of first instance at"), required=True, not_future=True, source=cpc("443(1)")),
    Field("handed_over_at", Kind.TIMESTAMP, Label("Почтага же кармоо жайына тапшырылды",
        "Сдана на почту или администрации места содержания", "Handed to post or place of detention at"),
        not_future=True, source=cpc("137(3)")),
    Field("person", Kind.REF, Label("Кимге карата", "В отношении кого", "In respect of"), target="person"),
    Field("appellant", Kind.CODE, Label("Ким берди", "Кем подана", "Filed by"), unit="filed_by", codes="appellant",
        source=cpc("440, 444(1)(2)")),
    Field("appellant_name", Kind.TEXT, Label("Берген адамдын аты-жөнү", "ФИО подавшего", "Name of the appellant"),
        unit="filed_by", max_length=200, searchable=True, source=cpc("444(1)(2)")),
    Field("appeal", Kind.REF, Label("Апелляциялык чечим", "Апелляционное решение", "Decision on appeal"),
        target="appeal", source=cpc("439(3), 444(1)(3)")),
    Field("in_force_at", Kind.TIMESTAMP, Label("Чечим күчүнө кирген", "Решение вступило в силу",
        "The decision came into force at"), not_future=True, source=cpc("442")),
    Field("grounds", Kind.CODE, Label("Негиздери", "Основания", "Grounds"), merge=Merge.SET,
        codes="cassation_ground", source=cpc("441(1), 444(1)(5)")),
    Field("arguments", Kind.RICH, Label("Жүйөлөрү жана өтүнүчү", "Доводы и просьба", "Arguments and request"),
        max_length=50_000, assertion=Assertion.ASSESSMENT, source=cpc("444(1)(5), 444(1)(6)")),
    Field("worsens", Kind.TRI, Label("Абалын оордотуу суралат", "Просят об ухудшении положения",
        "Asks to worsen the position"), source=cpc("442"),
        help=Label("Күчүнө киргенден бир жыл ичинде гана.", "Лишь в течение года со дня вступления в силу.",
            "Only within a year from entry into force.")),
)

COURSE = Section("course", Label("Жөнөтүү жана кайтаруу", "Направление и возврат", "Sending and return"),
    cpc("443, 445"))
_COURSE_FIELDS = COURSE.of(
    Field("parties_told_at", Kind.TIMESTAMP, Label("Катышуучуларга билдирилди", "Участники извещены",
        "Parties told at"), not_future=True, source=cpc("443(2)")),
    Field("sent_at", Kind.TIMESTAMP, Label("Жогорку Сотко жөнөтүлдү", "Направлено в Верховный суд",
        "Sent to the Supreme Court at"), not_future=True, source=cpc("443(2)")),
    Field("received_at", Kind.TIMESTAMP, Label("Жогорку Сотко түштү", "Поступило в Верховный суд",
        "Received by the Supreme Court at"), not_future=True, source=cpc("445(2), 447")),
    Field("court_number", Kind.TEXT, Label("Соттогу иштин номери", "Номер дела в суде", "Court registry number"),
        max_length=60, searchable=True),
    Field("returned_at", Kind.TIMESTAMP, Label("Кароосуз кайтарылды", "Возвращена без рассмотрения",
        "Returned unheard at"), unit="return_unheard", not_future=True, source=cpc("445(1), 445(2)")),
    Field("return_ground", Kind.CODE, Label("Кайтаруунун негизи", "Основание возврата", "Ground of return"),
        unit="return_unheard", codes="cassation_return_ground", required_when=Filled("returned_at"),
        source=cpc("445(1)")),
    Field("withdrawn_at", Kind.TIMESTAMP, Label("Чакыртып алынды", "Отозвана", "Withdrawn at"), not_future=True,
        source=cpc("445(3)–445(5)")),
    Field("panel", Kind.TEXT, Label("Судьялар", "Судьи", "Judges"), merge=Merge.SET, max_length=200,
        source=cpc("446(1)")),
    Field("rapporteur", Kind.TEXT, Label("Баяндамачы судья", "Судья-докладчик", "Judge-rapporteur"), max_length=200,
        source=cpc("446(5)")),
    Field("scheduled_at", Kind.TIMESTAMP, Label("Дайындалган убакыт", "Назначено на", "Set for"),
        source=cpc("446(4)")),
    Field("constitutional_request_at", Kind.TIMESTAMP, Label("Конституциялык сотко суроо-талап",
        "Запрос в Конституционный суд", "Reference to the Constitutional Court at"), not_future=True,
        source=cpc("448(2)")),
)

RESULT = Section("result", Label("Кассациялык инстанциянын чечими", "Решение кассационной инстанции", "Result"),
    cpc("448, 450"))
_RESULT_FIELDS = RESULT.of(
    Field("decision", Kind.CODE, Label("Чечим", "Решение", "Decision"), unit="cassation_ruling",
        codes="cassation_result", source=cpc("448(1)")),
    Field("decided_at", Kind.TIMESTAMP, Label("Чечим жарыяланды", "Решение оглашено", "Decided at"),
        unit="cassation_ruling", not_future=True, source=cpc("448, 450(1)")),
    Field("reasons", Kind.RICH, Label("Чечимдин негиздери", "Основания решения", "Grounds of the decision"),
        max_length=50_000, source=cpc("448(4)")),
    Field("termination_ground", Kind.CODE, Label("Кыскартуунун негизи", "Основание прекращения",
        "Ground of termination"), codes="exclusion_ground", required_when=Equals("decision", "terminated"),
        source=cpc("448(1)(4)")),
    Field("new_composition", Kind.TRI, Label("Башка курамда кароо көрсөтүлдү", "Указано на иной состав суда",
        "Another composition ordered"), source=cpc("448(3)")),
    Field("dissent", Kind.TRI, Label("Судьянын өзгөчө пикири бар", "Есть особое мнение судьи", "A judge dissented"),
        source=cpc("449")),
    Field("full_text_at", Kind.TIMESTAMP, Label("Жүйөлөнгөн токтом даяр", "Мотивированное постановление готово",
        "Reasoned decision ready at"), not_future=True, source=cpc("448(5)"), stays_open=True),
    Field("sent_for_execution_at", Kind.TIMESTAMP, Label("Аткарууга жөнөтүлдү", "Направлено для исполнения",
        "Sent for execution at"), not_future=True, source=cpc("450(2)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

CASSATION = RecordType(
    "cassation",
    1,
    Label("Кассация", "Кассация", "Cassation"),
    Archetype.ORDER,
    (*_FILING_FIELDS, *_COURSE_FIELDS, *_RESULT_FIELDS, *order_header("cassation")),
    roles=("court_clerk", "judge", "prosecutor", "clerk", "head"),
    sentence=Label(
        "Кассация: {filed_at}[, {person}][, {appellant}][; кайтарылды: {return_ground}][ — {decision}, {decided_at}]",
        "Кассация: {filed_at}[, {person}][, {appellant}][; возвращена: {return_ground}][ — {decision}, {decided_at}]",
        "Cassation: {filed_at}[, {person}][, {appellant}][; returned: {return_ground}][ — {decision}, {decided_at}]",
    ),
    sections=(FILING, COURSE, RESULT, HEADER),
    columns=("filed_at", "person", "appellant", "received_at", "returned_at", "return_ground", "scheduled_at",
        "decision", "decided_at"),
    moment="filed_at",
    source=cpc("439–450"),
    steps=("P62",),
    signing=Signing("2026-1", ("judge",)),
)

TYPES = (CASSATION,)
