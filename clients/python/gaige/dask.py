"""Reports by the million over Dask distributed: one process of gaige a worker, parts of documents as work.

``extract_bag`` gives the records as a lazy bag; ``extract_parts`` has the workers write them into files
and tells in ``manifest.json`` what is there. A document that cannot be read is a row with its error.
Needs dask, distributed and fsspec; gaige and its command line have to be on every worker.
"""

from __future__ import annotations

import hashlib
import json
import base64
import os
import socket
import threading
from contextlib import contextmanager, suppress
from typing import Any, Iterable, Iterator, Mapping, Sequence, Union

import distributed
from dask.bag.core import Bag, from_sequence
from dask.delayed import delayed
from distributed.diagnostics.plugin import WorkerPlugin

from .documents import Document, Given, as_document, invalid, loaded
from .errors import CliError, DocumentError, DocumentId, GaigeError
from .extractor import Extractor, Record
from .parts import Job, Manifest, Part, write_part

#: Documents of a part.
PARTITION = 200

#: Of the names of plugins.
_PREFIX = "gaige-"

Source = Union[Bag, Sequence[str], Iterable[Given]]


# --- one extractor a worker -----------------------------------------------------------------


class _Shared:
    """The extractors of this process by their settings; each is closed when nobody uses it any more."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._used: dict[str, tuple[Extractor, int]] = {}

    def take(self, settings: Mapping[str, Any]) -> Extractor:
        key = _key(settings)
        with self._lock:
            extractor, users = self._used.get(key) or (Extractor(**settings), 0)
            if extractor.is_broken:
                extractor.close()
                extractor = Extractor(**settings)
            self._used[key] = (extractor, users + 1)
        return extractor

    def give_back(self, settings: Mapping[str, Any]) -> None:
        key = _key(settings)
        with self._lock:
            extractor, users = self._used[key]
            if users > 1:
                self._used[key] = (extractor, users - 1)
                return
            del self._used[key]
        extractor.close()

    @contextmanager
    def taken(self, settings: Mapping[str, Any]) -> Iterator[Extractor]:
        extractor = self.take(settings)
        try:
            yield extractor
        except CliError as error:
            message = f"on {socket.gethostname()}: {error.message}"
            raise CliError(error.code, message, error.hint) from error
        finally:
            self.give_back(settings)


_SHARED = _Shared()


def _key(settings: Mapping[str, Any]) -> str:
    told = json.dumps(settings, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


class GaigePlugin(WorkerPlugin):
    """Keeps an extractor on every worker, also on those that come later, until it is unregistered.

    Takes the settings of ``Extractor``. ``extract_bag`` and ``extract_parts`` register it themselves.
    """

    def __init__(self, **settings: Any) -> None:
        self.settings = _complete(settings)
        self.name = f"{_PREFIX}{_key(self.settings)}"

    def setup(self, worker: Any) -> None:
        """Its process starts with the first document."""
        _SHARED.take(self.settings)

    def teardown(self, worker: Any) -> None:
        """Tasks that are still at it keep the extractor until they are done."""
        _SHARED.give_back(self.settings)


def _complete(settings: Mapping[str, Any]) -> dict[str, Any]:
    """All settings, with what holds on engines by default; wrong ones are refused where they are given."""
    if settings.get("errors", "row") != "row":
        raise ValueError("on an engine errors are rows: errors='row'")
    given: dict[str, Any] = {"include_text": False, "config": False, **settings, "errors": "row"}
    complete = Extractor(**given).__getstate__()
    # Workers stand somewhere else.
    complete["rules"] = tuple(os.path.abspath(path) for path in complete["rules"])
    if complete["config"]:
        complete["config"] = os.path.abspath(complete["config"])
    return complete


def _registered(client: Any, settings: Mapping[str, Any]) -> list[str]:
    """Has every worker keep an extractor with these settings. The name of the plugin, unless it is there already."""
    plugin = GaigePlugin(**settings)
    register = getattr(client, "register_plugin", None) or client.register_worker_plugin
    try:
        # Once more would end the processes that are there, and start others.
        if plugin.name in _plugins(client):
            return []
        register(plugin, name=plugin.name)
    except Exception as error:  # of whatever kind the worker had
        message = f"a worker could not be made ready: {error}"
        hint = "install the package gaige on every worker: pip install ./clients/python"
        raise GaigeError("WORKER_NOT_READY", message, hint) from error
    return [plugin.name]


def _plugins(client: Any) -> list[str]:
    """What is registered. A scheduler need not have this package: a lambda is sent by its code."""
    names: list[str] = client.run_on_scheduler(
        lambda dask_scheduler: [*dask_scheduler.worker_plugins]
    )
    return names


def _unregister(client: Any, names: Iterable[str]) -> None:
    for name in names:
        client.unregister_worker_plugin(name)


def release(client: Any = None) -> None:
    """Ends the processes that the workers keep for ``extract_bag``; whoever computes a bag later has others."""
    client = client or _default_client()
    _unregister(client, [name for name in _plugins(client) if name.startswith(_PREFIX)])


def _default_client() -> Any:
    try:
        return distributed.default_client()
    except ValueError as error:
        hint = "client = distributed.Client(); or give client="
        raise GaigeError("NO_CLIENT", "there is no client of Dask distributed", hint) from error


# --- documents ------------------------------------------------------------------------------


def _documents(source: Source, partition_size: int) -> Any:
    """The source as a bag: of URLs, or of whatever somebody put into a bag."""
    if isinstance(source, Bag):
        return source
    if isinstance(source, (str, bytes)):
        raise TypeError("give a list of URLs and paths, or a dask bag of documents")
    given = list(source)
    if not given:
        raise ValueError("there is no document")
    urls = [each for each in map(_url_of, given) if isinstance(each, str)]
    if len(set(urls)) < len(urls):
        twice = next(url for url in urls if urls.count(url) > 1)
        raise ValueError(f"a URL is given twice: {twice}")
    documents = [_Url(url) if isinstance(url, str) else url for url in map(_url_of, given)]
    return from_sequence(documents, partition_size=partition_size)


def _url_of(given: Any) -> Any:
    return os.fspath(given) if isinstance(given, os.PathLike) else given


class _Url:
    """A path or a URL that fsspec opens, read by the worker whose work it is."""

    def __init__(self, url: str) -> None:
        self.id = url
        # Workers stand somewhere else.
        self.place = url if "://" in url else os.path.abspath(url)


def _loaded(documents: Iterable[Any]) -> Iterator[Any]:
    """The documents with their content, one at a time; what is no document is its error."""
    known: set[DocumentId] = set()
    for index, given in enumerate(documents):
        try:
            if isinstance(given, str) and not given.strip():
                continue
            document = _read_url(given) if isinstance(given, _Url) else _own(given, index)
            assert document.id is not None
            if document.id in known:
                message = "a document of this part has the same id"
                hint = "give each an id of its own"
                raise DocumentError(document.id, "DUPLICATE_ID", message, hint)
            known.add(document.id)
        except DocumentError as error:
            yield error
        else:
            yield document


def _own(given: Any, index: int) -> Document:
    """What somebody put into a bag, which has to say its id."""
    if isinstance(given, str):
        given = _of_line(given, index)
    document = as_document(given, index)
    told = given[0] if isinstance(given, tuple) and given else _field(given, "id")
    if told is None and document.path is None:
        hint = "give (id, text), {'id': …, 'text': …} or gaige.Document(id=…, text=…)"
        raise invalid(index, "has no id, which parts of a bag need", hint)
    return loaded(document)


def _field(given: Any, name: str) -> Any:
    return given.get(name) if isinstance(given, Mapping) else getattr(given, name, None)


def _of_line(line: str, index: int) -> dict[str, Any]:
    """The document of a line of JSON, as ``gaige stream`` takes it."""
    hint = 'a line is {"id", "name"?, "text" | "base64", "encoding"?}'
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict):
            raise ValueError("no object")
        if fields.get("base64") is not None:
            fields["data"] = base64.b64decode(fields["base64"], validate=True)
    except (ValueError, TypeError) as error:
        raise invalid(index, f"is a line of the bag that cannot be read: {error}", hint) from error
    return {key: fields.get(key) for key in ("id", "name", "text", "data", "encoding")}


def _read_url(url: _Url) -> Document:
    import fsspec

    try:
        with fsspec.open(url.place, "rb") as file:
            return Document(id=url.id, data=file.read(), name=url.id)
    except Exception as error:  # each file system has errors of its own
        code = "PATH_NOT_FOUND" if isinstance(error, FileNotFoundError) else "INPUT_UNREADABLE"
        message = f"it cannot be read: {type(error).__name__}: {error}"
        hint = "check that every worker may read it"
        raise DocumentError(url.id, code, message, hint) from error


# --- work -----------------------------------------------------------------------------------


def extract_bag(
    source: Source, *, client: Any = None, partition_size: int = PARTITION, **settings: Any
) -> Any:
    """The records of the documents as a lazy ``dask.bag.Bag``, in their order, errors as rows.

    ``source``: a list of URLs and paths, each a document with its URL as id, read by the workers
    through fsspec; or a bag of documents that have ids: ``(id, text)``, mappings with ``id`` and
    ``text``, ``gaige.Document``, or lines of JSON as ``gaige stream`` takes them
    (``dask.bag.read_text("pages/*.jsonl.gz")``). ``settings`` are those of ``gaige.Extractor``; by
    default ``include_text`` is False, and so is ``config``: no ``gaige.yaml`` is looked for where a
    worker stands. The records of a partition are in memory together. Workers keep their processes until
    ``release``, since a bag may be computed at any time.
    """
    bag = _documents(source, partition_size)
    _registered(client or _default_client(), settings)
    return bag.map_partitions(_extract_partition, _complete(settings))


def _extract_partition(documents: Iterable[Any], settings: Mapping[str, Any]) -> list[Record]:
    with _SHARED.taken(settings) as extractor:
        return list(extractor.extract(_loaded(documents)))


def extract_parts(
    source: Source,
    folder: str,
    *,
    format: str = "ndjson",
    client: Any = None,
    partition_size: int = PARTITION,
    overwrite: bool = False,
    part_retries: int = 1,
    **settings: Any,
) -> Manifest:
    """Has the workers write the records into ``folder``, which all of them see, and gives the manifest.

    ``format`` is ``"ndjson"`` (``part-00000.ndjson`` …, a record a line) or ``"parquet"`` (the same
    in the folders ``indicators``, ``placeholders``, ``domains`` and ``documents``). A partition is a
    part. A file is there whole or not at all, and a part counts when its entry is
    written after its files; ``manifest.json`` comes last, with all entries. A worker that is killed
    costs the parts it was at, which others do again under the same names.

    Called again, it goes on: parts whose documents, settings, rules and version of gaige are the same
    are not done again, those that hold errors are. A folder of another run is refused unless ``overwrite``
    is True, one that holds anything else always. ``part_retries``: how often a part is tried again
    that failed as a whole. ``source`` and ``settings`` are as in ``extract_bag``.
    """
    if format == "parquet":
        # Sentences are cut out of it.
        settings["include_text"] = True
    job = Job(folder, format, _complete(settings))
    bag = _documents(source, partition_size)
    client = client or _default_client()
    registered = _registered(client, settings)
    try:
        return job.finish(_written(bag.to_delayed(), job, client, overwrite, part_retries))
    finally:
        # What is written is not lost with the scheduler.
        with suppress(Exception):
            _unregister(client, registered)


def _written(parts: list[Any], job: Job, client: Any, overwrite: bool, retries: int) -> list[Part]:
    """The entries of all parts."""
    job.begin(len(parts), overwrite)
    tasks = [
        delayed(_write_part, pure=False)(documents, job, index)
        for index, documents in enumerate(parts)
    ]
    futures = client.compute(tasks, retries=retries)
    try:
        return [future.result() for future in futures]
    except BaseException:
        client.cancel(futures)
        raise


def _write_part(documents: Iterable[Any], job: Job, index: int) -> Part:
    given = list(documents)
    with _SHARED.taken(job.settings) as extractor:
        return write_part(job, index, lambda: _loaded(given), extractor)
