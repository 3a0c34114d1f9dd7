"""One stylesheet for everything Qt draws itself, written from a theme's tokens.

Roles and tones are dynamic properties (`theme.mark` sets them): role="card", "page", "primary",
"quiet", "link", "icon", "pill", "title", …; tone="note", "good", "warning", "over".
Borders grow from one to two pixels on focus while the padding shrinks by one, so nothing jumps.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor

from dp_facilitator.ui.tokens import Sizes, Tokens

WORD_FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Atkinson Hyperlegible",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "DejaVu Sans",
)
DIGIT_FAMILIES = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans")


def style_sheet(tokens: Tokens, scale: float = 1.0, icons: Path | None = None) -> str:
    """The rules for one theme at a text scale; `icons` is the folder of drawings for tick marks."""
    sizes = Sizes(scale)
    parts = (
        _surfaces(tokens, sizes),
        _words(tokens, sizes),
        _buttons(tokens, sizes),
        _fields(tokens, sizes),
        _lists(tokens, sizes),
        _bars(tokens),
        _marks(tokens, sizes, icons),
    )
    return "\n".join(parts)


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: share 0 is the first, 1 the second."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return QColor(red, green, blue)


def _shade(colour: str, other: str, share: float) -> str:
    return mix(QColor(colour), QColor(other), share).name()


def _surfaces(t: Tokens, s: Sizes) -> str:
    families = ", ".join(f'"{name}"' for name in WORD_FAMILIES)
    return f"""
QWidget {{ color: {t.ink}; font-family: {families}; font-size: {s.body}px; }}
QMainWindow, QDialog, [role="page"] {{ background: {t.ground}; }}
[role="strip"] {{ background: {t.card}; border: 0 solid {t.line}; }}
[role="strip"][edge="bottom"] {{ border-bottom-width: 1px; }}
[role="strip"][edge="top"] {{ border-top-width: 1px; }}
[role="card"] {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 14px; }}
[role="card"][chosen="true"] {{ border: 2px solid {t.accent}; }}
[role="tile"] {{ background: {t.ground}; border: 1px solid {t.line}; border-radius: 10px; }}
[role="rule"] {{ background: {t.line}; border: 0; }}
[role="banner"] {{ background: {t.accent_soft}; border: 1px solid {t.accent};
  border-radius: 12px; }}
[role="banner"][tone="good"] {{ background: {t.good_ground}; border-color: {t.good}; }}
[role="banner"][tone="warning"] {{ background: {t.warning_ground}; border-color: {t.warning}; }}
[role="banner"][tone="over"] {{ background: {t.over_ground}; border-color: {t.over}; }}
[role="banner"][tone="accent"] {{ background: {t.accent}; border-color: {t.accent}; }}
[role="banner"][tone="accent"] QLabel {{ color: {t.on_accent}; }}
[role="note"] {{ background: {t.field}; border: 1px solid {t.line}; border-radius: 10px;
  margin: 1px; }}
[role="note"][starred="true"] {{ border: 2px solid {t.good}; margin: 0; }}
[role="note"]:focus {{ border: 2px solid {t.focus}; margin: 0; }}
QPushButton, QToolButton, QCheckBox, QRadioButton, QComboBox {{ outline: 0; }}
QToolTip {{ background: {t.ink}; color: {t.card}; border: 1px solid {t.card};
  padding: 6px 8px; font-size: {s.small}px; }}
QMenu {{ background: {t.card}; border: 1px solid {t.control_border}; padding: 6px; }}
QMenu::item {{ padding: 8px 24px 8px 16px; border-radius: 6px; background: transparent; }}
QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QMenu::item:disabled {{ color: {t.muted}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 6px 8px; }}
"""


def _words(t: Tokens, s: Sizes) -> str:
    return f"""
