"""What is wrong is said in Spanish too, and texts go back where they stood."""

import json
from pathlib import Path

import pytest

from scenarios.lint import lint_text
from scenarios.lint.card import card, card_names
from scenarios.problem import Problem
from scenarios.source import read_nodes
from simulator.studio import checking
from simulator.studio.comparing import compared
from simulator.studio.editor_words import editor_words
from simulator.studio.naming import name_from, renamed
from simulator.studio.templates import in_one_language, templates
from simulator.studio.texts import rows_of, with_texts
from simulator.studio.wording import in_words, said

TINY = Path(__file__).parents[2] / "scenarios" / "data" / "tiny.yaml"
TEXT = next(t.text for t in templates() if t.name == "forgot")
MISTAKES = (
    ("difficulty: 1", "difficulty: 9"), ("market: consumer", "market: consumr"), ("minutes: 5", "minuts: 5"),
    ("product: credit_card\n", ""), ('when: "trust >= 30"', 'when: "trust >> 30"'), ("[telephone,", "[telefone,"),
    ("anger: 12", "anger: many"), ('"Se le pasó la fecha"', '"{debtor.nme}"'), ("age: [25, 65]", "age: [65, 25]"),
    ("must_record: [new_card]", "must_record: [old_card]"), ("format: 1", "format: 7"), ("version: 1", "version: &x 1"),
)  # fmt: skip


@pytest.mark.parametrize(("right", "wrong"), MISTAKES)
def test_an_error_is_said_in_both_languages_with_its_remedy(right: str, wrong: str) -> None:
    assert right in TEXT
    for problem in checking.problems_of(TEXT.replace(right, wrong, 1)):
        if problem.severity == "error":
            what, remedy = in_words(problem, "es")
            assert what != problem.message
            assert remedy or not problem.remedy
            assert in_words(problem, "en") == (problem.message, problem.remedy)


@pytest.mark.parametrize("rule", card_names())
def test_what_a_rule_finds_is_said_in_spanish_with_its_particulars(rule: str) -> None:
    whole = read_nodes(TINY.read_text("utf-8"), "tiny").plain() | read_nodes(card(rule).wrong, rule).plain()
    found = [p for p in lint_text(json.dumps(whole, ensure_ascii=False)) if p.rule == rule]
    assert found
    for problem in found:
        what, remedy = in_words(problem, "es")
        assert what not in (problem.message, card(rule).what["es"])
        assert not remedy or remedy not in (problem.remedy, card(rule).remedy["es"])


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("no language has all of good, mixed, bad; the fullest lacks good", "todavía falta: una buena"),
        ("must be a text, not a list", "debe ser un texto, no una lista"),
        ("turn 3: acts ['greet'] were not read (read: ['close'])", "turno 3: no se entendió ['greet']"),
        ("the weights sum to 90, not 100: 40 (line 3) + 50 (line 8)", "40 (renglón 3) + 50 (renglón 8)"),
        ("2 texts in 'en', which the title lacks", "2 textos en «en»"),
    ],
)
def test_what_stands_in_the_gaps_of_a_message_is_spanish_too(english: str, spanish: str) -> None:
    assert spanish in said(english, "es")
    assert said(english, "en") == english


def test_what_nobody_has_put_into_spanish_yet_is_said_all_the_same() -> None:
    assert in_words(Problem("x", 1, "", "odd thing", "do it", rule="no_such_rule"), "es") == ("odd thing", "do it")


def test_texts_go_back_where_they_stood_and_what_is_empty_stays() -> None:
    rows = {row.path: row for row in rows_of(TEXT)}
    assert rows["title",].missing == ()
    assert rows["beats", 0, "say"].group == "beats"
    text = with_texts(TEXT, {(("title",), "en"): "New\ntitle", (("beats", 0, "say"), "es"): "Uno.\n\n Dos. ",
                             (("goals",), "es"): "", (("nowhere",), "es"): "x"})  # fmt: skip
    after = {row.path: row.texts for row in rows_of(text)}
    assert after["title",]["en"] == ("New title",)
    assert after["beats", 0, "say"]["es"] == ("Uno.", "Dos.")
    assert after["goals",] == rows["goals",].texts
    assert len(compared(TEXT, text)) > 0
    assert compared(text, text) == ()


def test_a_name_is_made_of_the_title_and_set_in_the_text() -> None:
    assert name_from("¿Se mudó, otra vez?", ()) == "se_mudo_otra_vez"
    assert name_from("2ª vez", {"vez", "a_vez"}) == "a_vez_2"
    assert name_from("", {"scenario"}) == "scenario_2"
    assert "\nid: mine\n" in renamed(TEXT, "mine")
    assert renamed("format: 1\ntitle: x\n", "mine") == "format: 1\nid: mine\ntitle: x\n"


def test_the_editor_completes_with_every_key_explained() -> None:
    words = editor_words()
    assert words["schema"]["properties"]["channel"]["description"]
    assert words["acts"].keys() >= {"ask_reason", "threaten"}
    assert "debtor.first_name" in words["placeholders"]
    assert words["packs"].keys() >= {"courtesy", "endings"}


def test_the_editor_explains_every_key_act_name_and_ending_in_spanish_too() -> None:
    spanish, english = editor_words("es"), editor_words("en")
    for group in ("acts", "names", "functions"):
        assert spanish[group].keys() == english[group].keys()
        assert not set(spanish[group].values()) & set(english[group].values())
    blocks = {"Scenario": english["schema"], **english["schema"]["$defs"]}
    for name, block in blocks.items():
        told = spanish["schema"] if name == "Scenario" else spanish["schema"]["$defs"][name]
        for key, given in block.get("properties", {}).items():
            assert told["properties"][key]["description"] != given["description"], f"{name}.{key}"
    assert spanish["schema"]["$defs"]["Disposition"]["meant"]["hung_up"] == "Colgó"
    assert spanish["schema"]["$defs"]["Beat"]["properties"]["on"]["meant"]["counter"] == "propone otra cosa"


@pytest.mark.parametrize(
    ("right", "wrong", "what", "remedy"),
    [
        ("    when:", "\twhen:", "hay un tabulador antes del texto", "ponga espacios"),
        ("product: credit_card", "product: microcredito", "no se conoce", "telecom"),
        ('title:\n  es: "Se le pasó la fecha"', "title: [Hola]", "en qué idioma", 'así: es: ["…", "…"]'),
        ('when: "trust >= 30"', 'when: "cuando confía"', "no existe el nombre", '"trust >= 40"'),
        ("- id: new_card", "- id: año_nuevo", "no sirve como nombre", "sin acentos ni ñ"),
    ],
)
def test_what_a_beginner_gets_wrong_comes_with_the_way_out(right: str, wrong: str, what: str, remedy: str) -> None:
    text = in_one_language(TEXT, "es")
    assert right in text
    said_so = [in_words(p, "es") for p in checking.problems_of(text.replace(right, wrong, 1))]
    assert any(what in one and remedy in way for one, way in said_so), said_so
