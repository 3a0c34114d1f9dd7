"""Random schedules against the oracle: nothing may differ, not by a nanosecond."""

from against_oracle import difference, rings
from hypothesis import given, settings
from hypothesis import strategies as st


@given(st.integers(0, 2**32))
@settings(max_examples=300)
def test_the_session_says_what_the_oracle_says(seed: int) -> None:
    assert difference(seed) == 0


@given(st.integers(0, 2**32))
@settings(max_examples=300)
def test_no_cue_is_lost_or_doubled(seed: int) -> None:
    told, due = rings(seed)
    assert told == due
