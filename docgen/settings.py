"""What the service is told by its surroundings: environment variables that begin with DOCGEN_."""

from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from docgen.errors import InvalidInputError

_MEBIBYTE = 2**20


class Settings(BaseSettings):
    """How the service runs; every field can be set as DOCGEN_ and its name in capitals.

    `folder` holds the database, unless `database` names another ("postgresql://…"), the backups and the
    queue of jobs. `secure` says that people come by HTTPS: cookies go no other way then.
    """

    model_config = SettingsConfigDict(env_prefix="DOCGEN_", frozen=True, extra="ignore")

    folder: Path = Path("docgen-data")
    database: str = ""
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    secure: bool = False
    allowed_hosts: tuple[str, ...] = ("*",)
    trusted_proxies: tuple[str, ...] = ()
    most_bytes: int = 25 * _MEBIBYTE
    """Of the body of a request: an evidence file of 20 MiB and what goes with it."""

    @classmethod
    def told(cls, **given: Any) -> Self:
        """Return the settings of the surroundings, with what is given (and not None) in their place.

        Raises:
            InvalidInputError: some of it cannot be used.

        """
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            wrong = sorted({str(one["loc"][0]).removeprefix("DOCGEN_").lower() for one in error.errors()})
        except SettingsError:
            wrong = ["allowed_hosts", "trusted_proxies"]
        names = ", ".join(f"DOCGEN_{name.upper()}" for name in wrong)
        raise InvalidInputError(
            f"Cài đặt không dùng được: {names}.",
            'Hãy sửa biến môi trường hoặc tùy chọn cùng tên rồi chạy lại; danh sách ghi dạng ["a", "b"].',
        )

    @property
    def database_url(self) -> str:
        """The URL of the database."""
        return self.database or f"sqlite:///{(self.folder / 'docgen.sqlite').absolute()}"

    @property
    def jobs_url(self) -> str:
        """The URL of the database in which DBOS keeps count of jobs: its own file beside one of SQLite."""
        is_server = self.database.startswith("postgresql")
        return self.database if is_server else f"sqlite:///{(self.folder / 'jobs.sqlite').absolute()}"
