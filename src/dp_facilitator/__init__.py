"""An offline desktop app that runs a deliberate-practice session and keeps its feedback."""

__version__ = "0.1.0"
