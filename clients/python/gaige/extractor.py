"""``extract``: documents in, records out, in the same order and a few at a time."""

from __future__ import annotations

import json
import os
import threading
import weakref
from collections import deque
from concurrent.futures import CancelledError
from typing import Any, Iterable, Iterator, Literal, Sequence, Union

from .cli import config_arguments, domain_labels, find_cli, rule_arguments
from .documents import Document, Given, as_document, line_of
from .errors import DocumentError, DocumentId, GaigeError
from .offsets import to_code_points
from .pool import LostJob, Pool
from .stream import Job

Record = dict[str, Any]
Errors = Literal["raise", "row"]
Offsets = Literal["utf-16", "codepoints"]

#: Documents that may wait for the answers before theirs, for each worker, and the bytes of all of them.
_AHEAD = 4
_AHEAD_BYTES = 64 * 1024 * 1024


class Extractor:
    """Reads reports with ``workers`` processes of gaige, which are started when they are needed and kept.

    - ``workers``: reports worked on at a time; each takes a core and some 200 MB.
    - ``errors``: ``"raise"`` raises ``DocumentError`` at a document that cannot be read, ``"row"``
      gives ``{"id", "error": {"code", "message", "hint"}}`` in place of its record.
    - ``offsets``: ``"codepoints"`` gives spans in Python's terms (``record["text"][start:end]``);
      ``"utf-16"`` leaves them as the command line writes them.
    - ``include_text``: whether records have the ``text`` that spans refer to.
    - ``rules``: packs to load after the built-in one. ``config``: a ``gaige.yaml`` for its rules (of
      its ``defaults`` nothing is taken); False for none, None for the nearest one upward from the
      working directory.
    - ``segmenter``, ``select``: as of the command line.
    - ``timeout``: seconds for one document, None for any time. ``start_timeout``: for a process to
      be there. ``retries``: how often a document is tried again whose process died.
    - ``command``: what runs gaige; by default ``find_cli()``.

    A context manager; ``close`` ends the processes. May be used by many threads at once. What is
    pickled are the settings.
    """

    def __init__(
        self,
        *,
        workers: int = 1,
        errors: Errors = "raise",
        offsets: Offsets = "utf-16",
        include_text: bool = True,
        rules: Sequence[str | os.PathLike[str]] = (),
        config: str | os.PathLike[str] | Literal[False] | None = None,
        segmenter: str | None = None,
        select: str | None = None,
        timeout: float | None = 600.0,
        start_timeout: float = 120.0,
        retries: int = 2,
        command: Sequence[str] | None = None,
        cwd: str | os.PathLike[str] | None = None,
    ) -> None:
        _check("errors", errors, ("raise", "row"))
        _check("offsets", offsets, ("utf-16", "codepoints"))
        _check_number("workers", workers, 1)
        _check_number("retries", retries, 0)
        if timeout is not None and not timeout > 0:
            raise ValueError(f"timeout is {timeout!r}: give seconds, or None for any time")
        if isinstance(rules, (str, os.PathLike)):
            rules = (rules,)
        self._settings: dict[str, Any] = {
            "workers": workers,
            "errors": errors,
            "offsets": offsets,
            "include_text": include_text,
            "rules": tuple(os.fspath(path) for path in rules),
            "config": config if config is None or config is False else os.fspath(config),
            "segmenter": segmenter,
            "select": select,
            "timeout": timeout,
            "start_timeout": start_timeout,
            "retries": retries,
            "command": None if command is None else tuple(command),
            "cwd": None if cwd is None else os.fspath(cwd),
        }
        self._pool: Pool | None = None
        self._labels: dict[str, tuple[str, str]] | None = None
        self._lock = threading.Lock()
        self._is_closed = False
        self._finalizer: Any = None

    def extract(
        self, documents: Iterable[Given], *, errors: Errors | None = None
    ) -> Iterator[Record]:
        """The records of the documents, in their order, each as soon as those before it are there.

        A document is a ``str`` (the text of a report), a ``pathlib.Path`` (a file), ``bytes`` (the
        content of one), a ``Document``, a mapping with the same keys, or a pair ``(id, document)``.
        Without an id of its own its place is its id, that of a file its path. A record is that of
        ``gaige extract`` with the ``id`` in front. Documents are taken from the iterable as they are
        needed: a few for each worker, however many there are.

        Raises ``DocumentError`` at a document that cannot be read, unless ``errors`` is ``"row"``;
        ``CliError`` where gaige cannot be run.
        """
        if isinstance(documents, (str, bytes, os.PathLike, Document)):
            kind = type(documents).__name__
            raise TypeError(f"extract takes many documents, and this is one {kind}: [document]")
        how = self._settings["errors"] if errors is None else errors
        _check("errors", how, ("raise", "row"))
        return self._results(iter(documents), how)

    def extract_one(self, document: Given, *, errors: Errors | None = None) -> Record:
        """The record of one document; as ``extract``."""
        return next(iter(self.extract([document], errors=errors)))

    def _results(self, documents: Iterator[Given], errors: Errors) -> Iterator[Record]:
        pool = self._open()
        window: deque[_Waiting] = deque()
        size = 0
        most = _AHEAD * self._settings["workers"]
        given = _Numbered(documents)
        try:
            while True:
                while len(window) < most and size < _AHEAD_BYTES:
                    item = given.next()
                    if item is None:
                        break
                    window.append(self._sent(item[1], item[0], pool))
                    size += window[-1].size
                    # What is there is not kept back for the sake of what may be long in coming.
                    if window[0].is_done:
                        break
                if not window:
                    break
                first = window.popleft()
                size -= first.size
                yield self._result(first, pool, errors)
            if given.problem is not None:
                raise given.problem
        finally:
            for waiting in window:
                waiting.drop()

    def _sent(self, given: Given, index: int, pool: Pool) -> _Waiting:
        try:
            document = as_document(given, index)
            number = pool.next_number()
            job = Job(number, line_of(document, number))
        except DocumentError as error:
            return _Waiting(error.id, None, error)
        pool.submit(job)
        return _Waiting(document.id if document.id is not None else index, job, None)

    def _result(self, waiting: _Waiting, pool: Pool, errors: Errors) -> Record:
        try:
            if waiting.error is not None:
                raise waiting.error
            assert waiting.job is not None
            return self._record(waiting.id, _answer(waiting.id, waiting.job, pool))
        except DocumentError as error:
            if errors == "raise":
                raise
            return error.row()

    def _record(self, id: DocumentId, answer: bytes) -> Record:
        try:
            record = json.loads(answer)
        except ValueError as error:
            message = f"gaige answered with bad JSON: {error}"
            hint = "try the document with gaige extract, and report it if that works"
            raise DocumentError(id, "BAD_ANSWER", message, hint) from error
        record["id"] = id
        if "error" in record:
            told = record["error"]
            raise DocumentError(id, told["code"], told["message"], told["hint"])
        if self._settings["offsets"] == "codepoints":
            record = to_code_points(record)
            if not self._settings["include_text"]:
                del record["text"]
        return record

    @property
    def tool(self) -> dict[str, str]:
        """Name, version, rules and segmenter of gaige, as records tell them. Starts a process."""
        pool = self._open()
        if pool.first_answer is None:
            self.extract_one("", errors="raise")
        tool: dict[str, str] = json.loads(pool.first_answer or b"{}")["tool"]
        return tool

    def domain_labels(self) -> dict[str, tuple[str, str]]:
        """Label and official field of each field of reform by its id, by the rules of this extractor."""
        if self._labels is None:
            told = ("rules", "config", "command", "cwd")
            self._labels = domain_labels(**{name: self._settings[name] for name in told})
        return self._labels

    def pids(self) -> list[int]:
        """The processes of gaige that are running."""
        return [] if self._pool is None else self._pool.pids()

    @property
    def is_broken(self) -> bool:
        """Whether gaige did not start: another extractor may have more luck."""
        return self._pool is not None and self._pool.is_broken

    def _open(self) -> Pool:
        with self._lock:
            if self._is_closed:
                raise GaigeError("CLOSED", "the extractor is closed", "open another")
            if self._pool is None:
                settings = self._settings
                self._pool = Pool(
                    command=self._command(),
                    cwd=settings["cwd"],
                    size=settings["workers"],
                    timeout=settings["timeout"],
                    start_timeout=settings["start_timeout"],
                    retries=settings["retries"],
                )
                self._finalizer = weakref.finalize(self, self._pool.close)
            return self._pool

    def _command(self) -> list[str]:
        settings = self._settings
        words = [*(settings["command"] or find_cli()), "stream", "--lang", "en", "--no-color"]
        # Without the text, code points cannot be counted.
        if settings["include_text"] or settings["offsets"] == "codepoints":
            words.append("--include-text")
        words += [*rule_arguments(settings["rules"]), *config_arguments(settings["config"])]
        for option in ("segmenter", "select"):
            if settings[option] is not None:
                words += [f"--{option}", settings[option]]
        return words

    def close(self) -> None:
        """Ends the processes. Whoever still waits for a record gets an error of the code ``CLOSED``."""
        with self._lock:
            self._is_closed = True
        if self._finalizer is not None:
            self._finalizer()

    def __enter__(self) -> Extractor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getstate__(self) -> dict[str, Any]:
        return dict(self._settings)

    def __setstate__(self, settings: dict[str, Any]) -> None:
        self.__init__(**settings)  # type: ignore[misc]


