"""The trainer's guide says everything there is, and nothing that there is not."""

import re

import pytest

from scenarios.acts import DialogueAct
from scenarios.expressions import FUNCTIONS, NAMES
from scenarios.lint import RULES, lint_text
from scenarios.reference import GUIDE, lists, meanings, models, moments, written
from scenarios.text import DRAWN, KNOWN, OF_THE_TALK

TEXT = GUIDE.read_text(encoding="utf-8")
REWRITE = "say it in scenarios/reference.yaml, then run: python -m scenarios.reference"


def test_the_guide_is_up_to_date() -> None:
    assert written(TEXT) == TEXT, REWRITE


def test_every_list_stands_in_the_guide_once() -> None:
    assert sorted(re.findall(r"<!-- list: (\w+) -->", TEXT)) == sorted(lists())


@pytest.mark.parametrize("model", models())
def test_every_key_is_explained_where_its_block_is(model: str) -> None:
    here = lists()[model.removesuffix("Spec")]
    assert all(f"`{key}`" in here for key in models()[model]["properties"])


@pytest.mark.parametrize(
    "names",
    [NAMES, FUNCTIONS, moments(), [a.value for a in DialogueAct], [f"{{{n}}}" for n in KNOWN], [r.id for r in RULES]],
    ids=["names", "functions", "moments", "acts", "placeholders", "rules"],
)
def test_every_word_that_a_file_may_use_stands_in_the_guide(names: list[str]) -> None:
    assert [name for name in names if f"| `{name}` |" not in TEXT] == [], REWRITE


def test_nothing_is_explained_that_is_gone() -> None:
    keys = {(m, k) for m, block in models().items() for k, given in block["properties"].items()
            if "description" not in given}  # fmt: skip
    assert {(m, k) for m, said in meanings()["keys"].items() for k in said} == keys
    assert set(meanings()["moments"]) == set(moments())
    assert set(meanings()["acts"]) == {act.value for act in DialogueAct}
    assert set(meanings()["placeholders"]) == KNOWN - DRAWN.keys() - OF_THE_TALK.keys()


def test_every_link_within_the_guide_leads_somewhere() -> None:
    headings = {h.strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", TEXT, re.M)}
    assert set(re.findall(r"\(#([\w-]+)\)", TEXT)) <= headings


def test_the_guides_own_scenario_is_sound() -> None:
    scenario, playthrough, later = re.findall(r"```yaml\n(.*?)```", TEXT, re.S)
    assert {p.rule for p in lint_text(scenario)} == {"playthrough_missing"}
    assert {p.rule for p in lint_text(scenario + playthrough + later)} == {"playthrough_kinds"}


def test_a_list_that_there_is_not_is_said() -> None:
    with pytest.raises(KeyError, match="wishes"):
        written("<!-- list: wishes -->\n<!-- end -->")
