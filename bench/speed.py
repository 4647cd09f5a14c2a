#!/usr/bin/env python3
"""Words per second, scaling over threads and peak memory of `hearsay annotate`, everything counted (start-up included).

    bench/speed.py HEARSAY ARTICLES.jsonl[.xz] [--model accurate] [--articles 400] [--runs 3] [--peer "COMMAND"]

Each variant is run in turn, RUNS times; medians are printed, and ratios between variants of the same run. Words a second
count by the clock and by processor time (user and system): on a machine with other work only the latter means something,
and not for two threads. A peer command gets the path of a plain text file with the same articles as its last argument.
"""
import argparse
import json
import lzma
import os
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def first_articles(path, count):
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for _, line in zip(range(count), lines)]


def timed(command):
    """Wall seconds, processor seconds and peak memory in MB of one run."""
    begin = time.perf_counter()
    pid = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).pid
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("articles")
    parser.add_argument("--model", default="accurate")
    parser.add_argument("--count", "--articles", dest="count", type=int, default=400)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peer")
    options = parser.parse_args()
    articles = first_articles(options.articles, options.count)
    words = sum(len(a["text"].split()) for a in articles)
    with tempfile.TemporaryDirectory() as folder:
        lines, text, empty = (Path(folder, n) for n in ("articles.jsonl", "articles.txt", "empty.jsonl"))
        lines.write_text("".join(json.dumps({"id": a["id"], "text": a["text"]}) + "\n" for a in articles))
        text.write_text("\n\n".join(a["text"] for a in articles))
        empty.write_text(json.dumps({"id": "x", "text": "Spain won."}) + "\n")
        base = [options.hearsay, "annotate", "--quiet", "--model", options.model, "--format"]
        variants = {"start-up": base + ["conllu", "--threads", "1", empty],
                    "conllu, 1 thread": base + ["conllu", "--threads", "1", lines],
                    "conllu, 2 threads": base + ["conllu", "--threads", "2", lines],
                    "statements, 1 thread": base + ["statements", "--text", "verbatim", "--threads", "1", lines]}
        if options.peer:
            variants["peer"] = shlex.split(options.peer) + [text]
        runs = {name: [] for name in variants}
        for _ in range(options.runs):
            for name, command in variants.items():
                runs[name].append(timed(command))
    one = statistics.median(r[0] for r in runs["conllu, 1 thread"])
    print(f"{len(articles)} articles, {words} words (split at white space), {options.runs} runs, medians")
    for name, results in runs.items():
        seconds, busy = (statistics.median(r[i] for r in results) for i in (0, 1))
        rate = "" if name == "start-up" else f"{words / seconds:8.0f} words/s {words / busy:8.0f} words/processor s"
        print(f"{name:22} {seconds:7.2f} s {rate:44} {max(r[2] for r in results):6.0f} MB  time x{seconds / one:.2f}")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
