"""Every fault planted in the plan's template is reported, in Vietnamese, with its place quoted."""

import json
import re
import signal
import subprocess
import sys
import unicodedata

import pytest

from docgen.documents import Document
from docgen.errors import DocgenError, InvalidInputError
from docgen.model.finding import Severity
from docgen.word.check import check_template, trial
from docgen.word.check.sample import sample_document
from docgen.word.factory.markup import text

DOCUMENT, CORE, HEADER, STYLES = (
    "word/document.xml",
    "docProps/core.xml",
    "word/header1.xml",
    "word/styles.xml",
)
MANIFEST = 'ten = "Thử"\nloai_van_ban = "kehoach"\ntep = "mau.docx"\n'
NUMBER = "{{ dau.so_ky_hieu }}"
LOOP = "{%tr for dong in pl.cac_dong %}"


@pytest.fixture
def planted(edited):
    """Check the plan's template after `old` is replaced by `new` in a part."""

    def plant(old, new, part=DOCUMENT):
        def edit(xml):
            assert old in xml
            return xml.replace(old, new)

        return check_template(edited(edit, part))

    return plant


@pytest.mark.parametrize("change", ["ins", "del", "moveFrom", "moveTo"])
def test_changes_that_nobody_accepted_are_an_error(planted, change):
    style = '<w:pPr><w:pStyle w:val="TrichYeu"/></w:pPr>'
    (found,) = planted(style, f'{style}<w:{change} w:id="1" w:author="An"/>')
    assert found.code == "mau-con-thay-doi"
    assert "1 thay đổi chưa chấp nhận" in str(found)


def codes(findings):
    return {finding.code for finding in findings}


def test_the_template_of_the_factory_is_clean(planted):
    assert planted(NUMBER, NUMBER) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (NUMBER, "{{ dau.so_ky_hieuu }}", "mau-ten-la"),
        (NUMBER, "{{ so_ky_hieu }}", "mau-ten-la"),
        (NUMBER, "{{ dau.so-ky-hieu }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ dau.so_ky_hieu.__class__.__mro__ }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ dau.so_ky_hieu|attr('__class__') }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ dau.so_ky_hieu|inhoa }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ '%1000000000d'|format(1) }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ 'a' * 10**9 }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ dau.so_ky_hieu ~ dau.tieu_ngu }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ 'x'.ljust(10**9) }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ cycler.__init__.__globals__ }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{% for a in range(10**9) %}{{ dau.so_ky_hieu }}{% endfor %}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ dau.so_ky_hieu is mapping }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{% if dau.so_ky_hieu in 1 %}{% endif %}", "mau-bieu-thuc-cam"),
        (NUMBER, "{% if dau.so_ky_hieu &lt; 1 %}{% endif %}", "mau-bieu-thuc-cam"),
        (NUMBER, "{% if dau.so_ky_hieu > 1 %}{% endif %}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ dau.so_ky_hieu|do_dai_ke('x', 1) }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ dau.so_ky_hieu|so_nguyen }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ so_hinh() }}", "mau-bieu-thuc-cam"),
        (NUMBER, "{{ loop.index }}", "mau-ten-la"),
        (NUMBER, "{{ dau.so_ky_hieu", "mau-the-ho"),
        (NUMBER, "dau.so_ky_hieu }}", "mau-the-ho"),
        (NUMBER, "{{ dau.so_ky_hieu! }}", "mau-cu-phap"),
        (NUMBER, "{{ 'Q&amp;A' }}", "mau-dau-va"),
        (NUMBER, "{{ dau }}", "mau-nhom-truong"),
        (NUMBER, "{{r dau.so_ky_hieu }}", "mau-tien-to"),
        (NUMBER, "{% set x = 1 %}", "mau-lenh-la"),
        (NUMBER, "{% include 'a' %}", "mau-lenh-la"),
        (NUMBER, "{% for a, b in noi_dung %}{% endfor %}", "mau-bieu-thuc-cam"),
        (NUMBER, "{% for a in dau.tieu_ngu %}{% endfor %}", "mau-lap"),
        (NUMBER, "{% if dau.so_ky_hieu %}có", "mau-the-khong-dong"),
        (NUMBER, "không{% endif %}", "mau-the-khong-mo"),
        (NUMBER, "{%tr if dau.so_ky_hieu %}{%tr endif %}", "mau-hai-the"),
        (NUMBER, "{%p if dau.so_ky_hieu %} chữ", "mau-chu-bi-mat"),
        ("{{ dau.ten_loai }}", "{%tr if dau.ten_loai %}", "mau-ngoai-bang"),
        (LOOP, "{% tr for dong in pl.cac_dong %}", "mau-dau-cach"),
        (LOOP, "{% for dong in pl.cac_dong %}", "mau-the-khong-dong"),
        (LOOP, "{%tr for dong in pl.cac_dongg %}", "mau-ten-la"),
        ("{%tr endfor %}", "", "mau-the-khong-dong"),
        ("{%p endfor %}", "{%p endif %}", "mau-the-khong-mo"),
        ('name="ke tieu_ngu"', 'name="{{ dau.tieu_ngu }}"', "mau-sai-cho"),
        (" PAGE ", " {{ dau.tieu_ngu }} ", "mau-ten-la"),
    ],
)
def test_planted_faults_are_found(planted, old, new, code):
    part = HEADER if old == " PAGE " else DOCUMENT
    new = new.replace("dau.tieu_ngu", "tieu_ngu") if part == HEADER else new
    assert code in codes(planted(old, new, part))


