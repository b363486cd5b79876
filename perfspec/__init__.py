"""Yearly performance filings of Chinese government units, kept as YAML."""

__version__ = "0.1.0"
