"""A file of replies: what a trainee would type, for playing a call without a person."""

import datetime
from pathlib import Path

from pydantic import Field, ValidationError, field_validator, model_validator

from scenarios.complaints import problems_of
from scenarios.problem import Problem, ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Frozen
from scoring.transcript import FollowUp
from simulator import typed
from simulator.state import Event, Said


class Reply(Frozen):
    """One thing the agent does: words, or an event in their place."""

    say: str = ""
    event: Event = ""

    @model_validator(mode="before")
    @classmethod
    def _words_alone(cls, value: object) -> object:
        return {"say": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _can_be_said(self) -> "Reply":
        try:
            typed.reply(self.said)
        except typed.NothingSaid:
            raise ValueError("nothing is said here; write words, or {event: wait} for silence") from None
        except typed.ReplyTooLong:
            raise ValueError(
                f"holds {len(self.say):,} characters; {typed.MAX_REPLY:,} fit: shorten or split it"
            ) from None
        return self

    @property
    def said(self) -> Said:
        """As the conversation takes it."""
        return Said(text=self.say, event=self.event)


class Replies(Frozen):
    """The whole file: the day, the call plan (fields, or one text), the replies in order and the follow-up."""

    on: datetime.date | None = None
    plan: dict[str, str] = Field(default_factory=dict)
    replies: tuple[Reply, ...] = Field(min_length=1)
    follow_up: FollowUp | None = None

    @field_validator("plan", mode="before")
    @classmethod
    def _one_text(cls, value: object) -> object:
        return {"goal": value} if isinstance(value, str) else value


def load_replies(path: Path) -> Replies:
    """The replies of a YAML file. Raises ``ScenarioError`` naming file, line, field and remedy."""
    if not path.is_file():
        raise ScenarioError([Problem(str(path), 1, "", "there is no such file", "Check the path of --replies")])
    root = read_nodes(read_text(path), path.name)
    try:
        return Replies.model_validate(root.plain())
    except ValidationError as error:
        raise ScenarioError(problems_of(error, root, Replies)) from None
