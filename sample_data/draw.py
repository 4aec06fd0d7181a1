"""Chance that comes out the same every time: one seeded stream for each named part.

Parts have streams of their own, so that a new part does not move the numbers of the others.
"""

from zlib import crc32

import numpy as np

from sample_data.clock import Bools, Floats, Ints

SEED = 20231101


def stream(part: str, number: int = 0) -> np.random.Generator:
    """The stream of one part, such as "ledger" for its month `number`."""
    return np.random.default_rng([SEED, crc32(part.encode()), number])


def weighted(rng: np.random.Generator, weights: Floats, size: int) -> Ints:
    """`size` positions in `weights`, each drawn in proportion to its weight."""
    edges = np.cumsum(weights) / np.sum(weights)
    return np.minimum(np.searchsorted(edges, rng.random(size), side="right"), len(weights) - 1)


def chance(rng: np.random.Generator, share: float | Floats, size: int) -> Bools:
    """`size` coins that land true with probability `share`."""
    return rng.random(size) < share
