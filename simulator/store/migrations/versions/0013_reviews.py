"""What persons decide about scorecards, the answers read, the gates of scorecards apart, and ways to list them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None

CARDS = sa.table("scorecard", sa.column("id", sa.String), sa.column("content", sa.JSON))
GATES = ("scorecard_id", "gate", "place", "status", "effective")
AT_A_TIME = 500
INDEXES = (
    ("attempt", ("mode", "closed_at", "id", "owner_id", "scenario_id")),
    ("scorecard", ("attempt_id", "current", "effective_result", "id")),
    ("scorecard", ("current", "effective_result", "attempt_id", "id")),
    ("mark", ("criterion", "effective_level", "scorecard_id")),
)
"""They hold all that the list looks at, so that a page of it opens no call that it does not show."""


def upgrade() -> None:
    _review()
    op.create_table(
        "answer_read",
        sa.Column("review_id", sa.String(36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_answer_read_review_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("review_id", name="pk_answer_read"),
    )
    op.create_table(
        "card_gate",
        sa.Column("scorecard_id", sa.String(36), nullable=False),
        sa.Column("gate", sa.String(60), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("effective", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(
            ["scorecard_id"], ["scorecard.id"], name="fk_card_gate_scorecard_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("scorecard_id", "gate", name="pk_card_gate"),
    )
    op.create_index("ix_card_gate_gate_effective_scorecard_id", "card_gate", ["gate", "effective", "scorecard_id"])
    _fill_gates()
    for table, columns in INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def downgrade() -> None:
    for table, columns in INDEXES:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    for table in ("card_gate", "answer_read", "review"):
        op.drop_table(table)


def _review() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("attempt_id", sa.String(36), nullable=False),
        sa.Column("scorecard_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("about", sa.String(60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("machine", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_id", sa.String(36), nullable=True),
        sa.Column("contest_id", sa.String(36), nullable=True),
        sa.Column("upheld", sa.Boolean(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('criterion', 'gate')", name="ck_review_kind"),
        sa.CheckConstraint("verdict IN ('agree', 'override', 'breach', 'no_breach')", name="ck_review_verdict"),
        sa.CheckConstraint("level BETWEEN 0 AND 4", name="ck_review_level"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_review_attempt_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["scorecard_id"], ["scorecard.id"], name="fk_review_scorecard_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["profile.id"], name="fk_review_by_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["contest_id"], ["contest.id"], name="fk_review_contest_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
        sa.UniqueConstraint("attempt_id", "kind", "about", "number", name="uq_review_attempt_id_kind_about_number"),
    )
    for column in ("scorecard_id", "contest_id", "by_id", "created_at"):
        op.create_index(f"ix_review_{column}", "review", [column])


def _fill_gates() -> None:
    """The gates of the scorecards that stand, out of their content; nobody has decided about them yet."""
    bind, last = op.get_bind(), ""
    table = sa.table("card_gate", *(sa.column(name) for name in GATES))
    while True:
        some = sa.select(CARDS.c.id, CARDS.c.content["gates"]).where(CARDS.c.id > last)
        rows = bind.execute(some.order_by(CARDS.c.id).limit(AT_A_TIME)).all()
        if not rows:
            return
        last = rows[-1][0]
        found = [one for card, gates in rows for one in _of(card, gates or [])]
        if found:
            bind.execute(table.insert(), found)


def _of(card: str, gates: list[dict[str, Any]]) -> list[dict[str, Any]]:
    once = {gate["id"]: gate["status"] for gate in reversed(gates)}
    return [
        dict(zip(GATES, (card, gate, place, status, status), strict=True))
        for place, (gate, status) in enumerate(reversed(once.items()))
    ]
