"""Dask distributed on the loopback: one worker is killed in the middle, and nothing is lost or doubled."""

import base64
import json
import os
import subprocess
import sys
import threading
from glob import glob

import pytest

pytest.importorskip("distributed")
if not os.path.isdir("/proc/self"):
    pytest.skip("needs /proc", allow_module_level=True)

import dask.bag  # noqa: E402

import gaige  # noqa: E402
import gaige.dask  # noqa: E402
from cluster import Cluster, children, kill, wait_for  # noqa: E402
from conftest import FAKE, ROOT  # noqa: E402
from gaige.parts import check_parts  # noqa: E402
from reading import read_parquet  # noqa: E402
from test_readme import programs  # noqa: E402

SETTINGS = {"cwd": str(ROOT)}


@pytest.fixture(scope="module")
def documents(seeds):
    """2,000 documents of two short paragraphs, every one another; one of them is bad."""
    paragraphs = [
        line.strip()
        for path in seeds
        if path.suffix == ".txt"
        for line in path.read_text(encoding="utf-8").splitlines()
        if 20 < len(line) < 100
    ]
    made = []
    for i in range(2000):
        text = f"{paragraphs[i % len(paragraphs)]}\n第{i}次会议，新建学校{i + 1}所。"
        made.append((f"doc-{i:04d}", text))
    made[1234] = ("doc-1234", "report \ud83d")
    return made


@pytest.fixture(scope="module")
def expected(documents):
    """The records that one process gives."""
    with gaige.Extractor(include_text=False, errors="row", config=False, **SETTINGS) as extractor:
        return list(extractor.extract(documents))


@pytest.fixture
def cluster(tmp_path):
    opened = Cluster(tmp_path)
    try:
        yield opened
    finally:
        opened.close()


def records_in(folder):
    lines = []
    for path in sorted(glob(f"{folder}/part-*.ndjson")):
        with open(path, encoding="utf-8") as file:
            lines.extend(file)
    return [json.loads(line) for line in lines]


def test_a_killed_worker_loses_and_doubles_nothing(cluster, documents, expected, tmp_path):
    out = tmp_path / "out"
    first, _ = cluster.add_worker(), cluster.add_worker()
    with cluster.client() as client:
        bag = dask.bag.from_sequence(documents, partition_size=50)

        def kill_one():
            wait_for(lambda: len(glob(f"{out}/entries/*.json")) >= 8)
            (child,) = children(first.pid)
            kill(first.pid)
            kill(child)

        killer = threading.Thread(target=kill_one)
        killer.start()
        manifest = gaige.dask.extract_parts(bag, str(out), client=client, **SETTINGS)
        killer.join()
        assert first.wait() == -9
        assert len(client.scheduler_info()["workers"]) == 1
    assert records_in(out) == expected
    assert [record["id"] for record in expected] == [id for id, _ in documents]
    assert (manifest["documents"], manifest["errors"]) == (2000, 1)
    assert len(manifest["parts"]) == 40
    assert check_parts(str(out)) == []
    assert glob(f"{out}/.*.tmp") == []


def test_bags_of_records_and_of_urls(cluster, documents, expected, seeds, tmp_path):
    cluster.add_worker()
    with cluster.client() as client:
        bag = dask.bag.from_sequence(documents[1200:1260], partition_size=7)
        found = gaige.dask.extract_bag(bag, client=client, **SETTINGS)
        assert found.compute() == expected[1200:1260]

        urls = [f"file://{seeds[3]}", str(seeds[4]), f"file://{seeds[0]}.none"]
        rows = gaige.dask.extract_bag(urls, partition_size=2, client=client, **SETTINGS).compute()
        assert [row["id"] for row in rows] == urls
        assert [len(row.get("indicators", [])) > 0 for row in rows] == [True, True, False]
        assert rows[2]["error"]["code"] == "PATH_NOT_FOUND"
        (pid,) = children(cluster.workers[0].pid)

        pages = tmp_path / "pages.jsonl"
        lines = [json.dumps({"id": id, "text": text}) for id, text in documents[:3]]
        data = base64.b64encode(documents[3][1].encode()).decode()
        lines += [
            "",
            "no JSON",
            "[]",
            json.dumps({"id": "doc-0003", "base64": data}),
            '{"text": ""}',
        ]
        pages.write_text("\n".join(lines) + "\n")
        rows = gaige.dask.extract_bag(dask.bag.read_text(str(pages)), client=client, **SETTINGS)
        rows = rows.compute()
        assert rows[:3] == expected[:3]
        assert [row["error"]["code"] for row in rows[3:5] + rows[6:]] == ["DOCUMENT_INVALID"] * 3
        assert rows[5]["indicators"] and rows[5]["id"] == "doc-0003"
        # All of that was one process, kept by the plugin.
        assert children(cluster.workers[0].pid) == [pid]


