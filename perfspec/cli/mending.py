"""`check --fix` and `check --diff`: what is mended, shown or left alone, and what is said of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from perfspec import fixing, pipeline
from perfspec.baseline import Baseline
from perfspec.cli.console import Console
from perfspec.findings import Finding
from perfspec.messages import message
from perfspec.pipeline import Checked, Desk, Loaded
from perfspec.workers import Looked
from perfspec.workspace import FilingFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Mender:
    """How this run mends: `writes` or shows only, and whether filings on record are `approved`."""

    console: Console
    root: Path
    prefix: str
    known: Baseline
    writes: bool
    approved: bool

    def check(self, folders: Iterable[FilingFolder], desk: Desk) -> Iterator[Looked]:
        """Yield what is said of each filing once it is mended."""
        for folder in folders:
            loaded = pipeline.load(folder, desk)
            yield Looked.of(*self.mend(loaded, pipeline.check(loaded)))

    def mend(self, loaded: Loaded, checked: Checked) -> tuple[Loaded, Checked]:
        """Mend a filing, and return it as it then reads."""
        count = len(fixing.fixable(self._shown(checked.findings)))
        if loaded.filing is None or not count:
            return loaded, checked
        if loaded.filing.stage in fixing.SETTLED and not self.approved:
            self.console.say(
                message(
                    "{path} has the stage {stage} and is left alone;"
                    " --fix-approved mends it too, fixes: {count}",
                    path=f"{self.prefix}{loaded.folder.path}",
                    stage=loaded.filing.stage,
                    count=count,
                )
            )
            return loaded, checked
        fixed = fixing.fix(loaded, checked, self._shown)
        for one in fixed.left:
            self._say_left(one)
        if not self.writes:
            self.console.product(fixing.diff(fixed))
            return loaded, checked
        fixing.write(self.root, fixed)
        for one in fixed.done:
            if one.fix:
                where = f"{self.prefix}{one.spot.path}:{one.spot.start.line}"
                said = message("{where}: mended: {title}", where=where, title=one.fix.title)
                self.console.say(said)
        return fixed.loaded, fixed.checked

    def _shown(self, found: Sequence[Finding]) -> Sequence[Finding]:
        """Return what the baseline does not hide; it is asked again and again, and keeps count."""
        return self.known.copy().split(found)[0]

    def _say_left(self, one: Finding) -> None:
        where = f"{self.prefix}{one.spot.path}:{one.spot.start.line}"
        if fixing.is_link(self.root, one.spot.path):
            said = message("{where}: not mended: the file is a symbolic link", where=where)
        else:
            said = message(
                "{where}: not mended: {code} wants an edit that would change more than its words",
                where=where,
                code=one.code,
            )
        self.console.say(said)
