"""What the demonstration says, in three languages."""

from __future__ import annotations

from typing import Final

from icjims_core.declarations.words import Label

TEXTS: Final[dict[str, Label]] = {
    "centre": Label(
        "Борбор иштеп жатат: {url} (TLS, өз күбөлүгү менен)",
        "Центр работает: {url} (TLS, собственный удостоверяющий центр)",
        "The centre is up: {url} (TLS, its own certificate authority)",
    ),
    "enrolled": Label(
        "{name} ({code}): жумуш орду катталды, кампа шифрленген",
        "{name} ({code}): рабочее место подключено, хранилище зашифровано",
        "{name} ({code}): workstation enrolled, store encrypted",
    ),
    "book": Label(
        "{name}: {cases} иш, {records} жазуу киргизилди, тармаксыз",
        "{name}: внесено дел — {cases}, записей — {records}, без сети",
        "{name}: {cases} cases with {records} records entered, no network",
    ),
    "shared": Label(
        "{number} иши үч кеңсеге берилди; үчөө тең аны алды",
        "Дело {number} поручено трём подразделениям; у всех трёх оно есть",
        "Case {number} is assigned to three offices; all three hold it",
    ),
    "offline": Label(
        "Тармак жок: үч кеңсе бир эле талааларды өзгөртүп жатат",
        "Сети нет: три подразделения меняют одни и те же поля",
        "No network: three offices change the same fields",
    ),
    "wrote": Label("  {name}: {text}", "  {name}: {text}", "  {name}: {text}"),
    "evening": Label(
        "Кечки алмашуу, байланыш үзүлүп турат", "Вечерний обмен, связь рвётся", "Evening sync, a bad link"
    ),
    "cut": Label(
        "  {name}: байланыш үзүлдү ({code}); эч нерсе жоголгон жок, ошол жерден уланат",
        "  {name}: связь оборвалась ({code}); ничего не потеряно, продолжится с того же места",
        "  {name}: the link broke ({code}); nothing is lost, it goes on from there",
    ),
    "synced": Label(
        "  {name}: жөнөтүлдү {pushed}, алынды {pulled}, айырма {conflicts}, эки тарап бирдей: {equal}",
        "  {name}: отправлено {pushed}, получено {pulled}, расхождений {conflicts}, стороны равны: {equal}",
        "  {name}: sent {pushed}, received {pulled}, conflicts {conflicts}, both sides equal: {equal}",
    ),
    "conflict": Label(
        "Айырма, {field}: бардык маанилер турат",
        "Расхождение, {field}: стоят все значения",
        "Conflict, {field}: every value stands",
    ),
    "sibling": Label(
        "  {author} ({office}): {value}", "  {author} ({office}): {value}", "  {author} ({office}): {value}"
    ),
    "resolved": Label(
        "  Чечти {name}: {value} — {reason}",
        "  Решено, {name}: {value} — {reason}",
        "  Resolved by {name}: {value} — {reason}",
    ),
    "refused": Label(
        "  {name}: эркиндик жөнүндө айырманы автор чечпейт — программа уруксат берген жок",
        "  {name}: расхождение о свободе автор не решает — программа отказала",
        "  {name}: an author does not decide about liberty — the program refused",
    ),
    "explained": Label(
        "  {name} түшүндүрдү: {text}",
        "  {name}, объяснение: {text}",
        "  {name} explains: {text}",
    ),
    "proof": Label("Далил", "Доказательство", "Proof"),
    "mended": Label(
        "  {name}: байланыш сеанс ичинде үзүлүп, калыбына келди; ошол жерден уланды",
        "  {name}: связь обрывалась во время сеанса и восстановилась; обмен продолжился с того же места",
        "  {name}: the link broke during the session and came back; it went on from there",
    ),
    "entered": Label(
        "  {name}: киргизилген жазуу {entered}, жөнөтүлбөгөнү {waiting}",
        "  {name}: внесено записей {entered}, не отправлено {waiting}",
        "  {name}: {entered} records entered, {waiting} not sent",
    ),
    "arrived": Label(
        "  Баары: киргизилди {entered}, борбордо турат {arrived}, жоголду {lost}",
        "  Всего: внесено {entered}, в центре {arrived}, потеряно {lost}",
        "  In all: {entered} entered, {arrived} at the centre, {lost} lost",
    ),
    "seen": Label(
        "  Жалпы ишке {writes} өзгөртүү жазылды; ар бири үч кеңсенин баарында турат: {everywhere}",
        "  В общее дело внесено изменений: {writes}; каждое видно во всех трёх подразделениях: {everywhere}",
        "  {writes} changes were written to the shared case; each is held by all three offices: {everywhere}",
    ),
    "digest": Label(
        "  {name}: бул жерде {mine}…, борбордо {theirs}… — бирдей: {equal}",
        "  {name}: здесь {mine}…, в центре {theirs}… — равны: {equal}",
        "  {name}: here {mine}…, at the centre {theirs}… — equal: {equal}",
    ),
    "verified": Label(
        "  {name}: журнал толук текшерилди, каталар: {wrong}",
        "  {name}: журнал проверен целиком, ошибок: {wrong}",
        "  {name}: the whole log verified, faults: {wrong}",
    ),
    "nothing_lost": Label("Эч нерсе жоголгон жок.", "Ничего не потеряно.", "Nothing was lost."),
    "lost": Label("ЖОГОЛГОНУ БАР.", "ЕСТЬ ПОТЕРИ.", "SOMETHING WAS LOST."),
    "yes": Label("ооба", "да", "yes"),
    "no": Label("жок", "нет", "no"),
    "desktop": Label(
        "Терезе ачылууда: {name}, логин {login}, сырсөз «{password}»",
        "Открывается окно: {name}, логин {login}, пароль «{password}»",
        "The window opens: {name}, login {login}, password “{password}”",
    ),
    "screens": Label(
        "Экран жок: сүрөттөр {folder} папкасында",
        "Экрана нет: снимки окон в папке {folder}",
        "No screen: pictures of the windows are in {folder}",
    ),
    "kept": Label("Баары {folder} папкасында", "Всё лежит в папке {folder}", "Everything is in {folder}"),
    "took": Label("{seconds} с", "{seconds} с", "{seconds} s"),
}
"""Sentence by name, with its parameters in braces."""
