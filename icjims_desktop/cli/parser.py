"""The commands of `icjims`: the table that reads them, that `--help` shows and that docs/cli.md is checked against."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from icjims_core.declarations.words import Label
from icjims_desktop.cli.contact_commands import CONTACTS
from icjims_desktop.cli.duty_commands import DUTIES
from icjims_desktop.cli.grammar import FORCE, Argument, Command, Parsed, read
from icjims_desktop.cli.keeping_commands import KEEPING
from icjims_desktop.cli.paper_commands import PAPER
from icjims_desktop.cli.person_commands import PERSONS

COMMON: Final = (
    Argument("--data-dir", Label("Маалымат папкасы", "Папка данных", "Folder of the data (or ICJIMS_DATA_DIR)"), "DIR"),
    Argument(
        "--user", Label("Колдонуучунун логини", "Логин пользователя", "Login of the user (or ICJIMS_USER)"), "LOGIN"
    ),
    Argument(
        "--password-fd",
        Label(
            "Сырсөздү ушул дескриптордон окуу",
            "Читать пароль из этого дескриптора",
            "Read the password from this open file descriptor",
        ),
        "N",
    ),
    Argument(
        "--language", Label("Тил: ky, ru, en", "Язык: ky, ru, en", "Language: ky, ru, en (or ICJIMS_LANGUAGE)"), "CODE"
    ),
    Argument("--json", Label("Жооп бир JSON документ", "Ответ одним документом JSON", "Answer with one JSON document")),
    Argument("--help", Label("Бул жардам", "Эта справка", "This help")),
    Argument("--version", Label("Версия", "Версия", "Version")),
)

_RECORD: Final = Argument(
    "record", Label("Жазуунун номери", "Идентификатор записи", "Id of the record"), "RECORD", required=True
)
_REASON: Final = Argument("--reason", Label("Себеби", "Причина", "The reason"), "TEXT")
_SEEN: Final = Argument(
    "--seen",
    Label(
        "Экранда көрүнгөн вектор (show берет)",
        "Вектор того, что было на экране (из show)",
        "Vector of what was on the screen (from show)",
    ),
    "VECTOR",
)
_PURPOSE: Final = Argument(
    "--purpose",
    Label("Эмне үчүн караласыз (журналга)", "Цель обращения (в журнал)", "Why you look, for the audit log"),
    "TEXT",
)
_CASE: Final = Argument("--case", Label("Иш", "Дело", "The case"), "CASE")
_TYPE: Final = Argument("--type", Label("Жазуунун түрү", "Тип записи", "Type of the records"), "TYPE", required=True)
_FILE: Final = Argument("file", Label("Файл", "Файл", "The file"), "FILE", required=True)
_TICKET: Final = Argument("--ticket", Label("Билет", "Билет", "Ticket from the administrator"), "TICKET", required=True)
_VALUES: Final = Label(
    "Маанилер: field=text, field:=JSON",
    "Значения: field=text, field:=JSON",
    "Values: field=text, field:=JSON",
)
_SERVER: Final = (
    Argument(
        "--server", Label("Борбордун башка дареги", "Другой адрес центра", "Another address of the centre"), "URL"
    ),
    Argument(
        "--insecure-http",
        Label(
            "TLSсиз, ушул компьютерде гана", "Без TLS, только на этом компьютере", "Without TLS, on this computer only"
        ),
    ),
)

_STORE: Final = (
    Command(
        "enrol",
        Label("Компьютерди борборго каттоо", "Подключить компьютер к центру", "Enrol this workstation at the centre"),
        "enrolment:enrol",
        (_TICKET, *_SERVER),
        opens=False,
    ),
    Command(
        "user add",
        Label("Дагы бир колдонуучу кошуу", "Добавить пользователя", "Add a further user of this workstation"),
        "enrolment:add_user",
        (_TICKET, *_SERVER),
    ),
    Command("passwd", Label("Сырсөздү алмаштыруу", "Сменить пароль", "Change the password"), "enrolment:passwd"),
    Command("lock", Label("Кампаны жабуу", "Закрыть хранилище", "Lock the store"), "enrolment:lock", opens=False),
    Command("status", Label("Абал", "Состояние", "How things stand"), "syncing:status"),
    Command("sync", Label("Борбор менен алмашуу", "Обмен с центром", "Exchange with the centre"), "syncing:sync"),
    Command(
        "bundle export",
        Label(
            "Жөнөтүлбөгөндү мөөр басылган файлга",
            "Неотправленное — в запечатанный файл",
            "Unsent work into a sealed file",
        ),
        "syncing:bundle_export",
        (
            _FILE,
            Argument("--to", Label("Кеңсенин коду", "Код подразделения", "Code of the office that receives"), "OFFICE"),
        ),
    ),
    Command(
        "bundle import",
        Label("Мөөр басылган файлды кабыл алуу", "Принять запечатанный файл", "Take in a sealed file"),
        "syncing:bundle_import",
        (_FILE,),
    ),
    Command(
        "shell",
        Label("Ар сапта бир буйрук", "По команде в строке", "One command a line from standard input"),
        "interactive:shell",
    ),
)

_RECORDS: Final = (
    Command(
        "types",
        Label("Жазуу түрлөрү", "Типы записей", "Types of records"),
        "types:types",
        (Argument("name", Label("Түрү", "Тип", "One type"), "NAME"),),
        opens=False,
    ),
    Command(
        "new",
        Label("Жаңы жазуу", "Новая запись", "Make a record"),
        "records:new",
        (
            Argument("type", Label("Түрү", "Тип", "Type of the record"), "TYPE", required=True),
            Argument("values", _VALUES, "field=value", many=True),
            _CASE,
            Argument("--from", Label("JSON файлынан", "Из файла JSON", "Values from a JSON file"), "FILE.json"),
        ),
    ),
    Command(
        "edit",
        Label("Жазууну өзгөртүү", "Изменить запись", "Change a record"),
        "records:edit",
        (
            _RECORD,
            Argument(
                "values",
                Label(
                    "Маанилер: field=text, field:=JSON, field+=X, field-=X",
                    "Значения: field=text, field:=JSON, field+=X, field-=X",
                    "Values: field=text, field:=JSON, field+=X, field-=X",
                ),
                "field=value",
                many=True,
            ),
            _REASON,
            _SEEN,
            Argument("--from", Label("JSON файлынан", "Из файла JSON", "Values from a JSON file"), "FILE.json"),
        ),
    ),
    Command(
        "annul",
        Label("Жазууну жокко чыгаруу", "Аннулировать запись", "Annul a record"),
        "records:annul",
        (
            _RECORD,
            _REASON,
            Argument("--undo", Label("Жокко чыгарууну кайтаруу", "Отменить аннулирование", "Take the annulment back")),
            _SEEN,
        ),
    ),
    Command(
        "attach",
        Label("Файл тиркөө", "Приложить файл", "Attach a file to a record"),
        "attaching:attach",
        (
            _RECORD,
            _FILE,
            Argument(
                "--field",
                Label(
                    "Кайсы талаага; айтылбаса тиркемелерге, кол коюлгандан кийин скан катары",
                    "В какое поле; по умолчанию приложения, после подписи скан",
                    "The field; by default enclosures or, once signed, the scan",
                ),
                "NAME",
            ),
            Argument(
                "--captured-at", Label("Качан тартылган", "Когда снято", "When it was captured"), "YYYY-MM-DD HH:MM"
            ),
            Argument("--reason", Label("Ордуна коюунун себеби", "Причина замены", "Why it replaces another"), "TEXT"),
        ),
    ),
    Command(
        "attachment",
        Label("Тиркеменин көчүрмөсүн жазуу", "Сохранить копию приложения", "Write a copy of an attached file"),
        "attaching:attachment",
        (_RECORD, Argument("sha256", Label("SHA-256", "SHA-256", "SHA-256"), "SHA256", required=True), _FILE, _PURPOSE),
    ),
    Command(
        "letter",
        Label("Кыйноо арызынын коштомо каты", "Письмо к заявлению о пытках", "The letter to an allegation of torture"),
        "letters:letter",
        (_RECORD, _FILE, FORCE),
    ),
    Command(
        "sign",
        Label("Актыга кол коюу", "Подписать акт", "Sign an act"),
        "signing:sign",
        (_RECORD, Argument("--capacity", Label("Кандай укукта", "В каком качестве", "In what capacity"), "C")),
    ),
    Command(
        "countersign",
        Label("Макулдук берүү же бекитүү", "Дать согласие или утвердить", "Give consent or approval to a signed act"),
        "signing:countersign",
        (
            _RECORD,
            Argument("--refuse", Label("Баш тартуу: себеби", "Отказать: причина", "Refuse: the reason"), "REASON"),
        ),
    ),
    Command(
        "supersede",
        Label("Кол коюлган актыны оңдоо", "Исправить подписанный акт новым", "Correct a signed act by another"),
        "signing:supersede",
        (_RECORD, Argument("values", _VALUES, "field=value", many=True), _REASON),
    ),
    Command("show", Label("Жазууну көрсөтүү", "Показать запись", "Show a record"), "records:show", (_RECORD, _PURPOSE)),
    Command(
        "list",
        Label("Жазуулардын тизмеси", "Список записей", "List records of a type"),
        "records:list_records",
        (
            Argument("type", Label("Түрү", "Тип", "Type of the records"), "TYPE", required=True),
            Argument(
                "values",
                Label("Чыпка: field=value", "Фильтр: field=value", "Filter: field=value"),
                "field=value",
                many=True,
            ),
            Argument("--limit", Label("Эң көп", "Не больше", "At most so many"), "N"),
            Argument("--after", Label("Ушундан кийин", "После этой", "After this one"), "ID"),
            _PURPOSE,
        ),
    ),
    Command(
        "case",
        Label("Иштин жүрүшү", "Ход дела", "Timeline of a case"),
        "records:case",
        (Argument("case", _CASE.help, "CASE", required=True), _PURPOSE),
    ),
    *(
        Command(name, about, f"procedure:{function}", (Argument("case", _CASE.help, "CASE", required=True), _PURPOSE))
        for name, about, function in (
            (
                "course",
                Label("Иштин жана адамдардын абалы", "Состояние дела и лиц", "State of a case and of its persons"),
                "course",
            ),
            (
                "next",
                Label(
                    "Мыйзам боюнча кийинки кадамдар", "Законные следующие шаги", "Lawful next steps, and why not others"
                ),
                "next_steps",
            ),
            (
                "safeguards",
                Label("Кепилдиктер паспорту", "Паспорт гарантий прав", "Safeguard passport of each person"),
                "safeguards",
            ),
            (
                "custody",
                Label("Кармоо эсеби", "Учёт содержания под стражей", "Ledger of custody of each person"),
                "custody",
            ),
        )
    ),
    Command(
        "deadlines",
        Label("Мөөнөттөр", "Сроки", "What runs out, and how it was counted"),
        "procedure:deadlines",
        (
            Argument("case", _CASE.help, "CASE"),
            Argument("--all", Label("Аяктагандарын да", "Вместе с истёкшими", "Those that are met or over too")),
            _PURPOSE,
        ),
    ),
    Command(
        "search",
        Label("Издөө", "Поиск", "Search"),
        "records:search",
        (
            Argument("text", Label("Эмнени", "Что искать", "What to look for"), "TEXT", required=True),
            Argument("--limit", Label("Эң көп", "Не больше", "At most so many"), "N"),
            _PURPOSE,
        ),
    ),
    Command(
        "history",
        Label("Жазуунун тарыхы", "История записи", "History of a record"),
        "records:history",
        (_RECORD, _PURPOSE),
    ),
    Command(
        "conflicts",
        Label("Карама-каршылыктар", "Разногласия", "Conflicts that wait"),
        "conflicts:conflicts",
        (_PURPOSE,),
    ),
    Command(
        "explain",
        Label(
            "Талаштагы өз маанисин түшүндүрүү",
            "Объяснить своё значение в разногласии",
            "Explain one's own value in a conflict",
        ),
        "conflicts:explain",
        (
            _RECORD,
            Argument(
                "unit", Label("Талаа же талаалар тобу", "Поле или группа полей", "Unit or field"), "UNIT", required=True
            ),
            Argument("--text", Label("Эмне үчүн ушундай", "Почему так", "Why it was recorded so"), "TEXT"),
        ),
    ),
    Command(
        "log",
        Label("Кайрылуулар журналы", "Журнал обращений", "Who looked at what, and why"),
        "log:log",
        (
            _CASE,
            Argument("--of", Label("Кимдики", "Чьи обращения", "Whose, by login"), "LOGIN"),
            Argument("--from", Label("Ушул күндөн", "С этого дня", "From this day"), "DATE"),
            Argument("--to", Label("Ушул күнгө чейин", "По этот день", "Until this day"), "DATE"),
            Argument("--centre", Label("Борбордо турганы", "То, что хранит центр", "What the centre holds")),
        ),
    ),
    Command(
        "resolve",
        Label("Карама-каршылыкты чечүү", "Решить разногласие", "Resolve a conflict"),
        "conflicts:resolve",
        (
            _RECORD,
            Argument(
                "unit", Label("Талаа же талаалар тобу", "Поле или группа полей", "Unit or field"), "UNIT", required=True
            ),
            Argument("--take", Label("Ушул мааниси", "Взять это значение", "Take the value of this dot"), "DOT"),
            Argument("--value", Label("Жаңы мааниси", "Новое значение", "A new value"), "TEXT"),
            Argument("--value:", Label("Жаңы мааниси JSON", "Новое значение в JSON", "A new value as JSON"), "JSON"),
            _REASON,
            _SEEN,
        ),
    ),
    Command(
        "import",
        Label("JSONL файлынан киргизүү", "Загрузить из JSONL", "Take records from a JSONL file"),
        "transfer:import_records",
        (
            _TYPE,
            Argument("file", _FILE.help, "FILE.jsonl", required=True),
            Argument("--batch", Label("Ар бир топтогу сап", "Строк в порции", "Lines in a batch"), "N"),
            _CASE,
            _REASON,
        ),
    ),
    Command(
        "export",
        Label("JSONL файлына чыгаруу", "Выгрузить в JSONL", "Write records to a JSONL file"),
        "transfer:export_records",
        (
            _TYPE,
            Argument("file", _FILE.help, "FILE.jsonl", required=True),
            Argument("--all", Label("Жокко чыгарылгандарын да", "Вместе с аннулированными", "Annulled ones too")),
            _PURPOSE,
        ),
    ),
)

COMMANDS: Final = MappingProxyType(
    {each.name: each for each in (*_RECORDS, *PERSONS, *PAPER, *CONTACTS, *DUTIES, *KEEPING, *_STORE)}
)


def parse(tokens: Sequence[str]) -> Parsed:
    """The command line; raises `Usage`."""
    return read(tokens, COMMANDS, COMMON)
