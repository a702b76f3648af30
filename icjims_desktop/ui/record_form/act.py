"""What the head of the form says of an act: its status as a chip, who has signed it, and what stays open."""

from icjims_core.signing import Standing
from icjims_desktop.ui.components.chip import ChipData, ChipKind
from icjims_desktop.ui.i18n import languages
from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.record_form.data import FormData
from icjims_desktop.ui.wording import code_words

_LOOKS = {
    Standing.DRAFT: (ChipKind.NEUTRAL, "pen"),
    Standing.SIGNED: (ChipKind.ACCENT, "signed"),
    Standing.CHANGED: (ChipKind.DUE, "warning"),
    Standing.REGISTERED: (ChipKind.ACCENT, "signed"),
    Standing.SUPERSEDED: (ChipKind.NEUTRAL, "undo"),
    Standing.ANNULLED: (ChipKind.LATE, "octagon"),
}


def act_words(data: FormData) -> tuple[ChipData | None, str]:
    """The chip of an act and the line under its title; nothing of a record that nobody signs."""
    if data.act is None:
        return None, ""
    standing = data.act.standing
    kind, icon = _LOOKS[standing]
    words = code_words("act_status", standing, languages.current.value)
    return ChipData(words[:1].upper() + words[1:], kind, icon), " ".join(_told(data))


def _told(data: FormData) -> list[str]:
    if data.act is None or not data.act.signed:
        return []
    signed = translate("RecordFormAct", "Signed: {names}.").format(names="; ".join(data.act.signed))
    if data.act.standing is Standing.SUPERSEDED:
        return [signed, translate("RecordFormAct", "Another act stands in its place.")]
    if data.act.standing is Standing.CHANGED:
        return [signed, translate("RecordFormAct", "It was changed by somebody who had not seen the signature: look.")]
    if data.signed and data.may_write:
        return [
            signed,
            translate("RecordFormAct", "What was signed is closed; service, execution and later statements stay open."),
        ]
    return [signed]
