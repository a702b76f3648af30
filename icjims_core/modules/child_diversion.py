"""Diversion of a child from the criminal justice system: order, contract, measures, monitoring, breach (P49)."""

from __future__ import annotations

from icjims_core.declarations.act_header import HEADER
from icjims_core.declarations.act_sections import order_header
from icjims_core.declarations.schema import (
    Archetype,
    Assertion,
    Equals,
    Field,
    Filled,
    Gravity,
    Kind,
    Label,
    Merge,
    RecordType,
    Section,
    Sensitivity,
    Signing,
)
from icjims_core.law.references import cpc

# Fields read as the lines of a table.
# fmt: off
ORDER = Section("order", Label("Чыгаруу жөнүндө токтом", "Постановление о выведении", "Order to divert"),
    cpc("467, 468"))
_ORDER_FIELDS = ORDER.of(
    Field("person", Kind.REF, Label("Бала", "Ребёнок", "Child"), required=True, target="person"),
    Field("decided_at", Kind.TIMESTAMP, Label("Токтом чыгарылды", "Постановление вынесено", "Order made at"),
        required=True, not_future=True, source=cpc("468(1)")),
    Field("article", Kind.CODE, Label("Беренеси", "Статья", "Article"), unit="qualification",
        codes="criminal_code_article"),
    Field("part", Kind.TEXT, Label("Бөлүгү", "Часть", "Part"), unit="qualification", max_length=4,
        pattern=r"[1-9](-[1-9])?"),
    Field("gravity", Kind.CODE, Label("Оордугу", "Тяжесть", "Gravity"), codes="gravity",
        derived=Gravity("article", "part"), source=cpc("468(1)")),
    Field("first_time", Kind.TRI, Label("Кылмыш биринчи жолу жасалган", "Преступление совершено впервые",
        "First offence"), source=cpc("467(4)(1), 468(1)")),
    Field("no_conviction", Kind.TRI, Label("Соттолгон эмес", "Не имеет судимости", "No conviction"),
        source=cpc("467(4)(2)")),
    Field("no_earlier_programme", Kind.TRI, Label("Мурда программага катышкан эмес",
        "Ранее в программе не участвовал(а)", "Took part in no earlier programme"), source=cpc("467(4)(3), 468(1)")),
    Field("admitted", Kind.TRI, Label("Кылмышты моюнга алды", "Признался(ась) в преступлении", "Admits the crime"),
        source=cpc("467(4)(4), 468(1)"),
        help=Label("Моюнга алганы сотто балага каршы колдонулбайт.", "Признание не может быть использовано в суде.",
            "The admission may not be used in court.")),
    Field("best_interests", Kind.RICH, Label("Баланын кызыкчылыгынын баасы", "Оценка интересов ребёнка",
        "Assessment of the child’s interests"), max_length=20_000, assertion=Assertion.ASSESSMENT,
        sensitivity=Sensitivity.SPECIAL_CATEGORY, source=cpc("467(3), 470(2)")),
)

CONSENT = Section("consent", Label("Кепилдиктер", "Гарантии для ребёнка", "Safeguards for the child"), cpc("469"))
_CONSENT_FIELDS = CONSENT.of(
    Field("informed_at", Kind.TIMESTAMP, Label("Балага жана өкүлүнө толук маалымат берилди",
        "Ребёнку и представителю дана информация", "Child and representative informed at"), not_future=True,
        source=cpc("469(1)")),
    Field("explained_in_writing", Kind.TRI, Label("Өз эрктүүлүгү оозеки жана жазуу түрүндө түшүндүрүлдү",
        "Добровольность разъяснена устно и письменно", "Voluntariness explained orally and in writing"),
        source=cpc("469(2)")),
    Field("child_consents", Kind.TRI, Label("Бала макул", "Ребёнок согласен", "The child consents"),
        source=cpc("469(2)")),
    Field("legal_representative", Kind.REF, Label("Мыйзамдуу өкүлү", "Законный представитель",
        "Legal representative"), target="person", source=cpc("468(2)")),
    Field("lawyer_name", Kind.TEXT, Label("Адвокат", "Адвокат", "Lawyer"), max_length=200, source=cpc("468(2)")),
    Field("child_protection_officer", Kind.TEXT, Label("Балдарды коргоо органынын кызматкери",
        "Сотрудник органа по защите детей", "Child-protection officer"), max_length=200, source=cpc("468(2), 475(1)")),
)

CONTRACT = Section("contract", Label("Чыгаруу жөнүндө келишим", "Договор о выведении", "Contract"), cpc("468"))
_CONTRACT_FIELDS = CONTRACT.of(
    Field("contract_at", Kind.TIMESTAMP, Label("Келишимге кол коюлду", "Договор подписан", "Contract signed at"),
        unit="contract_term", not_future=True, source=cpc("468(2), 468(3)")),
    Field("contract_months", Kind.INT, Label("Мөөнөтү, ай менен", "Срок, месяцев", "Term in months"),
        unit="contract_term", minimum=3, maximum=12, source=cpc("468(3)")),
    Field("contract_until", Kind.DATE, Label("Мөөнөттүн аягы", "Окончание срока", "Term ends"),
        unit="contract_term", not_before="contract_at", source=cpc("468(3)")),
    Field("measures", Kind.CODE, Label("Чаралар", "Меры", "Measures"), merge=Merge.SET, codes="diversion_measure",
        source=cpc("467(5)")),
    Field("obligations", Kind.CODE, Label("Милдеттер", "Обязательства", "Obligations"), merge=Merge.SET,
        codes="diversion_obligation", source=cpc("473")),
    Field("obligation_details", Kind.RICH, Label("Милдеттердин тактоосу", "Уточнение обязательств",
        "Details of the obligations"), max_length=10_000, source=cpc("473")),
    Field("compensation", Kind.MONEY, Label("Төлөнүүчү зыян", "Возмещаемый ущерб", "Damage to be compensated"),
        minimum=0, source=cpc("472")),
    Field("surety", Kind.TEXT, Label("Кепилдикке алган адам же уюм", "Поручитель", "Surety"), max_length=300,
        source=cpc("474")),
    Field("contract_signatures", Kind.SIGNATURE, Label("Келишимдеги колдор", "Подписи под договором",
        "Signatures under the contract"), merge=Merge.APPEND, source=cpc("468(2)"), stays_open=True),
)

