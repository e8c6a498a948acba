"""Files into the model, with everything wrong in them reported at once."""

from docgen.importers.organisation_file import read_organisation
from docgen.importers.plan_yaml import check_plan, read_plan, read_plan_with_remarks

__all__ = ["check_plan", "read_organisation", "read_plan", "read_plan_with_remarks"]
