"""Draft a form pack for a paper that no form holds.

In: what the paper needs, and the nearest form. Out: the text of a `form.yaml`, and its form. The
draft holds what was found; a person has yet to say what the form prints beyond it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from perfspec import form as forms
from perfspec import schema, yamltree
from perfspec.errors import PerfspecError
from perfspec.form import Form
from perfspec.importing import Found, ids
from perfspec.importing.forms import columns
from perfspec.importing.forms.classes import standard, stem
from perfspec.importing.forms.traits import Traits
from perfspec.importing.writing import cleaning
from perfspec.markup import joined
from perfspec.messages import message
from perfspec.quoting import scalar
from perfspec.source import Source

_KINDS = {"self-evaluation": "自评表", "monitoring": "监控表"}
_FULL = 100
_MOST = 200  # labels of a kind; what is beyond is told, and a person has to say what it is
_SOURCES = {
    "财政资金": "fiscal",
    "财政拨款": "fiscal",
    "一般公共预算": "general",
    "政府性基金": "funds",
    "国有资本经营预算": "capital",
    "上级资金": "higher",
    "上级": "higher",
    "中央": "central",
    "中央资金": "central",
    "省级": "province",
    "市级": "city",
    "县级": "county",
    "区级": "district",
    "本级": "local",
    "本级资金": "local",
    "单位资金": "unit",
    "自有资金": "own",
    "自筹资金": "own",
    "财政专户管理资金": "account",
    "上年结转": "carried",
    "上年结转资金": "carried",
    "其他资金": "other",
    "其他": "other",
}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def propose(needs: Traits, nearest: Form, found: Found, taken: frozenset[str]) -> tuple[str, Form]:
    """Return the text of a pack that holds what the paper needs, and its form.

    Raises PerfspecError where the labels make no form, as strangers can write them.
    """
    name = _name(nearest.name, taken)
    text = "\n".join(_lines(needs, nearest, found)) + "\n"
    source = Source(path=f"templates/{name}/form.yaml", text=text)
    tree, wrong = yamltree.parse(source)
    if tree is not None and not wrong and not schema.validate(tree, "form"):
        form, _ = forms.read(name, tree, Path())
        if form is not None:
            return text, form
    raise PerfspecError(
        message("no form holds what was found, and none can be drafted of its labels"),
        message("name the form with --form"),
    )


def _name(nearest: str, taken: frozenset[str]) -> str:
    stem_ = nearest if nearest.endswith("-import") else f"{nearest}-import"
    number = 2
    name = stem_
    while name in taken:
        name = f"{stem_}-{number}"
        number += 1
    return name


def _lines(needs: Traits, nearest: Form, found: Found) -> Iterator[str]:
    papers = "、".join(f"“{_clean(one.name)}”" for one in found.documents)
    yield f"# 导入{papers}时拟的草稿：现有表式都容不下这些表，最相近的是 {nearest.name}。"
    yield "# 各标签按原表抄录；标准分类、附加字段的标识是推断的，请核对后改名使用。"
    yield "spec: 1"
    yield f"title: {_label(_title(needs, found))}"
    yield "status: draft"
    if needs.year:
        yield f"years: {{from: {needs.year}}}"
    yield f"money_unit: {needs.money_unit or nearest.money_unit}"
    yield from _taxonomy(needs, nearest)
    yield from _sources(needs)
    yield from _plan(needs)
    yield f"target: {needs.target}"
    if "weight" in needs.has:
        yield f"weights: {{total: {_total(needs)}}}"
    yield from _fields(needs)


def _title(needs: Traits, found: Found) -> str:
    name = next((v.text for v in (found.department_name, found.short_name) if v), "")
    name = name or next((one.unit_name.text for one in found.projects if one.unit_name), "")
    kind = _KINDS.get(needs.kind, "目标表")
    year = f"（{needs.year} 年）" if needs.year else ""
    return f"{' '.join(name.split())}项目绩效{kind}{year}"


def _total(needs: Traits) -> int:
    total = needs.total
    return int(total) if total and total == int(total) and 1 <= total <= _FULL else _FULL


def _taxonomy(needs: Traits, nearest: Form) -> Iterator[str]:
    """Yield the classes of the paper, and beside them those of the nearest form that fit in."""
    firsts, used = _groups(needs)
    for known in nearest.classes:
        members = firsts.get(known.first)
        is_new = known.second and stem(known.second) not in {stem(one) for one in used}
        if members and is_new and known.standard not in members.values():
            members[known.second] = known.standard
            used.add(known.second)
    yield "taxonomy:"
    if not firsts:
        firsts = {"绩效指标": {}}
    for first, members in firsts.items():
        yield f"  - label: {_label(first)}"
        yield f"    class: {standard(first, '') or 'output'}"
        if members:
            yield "    members:"
        for second, meant in members.items():
            yield f"      - {{label: {_label(second)}, class: {meant}}}"


def _groups(needs: Traits) -> tuple[dict[str, dict[str, str]], set[str]]:
    """Return the second labels below each first one; a label counts where it stands most often."""
    firsts: dict[str, dict[str, str]] = {}
    used: set[str] = set()
    pairs = Counter(
        {
            (joined((first or "").strip()), joined((second or "").strip())): times
            for (first, second), times in needs.classes.items()
        }
    )
    homes: dict[str, str] = {}
    for (first, second), _ in pairs.most_common():
        homes.setdefault(second, first)
    for first, second in islice(pairs, _MOST):
        if not first and not second:
            continue
        group = first or second
        members = firsts.setdefault(group, {})
        if first and second and homes[second] == first:
            members[second] = standard(first, second)
            used.add(second)
    # A label of the first level that has no members must not be that of a member elsewhere.
    return {one: members for one, members in firsts.items() if members or one not in used}, used


def _sources(needs: Traits) -> Iterator[str]:
    keys: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for printed, part_of in islice(needs.sources, _MOST):
        plain = columns.compact(printed)
        keys[printed, part_of] = _key(_SOURCES.get(plain) or _slug(plain, "source"), taken)
    if not keys:
        yield "sources: []"
        return
    yield "sources:"
    ids_of = {columns.compact(printed): key for (printed, _), key in reversed(list(keys.items()))}
    for (printed, part_of), key in keys.items():
        parent = ids_of.get(columns.compact(part_of), "") if part_of else ""
        part = f", part_of: {parent}" if parent and parent != key else ""
        yield f"  - {{id: {key}, label: {_label(printed)}{part}}}"


def _plan(needs: Traits) -> Iterator[str]:
    if not needs.plan:
        return
    labels = list(islice(needs.plan, _MOST))
    taken: set[str] = set()
    yield "payment_plan:"
    for printed, month in zip(labels, columns.months(labels), strict=True):
        key = _key(_MONTHS[month - 1], taken)
        yield f"  - {{id: {key}, label: {_label(printed)}, month: {month}}}"


def _fields(needs: Traits) -> Iterator[str]:
    both: tuple[tuple[str, Mapping[str, int]], ...] = (
        ("project", needs.project_fields),
        ("indicator", needs.indicator_fields),
    )
    if not any(labels for _, labels in both):
        return
    yield "fields:"
    for on, labels in both:
        taken: set[str] = set()
        for printed in islice(labels, _MOST):
            plain = columns.compact(printed)
            key = _key(columns.FIELDS.get(plain) or _slug(plain, "field"), taken)
            yield f"  - {{id: {key}, label: {_label(printed)}, on: {on}}}"


def _label(printed: str) -> str:
    """Return a label as a text in YAML, never as a number."""
    text = _clean(printed) or "—"
    written = scalar(text)
    return "'{}'".format(text.replace("'", "''")) if written[0].isdecimal() else written


def _clean(printed: str) -> str:
    """Return a text in one line, without what no file may hold."""
    return " ".join(cleaning.line(printed)[0].split())


def _slug(text: str, none: str) -> str:
    """Return `text` as a key: pinyin with underscores, a letter first."""
    plain = ids.slug(text).replace("-", "_")
    if not plain:
        return none
    return plain if plain[0].isalpha() else f"{none}_{plain}"


def _key(wanted: str, taken: set[str]) -> str:
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}_{number}", number + 1
    taken.add(key)
    return key
