"""Rules on how the speaker weighed risks, reasons and people."""
