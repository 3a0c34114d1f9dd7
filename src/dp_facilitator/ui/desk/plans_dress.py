"""What the plans page looks like beyond the common style: rows of phases, and fields that are only read."""

from dp_facilitator.ui.theme import Look


def plans_dress(look: Look) -> str:
    """A style sheet in the look's own colours."""
    t, px = look.tokens, look.px
    return f"""
QFrame[role="phase"] {{ border: 1px solid transparent; border-radius: 10px; background: transparent; }}
QFrame[role="phase"]:hover {{ background: {t.ground}; }}
QFrame[role="phase"][chosen="true"] {{ background: {t.accent_soft}; }}
QFrame[role="drop"] {{ background: {t.focus}; border: 0; }}
QLineEdit[locked="true"], QPlainTextEdit[locked="true"] {{ background: transparent; border-color: {t.line}; }}
QComboBox:disabled, QSpinBox:disabled {{ background: transparent; color: {t.ink}; border-color: {t.line}; }}
QCheckBox:disabled {{ color: {t.ink}; }}
QLineEdit[part="true"] {{ font-weight: 700; }}
QLineEdit[role="cell"] {{ min-height: {px(30)}px; }}
"""
