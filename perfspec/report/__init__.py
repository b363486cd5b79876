"""Findings as people and programs read them: one module for each format."""

from collections.abc import Callable

from perfspec.report import github, json, junit, sarif, text
from perfspec.report.summary import Summary

# What `check --format` offers: each takes a summary and a style, and returns the whole output.
FORMATS: dict[str, Callable[[Summary, text.Style], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "github": github.render,
    "junit": junit.render,
}

__all__ = ["FORMATS", "Summary"]
