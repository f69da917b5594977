from datetime import date

import pytest

from scenarios.disposition import Disposition
from scenarios.generation import generate_case
from scenarios.load import list_scenarios
from scoring.address import address_of, addressed
from scoring.coaching.practise import GATES, WORTH_IT, technique, techniques, to_practise
from scoring.coaching.situations import phase_of, situation_of
from scoring.criteria.registry import indicators
from scoring.criteria.whole_call import call_indicators
from scoring.criteria.wording import entries
from scoring.criterion import Finding, Judgement
from scoring.followup.findings import entries as note_entries
from scoring.gates import GATES as ALL_GATES
from scoring.moments import moments
from scoring.rubrics import load_rubric
from scoring.scores import as_scores
from scoring.scoring import score
from scoring.transcript import CallRecord, FollowUp, Outcome, Transcript, Turn

ON = date(2026, 11, 23)
JOB_LOSS = next(s for s in list_scenarios() if s.id == "job_loss")
HELLO = ("agent", "Buenas tardes, ¿cómo está? Le llamo por un asunto personal. ¿Hablo con la persona titular?")
HARSH = [
    ("debtor", "¿Bueno?"),
    HELLO,
    ("debtor", "Sí, soy yo. ¿Qué se le ofrece?"),
    ("agent", "Gracias. Son $8,400 de su préstamo, con vencimiento del 5 de octubre. ¿Cómo ve este mes?"),
    ("debtor", "Me corrieron del trabajo hace dos meses y no me alcanza."),
    ("agent", "Eso no es mi problema. Pague algo pronto."),
    ("debtor", "¿Y cuánto sería?"),
    ("agent", "Ya le dije. Lo que pueda, pero pronto."),
]
KIND = [
    ("debtor", "Me corrieron del trabajo hace dos meses y no me alcanza para la renta."),
    (
        "agent",
        "Siento mucho lo de su trabajo; dos meses sin sueldo pesan, y es lógico que la renta vaya primero. "
        "¿Qué cantidad podría apartar al mes sin descuidar la casa? Hoy le mando la propuesta por correo.",
    ),
]


def record(said, *, seed=7, country="MX", language="es", with_case=True, **more) -> CallRecord:
    case = generate_case(JOB_LOSS, country, seed, ON, language) if with_case else None
    turns = tuple(Turn(number=n, who=who, text=text) for n, (who, text) in enumerate(said, 1))
    return CallRecord(
        language=language, country=country, on=ON, case=case, transcript=Transcript(turns=turns), **more
    )  # fmt: skip


def coaching(said, **more):
    return score(record(said, **more), load_rubric()).coaching


def test_the_two_weakest_moments_come_in_the_calls_order_with_the_words_of_both():
    found = coaching(HARSH)
    assert [(m.turn, m.heard, m.said) for m in found.moments] == [
        (6, HARSH[4][1], HARSH[5][1]), (8, HARSH[6][1], HARSH[7][1]),
    ]  # fmt: skip
    assert found.best is None


def test_a_moment_says_what_it_cost_and_why_the_reply_works():
    moment = coaching(HARSH).moments[0]
    assert moment.situation == "job_loss"
    assert "Le resta importancia a lo que la persona vive." in moment.costs
    assert moment.model
    assert moment.why


def test_the_model_reply_uses_the_cases_facts_and_leaves_them_out_where_there_is_no_case():
    named = [m for seed in range(9) for m in coaching(HARSH, seed=seed).moments]
    bare = coaching(HARSH, with_case=False)
    assert any("$" in m.model for m in named)
    assert any("señor" in m.model for m in named)
    assert not any("$" in m.model or "señor" in m.model for m in bare.moments)


def test_where_nothing_is_weak_the_best_moment_is_praised_and_quoted():
    found = coaching(KIND)
    assert found.moments == ()
    assert found.best.turn == 2
    assert found.best.quote in KIND[1][1]
    assert found.best.reasons


def test_a_plain_courteous_greeting_needs_no_coaching():
    assert coaching([("debtor", "¿Bueno?"), HELLO]).moments == ()


