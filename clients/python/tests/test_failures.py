"""Processes that die, hang or babble; a gaige that does not start."""

import os
import pickle
import signal
import subprocess
import sys
import time

import pytest

import gaige


def ids_and_codes(rows):
    return [(row["id"], row["error"]["code"] if "error" in row else None) for row in rows]


def texts(*given):
    return [(text, text) for text in given]


@pytest.mark.parametrize(
    "bad, code, told",
    [
        ("die", "WORKER_DIED", "exit code 3: out of memory"),
        ("close", "WORKER_DIED", "closed its standard output"),
        ("babble", "WORKER_DIED", "this is no record"),
        ("other", "WORKER_DIED", "no record"),
        ("half", "WORKER_DIED", "exit code 0"),
        ("bad", "BAD_ANSWER", "bad JSON"),
    ],
)
@pytest.mark.parametrize("workers", [1, 3])
def test_only_the_document_at_fault_is_lost(fake, bad, code, told, workers):
    given = texts("a", "b", bad, "c", "d", "e")
    with gaige.Extractor(**fake, workers=workers) as extractor:
        rows = list(extractor.extract(given))
    assert ids_and_codes(rows) == [(id, code if id == bad else None) for id, _ in given]
    assert told in rows[2]["error"]["message"]
    assert rows[2]["error"]["hint"]


def test_a_document_is_tried_again(fake, tmp_path):
    mark = tmp_path / "died"
    with gaige.Extractor(**fake) as extractor:
        rows = list(extractor.extract([("a", "a"), ("b", f"die once {mark}"), ("c", "c")]))
    assert ids_and_codes(rows) == [("a", None), ("b", None), ("c", None)]
    assert mark.exists()


def test_a_document_that_takes_too_long(fake):
    with gaige.Extractor(**fake, timeout=0.5) as extractor:
        began = time.monotonic()
        rows = list(extractor.extract(texts("a", "hang", "b", "c")))
        assert time.monotonic() - began < 20
    expected = [("a", None), ("hang", "REPORT_TIMEOUT"), ("b", None), ("c", None)]
    assert ids_and_codes(rows) == expected
    assert "0.5 s" in rows[1]["error"]["message"]


def test_a_process_that_reads_nothing_any_more(fake):
    large = "x" * 1_000_000
    with gaige.Extractor(**fake, timeout=0.5) as extractor:
        rows = list(extractor.extract([("a", "hang"), ("b", large), ("c", large)]))
    assert ids_and_codes(rows) == [("a", "REPORT_TIMEOUT"), ("b", None), ("c", None)]


def test_a_killed_process_loses_nothing(seeds):
    given = [(i, f"新建学校{i + 1}所。") for i in range(60)]
    with gaige.Extractor(workers=2, config=False) as extractor:
        records = extractor.extract(given)
        found = [next(records) for _ in range(10)]
        for pid in extractor.pids():
            os.kill(pid, signal.SIGKILL)
        found.extend(records)
    assert [record["id"] for record in found] == list(range(60))
    assert [record["indicators"][0]["value"]["number"] for record in found] == list(range(1, 61))


def test_a_gaige_that_does_not_start(fake, monkeypatch):
    monkeypatch.setenv("FAKE_CLI", "fail")
    with gaige.Extractor(**fake) as extractor:
        for _ in range(2):
            with pytest.raises(gaige.CliError, match="no such rules: nope.yaml"):
                list(extractor.extract(texts("a", "b")))


def test_a_gaige_that_says_nothing(fake, monkeypatch):
    monkeypatch.setenv("FAKE_CLI", "silent")
    with gaige.Extractor(**fake, start_timeout=0.5) as extractor:
        with pytest.raises(gaige.CliError, match="said nothing"):
            list(extractor.extract(texts("a")))


def test_rules_with_a_fault():
    with pytest.raises(gaige.CliError, match="nope.yaml"):
        list(gaige.extract(["x"], rules=["nope.yaml"]))


def test_a_program_that_is_none(tmp_path):
    with pytest.raises(gaige.CliError, match="cannot be run"):
        list(gaige.extract(["x"], command=[str(tmp_path / "none")]))


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
@pytest.mark.parametrize("last", ["a", "hang"])
def test_nothing_is_left_running(fake, last):
    extractor = gaige.Extractor(**fake, workers=2, timeout=None)
    records = extractor.extract(texts("a", "b", *[last] * 8))
    next(records)
    pids = extractor.pids()
    assert pids and all(map(is_running, pids))
    began = time.monotonic()
    extractor.close()
    assert time.monotonic() - began < 4
    assert not any(map(is_running, pids))
    with pytest.raises(gaige.GaigeError, match="closed"):
        list(records)
    with pytest.raises(gaige.GaigeError, match="closed"):
        list(extractor.extract(["a"]))


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
def test_a_generator_that_is_left_ends_its_processes(fake):
    records = gaige.extract(texts("a", *["hang"] * 5), timeout=None, **fake)
    assert next(records)["id"] == "a"
    pids = records.gi_frame.f_locals["extractor"].pids()
    records.close()
    assert pids and not any(map(is_running, pids))


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
def test_an_extractor_that_is_forgotten_ends_its_processes(fake):
    extractor = gaige.Extractor(**fake)
    list(extractor.extract(texts("a")))
    pids = extractor.pids()
    del extractor
    assert pids and not any(map(is_running, pids))


PROGRAM = """
import os, sys
sys.path.insert(0, sys.argv[1])
import gaige
extractor = gaige.Extractor(command=sys.argv[2:], errors="row", timeout=None)
records = extractor.extract(["a", "b"] + ["hang"] * 5)
next(records)
print(*extractor.pids(), flush=True)
if os.environ["END"] == "die":
    os._exit(1)
if os.environ["END"] == "fork" and os.fork() == 0:
    try:
        list(extractor.extract(["a"]))
    except gaige.GaigeError as error:
        print(error.code, flush=True)
    try:
        next(records)
        next(records)
    except gaige.GaigeError as error:
        print(error.code, flush=True)
    os._exit(0)
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
@pytest.mark.parametrize("end", ["return", "fork"])
def test_a_program_that_ends_takes_its_processes_along(fake, end):
    folder = os.path.dirname(os.path.dirname(gaige.__file__))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, folder, *fake["command"]],
        env={**os.environ, "END": end},
        capture_output=True,
        timeout=60,
        text=True,
    )
    assert done.stderr == ""
    pids, *told = done.stdout.splitlines()
    assert not any(is_running(pid) for pid in pids.split())
    if end == "fork":
        assert told == ["CLOSED", "CLOSED"]


def test_settings_are_pickled_and_processes_are_not(fake):
    with gaige.Extractor(**fake) as extractor:
        list(extractor.extract(texts("a")))
        with pickle.loads(pickle.dumps(extractor)) as other:
            assert other.pids() == []
            assert ids_and_codes(other.extract(texts("b"))) == [("b", None)]


def test_errors_are_pickled():
    error = gaige.DocumentError("a", "CODE", "message", "hint")
    again = pickle.loads(pickle.dumps(error))
    assert (again.id, again.code, str(again)) == ("a", "CODE", str(error))


@pytest.mark.parametrize(
    "settings",
    [
        {"workers": 0},
        {"workers": True},
        {"errors": "ignore"},
        {"offsets": "bytes"},
        {"timeout": 0},
        {"retries": -1},
    ],
)
def test_settings_that_are_none(settings):
    with pytest.raises(ValueError, match="give "):
        gaige.extract([], **settings)
