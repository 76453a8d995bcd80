"""How long something takes, for tests of growth: ratios of one process, never limits in seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor, the least of three tries: what else the machine does is not counted."""
    tries = []
    for _ in range(3):
        gc.collect()
        begin = time.process_time()
        work()
        tries.append(time.process_time() - begin)
    return min(tries)
