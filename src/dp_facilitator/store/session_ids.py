"""The name of a new session."""

import secrets
from collections.abc import Callable

from dp_facilitator.model.durations import clock_time
from dp_facilitator.model.moment import Moment
from dp_facilitator.store.summary import iso

_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without 0, 1, i, l and o, which are read for one another."""


def new_id(now: Moment, choose: Callable[[str], str] = secrets.choice) -> str:
    """The id of a new session, "2026-11-22-1000-k3f9": local time and four signs by chance, never a name."""
    day = (iso(now) or "0000-00-00")[:10]
    clock = clock_time(now.wall, now.offset).replace(":", "")
    return f"{day}-{clock}-{''.join(choose(_SIGNS) for _ in range(4))}"
