"""What the HTML may load: images that it carries itself, nothing from disk or network."""

from urllib.request import DataHandler, Request

from weasyprint.urls import URLFetcherResponse


class Fetcher:
    """Opens `data:` URLs of images; any other address ends the render."""

    # Read by WeasyPrint: an exception raised here stops it instead of being logged.
    _fail_on_errors = True

    def __call__(self, url: str) -> URLFetcherResponse:
        """Return the image in `url`; raise `ValueError` for anything else."""
        if not url.startswith("data:image/"):
            raise ValueError(f"only data:image/ addresses are loaded, not {url[:80]}")
        response = DataHandler().data_open(Request(url))  # noqa: S310 - the scheme is data:
        return URLFetcherResponse(url, response.read(), dict(response.headers))
