"""Where gaige is looked for."""

import os
import stat

import pytest

import gaige


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """An environment without gaige."""
    monkeypatch.delenv("GAIGE_BIN")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(path, text="#!/bin/sh\nexit 0\n"):
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_gaige_bin_comes_first(monkeypatch, tmp_path):
    given = program(tmp_path / "mine")
    monkeypatch.setenv("GAIGE_BIN", given)
    assert gaige.find_cli() == [given]


def test_a_script_is_run_by_node(monkeypatch, bare):
    node = program(bare / "node")
    monkeypatch.setenv("GAIGE_BIN", program(bare / "gaige.js"))
    assert gaige.find_cli() == [node, str(bare / "gaige.js")]


def test_a_command_with_arguments(monkeypatch, bare):
    node = program(bare / "node")
    monkeypatch.setenv("GAIGE_BIN", "node --max-old-space-size=512 /opt/gaige.js")
    assert gaige.find_cli() == [node, "--max-old-space-size=512", "/opt/gaige.js"]


def test_then_the_path_then_npx(bare):
    npx = program(bare / "npx")
    assert gaige.find_cli() == [npx, "--no-install", "gaige"]
    path = program(bare / "gaige")
    assert gaige.find_cli() == [path]


@pytest.mark.parametrize("given", [None, "nowhere/gaige", "nowhere/gaige.js"])
def test_nowhere(monkeypatch, bare, given):
    program(bare / "npx", "#!/bin/sh\nexit 1\n")
    if given is not None:
        monkeypatch.setenv("GAIGE_BIN", given)
    with pytest.raises(gaige.CliError) as caught:
        gaige.find_cli()
    assert caught.value.code == "CLI_NOT_FOUND"
    assert "GAIGE_BIN" in str(caught.value)


def test_labels_of_fields_of_reform():
    labels = gaige.domain_labels()
    assert len(labels) == 17
    assert labels["soe"] == ("国资国企", "经济体制")


def test_the_environment_of_the_tests_has_gaige():
    assert os.environ["GAIGE_BIN"]
