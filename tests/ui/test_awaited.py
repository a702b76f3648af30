"""The timeline says which consent a signed act waits for."""

import pytest

from icjims_core.signing import Standing
from icjims_desktop.ui.dossier.reading import _status


@pytest.mark.parametrize(
    ("standing", "awaited", "said"),
    [
        (Standing.SIGNED, "consent", "signed; awaits: consent of the prosecutor"),
        (Standing.SIGNED, "", "signed"),
        (Standing.DRAFT, "consent", "not signed yet"),
        (None, "", ""),
    ],
)
def test_a_signed_act_tells_what_it_waits_for(standing: Standing | None, awaited: str, said: str) -> None:
    assert _status(standing, awaited, "en") == said
