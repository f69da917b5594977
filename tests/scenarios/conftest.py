from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.load import parse_scenario
from scenarios.scenario import Scenario

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def tiny_text() -> str:
    return (DATA / "tiny.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def tiny(tiny_text: str) -> Scenario:
    return parse_scenario(tiny_text, "tiny.yaml")


@pytest.fixture
def changed(tiny_text: str) -> Callable[[str, str], str]:
    """The tiny scenario's text with one passage replaced."""

    def change(old: str, new: str) -> str:
        assert tiny_text.count(old) == 1, old
        return tiny_text.replace(old, new)

    return change
