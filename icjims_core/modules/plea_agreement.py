"""Plea agreement: motion, conditions, the prosecutor’s decision, its content, the judge’s approval (P47)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Equals,
    Field,
    Gravity,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cc, cpc

# Fields read as the lines of a table.
# fmt: off
MOTION = Section("motion", Label("Айыпталуучунун өтүнүчү", "Ходатайство обвиняемого", "Motion of the accused"),
    cpc("500"))
_MOTION_FIELDS = MOTION.of(
    Field("person", Kind.REF, Label("Айыпталуучу", "Обвиняемый", "Accused"), required=True, target="person",
        source=cpc("500(1)")),
    Field("motion_at", Kind.TIMESTAMP, Label("Өтүнүч берилди", "Ходатайство заявлено", "Motion made at"),
        required=True, not_future=True, source=cpc("500(2)")),
    Field("stage", Kind.CODE, Label("Кайсы стадияда", "На какой стадии", "At which stage"), codes="plea_stage",
        source=cpc("500(2), 501, 503")),
    Field("lawyer_name", Kind.TEXT, Label("Катышкан адвокат", "Участвовавший адвокат", "Lawyer present"),
        max_length=200, source=cpc("500(2), 501(2)(3)")),
    Field("article", Kind.CODE, Label("Беренеси", "Статья", "Article"), unit="qualification",
        codes="criminal_code_article", source=cpc("501(2)(5)")),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?", source=cpc("501(2)(5)")),
    Field("point", Kind.TEXT, Label("Пункту", "Пункт", "Point"), unit="qualification", max_length=20,
        source=cpc("501(2)(5)")),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part"), source=cpc("500(1)"),
        help=Label("Өзгөчө оор кылмыш боюнча макулдашуу түзүлбөйт.", "По особо тяжким соглашение не заключается.",
            "There is no agreement on an especially serious crime.")),
)

CONDITIONS = Section("conditions", Label("Макулдашуунун шарттары", "Условия заключения", "Conditions"),
    cpc("500(3), 500(4)"))
_CONDITION_FIELDS = CONDITIONS.of(
    Field("adult", Kind.TRI, Label("Айыпталуучу бойго жеткен", "Обвиняемый совершеннолетний", "The accused is adult"),
        source=cpc("500(3)(1)")),
    Field("understands", Kind.TRI, Label("Өтүнүчтүн кесепетин түшүнөт", "Осознаёт последствия ходатайства",
        "Understands the consequences"), source=cpc("500(3)(1)")),
    Field("voluntary", Kind.TRI, Label("Өз эрки менен берилген", "Заявлено добровольно", "Made voluntarily"),
        source=cpc("500(3)(2)")),
    Field("lawyer_consulted", Kind.TRI, Label("Адвокат менен кеңешти", "Проведена консультация с адвокатом",
        "Consulted with the lawyer"), source=cpc("500(3)(2)")),
    Field("charge_accepted", Kind.TRI, Label("Айыптоону, далилдерди жана зыянды талашпайт",
        "Не оспаривает обвинение, доказательства и вред", "Disputes neither charge, evidence nor harm"),
        source=cpc("500(3)(3)")),
    Field("insanity", Kind.TRI, Label("Акыл-эси соо эмес же кийин ооруган", "Невменяемость или болезнь",
        "Insanity or later illness"), sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("500(4)(1)")),
    Field("all_offences_eligible", Kind.TRI, Label("Бардык кылмыштар шарттарга жооп берет",
        "Все преступления отвечают условиям", "Every offence meets the conditions"), source=cpc("500(4)(2)")),
    Field("damage_compensated", Kind.TRI, Label("Материалдык зыян толук төлөндү", "Материальный ущерб возмещён",
        "Material damage fully compensated"), source=cc("79(1)")),
)

PROSECUTOR = Section("prosecutor", Label("Прокурордун чечими", "Решение прокурора", "Decision of the prosecutor"),
    cpc("501(1), 503(2)"))
_PROSECUTOR_FIELDS = PROSECUTOR.of(
    Field("prosecutor_decision", Kind.CODE, Label("Өтүнүч боюнча чечим", "Решение по ходатайству",
        "Decision on the motion"), unit="prosecutor_ruling", codes="plea_decision", source=cpc("501(1)")),
    Field("prosecutor_decided_at", Kind.TIMESTAMP, Label("Прокурор чечкен убакыт", "Время решения прокурора",
        "Prosecutor decided at"), unit="prosecutor_ruling", not_future=True, source=cpc("501(1)")),
    Field("refusal_reasons", Kind.RICH, Label("Баш тартуунун жүйөлөрү", "Мотивы отказа", "Reasons for the refusal"),
        unit="prosecutor_ruling", max_length=10_000, required_when=Equals("prosecutor_decision", "refused"),
        source=cpc("501(1)(2), 503(2)(2)")),
)

AGREEMENT = Section("agreement", Label("Макулдашуунун мазмуну", "Содержание соглашения", "The agreement"),
    cpc("501(2), 501(3)"))
_AGREEMENT_FIELDS = AGREEMENT.of(
    Field("agreed_at", Kind.TIMESTAMP, Label("Түзүлгөн убакыт", "Дата составления", "Drawn up at"), unit="drawn_up",
        not_future=True, source=cpc("501(2)(1)")),
    Field("agreed_place", Kind.TEXT, Label("Түзүлгөн жер", "Место составления", "Place"), unit="drawn_up",
        max_length=300, source=cpc("501(2)(1)")),
    Field("prosecutor", Kind.TEXT, Label("Макулдашкан прокурор", "Прокурор, заключающий соглашение",
        "Prosecutor who agrees"), max_length=300, source=cpc("501(2)(2)")),
    Field("offence", Kind.RICH, Label("Кылмыштын сүрөттөлүшү", "Описание преступления", "Description of the offence"),
        max_length=50_000, source=cpc("501(2)(4)")),
    Field("mitigating", Kind.CODE, Label("Жеңилдетүүчү жагдайлар", "Смягчающие обстоятельства",
        "Mitigating circumstances"), merge=Merge.SET, codes="mitigating_circumstance", source=cpc("501(2)(6)")),
    Field("norms", Kind.TEXT, Label("Колдонулуучу ченемдер", "Применимые нормы Уголовного кодекса",
        "Provisions that may apply"), max_length=500, source=cpc("501(2)(6)")),
    Field("punishment", Kind.CODE, Label("Жазанын түрү", "Вид наказания", "Kind of punishment"),
        unit="agreed_punishment", codes="punishment", source=cpc("501(2)(6)")),
    Field("punishment_size", Kind.TEXT, Label("Жазанын өлчөмү", "Размер наказания", "Size of the punishment"),
        unit="agreed_punishment", max_length=300, source=cpc("501(2)(6)")),
    Field("accused_signature", Kind.SIGNATURE, Label("Айыпталуучунун колу", "Подпись обвиняемого",
        "Signature of the accused"), source=cpc("501(3)"), stays_open=True),
    Field("lawyer_signature", Kind.SIGNATURE, Label("Адвокаттын колу", "Подпись адвоката",
        "Signature of the lawyer"), source=cpc("501(3)"), stays_open=True),
    Field("investigator_signature", Kind.SIGNATURE, Label("Тергөөчүнүн колу", "Подпись следователя",
        "Signature of the investigator"), source=cpc("501(3)"), stays_open=True),
)

COURT = Section("court", Label("Соттун бекитүүсү", "Утверждение судом", "Approval by the court"), cpc("502–504"))
_COURT_FIELDS = COURT.of(
    Field("sent_at", Kind.TIMESTAMP, Label("Сотко жөнөтүлдү", "Направлено в суд", "Sent to the court at"),
        not_future=True, source=cpc("502(1)"), stays_open=True),
    Field("judge", Kind.TEXT, Label("Судья", "Судья", "Judge"), unit="court_ruling", max_length=200, stays_open=True),
    Field("court_decision", Kind.CODE, Label("Судьянын чечими", "Решение судьи", "Decision of the judge"),
        unit="court_ruling", codes="approval_decision", source=cpc("502(2), 502(3), 504(4), 504(5)"), stays_open=True),
    Field("court_decided_at", Kind.TIMESTAMP, Label("Судья чечкен убакыт", "Время решения судьи", "Judge decided at"),
        unit="court_ruling", not_future=True, source=cpc("502"), stays_open=True),
    Field("court_reasons", Kind.RICH, Label("Бекитүүдөн баш тартуунун жүйөлөрү", "Мотивы отказа в утверждении",
        "Why approval was refused"), unit="court_ruling", max_length=10_000,
        required_when=Equals("court_decision", "refused"), source=cpc("502(3)"), stays_open=True),
    Field("returned_to_file_at", Kind.TIMESTAMP, Label("Токтом тергөөчүгө жөнөтүлдү",
        "Постановление направлено следователю", "Ruling sent to the investigator at"), not_future=True,
        source=cpc("502(2)"), stays_open=True),
    Field("notes", Kind.TEXT, Label("Белгилер", "Заметки", "Notes"), merge=Merge.APPEND, max_length=4_000,
        stays_open=True),
)

PLEA_AGREEMENT = RecordType(
    "plea_agreement",
    1,
    Label("Күнөөнү моюнга алуу жөнүндө макулдашуу", "Соглашение о признании вины", "Plea agreement"),
    Archetype.ORDER,
    (*_MOTION_FIELDS, *_CONDITION_FIELDS, *_PROSECUTOR_FIELDS, *_AGREEMENT_FIELDS, *_COURT_FIELDS,
        *order_header("plea_agreement")),
    roles=("prosecutor", "investigator", "court_clerk", "judge", "clerk", "head"),
    sentence=Label(
        "{person}: күнөөнү моюнга алуу өтүнүчү {motion_at}[ — {prosecutor_decision}][; сот: {court_decision}]",
        "{person}: ходатайство о признании вины {motion_at}[ — {prosecutor_decision}][; суд: {court_decision}]",
        "{person}: motion for a plea agreement {motion_at}[ — {prosecutor_decision}][; court: {court_decision}]",
    ),
    sections=(MOTION, CONDITIONS, PROSECUTOR, AGREEMENT, COURT, HEADER),
    columns=("person", "motion_at", "stage", "article", "part", "prosecutor_decision", "agreed_at", "court_decision",
        "court_decided_at"),
    moment="motion_at",
    source=cpc("500–504"),
    steps=("P47",),
    signing=Signing("2026-1", ("prosecutor",)),
)

TYPES = (PLEA_AGREEMENT,)
