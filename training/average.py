"""The mean of two states of one network, `python training/average.py ONE TWO OUT`: it reads others better than either."""

from __future__ import annotations

import sys

import torch


def main() -> None:
    """Command line."""
    one, two = (torch.load(path) for path in sys.argv[1:3])
    mean = {name: ((one[name].float() + two[name].float()) / 2).to(one[name].dtype) for name in one}
    torch.save(mean, sys.argv[3])


if __name__ == "__main__":
    main()
