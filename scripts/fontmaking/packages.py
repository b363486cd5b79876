"""Fetch pinned Debian packages and unpack them without installing anything.

In: a package name, version and checksum. Out: a folder with the package's files.
"""

import gzip
import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One version of one Debian package, known by the checksum of its archive."""

    name: str
    version: str
    sha256: str


FANDOL = Package(
    name="texlive-lang-chinese",
    version="2022.20230122-1",
    sha256="9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
)
NOTO = Package(
    name="fonts-noto-cjk",
    version="1:20220127+repack1-1",
    sha256="4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502",
)
DEJAVU = Package(
    name="fonts-dejavu-core",
    version="2.37-6",
    sha256="8892669e51aab4dc56682c8e39d8ddb7d70fad83c369344e1e240bf3ca22bb76",
)
PACKAGES = (FANDOL, NOTO, DEJAVU)


class WrongChecksum(Exception):
    """A package or font file is not the one that the script was written for."""


def sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def unpack(package: Package, folder: Path) -> Path:
    """Download `package` into `folder` and return the root of its unpacked files.

    Raises `CalledProcessError` where apt does not offer that version, `WrongChecksum`
    where the archive is another one.
    """
    downloads = folder / f"{package.name}.download"
    downloads.mkdir(parents=True)
    subprocess.run(
        ["apt-get", "-q", "download", f"{package.name}={package.version}"],
        cwd=downloads,
        check=True,
    )
    (archive,) = downloads.glob("*.deb")
    if (found := sha256(archive.read_bytes())) != package.sha256:
        raise WrongChecksum(f"{archive.name}: {found} is not {package.sha256}")
    root = folder / package.name
    subprocess.run(["dpkg-deb", "-x", archive, root], check=True)
    return root


def text(path: Path) -> str:
    """Return the text of a file of a package, which may be gzipped."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
