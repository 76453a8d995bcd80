"""How calls end: a full disk, a closed output, Ctrl-C; one line each, and never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="needs files and signals as POSIX has them")
CALL = [sys.executable, "-m", "storybank"]
STOPPED = "storybank: stopped; nothing is half-written"


def ended(code: str, columns: str = "80") -> subprocess.CompletedProcess[str]:
    """A process of its own that runs this code, with `main` and `fake` at hand: a `schema` that does something else."""
    prelude = (
        "import click, signal, sys, types\nfrom storybank.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def fake(deed):\n"
        "    sys.modules['storybank.cli.schema'] = types.SimpleNamespace("
        "command=click.Command('schema', callback=deed))\n"
        "    sys.argv = ['storybank', 'schema']\n    main()\n"
    )
    env = {**os.environ, "COLUMNS": columns}
    return subprocess.run(
        [sys.executable, "-c", prelude + code], capture_output=True, text=True, check=False, env=env
    )


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["list", "--help"], ["explain", "hedged"]])
def test_no_room_for_the_output(arguments: list[str]) -> None:
    """One line says so, whoever wrote the output: a program that goes on would believe in an empty answer."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*CALL, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("storybank: the output could not be written: no space left")
    assert done.stderr.count("\n") == 1


@posix
def test_a_closed_output() -> None:
    """Nothing is done, since the next file that is opened would stand where the output stood."""
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m storybank rules >&-"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "standard output is closed" in done.stderr


@posix
def test_closed_input_and_errors() -> None:
    """Both are as good as empty."""
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m storybank review - <&- 2>&-"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "")


def test_a_window_without_columns() -> None:
    """What some shells say of a window that they know nothing of is not taken for a width."""
    code = "sys.argv = ['storybank', 'levels']\nmain()"
    assert ended(code, "0").stdout == ended(code, "80").stdout != ""


@posix
@pytest.mark.parametrize(
    "deed",
    [
        "signal.raise_signal(signal.SIGINT)",
        "click.confirm('Go on?')",
        "\n    try: signal.raise_signal(signal.SIGINT)\n"
        "    except KeyboardInterrupt: raise ImportError('initialization failed')",
    ],
    ids=["at work", "at a question", "within an import"],
)
def test_ctrl_c_has_one_face(deed: str) -> None:
    """Wherever it falls: a word on what is kept, and the status that shells expect."""
    done = ended(f"def deed(): {deed}\nfake(deed)")
    assert done.returncode == 130
    assert done.stderr.splitlines()[-1].startswith(STOPPED)
    assert "Traceback" not in done.stderr


@posix
def test_ctrl_c_while_the_program_is_loaded() -> None:
    """It ends silently: nothing was begun."""
    code = (
        "import builtins, signal, storybank.__main__ as m\nreal = builtins.__import__\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def slow(name, *rest):\n"
        "    if name == 'storybank.cli': signal.raise_signal(signal.SIGINT)\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = slow\nm.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_what_ctrl_c_must_not_cut_in_two() -> None:
    """Held back until the step is done, it then takes effect."""
    from storybank.adapters.sql.undisturbed import undisturbed

    steps: list[str] = []

    def work() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            steps.append("done")

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            work()
    finally:
        signal.signal(signal.SIGINT, before)
    assert steps == ["done"]
