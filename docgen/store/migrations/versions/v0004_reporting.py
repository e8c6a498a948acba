"""Reports and what is issued; long work and what people are told."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Make the tables."""
    _report_edits()
    _documents()
    _jobs()
    _notices()
    _idempotency_keys()


def _report_edits() -> None:
    op.create_table(
        "report_edits",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("period_id", sa.Integer, sa.ForeignKey("periods.id"), nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("original", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.UniqueConstraint("period_id", "place"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.CheckConstraint("kind IN ('KH', 'BC', 'CV')", name="paperkind"),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("number_id", sa.Integer, sa.ForeignKey("numbers.id"), nullable=False, unique=True),
        sa.Column("symbol", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id")),
        sa.Column("period_id", sa.Integer, sa.ForeignKey("periods.id")),
        sa.Column("docx", sa.String, sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("pdf", sa.String, sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("snapshot", sa.JSON, nullable=False),
        sa.Column("audit_head", sa.String, nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Integer, sa.ForeignKey("users.id")),
    )
    op.create_index("ix_documents_period_id", "documents", ["period_id"])
    op.create_index("ix_documents_plan_id", "documents", ["plan_id"])


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("parameters", sa.JSON, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint("state IN ('cho', 'dang_lam', 'xong', 'hong')", name="jobstate"),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("message", sa.String, nullable=False),
        sa.Column("result", sa.JSON, nullable=False),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("users.id")),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_jobs_owner_id", "jobs", ["owner_id"])
    op.create_index("ix_jobs_state", "jobs", ["state"])


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("users.id"), nullable=False),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("link", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_notices_user_id", "notices", ["user_id"])


def _idempotency_keys() -> None:
    op.create_table(
        "idempotency_keys",
        sa.Column("owner", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("request", sa.String, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("headers", sa.JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )
