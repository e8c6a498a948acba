"""Judges from outside: docxtpl-lint on the template, LibreOffice saving it, openxml-audit on the result."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from docgen.documents.base import Document
from docgen.resources import shipped
from docgen.word import load_template, make_docx
from docgen.word.check import check_template

PLAN = shipped("templates") / "kehoach" / "mau.docx"
LINT = Path(sys.executable).with_name("docxtpl-lint")
COLUMNS = {"product": "Sản phẩm", "budget": "Kinh phí", "note": "Ghi chú"}


def inlined(schema, definitions):
    """Return a JSON Schema with every reference replaced by what it refers to."""
    if isinstance(schema, list):
        return [inlined(part, definitions) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return inlined(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    return {name: inlined(part, definitions) for name, part in schema.items() if name != "$defs"}


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    whole = Document.model_json_schema(by_alias=True)
    path = tmp_path_factory.mktemp("lint") / "schema.json"
    path.write_text(json.dumps(inlined(whole, whole["$defs"])), "utf-8")
    return path


def lint(schema, template):
    command = [LINT, "--no-config", "--format", "json", "--schema", schema, template]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_docxtpl_lint_finds_nothing(schema):
    assert lint(schema, PLAN) == 0


def test_docxtpl_lint_would_find_a_wrong_name(schema, edited):
    folder = edited(lambda xml: xml.replace("dau.so_ky_hieu", "dau.so_ky_hieuu"))
    assert lint(schema, folder / "mau.docx") != 0


def test_a_template_saved_anew_by_libreoffice_still_works(document, edited, tmp_path):
    folder = edited(str)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        folder,
        PLAN,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert not [finding for finding in check_template(folder) if finding.severity == "error"]
    make_docx(document, load_template(folder))


@pytest.mark.parametrize("columns", [{}, COLUMNS], ids=["few columns", "all columns"])
@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_openxml_audit_finds_nothing(document, template, tools, tmp_path, landscape, columns):
    wanted = tools.appendix(document, landscape=landscape, columns=columns)
    path = tmp_path / "kehoach.docx"
    path.write_bytes(make_docx(document.model_copy(update={"appendices": (wanted,)}), template))
    assert OpenXmlValidator().validate(path).errors == []
