"""The tables of findings, row by row and without pandas: the columns of ``gaige extract --format csv``."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Literal, Mapping, NamedTuple, Sequence, Union

from .offsets import CODE_POINTS, CodePoints

TableName = Literal["indicators", "placeholders", "domains", "documents"]
Cell = Union[str, int, float, bool, None]
Labels = Mapping[str, "tuple[str, str]"]

#: The closed vocabularies of the output contract.
BOUNDS = ("eq", "approx", "gte", "lte", "range")
KINDS = ("level", "change", "share", "rank")
DIRECTIONS = ("up", "down")
BASES = ("yoy", "average", "since", "period", "place", "target")
STATUSES = ("achieved", "target")
ROLES = ("from", "to")
PLACEHOLDER_KINDS = ("number", "ordinal", "date", "name", "text")
REPORT_KINDS = ("work-report", "reform-summary", "speech", "news", "other")


class Column(NamedTuple):
    """A column: its name, its type, and the words it takes where these are known."""

    name: str
    type: Literal["text", "number", "integer", "boolean", "code"]
    codes: Sequence[str] = ()


def _columns(type: Any, names: str) -> list[Column]:
    return [Column(name, type) for name in names.split()]


_REPORT = [*_columns("text", "report region"), Column("year", "integer")]
_PLACE = _columns("integer", "line column start end")

#: Of each table, in their order: those of the command line's CSV, and of ``documents``.
COLUMNS: Mapping[TableName, Sequence[Column]] = {
    "indicators": (
        *_REPORT,
        *_columns("text", "section section_path name"),
        *_columns("number", "number min max"),
        Column("bound", "code", BOUNDS),
        *_columns("text", "unit text"),
        Column("kind", "code", KINDS),
        Column("direction", "code", DIRECTIONS),
        Column("basis", "code", BASES),
        Column("base", "text"),
        Column("status", "code", STATUSES),
        *_columns("text", "scope period time_from time_to"),
        Column("role", "code", ROLES),
        *_columns("text", "concept domains"),
        Column("masked", "boolean"),
        Column("canonical_number", "number"),
        Column("canonical_unit", "text"),
        *_PLACE,
        *_columns("text", "sentence rule id"),
    ),
    "placeholders": (
        *_REPORT,
        *_columns("text", "section text"),
        Column("kind", "code", PLACEHOLDER_KINDS),
        *_columns("text", "expects context"),
        *_PLACE,
        *_columns("text", "rule id"),
    ),
    "domains": (
        *_REPORT,
        *_columns("text", "section domain label field"),
        Column("score", "number"),
        Column("evidence", "text"),
    ),
    "documents": (
        *_columns("text", "id report error_code error_message error_hint title date"),
        *_columns("integer", "year plan_year"),
        *_columns("text", "region publisher"),
        Column("kind", "code", REPORT_KINDS),
        *_columns("text", "format encoding sha256"),
        *_columns("integer", "bytes chars indicators placeholders"),
        Column("diagnostics", "text"),
    ),
}

_BETWEEN = "; "


def rows(
    record: Mapping[str, Any], table: TableName, labels: Labels | None = None
) -> Iterator[list[Cell]]:
    """The rows of a record in a table, a cell for each of ``COLUMNS[table]``.

    ``sentence`` needs the record's text (``include_text=True``). ``labels`` has the label and the
    official field of each field of reform (``domain_labels()``); without it those that the record
    tells itself are known. An error has a row in ``documents`` and none elsewhere.
    """
    if table == "documents":
        yield _document_row(record)
    elif "error" not in record:
        yield from _MAKERS[table](record, labels or {})


def _indicator_rows(record: Mapping[str, Any], labels: Labels) -> Iterator[list[Cell]]:
    head = _head(record)
    titles, paths = _sections(record)
    slice_of = _slicer(record)
    for each in record["indicators"]:
        value, section = each["value"], each["section"]
        time, canonical = each["time"] or {}, each["canonical"] or {}
        yield [
            *head,
            titles.get(section),
            paths.get(section),
            each["name"],
            *(value[key] for key in ("number", "min", "max", "bound")),
            each["unit"]["symbol"],
            *(each[key] for key in ("text", "kind", "direction", "basis", "base", "status")),
            *(each[key] for key in ("scope", "period")),
            time.get("from"),
            time.get("to"),
            *(each[key] for key in ("role", "concept")),
            _BETWEEN.join(each["domains"]),
            each["masked"],
            canonical.get("number"),
            canonical.get("unit"),
            *_place(each),
            slice_of(each["sentence"]),
            each["rule"],
            each["id"],
        ]


def _placeholder_rows(record: Mapping[str, Any], labels: Labels) -> Iterator[list[Cell]]:
    head = _head(record)
    titles, _ = _sections(record)
    for each in record["placeholders"]:
        found = [each[key] for key in ("text", "kind", "expects", "context")]
        yield [*head, titles.get(each["section"]), *found, *_place(each), each["rule"], each["id"]]


def _domain_rows(record: Mapping[str, Any], labels: Labels) -> Iterator[list[Cell]]:
    head = _head(record)
    own = {each["id"]: (each["label"], each["field"]) for each in record["domains"]}
    for each in record["domains"]:
        evidence = _BETWEEN.join(found["text"] for found in each["evidence"])
        yield [*head, None, each["id"], each["label"], each["field"], each["score"], evidence]
    for section in record["sections"]:
        for each in section["domains"]:
            label, field = own.get(each["id"]) or labels.get(each["id"]) or (None, None)
            yield [*head, section["title"], each["id"], label, field, each["score"], ""]


_MAKERS = {
    "indicators": _indicator_rows,
    "placeholders": _placeholder_rows,
    "domains": _domain_rows,
}


def _document_row(record: Mapping[str, Any]) -> list[Cell]:
    id = record.get("id")
    shown = None if id is None else str(id)
    if "error" in record:
        error = record["error"]
        told = [shown, error["code"], error["message"], error["hint"]]
        return [shown, *told, *([None] * (len(COLUMNS["documents"]) - 5))]
    report = record["report"]
    codes = sorted({each["code"] for each in record["diagnostics"]})
    return [
        shown,
        _report_name(record),
        None,
        None,
        None,
        *(report[key] for key in ("title", "date", "year", "planYear", "region", "publisher")),
        *(report[key] for key in ("kind", "format", "encoding", "sha256", "bytes", "chars")),
        len(record["indicators"]),
        len(record["placeholders"]),
        _BETWEEN.join(codes),
    ]


def _head(record: Mapping[str, Any]) -> list[Cell]:
    report = record["report"]
    return [_report_name(record), report["region"], report["year"]]


def _report_name(record: Mapping[str, Any]) -> str:
    """The path; the id of a text that has none, so that rows are known apart."""
    path: str = record["report"]["path"]
    return str(record["id"]) if path == "-" and "id" in record else path


def _place(finding: Mapping[str, Any]) -> list[Cell]:
    span = finding["span"]
    return [finding["line"], finding["column"], span["start"], span["end"]]


def _sections(record: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Titles and paths of the sections by id. A heading stands before those that it governs."""
    titles: dict[str, str] = {}
    paths: dict[str, str] = {}
    for section in record["sections"]:
        id, title = section["id"], section["title"]
        above = paths.get(section["parent"])
        titles[id] = title
        paths[id] = title if above is None else f"{above} > {title}"
    return titles, paths


def _slicer(record: Mapping[str, Any]) -> Any:
    text = record.get("text")
    if text is None:
        return lambda span: None
    if record.get("offsets") == CODE_POINTS:
        return lambda span: text[span["start"] : span["end"]]
    return CodePoints(text).slice


def needs_labels(records: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a record names a field of reform whose label it does not tell."""
    for record in records:
        own = {each["id"] for each in record.get("domains", [])}
        for section in record.get("sections", []):
            if any(each["id"] not in own for each in section["domains"]):
                return True
    return False
