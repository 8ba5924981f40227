"""Offsets in code points."""

import random

import pytest

import gaige

#: An ideograph beyond U+FFFF, which names of places have.
WIDE = "\U00020bb7"
TEXT = f"{WIDE}县工作报告\n全县新建{WIDE}木学校3所，由**局牵头。办学满意度由91%提高到96.5%。"


@pytest.mark.parametrize("include_text", [True, False])
def test_spans_are_pythons(include_text):
    with gaige.Extractor(
        offsets="codepoints", include_text=include_text, config=False
    ) as extractor:
        record = extractor.extract_one(TEXT)
    assert ("text" in record) is include_text
    assert record["offsets"] == "codepoints"
    assert len(record["indicators"]) == 3
    for finding in [*record["indicators"], *record["placeholders"]]:
        assert TEXT[finding["span"]["start"] : finding["span"]["end"]] == finding["text"]
    for domain in record["domains"]:
        for found in domain["evidence"]:
            assert TEXT[found["span"]["start"] : found["span"]["end"]] == found["text"]


def test_a_record_is_converted_once(extractor):
    record = extractor.extract_one(TEXT)
    before = repr(record)
    converted = gaige.to_code_points(record)
    assert repr(record) == before
    assert (
        converted["indicators"][0]["span"]["start"] == record["indicators"][0]["span"]["start"] - 2
    )
    assert gaige.to_code_points(converted) == converted
    del record["text"]
    assert gaige.to_code_points(record, TEXT)["indicators"] == converted["indicators"]
    with pytest.raises(ValueError, match="include_text"):
        gaige.to_code_points(record)


def test_code_points_by_their_definition():
    random.seed(1)
    for _ in range(200):
        text = "".join(
            random.choice(["a", "学", WIDE, "\U0001f600"]) for _ in range(random.randint(0, 12))
        )
        points = gaige.CodePoints(text)
        utf16 = 0
        for i, character in enumerate(text):
            assert points.offset(utf16) == i
            if character > "\uffff":
                assert points.offset(utf16 + 1) == i
            utf16 += len(character.encode("utf-16-le")) // 2
        assert points.offset(utf16) == len(text)
        assert points.slice({"start": 0, "end": utf16}) == text
