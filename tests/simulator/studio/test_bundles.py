"""Files that come in are bounded, whatever they claim; what goes out comes back as it was."""

import io
import zipfile

import pytest

from scenarios.load import LIBRARY
from simulator.refusals import Refusal
from simulator.studio.bundles import MOST_FILES, bundle, read_bundle

TEXT = (LIBRARY / "first_call.yaml").read_text(encoding="utf-8")


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return held.getvalue()


def test_what_goes_out_comes_back_and_equal_texts_make_equal_files() -> None:
    out = bundle([("b", TEXT), ("a", "format: 1\n")])
    assert out == bundle([("a", "format: 1\n"), ("b", TEXT)])
    assert [(one.name, one.text) for one in read_bundle("x.zip", out)] == [("a.yaml", "format: 1\n"), ("b.yaml", TEXT)]


def test_a_bomb_is_not_unpacked_and_its_neighbour_is_taken() -> None:
    big, good = read_bundle("x.zip", zipped({"bomb.yaml": b"a: " + b"x" * 30_000_000, "good.yaml": TEXT.encode()}))
    assert big.refused is not None
    assert big.text == ""
    assert good.text == TEXT


def test_a_path_counts_for_nothing_but_its_name() -> None:
    names = ["../../etc/passwd.yaml", "C:\\boot\\evil.yaml", "/abs.yaml", "notes.txt"]
    found = read_bundle("x.zip", zipped(dict.fromkeys(names, b"format: 1\n")))
    assert [one.name for one in found] == ["passwd.yaml", "evil.yaml", "abs.yaml"]


@pytest.mark.parametrize(
    "raw",
    [
        b"a: &x [1]\nb: *x\n",
        b"a: !!python/object:os.system x\n",
        b"\xff\xfe\x00",
        b"[" * 400,
        b"a: 1\na: 2\n",
        b"",
        b"- one\n",
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_a_reason(raw: bytes) -> None:
    (one,) = read_bundle("evil.yaml", raw)
    assert one.refused is not None
    assert one.refused.in_language("es") != one.refused.in_language("en")
    assert "renglón 1" in one.refused.in_language("es") or "UTF-8" in one.refused.in_language("es")


def test_a_zip_with_too_many_files_or_damaged_is_refused_whole() -> None:
    many = zipped({f"{n}.yaml": b"a: 1\n" for n in range(MOST_FILES + 1)})
    with pytest.raises(Refusal):
        read_bundle("x.zip", many)
    sound = bytearray(zipped({"a.yaml": TEXT.encode()}))
    sound[40:90] = bytes(50)
    with pytest.raises(Refusal):
        read_bundle("x.zip", bytes(sound))
