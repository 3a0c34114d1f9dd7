"""What leaves the app for people to take away: one writer a format, and how its file is named."""
