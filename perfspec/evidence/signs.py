"""Signs of comparison in a target that stand where they mean nothing.

In: the text of a target. Out: the sign: behind the number (98%≥), doubled (98%%,
大于≥98%), or one that sets no bound (≠98%).
"""

import re

_SIGN = "[≥≤≧≦⩾⩽><＞＜]"
_WORD = "(?:不?(?:[大小高低多少]于|超过)(?:等于)?)"
# 90%≤率≤95% has two bounds, and ≥= and >= are one sign.
_WRONG = re.compile(
    f"[%％]{{2,9}}|[≠]|{_WORD}\\s?{_SIGN}|{_SIGN}\\s?{_WORD}|[≥≤≧≦⩾⩽]\\s?{_SIGN}|{_SIGN}\\s?[≥≤≧≦⩾⩽]"
    f"|(?<=[0-9%％‰人次个天元页件])\\s?{_SIGN}\\Z"
)
# A sentence may speak of signs; a value with one is short.
_LONGEST = 16


def out_of_place(target: str) -> str:
    """Return the sign in `target` that means nothing there, or an empty text."""
    found = _WRONG.search(target) if len(target) <= _LONGEST else None
    return found[0].strip() if found else ""
