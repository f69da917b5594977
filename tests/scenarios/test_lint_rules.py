import json
import re
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.expressions import Condition
from scenarios.lint import catalogue, lint, lint_text
from scenarios.lint.holds import Patience, can_hold, implies
from scenarios.packs import PACKS
from scenarios.source import read_nodes


def replaced(whole: str, fragment: str) -> str:
    """The whole file with the fragment's keys in place of its own."""
    content = read_nodes(whole, "whole").plain() | read_nodes(fragment, "fragment").plain()
    return json.dumps(content, ensure_ascii=False)


def said_by(rule: str, text: str, packs: Path = PACKS) -> list[str]:
    return [f"{p.field}: {p.message}" for p in lint_text(text, packs=packs) if p.rule == rule]


def beat(also: dict[str, object] | None = None, **keys: object) -> str:
    """A fragment with one beat in both languages, and other keys of the scenario."""
    return json.dumps({"beats": [{"id": "one", "say": {"es": "Sí.", "en": "Yes."}} | keys], **(also or {})})


def ending(name: str, when: str) -> dict[str, object]:
    return {"id": name, "when": when, "disposition": "plan", "say": {"es": "Adiós.", "en": "Bye."}}


CHILE = {"countries": ["CL"], "playthroughs": []}
WOMAN = {"debtor": {"anger": 5, "trust": 5, "commitment": 5, "gender": "female"}}


@pytest.mark.parametrize(
    ("rule", "fragment", "expected"),
    [
        ("unreachable_beat", beat(when="country == 'AR'"), True),
        ("unreachable_beat", beat(when="country == 'CL'"), False),
        ("unreachable_beat", beat(when="channel == 'whatsapp'"), True),
        ("unreachable_beat", beat({"channel": "whatsapp"}, when="channel == 'whatsapp'"), False),
        ("unreachable_beat", beat(on="opening", when="agreement"), True),
        ("unreachable_beat", beat(on="opening", when="does(greet)"), True),
        ("unreachable_beat", beat(on="opening", when="anger > 50"), False),
        ("unreachable_beat", beat(on="hold", acts_any=["greet"]), True),
        ("unreachable_beat", beat(on="hold", when="beat(one)"), True),
        ("unreachable_beat", beat(on="hold", when="anger > 3 or beat(one)"), False),
        ("unreachable_beat", beat(on="accept", when="not agreement"), True),
        ("unreachable_beat", beat(when="anger < 0"), False),  # never_holds says it already
        ("unreachable_ending", json.dumps({"endings": [ending("a", "country == 'GB'")]}), True),
        ("unreachable_ending", json.dumps({"endings": [ending("a", "anger > 9"), ending("b", "anger > 5")]}), False),
        ("unreachable_ending", json.dumps({"endings": [ending("a", "anger > 5"), ending("b", "anger > 9")]}), True),
        ("localism_out_of_place", beat(say={"es": "No hay plata.", "en": "No."}), True),
        ("localism_out_of_place", beat(CHILE, say={"es": "No hay plata.", "en": "No."}), False),
        ("localism_out_of_place", beat(say={"es": "No hay.", "es-CL": "Ando sin pega.", "en": "No."}), False),
        ("localism_out_of_place", beat(say={"es": "No hay.", "es-ES": "Ando sin pega.", "en": "No."}), True),
        ("localism_out_of_place", beat(say={"es": "No.", "en": "I am skint."}), True),
        ("localism_out_of_place", beat(say={"es": "Es un móvil, la plataforma.", "en": "No."}), True),
        ("localism_out_of_place", beat(say={"es": "La plataforma no anda.", "en": "No."}), False),
        ("register_mismatch", beat(say={"es": ["Oiga.", "Contigo no hablo."], "en": "No."}), True),
        ("register_mismatch", beat(say={"es": "Oiga, me dijo: «tú pagas».", "en": "No."}), False),
        ("register_mismatch", beat(say={"es": "Tenéis que oírme.", "en": "No."}), True),
        ("register_mismatch", beat(say={"es": "Óigame.", "es-ES": "Tenéis que oírme.", "en": "No."}), False),
        ("gender_fixed", beat(say={"es": "Estoy sola.", "en": "No."}), True),
        ("gender_fixed", beat(say={"es": "Estoy sol{debtor:o|a}.", "en": "No."}), False),
        ("gender_fixed", beat(say={"es": "Estoy pagado hasta marzo.", "en": "No."}), True),
        ("gender_fixed", beat(say={"es": "Quedé de llamar al banco.", "en": "No."}), False),
        ("gender_fixed", beat(WOMAN, say={"es": "Estoy sola.", "en": "No."}), False),
        ("text_too_long", beat(say={"es": "Ya " * 80, "en": "No."}), True),
        ("text_too_long", beat(say={"es": "{facts.earlier_payment_date} " * 12, "en": "No."}), False),
        ("figure_in_text", beat(say={"es": "Le di 500 pesos.", "en": "No."}), True),
        ("figure_in_text", beat(say={"es": "Fue el 3 de mayo.", "en": "No."}), True),
        ("figure_in_text", beat(say={"es": "Es la factura 4471 y llamé 3 veces.", "en": "No."}), False),
        ("stale_translation", beat(say={"es": "No way, not like that.", "en": "No way, not like that."}), True),
        ("stale_translation", beat(say={"es": "OK.", "en": "OK."}), False),
        ("stale_translation", beat(say={"es": ["Sí.", "Va.", "Bueno.", "Ya."], "en": "Yes."}), True),
        ("stale_translation", 'goals: {"es": ["Oír", "Pactar"], "en": ["Listen"]}', True),
        ("orphan_translation", 'title: {"es": "Sin turno"}\ncountries: ["MX"]\nplaythroughs: []', True),
        ("orphan_translation", 'title: {"es": "A", "en": "B"}', False),
        ("orphan_translation", json.dumps(CHILE), True),  # nobody speaks English there
        ("orphan_translation", json.dumps({"countries": ["US"], "playthroughs": []}), False),
        ("unknown_reference", "creditor: nobody_at_all", True),
        ("unknown_reference", "creditor: bank", False),
        ("unknown_reference", "debtor: {anger: 20, trust: 20, commitment: 20, names: {es: martian}}", True),
        ("unknown_reference", "debtor: {anger: 20, trust: 20, commitment: 20, names: {es: haitian}}", False),
        ("agrees_at_once", 'debtor: {"anger": 5, "trust": 5, "commitment": 60}\ndifficulty: 1', False),
        ("agrees_at_once", 'debtor: {"anger": 5, "trust": 5, "commitment": 60}', True),
        ("rule_moves_nothing", "rules: []", False),
        ("fact_leaks", beat(say={"es": "{facts.employer} cerró.", "en": "Closed."}), True),
        ("fact_leaks", beat(when="fact(can_pay_on_payday)", say={"es": "{facts.employer} cerró.", "en": "No."}), False),
        ("fact_leaks", beat(when="not fact(lost_job)", say={"es": "{facts.employer} cerró.", "en": "Closed."}), True),
        ("fact_leaks", beat(say={"es": "Algo podría el {budget.next_payday}.", "en": "Perhaps."}), True),
        ("fact_leaks", 'briefing: {"es": "Salió de {facts.employer}.", "en": "Left."}', True),
        ("title_repeated", 'id: job_loss', False),
    ],
)  # fmt: skip
def test_a_newer_rule_tells_near_from_wrong(tiny_text: str, rule: str, fragment: str, expected: bool) -> None:
    assert bool(said_by(rule, replaced(tiny_text, fragment))) is expected


