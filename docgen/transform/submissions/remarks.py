"""What is wrong or doubtful in a submission that has the right form."""

from collections.abc import Iterator

from docgen.model.submission import Submission
from docgen.transform.submissions.known import Known
from docgen.transform.submissions.other import of_other_work
from docgen.transform.submissions.remark import Remark, wrong
from docgen.transform.submissions.rows import of_rows
from docgen.transform.submissions.statistics import of_statistics


def remarks(submission: Submission, known: Known) -> Iterator[Remark]:
    """Yield what is wrong or doubtful; of the submission of another year only that it is one."""
    plan = known.plan
    if plan and submission.year != plan.year:
        message = f"là kết quả của năm {submission.year}, không phải của kế hoạch năm {plan.year}."
        yield wrong("nam-khac", ("nam",), message, "Hãy chọn đúng tệp, hoặc đúng kế hoạch.")
        return
    if not submission.rows:
        yield Remark("khong-co-ket-qua", (), "chưa điền kết quả của nhiệm vụ nào.")
    yield from of_rows(submission, known)
    yield from of_other_work(submission)
    yield from of_statistics(submission, known)
