"""Files: the journal of a session, unsent drafts, the lock, and the safe writing beneath them all; no Qt."""
