"""The figures of the model, as data: one file, shown on a page as it stands. They forecast nobody."""

from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from scenarios.source import read_nodes, read_text
from scenarios.values import Frozen, Language
from simulator.aftermath.assumptions import percent_sign

FILE = Path(__file__).with_name("assumptions.yaml")


class Assumption(Frozen):
    """Some figures that belong together, and the sentence that tells them in both languages."""

    id: str
    values: dict[str, float | int]
    es: str
    en: str

    def told(self, language: Language) -> str:
        """The sentence with its figures as people write them."""
        text = self.es if language == "es" else self.en
        for name, value in self.values.items():
            text = text.replace("{" + name + "}", _written(value, language))
        return text


def _written(value: float | int, language: Language) -> str:
    """Shares as a percentage, counts as they are: in the file a share has a decimal point and a count has none."""
    figure = f"{value * 100:.3g}{percent_sign(language)}" if isinstance(value, float) else str(value)
    return figure.replace(".", ",") if language == "es" else figure


@lru_cache(maxsize=1)
def assumptions() -> tuple[Assumption, ...]:
    """Everything assumed, in the order of the file."""
    return TypeAdapter(tuple[Assumption, ...]).validate_python(
        read_nodes(read_text(FILE), FILE.name).plain()["assumptions"]
    )


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], float]:
    return {(a.id, name): float(value) for a in assumptions() for name, value in a.values.items()}


def assumed(group: str, name: str) -> float:
    """One figure. ``KeyError`` where nothing of that name is assumed."""
    return _table()[group, name]


def minutes(task: str) -> int:
    """What a task takes of the day."""
    return int(assumed("minutes", task))
