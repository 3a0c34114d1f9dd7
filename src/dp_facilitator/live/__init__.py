"""Qt without pixels: the clock, the bridge between a session and its windows, screens, clicker and writer."""
