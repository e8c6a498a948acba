"""Periods: what units owe and answer."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Make the tables."""
    _periods()
    _obligations()
    _lock_exceptions()
    _submissions()
    _rows()
    _row_versions()
    _dispatches()
    _comments()
    _evidence()


def _periods() -> None:
    op.create_table(
        "periods",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_id", sa.Integer, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("code", sa.String, nullable=False, unique=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint("state IN ('chua_mo', 'dang_mo', 'da_dong', 'da_ban_hanh')", name="periodstate"),
        sa.Column("opens", sa.Date, nullable=False),
        sa.Column("data_from", sa.Date, nullable=False),
        sa.Column("data_to", sa.Date, nullable=False),
        sa.Column("unit_due", sa.Date, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("closes", sa.Date, nullable=False),
        sa.Column("plan_version", sa.Integer),
        sa.Column("pictured", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("ix_periods_plan_id", "periods", ["plan_id"])


def _obligations() -> None:
    op.create_table(
        "obligations",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("period_id", sa.Integer, sa.ForeignKey("periods.id"), nullable=False),
        sa.Column("unit_id", sa.String, sa.ForeignKey("units.id"), nullable=False),
        sa.Column("task", sa.String, nullable=False),
        sa.Column("duty", sa.String(40), nullable=False),
        sa.CheckConstraint("duty IN ('chu_tri', 'phoi_hop')", name="duty"),
        sa.Column("urgency", sa.String(40), nullable=False),
        sa.CheckConstraint(
            "urgency IN ('den_han', 'qua_han', 'dang_trong_han', 'cho_su_kien')", name="urgency"
        ),
        sa.Column("due", sa.Date),
        sa.UniqueConstraint("period_id", "unit_id", "task"),
    )


def _lock_exceptions() -> None:
    op.create_table(
        "lock_exceptions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("period_id", sa.Integer, sa.ForeignKey("periods.id"), nullable=False),
        sa.Column("unit_id", sa.String, sa.ForeignKey("units.id"), nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.UniqueConstraint("period_id", "unit_id"),
    )


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("period_id", sa.Integer, sa.ForeignKey("periods.id"), nullable=False),
        sa.Column("unit_id", sa.String, sa.ForeignKey("units.id"), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.CheckConstraint(
            "state IN ('chua_gui', 'cho_duyet', 'da_gui', 'tra_lai', 'da_duyet', 'khoa')",
            name="submissionstate",
        ),
        sa.Column("rounds", sa.Integer, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("first_sent_at", sa.DateTime(timezone=True)),
        sa.Column("sent_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.Column("late_reason", sa.String, nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("reviewed_at", sa.DateTime(timezone=True)),
        sa.Column("reviewed_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.Column("return_reason", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.UniqueConstraint("period_id", "unit_id"),
    )
    op.create_index("ix_submissions_unit_id", "submissions", ["unit_id"])


def _rows() -> None:
    op.create_table(
        "rows",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submissions.id"), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.CheckConstraint("kind IN ('nhiem_vu', 'thong_ke', 'noi_dung')", name="rowkind"),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("unchanged", sa.Boolean, nullable=False),
        sa.Column("returned", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("updated_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.UniqueConstraint("submission_id", "kind", "key"),
    )


def _row_versions() -> None:
    op.create_table(
        "row_versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("row_id", sa.Integer, sa.ForeignKey("rows.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("unchanged", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.UniqueConstraint("row_id", "version"),
    )


def _dispatches() -> None:
    op.create_table(
        "dispatches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submissions.id"), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("code", sa.String, nullable=False, unique=True),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.UniqueConstraint("submission_id", "round"),
    )


def _comments() -> None:
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submissions.id"), nullable=False),
        sa.Column("row_id", sa.Integer, sa.ForeignKey("rows.id")),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("users.id")),
    )
    op.create_index("ix_comments_submission_id", "comments", ["submission_id"])
    op.create_index("ix_comments_row_id", "comments", ["row_id"])


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("row_id", sa.Integer, sa.ForeignKey("rows.id"), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String, sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("users.id")),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_evidence_row_id", "evidence", ["row_id"])
