"""The clocks of the computer, and the session's own time made from them."""

import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from dp_facilitator.model.moment import Moment

DAY_NS: Final = 86_400_000_000_000


class Clock(Protocol):
    """What a session needs to know of time; all in nanoseconds but the offset."""

    def awake(self) -> int:
        """Time that stands still while the computer sleeps."""

    def always(self) -> int:
        """Time that goes on while the computer sleeps; the one that sessions are measured with."""

    def wall(self) -> int:
        """Since 1970 UTC; may be set at any moment."""

    def offset(self) -> int:
        """Seconds to add to UTC for local time."""

    def boot(self) -> str:
        """What tells one start of the computer from another; empty where that is not known."""


class SystemClock:
    """The computer's clocks (durability, Timers): which of them goes on in sleep depends on the system."""

    def awake(self) -> int:
        return time.monotonic_ns()

    def always(self) -> int:
        if sys.platform.startswith("linux"):
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
        if sys.platform == "darwin":
            return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
        return time.monotonic_ns()

    def wall(self) -> int:
        return time.time_ns()

    def offset(self) -> int:
        return time.localtime().tm_gmtoff

    def boot(self) -> str:
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        except OSError:
            return ""


@dataclass(slots=True)
class FastClock:
    """The computer's clock at another speed: for rehearsals."""

    speed: float
    base: Clock = field(default_factory=SystemClock)
    _always: int = field(init=False)
    _wall: int = field(init=False)

    def __post_init__(self) -> None:
        self._always, self._wall = self.base.always(), self.base.wall()

    def awake(self) -> int:
        return self.always()

    def always(self) -> int:
        return self._always + int((self.base.always() - self._always) * self.speed)

    def wall(self) -> int:
        return self._wall + self.always() - self._always

    def offset(self) -> int:
        return self.base.offset()

    def boot(self) -> str:
        return self.base.boot()


@dataclass(slots=True)
class ManualClock:
    """A clock that goes on only when told to: for tests."""

    always_ns: int = 0
    wall_ns: int = 0
    slept_ns: int = 0
    offset_s: int = 0
    boot_id: str = "this start"

    def go(self, seconds: float) -> None:
        """Lets time pass."""
        self.always_ns += round(seconds * 1e9)
        self.wall_ns += round(seconds * 1e9)

    def sleep(self, seconds: float) -> None:
        """Lets the computer sleep."""
        self.go(seconds)
        self.slept_ns += round(seconds * 1e9)

    def awake(self) -> int:
        return self.always_ns - self.slept_ns

    def always(self) -> int:
        return self.always_ns

    def wall(self) -> int:
        return self.wall_ns

    def offset(self) -> int:
        return self.offset_s

    def boot(self) -> str:
        return self.boot_id


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a session's time starts on this start of the computer: `zero` is `Clock.always()` then."""

    boot: str
    zero: int


class SessionTime:
    """The session's own time: nanoseconds since it was opened, whatever happened to the computer between."""

    def __init__(self, clock: Clock, origin: Origin) -> None:
        self.clock = clock
        self.origin = origin

    @classmethod
    def fresh(cls, clock: Clock) -> "SessionTime":
        """The time of a session that is opened now."""
        return cls(clock, Origin(clock.boot(), clock.always()))

    @classmethod
    def resumed(cls, clock: Clock, origin: Origin | None, last: Moment) -> "SessionTime":
        """The time of a session that was recorded up to `last`. Exact when the computer was not restarted;
        otherwise the wall clock says how long it was away, from nothing to a day."""
        if origin is not None and origin.boot and origin.boot == clock.boot():
            zero = min(origin.zero, clock.always() - last.ns)
        else:
            away = max(0, min(DAY_NS, clock.wall() - last.wall))
            zero = clock.always() - last.ns - away
        return cls(clock, Origin(clock.boot(), zero))

    def now(self) -> Moment:
        """One look at the clocks."""
        return Moment(self.clock.always() - self.origin.zero, self.clock.wall(), self.clock.offset())


def time_of_day(clock: Clock) -> Moment:
    """One look at the clocks for what belongs to no session: its session time counts from nothing in particular."""
    return Moment(clock.always(), clock.wall(), clock.offset())
