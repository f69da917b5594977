import re
from decimal import Decimal

import pytest

from scenarios.case import Budget
from scenarios.country import countries, load_country
from scenarios.generation import countries_of, generate_case
from scenarios.load import list_scenarios
from scoring.coaching.facts import facts_of
from scoring.coaching.situations import BEFORE_KNOWING, situation_of
from scoring.coaching.weak import FINE
from scoring.coaching.wordings import Wording, filled, fitting, is_filled, situations
from scoring.moments import moments
from scoring.scoring import judged
from tests.scoring.coaching_cases import FORMAL, ON, call, replies

GOOD = 3.3
NOTHING_TO_HEAR = {s for s in situations("es") if s.startswith("business_")} | {
    "unintroduced", "part_disputed", "debt", "how_much",
}  # fmt: skip
"""Situations in which nothing personal is voiced: courteous is all that is asked of the reply."""
LANGUAGES = ("es", "en")


def test_every_reply_is_itself_calm_heard_and_clear_where_it_is_said():
    weak = []
    for reply in replies():
        seen = moments(call(reply.language, reply.country, reply.case, ("debtor", reply.heard), ("agent", reply.text)))
        for criterion, scored in judged(seen[0]).scored.items():
            courteous = criterion == "empathy" and reply.situation in NOTHING_TO_HEAR
            if scored.score < (FINE if courteous else GOOD) and not (
                criterion != "calm" and reply.situation == "voicemail"
            ):
                weak.append(f"{criterion} {scored.score:.2f} {reply}")
    assert not weak, "\n".join(weak)


def test_nothing_of_the_writing_is_left_in_what_is_read():
    left = [str(r) for r in replies() if re.search(r"[\[\]<>{}|]|//|  | [,.;:?]|\.\.|,\.", r.text)]
    assert not left, "\n".join(left)


def test_a_reply_asks_at_most_two_questions_and_stays_short():
    for reply in replies():
        assert reply.text.count("?") <= 2, str(reply)
        assert 15 <= len(reply.text.split()) <= 65, f"{len(reply.text.split())} {reply}"


FORMAL_FORMS = re.compile(
    r"\b(usted|su|sus|suya|cuénteme|dígame|mándeme|cuelgue|compruebe|prefiere|necesita|cuenta usted|"
    r"(?<!se )(?<!te )(?<!esto )(?<!demás )puede|(?<!qué )podría(?!n)|"
    r"le (llamo|mando|doy|envío|digo|escucho|agradezco|pido|parece|queda|quedaría|gustaría|ayudaría|viene|sirve|"
    r"preocupa|pesa|alcanza|escribo|explico|propongo|confirmo|llega|confunde|conviene|dejo)|se (lo|la|las) mando)\b",
    re.IGNORECASE,
)  # fmt: skip
TU_ALONE = re.compile(r"\b(puedes|me cuentas|dices|cuéntame|dime|mándame|prefieres|necesitas|tienes|tú)\b", re.I)


def test_whoever_is_spoken_to_as_tu_or_vos_is_never_called_usted_in_between():
    familiar = [r for r in replies() if r.language == "es" and r.address != "usted" and r.situation not in FORMAL]
    mixed = [f"{FORMAL_FORMS.search(r.text)[0]} · {r}" for r in familiar if FORMAL_FORMS.search(r.text)]
    assert familiar
    assert not mixed, "\n".join(mixed)


def test_in_argentina_the_verbs_are_those_of_vos():
    spoken = [r for r in replies() if r.address == "vos" and r.situation not in FORMAL]
    mixed = [f"{TU_ALONE.search(r.text)[0]} · {r}" for r in spoken if TU_ALONE.search(r.text)]
    assert any("contás" in r.text for r in spoken)
    assert not mixed, "\n".join(mixed)


def test_a_reply_names_no_figure_but_the_cases():
    for reply in replies():
        rest = reply.text
        for fact in sorted(reply.facts.values(), key=len, reverse=True):
            rest = rest.replace(fact.removesuffix("."), "")
        assert not re.search(r"\d", rest.replace("911", "").replace("999", "")), str(reply)


def test_without_a_case_no_name_creditor_or_amount_is_made_up():
    for reply in replies():
        if reply.case is None:
            assert set(reply.facts) - {"proposed", "proposed_day", "left"} == {"call_day"}, str(reply)
            assert reply.facts.get("left") in (None, "lo que falta", "the rest")


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_it_is_known_who_is_there_no_reply_names_a_debt(language):
    debt = {
        "es": re.compile(r"deuda|saldo|pago|cobr|cuota|préstamo|crédito|atras|vencid|debe\b"),
        "en": re.compile(r"\bdebt|balance|\bpay|loan|overdue|owe|collect|past due"),
    }[language]
    for reply in replies():
        early = reply.language == language and reply.situation in BEFORE_KNOWING - {"crisis"}
        assert not (early and debt.search(reply.text.lower())), str(reply)


