"""Records of many documents as files, a part each, with a manifest; what ``gaige.dask`` has workers do.

A folder of parts::

    job.json                what was asked for
    part-00000.ndjson       a record a line; as parquet: indicators/part-00000.parquet …
    entries/part-00000.json what the part holds, written after its files
    manifest.json           all entries, written last
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from glob import glob
from typing import Any, BinaryIO, Callable, Iterable, Iterator, Mapping, Protocol

from .documents import Document
from .errors import DocumentError, GaigeError
from .extractor import Extractor, Record
from .parquet import ParquetFile
from .tables import COLUMNS, TableName, rows

Part = dict[str, Any]
Manifest = dict[str, Any]

FORMATS = ("ndjson", "parquet")

#: Of the manifest's shape.
_SCHEMA_VERSION = 1

#: The settings that change what is written.
_TOLD = ("offsets", "include_text", "segmenter", "select")

#: Settings that name files, whose content counts.
_FILES = ("rules", "config")

_OURS = ("part-*.ndjson", "*/part-*.parquet", "entries/part-*.json", "manifest.json", "job.json")
_TABLES: tuple[TableName, ...] = ("indicators", "placeholders", "domains", "documents")


@dataclass(frozen=True)
class Job:
    """What is asked for: the settings of ``Extractor``, and a folder that every worker sees."""

    folder: str
    format: str
    settings: Mapping[str, Any]

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise ValueError(f"format is {self.format!r}: give {' or '.join(FORMATS)}")
        object.__setattr__(self, "folder", os.path.abspath(self.folder))

    def path(self, *names: str) -> str:
        """A path in the folder."""
        return os.path.join(self.folder, *names)

    def begin(self, parts: int, overwrite: bool) -> None:
        """Makes the folder ready. Raises ``GaigeError`` (``OUTPUT_EXISTS``) where it holds anything else."""
        told = {key: self.settings[key] for key in _TOLD}
        files = {key: [_content_of(path) for path in _listed(self.settings[key])] for key in _FILES}
        job = {"format": self.format, "parts": parts, "settings": _plain({**told, **files})}
        os.makedirs(self.folder, exist_ok=True)
        earlier = _json_in(self.path("job.json"))
        if earlier is None and any(os.scandir(self.folder)):
            raise _exists(self.folder, "it holds files of somebody else", "choose another folder")
        if earlier is not None and earlier != job:
            if not overwrite:
                hint = "choose another folder, or give overwrite=True"
                raise _exists(self.folder, "it holds another run", hint)
            self._remove(_OURS)
        self._remove(("manifest.json",))
        for folder in ("entries", *(_TABLES if self.format == "parquet" else ())):
            os.makedirs(self.path(folder), exist_ok=True)
        _write_json(self.path("job.json"), job)

    def finish(self, entries: list[Part]) -> Manifest:
        """Writes the manifest. Raises ``GaigeError`` where parts were made by different versions."""
        tools = {json.dumps(entry["tool"], sort_keys=True): entry["tool"] for entry in entries}
        if len({(tool["version"], tool["rules"]) for tool in tools.values()}) > 1:
            told = ", ".join(sorted(tools))
            hint = "install the same version and the same rules on all workers, and run it again"
            raise GaigeError("TOOL_DIFFERS", f"workers have different versions: {told}", hint)
        self._remove((".*.tmp", "*/.*.tmp"))
        manifest = {
            "schemaVersion": _SCHEMA_VERSION,
            "format": self.format,
            "tools": [tools[key] for key in sorted(tools)],
            "documents": sum(entry["documents"] for entry in entries),
            "errors": sum(entry["errors"] for entry in entries),
            "parts": entries,
        }
        _write_json(self.path("manifest.json"), manifest)
        return manifest

    def _remove(self, patterns: Iterable[str]) -> None:
        for pattern in patterns:
            for path in glob(os.path.join(glob_escape(self.folder), pattern)):
                os.remove(path)


def glob_escape(path: str) -> str:
    """The path as a pattern that stands for itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in path)


