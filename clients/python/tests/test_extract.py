"""What the real gaige makes of documents."""

import json
import subprocess
import threading
from pathlib import Path

import pytest

import gaige
from conftest import ROOT

TEXT = "全县新建学校3所，办学满意度由91%提高到96.5%。"


def by_the_command_line(*words, **options):
    command = [*gaige.find_cli(), "extract", "--no-config", *words]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, **options)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_files_give_the_records_of_the_command_line(extractor, seeds):
    paths = [path.relative_to(ROOT) for path in seeds]
    records = [
        gaige.Document(id=i, data=path.read_bytes(), name=str(path.relative_to(ROOT)))
        for i, path in enumerate(seeds)
    ]
    found = list(extractor.extract(records))
    expected = by_the_command_line("--include-text", *map(str, paths))
    assert [{"id": i, **record} for i, record in enumerate(expected)] == found


def test_a_path_is_its_id_and_its_name(extractor, seeds):
    record = extractor.extract_one(seeds[0])
    assert record["id"] == record["report"]["path"] == str(seeds[0])
    assert next(iter(record)) == "id"


def test_texts_have_their_places_as_ids(extractor):
    found = list(extractor.extract([TEXT, "", "新建医院2所。"]))
    assert [record["id"] for record in found] == [0, 1, 2]
    assert [len(record["indicators"]) for record in found] == [3, 0, 1]
    assert found[1]["diagnostics"][0]["code"] == "EMPTY_TEXT"


def test_shapes_of_documents(extractor):
    data = "新增企业3家。".encode("gb18030")
    given = [
        ("a", TEXT),
        (7, data),
        {"id": "b", "text": TEXT, "name": "b.txt", "region": "passed over"},
        gaige.Document(id="c", data=data, encoding="gb18030"),
        bytearray(data),
    ]
    found = list(extractor.extract(given))
    assert [record["id"] for record in found] == ["a", 7, "b", "c", 4]
    assert [len(record["indicators"]) for record in found] == [3, 1, 3, 1, 1]
    assert found[2]["report"]["path"] == "b.txt"


def test_records_come_in_order_and_lazily():
    taken = []

    def documents():
        for i in range(200):
            taken.append(i)
            yield (f"d{i}", f"新建学校{i + 1}所。" * (30 if i % 7 == 0 else 1))

    with gaige.Extractor(workers=2) as extractor:
        records = extractor.extract(documents())
        ids = [next(records)["id"] for _ in range(20)]
        assert ids == [f"d{i}" for i in range(20)]
        assert len(taken) < 40
        assert len(extractor.pids()) == 2
        assert [record["id"] for record in records] == [f"d{i}" for i in range(20, 200)]


def test_many_threads_share_an_extractor(extractor):
    found = {}

    def work(name):
        texts = [(f"{name}-{i}", f"新建学校{i + 1}所。") for i in range(30)]
        found[name] = list(extractor.extract(texts))

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, records in found.items():
        assert [record["id"] for record in records] == [f"{name}-{i}" for i in range(30)]
        assert [r["indicators"][0]["value"]["number"] for r in records] == list(range(1, 31))


def test_settings_reach_the_command_line(tmp_path):
    pack = ROOT / "fixtures/readme/pack.yaml"
    with gaige.Extractor(rules=pack, include_text=False, select="indicators") as extractor:
        record = extractor.extract_one("全村种植蔬菜12畦，由**局牵头。")
        assert extractor.tool == record["tool"]
    assert record["indicators"][0]["unit"]["symbol"] == "畦"
    assert record["placeholders"] == [] and "text" not in record


BAD = [
    (("a", "report \ud83d"), "LONE_SURROGATE", "U+D83D"),
    (("a", float("nan")), "DOCUMENT_INVALID", "float"),
    (("a", None), "DOCUMENT_INVALID", "NoneType"),
    (gaige.Document(id="a", text="x", data=b"x"), "DOCUMENT_INVALID", "more than one"),
    ({"id": "a"}, "DOCUMENT_INVALID", "no text"),
    (("a", Path("no/such.txt")), "PATH_NOT_FOUND", "such.txt"),
    (("a", ROOT), "INPUT_UNREADABLE", "directory"),
    (("a", str(ROOT / "seeds/press-release.txt")), "PATH_OR_TEXT", "press-release.txt"),
    (("a", b"\x89PNG\r\n\x1a\n\0"), "BINARY_FILE", ""),
    (gaige.Document(id="a", data=b"x", encoding="klingon"), "LINE_INVALID", "encoding"),
    (gaige.Document(id="a", text="x", name=3), "LINE_INVALID", "name"),
    (
        gaige.Document(id="a", data=json.dumps([{"text": TEXT * 2}] * 2).encode(), name="a.json"),
        "MANY_REPORTS",
        "",
    ),
]


