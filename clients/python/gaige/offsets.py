"""Offsets of records in Python's terms: records count UTF-16 code units, Python code points.

They differ in a text with characters beyond U+FFFF (rare ideographs in names, emoji), after the first
of them.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Mapping, Optional

Span = Mapping[str, int]

#: What ``record["offsets"]`` says where spans count code points.
CODE_POINTS = "codepoints"


class CodePoints:
    """Leads from the UTF-16 offsets of a text to those of its Python string."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._wide = _wide_offsets(text)

    def offset(self, utf16: int) -> int:
        """The code point at a UTF-16 offset; within a pair it is the pair's."""
        return utf16 - bisect_left(self._wide, utf16)

    def span(self, span: Span) -> dict[str, int]:
        """The span in code points: ``text[span["start"]:span["end"]]`` is what it says."""
        return {"start": self.offset(span["start"]), "end": self.offset(span["end"])}

    def slice(self, span: Span) -> str:
        """The characters of a span that counts UTF-16 code units."""
        return self.text[self.offset(span["start"]) : self.offset(span["end"])]


def _wide_offsets(text: str) -> list[int]:
    """The UTF-16 offsets of the characters that take two code units, in order."""
    if not text or max(text) <= "\uffff":
        return []
    wide = [i for i, character in enumerate(text) if character > "\uffff"]
    return [i + before for before, i in enumerate(wide)]


def to_code_points(record: Mapping[str, Any], text: Optional[str] = None) -> dict[str, Any]:
    """A copy of the record whose spans count code points, and which says so in ``offsets``.

    ``text`` is the report's text, as ``gaige text`` prints it; by default the record's own
    (``include_text=True``). ``line`` and ``column`` stay: they are those of the file. A record that
    counts code points already, or tells an error, is copied as it is. Raises ``ValueError`` without
    a text.
    """
    if "error" in record or record.get("offsets") == CODE_POINTS:
        return dict(record)
    known = record.get("text") if text is None else text
    if not isinstance(known, str):
        raise ValueError("the record has no text: extract it with include_text=True, or give text")
    points = CodePoints(known)
    converted = {
        key: value if key in ("id", "text", "report", "tool") else _converted(value, points)
        for key, value in record.items()
    }
    return {**converted, "offsets": CODE_POINTS}


def _converted(value: Any, points: CodePoints) -> Any:
    if isinstance(value, list):
        return [_converted(item, points) for item in value]
    if isinstance(value, Mapping):
        if value.keys() == {"start", "end"}:
            return points.span(value)
        return {key: _converted(item, points) for key, item in value.items()}
    return value
