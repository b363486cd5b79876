"""Whether money is paid out to somebody, so that more of it can be better.

In: an amount of a target, a project. Out: yes where it is so much for each person, village or 亩,
or where the name of the project is that of a benefit.
"""

import re

from perfspec.evidence.measured import Measured
from perfspec.model import Project
from perfspec.values.units import unit

_EACH = frozenset("人户名生位村亩家校所") | {"人次", "社区", "乡镇"}
_FOR_EACH = re.compile("每(?:一|个|所)?[人户名生位村亩家校]|[人户生村亩校]均")
_BENEFITS = re.compile("救助|低保|供养|抚恤|优抚|助学|津贴|养老|孤儿|补贴")


def is_for_each(one: Measured) -> bool:
    """Tell whether the amount is what each of many gets."""
    named = _FOR_EACH.search(one.row.name) is not None
    return named or not _EACH.isdisjoint(unit(one.quantity.unit).per)


def is_benefit(project: Project) -> bool:
    """Tell whether the whole project pays people."""
    return _BENEFITS.search(project.name) is not None
