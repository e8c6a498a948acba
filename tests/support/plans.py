"""Random plans: every field, every variant of the signature, Vietnamese words, and characters that hurt.

`plans(organisation)` gives plans, `plan_drafts` the data under the YAML keys that they are made of.
With `awkward=False` the texts are such as an office types; else some have quotes, hashes, emoji, line breaks.
"""

from datetime import date

from hypothesis import strategies as st

from docgen.model.plan import Plan
from docgen.model.signature import Authority

_TEXT = """
rà soát hệ thống hóa văn bản quy phạm pháp luật thuộc lĩnh vực quản lý nhà nước của ngành Nội vụ trên địa bàn
tỉnh Bình Định năm 2025 theo Kế hoạch số 153/KH-UBND ngày 07/8/2023 đẩy mạnh ứng dụng công nghệ thông tin
trong giải quyết thủ tục hành chính “một cửa” (PAPI, SIPAS) đạt 100% chỉ tiêu được giao; nâng cao chất lượng
đội ngũ cán bộ, công chức, viên chức đáp ứng yêu cầu nhiệm vụ giai đoạn 2023 - 2025 và những năm tiếp theo:
tổ chức thực hiện nghiêm túc, hiệu quả Nghị quyết Đại hội Đảng bộ các cấp; khuyến khích người dân, doanh
nghiệp sử dụng dịch vụ bưu chính công ích – dịch vụ công trực tuyến toàn trình, một phần
"""
_STRANGE = r"""
# không phải chú thích | khóa: giá trị | 'nháy đơn' | "nháy kép" | “nháy” | \n | {{ jinja }} | {% raw %} | x:
&amp; <b> | [1, 2] | {a: b} | @ | ` | ! | % | ? : | >- | ~ | 😀 | 𝒩 | **đậm** | **Đậm: #** nhạt | - gạch | \
* sao | &neo | << | --- | ... | null | true | 0 | yes | 2025-01-01 | 0x1F | 1_000 | 12:30 | = | %d | x:y | -
"""
_BARE = """
yes no null ~ true False 1.5 0 007 1e3 0x1F 2025-01-01 .inf << = ? : ' | > [ { , # & ! % @ . , * - "" '' "
"""
_SLUGS = """
ra-soat vbqppl 1 2025 null yes true 0x1f 1e3 on bao-cao truyen-thong kiem-tra cchc dao-tao no mot-cua 12-30
"""
WORDS = tuple(_TEXT.split())
AWKWARD = (
    *(piece.strip() for line in _STRANGE.strip().splitlines() for piece in line.split(" | ")),
    *("|", "\u00a0cứng\u00a0", "hai  dấu cách", "ba\u2003cỡ", "có\ttab", "hai\ndòng", "cách\n\ndòng"),
    *("dòng \n thụt", "a" * 120, "Ệ" * 40),
)
"""Pieces that YAML, XML, Word or a template might take for something else."""

BARE = tuple(_BARE.split())
"""Whole texts of the same sort."""

_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)
_NAMES = ("Nguyễn", "Trần", "Lê", "Thị", "Văn", "Ánh", "Đặng", "Ỷ", "Y", "Thanh", "Vũ")
_DEADLINES = (
    "Quý I",
    "Cả năm",
    "Tháng 3/2025",
    "Thường xuyên",
    "Trước ngày 15/12/2025",
    "Ban hành: Quý I\nThực hiện: cả năm",
    "Khi có văn bản mới",
    "Theo Kế hoạch của UBND tỉnh",
)
_COLUMNS = ("stt", "noi_dung", "san_pham", "chu_tri", "phoi_hop", "thoi_gian", "kinh_phi", "ghi_chu")


@st.composite
def texts(draw, *, most=45, awkward=True):
    """Return a text of 1 to `most` words."""
    begin, count = draw(st.integers(0, len(WORDS) - 1)), draw(st.integers(1, most))
    words = [WORDS[(begin + step) % len(WORDS)] for step in range(count)]
    if awkward and draw(st.integers(0, 3)) == 0:
        words.insert(draw(st.integers(0, count)), draw(st.sampled_from(AWKWARD)))
        return " ".join(words)
    plain = " ".join(words).strip(" ;:,–-")
    return plain[:1].upper() + plain[1:] or "Một"


