"""What comes into the app from other programs: an agenda from a table."""
