"""Write `docs/rules.md` and `docs/rules.zh-CN.md`, the rules one by one, from their manuals.

Usage: python scripts/ruledoc.py [--check]

With `--check` nothing is written: exit 1 where a page is stale. The Chinese comes from the compiled
catalogue, so run `scripts/catalogue.py` first.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from perfspec import manual
from perfspec.messages import translator
from perfspec.report import pages
from perfspec.report.text import LEVELS
from perfspec.review import RULES

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {"en": DOCS / "rules.md", "zh": DOCS / "rules.zh-CN.md"}
_HEADS = {
    "en": """\
# The rules, one by one

[中文](rules.zh-CN.md)

Generated from the manuals of the rules by `python scripts/ruledoc.py`; do not edit.

What `perfspec check` looks for when a filing can be read, and what `perfspec diff` judges of two
years. A rule finds something, finds nothing, or says that there is not enough data;
`check --statistics` counts the three. An **error** is wrong, a **warning** is most likely wrong,
**info** is for you to look at. How to set a rule, to switch it off, or to keep one finding:
[README](../README.md#rules-and-settings). `perfspec explain RULE` prints what stands here.

The examples are keys of a project; under `filing:` and `form:` stand those of `filing.yaml` and of
the form, under `before:` what the older year has in their place. Examples are tests: what is wrong
is found, what is right is not.
""",
    # A paragraph is one line: a break between two Chinese characters would show as a blank.
    "zh": (
        "# 审核规则\n\n"
        "[English](rules.md)\n\n"
        "由 `python scripts/ruledoc.py` 根据各条规则的说明生成，请勿手工修改。\n\n"
        "文本能够读通时，`perfspec check` 按下列规则审核；"
        "`perfspec diff` 另按规则评判前后两年的变化。"
        "每条规则有三种结论：有问题、无问题、数据不足，由 `check --statistics` 分别计数。"
        "**错误**肯定不对，**警告**很可能不对，**提示**供核对。"
        "怎样设置、关闭规则，怎样保留某一处，见 [README](../README.zh-CN.md#规则和设置)。"
        "`perfspec explain 规则` 打印的内容与此处相同。\n\n"
        "示例是项目文件中的键；`filing:` 和 `form:` 之下是 `filing.yaml` 和表式的键，"
        "`before:` 之下是上一年与之不同的内容。"
        "示例都经过测试：有问题的写法必被查出，正确的写法不被报告。\n"
    ),
}
_TABLES = {
    "en": ("Of a filing", "Of two years", "| rule | level | what is right |\n|---|---|---|\n"),
    "zh": ("审核一份文本", "比较前后两年", "| 规则 | 级别 | 怎样才对 |\n|---|---|---|\n"),
}


def page(language: str) -> str:
    """Return the page in a language."""
    return "".join(_parts(language))


def _parts(language: str) -> Iterator[str]:
    words = translator(language)
    yield _HEADS[language]
    *titles, head = _TABLES[language]
    groups = [[rule for rule in RULES if rule.over_years is which] for which in (False, True)]
    for title, group in zip(titles, groups, strict=True):
        yield f"\n**{title}**\n\n{head}"
        for rule in group:
            summary = pages.escaped(words(manual.of(rule).summary))
            yield f"| [{rule.code}](#{rule.code}) | {words(LEVELS[rule.level])} | {summary} |\n"
    for rule in (one for group in groups for one in group):
        yield f"\n## {rule.code}\n\n{pages.markdown(rule, words).rstrip()}\n"


def main() -> int:
    """Write the pages, or say which are stale."""
    parser = argparse.ArgumentParser(description="Write docs/rules*.md from the manuals.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    check = parser.parse_args().check
    fresh = {path: page(language) for language, path in PAGES.items()}
    stale = [
        path
        for path, text in fresh.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        if check:
            print(f"docs/{path.name} is stale: run scripts/ruledoc.py")
        else:
            path.write_text(fresh[path], encoding="utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