def plans(organisation, *, awkward=True):
    """Return a strategy for plans of `organisation`, validated against it."""
    context = {"organisation": organisation}
    return plan_drafts(organisation, awkward=awkward).map(
        lambda draft: Plan.model_validate(draft, context=context)
    )


@st.composite
def plan_drafts(draw, organisation, *, awkward=True):
    """Return the data of a plan under its YAML keys."""
    kind = _Kind(organisation, awkward=awkward)
    year = draw(st.integers(2000, 2100))
    draft = draw(
        st.fixed_dictionaries(
            {
                "nam": st.just(year),
                "trich_yeu": kind.heading(12),
                "noi_dung": st.lists(kind.sections(), min_size=1, max_size=3),
                "noi_nhan": kind.recipients(),
                "ky": signatures(organisation),
            },
            optional={
                "loai": st.just("Kế hoạch"),
                "so": st.integers(1, 9999),
                "van_ban_dien_tu": st.booleans(),
                "can_cu": st.lists(kind.heading(25), max_size=3),
                "mo_dau": st.lists(kind.heading(), max_size=2),
                "phu_luc": st.lists(kind.appendices(), max_size=3),
            },
        )
    )
    draft |= draw(_issue())
    _number_apart(draft.get("phu_luc", ()))
    return draft


def _issue():
    day = st.dates(min_value=_FIRST, max_value=_LAST)
    return st.one_of(
        st.just({}),
        st.integers(2000, 2100).map(lambda year: {"nam_ban_hanh": year}),
        day.map(lambda day: {"ngay_ban_hanh": f"{day:%d/%m/%Y}"}),
        day.map(lambda day: {"ngay_ban_hanh": f"{day:%d/%m/%Y}", "nam_ban_hanh": day.year}),
    )


def signatures(organisation):
    """Return a strategy for signature blocks that fit `organisation`: each authority, each chain."""
    head = organisation.head_title
    deputy, chief = f"Phó {head}", "Trưởng phòng Cải cách hành chính"
    for_head = {"chuc_vu_cap_truong": head}
    variants = [
        {"chuc_vu": head},
        {"quyen_han": Authority.ACTING.value, "chuc_vu": head},
        {"quyen_han": Authority.DEPUTY.value, **for_head, "chuc_vu": deputy},
        {"quyen_han": Authority.BY_ORDER.value, **for_head, "chuc_vu": chief},
        {
            "quyen_han": Authority.BY_ORDER.value,
            **for_head,
            "chuc_vu_truong_don_vi": chief,
            "chuc_vu": "Phó Trưởng phòng",
        },
        {"quyen_han": Authority.AUTHORISED.value, **for_head, "chuc_vu": "Chánh Văn phòng"},
    ]
    if organisation.collective:
        together = {"quyen_han": Authority.COLLECTIVE.value, "tap_the": "Ủy ban nhân dân"}
        variants += [{**together, "chuc_vu": head}, {**together, **for_head, "chuc_vu": deputy}]
    names = st.lists(st.sampled_from(_NAMES), min_size=2, max_size=4).map(" ".join)
    return st.tuples(st.sampled_from(variants), names).map(lambda pair: {**pair[0], "ho_ten": pair[1]})