TEXT_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{{ sai }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_text_boxes_are_read_as_paragraphs_of_their_own(planted):
    found = planted(
        '<w:r><w:t xml:space="preserve">{{ dau.ten_loai }}', f"{TEXT_BOX}<w:r><w:t>{{{{ dau.ten_loai }}}}"
    )
    assert [finding.place for finding in found] == ["đoạn 12: “{{ sai }}”"]


@pytest.mark.parametrize("tag", ["{{ cycler.__init__.__globals__ }}", "{{ ten }}", "{% include 'a' %}"])
@pytest.mark.parametrize("part", [CORE, HEADER])
def test_headers_and_properties_are_read_too(planted, part, tag):
    old = "{{ thuoc_tinh.tieu_de }}" if part == CORE else '<w:t xml:space="preserve">2'
    assert any(finding.severity is Severity.ERROR for finding in planted(old, f"{old}{tag}", part))


@pytest.mark.parametrize(
    ("old", "new", "part", "place"),
    [
        (NUMBER, "{{ so }}", DOCUMENT, "bảng 1, hàng 2, ô 1: “{{ so }}”"),
        ("{{ dau.ten_loai }}", "{{ ten_loai }}", DOCUMENT, "đoạn 11: “{{ ten_loai }}”"),
        (
            '<w:t xml:space="preserve">2</w:t>',
            "<w:t>{{ trang }}</w:t>",
            HEADER,
            "đầu trang (header1.xml), đoạn 1: “{{ trang }}”",
        ),
        (
            "{{ thuoc_tinh.tieu_de }}",
            "{{ cycler.__init__ }}",
            CORE,
            "thuộc tính tệp “title”: “{{ cycler.__init__ }}”",
        ),
    ],
)
def test_the_place_is_quoted(planted, old, new, part, place):
    assert place in {finding.place for finding in planted(old, new, part)}


def test_the_nearest_known_name_is_told(planted):
    (finding, *_) = planted(NUMBER, "{{ dau.so_ky_hiu }}")
    assert "tên “so_ky_hiu” không có trong “dau”. Gần nhất: “so_ky_hieu”." in str(finding)


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [("{{ xyz }}", ""), ("{{ dau.tieu_ngu.xyz }}", "“dau.tieu_ngu” không có trường con.")],
)
def test_no_name_is_told_where_none_is_near(planted, tag, remedy):
    (finding, *_) = planted(NUMBER, NUMBER + tag)
    assert (finding.code, finding.remedy) == ("mau-ten-la", remedy)


def test_every_fault_is_reported_at_once(planted):
    found = planted(NUMBER, "{{ a }}{{ b|c }}{{ dau.tieu_ng }}{% if %}{% endif %}")
    assert len([finding for finding in found if finding.place.startswith("bảng 1, hàng 2, ô 1")]) == 4


def test_a_tag_left_open_is_reported_once(planted):
    found = planted("{%tr endif %}", "{% tr endif %}")
    assert [finding.code for finding in found] == ["mau-dau-cach", "mau-the-khong-dong"]


@pytest.mark.parametrize(
    ("name", "component"),
    [
        ("dau.quoc_hieu", "Quốc hiệu"),
        ("dau.so_ky_hieu", "số, ký hiệu"),
        ("dau.trich_yeu", "trích yếu nội dung"),
        ("ky.ho_ten", "họ tên của người ký"),
    ],
)
def test_missing_mandatory_parts_are_named(planted, name, component):
    (finding,) = planted(f"{{{{ {name} }}}}", "")
    assert finding.severity is Severity.ERROR
    assert f"mẫu không có {component} ({name})" in finding.message


def test_missing_optional_parts_are_warned_of(planted):
    (finding,) = planted("{{ dong.ghi_chu }}", "")
    assert (finding.severity, finding.code) == (Severity.WARNING, "mau-thieu-thanh-phan")


def test_names_typed_decomposed_work_and_are_noted(planted):
    decomposed = unicodedata.normalize("NFD", "Số hiệu: {{ dau.so_ky_hieu }}")
    (finding,) = planted(NUMBER, decomposed)
    assert (finding.severity, finding.code) == (Severity.INFO, "mau-to-hop")


@pytest.mark.parametrize("quoted", ["{% if dau.so_ky_hieu == “a” %}{% endif %}{{ dau.so_ky_hieu }}"])
def test_curly_quotes_are_understood(planted, quoted):
    assert planted(NUMBER, quoted) == ()


