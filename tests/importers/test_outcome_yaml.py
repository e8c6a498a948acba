"""What units answered is written as officers write it, and comes back the same."""

from docgen.importers.outcome_yaml import outcomes_yaml
from docgen.importers.yaml_tree import read_yaml
from docgen.model.outcome import Outcome, Status
from docgen.model.submission import Submission


def test_answers_come_back(tmp_path):
    said = Submission(
        year=2025,
        rows=[Outcome(id="ra-soat", status=Status.DONE, finished_on="31/3/2025", result="=1+1: 05/BC-SNV")],
    )
    as_json = said.model_dump(mode="json", by_alias=True)
    path = tmp_path / "kh.ket-qua.yaml"
    path.write_text(outcomes_yaml(as_json["nam"], as_json["ket_qua"]), "utf-8")
    assert "ngay_hoan_thanh: 31/3/2025\n" in path.read_text("utf-8")
    assert Submission.model_validate(read_yaml(path).data, by_alias=True, by_name=False) == said
