#!/usr/bin/env bash
# Fits the open weights (order of labels, figures, defects, level, scores, verdict, principles); see fit.py.
# A reader is heard only on answers that it was not shown.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python}"
data=training/answers
work=training/work
shipped=src/storybank/signals/encoder/data

# Cross-validation: each fold reader with weights of its own, on answers that neither fold reader was shown.
for fold in 0 1; do
  "$python" training/fit.py --hear training/readers/fold$fold 1 $data/written-2.jsonl $data/written-4.jsonl \
    --out training/readers/fold$fold
done

# What ships: two earlier readers on what was written after them, a fold reader on the given answers held out from it,
# and the shipped reader on the answers that no reader was shown.
"$python" training/fit.py --given $data/given.jsonl --out $shipped \
  --hear $work/readers/sixth 1 $data/written-7.jsonl $data/playbook.jsonl $data/written-8.jsonl $data/written-9.jsonl \
  --hear $work/readers/half@0/2 0.7 $data/given.jsonl \
  --hear $work/readers/twelfth 0.7 $data/written-14.jsonl $data/written-15.jsonl $data/written-16.jsonl \
  --hear $shipped 1.5 $data/late.jsonl
