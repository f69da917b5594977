"""Rubrics of this installation with their drafts, and what trainers taught the reader."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def _person(table: str, column: str) -> sa.Column[str]:
    key = sa.ForeignKey("profile.id", name=f"fk_{table}_{column}", ondelete="SET NULL")
    return sa.Column(column, sa.String(36), key, nullable=True)


def upgrade() -> None:
    op.create_table(
        "rubric_edition",
        sa.Column("rubric", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("content", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("based_on", sa.String(60), nullable=False),
        _person("rubric_edition", "author_id"),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("rubric", "version", name="pk_rubric_edition"),
    )
    op.create_table(
        "rubric_draft",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("based_on", sa.String(60), nullable=False),
        _person("rubric_draft", "author_id"),
        sa.Column("edits", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rubric_draft"),
    )
    op.create_table(
        "lexicon",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("phrases", sa.JSON(none_as_null=True), nullable=False),
        _person("lexicon", "author_id"),
        _person("lexicon", "second_id"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_lexicon"),
    )
    op.create_table(
        "lexicon_proposal",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("phrase", sa.JSON(none_as_null=True), nullable=False),
        _person("lexicon_proposal", "author_id"),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lexicon_proposal"),
    )
    op.create_index("ix_lexicon_proposal_created_at", "lexicon_proposal", ["created_at"])


def downgrade() -> None:
    for table in ("lexicon_proposal", "lexicon", "rubric_draft", "rubric_edition"):
        op.drop_table(table)