def test_someone_else_hears_neither_name_nor_creditor():
    for reply in replies():
        if reply.situation == "third_party" and reply.case:
            assert reply.case.creditor.name not in reply.text
            assert reply.case.debtor.last_name not in reply.text


def test_in_colombia_nobody_is_asked_why():
    asked = [r for r in replies() if r.country == "CO" and re.search(r"qué cambió|por qué no pag", r.text)]
    everywhere = [w.text for s in situations("es").values() for w in s.say["warm"] if "qué cambió" in w.text]
    assert everywhere
    assert not asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_situation_has_four_wordings_or_more_and_says_why_they_work(language):
    for name, situation in situations(language).items():
        assert set(situation.say) == set(situation.why) == {"warm", "plain"}, name
        assert sum(map(len, situation.say.values())) >= 4, name
        assert all(len(lines) >= 2 for lines in situation.say.values()), name


def test_both_languages_know_the_same_situations():
    assert set(situations("es")) == set(situations("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_situation_is_recognised_by_the_lines_it_is_written_for(language):
    asked = {"es": "¿Hablo con la persona titular?", "en": "Am I speaking with the account holder?"}[language]
    yes = {"es": "Sí.", "en": "Yes."}[language]
    phases = {"opening", "not_yet_known", "debt", "finding_out", "offering", "closing"}
    wrong = []
    for name, situation in situations(language).items():
        for line in situation.heard:
            if name in phases or name.startswith("business_") or name in ("voicemail", "part_disputed"):
                continue
            said = (("debtor", yes), ("agent", asked), ("debtor", line), ("agent", asked))
            seen = moments(call(language, "MX" if language == "es" else "US", None, *said))
            lacking = "clarity" if name in ("how_much", "question", "proposal", "refusal") else "empathy"
            found = situation_of(seen, 1, lacking, None)
            wrong += [f"{name}: {line!r} → {found}"] * (found != name)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scenario", list_scenarios(), ids=lambda s: s.id)
@pytest.mark.parametrize("country", countries())
def test_a_plan_adds_up_and_is_within_the_policy(scenario, country):
    if country not in countries_of(scenario):
        return
    for seed in range(12):
        case = generate_case(scenario, country, seed, ON)
        plan = facts_of(call(case.language, country, case), "usted", known=True)["plan"]
        first, rest, count = _read(plan, country)
        assert first + rest * (count - 1) == case.account.balance, plan
        assert first * 100 >= case.account.balance * case.policy.min_down_payment_pct, plan
        assert 1 < count <= case.policy.max_instalments, plan


def _read(plan: str, country: str) -> tuple[Decimal, Decimal, int]:
    style = load_country(country).money
    written = re.findall(r"\d[\d.,]*\d|\d", plan)
    amounts = [Decimal(w.replace(style.thousands, "").replace(style.decimal, ".")) for w in written]
    word = re.search(r"\b(uno|dos|tres|cuatro|one|two|three|four)\b", plan)[1]
    named = {"uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "one": 1, "two": 2, "three": 3, "four": 4}[word]
    return (amounts[0], amounts[-1], named + 1 if len(amounts) > 1 else named)


def test_the_hidden_budget_changes_no_fact():
    case = generate_case(next(s for s in list_scenarios() if s.id == "job_loss"), "MX", 7, ON)
    poor = Budget(
        income=Decimal(1), essentials=Decimal(0), priority_debts=Decimal(0), savings=Decimal(0), paydays=(ON,)
    )
    other = case.model_copy(update={"budget": poor, "facts": {}})
    facts = [facts_of(call("es", "MX", c), "usted", known=True) for c in (case, other)]
    assert facts[0] == facts[1]
    assert "balance" in facts[0]


def test_a_stretch_whose_facts_are_missing_falls_away_or_gives_way_to_its_second_part():
    wording = Wording("Gracias<, {name}>. <Son {balance}.//Lo reviso.> [Le|Te] llamo.")
    assert filled(wording, {}, {}, "usted") == "Gracias. Lo reviso. Le llamo."
    assert filled(wording, {"name": "Ana", "balance": "$5"}, {}, "tu") == "Gracias, Ana. Son $5. Te llamo."


def test_a_wording_that_cannot_do_without_a_fact_is_left_out_where_it_is_missing():
    assert not is_filled(Wording("Son {balance}."), {})
    assert fitting(situations("es")["anger"], "warm", "MX", {}) == ()
