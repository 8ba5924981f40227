"""Records as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, Mapping

from .cli import domain_labels
from .errors import GaigeError
from .tables import COLUMNS, Cell, Column, Labels, TableName, needs_labels, rows

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {"text": "string", "number": "Float64", "integer": "Int64", "boolean": "boolean"}

_TABLES: tuple[TableName, ...] = ("indicators", "placeholders", "domains")


class Frames(Dict[str, Any]):
    """The frames ``indicators``, ``placeholders`` and ``domains`` by name.

    ``documents`` is a frame beside them: a row for each document, also for one that could not be
    read, with what is wrong with it in ``error_code``, ``error_message`` and ``error_hint``.
    """

    documents: pd.DataFrame


def to_frames(records: Iterable[Mapping[str, Any]], labels: Labels | None = None) -> Frames:
    """The findings of all records as data frames, with the columns of the command line's CSV.

    Text is ``string``, numbers are ``Float64``, years and offsets ``Int64``, ``masked`` is
    ``boolean``, closed vocabularies (``kind``, ``status``, ``bound`` …) are categories; nothing is
    ``<NA>``. ``report`` is the path, for a text the id of its document. ``sentence`` needs records
    with their text. ``labels`` names the fields of reform; by default gaige is asked for those that
    the records do not tell, once, and without it they stay empty. Records are not kept, their
    cells are. Needs pandas 1.5 or later.
    """
    if isinstance(records, Mapping):
        raise TypeError("to_frames takes many records, and this is one: [record]")
    cells: dict[TableName, list[list[Cell]]] = {name: [] for name in (*_TABLES, "documents")}
    for record in records:
        if labels is None and needs_labels([record]):
            labels = _known_labels()
        for name, table in cells.items():
            table.extend(rows(record, name, labels))
    frames = Frames((name, _frame(cells.pop(name), COLUMNS[name])) for name in _TABLES)
    frames.documents = _frame(cells.pop("documents"), COLUMNS["documents"])
    return frames


_LABELS: dict[str, tuple[str, str]] | None = None


def _known_labels() -> dict[str, tuple[str, str]]:
    """Asked for once: records may be read where gaige is not."""
    global _LABELS
    if _LABELS is None:
        try:
            _LABELS = domain_labels()
        except GaigeError:
            _LABELS = {}
    return _LABELS


def _frame(table: list[list[Cell]], columns: Any) -> pd.DataFrame:
    import pandas as pd

    by_column = list(zip(*table)) or [()] * len(columns)
    return pd.DataFrame({c.name: _array(values, c) for c, values in zip(columns, by_column)})


def _array(values: Any, column: Column) -> Any:
    import pandas as pd

    if column.type != "code":
        return pd.array(list(values), dtype=_TYPES[column.type])
    # A word that a later version has is not lost: it is one more category.
    more = sorted({value for value in values if value is not None} - set(column.codes))
    return pd.Categorical(list(values), categories=[*column.codes, *more])
