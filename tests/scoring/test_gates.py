from datetime import date

from scoring.rubrics import load_rubric
from scoring.scoring import score
from scoring.transcript import CallRecord, Transcript, Turn


def card(agent, debtor="No voy a pagar.", language="es"):
    turns = (Turn(number=1, who="debtor", text=debtor), Turn(number=2, who="agent", text=agent))
    country = "MX" if language == "es" else "US"
    call = CallRecord(language=language, country=country, on=date(2026, 11, 23), transcript=Transcript(turns=turns))
    return score(call, load_rubric())


def test_a_threat_asks_for_a_person_or_fails_and_never_passes():
    judged = card("Lo vamos a meter a la cárcel y todos sus vecinos se van a enterar de que debe.")
    assert "threat" in {g.id for g in judged.gates}
    assert judged.result in {"review", "failed"}


def test_a_gate_stands_beside_the_points_and_takes_none():
    judged = card("Usted es un ratero.")
    assert {g.id for g in judged.gates} == {"insult"}
    assert judged.total is not None


def test_a_negated_threat_is_no_breach():
    assert card("Nadie lo va a meter a la cárcel por esto; quédese tranquilo.").gates == ()


def test_a_quoted_insult_is_no_breach():
    assert card('Que le dijeran "usted es un ratero" estuvo mal y le ofrezco una disculpa.').gates == ()


def test_a_veiled_threat_is_at_most_a_possible_breach():
    judged = card("People at your work might start to wonder about you.", "I won't pay.", "en")
    assert [(g.id, g.status) for g in judged.gates] == [("threat", "possible_breach")]
    assert judged.result == "review"


def test_a_gate_that_the_rubric_does_not_name_is_not_raised():
    rubric = load_rubric().model_copy(update={"gates": ()})
    turns = (Turn(number=1, who="agent", text="Usted es un ratero."),)
    call = CallRecord(language="es", country="MX", on=date(2026, 11, 23), transcript=Transcript(turns=turns))
    assert score(call, rubric).gates == ()


def test_the_evidence_of_a_gate_is_in_the_turn():
    text = "Buenas tardes. Usted es un ratero."
    gate = card(text).gates[0]
    assert text[gate.evidence.start : gate.evidence.end] == gate.evidence.quote


def told_before_asking(*texts):
    turns = tuple(Turn(number=n, who="debtor" if n % 2 else "agent", text=text) for n, text in enumerate(texts, 1))
    call = CallRecord(language="es", country="MX", on=date(2026, 11, 23), transcript=Transcript(turns=turns))
    return [g.id for g in score(call, load_rubric()).gates]


def test_telling_the_debt_before_asking_who_is_there_is_for_a_person_to_judge():
    assert told_before_asking("¿Bueno?", "Buenas tardes. Tiene un saldo vencido de $4,500 desde el 3 de octubre.") == [
        "disclosure_before_verification"
    ]


def test_telling_the_debt_after_asking_who_is_there_is_no_breach():
    assert told_before_asking("¿Bueno?", "¿Hablo con la señora Rojas?", "Sí.", "Su saldo vencido es de $4,500.") == []


def test_a_debtor_who_speaks_of_the_debt_first_has_not_been_told_it():
    assert told_before_asking("¿Otra vez por mi deuda?", "Sí, su saldo vencido es de $4,500.") == []
