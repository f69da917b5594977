"""The house's rules, proven: imports run one way, and nothing forbidden stands in the code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("scenarios", "scoring", "simulator")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def test_imports_run_one_way() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_nothing_of_a_text_is_ever_executed() -> None:
    executing = [str(path.relative_to(ROOT)) for path in MODULES if _calls(path) & {"eval", "exec", "__import__"}]
    assert executing == []


def _calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


@pytest.mark.parametrize("name", ["utils", "helpers", "manager", "common", "misc"])
def test_no_room_is_named_after_nothing(name: str) -> None:
    assert not [path for path in MODULES if path.stem == name]


def test_only_the_edge_asks_the_clock() -> None:
    edge = {
        "simulator/commands/edge.py",
        "simulator/commands/people.py",
        "simulator/commands/play.py",
        "simulator/commands/rescore.py",
        "simulator/app_pages/opening.py",
        "simulator/app.py",
        "simulator/doctor.py",  # it looks at the machine itself: disk, port, the provider's answer
        "simulator/store",
    }
    asking = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if any(word in path.read_text(encoding="utf-8") for word in ("date.today(", "datetime.now(", ".utcnow("))
    ]
    assert [path for path in asking if not any(path.startswith(place) for place in edge)] == []
