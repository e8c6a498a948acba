"""The tables: what the service remembers."""

from docgen.store.tables.agency import Organisation, Setting, Unit
from docgen.store.tables.audit import AuditEntry
from docgen.store.tables.base import Base, Data
from docgen.store.tables.collecting import (
    Comment,
    Dispatch,
    Evidence,
    LockException,
    Obligation,
    Period,
    Row,
    RowKind,
    RowVersion,
    Submission,
)
from docgen.store.tables.papers import Blob, Document, Number, Paper, ReportEdit
from docgen.store.tables.people import ApiToken, LoginSession, PersonalLink, User
from docgen.store.tables.plans import Plan, PlanVersion, Upload
from docgen.store.tables.work import IdempotencyKey, Job, Notice

__all__ = [
    "ApiToken",
    "AuditEntry",
    "Base",
    "Blob",
    "Comment",
    "Data",
    "Dispatch",
    "Document",
    "Evidence",
    "IdempotencyKey",
    "Job",
    "LockException",
    "LoginSession",
    "Notice",
    "Number",
    "Obligation",
    "Organisation",
    "Paper",
    "Period",
    "PersonalLink",
    "Plan",
    "PlanVersion",
    "ReportEdit",
    "Row",
    "RowKind",
    "RowVersion",
    "Setting",
    "Submission",
    "Unit",
    "Upload",
    "User",
]