def test_a_share_above_the_whole_income_is_an_error(tiny_text: str) -> None:
    wrong = "budget: {income: {times_minimum_wage: [1, 1]}, essentials_share: [50, 60]}"
    found = [p for p in lint_text(replaced(tiny_text, wrong)) if p.rule == "implausible_budget"]
    assert [(p.severity, p.field) for p in found] == [("error", "budget.essentials_share")]


@pytest.mark.parametrize(
    ("name", "country", "turns", "expected"),
    [
        ("good", "MX", ["¿Hablo con Ana?", "Deposite a mi nombre."], "which the creditor forbids"),
        ("good", "MX", ["¿Hablo con Ana?", "Deposite a nombre del banco."], ""),
        ("good_mx", "MX", ["Tiene un saldo vencido."], "tells the debt before"),
        ("good", "CO", ["¿Hablo con Ana?", "¿Qué le pasó que no pagó?"], "asks why, which CO does not allow"),
        ("good", "MX", ["¿Hablo con Ana?", "¿Qué le pasó que no pagó?"], ""),
        ("bad", "CO", ["Tiene un saldo vencido, ¿qué le pasó?"], ""),
    ],
)  # fmt: skip
def test_only_a_good_call_must_be_a_model(
    tiny_text: str, name: str, country: str, turns: list[str], expected: str
) -> None:
    call = {"name": name, "language": "es", "country": country, "seed": 1, "on": "2026-11-23", "ending": "plan"}
    played = call | {"turns": [{"say": say} for say in turns]}
    text = replaced(tiny_text, json.dumps({"countries": [country], "playthroughs": [played]}))
    found = said_by("prohibited_in_model_answer", text)
    assert any(expected in message for message in found) if expected else found == []


def test_a_good_call_expects_no_offence(tiny_text: str) -> None:
    turn = '{say: "O paga o verá.", expect: {acts: [threaten]}}'
    call = f"{{name: good, language: es, country: MX, seed: 1, on: 2026-11-23, turns: [{turn}], ending: plan}}"
    assert said_by("prohibited_in_model_answer", replaced(tiny_text, f"playthroughs: [{call}]"))


