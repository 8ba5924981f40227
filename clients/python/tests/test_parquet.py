"""Parquet files of our own, read by DuckDB."""

import random

import pytest

from gaige.parquet import ParquetFile
from gaige.tables import Column
from reading import read_parquet

COLUMNS = [
    Column("text", "text"),
    Column("code", "code", ("a", "b")),
    Column("number", "number"),
    Column("integer", "integer"),
    Column("boolean", "boolean"),
    Column("nothing", "text"),
]
TYPES = ["VARCHAR", "VARCHAR", "DOUBLE", "BIGINT", "BOOLEAN", "VARCHAR"]


def made(count):
    """Rows of odd cells, a third of them null."""
    chance = random.Random(count)
    cells = [
        ["", "报告", 'a\0b\n"\U0001f600', "长" * 500],
        ["a", "b"],
        [0.5, -0.0, 1e300, 3],
        [0, -1, 2**52, -(2**52)],
        [True, False],
        [None],
    ]
    return [
        [None if chance.random() < 1 / 3 else chance.choice(each) for each in cells]
        for _ in range(count)
    ]


def written(rows, path):
    with open(path, "wb") as file:
        parquet = ParquetFile(file, COLUMNS)
        for row in rows:
            parquet.add(row)
        parquet.close()
    return path.read_bytes()


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 8192, 20_000])
def test_what_is_written_is_read(count, tmp_path):
    rows = made(count)
    data = written(rows, tmp_path / "o'ne 一.parquet")
    read = read_parquet(tmp_path / "o'ne 一.parquet")
    assert read.types == [[column.name, type] for column, type in zip(COLUMNS, TYPES)]
    assert read.rows == rows
    assert written(rows, tmp_path / "again.parquet") == data


def test_groups_end_before_they_are_large(tmp_path, monkeypatch):
    monkeypatch.setattr("gaige.parquet._CHARACTERS", 10_000)
    rows = made(500)
    written(rows, tmp_path / "many.parquet")
    assert read_parquet(tmp_path / "many.parquet").rows == rows


def test_pyarrow_reads_the_same(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = made(9000)
    written(rows, tmp_path / "one.parquet")
    read = parquet.ParquetFile(tmp_path / "one.parquet").read()
    assert [list(row.values()) for row in read.to_pylist()] == rows
