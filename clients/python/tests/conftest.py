"""The command line that is tested is that of this repository, on the reports in seeds/."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FAKE = Path(__file__).parent / "fake_cli.py"

sys.path.insert(0, str(ROOT / "clients/python"))
os.environ.setdefault("GAIGE_BIN", str(ROOT / "bin/gaige.js"))
# Workers of engines find both too.
os.environ["PYTHONPATH"] = str(ROOT / "clients/python")


@pytest.fixture(scope="session")
def seeds():
    return sorted((ROOT / "seeds").iterdir())


@pytest.fixture(scope="session")
def extractor():
    import gaige

    with gaige.Extractor(config=False, cwd=ROOT) as opened:
        yield opened


@pytest.fixture
def fake():
    """The settings of an extractor whose gaige does as each text says."""
    return {"command": [sys.executable, str(FAKE)], "errors": "row", "retries": 1}
