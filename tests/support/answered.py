"""What units send for periods of 2025, in few words, for the examples about how a period is added up."""

from collections import defaultdict

from docgen.model.organisation import Organisation
from docgen.model.period import ReportingPeriod
from docgen.model.submission import ReceivedFile, Submission

NAMES = {
    "van-phong": "Văn phòng Sở",
    "thanh-tra": "Thanh tra Sở",
    "cchc-vtlt": "Phòng Cải cách hành chính - Văn thư, lưu trữ",
    "ccvc": "Phòng Công chức, viên chức",
    "tcbc-tcpcp": "Phòng Tổ chức biên chế và Tổ chức phi chính phủ",
    "xdcq-cttn": "Phòng Xây dựng chính quyền và Công tác thanh niên",
    "thi-dua-khen-thuong": "Ban Thi đua - Khen thưởng",
    "ton-giao": "Ban Tôn giáo",
    "luu-tru-lich-su": "Trung tâm lưu trữ lịch sử tỉnh",
}
"""The full names of the units by their ids."""

ALL = tuple(unit for unit in NAMES if unit != "ton-giao")
"""The units that are there until 30/6/2025."""


def sent(part, unit, *rows, on="", **more):
    """Return what a unit sent for a period; a row is "task status [day [result]]"."""
    data = {
        "year": 2025,
        "period": f"2025-{part}",
        "unit": NAMES.get(unit, unit),
        "sent_on": on or None,
        "rows": [_row(row) for row in rows],
        **more,
    }
    period = ReportingPeriod(2025, part)
    return ReceivedFile(Submission.model_validate(data), f"2025-{part}/{unit}.yaml", period, unit)


def together(*files):
    """Return what was sent, by period and unit."""
    found = defaultdict(dict)
    for file in files:
        found[file.period][file.unit] = file
    return dict(found)


def agency_with(organisation, unit, **fields):
    """Return the agency with a unit that began or ended otherwise."""
    data = organisation.model_dump()
    changed = tuple({**one, **fields} if one["id"] == unit else one for one in data["units"])
    return Organisation.model_validate({**data, "units": changed})


def _row(text):
    task, status, *more = text.split(" ", 3)
    names = ("finished_on", "result")
    return {"id": task, "status": status} | {
        name: value for name, value in zip(names, more, strict=False) if value != "-"
    }
