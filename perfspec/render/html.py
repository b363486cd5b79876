"""The web page: the HTML document as it is."""


def render(html: str) -> bytes:
    """Return the document in UTF-8, ending with one line break."""
    return (html.rstrip("\n") + "\n").encode()