QLabel {{ background: transparent; border: 0; }}
QLabel[role="display"] {{ font-size: {s.display}px; font-weight: 700; }}
QLabel[role="title"] {{ font-size: {s.title}px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {s.lead}px; font-weight: 700; }}
QLabel[role="lead"] {{ font-size: {s.lead}px; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="label"] {{ font-size: {s.small}px; font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ font-size: {s.small}px; color: {t.muted}; }}
QLabel[tone="calm"], QLabel[tone="accent"] {{ color: {t.accent}; font-weight: 600; }}
QLabel[tone="good"] {{ color: {t.good}; font-weight: 600; }}
QLabel[tone="warning"] {{ color: {t.warning}; font-weight: 600; }}
QLabel[tone="over"] {{ color: {t.over}; font-weight: 600; }}
QLabel[role="cap"] {{ border: 1px solid {t.control_border}; border-radius: 6px; padding: 0 6px; margin: 4px 0;
  font-size: {s.small}px; font-weight: 600; color: {t.ink}; background: {t.ground}; }}
QLabel[role="pill"] {{ background: {t.ground}; color: {t.ink}; border: 1px solid {t.line};
  border-radius: {s.px(28) // 2}px; padding: 0 12px; min-height: {s.px(28) - 2}px;
  font-size: {s.small}px; font-weight: 600; }}
QLabel[role="pill"][tone="calm"] {{ background: {t.accent_soft}; color: {t.calm};
  border-color: {t.accent_soft}; }}
QLabel[role="pill"][tone="good"] {{ background: {t.good_ground}; color: {t.good};
  border-color: {t.good_ground}; }}
QLabel[role="pill"][tone="warning"] {{ background: {t.warning_ground}; color: {t.warning};
  border-color: {t.warning_ground}; }}
QLabel[role="pill"][tone="over"] {{ background: {t.over_ground}; color: {t.over};
  border-color: {t.over_ground}; }}
"""


def _buttons(t: Tokens, s: Sizes) -> str:
    hover, down = _shade(t.accent, t.ink, 0.18), _shade(t.accent, t.ink, 0.34)
    soft = _shade(t.card, t.ink, 0.06)
    softer = _shade(t.card, t.ink, 0.12)
    height = s.px(40) - 2
    return f"""
QPushButton {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.control_border};
  border-radius: 10px; padding: 0 15px; min-height: {height}px; font-weight: 600; }}
QPushButton:hover {{ background: {soft}; }}
QPushButton:pressed, QPushButton:checked {{ background: {softer}; }}
QPushButton[role="quiet"]:checked {{ background: {t.accent_soft}; color: {t.accent};
  border: 2px solid {t.accent}; padding: 0 14px; min-height: {height - 2}px; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: 0 14px; min-height: {height - 2}px; }}
QPushButton:disabled {{ color: {t.muted}; border-color: {t.track}; background: transparent; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent};
  border: 1px solid {t.accent}; padding: 0 23px; min-height: {s.px(52) - 2}px; font-weight: 700; }}
QPushButton[role="primary"]:hover {{ background: {hover}; border-color: {hover}; }}
QPushButton[role="primary"]:pressed {{ background: {down}; border-color: {down}; }}
QPushButton[role="primary"]:focus {{ border: 1px solid {t.accent}; padding: 0 23px;
  min-height: {s.px(52) - 2}px; }}
QPushButton[role="primary"]:disabled {{ background: {t.track}; color: {t.muted};
  border-color: {t.track}; }}
QPushButton[role="link"] {{ background: transparent; color: {t.accent}; border: 0;
  border-radius: 6px; padding: 2px 6px; min-height: {s.px(28)}px; font-weight: 600; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; background: transparent; }}
QPushButton[role="link"]:pressed {{ color: {down}; background: transparent; }}
QPushButton[role="link"]:focus {{ border: 2px solid {t.focus}; padding: 0 4px;
  min-height: {s.px(28)}px; }}
QPushButton[role="link"]:disabled {{ color: {t.muted}; }}
QPushButton[role="icon"], QToolButton {{ background: {t.ground}; color: {t.ink};
  border: 1px solid {t.line}; border-radius: 10px; padding: 0; }}
QPushButton[role="icon"] {{ min-width: {height}px; max-width: {height}px;
  min-height: {height}px; max-height: {height}px; }}
