"""One look at the clocks."""

from dataclasses import dataclass

from .durations import clock_time


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, on the two clocks that matter.

    `ns` is the session's own time in nanoseconds: it starts with the session, goes on while the computer
    sleeps and is never set. `wall` is nanoseconds since 1970 UTC and `offset` the seconds to add for local
    time: for labels such as "ends about 11:28" and nothing else.
    """

    ns: int
    wall: int
    offset: int = 0

    def at(self, ns: int) -> "Moment":
        """Another moment of the session's time, with the wall time that belongs to it as seen from here."""
        return Moment(ns, self.wall + ns - self.ns, self.offset)

    def clock(self, *, with_seconds: bool = False) -> str:
        """The local time of day, "10:16"."""
        return clock_time(self.wall, self.offset, with_seconds=with_seconds)
