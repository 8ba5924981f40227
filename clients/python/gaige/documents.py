"""What is given as a document, and the line that ``gaige stream`` reads it from."""

from __future__ import annotations

import base64
import json
import operator
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Iterator, Mapping, Union

from .errors import DocumentError, DocumentId

#: UTF-16 code units: the longest line that ``gaige stream`` holds.
LONGEST_LINE = 120 * 1024 * 1024

#: A text that is shorter may be the name of a file by mistake.
_LONGEST_NAME = 300


@dataclass(frozen=True)
class Document:
    """One report: a ``text``, the bytes of a file (``data``) or a ``path``; exactly one of them.

    ``id`` is what its record is known by. ``name`` is a file name, by which formats are told where
    the content does not; it is ``report.path`` in the record. ``encoding`` holds for bytes
    and files (``gb18030``), which are otherwise read in the encoding that they seem to have.
    """

    id: DocumentId | None = None
    text: str | None = None
    data: bytes | None = None
    path: str | os.PathLike[str] | None = None
    name: str | None = None
    encoding: str | None = None


Given = Union[
    str,
    bytes,
    "os.PathLike[str]",
    Document,
    Mapping[str, Any],
    "tuple[DocumentId, Any]",
    DocumentError,
]

_KEYS = ("id", "text", "data", "path", "name", "encoding")

_SHAPES = (
    "give a str (a text), a pathlib.Path (a file), bytes (a file's content), a gaige.Document, "
    "a mapping with the same keys, or a pair of an id and one of these"
)


def files(*places: str | os.PathLike[str]) -> Iterator[Path]:
    """The files of folders, whatever lies in them, in the order of their names.

    Hidden files and folders are passed over. A file is itself. Raises ``FileNotFoundError``.
    """
    for place in map(Path, places):
        if place.is_dir():
            yield from _files_in(place)
        elif place.exists():
            yield place
        else:
            raise FileNotFoundError(f"no such file or folder: {place}")


def _files_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "node_modules":
            continue
        if path.is_dir():
            # A link to a folder may lead in a circle.
            if not path.is_symlink():
                yield from _files_in(path)
        elif path.is_file():
            yield path


def as_document(given: Given, index: int) -> Document:
    """What was given, as a ``Document`` with an id: ``index`` where it has none of its own.

    Raises ``DocumentError`` with the code ``DOCUMENT_INVALID``.
    """
    if isinstance(given, DocumentError):
        raise given
    if isinstance(given, tuple) and len(given) == 2:
        id, inner = _id_of(given[0], index), given[1]
        return replace(_plain(inner, id), id=id)
    document = _plain(given, index)
    if document.id is None and document.path is not None:
        return replace(document, id=shown_path(document.path))
    return replace(document, id=_id_of(document.id, index))


def _plain(given: Any, id: DocumentId) -> Document:
    if isinstance(given, Document):
        return given
    if isinstance(given, str):
        return Document(text=given)
    if isinstance(given, (bytes, bytearray, memoryview)):
        return Document(data=bytes(given))
    if isinstance(given, os.PathLike):
        return Document(path=given, id=shown_path(given))
    if isinstance(given, Mapping):
        return Document(**{key: given[key] for key in _KEYS if key in given})
    raise invalid(id, f"is a {type(given).__name__}, which is no document")


def _id_of(id: Any, index: int) -> DocumentId:
    if id is None:
        return index
    if isinstance(id, str):
        if has_surrogate(id):
            raise invalid(index, f"has an id with a surrogate by itself: {id!r}")
        return id
    try:
        # numpy's whole numbers are none of Python's.
        return operator.index(id)
    except TypeError:
        problem = f"has an id of type {type(id).__name__}, which is neither str nor int"
        raise invalid(index, problem) from None


def invalid(id: DocumentId, problem: str, hint: str = _SHAPES) -> DocumentError:
    """An error of the code ``DOCUMENT_INVALID``."""
    return DocumentError(id, "DOCUMENT_INVALID", f"the document {problem}", hint)


