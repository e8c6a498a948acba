"""The commands of `docgen`: a line for each is in `app` below.

Paths of the files written, and what a check finds, go to stdout; all else to stderr. Exit status: 0 done, 1
done but the document has errors, 2 the input cannot be used. Rooms are imported when a command runs: `--help`
is quick.
"""

import gc
import sys
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from docgen.cli import audit
from docgen.cli.backup import backup, restore
from docgen.cli.check import check
from docgen.cli.deciding import decide
from docgen.cli.fix import fix
from docgen.cli.importing import import_
from docgen.cli.reporting import obligations, remind, report
from docgen.cli.rollforward import rollforward
from docgen.cli.serve import serve, worker
from docgen.cli.telling import DONE, UNUSABLE, progress, tell_of
from docgen.cli.vietnamese import VietnameseCommand, VietnameseGroup, translated
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.services.render import Format
    from docgen.services.rendered import Rendered

_RARELY = (200_000, 50, 100)
"""When the collector of cycles runs: a command is over soon, and would go over what it has read again."""

app = typer.Typer(
    cls=VietnameseGroup,
    help="Soạn thảo văn bản hành chính theo Nghị định số 30/2020/NĐ-CP: từ số liệu ra Word và PDF/A.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
template_app = typer.Typer(cls=VietnameseGroup, rich_markup_mode=None)
app.add_typer(template_app, name="template", help="Làm việc với mẫu Word của cơ quan.")
audit_app = typer.Typer(cls=VietnameseGroup, rich_markup_mode=None)
app.add_typer(audit_app, name="audit", help="Làm việc với nhật ký của dịch vụ.")


def _formats(names: str) -> "tuple[Format, ...]":
    """Read "docx,pdf"."""
    from docgen.language.text import nearest
    from docgen.services.render import Format

    known = [str(one) for one in Format]
    wanted = [name.strip().lower() for name in names.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            guess = f" Gần nhất: {close}." if (close := nearest(name, known)) else ""
            raise typer.BadParameter(f"chưa có định dạng “{name}”.{guess} Các định dạng: {', '.join(known)}.")
    if not wanted:
        raise typer.BadParameter(f"hãy nêu ít nhất một định dạng: {', '.join(known)}.")
    return tuple(Format(name) for name in wanted)


@app.command(cls=VietnameseCommand)
def render(
    file: Annotated[Path, typer.Argument(metavar="TỆP.yaml", help="Kế hoạch, dạng YAML.")],
    out: Annotated[Path, typer.Option("--out", metavar="THƯ_MỤC", help="Nơi đặt các tệp được tạo.")],
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="docx,pdf,xlsx",
            help="Các định dạng cần tạo, cách nhau bằng dấu phẩy; xlsx là bảng phụ lục để đơn vị điền.",
        ),
    ] = "docx,pdf",
    template: Annotated[
        Path | None, typer.Option("--template", metavar="THƯ_MỤC", help="Mẫu Word riêng của cơ quan.")
    ] = None,
    *,
    final: Annotated[
        bool, typer.Option("--final", help="Bản chính thức: còn việc cần quyết định thì không in.")
    ] = False,
) -> None:
    """Tạo văn bản từ số liệu: tệp Word và tệp PDF/A."""
    from docgen.services.render import render_plan

    wanted = _formats(formats)
    with progress() as tell:
        rendered = render_plan(file, out, wanted, template, tell, final=final)
    _tell(rendered)


@app.command(cls=VietnameseCommand)
def pdf(
    file: Annotated[Path, typer.Argument(metavar="TỆP.docx", help="Tệp Word.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="TỆP.pdf", help="Tệp PDF cần tạo.")],
    changes: Annotated[
        Literal["accepted", "original"],
        typer.Option(
            metavar="accepted|original",
            help="Thay đổi chưa duyệt: in như đã chấp nhận (accepted, mặc định) hay theo bản gốc (original).",
            show_default=False,
        ),
    ] = "accepted",
) -> None:
    """Chuyển một tệp Word thành PDF/A."""
    from docgen.services.convert import convert_file

    with progress() as tell:
        converted = convert_file(file, out, changes, tell)
    _tell(converted)


app.command(cls=VietnameseCommand)(check)
app.command(cls=VietnameseCommand)(fix)
app.command("import", cls=VietnameseCommand)(import_)
app.command(cls=VietnameseCommand)(rollforward)
app.command(cls=VietnameseCommand)(decide)
app.command(cls=VietnameseCommand)(obligations)
app.command(cls=VietnameseCommand)(report)
app.command(cls=VietnameseCommand)(remind)
app.command(cls=VietnameseCommand)(serve)
app.command(cls=VietnameseCommand, hidden=True)(worker)
app.command(cls=VietnameseCommand)(backup)
app.command(cls=VietnameseCommand)(restore)
audit_app.command("verify", cls=VietnameseCommand)(audit.verify)


@template_app.command("check", cls=VietnameseCommand)
def template_check(
    folder: Annotated[
        Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục của mẫu, ví dụ templates/kehoach.")
    ],
) -> None:
    """Kiểm tra một mẫu Word: nêu mọi lỗi cùng một lúc, kèm chỗ có lỗi."""
    from docgen.services.templates import check_template_folder

    tell_of(check_template_folder(folder))
    typer.echo("Mẫu dùng được.", err=True)


def _tell(rendered: "Rendered") -> None:
    for path in rendered.files:
        typer.echo(path)
    tell_of(rendered.remarks)


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(*_RARELY)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        sys.exit(app(standalone_mode=False, prog_name="docgen") or DONE)
    except DocgenError as error:
        message = str(error)
    except typer.TyperException as error:
        message = translated(error)
    except Exception as error:  # noqa: BLE001  the last door: an officer never sees a traceback
        where = extract_tb(error.__traceback__)[-1]
        message = (
            f"docgen gặp lỗi ngoài dự kiến ({type(error).__name__}: {error}; {Path(where.filename).name}, "
            f"dòng {where.lineno}).\nHãy gửi thông báo này kèm tệp đang dùng cho bộ phận kỹ thuật."
        )
    typer.echo(f"Lỗi: {message}", err=True)
    sys.exit(UNUSABLE)
