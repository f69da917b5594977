"""Conditions of a scenario: a small, safe expression language. Parsed by hand, never ``eval``ed.

Grammar (bounded in length and depth)::

    or    := and ("or" and)*
    and   := not ("and" not)*
    not   := "not" not | test
    test  := value (("==" | "!=" | "<" | "<=" | ">" | ">=") value)?
    value := NUMBER | 'text' | true | false | NAME | FUNCTION(argument) | "(" or ")"

``NAMES`` and ``FUNCTIONS`` are the documented vocabulary; anything else is an error that suggests the nearest.
"""

import difflib
import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Protocol

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

Value = bool | int | float | str

NAMES: dict[str, str] = {
    "anger": "0 to 100, how angry the debtor is now",
    "trust": "0 to 100, how far the debtor trusts the agent",
    "commitment": "0 to 100, how far the debtor means to pay",
    "phase": "'open', 'talk' or 'closing'",
    "turn": "number of the agent's reply, from 1",
    "agreement": "true once an offer was accepted",
    "instalments": "number of payments of the agreement, 0 without one",
    "offers": "how many offers the agent has made",
    "refusals": "how many offers the debtor has refused",
    "proposes": "true while what the debtor proposed stands unanswered",
    "all_at_once": "true where what the debtor proposes pays all that is owed in one payment",
    "unclear": "how many times in a row the debtor did not understand",
    "silences": "how many times in a row the agent said nothing",
    "interrupted": "true where the debtor cut a long speech short in this turn",
    "contradicted": "true where the agent tells another balance than before",
    "unanswered": "true where the agent passed over what the debtor asked (a beat's ask)",
    "irritability": "0 to 100, how quickly this debtor flares up (the file's 0 to 1, in hundredths)",
    "contact": "which contact with this debtor it is, from 1",
    "promise": "'none', 'due', 'kept', 'part' or 'broken': what became of the promise of the contact before",
    "country": "two-letter code, as in 'MX'",
    "channel": "'call', 'whatsapp', 'email' or 'sms'",
    "days_past_due": "of the account",
    "event": "'' or what happened in place of words: 'hold', 'supervisor', 'end', 'wait', 'send_document'",
    "verified": "true once the agent asked whom they speak to",
}
FUNCTIONS: dict[str, str] = {
    "fact": "fact(id): the debtor has told it",
    "known": "known(id): the debtor had told it before this turn",
    "said": "said(act): the agent has done it in this call, this turn included; a review or dispute stands on",
    "does": "does(act): the agent does it in this turn",
    "beat": "beat(id): the debtor has said it",
}

WORDS: dict[str, tuple[str, ...]] = {
    "phase": ("open", "talk", "closing"),
    "country": ("MX", "CL", "AR", "CO", "PE", "ES", "US", "GB"),
    "channel": ("call", "whatsapp", "email", "sms"),
    "promise": ("none", "due", "kept", "part", "broken"),
    "event": ("", "hold", "supervisor", "end", "wait", "send_document"),
}
"""Names whose values are texts, with all there are."""

MAX_LENGTH, MAX_DEPTH = 500, 20
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([A-Za-z_]\w*)|(==|!=|<=|>=|<|>|\(|\)))")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


class Scope(Protocol):
    """What a condition is asked of."""

    def name(self, name: str) -> Value: ...
    def call(self, function: str, argument: str) -> bool: ...


Node = Callable[[Scope], Value]


class ExpressionError(ValueError):
    """A condition that cannot be read; the message says where and what would do."""


