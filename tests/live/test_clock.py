"""The session's own time: through sleep, restart and a changed clock."""

from dp_facilitator.live.clock import FastClock, ManualClock, Origin, SessionTime, SystemClock
from dp_facilitator.model.moment import Moment

SECOND = 10**9
HOUR = 3600 * SECOND


def test_sleep_counts_and_a_changed_wall_clock_does_not() -> None:
    clock = ManualClock(always_ns=5 * SECOND, wall_ns=HOUR)
    time = SessionTime.fresh(clock)
    clock.go(60)
    clock.sleep(192)
    clock.wall_ns += HOUR
    assert time.now().ns == 252 * SECOND
    assert clock.awake() == 65 * SECOND


def test_resumed_on_the_same_start_of_the_computer_is_exact() -> None:
    clock = ManualClock(always_ns=1000 * SECOND, wall_ns=HOUR)
    origin = Origin(clock.boot(), 400 * SECOND)
    clock.wall_ns -= 50 * SECOND  # whatever the wall clock says
    time = SessionTime.resumed(clock, origin, Moment(300 * SECOND, HOUR))
    assert time.now().ns == 600 * SECOND


def test_resumed_after_a_restart_goes_by_the_wall_clock() -> None:
    clock = ManualClock(always_ns=20 * SECOND, wall_ns=HOUR + 90 * SECOND, boot_id="another start")
    time = SessionTime.resumed(clock, Origin("this start", 0), Moment(300 * SECOND, HOUR))
    assert time.now().ns == 390 * SECOND


def test_a_wall_clock_set_back_never_takes_time_away() -> None:
    clock = ManualClock(always_ns=20 * SECOND, wall_ns=HOUR - 500 * SECOND, boot_id="another start")
    time = SessionTime.resumed(clock, None, Moment(300 * SECOND, HOUR))
    assert time.now().ns == 300 * SECOND


def test_a_fast_clock_goes_on_at_its_speed_from_now() -> None:
    base = ManualClock(always_ns=7 * SECOND, wall_ns=HOUR)
    fast = FastClock(60.0, base)
    base.go(2)
    assert fast.always() - 7 * SECOND == 120 * SECOND
    assert fast.wall() - HOUR == 120 * SECOND


def test_the_computers_clocks_go_forward_and_know_their_start() -> None:
    clock = SystemClock()
    before = clock.always()
    assert clock.always() >= before > 0
    assert clock.wall() > 1_700_000_000 * SECOND
    assert abs(clock.offset()) <= 14 * 3600
    assert clock.boot() == clock.boot()
