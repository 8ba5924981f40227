"""What can go wrong, with a code, a message and a remedy."""

from __future__ import annotations

from typing import Any, Union

DocumentId = Union[str, int]


class GaigeError(Exception):
    """A problem with a ``code``, a ``message`` and a ``hint`` that says what to do.

    Codes that the command line has mean the same here.
    """

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.code}; hint: {self.hint}"


class CliError(GaigeError):
    """gaige itself could not be found, started or kept: a fault of the whole run."""


class DocumentError(GaigeError):
    """One document could not be read; the others are not concerned."""

    def __init__(self, id: DocumentId, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.args = (id, code, message, hint)
        self.id = id

    def __str__(self) -> str:
        return f"document {self.id!r}: {super().__str__()}"

    def row(self) -> dict[str, Any]:
        """The same as a record: ``{"id", "error": {"code", "message", "hint"}}``."""
        error = {"code": self.code, "message": self.message, "hint": self.hint}
        return {"id": self.id, "error": error}
