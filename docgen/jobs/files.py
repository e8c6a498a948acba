"""The files that a job makes: kept among the bytes of the office, named in its result."""

import io
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docgen.jobs.run import Json, Run
from docgen.office.work import MadeFile, made
from docgen.store.blobs import bytes_of, keep


def keep_files(run: Run, files: Mapping[str, bytes]) -> list[Json]:
    """Keep files, by their names, as a step may return them."""
    with run.writing() as desk:
        return [[name, keep(desk.session, data)] for name, data in files.items()]


def result_of(files: Iterable[Json]) -> Mapping[str, Json]:
    """Return files that steps have kept as the result of a job."""
    return made(MadeFile(*file) for file in files)


def in_one(run: Run, name: str, files: Iterable[Json]) -> list[Json]:
    """Put files that steps have kept into one, a ZIP, and keep that."""
    with run.reading() as desk:
        contents = {inner: bytes_of(desk.session, sha256) for inner, sha256 in files}
    return keep_files(run, {name: zipped(contents)})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files in one, a ZIP: the same bytes for the same files."""
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return target.getvalue()