def test_the_same_call_gives_the_same_words_and_another_case_others():
    assert coaching(HARSH) == coaching(HARSH)
    assert len({coaching(HARSH, seed=seed).moments[0].model.split(";")[0] for seed in range(6)}) > 1


def test_two_moments_alike_are_not_answered_alike():
    again = [*HARSH[:6], HARSH[4], HARSH[5]]
    first, second = coaching(again).moments
    assert first.situation == second.situation
    assert first.model != second.model


@pytest.mark.parametrize(
    ("country", "said", "address"),
    [
        ("MX", "Tú sabes lo que haces, dime cuándo pagas.", "tu"),
        ("AR", "Vos sabés lo que hacés, decime cuándo pagás.", "vos"),
    ],
)
def test_the_reply_is_in_the_address_that_the_trainee_uses(country, said, address):
    told = [("debtor", "Me echaron del trabajo, debo todo."), ("agent", f"{said} Eso no es mi problema.")]
    call = record(told, country=country, with_case=False)
    model = score(call, load_rubric()).coaching.moments[0].model
    assert moments(call)[0].call.address == address
    assert " te " in model.lower()
    assert "usted" not in model


def test_sumerce_is_never_imposed_and_an_unmarked_call_is_usted():
    assert address_of(["sumerce", None], "CO") == "usted"
    assert address_of([None], "MX") == "usted"
    assert address_of([None], "AR") == "vos"
    assert address_of(["usted", "usted", "vos"], "AR") == "usted"
    assert address_of(["vos"], "MX") == "tu"


def test_of_two_forms_the_second_is_everybody_elses():
    assert [addressed("[Le|Te] digo [puede|puedes|podés]", a) for a in ("usted", "tu", "vos", "sumerce")] == [
        "Le digo puede", "Te digo puedes", "Te digo podés", "Le digo puede",
    ]  # fmt: skip


def test_a_better_wording_is_in_the_calls_address_too():
    call = record([("debtor", "Sí, diga."), ("agent", "¿Cuándo me pagas? Ya te dije que depositas o te atienes.")],
                  with_case=False)  # fmt: skip
    better = [f.better for j in score(call, load_rubric()).judgements for f in j.findings if f.better]
    assert any("Te lo explico" in words for words in better)


def test_no_wording_of_a_finding_shows_how_it_is_written():
    for language in ("es", "en"):
        for entry in entries(language).values():
            for words in (entry.get("better", ""), entry.get("better_in_case", "")):
                assert "[" not in addressed(words, "vos")


def test_someone_else_on_the_phone_learns_nothing_from_the_model_reply():
    said = [
        ("debtor", "¿Bueno?"), HELLO, ("debtor", "No está, soy su hermana. ¿De qué se trata?"),
        ("agent", "Debe $8,400 al banco, dígale que pague ya."), ("debtor", "¿Cuánto debe?"),
        ("agent", "Mucho. Que pague."),
    ]  # fmt: skip
    call = record(said, outcome=Outcome(type=Disposition.THIRD_PARTY))
    found = score(call, load_rubric()).coaching
    assert [m.situation for m in found.moments] == ["third_party", "third_party"]
    for moment in found.moments:
        assert call.case.debtor.last_name not in moment.model
        assert call.case.creditor.name not in moment.model
        assert "$" not in moment.model


def test_before_it_is_known_who_is_there_the_reply_names_no_amount():
    for seed in range(6):
        found = coaching([("debtor", "¿Bueno? ¿Quién habla?"), ("agent", "Pague ya o se va a arrepentir.")], seed=seed)
        assert found.moments[0].situation == "opening"
        assert "$" not in found.moments[0].model


def test_what_the_debtor_keeps_to_themself_is_in_no_reply():
    case = generate_case(JOB_LOSS, "MX", 7, ON)
    hidden = [f"{case.budget.income:,}", *case.facts.values()]
    for seed in range(8):
        models = [m.model for m in coaching(HARSH, seed=seed).moments]
        assert not [h for h in hidden for m in models if h in m]


def test_a_wish_to_die_is_answered_with_care_whatever_else_was_said():
    seen = moments(record([("debtor", "Ya no quiero vivir. ¿Cuánto debo?"), ("agent", "Pague ya.")]))
    assert {situation_of(seen, 0, lacking, None) for lacking in ("calm", "empathy", "clarity")} == {"crisis"}