class _Parser:
    def __init__(self, text: str) -> None:
        if len(text) > MAX_LENGTH:
            raise ExpressionError(
                f"the condition is longer than {MAX_LENGTH} characters; split it over several entries"
            )
        self.tokens = list(_tokens(text))
        self.at = 0
        self.terms = 0
        self.used: set[tuple[str, str]] = set()

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at]

    def take(self) -> tuple[str, str]:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, kind: str, text: str) -> bool:
        if self.peek() == (kind, text):
            self.at += 1
            return True
        return False

    def whole(self) -> Node:
        node = self.either(0)
        if self.peek()[0] != "end":
            raise ExpressionError(f"{self.peek()[1]!r} was not expected here; join tests with 'and' or 'or'")
        return node

    def either(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise ExpressionError(f"nested deeper than {MAX_DEPTH} levels")
        nodes = [self.both(depth)]
        while self.accept("name", "or"):
            nodes.append(self.both(depth))
        return nodes[0] if len(nodes) == 1 else lambda scope: any(n(scope) for n in nodes)

    def both(self, depth: int) -> Node:
        nodes = [self.negated(depth)]
        while self.accept("name", "and"):
            nodes.append(self.negated(depth))
        return nodes[0] if len(nodes) == 1 else lambda scope: all(n(scope) for n in nodes)

    def negated(self, depth: int) -> Node:
        flips = 0
        while self.accept("name", "not"):
            flips += 1
        node = self.test(depth)
        return node if flips % 2 == 0 else lambda scope: not node(scope)

    def test(self, depth: int) -> Node:
        terms, start = self.terms, self.at
        left = self.value(depth)
        kind, sign = self.peek()
        if kind != "sign" or sign not in _COMPARE:
            return left
        self.take()
        right, compare = self.value(depth), _COMPARE[sign]
        self.terms = terms + 1
        _check_words(self.tokens[start : self.at])
        return lambda scope: _compared(compare, left(scope), right(scope))

    def value(self, depth: int) -> Node:
        kind, text = self.take()
        if kind == "number":
            number = float(text)
            return lambda scope: number
        if kind == "text":
            return lambda scope: text
        if (kind, text) == ("sign", "("):
            node = self.either(depth + 1)
            if not self.accept("sign", ")"):
                raise ExpressionError("a closing parenthesis is missing")
            return node
        if kind == "name":
            return self.named(text)
        raise ExpressionError("the condition stops too early" if kind == "end" else f"{text!r} was not expected here")

    def named(self, name: str) -> Node:
        if name in ("true", "false"):
            truth = name == "true"
            return lambda scope: truth
        if self.accept("sign", "("):
            return self.called(name)
        if name not in NAMES:
            raise ExpressionError(_unknown("name", name, NAMES))
        self.terms += 1
        self.used.add(("name", name))
        return lambda scope: scope.name(name)

    def called(self, function: str) -> Node:
        if function not in FUNCTIONS:
            raise ExpressionError(_unknown("function", function, FUNCTIONS))
        kind, argument = self.take()
        if kind not in ("name", "text") or not self.accept("sign", ")"):
            raise ExpressionError(f"write {function} with one plain name in parentheses, as in {FUNCTIONS[function]}")
        self.terms += 1
        self.used.add((function, argument))
        return lambda scope: scope.call(function, argument)


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise ExpressionError(f"{text[at:].strip()[:12]!r} cannot be read; texts stand in single quotes")
        number, quoted, name, sign = match.groups()
        found.append(
            ("number", number) if number is not None
            else ("text", quoted) if quoted is not None
            else ("name", name) if name is not None
            else ("sign", sign)
        )  # fmt: skip
        at = match.end()
    return [*found, ("end", "")]


def _check_words(test: list[tuple[str, str]]) -> None:
    """A name beside a text must be one whose values are texts, and the text one of them: no slip is a silent false."""
    words = dict(test)
    if len(test) != 3 or "name" not in words or "text" not in words or words["name"] in ("true", "false"):
        return
    name, text = words["name"], words["text"]
    if name not in WORDS:
        raise ExpressionError(f"{name} is compared with the text {text!r}; write a number, or true or false")
    if text not in WORDS[name]:
        raise ExpressionError(_unknown(f"value of {name}", text, dict.fromkeys(WORDS[name], "")))


def _unknown(what: str, name: str, known: Mapping[str, str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"unknown {what} {name!r}" + (f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known)}")


def _compared(compare: Callable[[Any, Any], bool], left: Value, right: Value) -> bool:
    if isinstance(left, str) != isinstance(right, str):
        return compare is operator.ne
    return compare(left, right)


class Condition:
    """A parsed condition. Equal where the text is equal; ``terms`` counts its tests (0 for ``true``)."""

    __slots__ = ("_node", "terms", "text", "used")

    def __init__(self, text: str) -> None:
        parser = _Parser(text)
        self.text = text.strip()
        self._node = parser.whole()
        self.terms = max(parser.terms, 0)
        self.used = frozenset(parser.used)

    def holds(self, scope: Scope) -> bool:
        """Whether the condition is true of the scope."""
        return bool(self._node(scope))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Condition) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Condition({self.text!r})"

    def __reduce__(self) -> tuple[type["Condition"], tuple[str]]:
        return Condition, (self.text,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from_text = core_schema.no_info_plain_validator_function(cls._validated)
        return core_schema.json_or_python_schema(
            json_schema=core_schema.chain_schema([core_schema.str_schema(), from_text]),
            python_schema=from_text,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda c: c.text),
        )

    @classmethod
    def _validated(cls, value: object) -> "Condition":
        if isinstance(value, Condition):
            return value
        if isinstance(value, bool):
            return cls(str(value).lower())
        if not isinstance(value, str):
            raise ValueError("a condition is a text, as in 'trust >= 30'")
        return _parsed(value)


@lru_cache(maxsize=4_096)
def _parsed(text: str) -> Condition:
    """Conditions repeat themselves from scenario to scenario."""
    return Condition(text)
