"""What is doubtful in the documents that came out of a task."""

from collections.abc import Iterator

from docgen.language.dates import short_date
from docgen.model.outcome import Outcome
from docgen.model.submission import Submission
from docgen.transform.submissions.remark import Place, Remark


def of_products(row: Outcome, submission: Submission, place: Place) -> Iterator[Remark]:
    """Yield numbers without a day, and days behind that on which it was sent."""
    for at, product in enumerate(row.products):
        here: Place = (*place, "van_ban", at, "ngay")
        if product.number and not product.day:
            message = f"văn bản số {product.number} chưa có ngày."
            yield Remark("thieu-ngay-van-ban", here, message, "Hãy ghi ngày của văn bản (ngay).")
        if product.day and submission.sent_on and product.day > submission.sent_on:
            days = short_date(product.day), short_date(submission.sent_on)
            message = "ngày văn bản {} ở sau ngày gửi {}.".format(*days)
            yield Remark("van-ban-sau-ngay-gui", here, message, "Hãy xem lại hai ngày.")
