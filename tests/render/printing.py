"""Printing in tests: the PDF, or the test fails because characters were missing."""

from perfspec.render import pdf
from perfspec.render.document import Attachment


def printed(html: str, *attachments: Attachment, profile: pdf.Profile = "archival") -> bytes:
    """Return the PDF of a document that every font has the characters for."""
    paper = pdf.render(html, attachments, profile=profile)
    assert isinstance(paper, bytes), paper
    return paper
