"""The commands, one module each. None of them imports Qt; each imports what it needs when it runs."""

import keyword

from dp_facilitator.words import marked

SUMMARIES = {
    "check": marked("find every mistake in session plans"),
    "timetable": marked("print the timetable of a session"),
    "plans": marked("list the session plans"),
    "sessions": marked("list the sessions that are kept"),
    "export": marked("write one leader's hand-out"),
    "print": marked("print a plan, preparation sheets or feedback cards"),
    "import": marked("make a session plan of an agenda"),
    "rehearse": marked("play a whole session at speed, without a screen"),
    "scenario": marked("play timing scenarios, or write one from a session"),
    "schema": marked("print the JSON Schema of session plans"),
}
"""Each command with what it does; a module of the same name in this package carries it out."""


def module_of(name: str) -> str:
    """The full name of a command's module; where Python keeps the word for itself, it ends in "_"."""
    return f"{__name__}.{name}_" if keyword.iskeyword(name) else f"{__name__}.{name}"