def test_texts_that_nobody_hears_are_told_once_for_each_key(tiny_text: str) -> None:
    beats = [{"id": i, "on": "hold", "when": f"anger > {n}", "say": {"es": "Sí.", "es-AR": "Dale.", "en": "Yes."}}
             for n, i in enumerate(("one", "two", "three"))]  # fmt: skip
    (found,) = said_by("orphan_translation", replaced(tiny_text, json.dumps({"beats": beats})))
    assert found == "beats[one].say.es-AR: 3 texts in 'es-AR', which no call speaks"


PACK = """
beats:
  - id: on_hold
    on: hold
    say: {es: "Espero.", en: "I'll hold."}
  - id: in_argentina
    when: "country == 'AR' or channel == 'sms'"
    say:
      es: ["Sí.", "¿Vos quién sos?"]
      es-AR: "¿Y vos?"
      en: "You?"
endings:
  - {id: gone, when: "anger >= 95", immediate: true, disposition: hung_up, say: {es: "Adiós.", en: "Bye."}}
"""


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "own.yaml").write_text(PACK, encoding="utf-8")
    return folder


def test_a_pack_is_checked_by_itself_with_its_own_lines_and_fields(packs: Path) -> None:
    (found,) = lint(packs / "own.yaml")
    assert (found.file, found.line, found.field) == ("packs/own.yaml", 9, "beats[in_argentina].say.es[2]")
    assert found.rule == "voseo_outside_ar"


def test_a_pack_that_cannot_be_read_is_said_in_its_own_file(packs: Path) -> None:
    (packs / "odd.yaml").write_text("beets: []\n", encoding="utf-8")
    (found,) = lint(packs / "odd.yaml")
    assert (found.file, found.line, found.rule) == ("packs/odd.yaml", 1, "format")
    (packs / "lost.yaml").write_text('rules:\n  - {id: a, when: "fact(b)", do: {anger: 1}}\n', encoding="utf-8")
    (found,) = lint(packs / "lost.yaml")
    assert (found.line, found.rule) == (2, "unknown_reference")


def test_what_a_pack_says_for_other_countries_is_no_fault_of_who_includes_it(tiny_text: str, packs: Path) -> None:
    text = replaced(tiny_text, "include: [own]")
    for rule in ("unreachable_beat", "orphan_translation", "unused_pack"):
        assert said_by(rule, text, packs) == []


def test_a_pack_of_which_nothing_is_left_is_unused(tiny_text: str, packs: Path) -> None:
    (packs / "others.yaml").write_text("include: [own]\n", encoding="utf-8")
    (packs / "texting.yaml").write_text(
        "beats:\n  - {id: a, when: \"channel == 'sms'\", say: {es: A, en: A}}\n", encoding="utf-8"
    )
    (found,) = said_by("unused_pack", replaced(tiny_text, "include: [others, texting]"), packs)
    assert found.startswith("include[2]: nothing of 'texting' is used")


def test_the_shipped_packs_have_nothing_to_mend() -> None:
    assert [str(p) for path in sorted(PACKS.glob("*.yaml")) for p in lint(path)] == []


@given(st.sampled_from(["anger > 5", "trust < 9 and agreement", "anger > 5 or trust < 9", "phase == 'talk'"]),
       st.sampled_from(["anger > 3", "agreement", "anger > 5 or trust < 9", "phase != 'open'", "true"]))  # fmt: skip
def test_what_follows_from_a_condition_cannot_fail_where_it_holds(narrow: str, wide: str) -> None:
    if implies(Condition(narrow), Condition(wide)):
        assert not can_hold(Condition(f"({narrow}) and not ({wide})"))


def test_a_condition_follows_from_one_that_asks_more() -> None:
    assert implies(Condition("agreement and instalments > 1"), Condition("agreement"))
    assert not implies(Condition("agreement"), Condition("agreement and instalments > 1"))


BROKEN = st.sampled_from([None, [], {}, "", "x", -1, 0.5, True, ["x"], {"es": "x"}, {"id": "x"}, [{"id": "x"}], 10**9])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_stands_in_a_file_is_answered_with_problems(tiny_text: str, data: st.DataObject) -> None:
    content = read_nodes(tiny_text, "tiny").plain()
    for _ in range(data.draw(st.integers(1, 3))):
        place = content
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = data.draw(st.sampled_from(keys))
            if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
                break
            place = place[key]
        place[key] = deepcopy(data.draw(BROKEN))
    assert all(problem.rule for problem in lint_text(json.dumps(content)))


def test_a_check_out_of_patience_accuses_nobody() -> None:
    never = Condition("anger > 70 and anger < 60")
    assert not Patience().can_hold(never)
    assert Patience(states=3).can_hold(never)
    assert not Patience(states=3).implies(Condition("agreement and turn > 2"), Condition("agreement"))


def test_every_rule_asks_with_patience() -> None:
    rooms = [room for room in Path(catalogue.__file__).parent.glob("*.py") if room.stem != "holds"]
    impatient = re.compile(r"(?<![.\w])(can_hold|implies)\(")
    assert [room.name for room in rooms if impatient.search(room.read_text(encoding="utf-8"))] == []