def line_of(document: Document, number: int) -> bytes:
    """The line that hands the document to ``gaige stream``, with ``number`` as its id.

    Reads the file where there is a path. Raises ``DocumentError``.
    """
    id = _known(document)
    content = [document.text, document.data, document.path]
    if sum(part is not None for part in content) != 1:
        raise invalid(id, "has no text, data or path, or more than one of them")
    fields: dict[str, Any] = {"id": number}
    if document.name is not None:
        fields["name"] = document.name
    if document.text is not None:
        fields["text"] = _checked_text(document.text, id)
    else:
        document = loaded(document)
        if document.name is not None:
            fields["name"] = document.name
        fields["base64"] = _base64(document.data, id)
        if document.encoding is not None:
            fields["encoding"] = document.encoding
    return _line(fields, id)


def shown_path(path: str | os.PathLike[str]) -> str:
    """The path as a text: names that are no UTF-8 have their bytes as ``\\xd6``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def has_surrogate(text: str) -> bool:
    """Whether UTF-8 cannot hold the text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def loaded(document: Document) -> Document:
    """The document with the bytes of its file in place of the path. Raises ``DocumentError``."""
    if document.path is None:
        return document
    name = document.name or shown_path(document.path)
    data = _read(document.path, _known(document))
    return replace(document, path=None, data=data, name=name)


def _known(document: Document) -> DocumentId:
    return document.id if document.id is not None else "-"


def _checked_text(text: Any, id: DocumentId) -> str:
    if not isinstance(text, str):
        # A cell of a data frame without a text is NaN or None.
        raise invalid(id, f"has a {type(text).__name__} in place of its text")
    if len(text) < _LONGEST_NAME and "\n" not in text and "." in text and _is_file(text):
        message = f"the text is the name of a file: {text}"
        hint = "give pathlib.Path(...) for a file; a str is the text of a report"
        raise DocumentError(id, "PATH_OR_TEXT", message, hint)
    return text


def _is_file(text: str) -> bool:
    try:
        return os.path.isfile(text)
    except ValueError:
        return False


def _base64(data: bytes | None, id: DocumentId) -> str:
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise invalid(id, f"has a {type(data).__name__} in place of its bytes")
    return base64.b64encode(data).decode("ascii")


def _read(path: str | os.PathLike[str], id: DocumentId) -> bytes:
    try:
        size = os.stat(path).st_size
        if size * 4 // 3 > LONGEST_LINE:
            raise too_large(id, f"the file has {size} bytes")
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:
        is_missing = isinstance(error, FileNotFoundError)
        code = "PATH_NOT_FOUND" if is_missing else "INPUT_UNREADABLE"
        message = f"the file cannot be read: {error}"
        raise DocumentError(id, code, message, "check the path and who may read it") from error


def too_large(id: DocumentId, problem: str) -> DocumentError:
    """An error of the code ``FILE_TOO_LARGE``."""
    message = f"{problem}, and a line of gaige stream may have {LONGEST_LINE} characters"
    return DocumentError(
        id, "FILE_TOO_LARGE", message, "use gaige extract, which reads files itself"
    )


def _line(fields: Mapping[str, Any], id: DocumentId) -> bytes:
    try:
        line = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        data = line.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _lone_surrogate(fields, id) from error
    except TypeError as error:
        raise invalid(id, f"holds what JSON does not know: {error}") from error
    if len(data) > LONGEST_LINE and utf16_length(line) > LONGEST_LINE:
        raise too_large(id, f"the document makes a line of {utf16_length(line)} characters")
    return data + b"\n"


def utf16_length(text: str) -> int:
    """How many UTF-16 code units the text has."""
    return len(text) + sum(character > "\uffff" for character in text)


def _lone_surrogate(fields: Mapping[str, Any], id: DocumentId) -> DocumentError:
    key, text = next((k, str(v)) for k, v in fields.items() if has_surrogate(str(v)))
    at = next(i for i, character in enumerate(text) if "\ud800" <= character <= "\udfff")
    message = f"{key} has a surrogate by itself (U+{ord(text[at]):04X}) at {at}"
    hint = (
        "it was read in a wrong encoding (errors='surrogateescape'?): give the bytes or the path; "
        "or text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')"
    )
    return DocumentError(id, "LONE_SURROGATE", message, hint)
