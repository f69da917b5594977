"""Gates and promises apart, to be counted without opening a scorecard; notes of coaches; covering indexes."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

AT_ONCE = 200
COVERING = {
    "ix_attempt_desk": ("attempt", ["owner_id", "mode", "closed_at", "difficulty", "country", "forked_from", "id"]),
    "ix_scorecard_desk": (
        "scorecard",
        ["attempt_id", "current", "effective_result", "rubric", "rubric_version", "effective_total", "id"],
    ),
    "ix_mark_desk": ("mark", ["scorecard_id", "criterion", "effective_level", "level"]),
}


def upgrade() -> None:
    gate = op.create_table(
        "card_gate",
        sa.Column("scorecard_id", sa.String(36), nullable=False),
        sa.Column("gate", sa.String(60), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("effective", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["scorecard_id"], ["scorecard.id"], "fk_card_gate_scorecard_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("scorecard_id", "gate", name="pk_card_gate"),
    )
    op.create_index("ix_card_gate_gate_effective_scorecard_id", "card_gate", ["gate", "effective", "scorecard_id"])
    promise = op.create_table(
        "promise",
        sa.Column("attempt_id", sa.String(36), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("due", "kept", "late", "part", "broken")),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], "fk_promise_attempt_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_promise"),
    )
    op.create_table(
        "coaching_note",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("profile_id", sa.String(36), nullable=False),
        sa.Column("author_id", sa.String(36), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["profile_id"], ["profile.id"], "fk_coaching_note_profile_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["author_id"], ["profile.id"], "fk_coaching_note_author_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_coaching_note"),
    )
    op.create_index("ix_coaching_note_profile_id_created_at", "coaching_note", ["profile_id", "created_at"])
    for name, (table, columns) in COVERING.items():
        op.create_index(name, table, columns)
    for rows in _read("SELECT id, content FROM scorecard WHERE id > :after AND result IN ('failed', 'review')"):
        _add(gate, [one for key, content in rows for one in _gates(key, content)])
    for rows in _read("SELECT id, aftermath FROM attempt WHERE id > :after AND aftermath IS NOT NULL"):
        _add(promise, [one for key, told in rows for one in _promise(key, told)])


def downgrade() -> None:
    for name, (table, _) in COVERING.items():
        op.drop_index(name, table)
    for table in ("coaching_note", "promise", "card_gate"):
        op.drop_table(table)


def _read(question: str) -> Iterator[list[tuple[str, Any]]]:
    """The rows in portions, each key with its JSON; an engine gives JSON as a text or read."""
    after, ordered = "", sa.text(f"{question} ORDER BY id LIMIT {AT_ONCE}")
    while rows := op.get_bind().execute(ordered, {"after": after}).all():
        yield [(key, json.loads(value) if isinstance(value, str) else value) for key, value in rows]
        after = rows[-1][0]


def _add(table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        op.bulk_insert(table, rows)


def _gates(scorecard_id: str, content: dict[str, Any]) -> list[dict[str, Any]]:
    found = {one["id"]: (n, one["status"]) for n, one in reversed(list(enumerate(content.get("gates", []))))}
    return [
        {"scorecard_id": scorecard_id, "gate": gate, "place": place, "status": status, "effective": status}
        for gate, (place, status) in found.items()
    ]


def _promise(attempt_id: str, told: dict[str, Any] | None) -> list[dict[str, Any]]:
    counts = Counter(one["outcome"] for one in (told or {}).get("instalments", []))
    each = {name: counts[name] for name in ("kept", "late", "part", "broken")}
    return [{"attempt_id": attempt_id, "due": sum(each.values()), **each}] if counts else []