QPushButton[role="icon"][quiet="true"] {{ background: transparent; border-color: transparent; }}
QPushButton[role="icon"][small="true"] {{ min-width: {s.px(28) - 2}px; max-width: {s.px(28) - 2}px;
  min-height: {s.px(28) - 2}px; max-height: {s.px(28) - 2}px; border-radius: 8px;
  background: transparent; border-color: transparent; }}
QToolButton {{ min-height: {height}px; padding: 0 10px; font-weight: 600; }}
QPushButton[role="icon"]:hover, QToolButton:hover {{ background: {t.track}; }}
QPushButton[role="icon"]:pressed, QPushButton[role="icon"]:checked,
QToolButton:pressed, QToolButton:checked {{ background: {t.selection}; }}
QPushButton[role="icon"]:focus, QToolButton:focus {{ border: 2px solid {t.focus}; }}
QPushButton[role="icon"]:focus {{ min-width: {height - 2}px; max-width: {height - 2}px;
  min-height: {height - 2}px; max-height: {height - 2}px; }}
QPushButton[role="icon"][small="true"]:focus {{ min-width: {s.px(28) - 4}px;
  max-width: {s.px(28) - 4}px; min-height: {s.px(28) - 4}px; max-height: {s.px(28) - 4}px; }}
QPushButton[role="icon"]:disabled, QToolButton:disabled {{ background: transparent;
  color: {t.muted}; }}
[role="banner"][tone="accent"] QPushButton {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.on_accent}; }}
[role="banner"][tone="accent"] QPushButton:hover {{ background: {hover}; }}
[role="banner"][tone="accent"] QPushButton:focus {{ border-color: {t.on_accent}; }}
[role="banner"][tone="accent"] QPushButton[main="true"] {{ background: {t.on_accent};
  color: {t.accent}; }}
"""


def _fields(t: Tokens, s: Sizes) -> str:
    kinds = ("QLineEdit", "QComboBox", "QSpinBox", "QDoubleSpinBox", "QTimeEdit", "QDateEdit")
    every = ", ".join(kinds)
    focus = ", ".join(f"{kind}:focus" for kind in kinds)
    off = ", ".join(f"{kind}:disabled" for kind in kinds)
    height = s.px(42) - 2
    return f"""
{every} {{ background: {t.field}; color: {t.ink}; border: 1px solid {t.control_border};
  border-radius: 10px; padding: 0 12px; min-height: {height}px;
  selection-background-color: {t.selection}; selection-color: {t.ink};
  placeholder-text-color: {t.muted}; }}
{focus} {{ border: 2px solid {t.focus}; padding: 0 11px; min-height: {height - 2}px; }}
{off} {{ color: {t.muted}; background: {t.ground}; border-color: {t.track}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0 8px; min-height: 0;
  background: transparent; }}
QLineEdit[wrong="true"] {{ border: 2px solid {t.over}; background: {t.over_ground};
  padding: 0 11px; min-height: {height - 2}px; }}
QLineEdit[role="cell"] {{ border-radius: 6px; padding: 0 6px; min-height: 0; }}
QLineEdit[role="cell"]:focus {{ padding: 0 5px; min-height: 0; }}
QLineEdit[role="dashed"] {{ border: 2px dashed {t.control_border}; background: transparent;
  padding: 0 14px; min-height: {s.px(48) - 4}px; }}
QLineEdit[role="dashed"]:focus {{ border: 2px solid {t.focus}; background: {t.field};
  padding: 0 14px; min-height: {s.px(48) - 4}px; }}
QPlainTextEdit, QTextEdit {{ background: {t.field}; color: {t.ink};
  border: 1px solid {t.control_border}; border-radius: 10px; padding: 7px;
  selection-background-color: {t.selection}; selection-color: {t.ink};
  placeholder-text-color: {t.muted}; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {t.focus}; padding: 6px; }}
QPlainTextEdit[role="bare"], QPlainTextEdit[role="bare"]:focus {{ background: transparent;
  border: 0; padding: 0; }}
[role="entry"] {{ background: {t.field}; border: 1px solid {t.control_border};
  border-radius: 12px; margin: 1px; }}
