"""Rated and exported material is hostile input: what is wrong is said with its line, nothing is scored by default."""

import json
from pathlib import Path

import pytest

from scoring.rated import RATED_ON, RatedError, read_rated
from scoring.rubrics import load_rubric
from scoring.scores import score_file

TURN = {"id": "a", "lang": "es", "country": "MX", "debtor": "Hola", "agent": "Buenas", "ratings": {"calm": [3, 3]}}
NOTE = {"id": "n", "lang": "es", "country": "MX", "note": "Paga el lunes.", "ratings": {"follow_up": [1]}}
SAID = [
    {"who": "debtor", "text": "¿Bueno?"},
    {"who": "agent", "text": "Buenas tardes."},
    {"who": "debtor", "text": "Sí."},
]
CALL = {
    "id": "c",
    "lang": "es",
    "country": "MX",
    "turns": SAID,
    "note": "Sin acuerdo.",
    "outcome": {"type": "no_agreement"},
}
ENGLISH = "Spoke with the account holder and she will pay the balance on Friday by card."


def without(data: dict, *keys: str) -> dict:
    return {k: v for k, v in data.items() if k not in keys}


def problems(tmp_path: Path, *lines: object, needs_ratings: bool = False) -> str:
    path = tmp_path / "x.jsonl"
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines) + "\n", encoding="utf-8")
    with pytest.raises(RatedError) as error:
        read_rated(path, RATED_ON, needs_ratings=needs_ratings)
    return str(error.value).replace(str(tmp_path), "")


def turns(*changed: object) -> dict:
    return CALL | {"turns": list(changed)}


def numbered(*numbers: object) -> dict:
    return turns(*({**t, "n": n} for t, n in zip(SAID, numbers, strict=True)))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "/x.jsonl:2: not JSON"),
        ("[1]", "/x.jsonl:2: an object in braces is needed, not list. Write {...}"),
        ('"\\ud800"', "/x.jsonl:2: an object in braces is needed, not str"),
        (TURN | {"agent": "\ud800"}, "/x.jsonl:2: holds half a character"),
        (TURN | {"lang": "fr"}, "/x.jsonl:2: lang: 'fr' is not known. Known: es, en"),
        (without(TURN, "lang"), "/x.jsonl:2: lang: is missing"),
        (TURN | {"country": "XX"}, "/x.jsonl:2: country: 'XX' is not known"),
        (TURN | {"agent": 7}, "/x.jsonl:2: agent: must be a text, not int. Write it in double quotes"),
        (TURN | {"ratings": {"calm": [5]}}, "/x.jsonl:2: ratings.calm: [5] is no list of numbers from 0 to 4"),
        (TURN | {"ratings": {}}, "/x.jsonl:2: ratings: none of calm, empathy, clarity is rated"),
        (without(TURN, "ratings"), "/x.jsonl:2: ratings: is missing"),
        (without(TURN, "agent"), "/x.jsonl:2: no turn (agent), call (turns) or note (note) here"),
        (TURN, "/x.jsonl:2: id: the id 'a' stands twice (first in line 1). Give each line an id of its own"),
    ],
)
def test_a_malformed_line_says_file_line_field_and_remedy(tmp_path: Path, line: object, words: str) -> None:
    assert words in problems(tmp_path, TURN, line, needs_ratings=True)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (turns(), "turns: there is no turn"),
        (CALL | {"turns": "hola"}, "turns: must be a list"),
        (turns("hola"), "turns[1]: must be an object"),
        (turns({"who": "client", "text": "Hola"}), "turns[1].who: nobody called 'client' speaks here. Known: agent"),
        (turns({"who": "agnt", "text": "Hola"}), "turns[1].who: nobody called 'agnt' speaks here. Did you mean"),
        (turns({"text": "Hola"}), "turns[1].who: is missing"),
        (turns(*SAID, {"who": "agent"}), "turns[4].text: is missing"),
        (turns(*SAID, {"who": "agent", "text": 3}), "turns[4].text: must be a text, not int"),
        (turns(*SAID, {"who": "agent", "text": " \n"}), "turns[4].text: the turn is empty"),
        (numbered(1, 3, 2), "turns[2].n: turn 2 is missing before turn 3"),
        (numbered(2, 1, 3), "turns[2].n: turn 1 stands after turn 2"),
        (numbered(1, 2, "x"), "turns[3].n: must be a whole number"),
        (CALL | {"outcome": {"type": "magic"}}, "outcome.type: 'magic' is not known here"),
        (CALL | {"outcome": {"typ": "plan"}}, "outcome.typ: unknown key 'typ'. Did you mean 'type'?"),
        (CALL | {"note": ENGLISH}, "note: the note is in English, the call in Spanish. Translate it, or mend lang: es"),
        (CALL | {"case": {"amount": "mucho"}}, "balance: "),
    ],
)  # fmt: skip
def test_a_call_that_is_not_whole_is_refused(tmp_path: Path, call: dict, words: str) -> None:
    assert f"/x.jsonl:1: {words}" in problems(tmp_path, call)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, TURN | {"lang": "fr"}, "", TURN | {"country": "XX"}, "{").splitlines()
    assert [line.split(":")[1] for line in found] == ["1", "3", "4"]


def test_kinds_are_not_mixed_and_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "mixes notes, turns" in problems(tmp_path, TURN, NOTE)
    assert "holds no rated line" in problems(tmp_path, "")


def test_a_reply_that_is_empty_is_not_assessed_and_gets_no_default(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(json.dumps(TURN | {"agent": " "}), encoding="utf-8")
    (row,) = score_file(path, load_rubric(), RATED_ON)
    assert {c["level"] for c in row["criteria"].values()} == {None}
    assert all(c["why_not"] for c in row["criteria"].values())
    assert (row["total"], row["result"]) == (None, "not_assessed")


def test_a_note_alone_shows_the_follow_up_alone(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_text(json.dumps(NOTE | {"case": None, "outcome": {"type": "promise_to_pay"}}), encoding="utf-8")
    (row,) = score_file(path, load_rubric(), RATED_ON)
    assert list(row["criteria"]) == ["documented_follow_up"]
    assert row["not_assessed"] == []


def test_the_form_of_a_line_counts_with_its_note(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    form = {"disposition": "callback", "next_date": "2026-11-30", "next_action": "llamar", "owner": "L. Paz"}
    path.write_text(json.dumps(NOTE | {"follow_up": form, "outcome": {"type": "callback"}}), encoding="utf-8")
    (item,) = read_rated(path, RATED_ON)
    assert item.call.follow_up is not None
    assert (item.call.follow_up.owner, item.call.follow_up.note) == ("L. Paz", NOTE["note"])


def test_a_file_written_as_one_document_or_one_list_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    for text in (json.dumps([TURN, TURN | {"id": "b"}], indent=1), json.dumps([TURN, TURN | {"id": "b"}])):
        path.write_text(text, encoding="utf-8")
        assert [i.id for i in read_rated(path, RATED_ON)] == ["a", "b"]
    path.write_text(json.dumps(TURN, indent=2), encoding="utf-8")
    assert [i.id for i in read_rated(path, RATED_ON)] == ["a"]
