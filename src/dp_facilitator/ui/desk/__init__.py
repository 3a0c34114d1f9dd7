"""The desk: what the coach and the timekeeper see."""