class _Waiting:
    """A document whose record is to come, or whose error is known."""

    __slots__ = ("id", "job", "error", "size")

    def __init__(self, id: DocumentId, job: Job | None, error: DocumentError | None) -> None:
        self.id = id
        self.job = job
        self.error = error
        self.size = 0 if job is None else len(job.line)

    @property
    def is_done(self) -> bool:
        """Whether its record, or its error, is there."""
        return self.job is None or self.job.answer.done()

    def drop(self) -> None:
        """Nobody waits for it any more."""
        if self.job is not None:
            self.job.answer.cancel()


class _Numbered:
    """The documents with their places. Where the iterable fails, what came before is still answered."""

    def __init__(self, documents: Iterator[Given]) -> None:
        self._documents = documents
        self._index = 0
        self._is_over = False
        self.problem: Exception | None = None

    def next(self) -> tuple[int, Given] | None:
        """The next one, or None at the end."""
        if self._is_over:
            return None
        try:
            given = next(self._documents)
        except StopIteration:
            self._is_over = True
            return None
        except Exception as error:
            self._is_over = True
            self.problem = error
            return None
        self._index += 1
        return self._index - 1, given


_LOST = {
    "TIMEOUT": (
        "REPORT_TIMEOUT",
        "gaige {problem}",
        "give a longer timeout, or take the document out",
    ),
    "DIED": (
        "WORKER_DIED",
        "gaige ended over the document, again and again: {problem}",
        "see whether memory is short (dmesg), try the document with gaige extract, or take it out",
    ),
}