@pytest.mark.parametrize(
    "split",
    [
        "{</w:t></w:r><w:r><w:t>{ dau.so_ky_hieu }}",
        '{{ dau.so</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>_ky_hieu }}',
        "{{ dau.so_ky_hieu }</w:t></w:r><w:r><w:t>}",
    ],
)
def test_tags_split_over_runs_are_understood(planted, split):
    assert planted(NUMBER, split) == ()


def test_missing_anchor_is_warned_of(planted):
    (finding,) = planted("NEO_dong_neo", "_GoBack")
    assert finding.code == "mau-thieu-neo"


def test_foreign_fonts_are_warned_of(planted):
    (finding,) = planted('w:ascii="Times New Roman"', 'w:ascii=".VnTime"', STYLES)
    assert finding.code == "mau-phong-chu"
    assert "“.VnTime”" in finding.message


def test_words_out_of_order_are_found_by_filling(planted):
    kind, subject = text("TenLoai", "{{ dau.ten_loai }}"), text("TrichYeu", "{{ dau.trich_yeu }}")
    (finding,) = planted(kind + subject, subject + kind)
    assert finding.code == "mau-dien-thu"


def test_ragged_rows_are_found_by_filling(edited):
    folder = edited(lambda xml: xml.replace('<w:gridSpan w:val="7"/>', '<w:gridSpan w:val="6"/>'))
    (problem, *_) = trial.problems_in(folder)
    assert re.match(r"hàng có \d ô trong bảng \d cột: “", problem)


@pytest.mark.parametrize("path", ["dong.ghi_chu", "dong.san_pham"])
def test_what_a_template_never_prints_is_not_tried(edited, path):
    assert list(trial.problems_in(edited(lambda xml: xml.replace(f"{{{{ {path} }}}}", "")))) == []


def test_what_goes_wrong_while_filling_is_told(edited):
    (problem,) = trial.problems_in(edited(lambda xml: xml.replace(NUMBER, "{{ dau.so_ky }}")))
    assert "mẫu dùng tên “so_ky” mà văn bản không có" in problem


def test_a_template_that_never_ends_is_stopped(planted, monkeypatch):
    loops = "".join(
        f"{{% for {name} in phu_luc %}}{{% for {name}r in {name}.cac_dong %}}" for name in "abcdef"
    )
    monkeypatch.setattr(trial, "WALL_SECONDS", 2)
    (finding,) = planted(NUMBER, loops + "{% endfor %}" * 12 + NUMBER)
    assert "quá 2 giây" in finding.message


def test_a_template_that_eats_memory_is_stopped(planted):
    loops = "".join(f"{{% for {name} in noi_dung %}}" for name in "abcde")
    (finding,) = planted(NUMBER, loops + "x" * 60_000 + "{% endfor %}" * 5 + NUMBER)
    assert "MB bộ nhớ" in finding.message


@pytest.mark.parametrize(
    ("returncode", "stderr", "told"),
    [
        (-signal.SIGXCPU, b"", "quá 10 giây máy"),
        (-signal.SIGKILL, b"", "quá 768 MB bộ nhớ"),
        (1, b"Traceback\nMemoryError", "quá 768 MB bộ nhớ"),
        (1, b"Traceback\nKeyError: 'x'", "lỗi của docgen"),
    ],
)
def test_a_trial_tells_what_stopped_it(returncode, stderr, told):
    assert told in trial.why_it_stopped(subprocess.CompletedProcess([], returncode, b"", stderr))


def test_unknown_document_types_are_named(planted, tmp_path):
    planted(NUMBER, NUMBER)
    (tmp_path / "mau.toml").write_text('ten = "Thử"\nloai_van_ban = "thucong"\ntep = "mau.docx"\n', "utf-8")
    (finding,) = check_template(tmp_path)
    assert "không có loại văn bản “thucong”" in finding.message


@pytest.mark.parametrize("manifest", [None, "ten = ", MANIFEST.replace("mau.docx", "khong-co.docx")])
def test_what_is_no_template_is_not_judged(tmp_path, manifest):
    if manifest:
        (tmp_path / "mau.toml").write_text(manifest, "utf-8")
    with pytest.raises(DocgenError):
        check_template(tmp_path)


def test_a_word_file_that_cannot_be_read_is_not_judged(edited):
    folder = edited(str)
    (folder / "mau.docx").write_bytes(b"%PDF-1.7")
    with pytest.raises(InvalidInputError, match="PDF"):
        check_template(folder)


def test_the_sample_says_something_different_in_every_field():
    texts = list(sample_document(Document).printed_texts())
    assert len(texts) == len(set(texts))


def test_the_trial_prints_what_went_wrong(edited):
    folder = edited(lambda xml: xml.replace(NUMBER, "{{ dau.so }}"))
    command = [sys.executable, "-m", "docgen.word.check.trial", str(folder)]
    answer = subprocess.run(command, capture_output=True, check=True).stdout
    assert "Không điền được mẫu “Thử”" in json.loads(answer)[0]
