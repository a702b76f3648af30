"""The small application style sheet: text roles, inputs, cards, tables and scroll bars."""

from icjims_desktop.ui.theme.tokens import Tokens
from icjims_desktop.ui.theme.typography import FAMILY, TYPE_SPECS

_TONES = ("text", "text2", "muted", "accent", "due", "late", "ok")


def make_stylesheet(t: Tokens, scale: float) -> str:
    """QSS of one theme at one text scale; hairlines do not scale."""
    return "\n".join((_text(t, scale), _inputs(t, scale), _surfaces(t), _tables(t, scale), _bars(t)))


def _text(t: Tokens, scale: float) -> str:
    rules = [f"QWidget {{ font-family: '{FAMILY}'; font-size: {round(13 * scale)}px; }}"]
    for role, spec in TYPE_SPECS.items():
        size = round(spec.px * scale)
        rules.append(f'*[type="{role}"] {{ font-size: {size}px; font-weight: {spec.weight}; }}')
    rules += [f'*[tone="{tone}"] {{ color: {getattr(t, tone)}; }}' for tone in _TONES]
    rules.append(
        f"QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line2}; padding: 4px 6px; }}"
    )
    return "\n".join(rules)


def _inputs(t: Tokens, scale: float) -> str:
    height = round(30 * scale)
    editors = "QLineEdit, QComboBox, QPlainTextEdit"
    focus = ", ".join(f"{name}:focus" for name in editors.split(", "))
    bad = ", ".join(f'{name}[problem="true"]' for name in editors.split(", "))
    fixed = ", ".join(f"{name}:disabled" for name in editors.split(", "))
    return f"""
{editors} {{ background: {t.surface}; color: {t.text}; border: {t.edge_px}px solid {t.ctl};
  border-radius: 6px; padding: 0 10px; min-height: {height}px;
  selection-background-color: {t.accent_fill}; selection-color: {t.on_accent}; }}
QPlainTextEdit {{ padding: 5px 6px; }}
{focus} {{ border: 2px solid {t.accent}; padding: 0 9px; min-height: {height - 2}px; }}
QPlainTextEdit:focus {{ padding: 4px 5px; }}
{bad} {{ border: 2px solid {t.late}; padding: 0 9px; min-height: {height - 2}px; }}
QPlainTextEdit[problem="true"] {{ padding: 4px 5px; }}
{fixed}, QLineEdit:read-only, QPlainTextEdit[readOnly="true"] {{ background: {t.sunken}; color: {t.text2};
  border-color: {t.line2}; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: none; background: transparent;
  padding: 0; min-height: 24px; lineedit-password-character: 8226; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line2};
  outline: none; padding: 4px; selection-background-color: {t.tint}; selection-color: {t.text}; }}
QCheckBox {{ spacing: 8px; }}
"""


def _surfaces(t: Tokens) -> str:
    return f"""
QFrame[surface="card"] {{ background: {t.surface}; border: {t.edge_px}px solid {t.line};
  border-radius: 8px; }}
QFrame[surface="card"][round="large"] {{ border-radius: 12px; }}
QFrame[surface="popup"] {{ background: {t.raised}; border: 1px solid {t.line2};
  border-radius: 12px; }}
QFrame[surface="sunken"] {{ background: {t.sunken}; border: none; border-radius: 6px; }}
QFrame[surface="field"] {{ background: {t.surface}; border: {t.edge_px}px solid {t.ctl};
  border-radius: 6px; }}
QFrame[surface="field"][quiet="true"] {{ border-color: {t.line2}; }}
QFrame[surface="field"][focused="true"] {{ border: 2px solid {t.accent}; }}
QFrame[surface="field"][problem="true"] {{ border: 2px solid {t.late}; }}
QWidget[surface="rail"] {{ background: {t.rail}; border-right: 1px solid {t.line}; }}
QWidget[surface="bar"] {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
QWidget[surface="foot"] {{ background: {t.surface}; border-top: 1px solid {t.line}; }}
QWidget[surface="head"] {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
QWidget[surface="page"] {{ background: {t.bg}; }}
QFrame[surface="hairline"] {{ background: {t.line}; border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[surface="clear"] {{ background: transparent;
  border: none; }}
"""


def _tables(t: Tokens, scale: float) -> str:
    return f"""
QAbstractItemView {{ background: {t.surface}; border: none; outline: none; color: {t.text};
  selection-background-color: {t.tint}; selection-color: {t.text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: none;
  border-bottom: 1px solid {t.line2}; padding: 4px 12px; font-size: {round(12 * scale)}px;
  font-weight: 500; }}
"""


def _bars(t: Tokens) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line2}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.ctl}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