class _Kind:
    """The strategies of what a plan is made of."""

    def __init__(self, organisation, *, awkward):
        self.awkward = awkward
        entries = (*organisation.units, *organisation.groups)
        self.units = st.sampled_from([name for entry in entries for name in entry.names])

    def heading(self, most=45):
        """Return texts without a number, dash or bracket before them and without a mark behind."""
        return texts(most=most, awkward=self.awkward).map(lambda text: text.strip(" -–(.;/") or "Một")

    def cell(self, most=12):
        """Return texts of any look."""
        anything = texts(most=most, awkward=self.awkward)
        return st.one_of(anything, anything, st.sampled_from(BARE)) if self.awkward else anything

    def sections(self):
        return st.fixed_dictionaries(
            {"tieu_de": self.heading(8)},
            optional={
                "doan": st.lists(self.heading(), max_size=2),
                "gach": st.lists(self.heading(), max_size=2),
                "khoan": st.lists(self.items(), max_size=3),
                "chi_dan": self.heading(8),
            },
        )

    def items(self):
        """Return items: a title or a text; with points, with dashes, or with neither."""
        points = st.one_of(
            self.heading(),
            st.fixed_dictionaries(
                {"noi_dung": self.heading()}, optional={"gach": st.lists(self.heading(), max_size=2)}
            ),
        )
        below = st.one_of(
            st.just({}),
            st.fixed_dictionaries({"diem": st.lists(points, max_size=3)}),
            st.fixed_dictionaries({"gach": st.lists(self.heading(), max_size=3)}),
        )
        first = st.one_of(
            self.heading(8).map(lambda text: {"tieu_de": text}),
            self.heading().map(lambda text: {"noi_dung": text}),
        )
        paragraphs = st.one_of(
            st.just({}), st.fixed_dictionaries({"doan": st.lists(self.heading(), max_size=2)})
        )
        return st.tuples(first, paragraphs, below).map(lambda parts: parts[0] | parts[1] | parts[2])

    def recipients(self):
        return st.fixed_dictionaries(
            {"danh_sach": st.lists(self.heading(8), min_size=1, max_size=4)},
            optional={"don_vi_soan_thao": self.cell(2), "so_ban": st.integers(1, 20)},
        )

    def appendices(self):
        return st.fixed_dictionaries(
            {"ten": self.heading(10), "phan": self.alone_or_titled("nhom", self.alone_or_titled_groups())},
            optional={
                "huong": st.sampled_from(["doc", "ngang"]),
                "cot": st.fixed_dictionaries({}, optional={key: self.cell(3) for key in _COLUMNS}),
            },
        )

    def alone_or_titled_groups(self):
        return self.alone_or_titled("nhiem_vu", st.lists(self.tasks(), min_size=1, max_size=4))

    def alone_or_titled(self, key, inside):
        """Return blocks that hold `inside` under `key`: some with titles, or one without."""
        alone = inside.map(lambda held: [{key: held}])
        titled = st.fixed_dictionaries({"ten": self.heading(8), key: inside})
        return st.one_of(st.lists(titled, min_size=1, max_size=2), alone)

    def tasks(self):
        below = st.one_of(
            st.just({}), st.lists(self.rows(), max_size=3).map(lambda rows: {"nhiem_vu_con": rows})
        )
        return st.tuples(self.rows(), below).map(lambda parts: parts[0] | parts[1])

    def rows(self):
        many = st.lists(self.units, min_size=1, max_size=3)
        deadline = st.one_of(st.sampled_from(_DEADLINES), self.cell(6))
        return st.fixed_dictionaries(
            {
                "id": slugs(),
                "noi_dung": self.heading(30),
                "chu_tri": st.one_of(self.units, many),
                "thoi_gian": deadline,
            },
            optional={
                "san_pham": self.cell(6),
                "phoi_hop": st.one_of(self.units, many),
                "kinh_phi": self.cell(3),
                "ghi_chu": self.cell(6),
            },
        )


def slugs():
    """Return a strategy for ids of tasks, not yet told apart."""
    return st.lists(st.sampled_from(_SLUGS.split()), min_size=1, max_size=2).map("-".join)


def _number_apart(appendices):
    """Give every task an id of its own."""
    seen = set()
    for row in _rows(appendices):
        base, count = row["id"], 2
        while row["id"] in seen:
            row["id"] = f"{base}-{count}"
            count += 1
        seen.add(row["id"])


def _rows(appendices):
    groups = (group for appendix in appendices for part in appendix["phan"] for group in part["nhom"])
    for task in (task for group in groups for task in group["nhiem_vu"]):
        yield from (task, *task.get("nhiem_vu_con", ()))
