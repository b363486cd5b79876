"""Findings as people and programs read them: one module for each format."""

from collections.abc import Callable

from perfspec.report import json, text
from perfspec.report.summary import Summary

# What `check --format` offers: each takes a summary and a style, and returns the whole output.
FORMATS: dict[str, Callable[[Summary, text.Style], str]] = {
    "text": text.render,
    "json": json.render,
}

__all__ = ["FORMATS", "Summary"]
