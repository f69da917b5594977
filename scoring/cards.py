"""Cards of a folder: what an act or an indicator is, with examples that the tests hold the program to."""

from pathlib import Path

from scoring.criteria.card import Card, read_card

__all__ = ["Card", "load_cards"]


def load_cards(folder: Path) -> tuple[Card, ...]:
    """Every card of a folder, by file name; ``CardError`` names file, line and remedy where one cannot be read."""
    return tuple(read_card(path) for path in sorted(folder.glob("*.md")))
