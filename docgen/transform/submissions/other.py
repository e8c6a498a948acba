"""What is wrong in what a unit did beside the tasks of the plan."""

from collections.abc import Iterator

from docgen.language.text import nearest
from docgen.model.submission import Submission
from docgen.rules.reports import content_of, contents
from docgen.transform.submissions.remark import Remark, wrong

_STEERING = 0
"""The place of steering among the contents of reform."""


def of_other_work(submission: Submission) -> Iterator[Remark]:
    """Yield contents that no report has, and points of steering under another content."""
    names = [content.name for content in contents()]
    for at, work in enumerate(submission.other):
        content = content_of(work.content)
        if content is None:
            near = nearest(work.content, names)
            hint = f" Gần nhất: “{near}”." if near else ""
            message = f"“{work.content}” không phải nội dung cải cách hành chính.{hint}"
            remedy = f"Hãy ghi một trong: {'; '.join(names)}."
            yield wrong("noi-dung-la", ("noi_dung_khac", at, "noi_dung"), message, remedy)
        elif work.heading and content != _STEERING:
            message = f"mục “{work.heading}” chỉ dùng cho nội dung “{names[_STEERING]}”."
            yield wrong("muc-sai-cho", ("noi_dung_khac", at, "muc"), message, "Hãy xóa dòng muc.")
