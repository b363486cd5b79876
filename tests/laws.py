"""How often a law is tried on examples made by chance."""

from hypothesis import settings


def tried(times: int) -> settings:
    """Return the settings of a law that is tried so often, and more often in a deep run."""
    usual = settings.get_profile("perfspec").max_examples
    return settings(max_examples=times * settings().max_examples // usual)
