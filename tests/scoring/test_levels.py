import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.levels import whole_call
from scoring.levels.caps import capped, is_word_list
from scoring.levels.model import CRITERIA, WEIGHTS, Scored, load_weights, score_exchange, version, weight_of
from scoring.levels.ngrams import BLOCKS, counted
from scoring.levels.signals import Exchange, echo_spans, signals
from scoring.levels.whole_call import TurnScore
from scoring.training import train

RATED = Path(__file__).parents[1] / "data" / "rated" / "train"
CORPUS = Path(__file__).parents[2] / "scoring" / "reading" / "corpus"
turns = st.lists(st.floats(0, 4), min_size=1, max_size=12).map(
    lambda scores: [TurnScore(n, s, called_for=n % 2 == 0, shown=True) for n, s in enumerate(scores)]
)


@given(turns)
def test_a_call_with_a_shown_turn_at_zero_is_capped_at_one_and_with_one_at_two(said):
    worst = min(t.score for t in said)
    call = whole_call.calm(said)
    assert call.score <= (1 if worst < 0.5 else 2 if worst < 1.5 else 4)


@given(turns)
def test_terms_add_up_to_the_call_unless_they_leave_the_scale(said):
    for blend in (whole_call.calm, whole_call.empathy, whole_call.clarity):
        call = blend(said)
        assert 0 <= call.score <= 4
        total = sum(t.value for t in call.terms)
        assert call.score == pytest.approx(total, abs=0.03) or total < 0 or total > 4 or call.capped_by


def test_a_low_turn_without_a_quotable_fault_caps_nothing():
    said = [TurnScore(n, 3.8) for n in range(8)] + [TurnScore(9, 1.2)]
    assert whole_call.calm(said).capped_by is None
    shown = [*said[:-1], TurnScore(9, 1.2, shown=True)]
    assert whole_call.calm(shown).capped_by == "turn 9"


def test_a_better_turn_never_makes_a_call_worse():
    low = [TurnScore(1, 2.0), TurnScore(2, 2.5, called_for=True), TurnScore(3, 3.0)]
    high = [*low[:2], TurnScore(3, 3.6)]
    for blend in (whole_call.calm, whole_call.empathy, whole_call.clarity):
        assert blend(high).score >= blend(low).score


@given(st.floats(0, 4), st.floats(0, 4))
def test_a_cap_keeps_the_order_and_shows_itself(a, b):
    low, high = sorted((round(a, 2), round(b, 2)))
    under = [capped({"calm": Scored(v, ())}, ["threatens"])["calm"] for v in (low, high)]
    assert under[0].score <= under[1].score <= 1
    assert all(one.terms or one.score == v for one, v in zip(under, (low, high), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Entiendo, comprendo, lamento, empatía, escucho, apoyo, ayuda.",
        "Calm, respect, please, thanks, kind, gentle, warm.",
        "entiendo su situación entiendo su situación entiendo su situación entiendo su situación",
    ],
)
def test_words_in_a_row_are_no_reply(text):
    assert is_word_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sí, claro. Son $500, el 30, por OXXO. ¿Va?",
        "Right. Eight payments of $60, on the 1st, starting December. Does that sound fair?",
        "Buenas tardes, ¿la señora Rojas?",
    ],
)
def test_short_plain_replies_are_not_taken_for_word_lists(text):
    assert not is_word_list(text)


@given(st.text(alphabet="abc dé", min_size=1, max_size=40), st.integers(2, 4))
def test_saying_words_again_adds_no_words(text, times):
    once, often = counted(text, ""), counted(" ".join([text] * times), "")
    assert set(once["pieces"]) == set(often["pieces"])


def test_no_signal_is_the_length_of_the_reply():
    short = signals(Exchange("Puede pagar el lunes por transferencia.", "Hola", "es"))
    padded = signals(Exchange("Puede pagar el lunes por transferencia. " * 6, "Hola", "es"))
    moved = [n for n in short if abs(short[n] - padded[n]) > 0.01 and not n.endswith(".often")]
    assert moved == []


def test_the_debtors_words_coming_back_are_found_within_one_sentence():
    agent, debtor = "Claro. Dos semanas con la tienda cerrada pesan.", "Cerramos la tienda dos semanas."
    start, end = echo_spans(agent, debtor)
    assert agent[start:end] == "semanas con la tienda cerrada"
    assert echo_spans("¿Y cuándo paga?", debtor) is None


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_weights_are_small_and_named_by_their_content(language):
    path = WEIGHTS / f"levels.{language}.npz"
    assert path.stat().st_size < 2_000_000
    assert len(version(language)) == 12
    weights = load_weights(language)
    assert weights.coef.shape == (len(weights.names) + 2, len(CRITERIA))
    assert all(np.isfinite(weights.words[b]).all() for b in BLOCKS)


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_raters_punish_takes_away_and_what_they_praise_adds(language):
    for act in ("act.insult", "act.threaten", "act.sarcasm", "act.blame"):
        assert weight_of(act, "calm", language) < 0
    assert weight_of("act.acknowledge_situation", "empathy", language) > 0
    assert weight_of("found.is_concrete", "clarity", language) > 0
    assert weight_of("found.unheard_of", "clarity", language) == 0


def test_a_reply_scores_the_same_however_often_it_is_asked():
    exchange = Exchange("Con gusto lo reviso hoy.", "Ya pagué.", "es")
    first = score_exchange(exchange)
    score_exchange.cache_clear()
    assert score_exchange(exchange) == first


def test_training_on_the_same_lines_gives_the_same_weights():
    lines = (RATED / "turns.en.jsonl").read_text(encoding="utf-8").splitlines()[::12]
    more = (CORPUS / "en-mersey.jsonl").read_text(encoding="utf-8").splitlines()[::40]
    rated, corpus = [json.loads(x) for x in lines], [json.loads(x) for x in more]
    impressions = {(turn["agent"], turn["debtor"]): (2.5, 2.0, 3.0) for turn in rated}
    first, second = train(rated, corpus, impressions), train(rated, corpus, impressions)
    assert set(first) == set(second)
    assert all(np.array_equal(first[name], second[name]) for name in first)