APPROVAL = Section("approval", Label("Прокурордун бекитүүсү", "Утверждение прокурором", "Approval"),
    cpc("468(4)–468(6)"))
_APPROVAL_FIELDS = APPROVAL.of(
    Field("approval", Kind.CODE, Label("Прокурордун чечими", "Решение прокурора", "Decision of the prosecutor"),
        unit="prosecutor_ruling", codes="approval_decision", source=cpc("468(4)"), stays_open=True),
    Field("approved_at", Kind.TIMESTAMP, Label("Бекитилген убакыт", "Утверждено", "Approved at"),
        unit="prosecutor_ruling", not_future=True, source=cpc("468(4)"), stays_open=True),
    Field("approval_reasons", Kind.RICH, Label("Баш тартуунун жүйөлөрү", "Мотивы отказа", "Reasons for refusal"),
        unit="prosecutor_ruling", max_length=10_000, required_when=Equals("approval", "refused"),
        source=cpc("468(5)"), stays_open=True),
    Field("victim_notified_at", Kind.TIMESTAMP, Label("Жабырлануучуга билдирилди", "Потерпевший извещён",
        "Victim notified at"), not_future=True, source=cpc("468(6)"), stays_open=True),
)

MONITORING = Section("monitoring", Label("Аткарылышын көзөмөлдөө", "Контроль исполнения", "Monitoring"), cpc("475"))
_MONITORING_FIELDS = MONITORING.of(
    Field("monitoring", Kind.TEXT, Label("Көзөмөлдүн жазуулары", "Записи о контроле", "Monitoring notes"),
        merge=Merge.APPEND, max_length=4_000, source=cpc("475(1), 475(2)"), stays_open=True),
    Field("breach_reported_at", Kind.TIMESTAMP, Label("Атайылап аткарбоо билдирилди",
        "Сообщено об умышленном неисполнении", "Wilful breach reported at"), unit="breach_report", not_future=True,
        not_before="decided_at", source=cpc("475(3)"), stays_open=True),
    Field("breach", Kind.RICH, Label("Аткарбоонун мазмуну жана себеби", "Суть и причины неисполнения",
        "The breach and its causes"), unit="breach_report", max_length=10_000, source=cpc("475(2), 475(3)"),
        stays_open=True),
    Field("child_heard_at", Kind.TIMESTAMP, Label("Баланын түшүндүрмөсү угулду", "Ребёнок выслушан",
        "The child was heard at"), not_future=True, source=cpc("475(4)"), stays_open=True),
    Field("breach_decision", Kind.CODE, Label("Аткарбоо боюнча чечим", "Решение по неисполнению",
        "Decision on the breach"), unit="breach_ruling", codes="diversion_breach_decision", source=cpc("475(4)"),
        stays_open=True),
    Field("breach_decided_at", Kind.TIMESTAMP, Label("Чечилген убакыт", "Время решения", "Decided at"),
        unit="breach_ruling", not_future=True, required_when=Filled("breach_decision"), source=cpc("475(4)"),
        stays_open=True),
    Field("extended_until", Kind.DATE, Label("Келишим качанга чейин узартылды", "Договор продлён до",
        "Contract extended until"), unit="breach_ruling", required_when=Equals("breach_decision", "extended"),
        source=cpc("475(4)"), stays_open=True),
    Field("completed_at", Kind.TIMESTAMP, Label("Аткарылганы жөнүндө токтом", "Постановление о выполнении",
        "Order on completion at"), not_future=True, source=cpc("469(4)"), stays_open=True),
)

CHILD_DIVERSION = RecordType(
    "child_diversion",
    1,
    Label("Баланы сот өндүрүшүнөн чыгаруу", "Выведение ребёнка из судопроизводства", "Diversion of a child"),
    Archetype.ORDER,
    (*_ORDER_FIELDS, *_CONSENT_FIELDS, *_CONTRACT_FIELDS, *_APPROVAL_FIELDS, *_MONITORING_FIELDS,
        *order_header("child_diversion")),
    roles=("investigator", "prosecutor", "clerk", "head"),
    sentence=Label(
        "{person}: сот өндүрүшүнөн чыгаруу {decided_at}[, {contract_until} чейин][ — {breach_decision}]",
        "{person}: выведение из судопроизводства {decided_at}[, до {contract_until}][ — {breach_decision}]",
        "{person}: diverted {decided_at}[, until {contract_until}][ — {breach_decision}]",
    ),
    sections=(ORDER, CONSENT, CONTRACT, APPROVAL, MONITORING, HEADER),
    columns=("person", "decided_at", "article", "part", "contract_until", "approval", "approved_at",
        "breach_decision", "completed_at"),
    moment="decided_at",
    source=cpc("467–475"),
    steps=("P49",),
    signing=Signing("2026-1", ("investigator",), (("prosecutor", "prosecutor_approval"),)),
)

TYPES = (CHILD_DIVERSION,)
