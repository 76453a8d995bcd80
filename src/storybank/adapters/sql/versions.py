"""Versions of the tables, apart from the tables themselves: looking at them must cost no import."""

from __future__ import annotations

VERSION = "0003"
"""The version of the tables that this program reads and writes."""
KNOWN = ("0001", "0002", "0003")
"""Every version there was; a bank of any other was made by a newer program."""
APPLICATION = 0x53544259
"""`STBY` in the head of an SQLite file: it says whose the file is."""
