"""What units sent, held against the plan, the agency, the calendar and the forms of statistics."""

from docgen.transform.submissions.doubles import counting
from docgen.transform.submissions.known import Known
from docgen.transform.submissions.remark import Remark
from docgen.transform.submissions.remarks import remarks

__all__ = ["Known", "Remark", "counting", "remarks"]
