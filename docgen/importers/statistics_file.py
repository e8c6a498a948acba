"""The forms of statistics of an office in "bieu-thong-ke.yaml"."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from docgen.importers.places import place_in_words
from docgen.importers.validation import in_order, usable, validated
from docgen.importers.yaml_tree import Place, YamlTree, read_yaml, shown
from docgen.language.text import nearest
from docgen.model.finding import Finding, Severity
from docgen.model.organisation import Organisation
from docgen.model.statistics import Forms, Indicator, Reckoning

_REFERENCES = {"tu_so": "numerator", "mau_so": "denominator", "khong_lon_hon": "at_most"}
"""The keys that name other indicators, and the fields that they are."""


def read_forms(path: Path, organisation: Organisation | None = None) -> Forms:
    """Return the forms in the YAML file `path`.

    Args:
        path: the file.
        organisation: where those who report are looked up, when it is given.

    Raises:
        InvalidInputError: every problem of the file, in Vietnamese, with place and line: also codes that are
            there twice or not at all, shares that cannot be reckoned, bounds that go in a circle.
        MissingError: there is no such file.
        RefusedError: it is too big or nested too deeply.

    """
    tree = read_yaml(path)
    context = {"organisation": organisation}
    forms, problems = validated(Forms, tree, context)
    problems = in_order((*problems, *_Checks(tree, _readable(tree, context)).all()))
    return usable(None if problems else forms, problems, path)


def _readable(tree: YamlTree, context: dict[str, Any]) -> dict[Place, Indicator]:
    """Return the indicators that can be read by themselves, whatever is wrong around them."""
    found: dict[Place, Indicator] = {}
    for place, value in tree.values():
        if place[-2:-1] == ("chi_tieu",):
            try:
                found[place] = Indicator.model_validate(value, context=context, by_alias=True, by_name=False)
            except ValidationError:
                continue  # told by the reading of the whole
    return found


@dataclass(frozen=True)
class _Checks:
    """What is wrong between indicators, each of which has the right form."""

    tree: YamlTree
    rows: dict[Place, Indicator]

    def all(self) -> Iterator[Finding]:
        """Yield everything."""
        yield from self._repeated()
        yield from self._circles()
        for place, row in self.rows.items():
            yield from self._reckoning(place, row)
            yield from self._dates(place, row)
            yield from self._targets(place, row)
            for key, field in _REFERENCES.items():
                if code := getattr(row, field):
                    yield from self._reference((*place, key), row, code)

    @cached_property
    def _codes(self) -> dict[str, Place]:
        """Every code of the file, of indicators that cannot be read too, and the first place of each."""
        codes: dict[str, Place] = {}
        for place, value in self.tree.values():
            if place[-1] == "ma" and isinstance(value, str):
                codes.setdefault(value, place)
        return codes

    @cached_property
    def _by_code(self) -> dict[str, Indicator]:
        """The indicators by their codes; of two with one code the first."""
        return {row.code: row for row in reversed(self.rows.values())}

    def _repeated(self) -> Iterator[Finding]:
        for place, row in self.rows.items():
            first = self._codes[row.code]
            if first != (*place, "ma"):
                message = f"mã “{row.code}” đã dùng ở dòng {self.tree.line(first)}."
                yield self._told("ma-lap", (*place, "ma"), message, "Hãy cho chỉ tiêu này một mã khác.")

    def _reckoning(self, place: Place, row: Indicator) -> Iterator[Finding]:
        """Tell keys that the way of reckoning needs and that are not there, and those it has no use for."""
        share, plan = row.reckoning is Reckoning.SHARE, row.reckoning is Reckoning.PLAN
        wanted = {
            "tu_so": (share, row.numerator),
            "mau_so": (share, row.denominator),
            "dem": (plan, row.counted),
            "don_vi_bao_cao": (not row.reckoning.is_computed, row.reporters),
        }
        for key, (is_needed, value) in wanted.items():
            if is_needed and not value:
                message = f"chỉ tiêu “{row.code}” tính theo {row.reckoning} mà thiếu khóa {key}."
                yield self._told("thieu-khoa", place, message, f"Hãy thêm dòng “{key}: …”.")
            if value and not is_needed:
                message = f"chỉ tiêu “{row.code}” tính theo {row.reckoning} nên không dùng khóa này."
                yield self._told("thua-khoa", (*place, key), message, "Hãy bỏ dòng này, hoặc sửa cach_tinh.")

    def _dates(self, place: Place, row: Indicator) -> Iterator[Finding]:
        if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
            yield self._told(
                "sai-ngay", (*place, "den_ngay"), "đứng trước tu_ngay.", "Hãy sửa một trong hai."
            )

    def _targets(self, place: Place, row: Indicator) -> Iterator[Finding]:
        years = Counter(target.year for target in row.targets)
        for year in (year for year, times in years.items() if times > 1):
            message = f"có {years[year]} mục tiêu cho năm {year}."
            yield self._told("muc-tieu-lap", (*place, "muc_tieu"), message, "Hãy giữ một.")

    def _reference(self, place: Place, row: Indicator, code: str) -> Iterator[Finding]:
        """Tell an indicator that is named and cannot be meant."""
        if code not in self._codes:
            near = nearest(code, self._codes)
            hint = f"Gần nhất: “{near}”." if near else "Hãy ghi mã (ma) của một chỉ tiêu trong tệp."
            yield self._told("ma-la", place, f"không có chỉ tiêu nào mang mã “{shown(code)}”.", hint)
        elif meant := self._by_code.get(code):
            yield from self._unfit(place, row, meant)

    def _unfit(self, place: Place, row: Indicator, meant: Indicator) -> Iterator[Finding]:
        if meant.reckoning is Reckoning.SHARE:
            message = f"“{meant.code}” là một tỷ lệ."
            yield self._told("so-ty-le", place, message, "Hãy ghi mã của một số đếm hoặc số đo.")
        days = {day for day in (row.valid_from, row.valid_to) if day}
        is_whole = all(getattr(row, end) or not getattr(meant, end) for end in ("valid_from", "valid_to"))
        if not (is_whole and all(meant.holds_on(day) for day in days)):
            message = f"“{meant.code}” không áp dụng trong cả thời gian của “{row.code}”."
            yield self._told("het-ap-dung", place, message, "Hãy sửa tu_ngay, den_ngay cho khớp.")

    def _circles(self) -> Iterator[Finding]:
        """Tell bounds that come back to where they began; each circle once, where it first begins."""
        above = {code: row.at_most for code, row in self._by_code.items()}
        told: set[str] = set()
        for code in self._codes:
            path = [code]
            while (bound := above.get(path[-1], "")) and bound not in path:
                path.append(bound)
            if bound == code and code not in told:
                told.update(path)
                message = f"khong_lon_hon đi vòng: {' → '.join((*path, code))}."
                place = (*self._codes[code][:-1], "khong_lon_hon")
                yield self._told("di-vong", place, message, "Hãy bỏ ở một chỉ tiêu trong đó.")

    def _told(self, code: str, place: Place, message: str, remedy: str) -> Finding:
        return Finding(
            code=code,
            severity=Severity.ERROR,
            place=place_in_words(Forms, place, self.tree.data),
            line=self.tree.line(place),
            message=message,
            remedy=remedy,
        )
