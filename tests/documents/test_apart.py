"""What a library does with a stranger's file takes the run along neither by memory nor by time."""

import os
import re
import signal
import sys

import pytest

from perfspec.documents import apart
from perfspec.errors import PerfspecError
from perfspec.messages import message

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")

BEYOND = re.escape("a.pdf is not read: it takes more than")


def _greedy(data: bytes, name: str) -> int:
    return len(data * apart.MEMORY) + len(name)


def _dying(data: bytes, name: str) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return len(data) + len(name)


def _endless(data: bytes, name: str) -> int:
    signal.pause()
    return len(data) + len(name)


def _refusing(data: bytes, name: str) -> int:
    raise PerfspecError(message("{name} is broken: {problem}", name=name, problem=len(data)))


def _wrong(data: bytes, name: str) -> int:
    return int(name) // len(data)


def test_what_the_work_returns_or_refuses_comes_back() -> None:
    assert apart.done(lambda data, name: (len(data), name), b"abc", "a.pdf") == (3, "a.pdf")
    with pytest.raises(PerfspecError, match=r"a\.pdf is broken: 3") as told:
        apart.done(_refusing, b"abc", "a.pdf")
    assert told.value.message.args == (("name", "a.pdf"), ("problem", 3))


def test_a_bug_in_the_work_stays_a_bug() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        apart.done(_wrong, b"abc", "a.pdf")


@pytest.mark.parametrize("work", [_greedy, _dying])
def test_work_that_takes_too_much_memory_or_dies_is_a_refusal(work: object) -> None:
    with pytest.raises(PerfspecError, match=BEYOND):
        apart.done(work, b"ab", "a.pdf")  # type: ignore[arg-type]


def test_work_that_never_ends_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0)
    with pytest.raises(PerfspecError, match=BEYOND):
        apart.done(_endless, b"ab", "a.pdf")
