# Sourced by run.sh and run_fast.sh: what their calls have in common.

usage() {  # the indented lines of the script's head
  sed -n 's/^#   //p' "$0" >&2
  exit 2
}

# read_options "NAMES" "$@": "--name value" sets the variable `name`; those of NAMES must be given.
read_options() {
  needed="$1 out"
  shift
  work= device=cpu threads=1 python=python3 pairs=
  for name in $needed; do eval "$name="; done
  while [ $# -gt 0 ]; do
    case " --$(echo $needed work device threads python pairs | sed 's/ / --/g') " in
      *" $1 "*) ;;
      *) echo "$0: unknown option $1" >&2; usage ;;
    esac
    [ $# -gt 1 ] || { echo "$0: $1 wants a value" >&2; usage; }
    eval "${1#--}=\$2"
    shift 2
  done
  for name in $needed; do
    eval "[ -n \"\$$name\" ]" || { echo "$0: --$name is missing" >&2; usage; }
  done
  work=${work:-$out.training}
  # Without these glibc gives large blocks back to the system at every step and faults them in again.
  export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=268435456
  export OMP_NUM_THREADS="$threads"
}
