"""Measures the budgets of docs/measurements.md, each beside the smallest program that PySide6 can be."""
