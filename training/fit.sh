#!/usr/bin/env bash
# Fits the open weights (order of labels, figures, defects, level, scores, verdict, principles); see fit.py.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python}"
data=training/answers
late="$data/written-2.jsonl $data/written-4.jsonl"

# Cross-validation: each fold reader with weights of its own, fitted on answers that neither fold reader was shown.
for fold in 0 1; do
  "$python" training/fit.py --data $late --official $late --readers training/readers --folds 2 \
    --final training/readers/fold$fold --calibrate $late --late-only --out training/readers/fold$fold
done

# What ships: the better fold reader on the stories held out from it, the shipped reader on the latest answers.
"$python" training/fit.py --data $data/given.jsonl $data/written-1.jsonl $data/written-2.jsonl \
  --official $data/given.jsonl --fresh $data/written-2.jsonl --readers training/readers --use 0 --folds 2 \
  --final src/storybank/signals/encoder/data --calibrate $data/written-7.jsonl $data/playbook.jsonl
