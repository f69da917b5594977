"""What people wrote is shown as they wrote it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.app_pages import cards
from simulator.app_pages.written import facts, items, paragraph, plain, table, tags

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


class Seen(HTMLParser):
    """What a browser would make of it: the text, and the marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.marks = "", set[str]()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.marks.add(tag)


@given(TEXTS)
def test_any_text_is_read_back_exactly_and_brings_no_marks(text: str) -> None:
    seen = Seen(paragraph(text))
    assert seen.text == text
    assert seen.marks == {"p"}


@given(TEXTS)
def test_no_text_leaves_an_attribute(text: str) -> None:
    assert '"' not in plain(text)
    assert "<" not in plain(text)


@given(st.lists(TEXTS, min_size=2, max_size=2))
def test_lists_and_tables_hold_any_text(texts: list[str]) -> None:
    assert Seen(items(texts)).marks <= {"ul", "li"}
    assert Seen(tags(texts)).marks <= {"p", "span"}
    assert Seen(facts([(texts[0], texts[1])])).marks <= {"dl", "div", "dt", "dd"}
    marks = Seen(table(texts[0], texts, [texts])).marks
    assert marks == {"div", "table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_line_breaks_stay_and_control_characters_go() -> None:
    assert plain("a\nb\x00\x1b[31mc") == "a\nb[31mc"


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("criterion", ["calm", "empathy", "clarity"])
def test_every_card_is_drawn_with_its_evidence_in_bold(criterion: str, language: str) -> None:
    drawn = cards.of(criterion, language)
    assert len(drawn) >= 6
    assert all("<h3>" in card and "**" not in card for card in drawn)
    assert sum("<b>" in card for card in drawn) == len(drawn)


def test_a_card_with_an_odd_asterisk_is_shown_as_it_is() -> None:
    assert "2 ** 3" in cards.as_html("> 2 ** 3 <b>")


@pytest.mark.parametrize("name", ["../calm", "no_such", "calm/blames"])
def test_a_card_that_is_not_there_is_empty(name: str) -> None:
    assert cards.find("calm", name, "es") == ""