def _listed(paths: Any) -> list[str]:
    return [paths] if isinstance(paths, str) else list(paths or ())


def _content_of(path: str) -> str:
    """SHA-256 of a file, or of the YAML files of a folder; the path where it is not to be seen from here."""
    digest = hashlib.sha256()
    try:
        if not os.path.isdir(path):
            return _sha256_of(path)
        for file in sorted(glob(os.path.join(glob_escape(path), "**", "*.y*ml"), recursive=True)):
            name = os.path.relpath(file, path).replace(os.sep, "/")
            digest.update(f"{name}\0{_sha256_of(file)}\n".encode())
    except OSError:
        return path
    return digest.hexdigest()


def _exists(folder: str, problem: str, hint: str) -> GaigeError:
    return GaigeError("OUTPUT_EXISTS", f"{folder} cannot be written into: {problem}", hint)


def _plain(value: Any) -> Any:
    """As JSON gives it back."""
    return json.loads(json.dumps(value))


# --- one part -------------------------------------------------------------------------------


def write_part(
    job: Job, index: int, documents: Callable[[], Iterator[Any]], extractor: Extractor
) -> Part:
    """Writes part ``index`` and its entry, unless both are there already, and gives the entry.

    ``documents`` begins anew each time it is called.
    """
    name = f"part-{index:05d}"
    entry_path = job.path("entries", f"{name}.json")
    tool = extractor.tool
    earlier = _json_in(entry_path)
    if earlier is not None:
        if earlier["tool"] == tool and _still_holds(job, earlier, documents):
            return earlier
        os.remove(entry_path)
    digest = _Digest()
    counts = {"documents": 0, "errors": 0}
    with _WRITERS[job.format](job, name, extractor) as writer:
        for record in extractor.extract(digest.of(documents()), errors="row"):
            counts["documents"] += 1
            counts["errors"] += "error" in record
            digest.add_id(record["id"])
            writer.add(record)
    entry: Part = {
        "part": name,
        **counts,
        "tool": tool,
        "input": digest.input.hexdigest(),
        "ids": digest.ids.hexdigest(),
        "files": [_file_entry(job, path) for path in writer.paths],
    }
    _write_json(entry_path, entry)
    return entry


def _still_holds(job: Job, entry: Part, documents: Callable[[], Iterator[Any]]) -> bool:
    """Whether a part that was written earlier is what would be written now."""
    if entry["errors"] > 0 or any(not _is_there(job, file) for file in entry["files"]):
        return False
    digest = _Digest()
    for _ in digest.of(documents()):
        pass
    return bool(digest.input.hexdigest() == entry["input"])


def _is_there(job: Job, file: Mapping[str, Any]) -> bool:
    try:
        return os.path.getsize(job.path(*file["path"].split("/"))) == file["bytes"]
    except OSError:
        return False


class _Digest:
    """SHA-256 of what goes in, document by document, and of the ids that come out."""

    def __init__(self) -> None:
        self.input = hashlib.sha256()
        self.ids = hashlib.sha256()

    def of(self, documents: Iterable[Any]) -> Iterator[Any]:
        for document in documents:
            self.input.update(json.dumps(_facts(document)).encode() + b"\n")
            yield document

    def add_id(self, id: Any) -> None:
        self.ids.update(json.dumps(id).encode() + b"\n")


def _facts(document: Document | DocumentError) -> list[Any]:
    if isinstance(document, DocumentError):
        return [document.id, document.code]
    text, data = document.text, document.data
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else data
    if not isinstance(content, (bytes, bytearray, memoryview)):
        content = repr(content).encode()
    kind = "text" if isinstance(text, str) else "data"
    digest = hashlib.sha256(content).hexdigest()
    return [document.id, document.name, document.encoding, kind, digest]


class _Writer(Protocol):
    paths: list[str]

    def __enter__(self) -> _Writer: ...

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None: ...

    def add(self, record: Record) -> None: ...


