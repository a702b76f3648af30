"""Sizes, lengths and outcomes of the exchange in words."""

from PySide6.QtCore import QObject

from icjims_desktop.ui.i18n import Language, languages
from icjims_desktop.ui.i18n.dates import format_time
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.sync_panel.data import QueueLine, QueueState, SessionLine, SessionOutcome


def decimal(value: float) -> str:
    """One digit after the point or the comma, as the language writes it."""
    text = f"{value:.1f}"
    return text if languages.current is Language.EN else text.replace(".", ",")


def size_text(size_bytes: int) -> str:
    """`4,2 МБ`; small things are tenths of a megabyte, never zero."""
    megabytes = max(size_bytes / 1_000_000, 0.1) if size_bytes else 0.0
    return translate("SyncWords", "{size} MB").format(size=decimal(megabytes))


def length_text(seconds: int) -> str:
    """`1:12` minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02}"


class SyncWords(QObject):
    """Plural forms need a context of their own."""

    def left(self, seconds: int | None) -> str:
        """Remaining time in round words; empty while it is unknown."""
        if seconds is None:
            return ""
        if seconds < 45:
            return self.tr("less than a minute left")
        return self.tr("about %n minute(s) left", "", max(round(seconds / 60), 1))


def queue_words(line: QueueLine) -> tuple[str, str, str]:
    """Icon, tone and words of a line of the queue."""
    if line.state is QueueState.IN_CENTRE:
        at = f", {format_time(line.at)}" if line.at else ""
        return "centre", "ok", translate("SyncWords", "in the centre") + at
    if line.state is QueueState.REFUSED:
        return "octagon", "late", translate("SyncWords", "refused")
    if line.state is QueueState.GOING:
        text = translate("SyncWords", "going, {percent} %")
        return "arrow_up", "accent", text.format(percent=line.percent)
    if line.state is QueueState.NEXT:
        return "waiting", "text2", translate("SyncWords", "next")
    return "waiting", "text2", translate("SyncWords", "waits")


def session_words(line: SessionLine) -> tuple[str, str, str]:
    """Icon, tone and words of a past session."""
    if line.outcome is SessionOutcome.GOING:
        return "", "text", translate("SyncWords", "under way")
    if line.outcome is SessionOutcome.ALL_ARRIVED:
        return "centre", "ok", translate("SyncWords", "all arrived")
    if line.outcome is SessionOutcome.BROKE_OFF:
        text = translate("SyncWords", "broke off, {sent} of {planned} arrived")
        return "undo", "text", text.format(sent=line.sent, planned=line.planned)
    if line.outcome is SessionOutcome.STICK:
        if not line.package:
            return "usb", "text", translate("SyncWords", "by stick")
        text = translate("SyncWords", "by stick, package {number}")
        return "usb", "text", text.format(number=line.package)
    return "octagon", "late", translate("SyncWords", "some were refused")
