#!/usr/bin/env bash
# Builds the wheel, installs it with its pinned dependencies alone in a fresh environment, does the main job.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$python" -m hatchling build -t wheel -d "$work" >/dev/null
"$python" -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check -c <(sed -n 's/^\([a-z0-9_.-]*==[^ ]*\).*/\1/p' requirements-dev.txt) "$work"/storybank-*.whl
cd "$work"
HOME="$work" "$work/env/bin/storybank" review --isolated --format json "$OLDPWD/examples/answer.md" > review.json
# What else must be in the wheel: the playbook, the migrations, the example stories, the encoder for matching.
bank() { HOME="$work" STORYBANK_DB="$work/demo.sqlite" "$work/env/bin/storybank" "$@" >/dev/null; }
bank scenarios l7-01
bank questions --random
bank demo-bank "$work/demo.sqlite"
bank match "What did you get wrong?"
bank plan-loop --interviewer "Ada: ownership, dive-deep"
"$work/env/bin/python" - <<'PY'
import json
report = json.load(open("review.json"))
assert report["version"] == 1 and report["parts"] and report["findings"], report
print("wheel: installed alone,", report["answer"]["words"], "words reviewed,", len(report["findings"]), "findings")
PY
