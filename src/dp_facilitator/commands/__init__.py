"""The commands, one module each. None of them imports Qt; each imports what it needs when it runs."""

import keyword

SUMMARIES = {
    "check": "find every mistake in session plans",
    "timetable": "print the timetable of a session",
    "plans": "list the session plans",
    "sessions": "list the sessions that are kept",
    "export": "write one leader's hand-out",
    "print": "print a plan, preparation sheets or feedback cards",
    "import": "make a session plan of an agenda",
    "rehearse": "play a whole session at speed, without a screen",
    "scenario": "play timing scenarios, or write one from a session",
    "schema": "print the JSON Schema of session plans",
}
"""Each command with what it does; a module of the same name in this package carries it out."""


def module_of(name: str) -> str:
    """The full name of a command's module; where Python keeps the word for itself, it ends in "_"."""
    return f"{__name__}.{name}_" if keyword.iskeyword(name) else f"{__name__}.{name}"
