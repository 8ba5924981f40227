"""Findings of Chinese government reports, by the command line of gaige.

>>> import gaige
>>> records = gaige.extract(["…"], workers=2)          # lazily, in order
>>> frames = gaige.to_frames(records)                  # indicators, placeholders, domains

Offsets of records count UTF-16 code units unless ``offsets="codepoints"`` is asked for.
"""

from .cli import domain_labels, find_cli
from .documents import Document, files
from .errors import CliError, DocumentError, GaigeError
from .extractor import Extractor, Record, extract, is_error
from .frames import Frames, to_frames
from .offsets import CodePoints, to_code_points
from .tables import COLUMNS, rows

__all__ = [
    "COLUMNS",
    "CliError",
    "CodePoints",
    "Document",
    "DocumentError",
    "Extractor",
    "Frames",
    "GaigeError",
    "Record",
    "domain_labels",
    "extract",
    "files",
    "find_cli",
    "is_error",
    "rows",
    "to_code_points",
    "to_frames",
]

__version__ = "0.1.0"
