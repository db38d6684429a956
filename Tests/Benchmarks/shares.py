"""Tells from callgrind's profile which module of the bulletin has caused which share of the instructions.

What a module has the Swift library, the C library or libxml2 do is its own share: the cost of such a function is
divided among its callers as callgrind has weighed the calls, and so on up to functions of the bulletin.
"""

import re
import tempfile
from collections import Counter, defaultdict

from instructions import instructions

# A module is the first name of a mangled one, with its length before it.
MODULE = re.compile(r"\$s(\d+)([A-Za-z_]\w*)")
NAME = re.compile(r"(c?fn)=\((\d+)\)(?: (.*))?")
# How often costs go from functions to their callers; library functions call each other no deeper than this.
STEPS = 40
ELSE = "start-up and others"


class Profile:
    """Functions by callgrind's numbers for them: names, own cost, and the cost of calls by caller."""

    def __init__(self, path):
        self.names, self.own, self.callers = {}, Counter(), defaultdict(Counter)
        function = called = None
        is_call = False
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                if found := NAME.match(line):
                    kind, number, name = found.groups()
                    if name:
                        self.names[number] = name
                    if kind == "fn":
                        function = number
                    else:
                        called = number
                elif line.startswith("calls="):
                    is_call = True
                elif line[0] in "+-*0123456789" and function:
                    cost = int(line.split()[1])
                    if is_call:
                        self.callers[called][function] += cost
                        is_call = False
                    else:
                        self.own[function] += cost

    def by_module(self, modules):
        """The share of each module."""
        home = {number: module(name, modules) for number, name in self.names.items()}
        parts = {number: {name: 1.0} if name else {ELSE: 1.0} for number, name in home.items()}
        libraries = [number for number, name in home.items() if not name and self.callers[number]]
        for _ in range(STEPS):
            parts.update({number: self.divided(number, parts) for number in libraries})
        counts = Counter()
        for number, cost in self.own.items():
            for name, part in parts[number].items():
                counts[name] += cost * part
        whole = sum(counts.values())
        return {name: cost / whole for name, cost in counts.most_common()}

    def divided(self, number, parts):
        """A function's cost by module, as its callers have theirs."""
        # A function that calls itself tells nothing.
        callers = {caller: cost for caller, cost in self.callers[number].items() if caller != number and cost}
        whole = sum(callers.values())
        result = Counter()
        for caller, cost in callers.items():
            for name, part in parts[caller].items():
                result[name] += part * cost / whole
        return dict(result) or {ELSE: 1.0}


def module(name, modules):
    """The module of the bulletin that a function belongs to, if any."""
    if "CryptoBoringSSL" in name or "$s6Crypto" in name:
        return "Crypto"
    # Of specialisations of the Swift library, the module that asked for them is not always named.
    return next((found[:int(length)] for length, found in MODULE.findall(name) if found[:int(length)] in modules), None)


def shares(command, modules):
    """The share of each module in the instructions of a command, the largest first."""
    with tempfile.NamedTemporaryFile() as file:
        instructions(command, file.name)
        return Profile(file.name).by_module(modules)
