"""The words of the grammars are written as the folded text will be."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from scoring.reading import vocabulary
from scoring.reading.normalise import fold

FILE = Path(vocabulary.__file__).parent / "lexicons" / "grammar.yaml"


def _lists(node: object, path: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(node, dict):
        yield path, list(node)
        for key, value in node.items():
            yield from _lists(value, f"{path}.{key}")
    elif isinstance(node, list):
        yield path, node


def test_no_word_is_written_in_a_way_that_a_folded_text_never_is() -> None:
    for path, words in _lists(yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)):
        if path.count(".") >= 1 and not path.startswith((".peso", ".country", ".currencies")):
            assert [w for w in words if fold(w).text != w and not w.isupper() and w != "default"] == [], path


def test_no_list_holds_a_word_twice() -> None:
    for path, words in _lists(yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)):
        assert len(words) == len(set(words)), path


def test_words_such_as_no_and_on_stay_words() -> None:
    assert "no" in vocabulary.word_set("offers", "negated")
    assert "on" in vocabulary.bare_words("en").followers
