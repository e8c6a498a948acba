"""An agency whose own file has names of the past is told so: a draft has no decision about its head."""

import shutil

import pytest

from docgen.resources import shipped
from docgen.services.rollforward import rollforward_file

PLAN = shipped("data") / "kehoach-2025.yaml"


@pytest.mark.parametrize(("reform", "told"), [("", 1), ("sap_xep: [sap-xep-2025]", 0)])
def test_a_head_of_the_past_is_told(reform, told, tmp_path):
    own = PLAN.with_name("don-vi.yaml").read_text("utf-8")
    kept = [line for line in own.splitlines() if not line.startswith("sap_xep:")]
    (tmp_path / "don-vi.yaml").write_text("\n".join([*kept, reform]), encoding="utf-8")
    shutil.copy(PLAN, tmp_path)
    findings = rollforward_file(tmp_path / PLAN.name, 2026, tmp_path / "moi").findings
    found = [str(one) for one in findings if one.code == "ten-co-quan-cu"]
    assert len(found) == told
    assert all("“tỉnh Bình Định” là cách gọi cũ, nay là tỉnh Gia Lai" in one for one in found)
