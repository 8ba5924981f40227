"""What the READMEs show is what their programs print; both have the same programs."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

PAGES = [ROOT / "clients/python" / name for name in ("README.md", "README.zh-CN.md")]
PROGRAM = re.compile(r"<!-- program -->\n```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def programs(page):
    return PROGRAM.findall(Path(page).read_text(encoding="utf-8"))


#: Of the READMEs of the repository, which have one for Dask too.
FRONT = [ROOT / name for name in ("README.md", "README.zh-CN.md")]


@pytest.mark.parametrize("program, printed", [*programs(PAGES[0]), programs(FRONT[0])[0]])
def test_programs_print_what_is_shown(program, printed):
    if "to_frames" in program:
        pytest.importorskip("pandas")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
    )
    assert done.stderr.decode() == ""
    assert done.stdout.decode() == printed


def test_both_pages_have_the_same_programs():
    first, second = map(programs, PAGES)
    assert len(first) == 3
    assert first == second
    assert programs(FRONT[0]) == programs(FRONT[1])
