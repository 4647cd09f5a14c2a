"""Reads JSON-LD files with pyld and with rdflib, without the network; fails unless both see the same graph."""
import json
import sys

import rdflib
from pyld import jsonld
from rdflib.compare import graph_diff, to_isomorphic


def refuse(url, options=None):
    raise ValueError(f"the file asks for {url}")


def read_with_pyld(text):
    quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads", "documentLoader": refuse})
    return rdflib.Graph().parse(data=quads, format="nt")


def expand(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    by_pyld = to_isomorphic(read_with_pyld(text))
    by_rdflib = to_isomorphic(rdflib.Graph().parse(data=text, format="json-ld"))
    if by_pyld != by_rdflib:
        _, only_pyld, only_rdflib = graph_diff(by_pyld, by_rdflib)
        print("only pyld:", *sorted(only_pyld.serialize(format="nt").splitlines())[:10], sep="\n  ")
        print("only rdflib:", *sorted(only_rdflib.serialize(format="nt").splitlines())[:10], sep="\n  ")
        return False
    lost = [term for term in set(by_pyld.predicates()) if not str(term).startswith("http")]
    print(f"{path}: {len(by_pyld)} triples; both readers agree")
    return len(by_pyld) > 0 and not lost


sys.exit(0 if all([expand(path) for path in sys.argv[1:]]) else 1)
