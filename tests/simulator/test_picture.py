import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from scenarios.graph import graph
from scenarios.load import load_scenario, path_of
from simulator.cli import main
from simulator.picture import svg
from simulator.trials.own import drafted, own_beats

SVG = "{http://www.w3.org/2000/svg}"


def drawn(language: str = "es", counts: dict[str, int] | None = None) -> ElementTree.Element:
    scenario = load_scenario("job_loss")
    own = own_beats(drafted(path_of("job_loss")))
    return ElementTree.fromstring(svg(graph(scenario, language), own, language, counts, 40))


def words(root: ElementTree.Element) -> str:
    return " ".join(text for element in root.iter() if (text := element.text))


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_fact_and_ending_and_own_beat_is_drawn_inside_the_picture(language: str) -> None:
    scenario, root = load_scenario("job_loss"), drawn(language)
    own = own_beats(drafted(path_of("job_loss")))
    for name in (*own, *(f.id for f in scenario.facts), *(e.id for e in scenario.endings)):
        assert re.search(rf"\b{name}\b", words(root)), name
    width, height = float(root.get("width") or 0), float(root.get("height") or 0)
    for box in root.iter(f"{SVG}rect"):
        assert float(box.get("x") or 0) + float(box.get("width") or 0) <= width
        assert float(box.get("y") or 0) + float(box.get("height") or 0) <= height


def test_what_no_play_reached_is_outlined_and_said() -> None:
    root = drawn("es", {"fact:lost_job": 12})
    assert "lost_job · 12" in words(root)
    assert "ashamed · nunca" in words(root)
    assert any(box.get("stroke-dasharray") for box in root.iter(f"{SVG}rect"))


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    out = tmp_path / "g.svg"
    result = CliRunner().invoke(main, ["scenarios", "graph", "job_loss", "--out", str(out), "--plays", "3"])
    assert result.exit_code == 0, result.output
    assert ElementTree.fromstring(out.read_text(encoding="utf-8")).tag == f"{SVG}svg"