def _answer(id: DocumentId, job: Job, pool: Pool) -> bytes:
    if pool.is_over and not job.answer.done():
        raise GaigeError("CLOSED", "the extractor was closed", "open another")
    try:
        return job.answer.result()
    except LostJob as lost:
        code, message, hint = _LOST[lost.code]
        raise DocumentError(id, code, message.format(problem=lost.problem), hint) from None
    except CancelledError:
        raise GaigeError("CLOSED", "the extractor was closed", "open another") from None


def extract(documents: Iterable[Given], **settings: Any) -> Iterator[Record]:
    """The records of the documents, by an ``Extractor`` with these settings that ends with the last one.

    ``for record in gaige.extract(gaige.files("reports/"), workers=4, errors="row"): …``
    """
    extractor = Extractor(**settings)
    return _all(extractor, extractor.extract(documents))


def _all(extractor: Extractor, records: Iterator[Record]) -> Iterator[Record]:
    with extractor:
        yield from records


def is_error(record: Union[Record, Any]) -> bool:
    """Whether it tells of a document that could not be read, and is no record."""
    return "error" in record


def _check(name: str, value: Any, known: Sequence[str]) -> None:
    if value not in known:
        raise ValueError(f"{name} is {value!r}: give {' or '.join(map(repr, known))}")


def _check_number(name: str, value: Any, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError(f"{name} is {value!r}: give a whole number from {least}")
