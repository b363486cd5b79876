"""A target in words says when it is reached.

Why: «提高» is reached by any change, and «长期» cannot be missed; at the end of the year everybody
may give full marks. What a project puts out can nearly always be counted.

Bad::

    indicators:
      - {class: 质量指标, name: 著录质量, description: 档案著录的质量, target: 有效提高}

Good::

    indicators:
      - {class: 质量指标, name: 著录质量, description: 抽检著录差错率不超过2%, target: 有效提高}

Silent: bands; words with a criterion (达到国家标准, 较上年提高, 零事故); a description that states
a number, a standard or the year before. Under output it is a warning; benefits are often stated in
words, so there it is for information. `words` lists what is vague. A rate whose target is words,
vague or not, is always a warning, but for words that mean all of them (全覆盖, 应保尽保).
"""

from perfspec.diagnostics import Severity
from perfspec.evidence import measured, tables, vagueness
from perfspec.messages import message
from perfspec.model import Project
from perfspec.rule import Context, Judgement, Option, Rule
from perfspec.values import Phrase, Sentence

_VAGUE = """
    提高 提升 增强 增加 改善 优化 完善 加强 有效 长期 长远 明显 显著 持续 不断 稳步 逐步 进一步 有所
    较好 较高 良性 影响 促进 推动 保障 巩固 稳定 减少 降低 下降 带动 充分 大力 积极 基本"""


def _check(project: Project, context: Context) -> Judgement:
    for table in tables.of_project(project):
        for row in table.rows:
            split, reading = row.target.split, row.target.reading
            words = (split.value if split else row.target.text).strip()
            vague = any(word in words for word in context.options["words"])
            if not isinstance(reading, Phrase) and not (
                vague and (reading is None or isinstance(reading, Sentence))
            ):
                continue
            if vagueness.has_criterion(words, row):
                continue
            if name := vagueness.rate(words, row):
                text = message(
                    "{name!r} is a rate, which wants a per cent, and not {value!r}",
                    name=name,
                    value=words,
                )
                yield RULE.finding(measured.place(row), text, level=Severity.WARNING)
            elif vague:
                standard = tables.standard(row.classified, context.form)
                text = message("{value!r} does not say when it is reached", value=words)
                level = Severity.WARNING if standard.startswith("output") else Severity.INFO
                yield RULE.finding(measured.place(row), text, level=level)


_TITLE = message("words that promise something without saying how much")
RULE = Rule(
    module=__name__,
    level=Severity.INFO,
    check_project=_check,
    options=(Option(name="words", default=tuple(_VAGUE.split()), title=_TITLE),),
)
