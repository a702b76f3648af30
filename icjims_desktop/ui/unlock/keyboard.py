"""What the letters typed so far tell of the keyboard: a password shows the wrong layout only by being refused."""

from icjims_desktop.ui.i18n.mark import translate
from icjims_desktop.ui.unlock.data import KeyboardState


def keyboard_of(typed: str) -> KeyboardState:
    """The alphabet of the last letter typed, and Caps Lock where every letter so far is a capital."""
    letters = [each for each in typed if each.isalpha()]
    if not letters:
        return KeyboardState("")
    cyrillic = "Ѐ" <= letters[-1] <= "ӿ"
    layout = translate("Keyboard", "CYR") if cyrillic else translate("Keyboard", "LAT")
    return KeyboardState(layout, caps_lock=len(letters) > 1 and all(each.isupper() for each in letters))
