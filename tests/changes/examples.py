"""`Changes` with everything in them that a report has to show."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from perfspec import prose
from perfspec.changes import Changes, Course, Gone, Step
from perfspec.compare import Comparison, LostPromise, Shift, Side, Timing
from perfspec.compare.pairs import How, Matching, Pair, Proposal, Relation
from perfspec.diagnostics import Diagnostic, Place, Related, Severity, error
from perfspec.findings import Finding, Suppressed, Unjudged, settle
from perfspec.messages import english, message, translator
from perfspec.model import Project, Unit
from perfspec.report.text import Style
from perfspec.values import Amount
from tests.changes import byhand
from tests.changes.byhand import Told

ENGLISH = Style(translate=english)
CHINESE = Style(translate=translator("zh"))
SCHOOLS, ARCHIVE = "101001", "102002"
TRAINING = Told(
    timing=Timing.LATER,
    shifts={
        "trained": (Shift.RELAXED, "-100"),
        "sessions": (Shift.SHIFTED, None),
        "passed": (Shift.TIGHTENED, "5"),
        "on-time": (Shift.QUANTIFIED, None),
        "cost": (Shift.REVERSED, "0"),
        "effect": (Shift.DEQUANTIFIED, None),
        "lasting": (Shift.REWORDED, None),
        "content": (Shift.REDEFINED, None),
        "trained-term": (Shift.RELAXED, "-300"),
    },
    probable=(("evaluated", "excellent"),),
)
MEALS = Told(how=How.CODE, shifts={"pupils": (Shift.TIGHTENED, "100")})
HOSTILE = Told(how=How.NAME, likeness=97, shifts={"main": (Shift.REDEFINED, None)})
TOLD = {"training": TRAINING, "meals-2021": MEALS, "hostile": HOSTILE}
_RENAMED = {"meals-2021": "meals"}
BEFORE = {
    "training": Told(shifts={"trained": (Shift.TIGHTENED, "50")}),
    "meals": Told(shifts={"pupils": (Shift.TIGHTENED, "100")}),
}


@cache
def rich() -> Changes:
    """Return two years of two departments: everything that can change, and one without change."""
    return Changes(
        labels=("2020", "2021"),
        courses=(
            Course(code=SCHOOLS, name="示例县教育局", steps=(_schools(),)),
            Course(code=ARCHIVE, name="示例县档案馆", steps=(_archive(),)),
        ),
        dropped=(Gone(side="2020", path="specs/2020/103003", name="示例县地方志办公室"),),
        added=(Gone(side="2021", path="specs/2021/104004", name="示例县数据局"),),
        left_out=_refused(),
    )


@cache
def three() -> Changes:
    """Return three years of a department."""
    step = _step(2019, SCHOOLS, BEFORE)
    return Changes(
        labels=("2019", "2020", "2021"),
        courses=(Course(code=SCHOOLS, name="示例县教育局", steps=(step, _schools())),),
    )


@cache
def same() -> Changes:
    """Return two years of a department in which nothing changed."""
    course = Course(code=ARCHIVE, name="示例县档案馆", steps=(_archive(),))
    return Changes(labels=("2020", "2021"), courses=(course,))


def with_name(changes: Changes, name: str) -> Changes:
    """Return `changes` with `name` as the name of the first project in the first step."""
    course = changes.courses[0]
    step = course.steps[0]
    first = step.comparison.changes[0]
    project = replace(first.pair.new, name=name)
    pair = replace(first.pair, new=project)
    change = replace(first, pair=pair, texts=(replace(first.texts[0], new=name), *first.texts[1:]))
    compared = step.comparison
    projects = tuple(
        project if one.id == project.id else one for one in compared.new.filing.projects
    )
    compared = replace(
        compared,
        new=replace(compared.new, filing=replace(compared.new.filing, projects=projects)),
        projects=replace(compared.projects, pairs=(pair, *compared.projects.pairs[1:])),
        changes=(change, *compared.changes[1:]),
    )
    courses = (replace(course, steps=(replace(step, comparison=compared),)), *changes.courses[1:])
    return replace(changes, courses=courses)


def _schools() -> Step:
    step = _step(2020, SCHOOLS, TOLD, _judged(), frozenset({"smart-classrooms"}))
    old, new = byhand.loaded(2020, SCHOOLS), byhand.loaded(2021, SCHOOLS)
    sources, trees = {**old.sources, **new.sources}, {**old.trees, **new.trees}
    held = settle([_copied()], sources, trees, by_rule=True)[0]
    why = Suppressed(finding=held, reason="经费标准未变")
    open_ = Unjudged(
        code="target-below-actual",
        message=message("指标值低于上年实际完成值 ≥400人次 < 480人次"),
        spot=new.spot(_at("training", 2021) / "indicators" / 0 / "target"),
    )
    return replace(step, suppressed=(why,), undecided=(open_,))


def _archive() -> Step:
    return _step(2020, ARCHIVE, {})


def _step(
    year: int,
    department: str,
    told: Mapping[str, Told],
    judged: Iterable[Diagnostic] = (),
    left_out: frozenset[str] = frozenset(),
) -> Step:
    old, new = byhand.side(year, department), byhand.side(year + 1, department)
    before = {one.id: one for one in old.filing.projects}
    after = {one.id: one for one in new.filing.projects}
    pairs = tuple(
        _pair(before[_RENAMED.get(one.id, one.id)], one, told.get(one.id, Told()))
        for one in new.filing.projects
        if _RENAMED.get(one.id, one.id) in before
    )
    proposals = _proposals(before, after)
    taken = {id(one) for pair in pairs for one in (pair.old, pair.new)}
    taken |= {id(one) for maybe in proposals for one in (*maybe.old, *maybe.new)}
    labels = {one.id: one.label for one in new.form.sources}
    compared = Comparison(
        old=old,
        new=new,
        texts=byhand.filing_texts(old, new),
        units=_units(old, new),
        total=byhand.amount(_total(old), _total(new)),
        projects=Matching(
            pairs=pairs,
            proposals=tuple(one for one in proposals if one.relation is not Relation.MERGED),
            confirmed=tuple(one for one in proposals if one.relation is Relation.MERGED),
            dropped=tuple(one for one in old.filing.projects if id(one) not in taken),
            added=tuple(one for one in new.filing.projects if id(one) not in taken),
        ),
        changes=tuple(
            byhand.project(pair, told.get(pair.new.id, Told()), labels) for pair in pairs
        ),
        left_out=left_out,
    )
    ends = byhand.loaded(year, department), byhand.loaded(year + 1, department)
    sources, trees = {**ends[0].sources, **ends[1].sources}, {**ends[0].trees, **ends[1].trees}
    return Step(
        comparison=_with_lost_promise(compared),
        judgements=tuple(settle(judged, sources, trees, by_rule=True)),
        old_spot=ends[0].spot,
        new_spot=ends[1].spot,
    )


def _pair(old: Project, new: Project, told: Told) -> Pair[Project]:
    reasons = {
        How.ID: message("the same id"),
        How.CODE: message("the same code but for the year"),
        How.NAME: message("the same name"),
    }
    return Pair(
        old=old, new=new, how=told.how, likeness=told.likeness, reasons=(reasons[told.how],)
    )


def _proposals(
    before: Mapping[str, Project], after: Mapping[str, Project]
) -> tuple[Proposal[Project], ...]:
    """Return a probable pair, a proposed split and a confirmed merger, if both sides have them."""
    wanted = (
        (Relation.SAME, ("repairs-1",), ("repairs-2",), 82),
        (Relation.SPLIT, ("equipment",), ("computers", "books"), 64),
        (Relation.MERGED, ("sports", "music"), ("arts",), 100),
    )
    return tuple(
        Proposal(
            relation=relation,
            old=tuple(before[one] for one in old),
            new=tuple(after[one] for one in new),
            likeness=likeness,
            reasons=(message("alike in name"),),
        )
        for relation, old, new, likeness in wanted
        if before.keys() >= set(old) and after.keys() >= set(new)
    )


def _units(old: Side, new: Side) -> Matching[Unit]:
    before = {one.code: one for one in old.filing.units}
    after = {one.code: one for one in new.filing.units}
    return Matching(
        pairs=tuple(
            Pair(
                old=before[code],
                new=one,
                how=How.CODE,
                likeness=100,
                reasons=(message("the same code but for the year"),),
            )
            for code, one in after.items()
            if code in before
        ),
        dropped=tuple(one for code, one in before.items() if code not in after),
        added=tuple(one for code, one in after.items() if code not in before),
    )


def _total(side: Side) -> Amount:
    total = byhand.whole(side)
    return Amount(f"{total:f}", total)


def _with_lost_promise(compared: Comparison) -> Comparison:
    """Say of the purpose of the training that 2000册 are promised no more."""
    changes = []
    for change in compared.changes:
        texts = tuple(
            replace(text, lost=_lost(text.old, text.old_at))
            if text.key == "purpose" and text.old and text.old_at and "2000册" in text.old
            else text
            for text in change.texts
        )
        changes.append(replace(change, texts=texts))
    return replace(compared, changes=tuple(changes))


def _lost(old: str, at: Place) -> tuple[LostPromise, ...]:
    return tuple(
        LostPromise(promise=one, at=at.part(one.start, one.end))
        for one in prose.read(old).promises
        if one.count and one.count.unit == "册"
    )


def _at(project: str, year: int) -> Place:
    return Place(f"specs/{year}/{SCHOOLS}/projects/{project}.yaml")


def _judged() -> list[Diagnostic]:
    """Return judgements of each level, with places in both years."""
    old, new = _at("training", 2020), _at("training", 2021)
    return [
        Diagnostic(
            code="weaker-for-more",
            severity=Severity.WARNING,
            message=message("预算增加 30.0%，指标值由 ≥500人次 降为 ≥400人次"),
            at=new / "indicators" / 0 / "target",
            related=(
                Related(old / "indicators" / 0 / "target", message("上年在这里")),
                Related(new / "budget" / "total", message("预算数")),
            ),
        ),
        Diagnostic(
            code="operator-reversed",
            severity=Severity.ERROR,
            message=message("指标值由 ≤400元 变为 ≥400元，方向相反"),
            at=new / "indicators" / 6 / "target",
            related=(Related(old / "indicators" / 6 / "target", message("上年在这里")),),
        ),
    ]


def _copied() -> Diagnostic:
    return Diagnostic(
        code="target-copied",
        severity=Severity.INFO,
        message=message("指标值与上年相同"),
        at=_at("archive", 2021) / "indicators" / 0 / "target",
    )


def _refused() -> tuple[Finding, ...]:
    one = error(
        "yaml-syntax",
        Place("specs/2021/101001/projects/smart-classrooms.yaml"),
        message("第 3 行不是 YAML"),
    )
    return tuple(settle([one], {}, {}))
