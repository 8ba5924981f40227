"""Data frames, beside the tables of the command line."""

import csv
import io
import subprocess

import pytest

pd = pytest.importorskip("pandas")

import gaige  # noqa: E402
from conftest import ROOT  # noqa: E402

TABLES = ("indicators", "placeholders", "domains")


@pytest.fixture(scope="module")
def frames(extractor, seeds):
    given = [
        gaige.Document(id=path.name, data=path.read_bytes(), name=f"seeds/{path.name}")
        for path in seeds
    ]
    records = list(extractor.extract([*given, ("lost", None)], errors="row"))
    return gaige.to_frames(records)


def shown(cell):
    """As the command line writes a cell of CSV."""
    if cell is None or cell is pd.NA or cell != cell:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell)
    text = str(cell)
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


@pytest.mark.parametrize("table", TABLES)
def test_cells_are_those_of_the_command_line(frames, table, tmp_path):
    command = [
        *gaige.find_cli(),
        "extract",
        "seeds",
        "--no-config",
        "--format",
        "csv",
        "--select",
        table,
    ]
    printed = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout
    head, *expected = csv.reader(io.StringIO(printed.decode("utf-8-sig"), newline=""))
    frame = frames[table]
    assert list(frame.columns) == head
    found = [[shown(cell) for cell in row] for row in frame.astype(object).itertuples(index=False)]
    numbers = [
        i
        for i, name in enumerate(head)
        if name in ("number", "min", "max", "canonical_number", "score")
    ]
    for row in [*found, *expected]:
        for i in numbers:
            row[i] = float(row[i]) if row[i] else None
    assert found == expected


def test_types(frames):
    types = {name: str(type) for name, type in frames["indicators"].dtypes.items()}
    assert types["number"] == types["canonical_number"] == "Float64"
    assert types["year"] == types["start"] == "Int64"
    assert types["name"] == types["concept"] == "string"
    assert types["masked"] == "boolean"
    assert types["kind"] == types["status"] == types["direction"] == "category"
    assert list(frames["indicators"]["kind"].cat.categories) == ["level", "change", "share", "rank"]


def test_documents_are_all_there(frames, seeds):
    documents = frames.documents
    assert list(documents["id"]) == [path.name for path in seeds] + ["lost"]
    assert documents["error_code"].dropna().to_dict() == {6: "DOCUMENT_INVALID"}
    assert documents["indicators"].sum() == len(frames["indicators"])


def test_texts_go_by_their_ids(extractor):
    frames = gaige.to_frames(extractor.extract([("x", "新建学校3所。"), "新建医院2所。"]))
    assert list(frames["indicators"]["report"]) == ["x", "1"]
    assert list(frames["indicators"]["sentence"]) == ["新建学校3所。", "新建医院2所。"]


def test_nothing_gives_frames_with_the_same_columns_and_types(frames):
    empty = gaige.to_frames([])
    assert list(empty) == list(TABLES)
    for table in TABLES:
        assert dict(empty[table].dtypes) == dict(frames[table].dtypes)
        both = pd.concat([frames[table], empty[table]])
        assert dict(both.dtypes) == dict(frames[table].dtypes)


def test_one_record_is_not_many(extractor):
    with pytest.raises(TypeError, match=r"\[record\]"):
        gaige.to_frames(extractor.extract_one("新建学校3所。"))


def test_words_of_later_versions_are_kept(extractor):
    record = extractor.extract_one("新建学校3所。")
    record["indicators"][0]["kind"] = "guess"
    assert list(gaige.to_frames([record])["indicators"]["kind"]) == ["guess"]


def test_sentences_of_wide_characters(extractor):
    text = "\U00020bb7县新建学校3所。新建医院2所。"
    for record in (extractor.extract_one(text), gaige.to_code_points(extractor.extract_one(text))):
        sentences = gaige.to_frames([record])["indicators"]["sentence"]
        assert list(sentences) == ["\U00020bb7县新建学校3所。", "新建医院2所。"]