class _NdjsonWriter:
    def __init__(self, job: Job, name: str, extractor: Extractor) -> None:
        self.paths = [job.path(f"{name}.ndjson")]
        self._file = _WholeFile(self.paths[0])

    def __enter__(self) -> _NdjsonWriter:
        self._file.open()
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self._file.end(is_whole=kind is None)

    def add(self, record: Record) -> None:
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        self._file.handle.write(line.encode("utf-8") + b"\n")


class _ParquetWriter:
    """A file with types for each of four tables."""

    def __init__(self, job: Job, name: str, extractor: Extractor) -> None:
        self.paths = [job.path(table, f"{name}.parquet") for table in _TABLES]
        self._files = [_WholeFile(path) for path in self.paths]
        self._labels = extractor.domain_labels()

    def __enter__(self) -> _ParquetWriter:
        self._tables = {
            table: ParquetFile(file.open(), COLUMNS[table])
            for table, file in zip(_TABLES, self._files)
        }
        return self

    def add(self, record: Record) -> None:
        for table, file in self._tables.items():
            for row in rows(record, table, self._labels):
                file.add(row)

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        is_whole = False
        try:
            if kind is None:
                for file in self._tables.values():
                    file.close()
                is_whole = True
        finally:
            for whole in self._files:
                whole.end(is_whole)


_WRITERS: dict[str, Callable[[Job, str, Extractor], _Writer]] = {
    "ndjson": _NdjsonWriter,
    "parquet": _ParquetWriter,
}


# --- files ----------------------------------------------------------------------------------


class _WholeFile:
    """A file that is there whole or not at all: written under another name, and renamed at its end."""

    def __init__(self, path: str) -> None:
        folder, name = os.path.split(path)
        self._path = path
        self._temporary = os.path.join(folder, f".{name}.{uuid.uuid4().hex}.tmp")

    def open(self) -> BinaryIO:
        self.handle: BinaryIO = open(self._temporary, "xb")
        return self.handle

    def end(self, is_whole: bool) -> None:
        if is_whole:
            self.handle.flush()
            os.fsync(self.handle.fileno())
        self.handle.close()
        if is_whole:
            os.replace(self._temporary, self._path)
        else:
            os.remove(self._temporary)


@contextmanager
def _whole(path: str) -> Iterator[BinaryIO]:
    file = _WholeFile(path)
    try:
        yield file.open()
    except BaseException:
        file.end(is_whole=False)
        raise
    file.end(is_whole=True)


def _write_json(path: str, value: Any) -> None:
    with _whole(path) as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8") + b"\n")


def _json_in(path: str) -> Any:
    """What a file of JSON holds; None where there is none, or one that was not written by us."""
    try:
        with open(path, "rb") as file:
            return json.loads(file.read())
    except (FileNotFoundError, ValueError):
        return None


def _file_entry(job: Job, path: str) -> dict[str, Any]:
    relative = os.path.relpath(path, job.folder).replace(os.sep, "/")
    return {"path": relative, "bytes": os.path.getsize(path), "sha256": _sha256_of(path)}


def _sha256_of(path: str) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def check_parts(folder: str) -> list[str]:
    """What is wrong with a folder of parts: no manifest, files missing or changed, ids that come twice.

    All ids are in memory together; those of parquet parts are not looked at.
    """
    manifest = _json_in(os.path.join(folder, "manifest.json"))
    if manifest is None:
        return ["there is no manifest.json: the run did not end, call extract_parts again"]
    problems: list[str] = []
    seen: set[Any] = set()
    for entry in manifest["parts"]:
        for file in entry["files"]:
            path = os.path.join(folder, *file["path"].split("/"))
            if not os.path.exists(path):
                problems.append(f"{file['path']} is missing")
            elif _sha256_of(path) != file["sha256"]:
                problems.append(f"{file['path']} was changed")
            elif path.endswith(".ndjson"):
                problems.extend(_twice(path, file["path"], seen))
    return problems


def _twice(path: str, shown: str, seen: set[Any]) -> Iterator[str]:
    with open(path, "rb") as file:
        for line in file:
            id = json.loads(line)["id"]
            if id in seen:
                yield f"{shown}: the id {id!r} comes twice"
            seen.add(id)
