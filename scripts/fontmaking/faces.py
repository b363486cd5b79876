"""The seven faces: where each comes from and how it is called here."""

from dataclasses import dataclass

from fontmaking.packages import DEJAVU, FANDOL, NOTO, Package

CHANGED_ON = "2026-11-23"
AUTHORS = "the perfspec authors"

_FANDOL = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font file of ours and the file it is made from."""

    role: str
    family: str
    style: str = "Regular"
    weight: int = 400
    file: str
    package: Package
    source: str
    source_sha256: str
    number: int = -1
    """Place of the face in a collection; -1 for a file with one face."""
    features: tuple[str, ...]
    """The layout features that it must have and that are all it keeps."""
    licence: str
    preferred: tuple[str, ...]
    """Family names under which better or licensed fonts of this role are installed."""
    substitutes: tuple[str, ...] = ()
    """Family names of other open fonts, to be taken after ours."""


_GPL = (
    "GNU General Public License, version 3, with the GPL font exception, "
    "which is extended to this changed file."
)
_OFL = "SIL Open Font License, Version 1.1."
_VERA = "Bitstream Vera and Arev font licences; DejaVu changes are in the public domain."

ROLES = (
    Face(
        role="body",
        family="Perfspec Fang",
        file="PerfspecFang-Regular.ttf",
        package=FANDOL,
        source=f"{_FANDOL}/FandolFang-Regular.otf",
        source_sha256="d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
        features=("halt",),
        licence=_GPL,
        preferred=(
            "仿宋_GB2312",
            "FangSong_GB2312",
            "仿宋",
            "FangSong",
            "STFangsong",
            "方正仿宋_GBK",
            "Zhuque Fangsong",
        ),
        substitutes=("LXGW WenKai", "Noto Serif SC", "Noto Serif CJK SC"),
    ),
    Face(
        role="kai",
        family="Perfspec Kai",
        file="PerfspecKai-Regular.ttf",
        package=FANDOL,
        source=f"{_FANDOL}/FandolKai-Regular.otf",
        source_sha256="ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827",
        features=("halt",),
        licence=_GPL,
        preferred=("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"),
        substitutes=("LXGW WenKai",),
    ),
    Face(
        role="hei",
        family="Perfspec Hei",
        file="PerfspecHei-Regular.ttf",
        package=FANDOL,
        source=f"{_FANDOL}/FandolHei-Regular.otf",
        source_sha256="4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28",
        features=("halt",),
        licence=_GPL,
        preferred=("黑体", "SimHei"),
        substitutes=("Noto Sans SC", "Noto Sans CJK SC"),
    ),
    Face(
        role="title",
        family="Perfspec Title",
        style="Bold",
        weight=700,
        file="PerfspecTitle-Bold.ttf",
        package=FANDOL,
        source=f"{_FANDOL}/FandolSong-Bold.otf",
        source_sha256="ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9",
        features=("halt",),
        licence=_GPL,
        preferred=("方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        substitutes=("Noto Serif SC Black", "Noto Serif CJK SC Black"),
    ),
    Face(
        role="song",
        family="Perfspec Song",
        file="PerfspecSong-Regular.ttf",
        package=FANDOL,
        source=f"{_FANDOL}/FandolSong-Regular.otf",
        source_sha256="a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0",
        features=("halt",),
        licence=_GPL,
        preferred=("宋体", "SimSun"),
        substitutes=("Noto Serif SC", "Noto Serif CJK SC"),
    ),
)
FALLBACK = Face(
    role="fallback",
    family="Perfspec Fallback",
    file="PerfspecFallback-Regular.otf",
    package=NOTO,
    source="usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    source_sha256="a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481",
    number=2,
    features=("ccmp", "halt", "mark", "palt"),
    licence=_OFL,
    preferred=(),
    substitutes=("Noto Serif SC", "Noto Serif CJK SC"),
)
SYMBOLS = Face(
    role="symbols",
    family="Perfspec Symbols",
    file="PerfspecSymbols-Regular.ttf",
    package=DEJAVU,
    source="usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    source_sha256="abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322",
    features=("ccmp", "mark"),
    licence=_VERA,
    preferred=(),
    substitutes=("DejaVu Sans",),
)
