"""`python -m storybank`, and the command `storybank` itself."""

from __future__ import annotations

import os
import signal
from types import FrameType


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends it silently."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)
    from storybank.cli import main as run

    run()


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(130)


if __name__ == "__main__":
    main()
