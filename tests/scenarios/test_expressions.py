import copy
import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.expressions import FUNCTIONS, MAX_LENGTH, NAMES, Condition, ExpressionError, Value

STATE: dict[str, Value] = {
    "anger": 72, "trust": 30, "commitment": 10, "phase": "open", "turn": 2, "agreement": False, "instalments": 0,
    "offers": 1, "refusals": 0, "unclear": 0, "country": "MX", "channel": "call", "days_past_due": 40, "event": "",
    "verified": True,
}  # fmt: skip


class Talk:
    def __init__(self, values: Mapping[str, Value] = STATE, true: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.values, self.true = values, true

    def name(self, name: str) -> Value:
        return self.values[name]

    def call(self, function: str, argument: str) -> bool:
        return (function, argument) in self.true


TALK = Talk(true=frozenset({("fact", "lost_job"), ("said", "apologise")}))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("true", True),
        ("false", False),
        ("anger > 70 and phase == 'open'", True),
        ("anger > 70 and phase == 'talk'", False),
        ("anger > 90 or trust >= 30", True),
        ("not agreement", True),
        ("not not agreement", False),
        ("not anger > 70", False),
        ("false and false or true", True),
        ("false and (false or true)", False),
        ("fact(lost_job) and not fact(ill)", True),
        ("said('apologise')", True),
        ("commitment < trust", True),
        ("agreement == false", True),
        ("country != 'CO'", True),
        ("trust >= 29.5", True),
    ],
)
def test_a_condition_holds_as_it_reads(text: str, holds: bool) -> None:
    assert Condition(text).holds(TALK) is holds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("angr > 3", "did you mean 'anger'"),
        ("facts(lost_job)", "did you mean 'fact'"),
        ("phase == 'opne'", "did you mean 'open'"),
        ("anger == 'high'", "anger is compared with the text 'high'"),
        ("anger >", "stops too early"),
        ("", "stops too early"),
        ("(anger > 3", "closing parenthesis"),
        ("anger > 3 trust > 2", "was not expected here"),
        ("anger > 3; trust", "cannot be read"),
        ("fact(lost_job", "plain name in parentheses"),
        ("fact()", "plain name in parentheses"),
        ("and", "unknown name"),
        ("anger & 3", "cannot be read"),
    ],
)
def test_a_wrong_condition_says_what_would_do(text: str, said: str) -> None:
    with pytest.raises(ExpressionError, match=said.replace("(", r"\(")):
        Condition(text)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')", "anger.__class__", "[x for x in (1,)]", "lambda: 1", "open('/etc/passwd')",
        "exec('1')", "fact(lost_job).x", "anger ** 9999999", "'a' * 999999999", "f'{anger}'", "anger if trust else 1",
    ],
)  # fmt: skip
def test_code_is_no_condition(text: str) -> None:
    with pytest.raises(ExpressionError):
        Condition(text)


@given(st.text(max_size=MAX_LENGTH * 2))
def test_any_text_is_a_condition_or_a_said_error(text: str) -> None:
    try:
        Condition(text).holds(TALK)
    except ExpressionError as error:
        assert str(error)


PIECES = [
    *NAMES,
    *(f"{f}(lost_job)" for f in FUNCTIONS),
    "and",
    "or",
    "not",
    "(",
    ")",
    "<",
    "==",
    "3",
    "'open'",
    "true",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_any_row_of_words_is_a_condition_or_a_said_error(text: str) -> None:
    try:
        condition = Condition(text)
    except ExpressionError as error:
        assert str(error)
    else:
        assert condition.terms >= 0


@pytest.mark.parametrize("text", ["(" * 400, "not " * 120 + "agreement", "(" * 15 + "agreement" + ")" * 15])
def test_deep_nesting_is_read_or_refused_in_words(text: str) -> None:
    try:
        Condition(text)
    except ExpressionError as error:
        assert "nested deeper" in str(error)


def test_a_long_condition_is_refused() -> None:
    with pytest.raises(ExpressionError, match="longer than"):
        Condition("anger > 1 and " * 60 + "true")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("true", 0), ("anger > 3", 1), ("(anger > 3)", 1), ("agreement", 1), ("agreement == true", 1),
        ("anger > 3 and trust < 2", 2), ("anger > 3 and (trust < 2 or not fact(lost_job))", 3), ("anger > trust", 1),
    ],
)  # fmt: skip
def test_terms_count_tests_and_parentheses_weigh_nothing(text: str, terms: int) -> None:
    assert Condition(text).terms == terms


def test_a_condition_says_what_it_asks_of() -> None:
    assert Condition("fact(lost_job) and anger > 2").used == {("fact", "lost_job"), ("name", "anger")}


def test_conditions_are_values() -> None:
    one = Condition("anger > 3 ")
    assert one == Condition("anger > 3")
    assert one != Condition("anger > 4")
    for copied in (copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert copied == one
        assert copied.holds(TALK) == one.holds(TALK)
