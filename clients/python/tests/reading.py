"""Parquet files as DuckDB reads them, which is there with the packages of npm."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

SCRIPT = Path(__file__).parent / "read_parquet.mjs"


class Read(NamedTuple):
    types: list[list[str]]
    rows: list[list[Any]]


def read_parquet(path):
    """Names and types of the columns, and the rows; skips the test where DuckDB is not there."""
    if not (SCRIPT.parents[3] / "node_modules/@duckdb/node-api").is_dir():
        pytest.skip("needs DuckDB: npm ci")
    command = [shutil.which("node"), str(SCRIPT), str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    types, *rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return Read(types, rows)
