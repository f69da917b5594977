"""Every word of the pages stands in both languages, and no catalogue holds a word that no page says."""

import ast
import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from scenarios.acts import DialogueAct
from scenarios.disposition import Disposition
from scoring.rubrics import load_rubric
from simulator.app_pages import names
from simulator.i18n import LANGUAGES, LOCALES, translator

SOURCES = sorted((LOCALES.parent).rglob("*.py"))
PLACEHOLDER = re.compile(r"\{\w+\}")


def catalogue(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / "acuerdo.po").open("rb") as file:
        return read_po(file, locale=language)


def said_on_the_pages() -> set[str]:
    return {text for path in SOURCES for text in _said(ast.parse(path.read_text(encoding="utf-8")))}


def _said(tree: ast.AST) -> list[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _translates(node.func)]
    return [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]


def _translates(function: ast.expr) -> bool:
    named = isinstance(function, ast.Name) and function.id == "_"
    return named or (isinstance(function, ast.Attribute) and function.attr == "plural")


def key(message_id: str | tuple[str, str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def texts(string: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_what_the_pages_say_and_nothing_else(language: str) -> None:
    held = {key(message.id) for message in catalogue(language) if message.id}
    assert held == said_on_the_pages()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_with_the_same_placeholders(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        wanted = set(PLACEHOLDER.findall(" ".join(texts(message.id))))
        for text in texts(message.string):
            assert text, message.id
            assert set(PLACEHOLDER.findall(text)) == wanted, message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_was_compiled_from_what_was_written(language: str) -> None:
    with (LOCALES / language / "LC_MESSAGES" / "acuerdo.mo").open("rb") as file:
        compiled = {key(m.id): texts(m.string) for m in read_mo(file) if m.id}
    assert compiled == {key(m.id): texts(m.string) for m in catalogue(language) if m.id}


def test_no_translation_hides_inside_an_f_string() -> None:
    """The collector does not look there, so such a message would be missing from the catalogues."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in SOURCES
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and _translates(call.func)
    ]
    assert hidden == []


def test_values_are_put_in_and_numbers_choose_their_form() -> None:
    _ = translator("es")
    assert _("Hello, {name}", name="{n} Ana") == "Hola, {n} Ana"
    assert [_.plural("{n} day", "{n} days", n) for n in (1, 2)] == ["1 día", "2 días"]


def test_an_unknown_language_is_spoken_to_in_spanish() -> None:
    assert translator("xx")("Home") == "Inicio"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_program_has_its_word(language: str) -> None:
    _ = translator(language)
    for act in DialogueAct:
        assert names.act(_, act) != names.spoken(act), act
    assert len({names.disposition(_, kind) for kind in Disposition}) == len(Disposition)
    rubric = load_rubric("default")
    for gate in rubric.gates:
        assert names.gate(_, gate) != names.spoken(gate) or language == "en", gate
    for weight in rubric.criteria:
        assert names.criterion(_, weight.criterion) != weight.criterion


@pytest.mark.parametrize("points", [0, 19, 20, 99, 100])
def test_every_mood_has_words(points: int) -> None:
    for level in ("anger", "trust", "commitment"):
        assert names.mood(translator("es"), level, points)