@pytest.mark.parametrize(
    "bad, code, told", BAD, ids=[f"{i}-{code}" for i, (_, code, _) in enumerate(BAD)]
)
def test_bad_documents_are_rows_or_exceptions(extractor, bad, code, told):
    rows = list(extractor.extract([("first", TEXT), bad, ("last", TEXT)], errors="row"))
    assert [row["id"] for row in rows] == ["first", "a", "last"]
    assert [gaige.is_error(row) for row in rows] == [False, True, False]
    error = rows[1]["error"]
    assert error["code"] == code
    assert told in error["message"] and error["hint"]
    with pytest.raises(gaige.DocumentError) as caught:
        list(extractor.extract([bad]))
    assert caught.value.id == "a" and caught.value.code == code
    assert "'a'" in str(caught.value)


def test_paths_are_ids_wherever_they_stand(extractor, seeds):
    given = [gaige.Document(path=seeds[0]), {"path": str(seeds[1])}, ("c", seeds[2])]
    ids = [record["id"] for record in extractor.extract(given)]
    assert ids == [str(seeds[0]), str(seeds[1]), "c"]


def test_ids_that_are_none(extractor):
    rows = list(extractor.extract([(1.5, TEXT), ("\ud800", TEXT), 3], errors="row"))
    assert [(row["id"], row["error"]["code"]) for row in rows] == [
        (0, "DOCUMENT_INVALID"),
        (1, "DOCUMENT_INVALID"),
        (2, "DOCUMENT_INVALID"),
    ]


@pytest.mark.parametrize("one", [TEXT, b"x", Path("x"), gaige.Document(text="x")])
def test_one_document_is_not_many(extractor, one):
    with pytest.raises(TypeError, match=r"\[document\]"):
        extractor.extract(one)


def test_what_came_before_a_failing_iterable_is_answered(extractor):
    def documents():
        yield ("a", TEXT)
        raise RuntimeError("the database is gone")

    records = extractor.extract(documents())
    assert next(records)["id"] == "a"
    with pytest.raises(RuntimeError, match="the database is gone"):
        next(records)


def test_a_file_that_is_too_large(extractor, tmp_path):
    path = tmp_path / "large.txt"
    with open(path, "wb") as file:
        file.truncate(100 * 1024 * 1024)
    (row,) = extractor.extract([path], errors="row")
    assert row["id"] == str(path) and row["error"]["code"] == "FILE_TOO_LARGE"
    assert "gaige extract" in row["error"]["hint"]


def test_ten_megabytes(extractor):
    text = "这一段没有数字。\n" * 400_000
    assert len(text.encode()) > 9_000_000
    record = extractor.extract_one(("large", text))
    assert record["report"]["bytes"] == len(text.encode())
    assert record["text"] == text


def test_names_of_files_that_are_no_utf_8(extractor, tmp_path):
    path = Path(os_path(tmp_path) + b"/\xb1\xa8\xb8\xe6.txt".decode("utf-8", "surrogateescape"))
    try:
        path.write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such names")
    record = extractor.extract_one(path)
    assert record["id"].endswith("/\\xb1\\xa8\\xb8\\xe6.txt")
    assert len(record["indicators"]) == 3


def os_path(path):
    return str(path)


def test_files_of_folders(tmp_path):
    for name in ("b.txt", "a/z.txt", ".hidden/x.txt", "node_modules/y.txt", "a/.x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "a/circle").symlink_to(tmp_path)
    found = [path.relative_to(tmp_path).as_posix() for path in gaige.files(tmp_path)]
    assert found == ["a/z.txt", "b.txt"]
    with pytest.raises(FileNotFoundError, match="nowhere"):
        list(gaige.files(tmp_path / "nowhere"))


def test_defaults_of_a_gaige_yaml_change_nothing(tmp_path, extractor):
    stream = "includeText: true, select: placeholders, jobs: 2, maxFileSize: 10"
    (tmp_path / "gaige.yaml").write_text(
        f"defaults: {{ stream: {{ {stream} }}, rules list: {{ format: pretty }} }}\n"
    )
    with gaige.Extractor(include_text=False, cwd=tmp_path) as opened:
        record = opened.extract_one("新建学校3所。")
        assert "text" not in record
        assert record["indicators"] == extractor.extract_one("新建学校3所。")["indicators"] != []
        assert opened.domain_labels()