[role="entry"][active="true"] {{ border: 2px solid {t.focus}; margin: 0; }}
[role="entry"][tone="over"] {{ border: 2px solid {t.over}; margin: 0; }}
QComboBox::drop-down {{ border: 0; width: {s.px(28)}px; }}
QComboBox QAbstractItemView {{ background: {t.card}; border: 1px solid {t.control_border};
  padding: 4px; outline: 0; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; }}
QCheckBox, QRadioButton {{ spacing: 10px; min-height: {s.px(28)}px; background: transparent;
  border: 1px solid transparent; border-radius: 6px; padding: 2px 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.focus}; padding: 1px 3px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.muted}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {s.px(20)}px; height: {s.px(20)}px;
  border: 1px solid {t.control_border}; background: {t.field}; border-radius: 6px; }}
QRadioButton::indicator {{ border-radius: {(s.px(20) + 2) // 2}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; }}
QRadioButton::indicator:checked {{ border-color: {t.accent};
  background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
  stop: 0 {t.on_accent}, stop: 0.4 {t.on_accent}, stop: 0.46 {t.accent}, stop: 1 {t.accent}); }}
"""


def _lists(t: Tokens, s: Sizes) -> str:
    return f"""
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea:focus {{ border: 2px solid {t.focus}; border-radius: 8px; }}
QScrollArea > QWidget > [role="scrolled"] {{ background: transparent; }}
QAbstractItemView {{ background: {t.card}; border: 0; outline: 0;
  selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QListView::item {{ padding: 8px 12px; border: 1px solid transparent; border-radius: 10px; }}
QListView::item:hover {{ background: {t.ground}; }}
QListView::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
QListView::item:selected:focus {{ border: 2px solid {t.focus}; padding: 7px 11px; }}
QListView[role="bare"], QListView[role="bare"]::item {{ background: transparent; border: 0;
  padding: 0; }}
QTableView {{ background: {t.card}; gridline-color: transparent; border: 1px solid {t.line};
  border-radius: 12px; }}
QTableView::item {{ border: 0; border-bottom: 1px solid {t.line}; padding: 4px 12px; }}
QTableView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QTableView::item:focus {{ border: 2px solid {t.focus}; padding: 3px 10px; }}
QHeaderView, QHeaderView::section {{ background: transparent; border: 0; color: {t.muted};
  font-size: {s.small}px; font-weight: 600; }}
QHeaderView::section {{ padding: 8px 15px; border-bottom: 1px solid {t.control_border}; }}
QTableCornerButton::section {{ background: transparent; border: 0; }}
QProgressBar {{ background: {t.track}; border: 0; border-radius: 5px; max-height: 10px;
  min-height: 10px; color: transparent; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 5px; }}
QSplitter::handle {{ background: transparent; }}
"""


def _bars(t: Tokens) -> str:
    hover = _shade(t.control_border, t.ink, 0.4)
    return f"""
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {t.control_border}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {hover}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
"""


def _marks(t: Tokens, s: Sizes, icons: Path | None) -> str:
    if icons is None:
        return ""
    folder = (icons / "marks").as_posix()
    tick = "tick-light" if QColor(t.on_accent).lightness() > 127 else "tick-dark"
    spins = ("QSpinBox", "QDoubleSpinBox", "QTimeEdit", "QDateEdit")
    steps = ", ".join(f"{kind}::{part}-button" for kind in spins for part in ("up", "down"))
    up = ", ".join(f"{kind}::up-arrow" for kind in spins)
    down = ", ".join(f"{kind}::down-arrow" for kind in spins)
    side = s.px(16)
    return f"""
QCheckBox::indicator:checked {{ image: url("{folder}/{tick}.svg"); }}
QComboBox::down-arrow {{ image: url("{folder}/chevron-down.svg"); width: {side}px;
  height: {side}px; }}
{steps} {{ border: 0; background: transparent; width: {s.px(24)}px; }}
{up} {{ image: url("{folder}/chevron-up.svg"); width: {side}px; height: {side}px; }}
{down} {{ image: url("{folder}/chevron-down.svg"); width: {side}px; height: {side}px; }}
"""
