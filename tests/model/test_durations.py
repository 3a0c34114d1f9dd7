"""Durations and times of day, as they are read and as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dp_facilitator.model.durations import (
    clock_time,
    countdown,
    minutes_and_seconds,
    read_clocked,
    read_time_of_day,
    read_typed,
    seconds_up,
    signed,
)
from dp_facilitator.model.moment import Moment

CLOCKED = [
    ("4:00", 240), ("0:00", 0), ("90:00", 5400), ("1:30:00", 5400), ("12:00:00", 43_200), ("999:59", 59_999),
    ("4:60", None), ("1:60:00", None), ("4", None), ("", None), ("-1:00", None), ("4:0", None), ("٤:٠٠", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "seconds"), CLOCKED)
def test_clocked(text: str, seconds: int | None) -> None:
    assert read_clocked(text) == seconds


TYPED = [
    ("4", 240), (" 4:30 ", 270), ("90s", 90), ("1h", 3600), ("1h 30m", 5400), ("2 min", 120), ("2 minutes 5 sec", 125),
    ("1 HOUR", 3600), ("", None), ("soon", None), ("4.5", None), ("-4", None), ("4:75", None), ("1000", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "seconds"), TYPED)
def test_typed(text: str, seconds: int | None) -> None:
    assert read_typed(text) == seconds


TIMES = [
    ("9:05", 32_700), ("09:05", 32_700), ("10:02:30", 36_150), ("0:00", 0), ("23:59:59", 86_399),
    ("24:00", None), ("10:60", None), ("10:00:60", None), ("10", None), ("noon", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "seconds"), TIMES)
def test_times_of_day(text: str, seconds: int | None) -> None:
    assert read_time_of_day(text) == seconds


@given(st.integers(0, 43_200))
def test_what_is_shown_can_be_read_again(seconds: int) -> None:
    assert read_clocked(minutes_and_seconds(seconds)) == seconds
    assert read_typed(minutes_and_seconds(seconds)) == seconds


def test_how_durations_are_shown() -> None:
    assert [minutes_and_seconds(s) for s in (0, 45, 240, -130, 4500)] == [
        "0:00", "0:45", "4:00", "2:10", "1:15:00"
    ]  # fmt: skip
    assert [signed(s) for s in (60, -10, 0)] == ["+1:00", "−0:10", "+0:00"]
    assert [countdown(s) for s in (0, 59, 240, 3600, 3601, 4500)] == [
        "0:00", "0:59", "4:00", "60:00", "61 min", "75 min"
    ]  # fmt: skip


def test_nanoseconds_are_rounded_up() -> None:
    assert [seconds_up(ns) for ns in (0, 1, 10**9, 10**9 + 1, -1, -(10**9))] == [0, 1, 1, 2, 0, -1]


def test_clock_times_know_their_offset_and_midnight() -> None:
    assert clock_time(0, 0) == "00:00"
    assert clock_time(-(10**9), 0, with_seconds=True) == "23:59:59"
    assert clock_time(86_399 * 10**9, 3600) == "00:59"
    assert Moment(5, 10**9, 60).at(5 + 10**9) == Moment(5 + 10**9, 2 * 10**9, 60)
