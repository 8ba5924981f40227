"""Where the command line of gaige is, and short runs of it."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from typing import Literal, Sequence

from .errors import CliError

#: Seconds for a run that reads no document.
_SHORT = 120

_REMEDY = (
    "install it (in a clone: npm ci && npm link), or set GAIGE_BIN to the program "
    "or to the clone's bin/gaige.js"
)


def find_cli() -> list[str]:
    """The command that runs gaige: ``GAIGE_BIN``, then ``gaige`` on the path, then npx.

    ``GAIGE_BIN`` is a program, a ``.js`` file, or a command with arguments
    (``node /opt/gaige/bin/gaige.js``). npx is asked only for what is installed already:
    nothing is fetched. Raises ``CliError`` with the code ``CLI_NOT_FOUND``.
    """
    given = os.environ.get("GAIGE_BIN", "").strip()
    if given:
        return _given_cli(given)
    program = shutil.which("gaige")
    return [program] if program else _npx_cli()


def _given_cli(given: str) -> list[str]:
    if os.path.isfile(given):
        return [_node(), os.path.abspath(given)] if _is_script(given) else [os.path.abspath(given)]
    words = shlex.split(given, posix=os.name == "posix")
    program = shutil.which(words[0]) if words else None
    if program is None:
        raise CliError("CLI_NOT_FOUND", f"GAIGE_BIN names no program: {given}", _REMEDY)
    return [program, *words[1:]]


def _is_script(path: str) -> bool:
    return path.endswith((".js", ".mjs", ".cjs"))


def _node() -> str:
    node = shutil.which("node")
    if node is None:
        hint = "install Node 20.19 or later, or put it on the PATH"
        raise CliError("CLI_NOT_FOUND", "gaige runs on Node, which is not on the PATH", hint)
    return node


def _npx_cli() -> list[str]:
    npx = shutil.which("npx")
    if npx is not None:
        command = [npx, "--no-install", "gaige"]
        try:
            asked = subprocess.run(
                [*command, "--version"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_SHORT,
            )
        except (OSError, subprocess.TimeoutExpired):
            asked = None
        if asked is not None and asked.returncode == 0:
            return command
    raise CliError("CLI_NOT_FOUND", "gaige is not on the PATH, nor does npx know it", _REMEDY)


def rule_arguments(rules: Sequence[str | os.PathLike[str]]) -> list[str]:
    """``--rules`` for each of the packs."""
    return [word for path in rules for word in ("--rules", os.fspath(path))]


def config_arguments(config: str | os.PathLike[str] | Literal[False] | None) -> list[str]:
    """``--config`` or ``--no-config``; nothing for the nearest ``gaige.yaml``.

    Its ``defaults`` are for whoever types commands: here settings are arguments.
    """
    if config is False:
        return ["--no-config"]
    return ["--no-defaults", *([] if config is None else ["--config", os.fspath(config)])]


def domain_labels(
    rules: Sequence[str | os.PathLike[str]] = (),
    *,
    config: str | os.PathLike[str] | Literal[False] | None = None,
    command: Sequence[str] | None = None,
    cwd: str | None = None,
) -> dict[str, tuple[str, str]]:
    """Label and official field of each field of reform by its id, as the rules have them."""
    words = [*(command or find_cli()), "rules", "list", "--all", "--format", "json", "--lang", "en"]
    try:
        run = subprocess.run(
            [*words, *rule_arguments(rules), *config_arguments(config)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SHORT,
            cwd=cwd,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CliError("CLI_FAILED", f"gaige rules list did not run: {error}", _REMEDY) from error
    if run.returncode != 0:
        told = run.stderr.decode("utf-8", "replace").strip()
        raise CliError("CLI_FAILED", f"gaige rules list failed: {told}", "see the message")
    listed = json.loads(run.stdout)
    return {
        row["id"]: (row["emits"]["label"], row["emits"]["field"])
        for row in listed
        if row["sort"] == "domain"
    }
