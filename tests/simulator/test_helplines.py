from datetime import date
from pathlib import Path

import pytest

from simulator.helplines import BadHelplines, load_helplines

GOOD = """
MX:
  - {name: Línea amiga, phone: "800 000 0000", hours: "24 horas", as_of: 2026-10-01}
GB:
  - {name: A helpline, phone: "0000 000 000", as_of: 2024-01-01}
"""


def test_the_agencys_helplines_are_read_by_country(tmp_path: Path) -> None:
    file = tmp_path / "helplines.yaml"
    file.write_text(GOOD, encoding="utf-8")
    found = load_helplines(file)
    assert [line.phone for line in found["MX"]] == ["800 000 0000"]
    assert not found["MX"][0].stale(date(2026, 11, 23))
    assert found["GB"][0].stale(date(2026, 11, 23))


def test_without_a_file_nothing_is_named(tmp_path: Path) -> None:
    assert load_helplines(tmp_path / "helplines.yaml") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MX: [{name: A, phone: b}]", "as_of"),
        ("XX: [{name: A, phone: b, as_of: 2026-01-01}]", "XX"),
        ("MX: [{name: A, phone: b, as_of: 2026-01-01, fone: c}]", "fone"),
        ("MX: {", "this is not YAML"),
        ("MX: [*a]", "aliases"),
        ("MX: [" + "{name: A, phone: b, as_of: 2026-01-01}, " * 13 + "]", "more than 12"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_and_where(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "helplines.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadHelplines) as refused:
        load_helplines(file)
    for language in ("es", "en"):
        assert said in refused.value.in_language(language)
        assert str(file) in refused.value.in_language(language)
