"""Parquet files of flat columns, without another package: plain values, gzip, a page a column of each group.

The format is that of Apache Parquet (https://parquet.apache.org/docs/file-format/); its headers are written in
Thrift's compact protocol. Every column is optional: None is null.
"""

from __future__ import annotations

import struct
import zlib
from typing import Any, BinaryIO, Iterable, NamedTuple, Sequence

from .tables import Cell, Column

_MAGIC = b"PAR1"

#: A group ends with so many rows, or so many characters.
_ROWS = 8192
_CHARACTERS = 32 * 1024 * 1024

# Of parquet.thrift.
_BOOLEAN, _INT64, _DOUBLE, _BYTE_ARRAY = 0, 2, 5, 6
_OPTIONAL, _UTF8, _PLAIN, _RLE, _GZIP, _DATA_PAGE = 1, 0, 0, 3, 2, 0

_TYPES = {
    "text": _BYTE_ARRAY,
    "code": _BYTE_ARRAY,
    "number": _DOUBLE,
    "integer": _INT64,
    "boolean": _BOOLEAN,
}


class ParquetFile:
    """Writes rows, a cell for each of ``columns``, into ``file``, which is a parquet file after ``close``."""

    def __init__(self, file: BinaryIO, columns: Sequence[Column]) -> None:
        self._file = file
        self._columns = columns
        self._rows: list[Sequence[Cell]] = []
        self._characters = 0
        self._groups: list[_Group] = []
        self._position = 0
        self._write(_MAGIC)

    def add(self, row: Sequence[Cell]) -> None:
        """A row more."""
        self._rows.append(row)
        self._characters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(self._rows) >= _ROWS or self._characters >= _CHARACTERS:
            self._end_group()

    def close(self) -> None:
        """Writes what is left, and what the file holds. ``file`` stays open."""
        if self._rows:
            self._end_group()
        footer = _footer(self._columns, self._groups)
        self._write(footer + struct.pack("<I", len(footer)) + _MAGIC)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._position += len(data)

    def _end_group(self) -> None:
        chunks = []
        for index, column in enumerate(self._columns):
            page = _page(_TYPES[column.type], [row[index] for row in self._rows])
            chunks.append(_Chunk(self._position, len(page.data), page.size))
            self._write(page.data)
        self._groups.append(_Group(len(self._rows), chunks))
        self._rows = []
        self._characters = 0


class _Page(NamedTuple):
    data: bytes
    #: With its header, before it was compressed.
    size: int


class _Chunk(NamedTuple):
    offset: int
    compressed: int
    size: int


class _Group(NamedTuple):
    rows: int
    chunks: list[_Chunk]


def _page(type: int, cells: Sequence[Cell]) -> _Page:
    levels = _packed(cell is not None for cell in cells)
    # All levels in one bit-packed run, of groups of eight.
    run = _varint(len(levels) << 1 | 1) + levels
    values = _VALUES[type]([cell for cell in cells if cell is not None])
    content = struct.pack("<I", len(run)) + run + values
    # As a gzip member, which has no time in it.
    compressor = zlib.compressobj(wbits=31)
    compressed = compressor.compress(content) + compressor.flush()
    about = _struct((1, len(cells)), (2, _PLAIN), (3, _RLE), (4, _RLE))
    header = _struct((1, _DATA_PAGE), (2, len(content)), (3, len(compressed)), (5, about))
    return _Page(header.data + compressed, len(header.data) + len(content))


def _packed(bits: Iterable[Any]) -> bytes:
    """Eight to a byte, the first one lowest."""
    digits = "".join("1" if bit else "0" for bit in bits)
    size = (len(digits) + 7) // 8
    return int(digits[::-1] or "0", 2).to_bytes(size, "little")


def _texts(cells: Sequence[Any]) -> bytes:
    texts = [cell.encode("utf-8") for cell in cells]
    return b"".join(part for text in texts for part in (struct.pack("<I", len(text)), text))


_VALUES = {
    _BOOLEAN: _packed,
    _INT64: lambda cells: struct.pack(f"<{len(cells)}q", *cells),
    _DOUBLE: lambda cells: struct.pack(f"<{len(cells)}d", *cells),
    _BYTE_ARRAY: _texts,
}


def _footer(columns: Sequence[Column], groups: Sequence[_Group]) -> bytes:
    root = _struct((4, "schema"), (5, len(columns)))
    schema = [root, *(_schema_of(column) for column in columns)]
    rows = sum(group.rows for group in groups)
    told = [_group_of(columns, group) for group in groups]
    return _struct((1, 1), (2, schema), (3, _Long(rows)), (4, told), (6, "gaige")).data


def _schema_of(column: Column) -> _Struct:
    type = _TYPES[column.type]
    fields: list[Any] = [(1, type), (3, _OPTIONAL), (4, column.name)]
    if type == _BYTE_ARRAY:
        # The same twice: as old readers know it, and as new ones do.
        fields += [(6, _UTF8), (10, _struct((1, _struct())))]
    return _struct(*fields)


def _group_of(columns: Sequence[Column], group: _Group) -> _Struct:
    chunks = [_chunk_of(column, chunk, group.rows) for column, chunk in zip(columns, group.chunks)]
    size = sum(chunk.size for chunk in group.chunks)
    return _struct((1, chunks), (2, _Long(size)), (3, _Long(group.rows)))


def _chunk_of(column: Column, chunk: _Chunk, rows: int) -> _Struct:
    about = _struct(
        (1, _TYPES[column.type]),
        (2, [_PLAIN, _RLE]),
        (3, [column.name]),
        (4, _GZIP),
        (5, _Long(rows)),
        (6, _Long(chunk.size)),
        (7, _Long(chunk.compressed)),
        (9, _Long(chunk.offset)),
    )
    return _struct((2, _Long(chunk.offset)), (3, about))


# --- Thrift's compact protocol ----------------------------------------------------------------


class _Long(int):
    """Of 64 bits; an int is of 32."""


class _Struct(NamedTuple):
    data: bytes


_KINDS = {int: 5, _Long: 6, str: 8, list: 9, _Struct: 12}


def _struct(*fields: tuple[int, Any]) -> _Struct:
    """Of fields by their numbers, in rising order."""
    data = bytearray()
    last = 0
    for number, value in fields:
        data.append((number - last) << 4 | _KINDS[type(value)])
        data += _value(value)
        last = number
    data.append(0)
    return _Struct(bytes(data))


def _value(value: Any) -> bytes:
    if isinstance(value, _Struct):
        return value.data
    if isinstance(value, str):
        data = value.encode("utf-8")
        return _varint(len(data)) + data
    if isinstance(value, list):
        kind = _KINDS[type(value[0])] if value else _KINDS[_Struct]
        size = len(value)
        head = bytes([size << 4 | kind]) if size < 15 else bytes([0xF0 | kind]) + _varint(size)
        return head + b"".join(map(_value, value))
    return _varint(value << 1 if value >= 0 else (-value << 1) - 1)


def _varint(value: int) -> bytes:
    data = bytearray()
    while value > 0x7F:
        data.append(value & 0x7F | 0x80)
        value >>= 7
    data.append(value)
    return bytes(data)
