"""Files, plans, numbers."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade() -> None:
    """Make the tables."""
    _blobs()
    _uploads()
    _plans()
    _plan_versions()
    _papers()
    _numbers()


def _blobs() -> None:
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _uploads() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sha256", sa.String, sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("told", sa.JSON, nullable=False),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("users.id")),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("year", sa.Integer, nullable=False, unique=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint("state IN ('du_thao', 'da_ban_hanh')", name="planstate"),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )


def _plan_versions() -> None:
    op.create_table(
        "plan_versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.UniqueConstraint("plan_id", "version"),
    )


def _papers() -> None:
    op.create_table(
        "papers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("sha256", sa.String, sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("subject", "content", "name"),
    )


def _numbers() -> None:
    op.create_table(
        "numbers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.CheckConstraint("kind IN ('KH', 'BC', 'CV')", name="paperkind"),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("register", sa.String(40), nullable=False),
        sa.CheckConstraint("register IN ('so_cua_co_quan', 'so_cua_docgen')", name="register"),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint("state IN ('da_cap', 'da_phat_hanh', 'da_huy')", name="numberstate"),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.UniqueConstraint("kind", "year", "number"),
        sa.CheckConstraint("state != 'da_huy' OR reason != ''", name="cancelled_with_reason"),
        sa.CheckConstraint("number > 0", name="positive"),
    )
