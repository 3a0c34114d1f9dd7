"""The rules of a session: no Qt, no files, no clock. Every time that a rule needs is passed in."""
