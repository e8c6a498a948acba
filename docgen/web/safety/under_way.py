"""What is being done right now, and is not begun a second time beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from docgen.errors import ConflictError


class UnderWay:
    """Knows it in memory: the service is one process, and asks from one thread."""

    def __init__(self) -> None:
        self._deeds: set[tuple[str, ...]] = set()

    @contextmanager
    def alone(self, *deed: str) -> Iterator[None]:
        """Do something while nobody else does the same.

        Raises:
            ConflictError: somebody does.

        """
        if deed in self._deeds:
            raise ConflictError(
                "Yêu cầu này đang được thực hiện.", "Đợi yêu cầu trước trả lời, rồi gửi lại nếu cần."
            )
        self._deeds.add(deed)
        try:
            yield
        finally:
            self._deeds.remove(deed)
