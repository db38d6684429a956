"""Puts the same queries to the archive's page and to `bulletin search`: both must find the same developments."""

import json
import pathlib
import subprocess

import searching

QUERIES = ["", "asylum", "unaccompanied minors", "unaccompanied minors ", "REFUGEES türkiye", "policies", "polic", "a",
           "2013/33/EU", "32013L0033", "law on foreigners", "straße", "Ελλάδα", "visa* -rules", "zzyzxq",
           "the of and in to by for with", "l'asile", "residence permit "]
STATES = [{}, {"country": "NO"}, {"theme": "return"}, {"year": "2016", "kind": "policy"}, {"stage": "in-force"},
          {"act": "32013L0033"}]


def check(executable, site):
    site = pathlib.Path(site).resolve()
    with searching.Search(site / "search.html") as reader:
        for query in QUERIES:
            for state in STATES:
                if query.strip() or state:
                    compare(reader, executable, site, query, state)
        return reader.faults


def compare(reader, executable, site, query, state):
    first = reader.put(q=query, **state)
    filters = [argument for name, code in state.items() for argument in (f"--{name}", code)]
    command = [executable, "search", "--output", str(site.parent), "--format", "json", "--limit", "0", *filters, "--", query]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    paths = {str(pathlib.Path(one["path"]).relative_to(site)) for one in found["developments"]}
    reader.expect(found["count"] == len(paths) == reader.number(),
                  f"“{query}” {state}: the page finds {reader.number()}, bulletin search {found['count']}")
    reader.expect({one["href"] for one in first} <= paths, f"“{query}” {state}: the page shows what bulletin search does not")
