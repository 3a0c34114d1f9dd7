"""Small widgets that know nothing of sessions: plain values in, gestures out."""
