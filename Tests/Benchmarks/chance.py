"""Numbers that look drawn by lot and are the same on every machine and under every version of Python.

The generator is SplitMix64, written out: state plus an odd constant, then two rounds of xor, shift and multiply.
"""

MASK = (1 << 64) - 1
STEP = 0x9E3779B97F4A7C15


def mixed(value):
    """The 64 bits of `value`, stirred."""
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


class Chance:
    """A source of draws; the same numbers given at its making bring the same draws."""

    def __init__(self, *numbers):
        self.state = 0
        for number in numbers:
            self.state = mixed((self.state + number + STEP) & MASK)

    def below(self, limit):
        """A whole number from 0 up to, but without, `limit`."""
        self.state = (self.state + STEP) & MASK
        value = self.state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
        return ((value ^ (value >> 31)) >> 11) % limit

    def pick(self, choices):
        """One of a sequence."""
        return choices[self.below(len(choices))]

    def happens(self, permille):
        """Whether something comes about that does so so many times in a thousand."""
        return self.below(1000) < permille
