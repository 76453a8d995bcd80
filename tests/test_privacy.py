"""Nothing leaves the machine, and nothing is left on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ANSWER = Path(__file__).parent.parent / "examples" / "answer.md"
OFFLINE = """
import socket, sys

def refuse(*args, **kwargs):
    raise AssertionError("a connection was opened")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = refuse
from storybank.cli import main
sys.argv = ["storybank", "review", "--isolated", "--format", "json", sys.argv[1]]
main()
"""


def test_a_review_opens_no_connection_and_leaves_no_file(tmp_path: Path) -> None:
    """In an empty home, with every connection refused, a review works and the home stays empty."""
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    env = {k: v for k, v in os.environ.items() if k != "ORT_DISABLE_TELEMETRY"} | home
    run = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(ANSWER)],
        capture_output=True,
        text=True,
        env=env,
        cwd=tmp_path,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith('{"version": 1') or run.stdout.startswith('{"version":1')
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
