"""The one exception for «cannot do what was asked»: exit code 2."""

from perfspec.messages import Message, english


class PerfspecError(Exception):
    """What was asked cannot be done, and it is not the fault of a spec."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        """Take what went wrong, and what the person can do about it."""
        super().__init__(english(message))
        self.message = message
        self.hint = hint
