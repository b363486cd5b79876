"""Start a program, wait for it, say how long it took or how much memory it held, and where."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_PROC = Path("/proc")


def seconds(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> float:
    """Return how long `command` runs, from its start to its end, as a person would wait."""
    start = time.monotonic()
    subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True)
    return time.monotonic() - start


def costs(
    command: Sequence[str], environment: Mapping[str, str], folder: Path
) -> tuple[float, float]:
    """Return how long `command` runs, and the processor time of it and the processes below it."""
    before = os.times()
    taken = seconds(command, environment, folder)
    return taken, spent(before)


def spent(before: os.times_result) -> float:
    """Return the processor time of the processes that were started and ended since `before`."""
    after = os.times()
    user, system = after.children_user, after.children_system
    return user - before.children_user + system - before.children_system


def peak_memory(
    command: Sequence[str], environment: Mapping[str, str], folder: Path
) -> float | None:
    """Return the most MB that `command` and the processes below it held together.

    Shared pages count once (Linux's PSS, looked at every 20 ms, which slows the program down);
    None where the system does not tell.
    """
    if sys.platform != "linux":
        return None
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_held, _family(process.pid))))
        time.sleep(0.02)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return most / 1024


def _family(pid: int) -> list[int]:
    """Return a process and all below it."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdecimal() and (status := _read(entry / "stat")):
            parent = int(status.rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry.name))
    found = [pid]
    for known in found:
        found += children.get(known, [])
    return found


def _held(pid: int) -> int:
    lines = _read(_PROC / str(pid) / "smaps_rollup").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # the process has just ended
        return ""


def machine() -> dict[str, Any]:
    """Describe the machine without its name."""
    model = platform.processor() or platform.machine()
    if sys.platform == "linux":
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
        model = next(models, model)
    return {"processors": processors(), "model": model, "system": platform.system()}


def load() -> str:
    """Return how many processes wanted to run in the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
