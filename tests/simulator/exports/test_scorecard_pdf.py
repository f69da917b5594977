"""A scorecard on paper: one to three pages, every accent, the quotes in; the same sheet, the same bytes."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from scenarios.load import list_scenarios
from scenarios.playthrough import Playthrough
from scenarios.scenario import Scenario
from scoring.rubrics import load_rubric
from scoring.scorecard import Scorecard
from simulator.accounts import NotAllowed
from simulator.exporting import Exporting, NoScorecard
from simulator.exports.lettering import UNKNOWN, printable, shortened
from simulator.exports.scorecard_pdf import as_pdf
from simulator.exports.scorecard_sheet import Alarm, Change, Material, Seen, Sheet, Skill, sheet
from simulator.figures import Figures, LevelFigures
from simulator.foremost import most_valued
from simulator.i18n import translator
from simulator.played import Played
from simulator.playthrough import played_through
from simulator.store import Store
from simulator.view import AttemptView
from tests.fresh import fresh
from tests.simulator.branches import NOW, Clock, closed, somebody, talked
from tests.simulator.exports.outbox import reviewed
from tests.simulator.exports.played import actor_again, assessed, cohort_of, practising


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


def text_of(pdf: bytes) -> str:
    """The words of all pages, line breaks as spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def a_sheet(text: str = "Año nuevo, ¿qué tal?", skills: int = 3, found: int = 4) -> Sheet:
    seen = tuple(Seen(met=bool(n % 2), quote=text, where="Línea 1", why=text, better=text) for n in range(found))
    skill = Skill(name="Calma", level=2, in_a_word="en camino", meaning=text, trusted=text, seen=seen)
    return Sheet(
        language="es", title=text, who=text, facts=(("País", "México"),), total="62", result=text, outcome=text,
        good=Seen(met=True, quote=text), change=Change(head=text, why=text, better=text),
        alarms=(Alarm(head=text, seen=Seen(met=False, quote=text, why=text), source=text),), skills=(skill,) * skills,
        note=((text, text, text, text),) * 12, pinned=(("Rúbrica", text),),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_was_said_and_found_stands_on_the_paper(store: Store, language: str) -> None:
    practice, ana = practising(store), somebody(store, "Ana Ñúñez Ibáñez")
    view = assessed(practice, ana)
    made = Exporting(store, Clock()).scorecard(ana, view.id, language)
    words = text_of(made.content)
    assert view.scorecard is not None
    quotes = [f.evidence.quote for j in view.scorecard.judgements for f in j.findings if f.evidence and not f.met]
    for quote in {*quotes, "Ana Ñúñez Ibáñez", view.scenario.title[language], view.id, view.scorecard.rubric_hash[:8]}:
        assert " ".join(quote.split()) in words
    _ = translator(language)
    assert _("Reaches the pass mark of {n}", n=load_rubric("default").pass_mark) in words
    assert _("Page {n} of {all}", n=1, all=pages_of(made.content)) in words
    assert made.name.endswith(f"{view.id[:8]}.pdf")


def test_a_persons_level_stands_before_the_programs(store: Store) -> None:
    practice, ana = practising(store), somebody(store, "Ana")
    view = assessed(practice, ana)
    reviewed(store, view.id, level=0, total=7.0, result="failed")
    words = text_of(Exporting(store, Clock()).scorecard(ana, view.id, "en").content)
    assert view.scorecard is not None
    assert f"Reviewed by a person. By the program alone: {round(view.scorecard.total or 0)} of 100." in words
    assert "7 of 100" in words
    assert "A person's level." in words
    assert "Does not reach" in words


def test_the_same_scorecard_gives_the_same_bytes(store: Store) -> None:
    practice, ana = practising(store), somebody(store, "Ana")
    view = assessed(practice, ana)
    once, again = (Exporting(store, Clock()).scorecard(ana, view.id, "es").content for _ in range(2))
    assert once == again


@pytest.mark.parametrize(("text", "skills", "found"), [("Á", 1, 0), ("ñandú " * 60, 7, 12), ("W" * 3000, 7, 30)])
def test_however_much_there_is_it_takes_one_to_three_pages(text: str, skills: int, found: int) -> None:
    assert 1 <= pages_of(as_pdf(translator("es"), a_sheet(text, skills, found))) <= 3


HOSTILE = st.one_of(st.text(max_size=60), st.sampled_from(["<b>&amp;</para>", "مرحبا", "🦩🦩", "\x00\x07", "a\ud800b"]))


@settings(max_examples=25)
@given(HOSTILE)
def test_no_words_break_the_paper_or_become_markup(text: str) -> None:
    assert 1 <= pages_of(as_pdf(translator("es"), a_sheet(text, skills=1, found=1))) <= 3


def test_characters_that_the_typeface_lacks_are_replaced_in_sight() -> None:
    assert printable("Ana عربي 🦩") == f"Ana {UNKNOWN * 4} {UNKNOWN}"
    assert printable("a\u0301\x07\u200bñ—“”€") == "áñ—“”€"
    assert shortened("una frase bastante larga", 12) == "una frase…"


PLAYS = [(scenario, play) for scenario in list_scenarios() for play in scenario.playthroughs][::17]


@pytest.mark.parametrize(("scenario", "play"), PLAYS, ids=lambda one: getattr(one, "id", "") or one.name)
def test_scorecards_of_the_library_take_one_to_three_pages(scenario: Scenario, play: Playthrough) -> None:
    view = as_view(played_through(scenario, play))
    card = view.scorecard
    assert card is not None
    rubric = load_rubric(card.rubric)
    pdf = as_pdf(translator("es"), sheet(translator("es"), Material(view, card, rubric, figures_of(card), "Ana")))
    assert 1 <= pages_of(pdf) <= 3
    best = most_valued(card)
    if best and best.evidence:
        assert "".join(printable(best.evidence.quote).split())[:60] in "".join(text_of(pdf).split())


def as_view(played: Played) -> AttemptView:
    """A played call as if it had been kept."""
    case, last = played.case, played.steps[-1].state
    return AttemptView(
        id="0b0c7b1e", owner_id="ana", mode="assessed", phase="closed", scenario=played.scenario, case=case,
        country=case.country, language=case.language, seed=case.seed, on=case.on, steps=played.steps,
        disposition=last.disposition, scorecard=played.scorecard, created_at=NOW, talk_began_at=NOW,
        talk_ended_at=NOW, closed_at=NOW,
    )  # fmt: skip


def figures_of(card: Scorecard) -> Figures:
    """The program's figures, which nobody reviewed."""
    levels = tuple(
        LevelFigures(criterion=j.criterion, level=j.level, score=j.score, effective_level=j.level,
                     effective_score=j.score) for j in card.judgements
    )  # fmt: skip
    return Figures(
        scorecard_id="c1", scored_at=NOW, rubric=card.rubric, rubric_version=card.rubric_version, total=card.total,
        result=card.result, effective_total=card.total, effective_result=card.result, levels=levels,
    )  # fmt: skip


def test_only_who_may_read_a_call_prints_it(store: Store) -> None:
    practice, ana, luis = practising(store), somebody(store, "Ana"), somebody(store, "Luis")
    eva = somebody(store, "Eva", "manager")
    cohort_of(store, ana, led_by=eva)
    eva, desk = actor_again(store, eva), Exporting(store, Clock())
    shared, private = assessed(practice, ana).id, closed(practice, ana).id
    assert desk.scorecard(eva, shared, "es").content.startswith(b"%PDF")
    for actor, attempt in ((luis, shared), (luis, private), (eva, private), (ana, "no-such-attempt")):
        with pytest.raises(NotAllowed):
            desk.scorecard(actor, attempt, "es")
    with pytest.raises(NoScorecard):
        desk.scorecard(ana, talked(practice, ana).id, "es")
