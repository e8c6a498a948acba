"""The plan of every year: brought in, edited, drafted from the year before, decided, printed, issued."""

from docgen.model.papers import PlanState
from docgen.office.plans.deciding import Decisions, decide, decisions
from docgen.office.plans.drafting import draft_remarks, roll_forward, year_outcomes
from docgen.office.plans.editing import (
    add_task,
    add_text,
    edit_head,
    edit_task,
    edit_texts,
    move_task,
    remove_task,
    remove_text,
    shift_task,
)
from docgen.office.plans.extracting import Extract, OwnPart, extract, own_part, require_readable
from docgen.office.plans.fields import InvalidFieldsError
from docgen.office.plans.importing import (
    Understood,
    UploadedPlan,
    confirm_upload,
    keep_upload,
    read_upload,
    understand,
    uploaded,
)
from docgen.office.plans.issuing import (
    PreparedPlan,
    check_plan,
    issue_plan,
    issued_plan,
    prepare_issue,
    refuse_plan_day,
)
from docgen.office.plans.kept import KeptPlan, PlanEntry, VersionEntry, differences, history, plan, plans
from docgen.office.plans.papers import (
    PlanPapers,
    compared_plan,
    content_of,
    keep_papers,
    paper_names,
    papers,
    yaml_file,
)
from docgen.office.plans.table import PlanText, TaskRow, rows, texts

__all__ = [
    "Decisions",
    "Extract",
    "InvalidFieldsError",
    "KeptPlan",
    "OwnPart",
    "PlanEntry",
    "PlanPapers",
    "PlanState",
    "PlanText",
    "PreparedPlan",
    "TaskRow",
    "Understood",
    "UploadedPlan",
    "VersionEntry",
    "add_task",
    "add_text",
    "check_plan",
    "compared_plan",
    "confirm_upload",
    "content_of",
    "decide",
    "decisions",
    "differences",
    "draft_remarks",
    "edit_head",
    "edit_task",
    "edit_texts",
    "extract",
    "history",
    "issue_plan",
    "issued_plan",
    "keep_papers",
    "keep_upload",
    "move_task",
    "own_part",
    "paper_names",
    "papers",
    "plan",
    "plans",
    "prepare_issue",
    "read_upload",
    "refuse_plan_day",
    "remove_task",
    "remove_text",
    "require_readable",
    "roll_forward",
    "rows",
    "shift_task",
    "texts",
    "understand",
    "uploaded",
    "yaml_file",
    "year_outcomes",
]