def test_what_is_missing_decides_which_of_two_things_is_answered_first():
    said = [("debtor", "Sí, soy yo."), HELLO, ("debtor", "Me corrieron del trabajo. Le puedo dar 500 el viernes 27."),
            ("agent", "Ok.")]  # fmt: skip
    seen = moments(record(said))
    assert situation_of(seen, 1, "empathy", None) == "job_loss"
    assert situation_of(seen, 1, "clarity", None) == "proposal"


def test_the_phase_moves_from_the_debt_to_the_close():
    said = [
        ("debtor", "Sí, soy yo."), ("agent", "Le llamo por su cuenta."),
        ("debtor", "Dígame."), ("agent", "Son $8,400, vencidos desde el 5 de octubre."),
        ("debtor", "Ya lo sé."), ("agent", "¿Cuánto podría pagar al mes?"),
        ("debtor", "Poco, la verdad."), ("agent", "Le propongo tres pagos de $2,800, el primero el 30 de noviembre."),
        ("debtor", "Está bien, de acuerdo."), ("agent", "Gracias, hasta luego."),
    ]  # fmt: skip
    seen = moments(record(said))
    phases = [phase_of(seen, at) for at in range(len(seen))]
    assert phases == ["debt", "debt", "finding_out", "offering", "closing"]


def test_a_note_alone_has_nothing_to_coach():
    card = score(record([], follow_up=FollowUp(note="Va a pagar.")), load_rubric())
    assert card.coaching is None
    assert as_scores(card)["coaching"] is None


def test_the_exchange_format_carries_the_coaching():
    assert as_scores(score(record(HARSH), load_rubric()))["coaching"]["moments"][0]["turn"] == 6


def test_the_full_rubric_is_coached_too():
    found = score(record(HARSH), load_rubric("full")).coaching
    assert len(found.moments) == 2
    assert found.practise


@pytest.mark.parametrize("name", sorted(techniques()))
def test_a_technique_has_words_in_both_languages_and_a_scenario_of_the_library(name):
    library = {s.id for s in list_scenarios()}
    assert set(techniques()[name]["scenarios"]) <= library
    for language in ("es", "en"):
        assert technique(name, language).name
        assert technique(name, language).why


def test_every_indicator_named_by_a_technique_exists_and_stands_once():
    known = {i.id for i in (*indicators(), *call_indicators())} | set(note_entries("es")) | {
        "amounts", "dates", "payments", "method", "next_action", "next_date", "owner", "contingency", "confirmation",
        "disposition", "reason", "empty", "neutral_wording",
    }  # fmt: skip
    named = [i for entry in techniques().values() for i in entry.get("indicators", ())]
    assert set(named) <= known, set(named) - known
    assert len(named) == len(set(named))


def test_every_criterion_and_every_gate_leads_somewhere():
    rest = [entry["rest"] for entry in techniques().values() if "rest" in entry]
    assert sorted(rest) == sorted(c.criterion for c in load_rubric("full").criteria)
    assert set(GATES) == set(ALL_GATES)
    assert set(GATES.values()) <= set(techniques())


def judgement(criterion, value, *missed) -> Judgement:
    found = [
        Finding(criterion=criterion, indicator=i, met=False, evidence=None, reason="", weight=w) for i, w in missed
    ]
    return Judgement(criterion=criterion, level=round(value), score=value, findings=tuple(found))


def test_what_lost_most_is_practised_and_a_gate_comes_before_points():
    weights = {"empathy": 25, "clarity": 25}
    judged = [judgement("empathy", 3.0, ("passes_over", -0.5)), judgement("clarity", 1.0, ("runs_on", -0.4))]
    assert to_practise(judged, weights, [], "en").technique == "one_thing_at_a_time"
    assert to_practise(judged, weights, ["insult"], "en").technique == "stay_steady"


def test_next_to_nothing_lost_leaves_nothing_to_practise():
    close = 4 - WORTH_IT * 4 / 25 + 0.01
    assert to_practise([judgement("calm", close)], {"calm": 25}, [], "es") is None
    assert to_practise([], {"calm": 25}, [], "es") is None
