"""The appendix: its own section, heading lines, and the table of tasks with every column there can be."""

from docgen.documents.base import Columns
from docgen.word.factory.frame import attached, section_end
from docgen.word.factory.grid import Grid, columns_of
from docgen.word.factory.markup import bookmarked, paragraph, tag, text

_TASKS = Grid(columns_of(Columns), "column", "pl.cot", centred=frozenset({"stt", "thoi_gian", "kinh_phi"}))


def appendices() -> str:
    """Return the loop over the appendices; every one but the last closes its section itself."""
    return "".join(
        (
            tag("{%p for pl in phu_luc %}"),
            heading("pl"),
            _table(),
            tag("{%p if not loop.last %}"),
            section_end(),
            tag("{%p else %}"),
            paragraph("HetPhan"),
            tag("{%p endif %}"),
            tag("{%p endfor %}"),
        )
    )


def heading(source: str) -> str:
    """Return the lines over the table of the appendix `source`: "Phụ lục I", title, "(Kèm theo …)"."""
    return text("PhuLuc", f"{{{{ {source}.nhan }}}}") + attached(f"{source}.ten", f"{source}.kem_theo")


def _table() -> str:
    number = paragraph("OGiua", bookmarked("NEO_dong_neo", 1, "{{ dong.stt }}"))
    return _TASKS.table(*entries(_TASKS, "pl.cac_dong", _TASKS.entry(number)))


def entries(grid: Grid, source: str, task: str) -> tuple[str, ...]:
    """Return the loop over the rows of `source`: parts and groups, totals, and what a `task` is."""
    return (
        grid.control(f"{{%tr for dong in {source} %}}"),
        grid.control('{%tr if dong.loai == "phan" or dong.loai == "nhom" %}'),
        grid.numbered_heading("noi_dung"),
        grid.control('{%tr elif dong.loai == "tong" %}'),
        grid.total("noi_dung"),
        grid.control("{%tr else %}"),
        task,
        grid.control("{%tr endif %}"),
        grid.control("{%tr endfor %}"),
    )
