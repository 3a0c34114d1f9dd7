"""A session plan whose phases are so short that a few seconds at the desk see all of it."""

import json

NAMES = ("Ana", "Ben", "Cai")
STEMS = [
    {"id": "effective", "title": "It was effective when…"},
    {"id": "next-time", "title": "Next time you could…", "choose": True},
]


def short_plan() -> bytes:
    """The text of the plan: a round of three phases for each of three people, then a word from everyone.

    Nearly every phase has a note box, none lasts more than 20 s (so Next never asks twice), and one ends by itself.
    """
    rounds = [
        _phase("practise", 9, "practise", speaks="leader"),
        _phase("feedback", 15, "feedback", speaks="others-then-coach", captures=STEMS),
        _phase("again", 2, "again", speaks="leader", advance="automatic"),
    ]
    debrief = _phase(
        "debrief", 12, "talk", captures=[{"id": "next-step", "title": "What I will do next", "about": "everyone"}]
    )
    plan = {
        "format": 1,
        "title": "A very short session",
        "people": {"usual": len(NAMES), "least": 2, "most": 8},
        "total": _time(len(NAMES) * (9 + 15 + 2) + 12),
        "segments": [
            {"id": "rounds", "title": "Round", "repeat": "each", "phases": rounds},
            {"id": "debrief", "title": "Debrief", "phases": [debrief]},
        ],
    }
    return json.dumps(plan).encode()


def _phase(name: str, seconds: int, kind: str, **more: object) -> dict[str, object]:
    return {"id": name, "title": name.capitalize(), "time": _time(seconds), "kind": kind, **more}


def _time(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
