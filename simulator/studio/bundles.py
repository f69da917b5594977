"""Scenarios as files, in and out: one YAML, or several in a zip. What comes in is hostile, and bounded in every way."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from scenarios.problem import ScenarioError
from scenarios.source import MAX_BYTES, read_nodes
from simulator.refusals import Refusal
from simulator.studio.wording import in_a_line

MOST_FILES, MOST_ZIP = 60, 4 * 1024 * 1024
"""Files in a zip, and bytes of the zip itself."""
SUFFIXES = (".yaml", ".yml")
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, NotImplementedError, EOFError, OSError, ValueError,
)  # fmt: skip
"""What the unpacking of a damaged or encrypted zip breaks with."""
_FIXED = (2020, 1, 1, 0, 0, 0)
"""The time that stands in a zip, so that equal scenarios make equal files."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came: its name, and its text, or why it cannot be taken."""

    name: str
    text: str = ""
    refused: Refusal | None = None


def read_bundle(name: str, raw: bytes) -> tuple[Incoming, ...]:
    """The scenarios of an uploaded file, each looked at before it is taken. Raises ``Refusal`` for the whole file."""
    if zipfile.is_zipfile(io.BytesIO(raw)):
        return tuple(_members(raw))
    return (_incoming(name, raw),)


def bundle(files: Iterable[tuple[str, str]]) -> bytes:
    """A zip of texts by name; equal texts make equal bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(files):
            archive.writestr(zipfile.ZipInfo(f"{name}.yaml", _FIXED), text, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _members(raw: bytes) -> Iterable[Incoming]:
    if len(raw) > MOST_ZIP:
        raise _too_much(f"{MOST_ZIP // 1024 // 1024} MiB")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            inside = [info for info in archive.infolist() if not info.is_dir()]
            if len(inside) > MOST_FILES:
                raise _too_much(f"{MOST_FILES} archivos", f"{MOST_FILES} files")
            return [_member(archive, info) for info in inside if info.filename.lower().endswith(SUFFIXES)]
    except _DAMAGED:
        raise Refusal(
            es="El zip está dañado o cifrado. Vuelva a hacerlo sin contraseña y súbalo otra vez.",
            en="The zip is damaged or encrypted. Make it again without a password and upload it once more.",
        ) from None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Incoming:
    """One file of a zip. No more of it is unpacked than a scenario may hold, whatever it claims to be; its path counts
    for nothing but its name."""
    with archive.open(info) as file:
        raw = file.read(MAX_BYTES + 1)
    return _incoming(PurePosixPath(info.filename.replace("\\", "/")).name, raw)


def _incoming(name: str, raw: bytes) -> Incoming:
    shown = "".join(c for c in name if c.isprintable())[:80]
    if len(raw) > MAX_BYTES:
        return Incoming(shown, refused=_too_much(f"{MAX_BYTES // 1024} KiB"))
    try:
        text = raw.decode("utf-8-sig")
        read_nodes(text, shown)
    except UnicodeDecodeError:
        return Incoming(
            shown, refused=Refusal(es="No es texto UTF-8. Guárdelo como UTF-8.", en="Not UTF-8 text. Save it as UTF-8.")
        )
    except ScenarioError as error:
        first = error.problems[0]
        return Incoming(shown, refused=Refusal(es=in_a_line(first, "es"), en=in_a_line(first, "en")))
    return Incoming(shown, text)


def _too_much(limit: str, english: str = "") -> Refusal:
    return Refusal(
        es=f"Es demasiado: caben {limit}. Súbalo en partes.",
        en=f"That is too much: {english or limit} fit. Upload it in parts.",
    )
