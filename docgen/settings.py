"""What the service is told by its surroundings: environment variables that begin with DOCGEN_."""

from pathlib import Path
from typing import Annotated, Any, Self

from limits import parse_many
from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from docgen.errors import InvalidInputError

_MEBIBYTE = 2**20


def _read_rate(text: str) -> str:
    """Return how often something may be asked for, which the library understands.

    Raises:
        ValueError: it does not.

    """
    parse_many(text)
    return text


Rate = Annotated[str, AfterValidator(_read_rate)]
"""How often something may be asked for: "5/minute;20/hour"."""


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
    public_address: str = Field(default="", pattern=r"^(https?://[^/\s]+)?/?$")
    """Where people come to ("https://cchc.snv.example"); as they have come, where nothing is said."""
    allowed_hosts: tuple[str, ...] = ("*",)
    trusted_proxies: tuple[str, ...] = ()
    most_bytes: int = 25 * _MEBIBYTE
    """Of the body of a request: an evidence file of 20 MiB and what goes with it."""
    sign_in_rate: Rate = "5/minute;20/hour"
    """Passwords tried for one account from one address."""
    sign_in_address_rate: Rate = "60/minute"
    """Passwords tried from one address: an office may share it."""
    failed_address_rate: Rate = "30/minute;100/hour"
    """Of those, the wrong ones: nobody tries one password with all accounts."""
    heavy_rate: Rate = "20/minute"
    """What takes long, for one person or program."""
    api_rate: Rate = "600/minute"
    """All that one program asks for."""

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
            'Hãy sửa biến môi trường hoặc tùy chọn cùng tên rồi chạy lại; danh sách ghi dạng ["a", "b"],'
            " giới hạn số lần ghi dạng 5/minute;20/hour.",
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