def test_parts_are_not_done_twice(cluster, tmp_path):
    out = str(tmp_path / "out")
    cluster.add_worker()
    with cluster.client() as client:

        def extract(documents, **settings):
            return gaige.dask.extract_parts(
                documents, out, partition_size=5, client=client, **{**SETTINGS, **settings}
            )

        def times():
            return [os.stat(path).st_mtime_ns for path in sorted(glob(f"{out}/part-*"))]

        documents = [(i, f"新建学校{i + 1}所。") for i in range(15)]
        before, written = extract(documents), times()
        assert extract(documents) == before
        assert times() == written
        documents[7] = (7, None)
        assert extract(documents)["errors"] == 1
        assert [a == b for a, b in zip(written, times())] == [True, False, True]
        documents[7] = (7, "新建学校8所。")
        assert extract(documents) == before
        with pytest.raises(gaige.GaigeError, match="another run"):
            extract(documents, include_text=True)
        again = extract(documents[:9], include_text=True, overwrite=True)
        assert [part["documents"] for part in again["parts"]] == [5, 4]
        assert len(glob(f"{out}/part-*")) == 2
        assert all("text" in record for record in records_in(out))

        (tmp_path / "mine").mkdir()
        (tmp_path / "mine/thesis.docx").touch()
        with pytest.raises(gaige.GaigeError, match="somebody else"):
            gaige.dask.extract_parts(
                documents, str(tmp_path / "mine"), client=client, overwrite=True, **SETTINGS
            )


def test_documents_at_fault(cluster, tmp_path):
    """By a gaige that dies where a text asks for it."""
    cluster.add_worker()
    given = [("a", "a"), ("a", "again"), "no id", {"id": "b", "text": "die"}, ("c", "c"), ("d", 3)]
    settings = {"command": [sys.executable, str(FAKE)], "retries": 1}
    with cluster.client() as client:
        bag = dask.bag.from_sequence(given, npartitions=1)
        rows = gaige.dask.extract_bag(bag, client=client, **settings).compute()
    assert [(row["id"], row.get("error", {}).get("code")) for row in rows] == [
        ("a", None),
        ("a", "DUPLICATE_ID"),
        (2, "DOCUMENT_INVALID"),
        ("b", "WORKER_DIED"),
        ("c", None),
        ("d", "DOCUMENT_INVALID"),
    ]


def test_a_gaige_that_no_worker_has(cluster, tmp_path):
    cluster.add_worker()
    with cluster.client() as client:
        with pytest.raises(gaige.CliError, match="on .*cannot be run"):
            gaige.dask.extract_parts(
                [("a", "a")], str(tmp_path / "out"), client=client, command=["/nowhere/gaige"]
            )
    assert not os.path.exists(tmp_path / "out/manifest.json")


def test_parquet(cluster, documents, tmp_path):
    out = tmp_path / "out"
    cluster.add_worker()
    with cluster.client() as client:
        manifest = gaige.dask.extract_parts(
            documents[1200:1260],
            str(out),
            format="parquet",
            partition_size=20,
            client=client,
            **SETTINGS,
        )
    assert [len(part["files"]) for part in manifest["parts"]] == [4, 4, 4]
    assert check_parts(str(out)) == []
    with gaige.Extractor(errors="row", config=False, **SETTINGS) as extractor:
        records = list(extractor.extract(documents[1200:1260]))
        labels = extractor.domain_labels()
    for table, columns in gaige.COLUMNS.items():
        found = []
        for path in sorted(glob(f"{out}/{table}/part-*.parquet")):
            read = read_parquet(path)
            assert [name for name, _ in read.types] == [column.name for column in columns]
            found.extend(read.rows)
        assert found == [row for record in records for row in gaige.rows(record, table, labels)]


def test_no_process_is_kept_that_nobody_uses(cluster, documents, tmp_path):
    worker = cluster.add_worker()
    with cluster.client() as client:
        settings = {"client": client, "partition_size": 2, **SETTINGS}
        gaige.dask.extract_parts(documents[:4], str(tmp_path / "out"), **settings)
        assert children(worker.pid) == []
        bag = gaige.dask.extract_bag(documents[:4], **settings)
        assert len(bag.compute()) == 4
        assert len(children(worker.pid)) == 1
        gaige.dask.release(client)
        assert children(worker.pid) == []
        assert len(bag.compute()) == 4


def test_the_content_of_settings_counts(cluster, tmp_path):
    documents = [("a", "新建学校3所。")]
    cluster.add_worker()
    with cluster.client() as client:

        def extract(config):
            out = str(tmp_path / "out")
            return gaige.dask.extract_parts(
                documents, out, client=client, config=config, **SETTINGS
            )

        first, second = tmp_path / "gaige.yaml", tmp_path / "moved.yaml"
        first.write_text("lang: en\n")
        before = extract(str(first))
        first.rename(second)
        assert extract(str(second)) == before
        second.write_text("lang: zh\n")
        with pytest.raises(gaige.GaigeError, match="another run"):
            extract(str(second))


@pytest.mark.parametrize(
    "source, settings, told",
    [
        ([], {}, "no document"),
        (["a.txt", "b.txt", "a.txt"], {}, "given twice: a.txt"),
        (["a.txt"], {"errors": "raise"}, "errors are rows"),
        (["a.txt"], {"format": "csv"}, "ndjson or parquet"),
        (["a.txt"], {"workers": 0}, "whole number"),
    ],
)
def test_settings_that_are_none(tmp_path, source, settings, told):
    with pytest.raises(ValueError, match=told):
        gaige.dask.extract_parts(source, str(tmp_path / "out"), client=object(), **settings)


@pytest.mark.parametrize("page", ["docs/engines.md", "docs/engines.zh-CN.md", "README.md"])
def test_the_program_of_the_docs(page, tmp_path):
    program, printed = programs(ROOT / page)[-1]
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    done = subprocess.run([sys.executable, "program.py"], cwd=tmp_path, capture_output=True)
    assert done.stdout.decode() == printed, done.stderr.decode()


def test_no_client():
    with pytest.raises(gaige.GaigeError, match="distributed.Client"):
        gaige.dask.extract_bag(["a.txt"])
